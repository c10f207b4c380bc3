/** The roles people and systems act in. */
export type RoleCode =
  | 'resident'
  | 'carer'
  | 'practice-nurse'
  | 'gp'
  | 'welfare-coach'
  | 'provider'
  | 'coordinator'
  | 'debt-officer'
  | 'organisation-admin'
  | 'privacy-officer'
  | 'policy-adviser'
  /** A system of one organisation, with the rights of that organisation; `system` has those of the region. */
  | 'partner-system'
  | 'system';

export type Category = 'health' | 'mental-health' | 'support' | 'income-debt' | 'housing' | 'social';
export const CATEGORIES: readonly Category[] = [
  'health',
  'mental-health',
  'support',
  'income-debt',
  'housing',
  'social',
];

/** The parts of a record that are guarded apart. */
export type Facet = 'identity' | 'referral' | 'conversation' | 'contact' | 'consent' | 'team' | 'trail' | 'care';
export const FACETS: readonly Facet[] = [
  'identity',
  'referral',
  'conversation',
  'contact',
  'consent',
  'team',
  'trail',
  'care',
];

/** Who acts: a person (or system) in one role at one organisation, for one session. References are FHIR references. */
export type Actor = {
  /** `Practitioner/…`, `Patient/…`, or `Device/…` for a system. */
  readonly person: string;
  readonly name: string;
  readonly role: RoleCode;
  /** `PractitionerRole/…`, or '' for residents and systems. */
  readonly roleRef: string;
  /** `Organization/…`, or ''. */
  readonly organisation: string;
  readonly organisationName: string;
  /** `HealthcareService/…`: the services or teams this role works for. */
  readonly services: readonly string[];
  /** The resident this actor is, or is mandated for. */
  readonly residentId?: string;
  /**
   * Looks for one reason only, on one page: treating care in need, or a request that the privacy officer handles.
   * Grants of that kind are given to this way of looking and to no other door.
   */
  readonly mode?: 'emergency' | 'request';
  /** A system of an organisation to which the law gives the BSN (LAW 4); what roles read it is in record/read.ts. */
  readonly readsBsn?: boolean;
  /** What a token allows at most; absent for a signed-in person. */
  readonly scopes?: readonly string[];
};

/**
 * The references that stand for this actor when grants are looked up. Grants are given to a practice,
 * to a team or service, or to a resident; who works at the same organisation in another role has no part in them.
 */
export function partiesOf(actor: Actor): readonly string[] {
  if (actor.mode) return [`${actor.person}#${actor.mode}`];
  switch (actor.role) {
    case 'practice-nurse':
    case 'gp':
      return [actor.person, actor.organisation];
    case 'welfare-coach':
    case 'coordinator':
    case 'provider':
      return [actor.person, ...actor.services];
    case 'partner-system':
      // It answers for services, or it refers for its organisation: the one has no part in what the other is given.
      return actor.services.length > 0 ? [actor.person, ...actor.services] : [actor.person, actor.organisation];
    case 'resident':
      return [`Patient/${actor.residentId}`];
    case 'carer':
      return [actor.person];
    default:
      return [actor.person];
  }
}

/** Whether no person acts but a system: of the region (`system`), or of one organisation. */
export function isSystem({ role }: Pick<Actor, 'role'>): boolean {
  return role === 'system' || role === 'partner-system';
}

/** On whose account something is written: what a party wrote itself stays readable to it. */
export function authorOf(actor: Actor): string {
  const [own] = partiesOf(actor).slice(-1);
  return actor.role === 'system' ? actor.person : (own ?? actor.person);
}

/** Works that nobody asked for by hand: sweeps, deliveries, rebuilds. Named, audited, region-wide. */
export function systemActor(name: string): Actor {
  return {
    person: `Device/omzien-${name}`,
    name: `Omzien (${name})`,
    role: 'system',
    roleRef: '',
    organisation: '',
    organisationName: 'Omzien',
    services: [],
  };
}
