import type { Service } from '../../../content/index.ts';
import { asLocalDate, type LocalDate } from '../../../platform/index.ts';
import { formatDate, formatDistance, formatMoney, type Language } from '../../../ui/index.ts';
import { freshnessOf } from '../../model/index.ts';
import { serviceWords } from './words.ts';

/** What it costs: `gratis`, `€ 12 per keer`. */
export function costOf({ cost }: Service, lang: Language): string {
  const words = serviceWords(lang);
  return cost.per === 'free' ? words.free : `${formatMoney(cost.amount, lang)} ${words.per[cost.per]}`;
}

/** Whether there is room: full until a day, a wait, or none. */
export function roomOf(
  { fullUntil, waitingDays }: Pick<Service, 'fullUntil' | 'waitingDays'>,
  today: LocalDate,
  lang: Language,
): string {
  const words = serviceWords(lang);
  if (fullUntil !== undefined && fullUntil >= today)
    return words.fullUntil({
      date: formatDate(fullUntil, fullUntil.slice(0, 4) === today.slice(0, 4) ? 'day' : 'long', lang),
    });
  if (waitingDays === 0) return words.noWait;
  return waitingDays < 14 ? words.wait({ days: waitingDays }) : words.waitWeeks({ weeks: Math.round(waitingDays / 7) });
}

/** The times of a service, each a line: "dinsdag van 9.30 tot 11.00 uur". */
export function hoursOf({ when, whenNote }: Pick<Service, 'when' | 'whenNote'>, lang: Language): readonly string[] {
  const words = serviceWords(lang);
  const time = (text: string) => (lang === 'nl' ? text.replace(/^0/, '').replace(':', '.') : text);
  return [
    ...when.map(({ weekday, from, to }) => words.hours({ day: words.days[weekday], from: time(from), to: time(to) })),
    ...(whenNote ? [whenNote] : []),
  ];
}

/** For whom it is, with ages and more where that matters. */
export function audienceOf({ audience }: Service, municipality: string, lang: Language): readonly string[] {
  const words = serviceWords(lang);
  const { minAge, maxAge, gender } = audience;
  const ages =
    minAge !== undefined && maxAge !== undefined
      ? words.ages.between({ min: minAge, max: maxAge })
      : minAge !== undefined
        ? words.ages.from({ min: minAge })
        : maxAge !== undefined
          ? words.ages.to({ max: maxAge })
          : undefined;
  const who = [audience.text, ages, gender && words.gender[gender]].filter((text) => text !== undefined).join(', ');
  return [`${who}.`, ...(audience.residentsOnly ? [words.residentsOnly({ municipality })] : [])];
}

/** The languages it is given in, by their names. */
export function languagesOf({ languages }: Pick<Service, 'languages'>, lang: Language): string {
  const names = new Intl.DisplayNames([lang], { type: 'language' });
  return languages.map((code) => names.of(code) ?? code).join(', ');
}

/** When it was last said to be right, or that nobody did so for half a year. */
export function checkedOf(
  { confirmed }: Service,
  today: LocalDate,
  lang: Language,
): { readonly stale: boolean; readonly text: string } {
  const words = serviceWords(lang);
  const stale = freshnessOf(asLocalDate(confirmed.on), today).kind === 'stale';
  const date = formatDate(confirmed.on, 'long', lang);
  return { stale, text: stale ? words.stale({ date }) : words.checked({ date, by: confirmed.by }) };
}

/** The facts of a service in a list: distance, cost, room, and how it comes to people. */
export function factsOf(service: Service, km: number | null, today: LocalDate, lang: Language): readonly string[] {
  const words = serviceWords(lang);
  return [
    service.delivery === 'on-site' && km !== null ? formatDistance(km * 1000, lang) : '',
    words.delivery[service.delivery],
    costOf(service, lang),
    roomOf(service, today, lang),
    service.placesFree === undefined ? '' : words.placesFree({ count: service.placesFree }),
  ].filter((text) => text !== '');
}

/** A text that begins a sentence. */
export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
