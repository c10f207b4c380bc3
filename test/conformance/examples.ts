/** A minimal valid example of each type that the server keeps, written from FHIR R4 (4.0.1), with awkward corners. */

import type { ResourceType } from '../../src/fhir/index.ts';
import type { Json } from './door.ts';
import { CARE, REGIONAL_CARE } from './examples-care.ts';

const EXTENSION = { url: 'https://example.org/fhir/StructureDefinition/own', valueString: 'Ünïcødé 🙂 “ok”' };

/** What is about a resident: given the id of the Patient and of a ServiceRequest. */
export const ABOUT: Readonly<Partial<Record<ResourceType, (patient: string, request: string) => Json>>> = {
  RelatedPerson: (patient) => ({
    resourceType: 'RelatedPerson',
    identifier: [{ system: 'https://example.org/relatedperson', value: 'relatedperson-1' }],
    active: true,
    patient: { reference: `Patient/${patient}` },
    relationship: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code: 'DAUC' }], text: 'dochter' },
    ],
    name: [{ family: 'Ålund-de Vries', given: ['Zoë', 'M.'], _given: [null, { extension: [EXTENSION] }] }],
    _birthDate: {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
    },
  }),
  CareTeam: (patient) => ({
    resourceType: 'CareTeam',
    identifier: [{ system: 'https://example.org/teams', value: 't-1' }],
    status: 'active',
    subject: { reference: `Patient/${patient}` },
    period: { start: '2026', end: '2027-03' },
    participant: [{ role: [{ text: 'buurvrouw' }], member: { display: 'Mevrouw Ö.' } }],
  }),
  Consent: (patient) => ({
    resourceType: 'Consent',
    identifier: [{ system: 'https://example.org/consent', value: 'consent-1' }],
    status: 'active',
    scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] },
    category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0' }] }],
    patient: { reference: `Patient/${patient}` },
    dateTime: '2026-11',
    policyRule: { text: 'eigen tekst, versie 1' },
    provision: { type: 'permit', period: { start: '2026-11-23' } },
  }),
  QuestionnaireResponse: (patient, request) => ({
    resourceType: 'QuestionnaireResponse',
    identifier: { system: 'https://example.org/answers', value: 'a-1' },
    questionnaire: 'https://example.org/Questionnaire/eigen|2',
    status: 'completed',
    basedOn: [{ reference: `ServiceRequest/${request}` }],
    subject: { reference: `Patient/${patient}` },
    authored: '2026-11-23T10:15:00.123+01:00',
    item: [
      {
        linkId: 'g',
        text: 'Een groep',
        item: [
          { linkId: 'g.1', answer: [{ valueDecimal: 7 }, { valueBoolean: false }] },
          {
            linkId: 'g.2',
            answer: [{ valueCoding: { code: 'x' }, item: [{ linkId: 'g.2.1', answer: [{ valueDate: '2026-02' }] }] }],
          },
        ],
      },
    ],
  }),
  Observation: (patient, request) => ({
    resourceType: 'Observation',
    identifier: [{ system: 'https://example.org/measures', value: 'm|1,2' }],
    basedOn: [{ reference: `ServiceRequest/${request}` }],
    status: 'final',
    _status: { id: 's', extension: [EXTENSION] },
    code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }, { code: 'gewicht' }], text: 'gewicht' },
    subject: { reference: `Patient/${patient}` },
    effectivePeriod: { start: '2026-11-01', end: '2026-11-23T09:00:00Z' },
    valueQuantity: { value: 81.5, comparator: '<', unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
    referenceRange: [{ low: { value: 0 }, text: '0–100 “%”' }],
    component: [
      { code: { text: 'deel' }, valueSampledData: { origin: { value: 0 }, period: 10, dimensions: 1, data: '1 2 E' } },
    ],
  }),
  Goal: (patient) => ({
    resourceType: 'Goal',
    identifier: [{ value: 'goal-1' }],
    lifecycleStatus: 'active',
    description: { text: 'Elke week\nsamen eten\t✓' },
    subject: { reference: `Patient/${patient}` },
    startDate: '2026-11',
    target: [{ dueDate: '2027', measure: { text: 'keer' }, detailInteger: 4 }],
  }),
  CarePlan: (patient, request) => ({
    resourceType: 'CarePlan',
    identifier: [{ system: 'https://example.org/careplan', value: 'careplan-1' }],
    contained: [
      {
        resourceType: 'Goal',
        id: 'g',
        lifecycleStatus: 'proposed',
        description: { text: 'x' },
        subject: { reference: `Patient/${patient}` },
      },
    ],
    basedOn: [{ reference: 'CarePlan/elders' }],
    status: 'active',
    intent: 'plan',
    subject: { reference: `Patient/${patient}` },
    period: { start: '2026-11-23' },
    goal: [{ reference: '#g' }],
    activity: [{ reference: { reference: `ServiceRequest/${request}` } }],
  }),
  ServiceRequest: (patient) => ({
    resourceType: 'ServiceRequest',
    identifier: [{ value: 'zonder stelsel' }],
    basedOn: [{ reference: 'CarePlan/elders' }],
    status: 'active',
    intent: 'order',
    doNotPerform: false,
    code: { coding: [{ system: 'https://example.org/what', code: 'hulp' }] },
    quantityRange: { low: { value: 1 }, high: { value: 3 } },
    subject: { reference: `Patient/${patient}` },
    authoredOn: '2026-11-23T09:00:00+00:00',
    note: [{ authorString: 'D. Dokter', time: '2026-11-23T09:00:00Z', text: 'Graag.\r\nDank.' }],
  }),
  Task: (patient, request) => ({
    resourceType: 'Task',
    identifier: [{ system: 'https://example.org/task', value: 'task-1' }],
    basedOn: [{ reference: `ServiceRequest/${request}` }],
    status: 'requested',
    intent: 'order',
    priority: 'urgent',
    code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
    focus: { reference: `CarePlan/elders` },
    for: { reference: `Patient/${patient}` },
    authoredOn: '2026-11-23T09:00:00Z',
    owner: { reference: 'Organization/ergens' },
    input: [{ type: { text: 'wens' }, valueAttachment: { contentType: 'text/plain', data: 'aG9p' } }],
  }),
  Communication: (patient, request) => ({
    resourceType: 'Communication',
    identifier: [{ system: 'https://example.org/communication', value: 'communication-1' }],
    basedOn: [{ reference: `ServiceRequest/${request}` }],
    status: 'not-done',
    statusReason: { text: 'niet thuis' },
    subject: { reference: `Patient/${patient}` },
    sent: '2026-11-23T09:00:00Z',
    payload: [{ contentString: 'Groet' }, { contentReference: { identifier: { value: 'x' } } }],
  }),
  Appointment: (patient, request) => ({
    resourceType: 'Appointment',
    identifier: [{ system: 'https://example.org/appointment', value: 'appointment-1' }],
    status: 'booked',
    basedOn: [{ reference: `ServiceRequest/${request}` }],
    start: '2026-12-01T09:00:00.000Z',
    end: '2026-12-01T10:00:00.000Z',
    minutesDuration: 60,
    participant: [{ actor: { reference: `Patient/${patient}` }, required: 'required', status: 'accepted' }],
  }),
  Provenance: (patient, request) => ({
    resourceType: 'Provenance',
    target: [{ reference: `ServiceRequest/${request}` }, { reference: `Patient/${patient}` }],
    occurredPeriod: { start: '2026-11-23' },
    recorded: '2026-11-23T09:00:00.000Z',
    agent: [{ who: { display: 'D. Dokter' } }],
  }),
  ...CARE,
};

