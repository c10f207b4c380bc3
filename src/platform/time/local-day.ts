import { addDays, asLocalDate, type LocalDate } from './local-date.ts';

/** All days, terms and opening hours of Omzien are counted here. */
export const TIME_ZONE = 'Europe/Amsterdam';

const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The day it is in Europe/Amsterdam at that instant. */
export function localDate(at: Date): LocalDate {
  const { year, month, day } = wallClock(at);
  return asLocalDate(`${year}-${month}-${day}`);
}

/** The wall clock in Europe/Amsterdam at that instant, as HH:MM. */
export function localTime(at: Date): string {
  const { hour, minute } = wallClock(at);
  return `${hour}:${minute}`;
}

/**
 * The instant at which that day begins in Europe/Amsterdam.
 * Summer time changes at 01:00 UTC, so midnight itself is never skipped or repeated.
 */
export function startOfLocalDay(date: LocalDate): Date {
  return localInstant(date, '00:00');
}

/** The first instant after that day: what is due on a day is late from here on. */
export function endOfLocalDay(date: LocalDate): Date {
  return startOfLocalDay(addDays(date, 1));
}

/**
 * The instant of a wall-clock time (HH:MM) on a day. A time that summer time skips is read as the time an hour
 * later; of a time that comes twice, the first. Throws RangeError when `time` is not HH:MM.
 */
export function localInstant(date: LocalDate, time: string): Date {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`Not a time: ${time}`);
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const early = asUtc - offsetMs(asUtc - 86_400_000);
  const late = asUtc - offsetMs(asUtc + 86_400_000);
  const reads = (at: number): boolean => at + offsetMs(at) === asUtc;
  return new Date(reads(early) ? early : reads(late) ? late : early);
}

function offsetMs(at: number): number {
  const { year, month, day, hour, minute, second } = wallClock(new Date(at));
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - Math.floor(at / 1000) * 1000;
}

function wallClock(at: Date): Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string> {
  const read: Record<string, string> = {};
  for (const { type, value } of wall.formatToParts(at)) read[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = read;
  return { year: year.padStart(4, '0'), month, day, hour, minute, second };
}
