import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { withActor } from '../../src/platform/index.ts';
import { actor, SYSTEM } from '../support/ground.ts';
import { type Door, idsOf, type Json, openDoor, placesOf } from './door.ts';
import { REGIONAL } from './examples.ts';

const BSN = 'http://fhir.nl/fhir/NamingSystem/bsn';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

let door: Door;
let patient = '';
before(async () => {
  door = await openDoor();
  patient = await create({ resourceType: 'Patient', birthDate: '1948' });
});
after(() => door.stop());

async function create(resource: Json): Promise<string> {
  const made = await door.ask('POST', `/${resource.resourceType}`, resource);
  assert.equal(made.status, 201, made.text);
  return String(made.body.id);
}

const observation = (more: Json): Promise<string> =>
  create({
    resourceType: 'Observation',
    status: 'final',
    code: { text: 'x' },
    subject: { reference: `Patient/${patient}` },
    ...more,
  });

const inRegion = (sql: string) => withActor(door.ground, SYSTEM, { kind: 'region' }, (trx) => trx.query(sql));

async function find(type: string, query: Record<string, string>): Promise<readonly string[]> {
  const found = await door.ask('GET', `/${type}?${new URLSearchParams(query)}`);
  assert.equal(found.status, 200, found.text);
  return idsOf(found);
}

/** What a resource covers, and for each asked date the prefixes that find it; written by hand from R4 3.1.1.4.5. */
const DATES: readonly (readonly [what: string, covers: Json, answers: Readonly<Record<string, string>>])[] = [
  [
    'a moment to the second',
    { effectiveDateTime: '2026-03-15T10:30:00Z' },
    {
      '2026-03-15T10:30:00Z': 'eq ge le',
      '2026-03-15T11:30:00+01:00': 'eq ge le',
      '2026-03-15T10:30': 'eq ge le',
      '2026-03-15': 'eq ge le',
      '2026-03': 'eq ge le',
      '2026': 'eq ge le',
      '2026-03-14': 'ne gt ge sa',
      '2026-03-16': 'ne lt le eb',
      '2026-03-15T10:29:59Z': 'ne gt ge sa',
      '2026-03-15T10:30:01Z': 'ne lt le eb',
    },
  ],
  [
    'a day',
    { effectiveDateTime: '2026-03-15' },
    {
      '2026-03-15': 'eq ge le',
      '2026-03': 'eq ge le',
      '2026-03-15T12:00:00Z': 'ne gt ge lt le',
      '2026-03-14': 'ne gt ge sa',
      '2026-03-16': 'ne lt le eb',
    },
  ],
  [
    'a month',
    { effectiveDateTime: '2026-03' },
    {
      '2026': 'eq ge le',
      '2026-03': 'eq ge le',
      '2026-03-15': 'ne gt ge lt le',
      '2026-02': 'ne gt ge sa',
      '2026-04': 'ne lt le eb',
    },
  ],
  [
    'a period',
    { effectivePeriod: { start: '2026-03-10', end: '2026-03-20' } },
    {
      '2026-03': 'eq ge le',
      '2026-03-15': 'ne gt ge lt le',
      '2026-03-10': 'ne gt ge',
      '2026-03-20': 'ne lt le',
      '2026-03-09': 'ne gt ge sa',
      '2026-03-21': 'ne lt le eb',
    },
  ],
  [
    'a period without end',
    { effectivePeriod: { start: '2026-03-10' } },
    { '2026-03-15': 'ne gt ge lt le', '2026-03-09': 'ne gt ge sa', '2030': 'ne gt ge lt le' },
  ],
  [
    'a period without start',
    { effectivePeriod: { end: '2026-03-20' } },
    { '2026-03-15': 'ne gt ge lt le', '2026-03-21': 'ne lt le eb', '1900': 'ne gt ge lt le' },
  ],
];

