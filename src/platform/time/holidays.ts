import { addDays, asLocalDate, type LocalDate, weekday, yearOf } from './local-date.ts';

/** Days on which nobody works; a plain `Set<LocalDate>` is one too. */
export type Holidays = { readonly has: (date: LocalDate) => boolean };

/**
 * Where each Dutch holiday falls in a year: the days of the Algemene termijnenwet, art. 3. The region's content
 * says which of them count, and how often.
 */
const RULES = {
  'new-year': (year: number) => day(year, '01-01'),
  'good-friday': (year: number) => addDays(easter(year), -2),
  'easter-monday': (year: number) => addDays(easter(year), 1),
  'kings-day': (year: number) => {
    const birthday = day(year, '04-27');
    return weekday(birthday) === 0 ? addDays(birthday, -1) : birthday;
  },
  'liberation-day': (year: number) => day(year, '05-05'),
  ascension: (year: number) => addDays(easter(year), 39),
  'whit-monday': (year: number) => addDays(easter(year), 50),
  christmas: (year: number) => day(year, '12-25'),
  'boxing-day': (year: number) => day(year, '12-26'),
} as const satisfies Record<string, (year: number) => LocalDate>;

export type HolidayRule = keyof typeof RULES;

/**
 * A rule by name is as Dutch practice has it: a day off each year, Liberation Day in years divisible by five (most
 * collective agreements). Written out, it holds each year, or in years divisible by `everyYears`.
 */
export type HolidayChoice = HolidayRule | { readonly rule: HolidayRule; readonly everyYears?: number | undefined };

/** The names a region may write in its list of holidays. */
export const HOLIDAY_RULES = Object.keys(RULES) as readonly HolidayRule[];

export function isHolidayRule(name: string): name is HolidayRule {
  return Object.hasOwn(RULES, name);
}

/** The holidays of one year by the rules chosen, in order of date, each day once. */
export function dutchHolidays(year: number, rules: readonly HolidayChoice[] = HOLIDAY_RULES): readonly LocalDate[] {
  const dates = rules.flatMap((choice) => {
    const { rule, everyYears = 1 } =
      typeof choice === 'string' ? { rule: choice, everyYears: choice === 'liberation-day' ? 5 : 1 } : choice;
    return year % everyYears === 0 ? [RULES[rule](year)] : [];
  });
  return [...new Set(dates)].sort();
}

/** A calendar over all years: the rules named, and single days the region adds (a local free day). */
export function holidayCalendar(rules: readonly HolidayChoice[], extraDays: readonly LocalDate[] = []): Holidays {
  const extra = new Set(extraDays);
  const byYear = new Map<number, ReadonlySet<LocalDate>>();
  return {
    has: (date) => {
      const year = yearOf(date);
      let days = byYear.get(year);
      if (days === undefined) {
        days = new Set(dutchHolidays(year, rules));
        byYear.set(year, days);
      }
      return days.has(date) || extra.has(date);
    },
  };
}

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm: Meeus, Astronomical Algorithms, chapter 8). */
export function easter(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const text = (amount: number): string => String(amount).padStart(2, '0');
  return day(year, `${text(Math.floor(n / 31))}-${text((n % 31) + 1)}`);
}

function day(year: number, monthDay: string): LocalDate {
  return asLocalDate(`${String(year).padStart(4, '0')}-${monthDay}`);
}
