import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import { type Actor, ulid } from '../../src/platform/index.ts';
import { SYSTEM } from '../support/ground.ts';
import { PEOPLE } from '../support/pathways.ts';
import { type Door, type Json, openDoor, placesOf, type Told } from './door.ts';
import { ABOUT, PATIENT, REGIONAL } from './examples.ts';

let door: Door;
let patient = '';
before(async () => {
  door = await openDoor();
  patient = String((await door.ask('POST', '/Patient', PATIENT)).body.id);
});
after(() => door.stop());

const check = (path: string, body?: unknown, as: Actor = SYSTEM): Promise<Told> =>
  door.ask(body === undefined ? 'GET' : 'POST', path, body, { as });
const severities = (told: Told) => [...new Set(((told.body.issue ?? []) as Json[]).map((issue) => issue.severity))];
const fits = (told: Told, what: string) =>
  assert.deepEqual(
    [told.status, severities(told).filter((one) => one !== 'warning')],
    [200, ['information']],
    `${what} ${told.text}`,
  );
const parameters = (resource: Json, mode?: string): Json => ({
  resourceType: 'Parameters',
  parameter: [{ name: 'resource', resource }, ...(mode ? [{ name: 'mode', valueCode: mode }] : [])],
});

describe('$validate', () => {
  it('finds nothing wrong with a good resource, sent by itself, as a parameter, or stored; of every type', async () => {
    for (const example of [
      PATIENT,
      ...Object.values(ABOUT).map((one) => one(patient, '')),
      ...Object.values(REGIONAL),
    ]) {
      const type = String(example.resourceType);
      fits(await check(`/${type}/$validate`, example), type);
      fits(await check(`/${type}/$validate`, parameters(example)), type);
    }
    fits(await check(`/Patient/${patient}/$validate`), 'stored');
  });

  it('names each wrong element, and answers 200', async () => {
    const wrong = await check('/Goal/$validate', { ...ABOUT.Goal!(patient, ''), lifecycleStatus: 'bijna' });
    assert.deepEqual([wrong.status, placesOf(wrong), severities(wrong)], [200, ['Goal.lifecycleStatus'], ['error']]);
  });

  it('warns of a profile that is not known, and refuses what does not keep one that is', async () => {
    const goal = ABOUT.Goal!(patient, '');
    const unknown = await check('/Goal/$validate', { ...goal, meta: { profile: ['https://example.org/onbekend'] } });
    assert.deepEqual(severities(unknown), ['information', 'warning']);
    assert.deepEqual(placesOf(unknown), ['Goal.meta.profile[0]']);
    const profile = ['http://nictiz.nl/fhir/StructureDefinition/nl-core-TreatmentObjective'];
    const broken = { ...goal, meta: { profile }, note: [{ text: 'een' }, { text: 'twee' }] };
    const wrong = await check('/Goal/$validate', broken);
    assert.deepEqual([severities(wrong), placesOf(wrong)], [['error'], ['Goal.note']]);
    assert.equal((await door.ask('POST', '/Goal', broken)).status, 422);
  });

  it('with a mode says what the rules say, for who asks, and keeps nothing of it', async () => {
    const owner = new Client({ connectionString: door.ownerUrl });
    await owner.connect();
    const counts = async () =>
      (
        await owner.query(
          `select (select count(*) from record.resource) as resources, (select count(*) from record.history) as history,
                  (select count(*) from platform.outbox) as events, (select count(*) from record.timeline) as happenings,
                  (select count(*) from record.resident) as residents`,
        )
      ).rows[0];
    try {
      const goal = String((await door.ask('POST', '/Goal', ABOUT.Goal!(patient, ''))).body.id);
      const stored = (await door.ask('GET', `/Goal/${goal}`)).body;
      const before = await counts();
      fits(await check('/Goal/$validate?mode=create', ABOUT.Goal!(patient, '')), 'create');
      fits(await check('/Patient/$validate?mode=create', PATIENT), 'register');
      fits(await check(`/Goal/${goal}/$validate`, parameters(stored, 'update')), 'update');
      fits(await check(`/Goal/${goal}/$validate?mode=delete`), 'delete');
      fits(await check('/Organization/$validate?mode=create', REGIONAL.Organization), 'of the region');
      for (const [path, body, code] of [
        ['/Goal/$validate?mode=create', ABOUT.Goal!('22222222-2222-4222-8222-222222222222', ''), 'not-found'],
        ['/Goal/$validate?mode=create', { ...ABOUT.Goal!(patient, ''), subject: undefined }, 'structure'],
        [
          `/Goal/${goal}/$validate?mode=update`,
          { ...stored, subject: { reference: 'Patient/22222222-2222-4222-8222-222222222222' } },
          'processing',
        ],
        [`/Patient/${patient}/$validate?mode=delete`, undefined, 'business-rule'],
        [`/Goal/${patient.replaceAll('-', '')}-${ulid(door.clock)}/$validate?mode=delete`, undefined, 'not-found'],
      ] as const) {
        const told = await check(path, body);
        assert.deepEqual([told.status, severities(told)], [200, ['error']], `${path} ${told.text}`);
        assert.match(told.text, new RegExp(`"code":"${code}"`), path);
      }
      const denied = await check(`/Goal/${goal}/$validate?mode=delete`, undefined, PEOPLE.otherCoach);
      const never = await check(`/Goal/${goal.replace(/.$/, 'z')}/$validate?mode=delete`, undefined, PEOPLE.otherCoach);
      assert.deepEqual([denied.status, denied.text], [200, never.text]);
      assert.match(denied.text, /not-found/);
      assert.deepEqual(await counts(), before);
      assert.deepEqual((await door.ask('GET', `/Goal/${goal}`)).body, stored);
    } finally {
      await owner.end();
    }
  });

  it('is refused where there is nothing to look at', async () => {
    for (const [path, body] of [
      ['/Goal/$validate', '{'],
      ['/Goal/$validate', { resourceType: 'Parameters' }],
      ['/Goal/$validate', PATIENT],
      ['/Goal/$validate?mode=ooit', ABOUT.Goal!(patient, '')],
    ] as const)
      assert.equal((await check(path, body)).status, 400, `${path} ${JSON.stringify(body)}`);
    assert.equal((await check('/Boom/$validate', {})).status, 404);
    assert.equal((await door.ask('GET', '/Goal/$validate')).status, 404);
    const log = await check('/AuditEvent/$validate', { resourceType: 'AuditEvent' });
    assert.deepEqual([log.status, severities(log)], [200, ['error']]);
  });
});

