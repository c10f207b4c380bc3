import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addTerm,
  addWorkingDays,
  type Clockwork,
  asLocalDate as d,
  dueWithPauses,
  holidayCalendar,
  localInstant,
  type Term,
  workingDaysIn,
} from './index.ts';

const holidays = holidayCalendar(['new-year', 'good-friday', 'easter-monday', 'christmas', 'boxing-day']);
const fiveDays: Term = { amount: 5, unit: 'working-days' };
const at = (day: string, time = '10:00'): Date => localInstant(d(day), time);
const pause = (from: string, until: string | null) => ({ from: at(from), until: until === null ? null : at(until) });

function clock(start: string, norm: Term, now: string | Date, more: Partial<Parameters<typeof dueWithPauses>[0]> = {}) {
  return dueWithPauses({
    start: at(start),
    norm,
    pauses: [],
    holidays,
    now: typeof now === 'string' ? at(now) : now,
    ...more,
  });
}
const short = (it: Clockwork): string =>
  `${it.state} ${it.due} paused ${it.daysPaused} left ${it.daysLeft} late ${it.daysLate}`;

describe('the clock of a norm of five working days, started on Monday 23 November 2026', () => {
  it('runs until the end of the next Monday and is late from midnight on', () => {
    assert.equal(short(clock('2026-11-23', fiveDays, '2026-11-23')), 'running 2026-11-30 paused 0 left 5 late 0');
    assert.equal(short(clock('2026-11-23', fiveDays, '2026-11-28')), 'running 2026-11-30 paused 0 left 1 late 0');
    const lastMinute = at('2026-11-30', '23:59');
    assert.equal(short(clock('2026-11-23', fiveDays, lastMinute)), 'running 2026-11-30 paused 0 left 0 late 0');
    const midnight = at('2026-12-01', '00:00');
    assert.equal(short(clock('2026-11-23', fiveDays, midnight)), 'overdue 2026-11-30 paused 0 left 0 late 1');
    assert.equal(short(clock('2026-11-23', fiveDays, '2026-12-07')), 'overdue 2026-11-30 paused 0 left 0 late 5');
  });

  it('says one day late in the weekend after a Friday', () => {
    assert.equal(short(clock('2026-11-20', fiveDays, '2026-11-28')), 'overdue 2026-11-27 paused 0 left 0 late 1');
  });

  it('moves by the working days of a pause, not by its weekend', () => {
    const pauses = [pause('2026-11-26', '2026-12-01')];
    assert.equal(
      short(clock('2026-11-23', fiveDays, '2026-12-01', { pauses })),
      'running 2026-12-03 paused 3 left 2 late 0',
    );
  });

  it('stands still while a pause lasts: the days left stay the same', () => {
    const pauses = [pause('2026-11-25', null)];
    for (const [day, due] of [
      ['2026-11-25', '2026-11-30'],
      ['2026-11-26', '2026-12-01'],
      ['2026-12-10', '2026-12-15'],
    ] as const) {
      const now = clock('2026-11-23', fiveDays, day, { pauses });
      assert.deepEqual([now.state, now.due, now.daysLeft, now.provisional], ['paused', due, 3, true]);
    }
  });

  it('still has its last day left when it is paused on that day', () => {
    const pauses = [pause('2026-11-30', '2026-12-07')];
    assert.equal(
      short(clock('2026-11-23', fiveDays, '2026-12-07', { pauses })),
      'running 2026-12-07 paused 5 left 0 late 0',
    );
  });

  it('is not saved by a pause that comes too late', () => {
    const pauses = [pause('2026-12-01', null)];
    assert.equal(
      short(clock('2026-11-23', fiveDays, '2026-12-08', { pauses })),
      'overdue 2026-11-30 paused 0 left 0 late 6',
    );
    assert.equal(clock('2026-11-23', fiveDays, '2026-12-08', { pauses }).provisional, false);
  });

  it('is met in time, or late by the days it was late, and stays so', () => {
    const metAt = at('2026-11-26');
    assert.equal(
      short(clock('2026-11-23', fiveDays, '2027-05-01', { metAt })),
      'met 2026-11-30 paused 0 left 2 late 0',
    );
    const late = at('2026-12-02');
    const pauses = [pause('2026-12-10', null)];
    assert.equal(
      short(clock('2026-11-23', fiveDays, '2027-05-01', { metAt: late, pauses })),
      'met 2026-11-30 paused 0 left 0 late 2',
    );
  });

  it('met while a pause stood counts the pause up to that day only', () => {
    const metAt = at('2026-11-27');
    const pauses = [pause('2026-11-25', null)];
    const met = clock('2026-11-23', fiveDays, '2027-05-01', { metAt, pauses });
    assert.equal(short(met), 'met 2026-12-02 paused 2 left 3 late 0');
    assert.equal(met.provisional, false);
    const planned = [pause('2026-11-25', '2026-12-11')];
    assert.equal(short(clock('2026-11-23', fiveDays, '2027-05-01', { metAt, pauses: planned })), short(met));
  });

  it('counts a day once when two pauses overlap, and nothing from before the start', () => {
    const pauses = [
      pause('2026-11-26', '2026-12-01'),
      pause('2026-11-25', '2026-11-27'),
      pause('2026-11-02', '2026-11-20'),
    ];
    assert.equal(
      short(clock('2026-11-23', fiveDays, '2026-12-01', { pauses })),
      'running 2026-12-04 paused 4 left 3 late 0',
    );
  });
});

