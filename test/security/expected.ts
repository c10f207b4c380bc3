import { PARTNER_SYSTEMS } from './expected-systems.ts';

/**
 * The expected answers of the test from the outside, typed by hand from `LAW.md` ("Who sees what in a pathway between
 * care and welfare") and from DESIGN, "People and access". Nothing here is computed from, or imported from, the table
 * that `decide()` reads: when the two differ, one of them is wrong and a person decides which.
 *
 * What is not written here is absent: a 404 that looks like something that never existed.
 */

/** Labels of entries (test/security/world.ts), apart by spaces. `*` behind a label: the version received before the
 * relation ended is read, the present one is not, and a search, which finds present versions, does not find it. */
type Labels = string;
type Residents = 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6';
type ByResident = Readonly<Partial<Record<Residents, Labels>>>;

export type Expected = {
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
  /** Why this person looks, as the audit has to say it. */
  readonly purpose?: string;
  /** read, vread, history, search by patient, search without patient. 'all': every entry of this resident. */
  readonly sees?: ByResident;
  /** Types that may be created about this resident, by create and by transaction. */
  readonly creates?: ByResident;
  /** Entries of which a next version may be written (PUT with If-Match). */
  readonly updates?: ByResident;
  /** Residents with whom the relation has ended: who acts is told so (409), and nothing is written. */
  readonly ended?: readonly Residents[];
  /** May register somebody (create a Patient). */
  readonly registers?: true;
  /** May write the region's own types (organisations, services, definitions). */
  readonly keepsDirectory?: true;
  /** Whose AuditEvents this person reads. */
  readonly audit?: 'own' | 'every';
  /** POST Patient/_search by BSN, of R1 and of R4: the whole record, a glimpse (name, birth date, postcode) or nothing. */
  readonly findsByBsn?: Readonly<Record<'R1' | 'R4', 'whole' | 'glimpse' | 'nothing'>>;
  /** May read a BSN where the Patient may be read (LAW 4). */
  readonly bsn?: true;
};

const CONVERSATION = `QuestionnaireResponse:health QuestionnaireResponse:mental-health QuestionnaireResponse:social
  QuestionnaireResponse:income-debt QuestionnaireResponse:support
  Observation:health Observation:mental-health Observation:social Observation:support`;

// ── The practice that referred: identity, the first request, its status and outcome, the agreement to pass it on ──
const practice = {
  organisation: 'Organization/voorbeeldpraktijk-de-brink-enschede',
  purpose: 'support-referral',
  sees: {
    R1: 'Patient RelatedPerson ServiceRequest:first Task:first Consent:first',
    // Not a letter about its request that tells of body and mind: its grant holds the categories of the request.
    R2: 'Patient RelatedPerson ServiceRequest:first Task:first Consent:first',
    // The letter with the outcome came before the practice closed.
    R3: 'Patient* RelatedPerson ServiceRequest:first Task:first Consent:first DocumentReference:letter',
    // Undone, but its own mistake: what a practice wrote itself stays readable to it.
    R5: 'Patient ServiceRequest:first Task:first Consent:first',
    R6: 'Patient ServiceRequest:first Task:first Consent:first',
  },
  creates: {
    R1: 'ServiceRequest Task Consent',
    R2: 'ServiceRequest Task Consent',
    R6: 'ServiceRequest Task Consent',
    // A resident may be referred anew after a case was closed or undone.
    R3: 'ServiceRequest Task',
    R4: 'ServiceRequest Task',
    R5: 'ServiceRequest Task',
  },
  updates: {
    R1: 'ServiceRequest:first Task:first Consent:first',
    R2: 'ServiceRequest:first Task:first Consent:first',
    R6: 'ServiceRequest:first Task:first Consent:first',
  },
  ended: ['R3', 'R5'],
  registers: true,
  findsByBsn: { R1: 'whole', R4: 'glimpse' },
  bsn: true,
} as const;

// ── A practice that did not refer: may look somebody up, register and refer; sees nobody's record ──
const otherPractice = {
  organisation: 'Organization/voorbeeldpraktijk-de-es-hengelo',
  purpose: 'support-referral',
  creates: {
    R1: 'ServiceRequest Task',
    R2: 'ServiceRequest Task',
    R3: 'ServiceRequest Task',
    R4: 'ServiceRequest Task',
    R5: 'ServiceRequest Task',
    R6: 'ServiceRequest Task',
  },
  registers: true,
  findsByBsn: { R1: 'glimpse', R4: 'glimpse' },
  bsn: true,
} as const;

