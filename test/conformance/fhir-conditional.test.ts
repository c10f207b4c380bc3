import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BSN_SYSTEM } from '../../src/fhir/index.ts';
import { type Actor, CATEGORIES, ulid, withActor } from '../../src/platform/index.ts';
import { actor, SYSTEM } from '../support/ground.ts';
import { PEOPLE } from '../support/pathways.ts';
import { type Door, idsOf, type Json, openDoor } from './door.ts';
import { PATIENT } from './examples.ts';

let door: Door;
before(async () => {
  door = await openDoor();
});
after(() => door.stop());

const SYSTEM_URL = 'https://partner.example/ids';
const own = (value: string) => [{ system: SYSTEM_URL, value }];
const named = (value: string) => `identifier=${SYSTEM_URL}|${value}`;
const observation = (patient: string, value: string, more: Json = {}): Json => ({
  resourceType: 'Observation',
  identifier: own(value),
  status: 'final',
  code: { text: 'Gewicht' },
  subject: { reference: `Patient/${patient}` },
  valueQuantity: { value: 71, unit: 'kg' },
  ...more,
});
const person = (patient: string, value: string): Json => ({
  resourceType: 'RelatedPerson',
  identifier: own(value),
  patient: { reference: `Patient/${patient}` },
  name: [{ text: 'Buurvrouw' }],
});
const unless = (query: string, as: Actor = SYSTEM) => ({ as, headers: { 'if-none-exist': query } });

async function newPatient(): Promise<string> {
  return String((await door.ask('POST', '/Patient', PATIENT)).body.id);
}
async function grant(resident: string, to: string, categories: readonly string[]): Promise<void> {
  await withActor(door.ground, SYSTEM, { kind: 'act', resident }, (trx) =>
    trx.query(
      "select platform.give($1, $2, $3, 'case-team', $4, '{identity,conversation,contact,consent,team,referral}', '{}', 'support-referral', 'proef', $5, null)",
      [resident, ulid(door.clock), to, categories, door.clock.now()],
    ),
  );
}

describe('a conditional create', () => {
  it('makes what is not there (201), gives what is there (200), and refuses to choose among several (412)', async () => {
    const patient = await newPatient();
    const made = await door.ask('POST', '/Observation', observation(patient, 'c-1'), unless(named('c-1')));
    assert.equal(made.status, 201, made.text);
    const again = await door.ask('POST', '/Observation', observation(patient, 'c-1'), unless(named('c-1')));
    assert.deepEqual([again.status, again.body], [200, made.body]);
    assert.equal(again.headers.get('location'), made.headers.get('location'));
    assert.equal(again.headers.get('etag'), 'W/"1"');
    await door.ask('POST', '/Observation', observation(patient, 'c-1'));
    const several = await door.ask('POST', '/Observation', observation(patient, 'c-1'), unless(named('c-1')));
    assert.equal(several.status, 412);
    assert.match(several.text, /multiple-matches/);
    const about = `patient=Patient/${patient}&status=amended`;
    const first = await door.ask(
      'POST',
      '/Observation',
      observation(patient, 'c-2', { status: 'amended' }),
      unless(about),
    );
    const second = await door.ask(
      'POST',
      '/Observation',
      observation(patient, 'c-3', { status: 'amended' }),
      unless(about),
    );
    assert.deepEqual([first.status, second.status, second.body.id], [201, 200, first.body.id], 'also by the resident');
  });

  it('is refused where its condition leads to no resident, says how results are given, or says nothing', async () => {
    const patient = await newPatient();
    for (const query of ['status=final', 'identifier:not=x', '', 'lievelingskleur=paars', `${named('x')}&_count=1`]) {
      const refused = await door.ask('POST', '/Observation', observation(patient, 'x'), unless(query));
      assert.equal(refused.status, 400, query);
    }
    assert.deepEqual(idsOf(await door.ask('GET', `/Observation?patient=${patient}`)), []);
  });

  it('of which many come at once makes one', async () => {
    const patient = await newPatient();
    for (const [path, body] of [
      ['/Observation', observation(patient, 'at-once')],
      ['/Organization', { resourceType: 'Organization', identifier: own('at-once'), name: 'x' }],
      ['/Patient', { ...PATIENT, identifier: own('at-once') }],
      ['/Patient', { ...PATIENT, identifier: [{ system: BSN_SYSTEM, value: '999900006' }] }],
    ] as const) {
      const [{ system, value }] = body.identifier as [{ system: string; value: string }];
      const all = await Promise.all(
        Array.from({ length: 12 }, () => door.ask('POST', path, body, unless(`identifier=${system}|${value}`))),
      );
      const statuses = all.map((one) => one.status).sort();
      assert.deepEqual(statuses, [...Array(11).fill(200), 201], `${path}: ${all.map((one) => one.text).join('\n')}`);
      assert.equal(new Set(all.map((one) => one.body.id)).size, 1, path);
    }
  });

  it('does not let somebody conclude what they may not see: it is no match, and a denial in the log', async () => {
    const patient = await newPatient();
    await grant(patient, PEOPLE.coach.services[0]!, ['support']);
    const hidden = await door.ask('POST', '/Observation', observation(patient, 'hidden'));
    const ask = (body: Json, condition: string, as: Actor = PEOPLE.coach) =>
      door.ask('POST', `/${body.resourceType}`, body, unless(condition, as));
    const about = (text: string) => `code:text=${text}&patient=${patient}`;
    const [there, not] = [
      await ask(observation(patient, 'x'), about('Gewicht')),
      await ask(observation(patient, 'x'), about('Iets anders')),
    ];
    assert.deepEqual([there.status, there.text], [412, not.text], 'the same answer whether it is there or not');
    const stranger = await ask(observation(patient, 'x'), named('hidden'), PEOPLE.otherCoach);
    assert.equal(stranger.status, 404, 'who may not create learns nothing at all');
    // By identifier it is answered: what is hidden is no match.
    const made = await ask(observation(patient, 'hidden'), named('hidden'));
    const never = await ask(observation(patient, 'never'), named('never'));
    assert.deepEqual([made.status, never.status], [201, 201]);
    assert.notEqual(made.body.id, hidden.body.id);
    const denials = await door.ask(
      'GET',
      `/AuditEvent?patient=${patient}&outcome=4&entity=Observation/${hidden.body.id}`,
    );
    assert.ok(denials.body.entry!.length > 0);
    // Who sees all of a type is answered whatever they ask.
    await grant(patient, PEOPLE.coach.services[0]!, CATEGORIES);
    assert.equal((await ask(observation(patient, 'x'), about('Iets anders'))).status, 201);
    assert.equal((await ask(observation(patient, 'x'), about('Gewicht'))).status, 412, 'several fit now');
  });

  it('of somebody with a relation makes what they send again once, also without naming the resident', async () => {
    const patient = await newPatient();
    await grant(patient, PEOPLE.coach.services[0]!, ['support']);
    const ask = (query: string) =>
      door.ask('POST', '/RelatedPerson', person(patient, 'p-1'), unless(query, PEOPLE.coach));
    const done = await ask(named('p-1'));
    assert.equal(done.status, 201, done.text);
    for (const query of [named('p-1'), `${named('p-1')}&patient=${patient}`]) {
      const again = await ask(query);
      assert.deepEqual([again.status, again.body.id], [200, done.body.id]);
    }
  });

  it('of a Patient by BSN is a look-up: a practice finds who is there and sees no more than a look-up shows', async () => {
    const bsn = `identifier=${BSN_SYSTEM}|999900018`;
    const body = { ...PATIENT, identifier: [{ system: BSN_SYSTEM, value: '999900018' }] };
    const made = await door.ask('POST', '/Patient', body, unless(bsn));
    assert.equal(made.status, 201, made.text);
    const found = await door.ask('POST', '/Patient', body, unless(bsn, PEOPLE.nurse));
    assert.deepEqual([found.status, found.body.id], [200, made.body.id]);
    assert.match(found.text, /SUBSETTED/);
    const outsider = actor({ role: 'policy-adviser', person: 'Practitioner/beleid' });
    assert.equal((await door.ask('POST', '/Patient', body, unless(bsn, outsider))).status, 404);
  });
});

