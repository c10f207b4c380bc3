import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { validate } from '../../src/fhir/index.ts';
import { type Door, type Json, openDoor, placesOf } from './door.ts';
import { ABOUT, PATIENT, REGIONAL } from './examples.ts';

let door: Door;
let patient = '';
let request = '';
before(async () => {
  door = await openDoor();
  patient = String((await door.ask('POST', '/Patient', PATIENT)).body.id);
  request = String((await door.ask('POST', '/ServiceRequest', ABOUT.ServiceRequest!(patient, ''))).body.id);
});
after(() => door.stop());

const about = (type: keyof typeof ABOUT): Json => ABOUT[type]!(patient, request);
const without = (resource: Json, key: string): Json =>
  Object.fromEntries(Object.entries(resource).filter(([name]) => name !== key));

/** What is wrong, and the element that the answer must point at. */
type Wrong = readonly [what: string, resource: () => Json, place: string];

const STRUCTURE: readonly Wrong[] = [
  ['an element that R4 does not have', () => ({ ...PATIENT, lievelingskleur: 'paars' }), 'Patient.lievelingskleur'],
  [
    'an element deeper down that R4 does not have',
    () => ({ ...PATIENT, name: [{ familie: 'x' }] }),
    'Patient.name[0].familie',
  ],
  ['a text where a list belongs', () => ({ ...PATIENT, name: 'Anna' }), 'Patient.name'],
  ['a list where one belongs', () => ({ ...PATIENT, gender: ['female'] }), 'Patient.gender'],
  ['a number where a text belongs', () => ({ ...PATIENT, language: 4 }), 'Patient.language'],
  ['a text where a yes or no belongs', () => ({ ...PATIENT, active: 'true' }), 'Patient.active'],
  ['a day that is no date', () => ({ ...PATIENT, birthDate: '23-11-1948' }), 'Patient.birthDate'],
  ['a month that does not exist', () => ({ ...PATIENT, birthDate: '1948-13' }), 'Patient.birthDate'],
  [
    'a moment without a zone',
    () => ({ ...about('ServiceRequest'), authoredOn: '2026-11-23T09:00:00' }),
    'ServiceRequest.authoredOn',
  ],
  [
    'a whole number with a fraction',
    () => ({ ...about('Appointment'), minutesDuration: 1.5 }),
    'Appointment.minutesDuration',
  ],
  [
    'a positive number below one',
    () => ({ ...about('Appointment'), minutesDuration: 0 }),
    'Appointment.minutesDuration',
  ],
  ['an empty text', () => ({ ...PATIENT, name: [{ family: '' }] }), 'Patient.name[0].family'],
  ['an empty list', () => ({ ...PATIENT, name: [] }), 'Patient.name'],
  ['an empty object', () => ({ ...PATIENT, maritalStatus: {} }), 'Patient.maritalStatus'],
  ['nothing where something is named', () => ({ ...PATIENT, gender: null }), 'Patient.gender'],
  [
    'two of a choice at once',
    () => ({ ...PATIENT, deceasedBoolean: true, deceasedDateTime: '2026' }),
    'Patient.deceased[x]',
  ],
  ['a choice of a kind that does not fit', () => ({ ...PATIENT, deceasedString: 'ja' }), 'Patient.deceasedString'],
  [
    'an extension with a value and extensions',
    () => ({
      ...PATIENT,
      extension: [{ url: 'urn:x', valueCode: 'a', extension: [{ url: 'urn:y', valueCode: 'b' }] }],
    }),
    'Patient.extension[0]',
  ],
  ['an extension without a name', () => ({ ...PATIENT, extension: [{ valueCode: 'a' }] }), 'Patient.extension[0].url'],
  [
    'base64 that is none',
    () => ({ ...about('Task'), input: [{ type: { text: 'x' }, valueAttachment: { data: 'é' } }] }),
    'Task.input[0].value[x].data',
  ],
];

