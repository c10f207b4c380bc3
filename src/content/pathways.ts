import { z } from 'zod';
import {
  CASE_EVENTS,
  CONSENT_KINDS,
  codedLabel,
  DATA_CATEGORIES,
  type Frozen,
  LEGAL_STATUSES,
  localDate,
  NORM_UNITS,
  ROLES,
  slug,
  words,
} from './vocabulary.ts';

export const norm = z.strictObject({
  id: slug,
  label: words,
  amount: z.int().positive(),
  unit: z.enum(NORM_UNITS, {
    error: 'Schrijf de eenheid van deze norm: working-days, calendar-days, calendar-weeks of months.',
  }),
  from: z.enum(CASE_EVENTS),
  until: z.enum(CASE_EVENTS),
  source: z.string({ error: 'Schrijf waar deze norm vandaan komt, of precies ‘set by the region’.' }).min(1, {
    error: 'Schrijf waar deze norm vandaan komt, of precies ‘set by the region’.',
  }),
});
/** A term between two moments of a case; `source` is a text or exactly `set by the region`. */
export type Norm = Frozen<z.infer<typeof norm>>;

const reason = z.strictObject({ code: slug, label: words, help: words.optional(), category: z.enum(DATA_CATEGORIES) });
const urgency = z.strictObject({ code: slug, label: words, help: words, norm: slug });

const ground = z.strictObject({
  role: z.enum(ROLES),
  may: words,
  articles: z.array(words).min(1),
  consent: z.enum(CONSENT_KINDS).optional(),
  status: z.enum(LEGAL_STATUSES),
  source: words,
  checkedOn: localDate,
});

const selfReferral = z.strictObject({
  text: words,
  reasons: z.array(z.strictObject({ code: slug, label: words })).min(1),
});

const step = z.strictObject({
  id: slug,
  title: words,
  text: words,
  forResident: words,
  roles: z.array(z.enum(ROLES)).min(1),
  norms: z.array(slug),
  questionnaires: z.array(slug),
});

const hop = z.strictObject({
  id: slug,
  title: words,
  requesters: z.array(z.enum(ROLES)).min(1),
  performer: z.enum(ROLES),
  target: z.enum(['tied-team', 'service']),
  basedOn: slug.optional(),
  answerNorm: slug,
  consent: z.enum(CONSENT_KINDS),
  consentText: slug,
});

const stopReason = codedLabel.extend({ by: z.array(z.enum(['requester', 'provider', 'resident', 'system'])).min(1) });
const outcome = codedLabel.extend({ good: z.boolean() });
const ending = codedLabel.extend({ kind: z.enum(['completed', 'stopped', 'error']) });

export const pathway = z.strictObject({
  id: slug,
  version: z.int().positive(),
  title: words,
  summary: words,
  source: words,
  forWhom: z.strictObject({
    text: words,
    minimumAge: z.int().min(18, { error: 'Omzien is er nu voor mensen van 18 jaar en ouder: schrijf 18 of meer.' }),
  }),
  reasons: z.array(reason).min(1),
  urgencies: z.array(urgency).min(1),
  /** Present where residents may ask for this themselves; the reasons in their own words. */
  self: selfReferral.optional(),
  purpose: slug,
  categories: z.array(z.enum(DATA_CATEGORIES)).min(1),
  grounds: z.array(ground).min(1),
  steps: z.array(step).min(1),
  hops: z.array(hop).min(1),
  norms: z.array(norm).min(1),
  questionnaires: z.strictObject({
    conversation: slug.optional(),
    measure: slug.optional(),
    experience: slug.optional(),
  }),
  followUp: z.strictObject({ after: slug, questionnaires: z.array(slug).min(1), text: words }).optional(),
  contact: z.strictObject({
    attempts: z.int().positive(),
    source: words,
    kinds: z.array(codedLabel).min(1),
    outcomes: z.array(codedLabel.extend({ reached: z.boolean() })).min(1),
  }),
  rejectReasons: z.array(stopReason).min(1),
  cancelReasons: z.array(stopReason).min(1),
  holdReasons: z.array(stopReason).min(1),
  failedReasons: z.array(stopReason).min(1),
  errorReasons: z.array(stopReason).min(1),
  outcomes: z.array(outcome).min(1),
  endings: z.array(ending).min(1),
  handsOverTo: z.array(slug),
  counts: z.array(z.strictObject({ id: slug, label: words, definition: words })).min(1),
});
export type PathwayReason = Frozen<z.infer<typeof reason>>;
export type Urgency = Frozen<z.infer<typeof urgency>>;
export type LegalGround = Frozen<z.infer<typeof ground>>;
export type PathwayStep = Frozen<z.infer<typeof step>>;
export type Hop = Frozen<z.infer<typeof hop>>;
export type StopReason = Frozen<z.infer<typeof stopReason>>;
export type Outcome = Frozen<z.infer<typeof outcome>>;
export type Ending = Frozen<z.infer<typeof ending>>;
/** A pathway (ketenaanpak) as content; a case runs the version it began with. */
export type Pathway = Frozen<z.infer<typeof pathway>>;
