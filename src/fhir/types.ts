import type { Act, Category, Facet } from '../platform/index.ts';

/** Where resources of a type live: with one resident, with the region, with the system that made it, or in the audit. */
export type Home = 'resident' | 'region' | 'client' | 'audit';

/** What the store knows of a FHIR type. One row a type; breadth follows by adding rows. */
export type TypeRow = {
  readonly home: Home;
  /** Element that leads to the resident; for Patient its own id. */
  readonly subject?: string;
  readonly facet?: Facet;
  /** The element by which an entry belongs to a request, and the facet it has then: it is part of that pathway (decision 39). */
  readonly within?: { readonly path: readonly string[]; readonly facet: Facet };
  /** Categories where nothing more precise is known (server-set; the strictest that fits). */
  readonly categories?: readonly Category[];
  /** The element that says how far it is, for lists and the timeline. */
  readonly status?: string;
  /** Acts that allow creating and changing one through the FHIR door; any of them. */
  readonly create: readonly Act[];
  readonly update: readonly Act[];
};

/** What partners in care write: for who treats, and the resident; not for who supports (decision 39). */
const care = (row: Partial<TypeRow>): TypeRow => ({
  home: 'resident',
  subject: 'subject',
  facet: 'care',
  // Whether it is of body or mind cannot be told from it: a reader needs both.
  categories: ['health', 'mental-health'],
  create: ['record-care'],
  update: ['record-care'],
  ...row,
});

const region = (row: Partial<TypeRow>): TypeRow => ({
  home: 'region',
  create: ['keep-directory'],
  update: ['keep-directory'],
  ...row,
});

export const TYPES = {
  Patient: {
    home: 'resident',
    facet: 'identity',
    categories: [],
    create: ['register'],
    update: ['register', 'correct'],
  },
  RelatedPerson: {
    home: 'resident',
    subject: 'patient',
    facet: 'identity',
    categories: [],
    create: ['plan'],
    update: ['plan'],
  },
  CareTeam: {
    home: 'resident',
    subject: 'subject',
    facet: 'team',
    categories: [],
    status: 'status',
    create: ['assign', 'hand-over'],
    update: ['assign', 'hand-over'],
  },
  Consent: {
    home: 'resident',
    subject: 'patient',
    facet: 'consent',
    categories: [],
    status: 'status',
    create: ['consent'],
    update: ['consent'],
  },
  QuestionnaireResponse: {
    home: 'resident',
    subject: 'subject',
    facet: 'conversation',
    categories: ['support'],
    status: 'status',
    create: ['converse', 'answer-questions'],
    update: ['converse'],
  },
  Observation: {
    home: 'resident',
    subject: 'subject',
    facet: 'conversation',
    categories: ['health'],
    status: 'status',
    create: ['converse'],
    update: ['converse'],
  },
  Goal: {
    home: 'resident',
    subject: 'subject',
    facet: 'conversation',
    categories: ['support'],
    status: 'lifecycleStatus',
    create: ['converse', 'plan', 'own-goal'],
    update: ['converse', 'plan', 'own-goal'],
  },
  CarePlan: {
    home: 'resident',
    subject: 'subject',
    facet: 'conversation',
    categories: ['support'],
    status: 'status',
    create: ['plan'],
    update: ['plan'],
  },
  ServiceRequest: {
    home: 'resident',
    subject: 'subject',
    facet: 'referral',
    categories: ['support'],
    status: 'status',
    create: ['refer', 'refer-on', 'refer-self'],
    update: ['close-own', 'undo', 'refer-on'],
  },
  Task: {
    home: 'resident',
    subject: 'for',
    facet: 'referral',
    categories: ['support'],
    status: 'status',
    create: ['refer', 'refer-on', 'refer-self'],
    update: ['answer', 'support', 'undo', 'close-own', 'refer-on', 'change-mind'],
  },
  Communication: {
    home: 'resident',
    subject: 'subject',
    facet: 'contact',
    categories: ['support'],
    status: 'status',
    create: ['contact', 'message'],
    update: ['contact', 'message'],
  },
  Appointment: {
    home: 'resident',
    subject: 'participant',
    facet: 'contact',
    categories: ['support'],
    status: 'status',
    create: ['contact', 'support'],
    update: ['contact', 'support'],
  },
  Provenance: {
    home: 'resident',
    subject: 'target',
    facet: 'trail',
    categories: [],
    create: ['keep-directory'],
    update: ['keep-directory'],
  },
  Condition: care({}),
  AllergyIntolerance: care({ subject: 'patient', categories: ['health'] }),
  Immunization: care({ subject: 'patient', categories: ['health'], status: 'status' }),
  MedicationStatement: care({ status: 'status' }),
  Procedure: care({ status: 'status' }),
  Device: care({ subject: 'patient', categories: ['health'], status: 'status' }),
  Flag: care({ status: 'status' }),
  List: care({ status: 'status' }),
  Encounter: care({ status: 'status', within: { path: ['basedOn'], facet: 'contact' } }),
  RiskAssessment: care({ status: 'status', within: { path: ['basedOn'], facet: 'conversation' } }),
  DocumentReference: care({
    status: 'status',
    within: { path: ['context', 'related'], facet: 'referral' },
    create: ['record-care', 'write-letter'],
    update: ['record-care', 'write-letter'],
  }),
  AuditEvent: {
    home: 'audit',
    facet: 'trail',
    categories: [],
    create: [],
    update: [],
  },
  Organization: region({}),
  HealthcareService: region({}),
  Location: region({ status: 'status' }),
  Practitioner: region({}),
  PractitionerRole: region({}),
  Questionnaire: region({
    status: 'status',
  }),
  PlanDefinition: region({ status: 'status' }),
  ActivityDefinition: region({ status: 'status' }),
  Schedule: region({}),
  Slot: region({ status: 'status' }),
  Group: region({}),
  Subscription: {
    home: 'client',
    status: 'status',
    create: ['subscribe'],
    update: ['subscribe'],
  },
} as const satisfies Record<string, TypeRow>;

export type ResourceType = keyof typeof TYPES;

/** True for a type this store keeps. */
export function isResourceType(type: string): type is ResourceType {
  return Object.hasOwn(TYPES, type);
}

/** Whether a type stands on the shelf of another room: what is of the region, or of one system. */
export function onShelf(type: ResourceType): boolean {
  const { home } = typeRow(type);
  return home === 'region' || home === 'client';
}

/** What is known of a type. */
export function typeRow(type: ResourceType): TypeRow {
  return TYPES[type];
}

/** The facet that guards one resource: that of its type, or of the pathway whose request it belongs to. */
export function facetOf(type: ResourceType, resource: Resource): Facet {
  const { facet = 'trail', within } = typeRow(type);
  if (!within) return facet;
  const named = within.path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], resource);
  const belongs = [named].flat().some((one) => {
    const reference = (one as { readonly reference?: unknown } | null | undefined)?.reference;
    return typeof reference === 'string' && reference.startsWith('ServiceRequest/');
  });
  return belongs ? within.facet : facet;
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