const CARDINALITY: readonly Wrong[] = [
  ['a request without intent', () => without(about('ServiceRequest'), 'intent'), 'ServiceRequest.intent'],
  ['a request without status', () => without(about('ServiceRequest'), 'status'), 'ServiceRequest.status'],
  ['a Task without intent', () => without(about('Task'), 'intent'), 'Task.intent'],
  ['an Observation without code', () => without(about('Observation'), 'code'), 'Observation.code'],
  ['a Goal without description', () => without(about('Goal'), 'description'), 'Goal.description'],
  ['a Consent without scope', () => without(about('Consent'), 'scope'), 'Consent.scope'],
  ['a Consent without category', () => without(about('Consent'), 'category'), 'Consent.category'],
  [
    'an answer without the question’s number',
    () => ({ ...about('QuestionnaireResponse'), item: [{ text: 'x' }] }),
    'QuestionnaireResponse.item[0].linkId',
  ],
  [
    'the same inside a group',
    () => ({ ...about('QuestionnaireResponse'), item: [{ linkId: 'a', item: [{ text: 'x' }] }] }),
    'QuestionnaireResponse.item[0].item[0].linkId',
  ],
  [
    'a participant without status',
    () => ({ ...about('Appointment'), participant: [{ actor: { reference: `Patient/${patient}` } }] }),
    'Appointment.participant[0].status',
  ],
  ['a Provenance without agent', () => without(about('Provenance'), 'agent'), 'Provenance.agent'],
  ['a Provenance without moment', () => without(about('Provenance'), 'recorded'), 'Provenance.recorded'],
  [
    'a question without type',
    () => ({ ...REGIONAL.Questionnaire, item: [{ linkId: '1' }] }),
    'Questionnaire.item[0].type',
  ],
  ['a link without what it links to', () => ({ ...PATIENT, link: [{ type: 'seealso' }] }), 'Patient.link[0].other'],
];

const BINDINGS: readonly Wrong[] = [
  ['a gender', () => ({ ...PATIENT, gender: 'vrouw' }), 'Patient.gender'],
  ['the use of a name', () => ({ ...PATIENT, name: [{ use: 'roepnaam', family: 'x' }] }), 'Patient.name[0].use'],
  [
    'the system of a telephone number',
    () => ({ ...PATIENT, telecom: [{ system: 'telefoon', value: 'x' }] }),
    'Patient.telecom[0].system',
  ],
  ['the status of a request', () => ({ ...about('ServiceRequest'), status: 'lopend' }), 'ServiceRequest.status'],
  ['the intent of a Task', () => ({ ...about('Task'), intent: 'wens' }), 'Task.intent'],
  ['the status of a Task', () => ({ ...about('Task'), status: 'open' }), 'Task.status'],
  ['the status of an Observation', () => ({ ...about('Observation'), status: 'klaar' }), 'Observation.status'],
  [
    'a comparison in a quantity',
    () => ({ ...about('Observation'), valueQuantity: { value: 1, comparator: '~' } }),
    'Observation.valueQuantity.comparator',
  ],
  ['the status of a Consent', () => ({ ...about('Consent'), status: 'ja' }), 'Consent.status'],
  [
    'what a Consent provides',
    () => ({ ...about('Consent'), provision: { type: 'misschien' } }),
    'Consent.provision.type',
  ],
  ['the life of a Goal', () => ({ ...about('Goal'), lifecycleStatus: 'bijna' }), 'Goal.lifecycleStatus'],
  [
    'the status of a participant',
    () => ({ ...about('Appointment'), participant: [{ actor: { reference: `Patient/${patient}` }, status: 'komt' }] }),
    'Appointment.participant[0].status',
  ],
  ['the status of a Communication', () => ({ ...about('Communication'), status: 'gebeld' }), 'Communication.status'],
  [
    'a day of the week',
    () => ({ ...REGIONAL.HealthcareService, availableTime: [{ daysOfWeek: ['ma'] }] }),
    'HealthcareService.availableTime[0].daysOfWeek[0]',
  ],
  [
    'the type of a nested question',
    () => ({
      ...REGIONAL.Questionnaire,
      item: [{ linkId: '1', type: 'group', item: [{ linkId: '2', type: 'vraag' }] }],
    }),
    'Questionnaire.item[0].item[0].type',
  ],
  [
    'a code in a contained resource',
    () => ({ ...PATIENT, contained: [{ resourceType: 'Patient', id: 'p', gender: 'man' }] }),
    'Patient.contained[0].gender',
  ],
  [
    'the kind of an address in a contained resource',
    () => ({ ...PATIENT, contained: [{ resourceType: 'Patient', id: 'p', address: [{ type: 'huis' }] }] }),
    'Patient.contained[0].address[0].type',
  ],
];

