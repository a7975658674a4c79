import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './load.mjs';

const { hashOf, roundOf } = await load('scripts/paper/deadline.ts');
const { Clock } = await load('scripts/paper/clock.ts');

// Contest 1, a contestant of sixteen times 0xab, round 258, ordinal 3, as the server writes it.
const bytes = Buffer.from(['0001', 'ab'.repeat(16), '0102', '0003'].join(''), 'hex');
const attempt = bytes.toString('base64url');

test('reads the round out of the id of an attempt', () => {
  assert.equal(roundOf(attempt), 258);
});

test('hashes as the server does (FNV-1a)', () => {
  assert.equal(hashOf('a'), 'e40c292c');
  assert.equal(hashOf('foobar'), 'bf9cf968');
});

test('a clock tells by how much its deadline was moved', () => {
  const clock = new Clock(60_000, 0, () => 10_000);
  assert.equal(clock.sync(50_000, 9_900, 10_000), 0);
  assert.ok(clock.sync(950_000, 9_900, 10_000) > 890_000);
});
