import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './load.mjs';

const { Saver } = await load('scripts/paper/saver.ts');
const { Sheet } = await load('scripts/paper/sheet.ts');

/** A saver before a server of which every answer is planned; time passes by the test's own clock. */
function bench(t, ...outcomes) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let now = 0;
  t.mock.method(performance, 'now', () => now);
  const sheet = new Sheet([[0, 0], [0, 0], [0, 0]], [null, 0]);
  const sent = [];
  const states = [];
  const saver = new Saver(sheet, {
    send: async kept => {
      sent.push([now, kept.changes.length]);
      const outcome = outcomes.shift() ?? 'ok';
      return outcome === 'ok'
        ? { kind: 'open', answers: kept.changes.reduce((all, [p, m, s]) => all.with(p, [m, s]), sheet.cells), prediction: [null, 0] }
        : outcome;
    },
    reply: outcome => { if (outcome.kind === 'open') sheet.acknowledge(outcome.answers, outcome.prediction); },
    state: state => states.push(state),
  }, () => 0.5);
  const pass = async milliseconds => {
    for (const end = now + milliseconds; now < end;) {
      now += 50;
      t.mock.timers.tick(50);
      await new Promise(resolve => setImmediate(resolve));
    }
  };
  return { sheet, saver, sent, states, pass, tick: (p, m) => { sheet.tick(p, m); saver.ticked(); } };
}

test('ticks gather into one save', async t => {
  const { sent, states, pass, tick } = bench(t);
  tick(0, 1);
  await pass(1_000);
  tick(1, 1);
  await pass(5_000);
  assert.deepEqual(sent.map(([, count]) => count), [2]);
  assert.equal(states.at(-1), 'idle');
});

test('somebody who never stops ticking is saved all the same', async t => {
  const { sent, pass, tick } = bench(t);
  for (let i = 0; i < 12; i++) {
    tick(i % 3, 1 + (i % 2));
    await pass(1_000);
  }

  assert.ok(sent.length > 0 && sent[0][0] <= 8_100, `first save at ${sent[0]?.[0]} ms`);
});

test('a lost network is tried again, later and later, until it works', async t => {
  const { sent, states, pass, tick, sheet } = bench(t, { kind: 'lost' }, { kind: 'lost' }, { kind: 'lost' });
  tick(0, 1);
  await pass(30_000);
  const gaps = sent.slice(1).map(([at], index) => at - sent[index][0]);
  assert.equal(sent.length, 4);
  assert.ok(gaps[0] < gaps[1] && gaps[1] < gaps[2], gaps.join());
  assert.equal(sheet.pendingCount, 0);
  assert.deepEqual(states.filter(state => state === 'lost').length, 3);
});

test('a busy server is left alone for as long as it asks', async t => {
  const { sent, pass, tick } = bench(t, { kind: 'busy', after: 10_000 });
  tick(0, 1);
  await pass(25_000);
  assert.equal(sent.length, 2);
  assert.ok(sent[1][0] - sent[0][0] >= 10_000);
});

test('leaving sends at once, and not twice the same', async t => {
  const { sent, saver, tick } = bench(t);
  tick(0, 1);
  saver.leave();
  saver.leave();
  assert.equal(sent.length, 1);
});
