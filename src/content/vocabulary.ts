import { z } from 'zod';

/** Role codes a person can hold at an organisation; Dutch labels live in the message catalogue. */
export const ROLES = [
  'resident',
  'carer',
  'practice-nurse',
  'gp',
  'welfare-coach',
  'provider',
  'coordinator',
  'debt-officer',
  'organisation-admin',
  'privacy-officer',
  'policy-adviser',
  'partner-system',
  'system',
] as const;
export type Role = (typeof ROLES)[number];

/** Categories of personal data; a reader needs every category a row carries. */
export const DATA_CATEGORIES = ['health', 'mental-health', 'support', 'income-debt', 'housing', 'social'] as const;
export type DataCategory = (typeof DATA_CATEGORIES)[number];

/** The six domains of the directory. */
export const DOMAINS = ['care', 'mental-health', 'welfare', 'living', 'income', 'meeting-moving'] as const;
export type Domain = (typeof DOMAINS)[number];

export const ORGANISATION_KINDS = ['gp-practice', 'welfare', 'provider', 'municipality-debt-help'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const NORM_UNITS = ['working-days', 'calendar-days', 'calendar-weeks', 'months'] as const;
export type NormUnit = (typeof NORM_UNITS)[number];

/** The source of a norm that no law, agreement or plan gives. */
export const SET_BY_THE_REGION = 'set by the region';

/** Moments in a case that the engine records and norms count from and until. */
export const CASE_EVENTS = [
  'referral-requested',
  'referral-answered',
  'team-finished',
  'referral-accepted',
  'first-contact',
  'conversation-held',
  'provider-requested',
  'provider-answered',
  'provider-accepted',
  'support-started',
  'outcome-recorded',
  'follow-up-held',
  'closed',
] as const;
export type CaseEvent = (typeof CASE_EVENTS)[number];

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** ISO 639-1 codes of the languages a service may be given in. */
export const LANGUAGES = ['nl', 'en', 'de', 'ar', 'tr', 'pl', 'uk', 'ti', 'fa', 'so', 'fr', 'es', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

export const DIMENSIONS = ['body', 'mind', 'meaning', 'quality-of-life', 'taking-part', 'daily-life'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The four different things that are called consent (kept apart in model and screen). */
export const CONSENT_KINDS = ['gdpr-6-9', 'bw-7-457', 'wabvpz-15a', 'gdpr-21'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** `sure` may be built as it stands; `check` is to be confirmed by the region's lawyer. */
export const LEGAL_STATUSES = ['sure', 'check'] as const;
export type LegalStatus = (typeof LEGAL_STATUSES)[number];

/** Dutch holidays by rule, so that no year has to be typed in. */
export const HOLIDAY_RULES = [
  'new-year',
  'good-friday',
  'easter-monday',
  'kings-day',
  'liberation-day',
  'ascension',
  'whit-monday',
  'christmas',
  'boxing-day',
] as const;
export type HolidayRule = (typeof HOLIDAY_RULES)[number];

/** A stable id: lower-case words joined by dashes; at most 64 characters, because it is also the FHIR id. */
export const slug = z
  .string()
  .max(64, { error: 'Maak deze id korter: hoogstens 64 tekens.' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'Schrijf hier een id in kleine letters en cijfers met streepjes ertussen, bijvoorbeeld ‘voorbeeld-welzijn’.',
  });

/** Words for people: never empty, never with space around them. */
export const words = z.string().regex(/^\S(?:[\s\S]*\S)?$/, {
  error: 'Schrijf hier een tekst, zonder spatie aan het begin of eind.',
});

/** A local date (Europe/Amsterdam), `YYYY-MM-DD`, that exists on the calendar. */
export const localDate = z
  .string({ error: 'Schrijf hier een datum als 2026-11-23.' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'Schrijf hier een datum als 2026-11-23.' })
  .refine((text) => isCalendarDate(text), { error: 'Deze datum bestaat niet. Schrijf een datum als 2026-11-23.' });

export const postcode4 = z
  .string({ error: 'Schrijf de postcode tussen aanhalingstekens, bijvoorbeeld ‘7511’.' })
  .regex(/^[1-9]\d{3}$/, { error: 'Schrijf hier vier cijfers, bijvoorbeeld ‘7511’.' });

/** Where a fact comes from. */
export const source = z.strictObject({
  name: words,
  date: localDate.optional(),
  licence: words.optional(),
  note: words.optional(),
  url: z.url({ error: 'Schrijf hier een webadres dat begint met https://.' }).optional(),
});
export type Source = Frozen<z.infer<typeof source>>;

export const codedLabel = z.strictObject({ code: slug, label: words, help: words.optional() });
export type CodedLabel = Frozen<z.infer<typeof codedLabel>>;

/** All of `T` read-only, however deep. */
export type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

function isCalendarDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
