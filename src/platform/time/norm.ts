import type { Holidays } from './holidays.ts';
import { addDays, addMonths, type LocalDate } from './local-date.ts';
import { localDate } from './local-day.ts';
import { addWorkingDays } from './working-days.ts';

export type NormUnit = 'working-days' | 'calendar-days' | 'calendar-weeks' | 'months';

/** How long something may take. Terms have units: working days only where a norm says so (LAW 10). */
export type Term = { readonly amount: number; readonly unit: NormUnit };

/**
 * The last day on which the norm is still kept: it runs until the end of that day in Europe/Amsterdam
 * (`endOfLocalDay`). The day of the start does not count. Only a norm in working days moves past weekends
 * and holidays. Throws RangeError when the amount is negative or not whole.
 */
export function dueDate(of: { readonly start: Date; readonly norm: Term; readonly holidays: Holidays }): LocalDate {
  return addTerm(localDate(of.start), of.norm, of.holidays);
}

/** As dueDate, from a day. */
export function addTerm(from: LocalDate, term: Term, holidays: Holidays): LocalDate {
  const { amount, unit } = term;
  if (!Number.isInteger(amount) || amount < 0) throw new RangeError(`Not a term: ${amount} ${unit}`);
  switch (unit) {
    case 'working-days':
      return addWorkingDays(from, amount, holidays);
    case 'calendar-days':
      return addDays(from, amount);
    case 'calendar-weeks':
      return addDays(from, 7 * amount);
    case 'months':
      return addMonths(from, amount);
  }
}
