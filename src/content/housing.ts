import { z } from 'zod';
import { type Frozen, slug, source, words } from './vocabulary.ts';

const year = z.int().min(2000).max(2100);
const named = z.strictObject({ id: slug, name: words, text: words });

/** What the region set out to do for homes: how many of which type in each scenario, and for whom. */
export const housingFile = z.strictObject({
  source,
  /** The year in which building began to count, and the year by which the homes have to be there. */
  from: year,
  until: year,
  note: words,
  /**
   * `smallCircle`: for who does not come far; where it fits is shown by neighbourhood. `socialRent`: the share of social
   * rent that was agreed, from 0 to 1.
   */
  types: z
    .array(named.extend({ smallCircle: z.boolean().optional(), socialRent: z.number().min(0).max(1).optional() }))
    .min(1),
  scenarios: z.array(named.extend({ homes: z.record(slug, z.int().nonnegative()) })).min(1),
  /** Groups that need attention in housing; `urgent`: named in the rules for urgency. */
  groups: z.array(z.strictObject({ id: slug, name: words, urgent: z.boolean() })),
  /** What else the sources say, in words. */
  besides: z.array(z.strictObject({ id: slug, text: words })),
});
export type Housing = Frozen<z.infer<typeof housingFile>>;