describe('a search by date', () => {
  for (const [what, covers, answers] of DATES)
    it(`finds ${what} by each prefix as R4 says`, async () => {
      const id = await observation(covers);
      for (const [date, wanted] of Object.entries(answers)) {
        const found: string[] = [];
        for (const prefix of ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'sa', 'eb'])
          if ((await find('Observation', { _id: id, date: `${prefix}${date}` })).length > 0) found.push(prefix);
        assert.deepEqual(found.sort(), wanted.split(' ').sort(), `${date} should be answered by ${wanted}`);
        assert.equal(
          (await find('Observation', { _id: id, date })).length > 0,
          wanted.includes('eq'),
          'eq needs no prefix',
        );
      }
    });

  it('takes a comma as or, a repetition as and, and a plus that nobody escaped', async () => {
    const id = await observation({ effectiveDateTime: '2026-05-05T10:00:00Z' });
    assert.equal((await find('Observation', { _id: id, date: '2025,2026-05' })).length, 1);
    const both = (a: string, b: string) => door.ask('GET', `/Observation?_id=${id}&date=${a}&date=${b}`);
    assert.equal(idsOf(await both('ge2026-05-01', 'lt2026-06-01')).length, 1);
    assert.equal(idsOf(await both('ge2026-05-01', 'lt2026-05-02')).length, 0);
    assert.equal(idsOf(await door.ask('GET', `/Observation?_id=${id}&date=2026-05-05T12:00:00+02:00`)).length, 1);
  });

  it('refuses what is no moment', async () => {
    for (const date of [
      'gisteren',
      '2026-13',
      '2026-02-30',
      '23-11-2026',
      'np2026',
      '2026-03-15T25:00:00Z',
      '2026-03-15T10',
      '',
    ])
      for (const [type, name] of [
        ['Observation', 'date'],
        ['Task', '_lastUpdated'],
        ['Questionnaire', 'date'],
        ['AuditEvent', 'date'],
      ] as const) {
        const answer = await door.ask('GET', `/${type}?${new URLSearchParams({ [name]: date })}`);
        assert.deepEqual([answer.status, placesOf(answer)], [400, [name]], `${type} ${date}`);
      }
  });

  it('says when something was last written', async () => {
    const id = await observation({});
    door.clock.advance(60_000);
    assert.deepEqual(await find('Observation', { _id: id, _lastUpdated: 'lt2026-11-23T09:01:00Z' }), [id]);
    const before = await door.ask('GET', `/Observation/${id}`);
    await door.ask('PUT', `/Observation/${id}`, { ...before.body, status: 'amended' });
    assert.deepEqual(await find('Observation', { _id: id, _lastUpdated: 'lt2026-11-23T09:01:00Z' }), []);
    assert.deepEqual(await find('Observation', { _id: id, _lastUpdated: 'ge2026-11-23T09:01:00Z' }), [id]);
  });
});

describe('a search by code', () => {
  it('is by system and code, by code in any system, by code in none, and by system alone', async () => {
    const one = await observation({ code: { coding: [{ system: 'urn:a', code: 'k' }] } });
    const other = await observation({
      code: {
        coding: [
          { system: 'urn:b', code: 'k' },
          { system: 'urn:a', code: 'z' },
        ],
      },
    });
    const none = await observation({ code: { coding: [{ code: 'k' }] } });
    const by = async (code: string) =>
      (await find('Observation', { _id: [one, other, none].join(','), code })).toSorted();
    assert.deepEqual(await by('urn:a|k'), [one]);
    assert.deepEqual(await by('k'), [one, other, none].sort());
    assert.deepEqual(await by('|k'), [none]);
    assert.deepEqual(await by('urn:a|'), [one, other].sort());
    assert.deepEqual(await by('urn:b|k,|k'), [other, none].sort());
    assert.deepEqual(await by('urn:a|K'), []);
    assert.deepEqual(await by('urn:c|k'), []);
  });

  it('holds for identifiers and for the region’s own resources too', async () => {
    const id = await observation({ identifier: [{ system: 'urn:id', value: 'a,b|c' }] });
    assert.deepEqual(await find('Observation', { identifier: 'urn:id|a\\,b\\|c' }), [id]);
    assert.deepEqual(await find('Observation', { identifier: '|a\\,b\\|c' }), []);
    const service = await create(REGIONAL.HealthcareService!);
    assert.deepEqual(await find('HealthcareService', { 'service-category': 'https://example.org/domain|welfare' }), [
      service,
    ]);
    assert.deepEqual(await find('HealthcareService', { 'service-category': 'welfare' }), [service]);
    assert.deepEqual(await find('HealthcareService', { 'service-category': '|welfare' }), []);
  });

  it('of a status takes it with or without its system', async () => {
    const id = await observation({ status: 'preliminary' });
    for (const status of ['preliminary', 'http://hl7.org/fhir/observation-status|preliminary', 'final,preliminary'])
      assert.deepEqual(await find('Observation', { _id: id, status }), [id], status);
    assert.deepEqual(await find('Observation', { _id: id, status: 'final' }), []);
  });
});

describe('a search by reference', () => {
  it('takes type and id, the id alone, or the whole address', async () => {
    const id = await create({
      resourceType: 'Task',
      status: 'draft',
      intent: 'order',
      for: { reference: `Patient/${patient}` },
      owner: { reference: 'HealthcareService/wandelgroep' },
      basedOn: [{ reference: 'ServiceRequest/sr-1' }],
      focus: { reference: 'CarePlan/cp-1' },
    });
    for (const owner of [
      'HealthcareService/wandelgroep',
      'wandelgroep',
      'http://localhost:8080/fhir/r4/HealthcareService/wandelgroep',
    ])
      assert.deepEqual(await find('Task', { owner, patient }), [id], owner);
    assert.deepEqual(await find('Task', { 'based-on': 'sr-1', focus: 'CarePlan/cp-1' }), [id]);
    assert.deepEqual(await find('Task', { owner: 'Organization/wandelgroep' }), []);
    assert.deepEqual(
      await find('Task', { patient: `http://localhost:8080/fhir/r4/Patient/${patient}`, owner: 'wandelgroep' }),
      [id],
    );
    assert.equal((await door.ask('GET', '/Task?patient=Anna')).status, 400);
    assert.equal((await door.ask('GET', '/AuditEvent?patient=Anna')).status, 400);
  });

  it('holds all that is asked, in whatever order it is asked', async () => {
    const other = await create({ resourceType: 'Patient', birthDate: '1950' });
    const id = await observation({ status: 'final' });
    for (const query of [
      `patient=${other}&_id=${id}`,
      `_id=${id}&patient=${other}`,
      `patient=${patient}&patient=${other}`,
      `patient=${patient}&_id=x`,
    ])
      assert.deepEqual(idsOf(await door.ask('GET', `/Observation?${query}`)), [], query);
    assert.deepEqual(idsOf(await door.ask('GET', `/Observation?patient=${other},${patient}&_id=${id}`)), [id]);
  });
});