describe('a conditional update', () => {
  const put = (query: string, body: Json, as: Actor = SYSTEM, headers = {}) =>
    door.ask('PUT', `/${body.resourceType}?${query}`, body, { as, headers });

  it('changes the one that fits, makes it where none does, and refuses to choose among several', async () => {
    const patient = await newPatient();
    const made = await put(named('u-1'), observation(patient, 'u-1'));
    assert.equal(made.status, 201, made.text);
    const changed = await put(named('u-1'), observation(patient, 'u-1', { status: 'amended' }));
    assert.deepEqual([changed.status, changed.body.id], [200, made.body.id]);
    assert.equal(changed.headers.get('etag'), 'W/"2"');
    const withId = { ...observation(patient, 'u-1'), id: made.body.id };
    assert.equal((await put(named('u-1'), withId)).status, 200);
    assert.equal((await put(named('u-1'), { ...withId, id: 'anders' })).status, 400, 'another id than what fits');
    assert.equal((await put(named('u-9'), { ...withId, identifier: own('u-9') })).status, 400, 'an id of their own');
    assert.equal((await put(named('u-1'), withId, SYSTEM, { 'if-match': 'W/"1"' })).status, 412);
    assert.equal((await put(named('u-9'), observation(patient, 'u-9'), SYSTEM, { 'if-match': 'W/"1"' })).status, 412);
    await door.ask('POST', '/Observation', observation(patient, 'u-1'));
    assert.equal((await put(named('u-1'), observation(patient, 'u-1'))).status, 412);
    assert.equal((await put('status=final', observation(patient, 'u-1'))).status, 400);
  });

  it('of a Patient and of the region works the same, and of a Patient never by a BSN in the address', async () => {
    for (const body of [
      { ...PATIENT, identifier: own('p-u') },
      { resourceType: 'Organization', identifier: own('o-u'), name: 'x' },
    ]) {
      const query = named((body.identifier as Json[])[0]!.value as string);
      const made = await put(query, body);
      const changed = await put(query, { ...body, language: 'nl' });
      assert.deepEqual([made.status, changed.status, changed.body.id], [201, 200, made.body.id], changed.text);
    }
    assert.equal((await put(`identifier=${BSN_SYSTEM}|999900018`, PATIENT)).status, 400);
  });

  it('of which several come at once on nothing makes one', async () => {
    const patient = await newPatient();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => put(named('u-many'), observation(patient, 'u-many'))),
    );
    assert.equal(all.filter((one) => one.status === 201).length, 1, all.map((one) => one.status).join());
    assert.ok(all.every((one) => [200, 201, 409].includes(one.status)));
    assert.equal(idsOf(await door.ask('GET', `/Observation?${named('u-many')}`)).length, 1);
  });
});
