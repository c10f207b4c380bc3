import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addTerm,
  addWorkingDays,
  asLocalDate as d,
  dueDate,
  type Holidays,
  holidayCalendar,
  isWorkingDay,
  localInstant,
  type NormUnit,
  workingDaysIn,
} from './index.ts';

const holidays = holidayCalendar([
  'new-year',
  'good-friday',
  'easter-monday',
  'kings-day',
  'liberation-day',
  'ascension',
  'whit-monday',
  'christmas',
  'boxing-day',
]);
const due = (day: string, amount: number, unit: NormUnit, time = '10:00', on: Holidays = holidays): string =>
  dueDate({ start: localInstant(d(day), time), norm: { amount, unit }, holidays: on });

const units: readonly NormUnit[] = ['working-days', 'calendar-days', 'calendar-weeks', 'months'];
const anyDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(d('2020-01-01'), days));
const anyTerm = fc.record({ amount: fc.nat(60), unit: fc.constantFrom(...units) });

describe('the last day of a norm', () => {
  it('steps over Christmas 2026 and New Year', () => {
    assert.equal(due('2026-12-21', 5, 'working-days'), '2026-12-29');
    assert.equal(due('2026-12-21', 10, 'working-days'), '2027-01-06');
    assert.equal(due('2026-12-24', 1, 'working-days'), '2026-12-28');
    assert.equal(due('2026-12-25', 1, 'working-days'), '2026-12-28');
  });

  it('steps over Easter 2027, and over Good Friday only where the region counts it', () => {
    assert.equal(due('2027-03-24', 5, 'working-days'), '2027-04-02');
    assert.equal(due('2027-03-24', 5, 'working-days', '10:00', holidayCalendar(['easter-monday'])), '2027-04-01');
  });

  it("does not give a second day off when King's Day falls on a Sunday", () => {
    assert.equal(due('2031-04-24', 2, 'working-days'), '2031-04-28');
    assert.equal(due('2026-04-24', 1, 'working-days'), '2026-04-28');
  });

  it('steps over Ascension Day and Whit Monday 2027', () => {
    assert.equal(due('2027-05-05', 2, 'working-days'), '2027-05-10');
    assert.equal(due('2027-05-14', 1, 'working-days'), '2027-05-18');
  });

  it('does not count the day on which it starts, whatever the hour', () => {
    assert.equal(due('2026-11-23', 5, 'working-days', '00:00'), '2026-11-30');
    assert.equal(due('2026-11-23', 5, 'working-days', '23:59'), '2026-11-30');
  });

  it('is counted in Dutch days when the change of summer time lies between', () => {
    assert.equal(due('2027-03-27', 1, 'calendar-days', '23:30'), '2027-03-28');
    assert.equal(due('2027-03-27', 2, 'calendar-days', '00:30'), '2027-03-29');
    assert.equal(due('2027-10-30', 2, 'calendar-days', '00:30'), '2027-11-01');
    assert.equal(due('2027-10-30', 1, 'calendar-weeks', '23:30'), '2027-11-06');
  });

  it('counts six weeks as 42 days and three months to the same day or the end of the month', () => {
    assert.equal(due('2026-11-23', 6, 'calendar-weeks'), '2027-01-04');
    assert.equal(due('2026-11-23', 3, 'months'), '2027-02-23');
    assert.equal(due('2027-11-30', 3, 'months'), '2028-02-29');
    assert.equal(due('2026-12-18', 1, 'calendar-weeks'), '2026-12-25');
  });

  it('of no days is the day itself, or the first working day', () => {
    assert.equal(due('2026-11-23', 0, 'working-days'), '2026-11-23');
    assert.equal(due('2026-11-21', 0, 'working-days'), '2026-11-23');
    assert.throws(() => due('2026-11-23', -1, 'working-days'), RangeError);
    assert.throws(() => due('2026-11-23', 1.5, 'months'), RangeError);
  });
});

describe('any norm', () => {
  it('ends no earlier when it starts later or lasts longer', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, fc.nat(40), fc.nat(10), (day, term, ahead, more) => {
        const ends = addTerm(day, term, holidays);
        assert.ok(addTerm(addDays(day, ahead), term, holidays) >= ends);
        assert.ok(addTerm(day, { ...term, amount: term.amount + more }, holidays) >= ends);
        assert.ok(ends >= day);
      }),
    );
  });

  it('in working days ends on a working day, with exactly that many from the day after the start', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), (day, amount) => {
        const ends = addTerm(day, { amount, unit: 'working-days' }, holidays);
        assert.ok(isWorkingDay(ends, holidays));
        if (amount > 0) assert.equal(workingDaysIn(addDays(day, 1), addDays(ends, 1), holidays), amount);
      }),
    );
  });

  it('in working days can be counted in two stretches', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(30), fc.nat(30), (day, a, b) => {
        fc.pre(a > 0 || isWorkingDay(day, holidays));
        const half = addWorkingDays(day, a, holidays);
        assert.equal(addWorkingDays(half, b, holidays), addWorkingDays(day, a + b, holidays));
      }),
    );
  });
});