describe('what comes back of a write', () => {
  const { meta: _meta, ...plain } = PATIENT;
  const unknown = { ...PATIENT, meta: { profile: ['https://example.org/StructureDefinition/onbekend'] } };
  const send = (prefer: string) => door.ask('POST', '/Patient', unknown, { headers: { prefer } });

  it('is what is doubtful in it where the sender prefers that, and it is kept all the same', async () => {
    const answer = await send('return=OperationOutcome');
    assert.equal(answer.status, 201);
    assert.equal(answer.body.resourceType, 'OperationOutcome');
    assert.ok(severities(answer).includes('warning'), answer.text);
    assert.match(answer.text, /StructureDefinition\/onbekend/);
    const place = answer.headers.get('location')?.split('/fhir/r4')[1]?.split('/_history')[0];
    const kept = await door.ask('GET', place ?? '');
    assert.equal(kept.status, 200);
    const fine = await door.ask('PUT', place ?? '', plain, { headers: { prefer: 'return=OperationOutcome' } });
    assert.deepEqual([fine.status, severities(fine)], [200, ['information']]);
  });

  it('is nothing where nothing is preferred, with where it is; else the resource', async () => {
    const minimal = await send('handling=strict; return=minimal');
    assert.deepEqual([minimal.status, minimal.text], [201, '']);
    assert.ok(minimal.headers.get('location') && minimal.headers.get('etag'));
    assert.equal((await send('return=representation')).body.resourceType, 'Patient');
  });
});
