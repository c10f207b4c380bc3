/** A calendar day in Europe/Amsterdam, written YYYY-MM-DD; two of them compare as strings. */
export type LocalDate = string & { readonly brand: 'LocalDate' };

const DAY_MS = 86_400_000;

/** Reads YYYY-MM-DD; null when that is not a day that exists (2027-02-29). */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || fromDayNumber(at / DAY_MS) !== text ? null : (text as LocalDate);
}

/** As parseLocalDate, for text that must be a day: throws RangeError when it is not. */
export function asLocalDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new RangeError(`Not a day: ${text}`);
  return date;
}

/** The day so many calendar days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + whole(days));
}

/** The same day so many months later, or the last day of that month when it is shorter (31 January + 1 = 28 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + whole(months);
  const year = Math.floor(count / 12);
  const month = count - year * 12;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromDayNumber(Date.UTC(year, month, Math.min(dayOf(date), lastDay)) / DAY_MS);
}

/** Calendar days from one day to another; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/**
 * Age in whole years. Who is born on 29 February turns a year older on 1 March in other years
 * (the birthday has then passed in full; Dutch practice for reaching 18).
 */
export function ageOn(birthDate: LocalDate, on: LocalDate): number {
  const years = yearOf(on) - yearOf(birthDate);
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7));
}

function dayOf(date: LocalDate): number {
  return Number(date.slice(8, 10));
}

function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function fromDayNumber(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

function whole(amount: number): number {
  if (!Number.isInteger(amount)) throw new RangeError(`Not a whole number: ${amount}`);
  return amount;
}