describe('a search by BSN', () => {
  const nurse = actor({ role: 'practice-nurse', person: 'Practitioner/n', organisation: 'Organization/praktijk' });
  let known = '';
  before(async () => {
    known = await create({
      resourceType: 'Patient',
      identifier: [{ system: BSN, value: '999990019' }],
      name: [{ family: 'Voorbeeld', given: ['Anna'] }],
      telecom: [{ system: 'phone', value: '085 000 00 00' }],
      address: [{ line: ['Proefstraat 1'], postalCode: '7511 AB' }],
      birthDate: '1948-03-02',
    });
  });

  it('goes by POST in the body, and finds one person or nobody', async () => {
    const by = (value: string) =>
      door.ask('POST', '/Patient/_search', `identifier=${encodeURIComponent(`${BSN}|${value}`)}`, { headers: FORM });
    assert.deepEqual(idsOf(await by('999990019')), [known]);
    assert.deepEqual(idsOf(await by('999990032')), []);
    assert.ok(!(await by('999990019')).text.includes('_search?identifier'), 'and no link repeats it');
  });

  it('shows who has no relation the name, birth date and postcode area, and no more', async () => {
    const found = await door.ask('POST', '/Patient/_search', `identifier=${encodeURIComponent(`${BSN}|999990019`)}`, {
      headers: FORM,
      as: nurse,
    });
    const [entry] = found.body.entry!;
    assert.deepEqual(Object.keys(entry!.resource).sort(), [
      'address',
      'birthDate',
      'id',
      'meta',
      'name',
      'resourceType',
    ]);
    assert.deepEqual(entry!.resource.address, [{ postalCode: '7511' }]);
  });

  it('is the same BSN under the OID that older systems send: sealed, claimed once, found', async () => {
    const OID = 'urn:oid:2.16.840.1.113883.2.4.6.3';
    const again = await door.ask('POST', '/Patient', {
      resourceType: 'Patient',
      identifier: [{ system: OID, value: '999990019' }],
    });
    assert.equal(again.status, 409, 'somebody has it already');
    const other = { resourceType: 'Patient', identifier: [{ system: OID, value: '999990068' }], birthDate: '1950' };
    const id = await create(other);
    const { rows } = await inRegion(`select content from record.resource where id = '${id}'`);
    assert.ok(!JSON.stringify(rows).includes('999990068'));
    const found = await door.ask('POST', '/Patient/_search', `identifier=${encodeURIComponent(`${BSN}|999990068`)}`, {
      headers: FORM,
    });
    assert.deepEqual(idsOf(found), [id]);
    assert.equal((await door.ask('GET', `/Patient?identifier=${encodeURIComponent(`${OID}|999990068`)}`)).status, 400);
  });

  it('stands nowhere in what the region keeps', async () => {
    const answer = await door.ask('POST', '/Practitioner', {
      resourceType: 'Practitioner',
      identifier: [{ system: BSN, value: '999990019' }],
    });
    assert.deepEqual([answer.status, placesOf(answer)], [422, ['Practitioner.identifier[0]']]);
  });

  it('never goes in an address: not of a GET, not of a POST, not in disguise', async () => {
    const ways = [
      `identifier=${BSN}|999990019`,
      'identifier=999990019',
      'identifier=|999990019',
      `identifier:of-type=x|${BSN}|999990019`,
      `iets=${BSN}|999990019`,
    ];
    for (const way of ways) {
      const query = new URLSearchParams([way.split(/=(.*)/s).slice(0, 2) as [string, string]]).toString();
      for (const prefer of ['handling=strict', 'handling=lenient']) {
        const headers = { prefer };
        const got = await door.ask('GET', `/Patient?${query}`, undefined, { headers });
        assert.equal(got.status, 400, way);
        assert.ok(!got.text.includes('999990019'), 'and the answer does not repeat it');
        assert.equal(
          (await door.ask('POST', `/Patient/_search?${query}`, '', { headers: { ...FORM, ...headers } })).status,
          400,
          way,
        );
      }
    }
    assert.equal(
      (await door.ask('GET', '/Patient?identifier=urn:x|999990019')).status,
      200,
      'another number is no BSN',
    );
  });
});