export const PATIENT: Json = {
  resourceType: 'Patient',
  meta: { profile: ['http://nictiz.nl/fhir/StructureDefinition/nl-core-Patient'], tag: [{ code: 'proef' }] },
  text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">Łucja &amp; co</div>' },
  extension: [
    {
      url: 'https://example.org/deep',
      extension: [
        { url: 'a', valueInteger: -1 },
        { url: 'b', extension: [{ url: 'c', valueUri: 'urn:x' }] },
      ],
    },
  ],
  identifier: [{ system: 'https://example.org/dossier', value: '00042' }],
  name: [
    {
      use: 'official',
      family: "'t Łucja–O’Neill",
      _family: {
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/humanname-own-name', valueString: 'Łucja' }],
      },
      given: ['Åsa', '李'],
    },
  ],
  gender: 'other',
  birthDate: '1948',
  multipleBirthInteger: 2,
  address: [
    { line: ['Proefstraat 1-a'], _line: [{ extension: [EXTENSION] }], postalCode: '7511 AB', city: 'Enschede' },
  ],
  communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'nl' }] }, preferred: true }],
};

/** What the region keeps. */
export const REGIONAL: Readonly<Partial<Record<ResourceType, Json>>> = {
  Organization: {
    resourceType: 'Organization',
    identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/agb-z', value: '99999999' }],
    active: true,
    name: 'Voorbeeldhuis “De Brug”',
  },
  HealthcareService: {
    resourceType: 'HealthcareService',
    identifier: [{ system: 'https://example.org/services', value: 'h-1' }],
    active: true,
    providedBy: { reference: 'Organization/voorbeeld' },
    category: [{ coding: [{ system: 'https://example.org/domain', code: 'welfare' }] }],
    name: 'Koffie om tien uur',
    availableTime: [{ daysOfWeek: ['mon', 'sun'], availableStartTime: '10:00:00' }],
  },
  Location: {
    resourceType: 'Location',
    identifier: [{ value: 'l-1' }],
    status: 'active',
    name: 'Wijkhuis Noord',
    position: { longitude: 6.89, latitude: 52.22 },
    managingOrganization: { reference: 'Organization/voorbeeld' },
  },
  Practitioner: {
    resourceType: 'Practitioner',
    identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/big', value: '19999999999' }],
    name: [{ family: 'Zonneveld', given: ['Iris'] }],
  },
  PractitionerRole: {
    resourceType: 'PractitionerRole',
    identifier: [{ value: 'r-1' }],
    practitioner: { reference: 'Practitioner/voorbeeld' },
    organization: { reference: 'Organization/voorbeeld' },
    code: [{ coding: [{ system: 'https://example.org/role', code: 'coach' }] }],
  },
  Questionnaire: {
    resourceType: 'Questionnaire',
    identifier: [{ value: 'q-1' }],
    name: 'EigenVragen',
    title: 'Eigen vragen',
    status: 'draft',
    code: [{ system: 'https://example.org/q', code: 'eigen' }],
    date: '2026-11-23',
    item: [
      {
        linkId: '1',
        text: 'Hoe gaat het?',
        type: 'group',
        item: [
          { linkId: '1.1', type: 'choice', answerOption: [{ valueCoding: { code: 'goed' }, initialSelected: true }] },
          {
            linkId: '1.2',
            type: 'decimal',
            enableWhen: [{ question: '1.1', operator: '=', answerCoding: { code: 'goed' } }],
          },
        ],
      },
    ],
  },
  PlanDefinition: {
    resourceType: 'PlanDefinition',
    identifier: [{ value: 'p-1' }],
    name: 'EigenAanpak',
    title: 'Eigen aanpak',
    status: 'active',
    date: '2026-11',
    action: [
      { title: 'Bellen', timingDuration: { value: 5, unit: 'd', system: 'http://unitsofmeasure.org', code: 'd' } },
    ],
  },
  ...REGIONAL_CARE,
  // Of the system that made it, and of nobody else; its status is the server's to change after the handshake.
  Subscription: {
    resourceType: 'Subscription',
    meta: { profile: ['http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-subscription'] },
    status: 'requested',
    contact: [{ system: 'email', value: 'beheer@example.org' }],
    end: '2031-01-01T00:00:00Z',
    reason: 'De aanmeldingen van de eigen diensten volgen',
    criteria: 'https://omzien.example/fhir/SubscriptionTopic/Task',
    _criteria: {
      extension: [
        {
          url: 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-filter-criteria',
          valueString: 'Task?status=accepted,in-progress&owner=HealthcareService/ergens',
        },
      ],
    },
    channel: {
      extension: [
        {
          url: 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-heartbeat-period',
          valueUnsignedInt: 3600,
        },
      ],
      type: 'rest-hook',
      endpoint: 'https://his.example.org/meldingen',
      payload: 'application/fhir+json',
      _payload: {
        extension: [
          {
            url: 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content',
            valueCode: 'id-only',
          },
        ],
      },
    },
  },
};