describe('a resource that does not fit FHIR R4 is refused, and the answer points at the element', () => {
  for (const [kind, wrongs] of [
    ['structure', STRUCTURE],
    ['cardinality', CARDINALITY],
    ['required code', BINDINGS],
  ] as const)
    for (const [what, resource, place] of wrongs)
      it(`${kind}: ${what}`, async () => {
        const wrong = resource();
        const answer = await door.ask('POST', `/${wrong.resourceType}`, wrong);
        assert.equal(answer.status, 422, answer.text);
        assert.ok(placesOf(answer).includes(place), `${placesOf(answer)} should name ${place}`);
        assert.equal(validate(answer.body as never), undefined, 'the OperationOutcome is valid itself');
      });

  it('names every element that is wrong, not the first alone', async () => {
    const answer = await door.ask('POST', '/Patient', { ...PATIENT, kleur: 'paars', active: 'ja', birthDate: 'ooit' });
    assert.deepEqual([...placesOf(answer)].sort(), ['Patient.active', 'Patient.birthDate', 'Patient.kleur']);
  });

  it('also on update, and nothing of it is kept', async () => {
    const made = await door.ask('POST', '/Goal', about('Goal'));
    const answer = await door.ask('PUT', `/Goal/${made.body.id}`, { ...made.body, lifecycleStatus: 'bijna' });
    assert.deepEqual(placesOf(answer), ['Goal.lifecycleStatus']);
    assert.equal((await door.ask('GET', `/Goal/${made.body.id}`)).headers.get('etag'), 'W/"1"');
  });

  it('stays with its resident: the subject is there, is ours, and does not change', async () => {
    const nobody = await door.ask('POST', '/Goal', without(about('Goal'), 'subject'));
    assert.deepEqual([nobody.status, placesOf(nobody)], [422, ['Goal.subject']]);
    const made = await door.ask('POST', '/Goal', about('Goal'));
    const other = String((await door.ask('POST', '/Patient', PATIENT)).body.id);
    const moved = await door.ask('PUT', `/Goal/${made.body.id}`, {
      ...made.body,
      subject: { reference: `Patient/${other}` },
    });
    assert.deepEqual([moved.status, placesOf(moved)], [422, ['Goal.subject']]);
    const unknown = { reference: 'Patient/11111111-1111-4111-8111-111111111111' };
    assert.equal((await door.ask('POST', '/Goal', { ...about('Goal'), subject: unknown })).status, 404);
  });

  it('has a BSN that passes the eleven test, wherever it stands', async () => {
    const identifier = [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '123456789' }];
    const answer = await door.ask('POST', '/Patient', { ...PATIENT, identifier });
    assert.deepEqual([answer.status, placesOf(answer)], [422, ['Patient.identifier[0].value']]);
    assert.ok(!answer.text.includes('123456789'), 'and it is not repeated');
  });
});