// ── The team that has the case: everything of the case, but not who looked ──
const TEAM = `Patient RelatedPerson CareTeam Consent:first Consent:onward ${CONVERSATION} Goal CarePlan
  ServiceRequest:first ServiceRequest:onward Task:first Task:onward Communication Appointment`;
const team = {
  organisation: 'Organization/voorbeeld-welzijn-enschede',
  purpose: 'support-referral',
  sees: {
    R1: TEAM,
    // The message of the resident; and what care wrote about the request, but nothing else that care wrote.
    R2: `${TEAM} Appointment:session Appointment:money Communication:message DocumentReference:pathway
      Encounter:pathway RiskAssessment:pathway`,
    // Finished: what was written or changed afterwards is not for the team any more.
    R3: `Patient* RelatedPerson CareTeam Consent:first Consent:onward ${CONVERSATION} Goal* CarePlan
      ServiceRequest:first* ServiceRequest:onward Task:first Task:onward* Communication Appointment
      Appointment:session Appointment:late DocumentReference:letter`,
    // R5 was undone as a mistake: the team had no reason to know, and sees it no more.
    // R6 is offered and not answered: the request and its Task, and not who it is.
    R6: 'ServiceRequest:first Task:first',
  },
  ended: ['R3', 'R5'],
} as const;
const TEAM_WRITES = 'RelatedPerson CareTeam Goal CarePlan Communication Appointment';

