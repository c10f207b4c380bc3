import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { examine, profilesOf, type Resource } from '../index.ts';

const NL_CORE = 'http://nictiz.nl/fhir/StructureDefinition/nl-core-';
const HL7 = 'http://hl7.org/fhir/StructureDefinition/';
const PATIENT = { reference: 'Patient/11111111-1111-4111-8111-111111111111' };
const VITAL = [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] },
];
const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
const snomed = (code: string) => ({ coding: [{ system: 'http://snomed.info/sct', code }] });
const measured = (value: number, code: string) => ({ value, unit: code, system: 'http://unitsofmeasure.org', code });

/** A vital sign that keeps its profile. */
const weight = (profile: string): Resource => ({
  resourceType: 'Observation',
  meta: { profile: [profile] },
  status: 'final',
  category: VITAL,
  code: loinc('29463-7'),
  subject: PATIENT,
  effectiveDateTime: '2026-11-23',
  valueQuantity: measured(81.5, 'kg'),
});
const pressure: Resource = {
  ...weight(`${NL_CORE}BloodPressure`),
  code: loinc('85354-9'),
  valueQuantity: undefined,
  component: [
    { code: loinc('8480-6'), valueQuantity: measured(140, 'mm[Hg]') },
    { code: loinc('8462-4'), valueQuantity: measured(90, 'mm[Hg]') },
  ],
};
const person = (more: object): Resource => ({
  resourceType: 'Patient',
  meta: { profile: [`${NL_CORE}Patient`] },
  ...more,
});
const extension = (url: string, value: object) => ({ url, ...value });
const help: Resource = {
  resourceType: 'CarePlan',
  meta: { profile: [`${NL_CORE}HelpFromOthers`] },
  status: 'active',
  intent: 'plan',
  category: [snomed('243114000')],
  subject: PATIENT,
  activity: [{ detail: { status: 'in-progress', description: 'Boodschappen' } }],
};
const goal: Resource = {
  resourceType: 'Goal',
  meta: { profile: [`${NL_CORE}TreatmentObjective|0.12.0`] },
  lifecycleStatus: 'active',
  description: { text: 'Weer fietsen' },
  subject: PATIENT,
};
const plain = (resource: Resource): Resource => JSON.parse(JSON.stringify(resource)) as Resource;

