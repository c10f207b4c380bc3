import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BSN_SYSTEM, isResourceType, typeRow, validate } from '../../src/fhir/index.ts';
import { rebuildReadModels } from '../../src/pathways/index.ts';
import { type Actor, CATEGORIES, ulid, withActor } from '../../src/platform/index.ts';
import { SYSTEM } from '../support/ground.ts';
import { PEOPLE, residentActor } from '../support/pathways.ts';
import { type Door, idsOf, type Json, openDoor } from './door.ts';
import { ABOUT, PATIENT, REGIONAL } from './examples.ts';

let door: Door;
before(async () => {
  door = await openDoor();
});
after(() => door.stop());

const make = async (resource: Json, as: Actor = SYSTEM): Promise<string> => {
  const made = await door.ask('POST', `/${resource.resourceType}`, resource, { as });
  assert.equal(made.status, 201, made.text);
  return `/${resource.resourceType}/${made.body.id}`;
};
const idIn = (path: string): string => path.split('/')[2]!;
const remove = (path: string, as: Actor = SYSTEM, headers = {}) => door.ask('DELETE', path, undefined, { as, headers });

describe('what is removed', () => {
  it('is gone (410) and not found, its versions stay, and its history says so: of every type', async () => {
    const patient = idIn(await make(PATIENT));
    const request = idIn(await make(ABOUT.ServiceRequest!(patient, '')));
    const examples = [
      ...Object.values(ABOUT).map((example) => example(patient, request)),
      ...Object.values(REGIONAL),
      { ...PATIENT, telecom: [{ system: 'email', value: 'weg@voorbeeld.example' }] },
    ];
    for (const example of examples) {
      const type = String(example.resourceType);
      const path = await make(example);
      const made = (await door.ask('GET', path)).body;
      assert.equal((await remove(path, SYSTEM, { 'if-match': 'W/"7"' })).status, 412, type);
      const done = await remove(path);
      assert.deepEqual([done.status, done.text, done.headers.get('etag')], [204, '', 'W/"2"'], `${type} ${done.text}`);
      const gone = await door.ask('GET', path);
      assert.deepEqual([gone.status, gone.body.resourceType], [410, 'OperationOutcome'], type);
      assert.deepEqual((await door.ask('GET', `${path}/_history/1`)).body, made, type);
      assert.equal((await door.ask('GET', `${path}/_history/2`)).status, 410, type);
      const history = await door.ask('GET', `${path}/_history`);
      assert.equal(validate(history.body as never), undefined, type);
      const entries = history.body.entry as unknown as readonly { request: { method: string }; resource?: Json }[];
      assert.deepEqual(
        entries.map((entry) => [entry.request.method, entry.resource === undefined]),
        [
          ['DELETE', true],
          ['POST', false],
        ],
        type,
      );
      assert.deepEqual(idsOf(await door.ask('GET', `/${type}?_id=${idIn(path)}`)), [], type);
      assert.equal((await remove(path)).status, 204, 'twice is once');
      assert.equal((await door.ask('PUT', path, made)).status, type in REGIONAL ? 404 : 410, type);
      assert.equal(isResourceType(type) && typeRow(type).home !== 'audit', true);
    }
    // What follows from the record is the same made anew, without what was removed.
    await rebuildReadModels(door.ground);
    assert.deepEqual(idsOf(await door.ask('GET', `/Goal?patient=${patient}`)), []);
  });

  it('that never was, or is of the log, is no delete', async () => {
    const patient = await make(PATIENT);
    assert.equal((await remove(`/Goal/${idIn(patient).replaceAll('-', '')}-${ulid(door.clock)}`)).status, 404);
    assert.equal((await remove('/Goal/onzin')).status, 404);
    assert.equal((await remove('/Organization/onzin')).status, 404);
    const log = await door.ask('GET', `/AuditEvent?patient=${idIn(patient)}&_count=1`);
    const line = `/AuditEvent/${idsOf(log)[0]}`;
    assert.equal((await remove(line)).status, 405);
    assert.equal((await remove('/AuditEvent?action=C')).status, 405);
    assert.equal((await door.ask('GET', line)).status, 200);
  });

  it('by a condition is one: none is nothing to do, several is refused', async () => {
    const patient = idIn(await make(PATIENT));
    const goal = (value: string) => ({ ...ABOUT.Goal!(patient, ''), identifier: [{ system: 'urn:x', value }] });
    const path = await make(goal('een'));
    await make(goal('twee'));
    await make(goal('twee'));
    assert.equal((await remove('/Goal?identifier=urn:x|nul')).status, 204);
    assert.equal((await remove('/Goal?identifier=urn:x|twee')).status, 412);
    assert.equal((await remove('/Goal?lifecycle-status=active')).status, 400, 'everybody at once is asked by nobody');
    assert.equal((await remove('/Goal?identifier=urn:x|een')).status, 204);
    assert.equal((await door.ask('GET', path)).status, 410);
    assert.equal(idsOf(await door.ask('GET', `/Goal?patient=${patient}`)).length, 2);
  });
});

