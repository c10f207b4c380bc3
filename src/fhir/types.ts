import type { Act, Category, Facet } from '../platform/index.ts';

/** Where resources of a type live: with one resident, with the region, or in the audit. */
export type Home = 'resident' | 'region' | 'audit';

/** What the store knows of a FHIR type. One row a type; breadth follows by adding rows. */
export type TypeRow = {
  readonly home: Home;
  /** Element that leads to the resident; for Patient its own id. */
  readonly subject?: string;
  readonly facet?: Facet;
  /** Categories where nothing more precise is known (server-set; the strictest that fits). */
  readonly categories?: readonly Category[];
  /** Elements read by search parameter `status`. */
  readonly status?: string;
  /** Elements read by search parameter `code`. */
  readonly code?: readonly string[];
  /** Elements read by search parameter `date` (dateTime, date, instant or Period), first found wins. */
  readonly date?: readonly string[];
  /** Acts that allow creating and changing one through the FHIR door; any of them. */
  readonly create: readonly Act[];
  readonly update: readonly Act[];
  /** Search parameters beside _id, _lastUpdated and identifier. */
  readonly search: readonly SearchName[];
  /** Names that R4 itself gives to one of them for this type. */
  readonly also?: Readonly<Record<string, SearchName>>;
  /** False for a type that R4 gives no identifier. */
  readonly identified?: false;
};

export type SearchName =
  | 'patient'
  | 'subject'
  | 'code'
  | 'status'
  | 'date'
  | 'owner'
  | 'based-on'
  | 'focus'
  | 'organization'
  | 'name'
  | 'service-category'
  | 'practitioner';

const region = (row: Partial<TypeRow>): TypeRow => ({
  home: 'region',
  create: ['keep-directory'],
  update: ['keep-directory'],
  search: [],
  ...row,
});

