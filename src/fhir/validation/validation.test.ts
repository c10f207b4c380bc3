import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { examine, type Resource } from '../index.ts';

const PATIENT = { reference: 'Patient/11111111-1111-4111-8111-111111111111' };
const observation = (more: object): Resource => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: 'x' },
  subject: PATIENT,
  ...more,
});
const task = (more: object): Resource => ({
  resourceType: 'Task',
  status: 'requested',
  intent: 'order',
  for: PATIENT,
  ...more,
});
const placesOf = (resource: Resource) => examine(resource).problem?.at?.map(({ place }) => place) ?? [];

/** What is wrong, the resource, and the one element that has to be named. */
const WRONG: readonly (readonly [what: string, resource: Resource, place: string])[] = [
  [
    'a performer that is a place',
    observation({ performer: [{ reference: 'Location/x' }] }),
    'Observation.performer[0].reference',
  ],
  [
    'the same by an address elsewhere',
    observation({ performer: [{ reference: 'https://example.org/fhir/Location/x' }] }),
    'Observation.performer[0].reference',
  ],
  [
    'a reference that says another type than it leads to',
    observation({ performer: [{ reference: 'Practitioner/x', type: 'Organization' }] }),
    'Observation.performer[0].type',
  ],
  [
    'a reference that says a type that cannot be',
    observation({ performer: [{ type: 'Location', display: 'x' }] }),
    'Observation.performer[0].type',
  ],
  [
    'a reference to something contained that is not there',
    observation({ performer: [{ reference: '#weg' }] }),
    'Observation.performer[0].reference',
  ],
  [
    'a reference to something contained of another type',
    observation({ contained: [{ resourceType: 'Location', id: 'l' }], performer: [{ reference: '#l' }] }),
    'Observation.performer[0].reference',
  ],
  [
    'what is contained and named by nothing (dom-3)',
    observation({ contained: [{ resourceType: 'Location', id: 'l' }] }),
    'Observation.contained[0]',
  ],
  [
    'what is contained without an id',
    observation({ contained: [{ resourceType: 'Location' }] }),
    'Observation.contained[0].id',
  ],
  [
    'what is contained in what is contained (dom-2)',
    observation({
      contained: [
        {
          resourceType: 'Organization',
          id: 'o',
          name: 'x',
          contained: [{ resourceType: 'Organization', id: 'p', name: 'y' }],
        },
      ],
      performer: [{ reference: '#o' }],
    }),
    'Observation',
  ],
  ['an organisation without name and number (org-1)', { resourceType: 'Organization', active: true }, 'Organization'],
  [
    'an element with nothing but an id (ele-1)',
    observation({ valueQuantity: { id: 'q' } }),
    'Observation.valueQuantity',
  ],
  [
    'nothing in a list with nothing beside it',
    { resourceType: 'Patient', name: [{ given: ['Anna', null] }] },
    'Patient.name[0].given[1]',
  ],
  [
    'nothing beside a value that is not there',
    { resourceType: 'Patient', _birthDate: { id: 'x' } },
    'Patient._birthDate',
  ],
  [
    'a kind of file that is none',
    task({ input: [{ type: { text: 'x' }, valueAttachment: { contentType: 'een brief' } }] }),
    'Task.input[0].valueAttachment.contentType',
  ],
  [
    'a currency that nobody uses',
    task({ input: [{ type: { text: 'x' }, valueMoney: { value: 1, currency: 'FLORIJN' } }] }),
    'Task.input[0].valueMoney.currency',
  ],
  ['a language that is none', observation({ language: 'Nederlands, denk ik' }), 'Observation.language'],
  [
    'a value and a reason for none (obs-6)',
    observation({ valueInteger: 1, dataAbsentReason: { text: 'x' } }),
    'Observation',
  ],
  [
    'a clinical status of something entered in error (con-5)',
    {
      resourceType: 'Condition',
      subject: PATIENT,
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
      },
      verificationStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'entered-in-error' }],
      },
    },
    'Condition',
  ],
];

describe('a resource', () => {
  for (const [what, resource, place] of WRONG)
    it(`is refused with ${what}`, () => assert.deepEqual(placesOf(resource), [place]));

  it('may lead where its elements lead, by any kind of reference', () => {
    for (const performer of [
      { reference: 'Practitioner/x' },
      { reference: 'PractitionerRole/x/_history/2' },
      { reference: 'https://example.org/fhir/Organization/x' },
      { reference: 'urn:uuid:7c1a3e6a-2b0f-4f55-9a0a-6d1c0c2a9c11' },
      { reference: 'Practitioner?identifier=https://example.org|1' },
      { identifier: { value: 'x' } },
      { display: 'x' },
    ])
      assert.deepEqual(placesOf(observation({ performer: [performer] })), [], JSON.stringify(performer));
    assert.deepEqual(placesOf(task({ focus: { reference: 'Basic/x' } })), [], 'a reference to anything');
  });

  it('may contain what this server does not keep by itself', () => {
    const medicine: Resource = {
      resourceType: 'MedicationStatement',
      contained: [{ resourceType: 'Medication', id: 'm', code: { text: 'x' } }],
      status: 'active',
      medicationReference: { reference: '#m' },
      subject: PATIENT,
    };
    assert.deepEqual(placesOf(medicine), []);
    const wrong = { ...medicine, contained: [{ resourceType: 'Medication', id: 'm', status: 'op' }] };
    assert.deepEqual(placesOf(wrong), ['MedicationStatement.contained[0].status']);
    assert.notDeepEqual(placesOf({ ...medicine, contained: [{ resourceType: 'Pil', id: 'm' }] }), []);
  });

  it('has room: a file of a megabyte, and no more, with the element named', () => {
    const file = (bytes: number) =>
      task({ input: [{ type: { text: 'x' }, valueAttachment: { data: Buffer.alloc(bytes).toString('base64') } }] });
    assert.deepEqual(placesOf(file(700_000)), []);
    assert.deepEqual(placesOf(file(1_100_000)), ['Task.input[0].value[x].data']);
  });
});
