import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './load.mjs';

const { Sheet } = await load('scripts/paper/sheet.ts');
const blank = n => Array.from({ length: n }, () => [0, 0]);
const sheet = (answers = blank(4), prediction = [null, 0]) => new Sheet(answers, prediction);

test('a tick is pending until the server has acknowledged it', () => {
  const paper = sheet();
  paper.tick(2, 4);
  assert.deepEqual(paper.pending, { changes: [[2, 4, 1]] });
  assert.equal(paper.savedAnswers, 0);
  assert.deepEqual(paper.acknowledge([[0, 0], [0, 0], [4, 1], [0, 0]], [null, 0]), []);
  assert.equal(paper.pendingCount, 0);
  assert.equal(paper.savedAnswers, 1);
});

test('a tick made while a save was under way stays pending', () => {
  const paper = sheet();
  paper.tick(0, 1);
  paper.tick(0, 2);
  paper.acknowledge([[1, 1], [0, 0], [0, 0], [0, 0]], [null, 0]);
  assert.deepEqual(paper.pending.changes, [[0, 2, 2]]);
});

test('the next number is above all that were seen, of answers and prediction', () => {
  const paper = sheet([[1, 7], [0, 0]], [5, 9]);
  paper.tick(1, 1);
  assert.deepEqual(paper.pending.changes, [[1, 1, 10]]);
});

test('a newer answer of the server shows and is named', () => {
  const paper = sheet();
  paper.tick(0, 1);
  assert.deepEqual(paper.acknowledge([[2, 5], [0, 0], [0, 0], [8, 6]], [3, 7]), [0, 3]);
  assert.equal(paper.maskAt(0), 2);
  assert.equal(paper.prediction, 3);
  assert.equal(paper.pendingCount, 0);
});

test('replies in the wrong order take nothing back', () => {
  const paper = sheet();
  paper.tick(0, 1);
  paper.tick(1, 1);
  paper.acknowledge([[1, 1], [1, 2], [0, 0], [0, 0]], [null, 0]);
  paper.acknowledge([[1, 1], [0, 0], [0, 0], [0, 0]], [null, 0]);
  assert.equal(paper.pendingCount, 0);
  assert.equal(paper.maskAt(1), 1);
});

test('what was kept on the machine comes back and is sent again', () => {
  const paper = sheet([[1, 3], [0, 0], [0, 0], [0, 0]]);
  paper.take({ changes: [[0, 2, 2], [1, 4, 4]], prediction: [12, 5] });
  assert.equal(paper.maskAt(0), 1, 'the server had a later one');
  assert.deepEqual(paper.pending, { changes: [[1, 4, 4]], prediction: [12, 5] });
});

test('ticking what is ticked already changes nothing', () => {
  const paper = sheet([[1, 3]]);
  paper.tick(0, 1);
  paper.tick(9, 1);
  paper.predict(null);
  assert.equal(paper.pendingCount, 0);
});