/** What is wrong, the resource, and the elements that have to be named. */
const WRONG: readonly (readonly [what: string, resource: Resource, ...places: readonly string[]])[] = [
  [
    'a prefix of one’s own name without that name',
    person({
      name: [
        {
          family: 'van Voorbeeld',
          _family: { extension: [extension(`${HL7}humanname-own-prefix`, { valueString: 'van' })] },
        },
      ],
    }),
    'Patient.name[0].family',
  ],
  [
    'three official names',
    person({ name: [1, 2, 3].map((n) => ({ use: 'official', text: `Voorbeeld ${n}` })) }),
    'Patient.name',
  ],
  [
    'a Dutch gender that is none',
    person({
      gender: 'male',
      _gender: {
        extension: [
          extension('http://nictiz.nl/fhir/StructureDefinition/ext-CodeSpecification', {
            valueCodeableConcept: { coding: [{ code: 'man' }] },
          }),
        ],
      },
    }),
    'Patient.gender',
  ],
  [
    'a marital status of another system',
    person({ maritalStatus: { coding: [{ system: 'https://example.org/x', code: 'M' }] } }),
    'Patient.maritalStatus',
  ],
  [
    'an indication of a house number that is neither by nor to',
    person({
      address: [
        {
          line: ['t/o 3'],
          _line: [{ extension: [extension(`${HL7}iso21090-ADXP-additionalLocator`, { valueString: 'tegenover' })] }],
        },
      ],
    }),
    'Patient.address[0].line[0]',
  ],
  [
    'a language without a level',
    person({
      communication: [
        {
          language: { text: 'Turks' },
          extension: [
            { url: `${HL7}patient-proficiency`, extension: [extension('type', { valueCoding: { code: 'ESP' } })] },
          ],
        },
      ],
    }),
    'Patient.communication[0].extension[0]',
  ],
  [
    'a contact that leads to something else than a RelatedPerson',
    person({
      contact: [
        {
          name: { text: 'x' },
          extension: [extension(`${HL7}patient-relatedPerson`, { valueReference: { reference: 'Practitioner/x' } })],
        },
      ],
    }),
    'Patient.contact[0].extension[0].valueReference',
  ],
  [
    'a role of a contact that the list does not have',
    {
      resourceType: 'RelatedPerson',
      meta: { profile: [`${NL_CORE}ContactPerson`] },
      patient: PATIENT,
      relationship: [{ coding: [{ system: 'urn:oid:2.16.840.1.113883.2.4.3.11.22.472', code: '99' }] }],
    },
    'RelatedPerson.relationship[0]',
  ],
  [
    'an AGB number of seven digits',
    {
      resourceType: 'Organization',
      meta: { profile: [`${NL_CORE}HealthcareProvider-Organization`] },
      name: 'x',
      identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/agb-z', value: '1234567' }],
    },
    'Organization.identifier[0].value',
  ],
  [
    'a part of a line of a place twice',
    {
      resourceType: 'Location',
      meta: { profile: [`${NL_CORE}HealthcareProvider`] },
      address: {
        line: ['x 1'],
        _line: [{ extension: [1, 2].map(() => extension(`${HL7}iso21090-ADXP-houseNumber`, { valueString: '1' })) }],
      },
    },
    'Location.address.line[0]',
  ],
  [
    'somebody of a team who is not named',
    {
      resourceType: 'CareTeam',
      meta: { profile: [`${NL_CORE}CareTeam`] },
      subject: PATIENT,
      participant: [{ role: [{ text: 'buur' }] }],
    },
    'CareTeam.participant[0].member',
  ],
  ['a team of nobody', { resourceType: 'CareTeam', meta: { profile: [`${NL_CORE}CareTeam`] } }, 'CareTeam.subject'],
  [
    'an objective for two problems',
    { ...goal, addresses: [{ reference: 'Condition/a' }, { reference: 'Condition/b' }] },
    'Goal.addresses',
  ],
  ['an objective with two notes', { ...goal, note: [{ text: 'a' }, { text: 'b' }] }, 'Goal.note'],
  ['help without its category', { ...help, category: [{ text: 'hulp' }] }, 'CarePlan.category'],
  [
    'two kinds of help in one',
    { ...help, activity: [{ detail: { status: 'in-progress' } }, { detail: { status: 'in-progress' } }] },
    'CarePlan.activity',
  ],
  [
    'help by two at once',
    { ...help, activity: [{ detail: { status: 'in-progress', performer: [{ display: 'a' }, { display: 'b' }] } }] },
    'CarePlan.activity[0].detail.performer',
  ],
  [
    'a vital sign without its category',
    { ...weight(`${HL7}vitalsigns`), category: [{ text: 'x' }] },
    'Observation.category',
  ],
  ['a vital sign of nobody', { ...weight(`${HL7}vitalsigns`), subject: undefined }, 'Observation.subject'],
  [
    'a vital sign of some month',
    { ...weight(`${HL7}vitalsigns`), effectiveDateTime: '2026-11' },
    'Observation.effectiveDateTime',
  ],
  [
    'a vital sign of no moment',
    { ...weight(`${HL7}vitalsigns`), effectiveDateTime: undefined },
    'Observation.effective[x]',
  ],
  ['a vital sign that says nothing', { ...weight(`${HL7}vitalsigns`), valueQuantity: undefined }, 'Observation'],
  [
    'a component that says nothing',
    { ...weight(`${HL7}vitalsigns`), component: [{ code: { text: 'x' } }] },
    'Observation.component[0]',
  ],
  ['a weight under another code', { ...weight(`${HL7}bodyweight`), code: loinc('8302-2') }, 'Observation.code'],
  [
    'a weight in stones',
    {
      ...weight(`${NL_CORE}BodyWeight`),
      valueQuantity: { value: 12, unit: 'st', system: 'http://unitsofmeasure.org', code: '[stone_av]' },
    },
    'Observation.valueQuantity.code',
  ],
  [
    'a weight without a unit',
    { ...weight(`${HL7}bodyweight`), valueQuantity: { value: 81 } },
    'Observation.valueQuantity.unit',
    'Observation.valueQuantity.system',
    'Observation.valueQuantity.code',
  ],
  [
    'a weight in words',
    { ...weight(`${HL7}bodyweight`), valueQuantity: undefined, valueString: 'zwaar' },
    'Observation.valueString',
  ],
  [
    'a temperature in Fahrenheit, in the Netherlands',
    { ...weight(`${NL_CORE}BodyTemperature`), code: loinc('8310-5'), valueQuantity: measured(98, '[degF]') },
    'Observation.valueQuantity.code',
  ],
  [
    'a blood pressure of one number',
    { ...pressure, component: [(pressure.component as readonly unknown[])[0]] },
    'Observation.component',
  ],
  [
    'a blood pressure in kilopascal',
    {
      ...pressure,
      component: [
        { code: loinc('8480-6'), valueQuantity: measured(18, 'kPa') },
        (pressure.component as readonly unknown[])[1],
      ],
    },
    'Observation.component[0].valueQuantity.code',
  ],
  [
    'a panel of nothing',
    {
      ...weight(`${HL7}vitalspanel`),
      code: loinc('85353-1'),
      valueQuantity: undefined,
      dataAbsentReason: { text: 'x' },
    },
    'Observation.hasMember',
  ],
  ['a profile of another type', { ...goal, meta: { profile: [`${NL_CORE}Patient`] } }, 'Goal.meta.profile[0]'],
];

