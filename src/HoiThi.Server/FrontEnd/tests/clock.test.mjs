import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './load.mjs';

const { Clock, minutes } = await load('scripts/paper/clock.ts');

test('counts down by its own counter and stops at nothing', () => {
  let now = 1_000;
  const clock = new Clock(5_000, 1_000, () => now);
  now = 3_000;
  assert.equal(clock.remaining, 3_000);
  now = 9_000;
  assert.equal(clock.remaining, 0);
  assert.equal(clock.overdue, 3_000);
});

test('a slow reply that agrees does not move the clock', () => {
  const clock = new Clock(60_000, 0, () => 10_000);
  clock.sync(52_000, 2_000, 10_000);
  assert.equal(clock.remaining, 50_000);
});

test('after a sleep of the phone the server is right', () => {
  const clock = new Clock(60_000, 0, () => 10_000);
  clock.sync(20_000, 9_900, 10_000);
  assert.equal(clock.remaining, 20_000);
});

test('shows minutes and seconds, rounded up', () => {
  assert.equal(minutes(768_000), '12:48');
  assert.equal(minutes(1), '00:01');
  assert.equal(minutes(0), '00:00');
  assert.equal(minutes(6_000_000), '100:00');
});
