import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  ageOn,
  asLocalDate as d,
  daysBetween,
  endOfLocalDay,
  localDate,
  localInstant,
  localTime,
  parseLocalDate,
  startOfLocalDay,
  weekday,
} from './index.ts';

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays(d('1990-01-01'), days));

describe('a day in the Netherlands', () => {
  it('begins at 23:00 UTC in winter and at 22:00 UTC in summer', () => {
    assert.equal(localDate(new Date('2026-12-24T22:59:59Z')), '2026-12-24');
    assert.equal(localDate(new Date('2026-12-24T23:00:00Z')), '2026-12-25');
    assert.equal(localDate(new Date('2027-07-01T22:00:00Z')), '2027-07-02');
    assert.equal(startOfLocalDay(d('2026-12-25')).toISOString(), '2026-12-24T23:00:00.000Z');
    assert.equal(startOfLocalDay(d('2027-07-02')).toISOString(), '2027-07-01T22:00:00.000Z');
  });

  it('lasts 23 hours when summer time begins and 25 when it ends', () => {
    const hours = (day: string): number =>
      (endOfLocalDay(d(day)).getTime() - startOfLocalDay(d(day)).getTime()) / 3_600_000;
    assert.equal(hours('2027-03-28'), 23);
    assert.equal(hours('2027-10-31'), 25);
    assert.equal(hours('2027-10-30'), 24);
  });

  it('has no half past two when summer time begins, and two of them when it ends', () => {
    assert.equal(localInstant(d('2027-03-28'), '02:30').toISOString(), '2027-03-28T01:30:00.000Z');
    assert.equal(localTime(new Date('2027-03-28T01:30:00Z')), '03:30');
    assert.equal(localInstant(d('2027-10-31'), '02:30').toISOString(), '2027-10-31T00:30:00.000Z');
    assert.equal(localTime(new Date('2027-10-31T01:30:00Z')), '02:30');
    assert.throws(() => localInstant(d('2027-10-31'), '24:00'), RangeError);
  });

  it('starts at an instant that is that day, one millisecond after the day before', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const start = startOfLocalDay(day);
        assert.equal(localDate(start), day);
        assert.equal(localDate(new Date(start.getTime() - 1)), addDays(day, -1));
      }),
    );
  });
});

describe('counting days and months', () => {
  it('knows which days exist', () => {
    assert.equal(parseLocalDate('2028-02-29'), '2028-02-29');
    for (const wrong of ['2027-02-29', '2027-13-01', '2027-00-10', '27-1-1', '2027-04-31', '', '2027-01-01T00:00']) {
      assert.equal(parseLocalDate(wrong), null, wrong);
    }
    assert.throws(() => d('2027-02-29'), RangeError);
  });

  it('stops at the end of a shorter month', () => {
    assert.equal(addMonths(d('2027-01-31'), 1), '2027-02-28');
    assert.equal(addMonths(d('2028-01-31'), 1), '2028-02-29');
    assert.equal(addMonths(d('2026-11-30'), 3), '2027-02-28');
    assert.equal(addMonths(d('2026-11-23'), 3), '2027-02-23');
    assert.equal(addMonths(d('2028-02-29'), 12), '2029-02-28');
    assert.equal(addMonths(d('2027-01-15'), -1), '2026-12-15');
    assert.throws(() => addMonths(d('2027-01-15'), 0.5), RangeError);
  });

  it('adds months without passing the month meant, and later days never end up earlier', () => {
    const months = fc.integer({ min: -300, max: 300 });
    fc.assert(
      fc.property(anyDay, months, fc.nat(60), (day, n, ahead) => {
        const result = addMonths(day, n);
        const count = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        assert.equal(count(result), count(day) + n);
        assert.ok(Number(result.slice(8)) <= Number(day.slice(8)));
        assert.ok(Number(result.slice(8)) === Number(day.slice(8)) || addDays(result, 1).endsWith('-01'));
        assert.ok(addMonths(addDays(day, ahead), n) >= result);
      }),
    );
  });

  it('counts back what it counted on', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        assert.equal(daysBetween(day, addDays(day, n)), n);
        assert.equal(weekday(addDays(day, 7 * n)), weekday(day));
      }),
    );
    assert.equal(weekday(d('2026-11-23')), 1);
    assert.equal(weekday(d('1969-12-28')), 0);
  });

  it('lets somebody turn eighteen on the birthday and not the day before', () => {
    assert.equal(ageOn(d('2008-11-23'), d('2026-11-22')), 17);
    assert.equal(ageOn(d('2008-11-23'), d('2026-11-23')), 18);
    assert.equal(ageOn(d('2008-02-29'), d('2026-02-28')), 17);
    assert.equal(ageOn(d('2008-02-29'), d('2026-03-01')), 18);
  });
});
