import type { Holidays } from './holidays.ts';
import { addDays, type LocalDate, weekday } from './local-date.ts';

/** Monday to Friday, when it is no holiday. */
export function isWorkingDay(date: LocalDate, holidays: Holidays): boolean {
  const day = weekday(date);
  return day !== 0 && day !== 6 && !holidays.has(date);
}

/** The day itself when people work on it, else the first working day after it. */
export function workingDayFrom(date: LocalDate, holidays: Holidays): LocalDate {
  let day = date;
  for (let tried = 0; !isWorkingDay(day, holidays); tried++) {
    if (tried > 366) throw new RangeError(`No working day within a year after ${date}`);
    day = addDays(day, 1);
  }
  return day;
}

/**
 * The nth working day after `date`; the day itself does not count. With 0: the day itself, or the first
 * working day after it. Throws RangeError when `days` is negative or not whole.
 */
export function addWorkingDays(date: LocalDate, days: number, holidays: Holidays): LocalDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of days: ${days}`);
  if (days === 0) return workingDayFrom(date, holidays);
  let day = date;
  for (let counted = 0; counted < days; counted++) day = workingDayFrom(addDays(day, 1), holidays);
  return day;
}

/** Working days from `from` (counted) up to `until` (not counted); 0 when `until` is not later. */
export function workingDaysIn(from: LocalDate, until: LocalDate, holidays: Holidays): number {
  let count = 0;
  for (let day = from; day < until; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) count++;
  return count;
}