export const EXPECTED: Readonly<Record<string, Expected>> = {
  'nurse-enschede': { ...practice, person: 'Practitioner/nurse-enschede', role: 'practice-nurse' },
  'gp-enschede': { ...practice, person: 'Practitioner/gp-enschede', role: 'gp' },
  'nurse-hengelo': { ...otherPractice, person: 'Practitioner/nurse-hengelo', role: 'practice-nurse' },
  'gp-hengelo': { ...otherPractice, person: 'Practitioner/gp-hengelo', role: 'gp' },

  'coach-noord': {
    ...team,
    person: 'Practitioner/coach-noord',
    role: 'welfare-coach',
    creates: {
      R1: `${TEAM_WRITES} Consent QuestionnaireResponse Observation ServiceRequest Task`,
      R2: `${TEAM_WRITES} Consent QuestionnaireResponse Observation ServiceRequest Task`,
    },
    updates: {
      R1: `RelatedPerson CareTeam Consent:first Consent:onward ${CONVERSATION} Goal CarePlan
        ServiceRequest:onward Task:first Task:onward Communication Appointment`,
      R2: `RelatedPerson CareTeam Consent:first Consent:onward ${CONVERSATION} Goal CarePlan
        ServiceRequest:onward Task:first Task:onward Communication Communication:message Appointment Appointment:session
        Appointment:money`,
      R6: 'Task:first',
    },
  },
  'coach-noord-colleague': {
    ...team,
    person: 'Practitioner/coach-noord-colleague',
    role: 'welfare-coach',
    creates: {
      R1: `${TEAM_WRITES} Consent QuestionnaireResponse Observation ServiceRequest Task`,
      R2: `${TEAM_WRITES} Consent QuestionnaireResponse Observation ServiceRequest Task`,
    },
    updates: {
      R1: `RelatedPerson CareTeam Consent:first Consent:onward ${CONVERSATION} Goal CarePlan
        ServiceRequest:onward Task:first Task:onward Communication Appointment`,
      R2: `RelatedPerson CareTeam Consent:first Consent:onward ${CONVERSATION} Goal CarePlan
        ServiceRequest:onward Task:first Task:onward Communication Communication:message Appointment Appointment:session
        Appointment:money`,
      R6: 'Task:first',
    },
  },
  // The coordinator reads with the team; assigns, pauses, hands over and plans, but does not talk or refer on.
  'coordinator-noord': {
    ...team,
    person: 'Practitioner/coordinator-noord',
    role: 'coordinator',
    creates: { R1: TEAM_WRITES, R2: TEAM_WRITES },
    updates: {
      R1: `RelatedPerson CareTeam Goal CarePlan ServiceRequest:onward Task:first Task:onward
        Communication Appointment`,
      R2: `RelatedPerson CareTeam Goal CarePlan ServiceRequest:onward Task:first Task:onward
        Communication Communication:message Appointment Appointment:session Appointment:money`,
      R6: 'Task:first',
    },
  },

  // ── The provider: of an offer the request and its Task; after a yes also who it is, and attendance ──
  'provider-beweegpunt': {
    person: 'Practitioner/provider-beweegpunt',
    role: 'provider',
    organisation: 'Organization/voorbeeld-beweegpunt-enschede',
    purpose: 'support-referral',
    sees: {
      R1: 'ServiceRequest:onward Task:onward',
      // Not the appointment about money: its grant holds no income-debt.
      R2: 'Patient RelatedPerson ServiceRequest:onward Task:onward Appointment:session',
      // The agreement was withdrawn: what it had, and nothing later.
      R3: 'Patient* RelatedPerson ServiceRequest:onward Task:onward* Appointment:session',
    },
    creates: { R2: 'Appointment' },
    updates: { R1: 'Task:onward', R2: 'Task:onward Appointment:session' },
    ended: ['R3'],
  },

  // ── Residents: everything about themselves, and who looked ──
  'resident-waiting': {
    person: 'Patient/5b1f0c3e-7d52-4e0a-9a61-0d6c2f7e1a01',
    role: 'resident',
    organisation: '',
    purpose: 'self',
    sees: { R1: 'all' },
    creates: { R1: 'Consent Goal QuestionnaireResponse ServiceRequest Task' },
    updates: { R1: 'Patient Goal Consent:first Consent:onward Task:first Task:onward' },
    audit: 'own',
    bsn: true,
  },
  'resident-supported': {
    person: 'Patient/5b1f0c3e-7d52-4e0a-9a61-0d6c2f7e1a02',
    role: 'resident',
    organisation: '',
    purpose: 'self',
    sees: { R2: 'all' },
    creates: { R2: 'Consent Goal QuestionnaireResponse ServiceRequest Task' },
    // A message may be noted as received by whom it was written to; nothing else of it changes.
    updates: {
      R2: 'Patient Goal Consent:first Consent:onward Task:first Task:onward Communication:message',
    },
    audit: 'own',
    bsn: true,
  },
  'resident-finished': {
    person: 'Patient/5b1f0c3e-7d52-4e0a-9a61-0d6c2f7e1a03',
    role: 'resident',
    organisation: '',
    purpose: 'self',
    sees: { R3: 'all' },
    creates: { R3: 'Consent Goal QuestionnaireResponse ServiceRequest Task' },
    updates: { R3: 'Patient Goal Consent:first Consent:onward Consent:late Task:first Task:onward Task:late' },
    audit: 'own',
    bsn: true,
  },

  // ── The privacy officer: the log, not the records ──
  'privacy-officer': {
    person: 'Practitioner/privacy-officer',
    role: 'privacy-officer',
    organisation: 'Organization/samentwente',
    purpose: 'privacy-duty',
    audit: 'every',
  },

  // ── Nothing of anybody ──
  'coach-zuid': {
    person: 'Practitioner/coach-zuid',
    role: 'welfare-coach',
    organisation: 'Organization/voorbeeld-welzijn-enschede',
  },
  'coordinator-hengelo': {
    person: 'Practitioner/coordinator-hengelo',
    role: 'coordinator',
    organisation: 'Organization/voorbeeld-welzijn-hengelo',
  },
  // A candidate of R1 and R2, but not asked: nobody told it anything.
  'provider-ontmoeting': {
    person: 'Practitioner/provider-ontmoeting',
    role: 'provider',
    organisation: 'Organization/voorbeeld-ontmoeting-enschede',
  },
  'two-employers/two-employers': {
    person: 'Practitioner/two-employers',
    role: 'welfare-coach',
    organisation: 'Organization/voorbeeld-welzijn-hengelo',
  },
  'two-employers/two-employers-2': {
    person: 'Practitioner/two-employers',
    role: 'provider',
    organisation: 'Organization/voorbeeld-wonen-enschede',
  },
  'admin-welzijn': {
    person: 'Practitioner/admin-welzijn',
    role: 'organisation-admin',
    organisation: 'Organization/voorbeeld-welzijn-enschede',
  },
  'admin-hengelo': {
    person: 'Practitioner/admin-hengelo',
    role: 'organisation-admin',
    organisation: 'Organization/voorbeeld-welzijn-hengelo',
  },
  'admin-brink': {
    person: 'Practitioner/admin-brink',
    role: 'organisation-admin',
    organisation: 'Organization/voorbeeldpraktijk-de-brink-enschede',
  },
  'admin-beweegpunt': {
    person: 'Practitioner/admin-beweegpunt',
    role: 'organisation-admin',
    organisation: 'Organization/voorbeeld-beweegpunt-enschede',
  },
  'policy-adviser': {
    person: 'Practitioner/policy-adviser',
    role: 'policy-adviser',
    organisation: 'Organization/samentwente',
  },
  'policy-enschede': {
    person: 'Practitioner/policy-enschede',
    role: 'policy-adviser',
    organisation: 'Organization/gemeente-enschede',
  },
  'policy-hengelo': {
    person: 'Practitioner/policy-hengelo',
    role: 'policy-adviser',
    organisation: 'Organization/gemeente-hengelo',
  },
  'debt-officer': {
    person: 'Practitioner/debt-officer',
    role: 'debt-officer',
    organisation: 'Organization/voorbeeld-schuldhulp-enschede',
  },

  // ── The regional system client: every supported type but AuditEvent, under its agreement ──
  'demo-system': {
    person: 'Device/demo-system',
    role: 'system',
    organisation: '',
    purpose: 'agreement',
    sees: { R1: 'all', R2: 'all', R3: 'all', R4: 'all', R5: 'all', R6: 'all' },
    creates: { R1: 'all', R2: 'all', R3: 'all', R4: 'all', R5: 'all', R6: 'all' },
    updates: { R1: 'all', R2: 'all', R3: 'all', R4: 'all', R5: 'all', R6: 'all' },
    registers: true,
    keepsDirectory: true,
    audit: 'every',
    findsByBsn: { R1: 'whole', R4: 'whole' },
    bsn: true,
  },

  ...PARTNER_SYSTEMS,
};