describe('a body', () => {
  it('that is too large is refused with 413, also when it does not say how large it is', async () => {
    const large = JSON.stringify({
      ...PATIENT,
      text: { status: 'generated', div: `<div>${'x'.repeat(210_000)}</div>` },
    });
    const answer = await door.ask('POST', '/Patient', large);
    assert.deepEqual([answer.status, answer.body.resourceType], [413, 'OperationOutcome']);
    assert.equal((await door.ask('POST', '/', large)).status, 413);
  });

  it('of another kind is refused with 415, with or without a charset', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/fhir+xml', 'application/jsonp', '']) {
      for (const path of ['/Patient', '/'])
        assert.equal(
          (await door.ask('POST', path, PATIENT, { headers: { 'content-type': type } })).status,
          415,
          `${path} ${type}`,
        );
      assert.equal(
        (await door.ask('POST', '/Patient/_search', 'a=b', { headers: { 'content-type': 'application/json' } })).status,
        415,
      );
    }
    for (const type of ['application/json', 'application/fhir+json; charset=utf-8', 'application/json;charset=UTF-8'])
      assert.equal(
        (await door.ask('POST', '/Patient', PATIENT, { headers: { 'content-type': type } })).status,
        201,
        type,
      );
  });

  it('that is no JSON, no resource, or another resource, is refused with 400', async () => {
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{}',
      '{"resourceType":"Goal"}',
      '{"resourceType":4}',
      '{"a":1}}',
      '\u0000',
    ])
      for (const [method, path] of [
        ['POST', '/Patient'],
        ['PUT', `/Patient/${patient}`],
        ['POST', '/'],
      ] as const) {
        const answer = await door.ask(method, path, body);
        assert.equal(answer.status, 400, `${method} ${path} ${body}: ${answer.text}`);
        assert.equal(answer.body.resourceType, 'OperationOutcome');
      }
  });

  it('that is nested without end is refused, and the server goes on', async () => {
    const deep = (levels: number) => `${'{"extension":['.repeat(levels)}${']}'.repeat(levels)}`;
    for (const levels of [60, 4_000, 12_000]) {
      const body = deep(levels).replace('{', '{"resourceType":"Patient",');
      for (const [method, path] of [
        ['POST', '/Patient'],
        ['PUT', `/Patient/${patient}`],
      ] as const)
        assert.ok([400, 422].includes((await door.ask(method, path, body)).status), `${method} ${levels}`);
      const bundle = `{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"POST","url":"Patient"},"resource":${body}}]}`;
      assert.ok([400, 413, 422].includes((await door.ask('POST', '/', bundle)).status), `transaction ${levels}`);
    }
    assert.equal((await door.ask('POST', '/Patient', PATIENT)).status, 201);
  });

  it('with odd entries for a transaction is refused with words, never with a failure of ours', async () => {
    const entries: readonly unknown[] = [
      {},
      'x',
      7,
      [null],
      [[]],
      ['x'],
      [{}],
      [{ request: {} }],
      [{ request: { method: 'POST', url: 5 } }],
      [{ request: { method: 'POST', url: '' } }],
      [{ request: { method: 'POST', url: 'Patient' } }],
      [{ request: { method: 'POST', url: 'Goal' }, resource: { resourceType: 'Goal', subject: null } }],
      [
        {
          request: { method: 'POST', url: 'Appointment' },
          resource: { resourceType: 'Appointment', participant: [null] },
        },
      ],
      [{ request: { method: 'PUT', url: 'Patient/x' }, resource: PATIENT }],
      [{ request: { method: 'GET', url: 'Patient' } }],
      [{ request: { method: 'DELETE', url: `Patient/${patient}` } }],
      [{ request: { method: 'POST', url: 'Organization' }, resource: REGIONAL.Organization }],
      [{ request: { method: 'POST', url: 'Patient', ifNoneExist: 'x=y' }, resource: PATIENT }],
      [{ request: { method: 'PUT', url: `Patient/${patient}`, ifMatch: '1' }, resource: PATIENT }],
      [{ request: { method: 'PUT', url: `Patient/${patient}` }, resource: { ...PATIENT, id: 'anders' } }],
    ];
    for (const entry of entries) {
      const answer = await door.ask('POST', '/', { resourceType: 'Bundle', type: 'transaction', entry });
      assert.ok(
        [400, 404, 409, 422].includes(answer.status),
        `${JSON.stringify(entry)}: ${answer.status} ${answer.text}`,
      );
      assert.match(placesOf(answer)[0] ?? '', /^Bundle\.entry/);
    }
    for (const type of ['collection', 'searchset', undefined])
      assert.equal((await door.ask('POST', '/', { resourceType: 'Bundle', type, entry: [] })).status, 400);
  });
});
