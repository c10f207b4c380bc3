import { z } from 'zod';
import { DATA_CATEGORIES, type Frozen, LEGAL_STATUSES, localDate, NORM_UNITS, slug, words } from './vocabulary.ts';

const legal = { source: words, status: z.enum(LEGAL_STATUSES), checkedOn: localDate };
const term = z.strictObject({ amount: z.int().positive(), unit: z.enum(NORM_UNITS), ...legal });
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: 'Schrijf hier een tijd tussen aanhalingstekens, bijvoorbeeld ‘07:00’.',
});
const bothLanguages = z.strictObject({ nl: words, en: words });

/** What residents ask about their data (GDPR 15 to 21), and a question about a line of the log. */
export const REQUEST_KINDS = ['see', 'correct', 'erase', 'restrict', 'object', 'question'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What the system itself keeps for a while, beside the record. */
export const KEPT_KINDS = ['message', 'invitation', 'outbox', 'look-up-count', 'flag', 'session', 'draft'] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

const refusal = z.strictObject({
  id: slug,
  kinds: z.array(z.enum(REQUEST_KINDS)).min(1),
  text: bothLanguages,
  source: words,
});
/** A ground on which a request may be refused, in whole or in part. */
export type RefusalGround = Frozen<z.infer<typeof refusal>>;

const keptTerm = z.strictObject({
  id: z.enum(KEPT_KINDS),
  amount: z.int().positive(),
  unit: z.enum(['months', 'calendar-days']),
  from: words,
  ...legal,
});
export type KeptTerm = Frozen<z.infer<typeof keptTerm>>;

const looking = z.strictObject({
  hours: z.strictObject({ from: clockTime, until: clockTime }),
  otherHours: z.array(z.strictObject({ organisation: slug, from: clockTime, until: clockTime, weekend: z.boolean() })),
  commonNames: z.array(words),
  volume: z.strictObject({
    times: z.number().min(1),
    atLeast: z.int().positive(),
    usualDays: z.int().positive().max(90),
  }),
  withoutAct: z.strictObject({ people: z.int().positive(), days: z.int().positive().max(90) }),
  denied: z.strictObject({ times: z.int().min(2), minutes: z.int().positive() }),
  foundNobody: z.strictObject({ times: z.int().min(2) }),
  ...legal,
});
/** From where on looking is unusual. */
export type LookingRules = Frozen<z.infer<typeof looking>>;

export const oversightFile = z.strictObject({
  requests: z.strictObject({
    answer: term,
    extension: term,
    warnDays: z.int().positive(),
    // Absent in content that was applied before it could be said; then it is fourteen days.
    correctWithin: term.optional(),
    refusals: z.array(refusal).min(1),
  }),
  breakGlass: z.strictObject({
    hours: z.int().positive().max(168),
    perDay: z.int().positive(),
    // LAW 6: for treating care. Money and housing are never part of it.
    categories: z
      .array(z.enum(DATA_CATEGORIES))
      .min(1)
      .refine((all) => !all.includes('income-debt') && !all.includes('housing'), {
        error: 'Laat income-debt en housing hier weg: noodtoegang is er voor behandeling.',
      }),
    reviewWithin: term,
  }),
  looking,
  keep: z.array(keptTerm).min(1),
  backUps: z.strictObject({ days: z.int().positive(), ...legal }),
});
/** What the privacy officer works with (`oversight.yaml`). */
export type Oversight = Frozen<z.infer<typeof oversightFile>>;