export const TYPES = {
  Patient: {
    home: 'resident',
    facet: 'identity',
    categories: [],
    create: ['register'],
    update: ['register', 'correct'],
    search: [],
  },
  RelatedPerson: {
    home: 'resident',
    subject: 'patient',
    facet: 'identity',
    categories: [],
    create: ['plan'],
    update: ['plan'],
    search: ['patient'],
  },
  CareTeam: {
    home: 'resident',
    subject: 'subject',
    facet: 'team',
    categories: [],
    status: 'status',
    create: ['assign', 'hand-over'],
    update: ['assign', 'hand-over'],
    search: ['patient', 'subject', 'status', 'date'],
    date: ['period'],
  },
  Consent: {
    home: 'resident',
    subject: 'patient',
    facet: 'consent',
    categories: [],
    status: 'status',
    date: ['dateTime'],
    create: ['consent'],
    update: ['consent'],
    search: ['patient', 'status', 'date'],
  },
  QuestionnaireResponse: {
    home: 'resident',
    subject: 'subject',
    facet: 'conversation',
    categories: ['support'],
    status: 'status',
    date: ['authored'],
    create: ['converse', 'answer-questions'],
    update: ['converse'],
    search: ['patient', 'subject', 'status', 'date', 'based-on'],
    also: { authored: 'date' },
  },
  Observation: {
    home: 'resident',
    subject: 'subject',
    facet: 'conversation',
    categories: ['health'],
    status: 'status',
    code: ['code'],
    date: ['effectiveDateTime', 'effectivePeriod', 'effectiveInstant'],
    create: ['converse'],
    update: ['converse'],
    search: ['patient', 'subject', 'code', 'status', 'date', 'based-on'],
  },
  Goal: {
    home: 'resident',
    subject: 'subject',
    facet: 'conversation',
    categories: ['support'],
    status: 'lifecycleStatus',
    date: ['startDate'],
    create: ['converse', 'plan', 'own-goal'],
    update: ['converse', 'plan', 'own-goal'],
    search: ['patient', 'subject', 'status', 'date'],
    also: { 'lifecycle-status': 'status', 'start-date': 'date' },
  },
  CarePlan: {
    home: 'resident',
    subject: 'subject',
    facet: 'conversation',
    categories: ['support'],
    status: 'status',
    date: ['period'],
    create: ['plan'],
    update: ['plan'],
    search: ['patient', 'subject', 'status', 'date', 'based-on'],
  },
  ServiceRequest: {
    home: 'resident',
    subject: 'subject',
    facet: 'referral',
    categories: ['support'],
    status: 'status',
    code: ['code'],
    date: ['authoredOn'],
    create: ['refer', 'refer-on', 'refer-self'],
    update: ['close-own', 'undo', 'refer-on'],
    search: ['patient', 'subject', 'code', 'status', 'date', 'based-on'],
    also: { authored: 'date' },
  },
  Task: {
    home: 'resident',
    subject: 'for',
    facet: 'referral',
    categories: ['support'],
    status: 'status',
    code: ['code'],
    date: ['authoredOn'],
    create: ['refer', 'refer-on', 'refer-self'],
    update: ['answer', 'support', 'undo', 'close-own', 'refer-on', 'change-mind'],
    search: ['patient', 'subject', 'code', 'status', 'date', 'owner', 'based-on', 'focus'],
    also: { 'authored-on': 'date' },
  },
  Communication: {
    home: 'resident',
    subject: 'subject',
    facet: 'contact',
    categories: ['support'],
    status: 'status',
    date: ['sent', 'received'],
    create: ['contact', 'message'],
    update: ['contact', 'message'],
    search: ['patient', 'subject', 'status', 'date', 'based-on'],
    also: { sent: 'date' },
  },
  Appointment: {
    home: 'resident',
    subject: 'participant',
    facet: 'contact',
    categories: ['support'],
    status: 'status',
    date: ['start', 'requestedPeriod'],
    create: ['contact', 'support'],
    update: ['contact', 'support'],
    search: ['patient', 'status', 'date', 'based-on'],
  },
  Provenance: {
    home: 'resident',
    subject: 'target',
    facet: 'trail',
    categories: [],
    date: ['recorded'],
    create: ['keep-directory'],
    update: ['keep-directory'],
    search: ['patient', 'date'],
    also: { recorded: 'date' },
    identified: false,
  },
  AuditEvent: {
    home: 'audit',
    identified: false,
    facet: 'trail',
    categories: [],
    create: [],
    update: [],
    search: ['patient', 'date'],
  },
  Organization: region({ search: ['name', 'status'] }),
  HealthcareService: region({ search: ['name', 'organization', 'service-category', 'status'] }),
  Location: region({ status: 'status', search: ['name', 'status', 'organization'] }),
  Practitioner: region({ search: ['name'] }),
  PractitionerRole: region({
    code: ['code'],
    search: ['organization', 'practitioner', 'code'],
    also: { role: 'code' },
  }),
  Questionnaire: region({
    status: 'status',
    code: ['code'],
    date: ['date'],
    search: ['name', 'status', 'code', 'date'],
  }),
  PlanDefinition: region({ status: 'status', date: ['date'], search: ['name', 'status', 'date'] }),
} as const satisfies Record<string, TypeRow>;

export type ResourceType = keyof typeof TYPES;

/** True for a type this store keeps. */
export function isResourceType(type: string): type is ResourceType {
  return Object.hasOwn(TYPES, type);
}

/** What is known of a type. */
export function typeRow(type: ResourceType): TypeRow {
  return TYPES[type];
}

/** Every search parameter of a type. */
export function searchNames(type: ResourceType): readonly (SearchName | '_id' | '_lastUpdated' | 'identifier')[] {
  const row = typeRow(type);
  return ['_id', '_lastUpdated', ...(row.identified === false ? [] : (['identifier'] as const)), ...row.search];
}

/** A FHIR resource as plain JSON. */
export type Resource = {
  readonly resourceType: string;
  readonly id?: string;
  readonly meta?: { readonly versionId?: string; readonly lastUpdated?: string; readonly [key: string]: unknown };
  readonly [key: string]: unknown;
};

/** The BSN as FHIR names it in the Netherlands. */
export const BSN_SYSTEM = 'http://fhir.nl/fhir/NamingSystem/bsn';
/** Own code systems and extensions. */
export const OMZIEN = 'https://omzien.example/fhir';
