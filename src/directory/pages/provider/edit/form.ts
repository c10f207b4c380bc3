import { LANGUAGES, type Service, WEEKDAYS } from '../../../../content/index.ts';
import type { LocalDate } from '../../../../platform/index.ts';
import { dateOfParts, datePartsOf, isEmptyDate, readDateParts } from '../../../../ui/index.ts';
import { many, type Posted, text } from '../../../../web/index.ts';
import type { ServiceChange } from '../../../upkeep/keep.ts';
import type { UpkeepWords } from '../words.ts';

export type EditForm =
  | { readonly ok: true; readonly value: ServiceChange }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** How many lines for times the form shows: those there are, and two more. */
export const linesOf = (service: Pick<Service, 'when'>): number => Math.min(14, Math.max(3, service.when.length + 2));

/** What a service says, as the fields of the form. */
export function fieldsOf(service: Service): Posted {
  const full = datePartsOf(service.fullUntil);
  const times = service.when.map(({ weekday, from, to }, line) => [
    [`when-${line}-weekday`, weekday],
    [`when-${line}-from`, from],
    [`when-${line}-to`, to],
  ]);
  return {
    'fullUntil-day': full.day,
    'fullUntil-month': full.month,
    'fullUntil-year': full.year,
    waitingDays: String(service.waitingDays),
    places: service.places === undefined ? '' : String(service.places),
    placesFree: service.placesFree === undefined ? '' : String(service.placesFree),
    ...Object.fromEntries(times.flat()),
    whenNote: service.whenNote ?? '',
    description: service.description,
    phone: service.phone ?? '',
    languages: service.languages,
    costPer: service.cost.per,
    amount: service.cost.per === 'free' ? '' : String(service.cost.amount).replace('.', ','),
    costNote: service.cost.note ?? '',
  };
}

/** Reads the form of a service; every mistake by its field. */
export function readEdit(posted: Posted, today: LocalDate, words: UpkeepWords['mistakes']): EditForm {
  const errors: Record<string, string> = {};
  const wrong = (field: string, mistake: string): undefined => {
    errors[field] ??= mistake;
    return undefined;
  };
  const whole = (field: string, least: number, most: number, mistake: string): number | undefined => {
    const typed = text(posted, field);
    if (typed === '') return undefined;
    const value = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
    return value >= least && value <= most ? value : wrong(field, mistake);
  };
  const short = (field: string): string | undefined => {
    const typed = text(posted, field);
    return typed.length > 200 ? wrong(field, words.long) : typed || undefined;
  };
  const fullUntil = readFullUntil(posted, today, words, wrong);
  if (text(posted, 'waitingDays') === '') wrong('waitingDays', words.days);
  const waitingDays = whole('waitingDays', 0, 730, words.days) ?? 0;
  const places = whole('places', 1, 999, words.places);
  const placesFree = whole('placesFree', 0, 999, words.placesFree);
  if (placesFree !== undefined && !errors.places && placesFree > (places ?? 0)) wrong('placesFree', words.placesFree);
  const when = readTimes(posted, words, wrong);
  const whenNote = short('whenNote');
  const description = text(posted, 'description');
  if (description.length < 20 || description.length > 600) wrong('description', words.description);
  const phone = text(posted, 'phone');
  if (phone !== '' && !/^[\d +-]{8,20}$/.test(phone)) wrong('phone', words.phone);
  const languages = LANGUAGES.filter((code) => many(posted, 'languages').includes(code));
  if (languages.length === 0) wrong('languages', words.languages);
  const cost = readCost(posted, words, wrong, short('costNote'));
  if (Object.keys(errors).length > 0 || !cost) return { ok: false, errors };
  return {
    ok: true,
    value: {
      description,
      cost,
      languages,
      waitingDays,
      places,
      placesFree,
      when,
      whenNote,
      phone: phone || undefined,
      fullUntil,
    },
  };
}

type Wrong = (field: string, mistake: string) => undefined;

function readFullUntil(posted: Posted, today: LocalDate, words: UpkeepWords['mistakes'], wrong: Wrong) {
  const parts = readDateParts(posted, 'fullUntil');
  if (isEmptyDate(parts)) return undefined;
  const date = dateOfParts(parts);
  if (date === undefined) return wrong('fullUntil', words.date);
  return date < today ? wrong('fullUntil', words.past) : date;
}

function readTimes(posted: Posted, words: UpkeepWords['mistakes'], wrong: Wrong): Service['when'] {
  return Array.from({ length: 14 }, (_, line) => line).flatMap((line) => {
    const [day, from, to] = ['weekday', 'from', 'to'].map((part) => text(posted, `when-${line}-${part}`)) as [
      string,
      string,
      string,
    ];
    if (day === '' && from === '' && to === '') return [];
    const weekday = WEEKDAYS.find((one) => one === day);
    const [begin, end] = [timeOf(from), timeOf(to)];
    if (!weekday || !begin || !end) {
      wrong(`when-${line}-from`, words.time);
      return [];
    }
    if (begin >= end) wrong(`when-${line}-to`, words.order);
    return [{ weekday, from: begin, to: end }];
  });
}

/** `9.30`, `9:30`, `0930` and `9` as `09:30`, `09:00`. */
function timeOf(typed: string): string | undefined {
  const found = /^(\d{1,2})(?:[.:]?(\d{2}))?(?: ?uur)?$/.exec(typed);
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  if (!found || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function readCost(
  posted: Posted,
  words: UpkeepWords['mistakes'],
  wrong: Wrong,
  note: string | undefined,
): Service['cost'] | undefined {
  const per = (['free', 'session', 'month', 'year'] as const).find((one) => one === text(posted, 'costPer'));
  if (!per) return wrong('costPer', words.kind);
  const kept = note ? { note } : {};
  if (per === 'free') return { amount: 0, per, ...kept };
  const typed = text(posted, 'amount').replace(/^€ ?/, '').replace(',', '.');
  const amount = /^\d{1,5}(\.\d{1,2})?$/.test(typed) ? Number(typed) : 0;
  return amount > 0 ? { amount, per, ...kept } : wrong('amount', words.amount);
}
