import { BSN_SYSTEM, type Resource, type ResourceType } from '../../src/fhir/index.ts';
import type { NewResident } from '../../src/pathways/index.ts';

/** BSNs of the range that is given to nobody: the first three are those of the residents among the personas. */
export const BSNS = ['999900006', '999900018', '999900031', '999900043', '999900055', '999900067'] as const;

/** What is only in what was written after every relation had ended. */
export const LATER = 'Later geschreven';

export const NEWCOMER: NewResident = {
  given: 'Vijfde',
  family: 'Vergissing',
  birthDate: '1960-06-06',
  gender: 'male',
  postcode: '7511 AB',
  city: 'Enschede',
};

/** A Patient as a partner's system sends it. */
export function person(given: string, family: string, bsn?: string): Resource {
  return {
    resourceType: 'Patient',
    ...(bsn ? { identifier: [{ system: BSN_SYSTEM, value: bsn }] } : {}),
    name: [{ family, given: [given] }],
    gender: 'female',
    birthDate: '1955-05-05',
    address: [{ postalCode: '7511 AB', city: 'Enschede' }],
  };
}

/** One small valid resource of each type that is about a resident. */
export function bodyOf(type: ResourceType, resident: string): Resource {
  const subject = { reference: `Patient/${resident}` };
  const text = (words: string) => ({ text: words });
  const active = (name: string) => ({
    coding: [{ system: `http://terminology.hl7.org/CodeSystem/${name}`, code: 'active' }],
  });
  const bodies: Readonly<Record<string, object>> = {
    Patient: person('Nieuw', `Nieuwkomer${Math.random().toString(36).slice(2)}`),
    RelatedPerson: { patient: subject, name: [text('Buurvrouw')] },
    CareTeam: { status: 'active', subject },
    Consent: {
      status: 'active',
      scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] },
      category: [text('eigen')],
      patient: subject,
      dateTime: '2026-11-01',
      policyRule: text('eigen'),
    },
    QuestionnaireResponse: { status: 'completed', subject, authored: '2026-11-01T10:00:00Z' },
    Observation: { status: 'final', code: text('Bloeddruk'), subject, effectiveDateTime: '2026-11-01' },
    Goal: { lifecycleStatus: 'active', description: text('Meer lopen'), subject },
    CarePlan: { status: 'active', intent: 'plan', subject },
    ServiceRequest: { status: 'active', intent: 'order', code: text('Eigen vraag'), subject },
    Task: { status: 'requested', intent: 'order', for: subject },
    Communication: { status: 'completed', subject, sent: '2026-11-01T10:00:00Z' },
    Appointment: {
      status: 'booked',
      start: '2026-12-01T10:00:00Z',
      end: '2026-12-01T11:00:00Z',
      participant: [{ actor: subject, status: 'accepted' }],
    },
    Provenance: {
      target: [subject],
      recorded: '2026-11-01T10:00:00Z',
      agent: [{ who: { display: 'Partnersysteem' } }],
    },
    Condition: { clinicalStatus: active('condition-clinical'), code: text('Eigen aandoening'), subject },
    AllergyIntolerance: {
      clinicalStatus: active('allergyintolerance-clinical'),
      code: text('Eigen allergie'),
      patient: subject,
    },
    Immunization: {
      status: 'completed',
      vaccineCode: text('Griep'),
      patient: subject,
      occurrenceDateTime: '2026-10-01',
    },
    MedicationStatement: { status: 'active', medicationCodeableConcept: text('Eigen middel'), subject },
    Procedure: { status: 'completed', code: text('Eigen behandeling'), subject },
    Device: { deviceName: [{ name: 'Rollator', type: 'user-friendly-name' }], patient: subject },
    Flag: { status: 'active', code: text('Valgevaar'), subject },
    List: { status: 'current', mode: 'working', title: 'Eigen lijst', subject },
    Encounter: {
      status: 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
      subject,
    },
    RiskAssessment: { status: 'final', subject, prediction: [{ outcome: text('Vallen') }] },
    DocumentReference: {
      status: 'current',
      subject,
      content: [{ attachment: { contentType: 'text/plain', data: 'QmVzdGUgY29sbGVnYSw=' } }],
    },
    Organization: { name: 'Nieuwe organisatie' },
    HealthcareService: { name: 'Nieuwe dienst' },
    Location: { name: 'Nieuwe plek', status: 'active' },
    Practitioner: { name: [text('Nieuwe collega')] },
    PractitionerRole: { active: true },
    Questionnaire: { status: 'draft', name: 'Nieuw' },
    PlanDefinition: { status: 'draft', name: 'Nieuw' },
    ActivityDefinition: { status: 'draft', name: 'Nieuw' },
    Schedule: { actor: [{ reference: 'HealthcareService/nieuw' }] },
    Slot: {
      schedule: { reference: 'Schedule/nieuw' },
      status: 'free',
      start: '2026-12-01T10:00:00Z',
      end: '2026-12-01T11:00:00Z',
    },
    Group: { type: 'practitioner', actual: false },
    AuditEvent: {
      type: { code: 'x' },
      recorded: '2026-11-01T10:00:00Z',
      agent: [{ requestor: true }],
      source: { observer: { display: 'x' } },
    },
  };
  return { ...bodies[type], resourceType: type } as Resource;
}

/** An appointment of a resident with a service, hanging on one request. */
export function meeting(resident: string, request: string, service: string): Resource {
  return {
    ...bodyOf('Appointment', resident),
    basedOn: [{ reference: `ServiceRequest/${request}` }],
    participant: [
      { actor: { reference: `Patient/${resident}` }, status: 'accepted' },
      { actor: { reference: `HealthcareService/${service}` }, status: 'accepted' },
    ],
  };
}
