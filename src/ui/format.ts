import type { Language } from './catalogue.ts';

const zone = 'Europe/Amsterdam';
const locale = (language: Language): string => (language === 'nl' ? 'nl-NL' : 'en-GB');

const dateStyles = {
  /** 9 maart 2026 */ long: { day: 'numeric', month: 'long', year: 'numeric' },
  /** 9 maart */ day: { day: 'numeric', month: 'long' },
  /** maandag 9 maart */ weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  /** ma 9 mrt */ short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** 09-03-2026 */ numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
  /** maart 2026 */ month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** How a date is written: `long` 9 maart 2026 · `day` 9 maart · `weekday` maandag 9 maart · `short` ma 9 mrt · `numeric` 09-03-2026 · `month` maart 2026. */
export type DateStyle = keyof typeof dateStyles;

const formatters = new Map<string, Intl.DateTimeFormat>();
function dateFormatter(language: Language, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language} ${key}`;
  const known = formatters.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale(language), options);
  formatters.set(name, made);
  return made;
}

/** A moment: a `Date`, or an ISO text with a time. A text of ten characters is a local date and has no time zone. */
function moment(value: string | Date): { readonly at: Date; readonly local: boolean } {
  if (typeof value !== 'string') return { at: value, local: false };
  const local = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const at = new Date(local ? `${value}T00:00:00Z` : value);
  if (Number.isNaN(at.getTime())) throw new RangeError(`Not a date: ${value}`);
  return { at, local };
}

/**
 * Writes a date as people say it. `value` is a local date `YYYY-MM-DD`, a `Date` or an ISO text; moments are read in
 * Europe/Amsterdam. Throws RangeError when it is no date.
 */
export function formatDate(value: string | Date, style: DateStyle, language: Language): string {
  const { at, local } = moment(value);
  const timeZone = local ? 'UTC' : zone;
  return dateFormatter(language, `${style} ${timeZone}`, { ...dateStyles[style], timeZone }).format(at);
}

/** Writes a moment's time of day in Europe/Amsterdam: `10:05`. */
export function formatTime(value: string | Date, language: Language): string {
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', timeZone: zone };
  return dateFormatter(language, 'time', options).format(moment(value).at);
}

/** Writes a moment in Europe/Amsterdam: `9 maart 2026 om 10:05`; `weekday`: `maandag 9 maart om 10:05`; `short`: `ma 9 mrt, 10:05`. */
export function formatDateTime(value: string | Date, style: 'long' | 'weekday' | 'short', language: Language): string {
  const at = moment(value).at;
  const join = style === 'short' ? ', ' : language === 'nl' ? ' om ' : ' at ';
  return `${formatDate(at, style, language)}${join}${formatTime(at, language)}`;
}

const numberFormatters = new Map<string, Intl.NumberFormat>();
function numberFormatter(language: Language, key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = `${language} ${key}`;
  const known = numberFormatters.get(name);
  if (known) return known;
  const made = new Intl.NumberFormat(locale(language), options);
  numberFormatters.set(name, made);
  return made;
}

/** Writes a number with at most `digits` decimals: `1.234,5`. */
export function formatNumber(value: number, digits: number, language: Language): string {
  return numberFormatter(language, `${digits}`, { maximumFractionDigits: digits }).format(value);
}

/** Writes a distance given in metres: `600 m`, `1,2 km`, `14 km`. Rounded to 50 m below one kilometre. */
export function formatDistance(metres: number, language: Language): string {
  const rounded = Math.max(50, Math.round(metres / 50) * 50);
  if (rounded < 1000) return `${rounded} m`;
  return `${formatNumber(metres / 1000, metres < 10_000 ? 1 : 0, language)} km`;
}

/** Writes an amount in euros: `€ 1.234,50`; whole euros without decimals; nothing costs `gratis`. */
export function formatMoney(euros: number, language: Language): string {
  if (euros === 0) return language === 'nl' ? 'gratis' : 'free';
  const minimumFractionDigits = Number.isInteger(euros) ? 0 : 2;
  const options: Intl.NumberFormatOptions = { style: 'currency', currency: 'EUR', minimumFractionDigits };
  return numberFormatter(language, `euro ${minimumFractionDigits}`, options).format(euros);
}

const pluralRules = {
  nl: new Intl.PluralRules('nl-NL'),
  en: new Intl.PluralRules('en-GB'),
} as const satisfies Record<Language, Intl.PluralRules>;
const ordinalRules = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const ORDINALS: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' };

/** One or many: `plural(1, 'dag', 'dagen')` is `1 dag`, `plural(3, …)` is `3 dagen`. For catalogues: Dutch unless said. */
export function plural(count: number, one: string, many: string, language: Language = 'nl'): string {
  return `${formatNumber(count, 0, language)} ${pluralRules[language].select(count) === 'one' ? one : many}`;
}

/** A place in a row: `1e`, `2e`; in English `1st`, `2nd`. For catalogues: Dutch unless said. */
export function ordinal(place: number, language: Language = 'nl'): string {
  const number = formatNumber(place, 0, language);
  return language === 'nl' ? `${number}e` : `${number}${ORDINALS[ordinalRules.select(place)] ?? 'th'}`;
}

/** Whole calendar days from one local date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((moment(to).at.getTime() - moment(from).at.getTime()) / 86_400_000);
}