describe('any pause', () => {
  const start = fc.nat(3000).map((days) => addDays(d('2026-01-01'), days));
  const amount = fc.integer({ min: 1, max: 60 });

  it('of n days within a norm in calendar days, weeks or months moves it by n days', () => {
    fc.assert(
      fc.property(
        start,
        amount,
        fc.constantFrom('calendar-days', 'calendar-weeks', 'months'),
        fc.nat(100),
        fc.nat(60),
        (day, size, unit, skip, n) => {
          const norm = { amount: size, unit } as const;
          const due = addTerm(day, norm, holidays);
          const from = addDays(day, skip);
          fc.pre(from <= due);
          const paused = clock(day, norm, day, { pauses: [pause(from, addDays(from, n))] });
          assert.equal(paused.due, addDays(due, n));
          assert.equal(paused.daysPaused, n);
        },
      ),
    );
  });

  it('moves a norm in working days by its working days, and onto a working day', () => {
    fc.assert(
      fc.property(start, amount, fc.nat(40), fc.nat(40), (day, size, skip, n) => {
        const norm: Term = { amount: size, unit: 'working-days' };
        const from = addDays(day, skip);
        fc.pre(from <= addTerm(day, norm, holidays));
        const paused = clock(day, norm, day, { pauses: [pause(from, addDays(from, n))] });
        const days = workingDaysIn(from, addDays(from, n), holidays);
        assert.equal(paused.due, addWorkingDays(day, size + days, holidays));
      }),
    );
  });

  it('that stands keeps the days left, and never lets the clock become late', () => {
    fc.assert(
      fc.property(start, amount, fc.nat(40), fc.nat(90), (day, size, skip, waited) => {
        const norm: Term = { amount: size, unit: 'working-days' };
        const from = addWorkingDays(day, skip, holidays);
        fc.pre(from <= addTerm(day, norm, holidays));
        const pauses = [pause(from, null)];
        const first = clock(day, norm, from, { pauses });
        const now = addWorkingDays(from, waited, holidays);
        const later = clock(day, norm, now, { pauses });
        assert.equal(later.state, 'paused');
        assert.equal(later.daysLeft, first.daysLeft);
      }),
    );
  });

  it('never makes a norm end earlier, in whatever order the pauses are told', () => {
    const pauses = fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 4 });
    fc.assert(
      fc.property(start, amount, pauses, (day, size, told) => {
        const norm: Term = { amount: size, unit: 'working-days' };
        const list = told.map(([skip, n]) => pause(addDays(day, skip), addDays(day, skip + n)));
        const due = clock(day, norm, day, { pauses: list }).due;
        assert.ok(due >= addTerm(day, norm, holidays));
        assert.equal(clock(day, norm, day, { pauses: list.toReversed() }).due, due);
      }),
    );
  });
});
