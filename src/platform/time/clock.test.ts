import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixedClock, offsetClock, systemClock } from './index.ts';

describe('a clock', () => {
  it('stands still until a test moves it, and never runs back', () => {
    const clock = fixedClock('2026-11-23T09:00:00Z');
    assert.equal(clock.now().toISOString(), '2026-11-23T09:00:00.000Z');
    clock.advance(90_000);
    assert.equal(clock.now().toISOString(), '2026-11-23T09:01:30.000Z');
    clock.moveTo('2026-12-01T00:00:00+01:00');
    assert.equal(clock.now().toISOString(), '2026-11-30T23:00:00.000Z');
    assert.throws(() => clock.advance(-1), RangeError);
    assert.throws(() => clock.moveTo('2026-11-30T22:00:00Z'), RangeError);
    assert.throws(() => fixedClock('tomorrow'), RangeError);
  });

  it('cannot be moved through the date it handed out', () => {
    const clock = fixedClock('2026-11-23T09:00:00Z');
    clock.now().setFullYear(1999);
    assert.equal(clock.now().toISOString(), '2026-11-23T09:00:00.000Z');
  });

  it('runs ahead of another by an offset that may change', () => {
    const base = fixedClock('2026-11-23T09:00:00Z');
    let offset = 0;
    const clock = offsetClock(base, () => offset);
    assert.equal(clock.now().toISOString(), '2026-11-23T09:00:00.000Z');
    offset = 86_400_000;
    base.advance(1000);
    assert.equal(clock.now().toISOString(), '2026-11-24T09:00:01.000Z');
  });

  it('of the machine tells the time of the machine', () => {
    assert.ok(Math.abs(systemClock.now().getTime() - Date.now()) < 1000);
  });
});
