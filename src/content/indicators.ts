import { z } from 'zod';
import { type Frozen, localDate, slug, words } from './vocabulary.ts';

/** What a value is: people, a part of a whole in percent, a number per other number, hours, or a change in percent. */
export const UNITS = ['people', 'percent', 'ratio', 'hours', 'change'] as const;
/** How the figures of a series came about; a plan states what it expects or aims at. */
export const SERIES_KINDS = ['count', 'survey', 'estimate', 'projection', 'plan'] as const;
/** Which way is good. */
export const POLARITIES = ['more-is-better', 'less-is-better', 'neutral'] as const;
export const AREA_KINDS = ['country', 'province', 'region'] as const;

const year = z.int().min(1990).max(2100);

/** From age up to and with age, in whole years; without `to`: and older. Ages are those where an age group begins or ends. */
const ages = z.strictObject({ from: z.int().nonnegative(), to: z.int().positive().optional() });

const value = z.strictObject({
  area: slug,
  year,
  value: z.number(),
  /** The 95% interval, where the source gives one. */
  lower: z.number().optional(),
  upper: z.number().optional(),
});

const series = z.strictObject({
  id: slug,
  name: words,
  kind: z.enum(SERIES_KINDS),
  source: words,
  url: z.url({ error: 'Schrijf hier een webadres dat begint met https://.' }).optional(),
  licence: words.optional(),
  date: localDate,
  definition: words,
  method: words.optional(),
  caveat: words.optional(),
  /** Counted from the residents by age that the region has: so many, or so many for each `per` people of other ages. */
  counted: z.strictObject({ of: ages, among: ages.optional(), per: z.literal([1, 100]).optional() }).optional(),
  values: z.array(value).min(1).optional(),
  /** Counted by Omzien itself: residents who took this step of this pathway, as published, over a calendar year. */
  own: z.strictObject({ pathway: slug, step: slug }).optional(),
});
export type Series = Frozen<z.infer<typeof series>>;

const indicator = z.strictObject({
  id: slug,
  title: words,
  unit: z.enum(UNITS),
  decimals: z.int().min(0).max(2),
  polarity: z.enum(POLARITIES),
  definition: words,
  why: words,
  target: z.strictObject({ value: z.number(), year: year.optional(), text: words, source: words }).optional(),
  /** Where sources contradict each other: why. */
  differ: words.optional(),
  series: z.array(series).min(1),
});
export type Indicator = Frozen<z.infer<typeof indicator>>;

/** One theme of the figures: a file of `indicators/`. */
export const indicatorFile = z.strictObject({
  id: slug,
  order: z.int(),
  title: words,
  intro: words,
  indicators: z.array(indicator).min(1),
});
export type Theme = Frozen<z.infer<typeof indicatorFile>>;

const comparisonArea = z.strictObject({ id: slug, name: words, kind: z.enum(AREA_KINDS) });
const tile = z.strictObject({ municipality: slug, column: z.int().positive(), row: z.int().positive() });
const task = z.strictObject({
  id: slug,
  /** The pathway that Omzien follows; absent where it follows none yet. */
  pathway: slug.optional(),
  title: words,
  /** The figure that says how large the task is. */
  indicator: slug,
  text: words,
});
export const monitorFile = z.strictObject({
  /** From signal to better: for whom each approach is meant, and which figure says how many they are. */
  tasks: z.array(task),
  /** Areas outside the region to compare with. */
  areas: z.array(comparisonArea),
  /** The map of tiles: where each municipality stands, about as on a map. */
  tiles: z.array(tile).min(1),
});
type MonitorFile = Frozen<z.infer<typeof monitorFile>>;
/** `tasks` are absent in content that was applied before there were any. */
export type Monitor = Omit<MonitorFile, 'tasks'> & { readonly tasks?: MonitorFile['tasks'] | undefined };