describe('what claims a profile keeps it, or is refused with its element', () => {
  for (const [what, resource, ...places] of WRONG)
    it(what, () => {
      const { problem } = examine(plain(resource));
      assert.equal(problem?.kind, 'unprocessable');
      assert.deepEqual(
        problem?.at?.map(({ place }) => place),
        places,
      );
      // The same without the claim is no mistake: the profile asks more than FHIR does.
      const { meta: _meta, ...unclaimed } = plain(resource);
      assert.equal(examine(unclaimed as Resource).problem, undefined, 'nothing is wrong but what the profile asks');
    });

  it('is kept by what is as it should be', () => {
    for (const resource of [
      weight(`${HL7}vitalsigns`),
      weight(`${HL7}bodyweight`),
      weight(`${NL_CORE}BodyWeight`),
      pressure,
      { ...pressure, meta: { profile: [`${HL7}bp`] } },
      { ...weight(`${HL7}bodytemp`), code: loinc('8310-5'), valueQuantity: measured(98, '[degF]') },
      {
        ...weight(`${NL_CORE}PulseRate`),
        code: snomed('366199006'),
        valueQuantity: undefined,
        hasMember: [{ reference: 'Observation/x' }],
      },
      help,
      goal,
    ])
      assert.deepEqual(examine(plain(resource)), { problem: undefined, warnings: [] }, JSON.stringify(resource.meta));
  });
});

describe('what is doubtful is a warning and no refusal', () => {
  it('names a claimed profile that is not known here', () => {
    const { problem, warnings } = examine({
      ...goal,
      meta: { profile: ['https://example.org/onbekend|2', `${HL7}Goal`] },
    });
    assert.equal(problem, undefined);
    assert.deepEqual(
      warnings.map(({ place }) => place),
      ['Goal.meta.profile[0]'],
    );
  });

  it('says where a profile would like to have more', () => {
    const { warnings } = examine(person({ name: [{ use: 'official', given: ['Anna'], family: 'Voorbeeld' }] }));
    assert.deepEqual(
      warnings.map(({ place }) => place),
      ['Patient.name[0].given[0]'],
    );
  });
});

describe('the profiles that are checked', () => {
  it('are those that the issue names, and the vital signs of FHIR and of nl-core', () => {
    assert.deepEqual(profilesOf('Patient'), [`${NL_CORE}Patient`]);
    assert.deepEqual(profilesOf('RelatedPerson'), [`${NL_CORE}ContactPerson`]);
    assert.deepEqual(profilesOf('Organization'), [`${NL_CORE}HealthcareProvider-Organization`]);
    assert.deepEqual(profilesOf('Location'), [`${NL_CORE}HealthcareProvider`]);
    assert.deepEqual(profilesOf('CareTeam'), [`${NL_CORE}CareTeam`]);
    assert.deepEqual(profilesOf('Goal'), [`${NL_CORE}TreatmentObjective`]);
    assert.deepEqual(profilesOf('CarePlan'), [`${NL_CORE}HelpFromOthers`]);
    const vital = profilesOf('Observation');
    for (const name of [
      'vitalsigns',
      'vitalspanel',
      'bp',
      'bodyweight',
      'bodyheight',
      'bodytemp',
      'headcircum',
      'heartrate',
      'resprate',
      'oxygensat',
      'bmi',
    ])
      assert.ok(vital.includes(`${HL7}${name}`), name);
    for (const name of [
      'BloodPressure',
      'BodyWeight',
      'BodyHeight',
      'BodyTemperature',
      'HeadCircumference',
      'HeartRate',
      'PulseRate',
      'O2Saturation',
    ])
      assert.ok(vital.includes(`${NL_CORE}${name}`), name);
  });
});
