import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import { validate } from '../../src/fhir/index.ts';
import { type Actor, ulid, withActor } from '../../src/platform/index.ts';
import { SYSTEM } from '../support/ground.ts';
import { PEOPLE } from '../support/pathways.ts';
import { type Door, type Json, openDoor, placesOf, type Told } from './door.ts';
import { PATIENT } from './examples.ts';

const OWN = 'https://omzien.example/fhir';
let door: Door;
before(async () => {
  door = await openDoor();
});
after(() => door.stop());

type Entry = { readonly fullUrl?: string; readonly resource: Json; readonly request: Json };

const send = (entry: readonly Entry[], as: Actor = SYSTEM): Promise<Told> =>
  door.ask('POST', '/', { resourceType: 'Bundle', type: 'transaction', entry }, { as });
const post = (resource: Json, fullUrl?: string): Entry => ({
  ...(fullUrl ? { fullUrl } : {}),
  resource,
  request: { method: 'POST', url: String(resource.resourceType) },
});
const put = (resource: Json, ifMatch?: string): Entry => ({
  resource,
  request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}`, ...(ifMatch ? { ifMatch } : {}) },
});
const locations = (told: Told): readonly string[] =>
  (told.body.entry as unknown as readonly { response: { location: string } }[]).map(
    ({ response }) => response.location,
  );
const idOf = (location: string): string => location.split('/')[1]!;
const goal = (patient: string, text = 'x'): Json => ({
  resourceType: 'Goal',
  lifecycleStatus: 'active',
  description: { text },
  subject: { reference: patient },
});
async function newPatient(): Promise<string> {
  return String((await door.ask('POST', '/Patient', PATIENT)).body.id);
}
async function countGoals(patient: string): Promise<number> {
  return ((await door.ask('GET', `/Goal?patient=${patient}`)).body.entry ?? []).length;
}

/** A new resident, referred with their agreement to the coaches of Enschede Noord, as one bundle of a partner. */
function referral(): {
  readonly patient: Entry;
  readonly consent: Entry;
  readonly request: Entry;
  readonly task: Entry;
} {
  const [patient, consent, request] = [1, 2, 3].map(() => `urn:uuid:${randomUUID()}`);
  return {
    patient: post({ ...PATIENT, birthDate: '1948-03-02' }, patient),
    consent: post(
      {
        resourceType: 'Consent',
        status: 'active',
        scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] },
        category: [{ coding: [{ system: `${OWN}/CodeSystem/consent-kind`, code: 'bw-7-457' }] }],
        patient: { reference: patient },
        policyRule: { text: 'lifting-secrecy|1' },
      },
      consent,
    ),
    request: post(
      {
        resourceType: 'ServiceRequest',
        status: 'active',
        intent: 'order',
        instantiatesCanonical: [`${OWN}/PlanDefinition/welzijn-op-recept|1`],
        subject: { reference: patient },
        reasonCode: [{ coding: [{ system: `${OWN}/CodeSystem/reason`, code: 'psychosocial' }] }],
        supportingInfo: [{ reference: consent }],
      },
      request,
    ),
    task: post({
      resourceType: 'Task',
      status: 'requested',
      intent: 'order',
      focus: { reference: request },
      for: { reference: patient },
      owner: { reference: 'HealthcareService/voorbeeld-welzijn-enschede-noord' },
    }),
  };
}

describe('a transaction', () => {
  it('writes ten at once as it would write them one by one: each with its event to be told, its timeline and its line in the log', async () => {
    const patient = `Patient/${await newPatient()}`;
    const told = await send(Array.from({ length: 10 }, (_, n) => post(goal(patient, `doel ${n}`))));
    assert.equal(told.status, 200, JSON.stringify(told.body));
    const ids = locations(told).map(idOf);
    assert.equal(new Set(ids).size, 10);
    const asked = new Client({ connectionString: door.ownerUrl });
    await asked.connect();
    const { rows } = await asked.query(
      `select (select count(*)::int from platform.outbox o where o.subject = 'Goal/' || g.id and o.delivered_at is null) as events,
              (select count(*)::int from record.timeline t where t.resource_id = g.id) as happenings,
              (select count(*)::int from platform.audit a where a.subject_id = g.id and a.action = 'created') as lines
       from unnest($1::text[]) as g (id)`,
      [ids],
    );
    await asked.end();
    assert.deepEqual(
      rows,
      ids.map(() => ({ events: 1, happenings: 1, lines: 1 })),
    );
  });

  it('refers a new resident whole: Patient, Consent, ServiceRequest and Task in one bundle, in whatever order', async () => {
    for (const order of [
      ['patient', 'consent', 'request', 'task'],
      ['task', 'request', 'consent', 'patient'],
    ] as const) {
      const parts = referral();
      const done = await send(order.map((name) => parts[name]));
      assert.equal(done.status, 200, done.text);
      assert.equal(validate(done.body as never), undefined);
      const places = locations(done);
      assert.deepEqual(
        places.map((place) => place.split('/')[0]),
        order.map((name) => String(parts[name].resource.resourceType)),
        'the answers stand in the order of the entries',
      );
      const at = (name: (typeof order)[number]) => places[order.indexOf(name)]!;
      const task = (await door.ask('GET', `/${at('task')}`)).body as Json & { focus: Json; for: Json };
      assert.equal(task.focus.reference, `ServiceRequest/${idOf(at('request'))}`);
      assert.equal(task.for.reference, `Patient/${idOf(at('patient'))}`);
      const found = await door.ask('GET', `/Task?status=requested&_id=${idOf(at('task'))}`, undefined, {
        as: PEOPLE.coach,
      });
      assert.equal(found.body.entry?.length, 1, 'and it lies with the coaches');
    }
  });

  it('is done whole or not at all, and says which entry and element is wrong', async () => {
    const patient = await newPatient();
    const before = await door.ask('GET', `/Patient/${patient}`);
    const answer = await send([
      put({ ...before.body, language: 'nl' }),
      post(goal(`Patient/${patient}`, 'eerste')),
      post({ ...goal(`Patient/${patient}`), lifecycleStatus: 'bijna' }),
    ]);
    assert.equal(answer.status, 422);
    assert.deepEqual(placesOf(answer), ['Bundle.entry[2].resource.lifecycleStatus']);
    assert.equal(validate(answer.body as never), undefined);
    assert.equal(await countGoals(patient), 0);
    assert.deepEqual((await door.ask('GET', `/Patient/${patient}`)).body, before.body);
    const rules = referral();
    const young = { ...rules.patient, resource: { ...PATIENT, birthDate: '2012-01-01' } };
    const refused = await send([young, rules.consent, rules.request, rules.task]);
    assert.deepEqual([refused.status, placesOf(refused)], [422, ['Bundle.entry[2].resource.subject']]);
    const gone = await send([
      post(goal(`Patient/${patient}`)),
      put({ ...goal(`Patient/${patient}`), id: `${patient.replaceAll('-', '')}-${ulid(door.clock)}` }),
    ]);
    assert.deepEqual([gone.status, placesOf(gone)], [404, ['Bundle.entry[1]']]);
    assert.equal(await countGoals(patient), 0);
  });

  it('holds to the version that its sender saw', async () => {
    const patient = await newPatient();
    const made = await door.ask('POST', '/Goal', goal(`Patient/${patient}`, 'een'));
    const next = { ...made.body, description: { text: 'twee' } };
    assert.equal((await send([put(next, 'W/"1"'), post(goal(`Patient/${patient}`))])).status, 200);
    const late = await send([
      post(goal(`Patient/${patient}`)),
      put({ ...next, description: { text: 'drie' } }, 'W/"1"'),
    ]);
    assert.deepEqual([late.status, placesOf(late)], [412, ['Bundle.entry[1].resource']]);
    assert.equal(await countGoals(patient), 2, 'nothing of the late one is kept');
    const wrong = await send([put(next, '2')]);
    assert.deepEqual([wrong.status, placesOf(wrong)], [400, ['Bundle.entry[0].request.ifMatch']]);
  });

  it('lets what is new name what is new, also as its only way to a resident', async () => {
    const patient = await newPatient();
    const [aim, mark] = [`urn:uuid:${randomUUID()}`, `urn:uuid:${randomUUID()}`];
    const provenance = {
      resourceType: 'Provenance',
      target: [{ reference: aim }],
      recorded: '2026-11-23T09:00:00Z',
      agent: [{ who: { display: 'x' } }],
    };
    const done = await send([post(provenance, mark), post(goal(`Patient/${patient}`), aim)]);
    assert.equal(done.status, 200, done.text);
    const kept = (await door.ask('GET', `/${locations(done)[0]}`)).body as Json & { target: readonly Json[] };
    assert.equal(kept.target[0]!.reference, `Goal/${idOf(locations(done)[1]!)}`);
    const twice = await send([post(goal(`Patient/${patient}`), aim), post(goal(`Patient/${patient}`), aim)]);
    assert.deepEqual([twice.status, placesOf(twice)], [400, ['Bundle.entry[1].fullUrl']]);
  });

  it('concerns one resident where a person sends it, and may concern more for a regional system', async () => {
    const residents = [await newPatient(), await newPatient()];
    for (const resident of residents)
      await withActor(door.ground, SYSTEM, { kind: 'act', resident }, (trx) =>
        trx.query(
          "select platform.give($1, $2, $3, 'case-team', '{support}', '{identity,conversation}', '{}', 'support-referral', 'proef', $4, null)",
          [resident, ulid(door.clock), PEOPLE.coach.services[0], door.clock.now()],
        ),
      );
    const entries = residents.map((resident) => post(goal(`Patient/${resident}`)));
    assert.equal((await send([entries[0]!], PEOPLE.coach)).status, 200, 'about one she may');
    const both = await send(entries, PEOPLE.coach);
    assert.equal(both.status, 422);
    assert.deepEqual(await Promise.all(residents.map(countGoals)), [1, 0]);
    assert.equal((await send(entries, PEOPLE.otherCoach)).status, 422);
    assert.equal((await send([entries[0]!], PEOPLE.otherCoach)).status, 404, 'not her resident');
    assert.equal((await send(entries)).status, 200);
    // Two at once over the same residents in opposite order: both are done, neither waits for ever.
    const crossing = await Promise.all([
      send(entries),
      send(entries.toReversed()),
      send(entries),
      send(entries.toReversed()),
    ]);
    assert.deepEqual(
      crossing.map((one) => one.status),
      [200, 200, 200, 200],
    );
    assert.deepEqual(await Promise.all(residents.map(countGoals)), [6, 5]);
  });

  it('without entries is an empty answer; with more than two hundred it is refused', async () => {
    assert.deepEqual((await send([])).status, 200);
    const patient = await newPatient();
    const many = await send(Array.from({ length: 201 }, () => post(goal(`Patient/${patient}`))));
    assert.equal(many.status, 413);
    assert.equal((await send(Array.from({ length: 200 }, () => post(goal(`Patient/${patient}`))))).status, 200);
  });
});

describe('an update', () => {
  it('is refused with 412 on a version that is not the present one, with 400 on what is no ETag', async () => {
    const patient = await newPatient();
    const made = await door.ask('POST', '/Goal', goal(`Patient/${patient}`));
    const at = `/Goal/${made.body.id}`;
    const update = (match: string | undefined, body: Json = made.body) =>
      door.ask('PUT', at, body, match === undefined ? {} : { headers: { 'if-match': match } });
    assert.equal((await update('W/"2"')).status, 412);
    for (const match of ['1', '"1"', 'W/1', 'W/"een"', '*', '']) assert.equal((await update(match)).status, 400, match);
    const done = await update('W/"1"');
    assert.deepEqual([done.status, done.headers.get('etag')], [200, 'W/"2"']);
    const stale = await update('W/"1"');
    assert.equal(stale.status, 412);
    assert.match(stale.text, /version 2/);
    assert.equal((await update(undefined)).headers.get('etag'), 'W/"3"');
    assert.equal((await update('W/"3"', { ...made.body, id: 'anders' })).status, 400);
    const organisation = await door.ask('POST', '/Organization', { resourceType: 'Organization', name: 'x' });
    const region = (match: string) =>
      door.ask('PUT', `/Organization/${organisation.body.id}`, organisation.body, { headers: { 'if-match': match } });
    assert.deepEqual(
      [(await region('W/"1"')).status, (await region('W/"1"')).status, (await region('1')).status],
      [200, 412, 400],
    );
  });

  it('of which several come at once on the same version is done exactly once', async () => {
    const patient = await newPatient();
    for (const path of ['/Goal', '/Organization']) {
      const body = path === '/Goal' ? goal(`Patient/${patient}`) : { resourceType: 'Organization', name: 'x' };
      const made = await door.ask('POST', path, body);
      const all = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          door.ask(
            'PUT',
            `${path}/${made.body.id}`,
            { ...made.body, language: `nl-x-${n}` },
            { headers: { 'if-match': 'W/"1"' } },
          ),
        ),
      );
      const statuses = all.map((one) => one.status).sort();
      assert.equal(statuses.filter((status) => status === 200).length, 1, String(statuses));
      assert.ok(
        statuses.every((status) => [200, 409, 412].includes(status)),
        String(statuses),
      );
      const kept = await door.ask('GET', `${path}/${made.body.id}`);
      assert.equal(kept.headers.get('etag'), 'W/"2"');
      assert.equal(kept.body.language, all.find((one) => one.status === 200)!.body.language);
    }
  });
});

describe('a create that is broken off', () => {
  it('leaves nothing: no resource, no event, no line that says it was created, nothing on the timeline', async () => {
    let how: 'throws' | 'is killed' = 'throws';
    const broken = await openDoor((ground) => ({
      ...ground,
      ports: [
        ...ground.ports,
        {
          name: 'breaks',
          types: ['Goal'],
          follow: async (_ground, trx) => {
            if (how === 'throws') throw new Error('broken off by the test');
            await trx.query('select pg_terminate_backend(pg_backend_pid())');
          },
        },
      ],
    }));
    const owner = new Client({ connectionString: broken.ownerUrl });
    await owner.connect();
    try {
      const patient = String((await broken.ask('POST', '/Patient', PATIENT)).body.id);
      const counts = async () =>
        (
          await owner.query(
            `select (select count(*) from record.resource) as resources, (select count(*) from record.timeline) as happenings,
                    (select count(*) from platform.outbox) as events,
                    (select count(*) from platform.audit where action = 'created' and allowed) as lines`,
          )
        ).rows[0];
      const before = await counts();
      const failed = async (path: string, body: unknown) =>
        assert.equal((await door500(broken, path, body)).status, 500);
      for (how of ['throws', 'is killed'] as const) {
        await failed('/Goal', goal(`Patient/${patient}`));
        await failed('/', { resourceType: 'Bundle', type: 'transaction', entry: [post(goal(`Patient/${patient}`))] });
        assert.deepEqual(await counts(), before, how);
      }
      assert.equal((await broken.ask('GET', `/Patient/${patient}`)).status, 200, 'and the server goes on');
    } finally {
      await owner.end();
      await broken.stop();
    }
  });
});

/** Asks where the answer is a failure of the server, whose body is no JSON of the FHIR door. */
async function door500(broken: Door, path: string, body: unknown): Promise<{ readonly status: number }> {
  return broken.ask('POST', path, body).catch((error: unknown) => {
    if (error instanceof SyntaxError) return { status: 500 };
    throw error;
  });
}
