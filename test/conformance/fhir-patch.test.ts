import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Actor, CATEGORIES, ulid, withActor } from '../../src/platform/index.ts';
import { SYSTEM } from '../support/ground.ts';
import { PEOPLE, residentActor } from '../support/pathways.ts';
import { asSent, type Door, type Json, openDoor, placesOf, type Told } from './door.ts';
import { ABOUT, PATIENT, REGIONAL } from './examples.ts';

let door: Door;
before(async () => {
  door = await openDoor();
});
after(() => door.stop());

const TYPE = { 'content-type': 'application/json-patch+json' };
const patch = (path: string, operations: unknown, as: Actor = SYSTEM, headers = {}): Promise<Told> =>
  door.ask('PATCH', path, typeof operations === 'string' ? operations : JSON.stringify(operations), {
    as,
    headers: { ...TYPE, ...headers },
  });
const make = async (resource: Json | string, type?: string): Promise<Json> => {
  const made = await door.ask('POST', `/${type ?? (resource as Json).resourceType}`, resource);
  assert.equal(made.status, 201, made.text);
  return made.body;
};
const newPatient = async () => String((await make(PATIENT)).id);

describe('a JSON Patch', () => {
  it('changes what it names and nothing else, of every type', async () => {
    const patient = await newPatient();
    const request = String((await make(ABOUT.ServiceRequest!(patient, ''))).id);
    const examples = [
      PATIENT,
      ...Object.values(ABOUT).map((example) => example(patient, request)),
      ...Object.values(REGIONAL),
    ];
    for (const example of examples) {
      const made = await make(example);
      const at = `/${made.resourceType}/${made.id}`;
      const done = await patch(at, [{ op: 'add', path: '/language', value: 'nl' }]);
      assert.equal(done.status, 200, `${at}: ${done.text}`);
      assert.deepEqual(asSent(done.body), { ...asSent(made), language: 'nl' }, at);
      assert.equal(done.headers.get('etag'), 'W/"2"');
      assert.deepEqual((await door.ask('GET', at)).body, done.body, at);
      const back = await patch(at, [
        { op: 'test', path: '/language', value: 'nl' },
        { op: 'remove', path: '/language' },
      ]);
      assert.deepEqual(asSent(back.body), asSent(made), at);
    }
  });

  it('keeps each number as it was written, also one that it moves or copies', async () => {
    const patient = await newPatient();
    const own = '{"url":"https://example.org/x","valueDecimal":0.12345678901234567890}';
    const body = `{"resourceType":"Observation","extension":[${own}],"status":"final","code":{"text":"x"},"subject":{"reference":"Patient/${patient}"},"valueQuantity":{"value":1.10,"unit":"kg"}}`;
    const at = `/Observation/${(await make(body, 'Observation')).id}`;
    const done = await patch(
      at,
      `[{"op":"test","path":"/valueQuantity/value","value":1.1},
        {"op":"copy","from":"/valueQuantity","path":"/component","x":0},
        {"op":"remove","path":"/component"},
        {"op":"copy","from":"/extension/0","path":"/extension/-"},
        {"op":"add","path":"/referenceRange","value":[{"low":{"value":1.00},"high":{"value":2.50e1}}]},
        {"op":"replace","path":"/status","value":"amended"}]`,
    );
    assert.equal(done.status, 200, done.text);
    for (const text of ['"value":1.10,', '"low":{"value":1.00}', '"high":{"value":2.50e1}'])
      assert.ok(done.text.includes(text), text);
    assert.equal(done.text.split('0.12345678901234567890').length, 3);
    assert.equal((await door.ask('GET', at)).text, done.text);
  });

  it('is done whole or not at all, and says which operation does not fit', async () => {
    const patient = await newPatient();
    const made = await make(ABOUT.Goal!(patient, ''));
    const at = `/Goal/${made.id}`;
    const fits = { op: 'add', path: '/language', value: 'nl' };
    for (const [operations, status, place] of [
      [[fits, { op: 'test', path: '/lifecycleStatus', value: 'completed' }], 422, 'patch[1]'],
      [[fits, { op: 'remove', path: '/is/er/niet' }], 422, 'patch[1]'],
      [[fits, { op: 'replace', path: '/note/7', value: {} }], 422, 'patch[1]'],
      [[{ op: 'verander', path: '/language' }], 400, 'patch[0]'],
      [[{ op: 'add', path: 'language', value: 'nl' }], 400, 'patch[0]'],
      [[{ op: 'add', path: '/__proto__/x', value: 'nl' }], 400, 'patch[0]'],
      [[{ op: 'add', path: '/language' }], 400, 'patch[0]'],
      [[{ op: 'copy', path: '/language' }], 400, 'patch[0]'],
      [[fits, { op: 'replace', path: '/lifecycleStatus', value: 'bijna' }], 422, 'Goal.lifecycleStatus'],
      [[{ op: 'replace', path: '/id', value: 'anders' }], 400, 'Goal.id'],
      [[{ op: 'replace', path: '/resourceType', value: 'Task' }], 400, 'resourceType'],
      [[{ op: 'replace', path: '', value: 5 }], 400, 'resourceType'],
      [[], 400, 'patch'],
      [{}, 400, 'patch'],
    ] as const) {
      const refused = await patch(at, operations);
      assert.deepEqual(
        [refused.status, placesOf(refused)],
        [status, [place]],
        `${JSON.stringify(operations)} ${refused.text}`,
      );
    }
    assert.equal((await patch(at, '[{')).status, 400);
    assert.deepEqual((await door.ask('GET', at)).body, made);
  });

  it('holds to the version that its sender saw, and of many at once loses none', async () => {
    const patient = await newPatient();
    const goal = await make({ ...ABOUT.Goal!(patient, ''), note: undefined });
    const at = `/Goal/${goal.id}`;
    assert.equal(
      (await patch(at, [{ op: 'add', path: '/note', value: [{ text: '0' }] }], SYSTEM, { 'if-match': 'W/"1"' })).status,
      200,
    );
    assert.equal((await patch(at, [{ op: 'remove', path: '/note' }], SYSTEM, { 'if-match': 'W/"1"' })).status, 412);
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) => patch(at, [{ op: 'add', path: '/note/-', value: { text: `${n + 1}` } }])),
    );
    assert.ok(all.every((one) => one.status === 200));
    assert.equal(((await door.ask('GET', at)).body.note as Json[]).length, 9);
  });

  it('passes the same rules as an update: what a resident may not change, they do not change by a patch', async () => {
    const patient = await newPatient();
    const own = residentActor(patient);
    const move = [{ op: 'add', path: '/telecom', value: [{ system: 'phone', value: '06 00000000' }] }];
    assert.equal((await patch(`/Patient/${patient}`, move, own)).status, 200);
    const name = [{ op: 'replace', path: '/birthDate', value: '1990-01-01' }];
    assert.equal((await patch(`/Patient/${patient}`, name, own)).status, 422);
    const link = [
      {
        op: 'add',
        path: '/link',
        value: [{ other: { reference: `Patient/${await newPatient()}` }, type: 'replaced-by' }],
      },
    ];
    const merge = await patch(`/Patient/${patient}`, link);
    assert.deepEqual([merge.status, placesOf(merge)], [422, ['Patient.link']]);
    const goal = await make(ABOUT.Goal!(patient, ''));
    const other = [{ op: 'replace', path: '/subject/reference', value: `Patient/${await newPatient()}` }];
    assert.equal((await patch(`/Goal/${goal.id}`, other)).status, 422);
    const stranger = await patch(
      `/Goal/${goal.id}`,
      [{ op: 'test', path: '/lifecycleStatus', value: 'active' }],
      PEOPLE.coach,
    );
    const never = await patch(
      `/Goal/${patient.replaceAll('-', '')}-${ulid(door.clock)}`,
      [{ op: 'test', path: '/x', value: 1 }],
      PEOPLE.coach,
    );
    assert.deepEqual([stranger.status, stranger.text], [404, never.text]);
    assert.equal((await patch(`/AuditEvent/${patient.replaceAll('-', '')}-${ulid(door.clock)}`, move)).status, 405);
  });

  it('is no way to ask for what is kept from its sender', async () => {
    const patient = await newPatient();
    await withActor(door.ground, SYSTEM, { kind: 'act', resident: patient }, (trx) =>
      trx.query(
        "select platform.give($1, $2, $3, 'case-team', $4, '{identity,conversation}', '{}', 'support-referral', 'proef', $5, null)",
        [patient, ulid(door.clock), PEOPLE.coach.services[0], CATEGORIES, door.clock.now()],
      ),
    );
    const asked = [{ op: 'test', path: '/birthDate', value: PATIENT.birthDate }];
    assert.equal(
      (await patch(`/Patient/${patient}`, asked, PEOPLE.coach)).status,
      404,
      'a coach does not change a Patient',
    );
  });

  it('by condition is of the one that fits', async () => {
    const patient = await newPatient();
    const goal = (value: string) => ({ ...ABOUT.Goal!(patient, ''), identifier: [{ system: 'urn:p', value }] });
    const one = await make(goal('1'));
    await make(goal('2'));
    await make(goal('2'));
    const change = [{ op: 'add', path: '/language', value: 'nl' }];
    const done = await patch('/Goal?identifier=urn:p|1', change);
    assert.deepEqual([done.status, done.body.id], [200, one.id]);
    assert.equal((await patch('/Goal?identifier=urn:p|2', change)).status, 412);
    assert.equal((await patch('/Goal?identifier=urn:p|3', change)).status, 404);
    assert.equal((await patch('/Goal?lifecycle-status=active', change)).status, 400);
  });

  it('in another form is refused with words', async () => {
    const goal = await make(ABOUT.Goal!(await newPatient(), ''));
    for (const type of ['application/fhir+json', 'application/json', 'application/xml-patch+xml']) {
      const refused = await patch(`/Goal/${goal.id}`, { resourceType: 'Parameters' }, SYSTEM, { 'content-type': type });
      assert.equal(refused.status, 415, type);
      assert.match(refused.text, /json-patch\+json/);
    }
  });

  it('in a batch stands in a Binary', async () => {
    const goal = await make(ABOUT.Goal!(await newPatient(), ''));
    const data = Buffer.from(JSON.stringify([{ op: 'add', path: '/language', value: 'nl' }])).toString('base64');
    const done = await door.ask('POST', '/', {
      resourceType: 'Bundle',
      type: 'batch',
      entry: [
        {
          resource: { resourceType: 'Binary', contentType: 'application/json-patch+json', data },
          request: { method: 'PATCH', url: `Goal/${goal.id}`, ifMatch: 'W/"1"' },
        },
      ],
    });
    assert.match(done.text, /"status":"200 OK"/);
    assert.equal((await door.ask('GET', `/Goal/${goal.id}`)).body.language, 'nl');
  });
});