/** Who signs in on the pages: a partner's system has a key, and no browser. */
export const WHO_SIGN_IN: readonly string[] = Object.keys(EXPECTED).filter((persona) => !(persona in PARTNER_SYSTEMS));

/** The types of this store, by where they live; typed here so that a type that is added is noticed. */
export const RESIDENT_TYPES = [
  'Patient',
  'RelatedPerson',
  'CareTeam',
  'Consent',
  'QuestionnaireResponse',
  'Observation',
  'Goal',
  'CarePlan',
  'ServiceRequest',
  'Task',
  'Communication',
  'Appointment',
  'Provenance',
  'Condition',
  'AllergyIntolerance',
  'Immunization',
  'MedicationStatement',
  'Procedure',
  'Device',
  'Flag',
  'List',
  'Encounter',
  'RiskAssessment',
  'DocumentReference',
] as const;
export const REGION_TYPES = [
  'Organization',
  'HealthcareService',
  'Location',
  'Practitioner',
  'PractitionerRole',
  'Questionnaire',
  'PlanDefinition',
  'ActivityDefinition',
  'Schedule',
  'Slot',
  'Group',
] as const;

/**
 * What `decide()` has to answer for a role in a relation: facets seen whole, facets seen only where one's own party is
 * named, and acts. Every other role, relation, facet and act is denied. Row-level security is not asked here: a row
 * that is too wide turns this red also where the database would still say no.
 */
export const DECISIONS: Readonly<
  Record<string, { readonly whole?: string; readonly own?: string; readonly acts?: string; readonly purpose: string }>
