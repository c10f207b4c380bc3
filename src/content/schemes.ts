import { z } from 'zod';
import { type Frozen, LEGAL_STATUSES, localDate, slug, words } from './vocabulary.ts';

/** The five questions, and what may be answered. */
export const HOUSEHOLDS = ['alone', 'together'] as const;
export const CHILDREN = ['none', 'under-12', 'under-18'] as const;
export const AGES = ['under-21', '21-to-pension', 'pension'] as const;
export const INCOMES = ['lowest', 'low', 'middle', 'higher'] as const;
export const HOMES = ['rent', 'own', 'other'] as const;

const scheme = z.strictObject({
  id: slug,
  name: words,
  what: words,
  /** All that is named must hold; what is not named does not matter. */
  when: z.strictObject({
    household: z.array(z.enum(HOUSEHOLDS)).min(1).optional(),
    children: z.array(z.enum(CHILDREN)).min(1).optional(),
    age: z.array(z.enum(AGES)).min(1).optional(),
    income: z.array(z.enum(INCOMES)).min(1).optional(),
    home: z.array(z.enum(HOMES)).min(1).optional(),
  }),
  why: words,
  mind: words.optional(),
  where: words,
  url: z.url({ error: 'Schrijf hier een webadres dat begint met https://.' }).optional(),
  source: words,
  status: z.enum(LEGAL_STATUSES),
  checkedOn: localDate,
});
/** One income scheme: for whom it may be, why it is named, what to mind, and where to ask. An indication, never a decision. */
export type Scheme = Frozen<z.infer<typeof scheme>>;

export const schemesFile = z.strictObject({
  incomes: z.strictObject({ lowest: words, low: words, middle: words, higher: words }),
  schemes: z.array(scheme).min(1),
});
export type Schemes = Frozen<z.infer<typeof schemesFile>>;
