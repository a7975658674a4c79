import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './load.mjs';

const { Sheet } = await load('scripts/paper/sheet.ts');
globalThis.document = { documentElement: { lang: 'vi' } };
const { isNumber } = await load('scripts/paper/written.ts');
const sheet = (written = []) => new Sheet([[0, 0], [0, 0]], [null, 0], written);

test('a text is pending until the server has acknowledged it, in whatever form it keeps it', () => {
  const paper = sheet();
  paper.write(1, '12,50');
  assert.deepEqual(paper.pending, { changes: [], written: [[1, '12,50', 1]] });
  assert.deepEqual(paper.blank, [0]);
  assert.deepEqual(paper.acknowledge([[0, 0], [0, 0]], [null, 0], [[1, '12.5', 1]]), []);
  assert.equal(paper.pendingCount, 0);
  assert.equal(paper.textAt(1), '12,50');
  assert.equal(paper.savedAnswers, 1);
});

test('a later text of another window is taken', () => {
  const paper = sheet([[0, 'một', 3]]);
  assert.deepEqual(paper.acknowledge([[0, 0], [0, 0]], [null, 0], [[0, 'hai', 4]]), [0]);
  assert.equal(paper.textAt(0), 'hai');
  paper.write(0, 'ba');
  assert.deepEqual(paper.pending.written, [[0, 'ba', 5]]);
  assert.deepEqual(paper.take({ changes: [], written: [[0, 'cũ', 2]] }), []);
});

test('an empty text is no answer', () => {
  const paper = sheet([[0, 'một', 3]]);
  paper.write(0, '');
  assert.deepEqual(paper.blank, [0, 1]);
  assert.deepEqual(paper.pending.written, [[0, '', 4]]);
});

// The same lists as NumberTextTests of the server.
for (const text of ['12,5', '12.5', ' 12 ', '-3,25', '−3', '+7', '007', '0,125', '1234,567', '1.234.567', '1,234,567', '1 234', '1.234,5', '1,234.5', '1.234,567', '1 234,567', '1,2340']) {
  test(`${text} is a number`, () => assert.equal(isNumber(text), true));
}

for (const text of ['1.234', '1,234', '-12,500', '', '-', '.5', '5.', '1.23.456', '1234.567.890', '0.123.456', '1,2,3', '1.234,567,8', '1 23', '1e5', '12%', 'mười hai', '12345678901234567890123456789']) {
  test(`${text} is none, or could be two`, () => assert.equal(isNumber(text), false));
}