describe('a Patient', () => {
  it('is removed when nothing hangs on it, and then the same person may be registered anew', async () => {
    const bsn = '999900043';
    const body = { ...PATIENT, identifier: [{ system: BSN_SYSTEM, value: bsn }] };
    const path = await make(body);
    const goal = await make(ABOUT.Goal!(idIn(path), ''));
    const stays = await remove(path);
    assert.equal(stays.status, 409);
    assert.match(stays.text, /more in this record/);
    assert.equal((await remove(goal)).status, 204);
    assert.equal((await remove(path)).status, 204);
    assert.equal((await door.ask('GET', path)).status, 410);
    const found = await door.ask('POST', '/Patient/_search', `identifier=${BSN_SYSTEM}|${bsn}`, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.deepEqual(idsOf(found), []);
    const self = residentActor(idIn(path));
    assert.equal((await door.ask('GET', `${goal}/_history`, undefined, { as: self })).status, 404, 'their right ended');
    await rebuildReadModels(door.ground);
    const again = await make(body);
    assert.notEqual(again, path);
  });
});

describe('what is part of a case, or evidence of it', () => {
  it('is not removed but taken back, and the answer says how', async () => {
    const patient = idIn(await make(PATIENT));
    const own = 'https://omzien.example/fhir';
    const consent = await make({
      ...ABOUT.Consent!(patient, ''),
      category: [{ coding: [{ system: `${own}/CodeSystem/consent-kind`, code: 'bw-7-457' }] }],
      provision: { type: 'permit' },
    });
    const request = await make({
      resourceType: 'ServiceRequest',
      status: 'active',
      intent: 'order',
      instantiatesCanonical: [`${own}/PlanDefinition/welzijn-op-recept|1`],
      subject: { reference: `Patient/${patient}` },
      reasonCode: [{ coding: [{ system: `${own}/CodeSystem/reason`, code: 'psychosocial' }] }],
      supportingInfo: [{ reference: consent.slice(1) }],
    });
    const task = await make({
      resourceType: 'Task',
      status: 'requested',
      intent: 'order',
      focus: { reference: request.slice(1) },
      for: { reference: `Patient/${patient}` },
      owner: { reference: 'HealthcareService/voorbeeld-welzijn-enschede-noord' },
    });
    const visit = await make(ABOUT.Appointment!(patient, idIn(request)));
    const appointment = (await door.ask('GET', visit)).body as Json & { basedOn?: unknown };
    assert.ok(appointment.basedOn, 'the example hangs on the request');
    for (const [path, way] of [
      [consent, 'inactive'],
      [request, 'revoked'],
      [task, 'cancelled'],
      [visit, 'cancelled'],
    ] as const) {
      const refused = await remove(path);
      assert.equal(refused.status, 409, path);
      assert.match(refused.text, new RegExp(way), path);
      const present = (await door.ask('GET', path)).body;
      const status = path === visit || path === task ? 'cancelled' : 'entered-in-error';
      if (path === request || path === consent) continue;
      const statusReason = { coding: [{ system: `${own}/CodeSystem/stop-reason`, code: 'not-needed' }] };
      const done = await door.ask('PUT', path, { ...present, status, ...(path === task ? { statusReason } : {}) });
      assert.equal(done.status, 200, `the way that is named works: ${done.text}`);
    }
  });

  it('of the social map stays where something leads to it, and where the region keeps it', async () => {
    const organisation = await make({ resourceType: 'Organization', name: 'x' });
    const service = await make({
      resourceType: 'HealthcareService',
      name: 'y',
      providedBy: { reference: organisation.slice(1) },
    });
    const refused = await remove(organisation);
    assert.equal(refused.status, 409);
    assert.match(refused.text, new RegExp(service.slice(1)));
    assert.equal((await remove(service)).status, 204);
    assert.equal((await remove(organisation)).status, 204);
    assert.equal((await remove(organisation, PEOPLE.coach)).status, 404);
  });
});

describe('who removes', () => {
  it('is who wrote it themselves; who may not see it learns nothing', async () => {
    const patient = idIn(await make(PATIENT));
    await withActor(door.ground, SYSTEM, { kind: 'act', resident: patient }, (trx) =>
      trx.query(
        "select platform.give($1, $2, $3, 'case-team', $4, '{identity,conversation}', '{}', 'support-referral', 'proef', $5, null)",
        [patient, ulid(door.clock), PEOPLE.coach.services[0], CATEGORIES, door.clock.now()],
      ),
    );
    const theirs = await make(ABOUT.Goal!(patient, ''));
    const own = await make(ABOUT.Goal!(patient, ''), PEOPLE.coach);
    assert.equal((await remove(theirs, PEOPLE.coach)).status, 403, 'written by a system');
    const absent = `/Goal/${patient.replaceAll('-', '')}-${ulid(door.clock)}`;
    const [denied, never] = [await remove(own, PEOPLE.otherCoach), await remove(absent, PEOPLE.otherCoach)];
    assert.deepEqual([denied.status, denied.text], [404, never.text]);
    assert.equal((await remove(own, PEOPLE.colleague)).status, 204, 'a colleague of the same team');
    assert.equal(
      (await door.ask('GET', own, undefined, { as: PEOPLE.otherCoach })).status,
      404,
      'not even that it went',
    );
    const resident = residentActor(patient);
    assert.equal((await remove(theirs, resident)).status, 403);
  });
});
