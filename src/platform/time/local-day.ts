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
  return asLocalDate(wallClock(at.getTime()).slice(0, 10));
}

/** The wall clock in Europe/Amsterdam at that instant, as HH:MM. */
export function localTime(at: Date): string {
  return wallClock(at.getTime()).slice(11, 16);
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

/** The local wall clock written as if it were UTC. */
function wallClock(at: number): string {
  return new Date(at + offsetMs(at)).toISOString();
}

const HOUR_MS = 3_600_000;
const offsets = new Map<number, number>();

/** Asking Intl costs microseconds and sweeps ask for thousands of instants, so an hour is asked for once. */
function offsetMs(at: number): number {
  // The offset has changed on the hour, and by whole hours, since 1977; before that every instant is asked for.
  if (at < SINCE_1980) return askOffset(at);
  const hour = Math.floor(at / HOUR_MS);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    offset = askOffset(at);
    if (offsets.size >= 10_000) offsets.clear();
    offsets.set(hour, offset);
  }
  return offset;
}

const SINCE_1980 = Date.UTC(1980, 0, 1);

function askOffset(at: number): number {
  const part: Record<string, string> = {};
  for (const { type, value } of wall.formatToParts(at)) part[type] = value;
  const { year = '', month, day, hour, minute, second } = part;
  const read = Date.parse(`${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return read - Math.floor(at / 1000) * 1000;
}
