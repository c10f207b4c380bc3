import { z } from 'zod';
import { type Frozen, slug, words } from './vocabulary.ts';

/** What is looked ahead at, beside what plans say of it. */
export const FUTURE_FIGURES = [
  'residents',
  'over-65',
  'old-age-ratio',
  'carers-50-75',
  'carers-50-65',
  'dementia',
  'frail',
  'at-risk',
  'home-nursing',
  'care-workers',
] as const;
export type FutureFigure = (typeof FUTURE_FIGURES)[number];

const year = z.int().min(2000).max(2100);

export const futuresFile = z.strictObject({
  /** Workers in care and welfare in the region, and the part of them that is there for older people. */
  workforce: z.strictObject({
    year,
    workers: z.int().positive(),
    forOlderPeople: z.number().min(0).max(1),
    source: words,
    /** What of it is assumed, in words for readers. */
    assumption: words,
  }),
  /** Published totals of residents from an age (up to `to`), to which the projection is brought by choice. */
  totals: z.array(
    z.strictObject({
      year,
      from: z.int().nonnegative(),
      to: z.int().positive().optional(),
      people: z.int().positive(),
      source: words,
    }),
  ),
  beside: z.array(
    z.strictObject({
      id: slug,
      figure: z.enum(FUTURE_FIGURES),
      indicator: slug,
      series: slug,
      /** The series tells a change in percent: since this year. */
      growthFrom: year.optional(),
      /** Why it comes out otherwise, in plain words. */
      differ: words,
    }),
  ),
});
/** How the region looks ahead (`futures.yaml`): its workers in care, totals that plans publish, and what those plans say. */
export type Futures = Frozen<z.infer<typeof futuresFile>>;
