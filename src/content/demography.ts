import { z } from 'zod';
import { type Frozen, source } from './vocabulary.ts';

const rates = z.array(z.number().nonnegative().max(2)).min(1);
const counts = z.array(z.int().nonnegative()).min(1);

export const demographyFile = z.strictObject({
  sources: z.array(source).min(1),
  mortality: z.strictObject({
    ages: z.array(z.int().nonnegative()).min(2),
    periods: z.array(z.strictObject({ from: z.int(), until: z.int(), men: rates, women: rates })).min(1),
  }),
  years: z
    .array(
      z.strictObject({
        year: z.int(),
        births: z.number().nonnegative(),
        deaths: z.number().nonnegative(),
        netMigration: z.number(),
      }),
    )
    .min(2),
  country: z.strictObject({ ageGroups: z.array(z.string()).min(1), men: counts, women: counts }),
});
/**
 * Deaths, births and migration of the whole country, to look ahead with (`demography.yaml`). Mortality: deaths per
 * person-year, `men[i]` from `ages[i]` until the next age, in the years `from` ≤ year < `until`. Years: births and deaths
 * in thousands, net migration per 1,000 residents. Country: residents, `men[i]` of `ageGroups[i]`.
 */
export type Demography = Frozen<z.infer<typeof demographyFile>>;
