import { z } from 'zod';
import { CONSENT_KINDS, type Frozen, HOLIDAY_RULES, LEGAL_STATUSES, localDate, slug, words } from './vocabulary.ts';

export const retention = z.strictObject({
  id: slug,
  label: words,
  appliesTo: words,
  amount: z.int().positive(),
  unit: z.literal('months', { error: 'Schrijf bewaartermijnen in maanden: ‘unit: months’.' }),
  from: words,
  source: words,
  status: z.enum(LEGAL_STATUSES),
  checkedOn: localDate,
});
/** How long a kind of record is kept, in months from the moment that `from` names. */
export type Retention = Frozen<z.infer<typeof retention>>;
const afterDeath = z.strictObject({
  days: z.int().positive(),
  source: words,
  status: z.enum(LEGAL_STATUSES),
});
/** For how many calendar days practice and team still read after somebody died. */
export type AfterDeath = Frozen<z.infer<typeof afterDeath>>;
export const normsFile = z.strictObject({ retention: z.array(retention).min(1), afterDeath: afterDeath.optional() });

export const consentText = z.strictObject({
  id: slug,
  kind: z.enum(CONSENT_KINDS),
  version: z.int().positive(),
  validFrom: localDate,
  title: words,
  text: words,
  means: words,
  withdraw: words,
  asked: z.boolean(),
  status: z.enum(LEGAL_STATUSES),
  source: words,
});
/** What a resident reads about one kind of consent; `asked` is false where one is informed or may object. */
export type ConsentText = Frozen<z.infer<typeof consentText>>;
export const consentsFile = z.strictObject({ consents: z.array(consentText).min(1) });

const holiday = z.strictObject({
  rule: z.enum(HOLIDAY_RULES),
  label: words,
  everyYears: z.int().positive().optional(),
});
export const holidaysFile = z.strictObject({
  source: words,
  nonWorking: z.array(holiday),
  closed: z.array(z.strictObject({ on: localDate, why: words })),
});
/** Days that are not working days: by rule (`everyYears: 5` only in years divisible by 5) and single closing days. */
export type Holidays = Frozen<z.infer<typeof holidaysFile>>;

const crisisLine = z.strictObject({
  id: slug,
  name: words,
  phone: z.string().regex(/^[\d -]{3,}$/, {
    error: 'Schrijf hier een telefoonnummer tussen aanhalingstekens, bijvoorbeeld ‘0800-0113’.',
  }),
  call: words,
  when: words,
  open: words,
  url: z.url({ error: 'Schrijf hier een webadres dat begint met https://.' }).optional(),
  /** Words in a search that put this number first. */
  triggers: z.array(words).optional(),
});
export type CrisisLine = Frozen<z.infer<typeof crisisLine>>;
export const crisisFile = z.strictObject({ intro: words, lines: z.array(crisisLine).min(1) });
export type Crisis = Frozen<z.infer<typeof crisisFile>>;

const safetyStep = z.strictObject({ id: slug, title: words, text: words, record: words });
export const safetyFile = z.strictObject({
  title: words,
  intro: words,
  source: words,
  url: z.url({ error: 'Schrijf hier een webadres dat begint met https://.' }),
  checkedOn: localDate,
  steps: z.array(safetyStep).min(1),
  telling: words,
  colleague: words,
});
/** What to do when somebody at work fears violence or child abuse: the steps of the reporting code, in order. */
export type Safety = Frozen<z.infer<typeof safetyFile>>;