> = {
  'practice-nurse, none': { acts: 'look-up register refer break-glass', purpose: 'support-referral' },
  'practice-nurse, referrer': {
    whole: 'identity',
    own: 'referral consent',
    acts: 'refer undo close-own consent report-death keep-secret merge break-glass',
    purpose: 'support-referral',
  },
  'gp, none': { acts: 'look-up register refer break-glass', purpose: 'support-referral' },
  'gp, referrer': {
    whole: 'identity',
    own: 'referral consent',
    acts: 'refer undo close-own consent report-death keep-secret merge break-glass',
    purpose: 'support-referral',
  },
  'welfare-coach, offered': { own: 'referral', acts: 'answer', purpose: 'support-referral' },
  'welfare-coach, case-team': {
    whole: 'identity referral conversation contact consent team',
    acts: `answer converse contact plan refer-on undo support assign pause hand-over consent answer-questions close-own
      report-death withhold keep-secret message set-wishes`,
    purpose: 'support-referral',
  },
  'coordinator, offered': { own: 'referral', acts: 'answer', purpose: 'support-referral' },
  'coordinator, case-team': {
    whole: 'identity referral conversation contact consent team',
    acts: `answer contact plan undo assign pause hand-over message set-wishes report-death withhold keep-secret merge`,
    purpose: 'support-referral',
  },
  'provider, offered': { own: 'referral', acts: 'answer', purpose: 'support-referral' },
  'provider, supporting': {
    whole: 'identity',
    own: 'referral contact',
    acts: 'answer support',
    purpose: 'support-referral',
  },
  'provider, own-service': { acts: 'keep-directory', purpose: 'directory' },
  'resident, self': {
    whole: 'identity referral conversation contact consent team trail care',
    acts: 'consent change-mind answer-questions message correct set-wishes refer-self own-goal ask',
    purpose: 'self',
  },
  // Treating care in need: what it needs of the record, read only.
  'practice-nurse, emergency': { whole: 'identity referral contact conversation care', purpose: 'emergency' },
  'gp, emergency': { whole: 'identity referral contact conversation care', purpose: 'emergency' },
  // One request of this resident: everything, to answer it; read only.
  'privacy-officer, request': {
    whole: 'identity referral conversation contact consent team trail care',
    purpose: 'privacy-duty',
  },
  'organisation-admin, none': { acts: 'administer', purpose: 'organisation' },
  'privacy-officer, duty': { whole: 'trail', acts: 'look-at-audit oversee', purpose: 'privacy-duty' },
  'policy-adviser, duty': {
    acts: 'look-at-figures bring-in-figures keep-homes weigh-scenarios',
    purpose: 'region-figures',
  },
  'system, agreement': {
    whole: 'identity referral conversation contact consent team trail care',
    acts: `look-up register refer undo close-own answer support converse contact plan refer-on assign pause hand-over
      consent change-mind answer-questions message correct set-wishes keep-directory report-death
      withhold keep-secret merge record-care write-letter subscribe`,
    purpose: 'agreement',
  },
  // A system of one organisation: what its people may, and of the cases of its team the referrals, not who it is.
  'partner-system, none': { acts: 'look-up register refer consent subscribe', purpose: 'support-referral' },
  'partner-system, referrer': {
    whole: 'identity',
    own: 'referral consent',
    acts: 'refer undo close-own consent subscribe',
    purpose: 'support-referral',
  },
  'partner-system, case-team': { whole: 'referral', acts: 'subscribe', purpose: 'support-referral' },
  'partner-system, offered': { own: 'referral', acts: 'answer subscribe', purpose: 'support-referral' },
  'partner-system, supporting': {
    whole: 'identity',
    own: 'referral contact',
    acts: 'answer support write-letter subscribe',
    purpose: 'support-referral',
  },
};

/** Every word `decide()` knows, typed by hand. */
export const ROLES = `resident carer practice-nurse gp welfare-coach provider coordinator debt-officer
  organisation-admin privacy-officer policy-adviser partner-system system`;
export const RELATIONS = `self referrer case-team offered supporting mandate duty emergency request agreement own-service
  none`;
export const FACETS = 'identity referral conversation contact consent team trail care';
export const ACTS = `look-up register refer undo close-own answer support converse contact plan refer-on assign pause
  hand-over consent change-mind answer-questions look-at-audit look-at-figures bring-in-figures keep-homes
  keep-directory
  message correct set-wishes refer-self own-goal
  report-death withhold keep-secret merge break-glass ask oversee administer record-care write-letter subscribe`;
