import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { validate } from '../../src/fhir/index.ts';
import { ulid, withActor } from '../../src/platform/index.ts';
import { actor, SYSTEM } from '../support/ground.ts';
import { PEOPLE, residentActor } from '../support/pathways.ts';
import { type Door, idsOf, type Json, nextOf, openDoor, placesOf, type Told } from './door.ts';
import { ABOUT, PATIENT } from './examples.ts';

let door: Door;
let patient = '';
const made = new Map<string, string>();
before(async () => {
  door = await openDoor();
  patient = await make(PATIENT);
  made.set('Patient', patient);
  const request = await make(ABOUT.ServiceRequest!(patient, ''));
  made.set('ServiceRequest', request);
  for (const [type, example] of Object.entries(ABOUT))
    if (type !== 'ServiceRequest') made.set(type, await make(example(patient, request)));
});
after(() => door.stop());

const make = async (resource: Json): Promise<string> => {
  const answer = await door.ask('POST', `/${resource.resourceType}`, resource);
  assert.equal(answer.status, 201, answer.text);
  return String(answer.body.id);
};
const typesOf = (told: Told): readonly string[] =>
  (told.body.entry ?? []).map((one) => String(one.resource.resourceType));
const all = (query = '', given = {}): Promise<Told> =>
  door.ask('GET', `/Patient/${patient}/$everything${query}`, undefined, given);

describe('everything of a Patient', () => {
  it('is the whole record, the Patient first, by one request or by pages', async () => {
    const whole = await all();
    assert.equal(whole.status, 200, whole.text);
    assert.equal(validate(whole.body as never), undefined);
    assert.deepEqual([...idsOf(whole)].sort(), [...made.values()].sort());
    assert.equal(typesOf(whole)[0], 'Patient');
    const found: string[] = [];
    for (let next: string | undefined = `/Patient/${patient}/$everything?_count=4`; next; ) {
      const page = await door.ask('GET', next);
      assert.ok(idsOf(page).length <= 4);
      found.push(...idsOf(page));
      next = nextOf(page);
    }
    assert.deepEqual(found, idsOf(whole));
  });

  it('brings along the organisations that it names and that stand in the directory, as far as the token covers', async () => {
    const service = await make({ resourceType: 'HealthcareService', name: 'Bezoekmaatjes' });
    const plan = { ...ABOUT.CarePlan!(patient, ''), contributor: [{ reference: 'Organization/nergens' }] };
    const appointment = {
      resourceType: 'Appointment',
      status: 'booked',
      start: '2026-12-01T10:00:00Z',
      end: '2026-12-01T11:00:00Z',
      participant: [
        { actor: { reference: `Patient/${patient}` }, status: 'accepted' },
        { actor: { reference: `HealthcareService/${service}` }, status: 'accepted' },
      ],
    };
    const written = [await make(plan), await make(appointment)];
    const alongIn = (told: Told) =>
      ((told.body.entry ?? []) as readonly { readonly resource: Json; readonly search?: { readonly mode: string } }[])
        .filter(({ search }) => search?.mode === 'include')
        .map(({ resource }) => `${resource.resourceType}/${resource.id}`);
    assert.deepEqual(alongIn(await all()), [`HealthcareService/${service}`]);
    assert.deepEqual(alongIn(await all('?_type=Appointment')), []);
    const scopes = ['system/Patient.rs', 'system/Appointment.rs'];
    assert.deepEqual(alongIn(await all('', { as: { ...SYSTEM, scopes } })), []);
    for (const [index, type] of (['CarePlan', 'Appointment'] as const).entries())
      assert.equal((await door.ask('DELETE', `/${type}/${written[index]}`)).status, 204);
  });

  it('is of the types, since the moment and of the care that is asked for', async () => {
    assert.deepEqual(typesOf(await all('?_type=Goal,Task')), ['Goal', 'Task']);
    door.clock.advance(60_000);
    const since = encodeURIComponent(door.clock.now().toISOString());
    assert.deepEqual(idsOf(await all(`?_since=${since}`)), []);
    const { effectivePeriod: _period, ...body } = ABOUT.Observation!(patient, '');
    const late = await make({ ...body, effectiveDateTime: '2031-05-06' });
    assert.deepEqual(idsOf(await all(`?_since=${since}`)), [late]);
    const observations = async (query: string) => idsOf(await all(`?_type=Observation,Patient&${query}`));
    assert.ok((await observations('start=2031-05')).includes(late));
    assert.ok(!(await observations('start=2031-06')).includes(late));
    assert.ok(!(await observations('end=2031-05-05')).includes(late));
    assert.ok((await observations('start=2031-05-06&end=2031-05-06')).includes(late));
    assert.ok((await observations('start=2031-06')).includes(patient), 'what has no date of care comes along');
    assert.equal((await door.ask('DELETE', `/Observation/${late}`)).status, 204);
    assert.deepEqual(idsOf(await all(`?_since=${since}`)), [], 'what was removed does not');
  });

  it('is what the asker may see, and leaves its line; who may not see the Patient finds nothing', async () => {
    const own = await all('', { as: residentActor(patient) });
    assert.deepEqual([...idsOf(own)].sort(), [...made.values()].sort());
    await withActor(door.ground, SYSTEM, { kind: 'act', resident: patient }, (trx) =>
      trx.query(
        "select platform.give($1, $2, $3, 'case-team', '{support}', '{identity,conversation}', '{}', 'support-referral', 'proef', $4, null)",
        [patient, ulid(door.clock), PEOPLE.coach.services[0], door.clock.now()],
      ),
    );
    const some = typesOf(await all('', { as: PEOPLE.coach }));
    assert.ok(some.includes('Patient') && some.includes('Goal'));
    assert.ok(!some.includes('Observation') && !some.includes('Consent'), 'of another category, or facet');
    const denied = await all('', { as: PEOPLE.otherCoach });
    const never = await door.ask('GET', `/Patient/11111111-1111-4111-8111-111111111111/$everything`, undefined, {
      as: PEOPLE.otherCoach,
    });
    assert.deepEqual([denied.status, denied.text], [404, never.text]);
    const lines = await door.ask('GET', `/AuditEvent?patient=${patient}&agent=${PEOPLE.coach.person}`);
    assert.match(lines.text, /\$everything/);
    const refused = await door.ask('GET', `/AuditEvent?patient=${patient}&agent=${PEOPLE.otherCoach.person}&outcome=4`);
    assert.equal(idsOf(refused).length, 1);
  });

  it('comes as far as a token covers', async () => {
    const limited = (...scopes: readonly string[]) => ({
      as: actor({ ...SYSTEM, role: 'system', person: `Device/${scopes}`, scopes }),
    });
    assert.deepEqual(typesOf(await all('', limited('system/Patient.r', 'system/Goal.r'))), ['Patient', 'Goal']);
    assert.equal((await all('', limited('system/Goal.r'))).status, 403);
  });

  it('is refused where it is asked what is not understood', async () => {
    for (const query of [
      '_since=ooit',
      'start=ooit',
      '_type=Boom',
      '_type=Organization',
      '_count=0',
      '_after=x',
      'kleur=rood',
    ])
      assert.equal((await all(`?${query}`)).status, 400, query);
    assert.equal((await door.ask('GET', '/Patient/x/$everything')).status, 404);
    assert.equal((await door.ask('GET', `/Goal/${made.get('Goal')}/$everything`)).status, 405);
  });
});

describe('a search in the compartment of a Patient', () => {
  it('finds of a type what leads to them, as a search does, with its parameters and pages', async () => {
    const other = await make(PATIENT);
    await make(ABOUT.Goal!(other, ''));
    const found = await door.ask('GET', `/Patient/${patient}/Goal`);
    assert.equal(found.status, 200, found.text);
    assert.deepEqual(idsOf(found), [made.get('Goal')]);
    assert.match(found.text, new RegExp(`Patient/${patient}/Goal`));
    assert.deepEqual(idsOf(await door.ask('GET', `/Patient/${patient}/Goal?lifecycle-status=cancelled`)), []);
    assert.equal((await door.ask('GET', `/Patient/${patient}/Goal?kleur=rood`)).status, 400);
    const posted = await door.ask('POST', `/Patient/${patient}/Goal/_search`, `_id=${made.get('Goal')}`, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.deepEqual(idsOf(posted), [made.get('Goal')]);
    const more = await make(ABOUT.Goal!(patient, ''));
    const first = await door.ask('GET', `/Patient/${patient}/Goal?_count=1&_total=accurate`);
    assert.equal(first.body.total, 2);
    assert.deepEqual(
      [...idsOf(first), ...idsOf(await door.ask('GET', nextOf(first)!))].sort(),
      [made.get('Goal'), more].sort(),
    );
    await door.ask('DELETE', `/Goal/${more}`);
  });

  it('over all types finds each that the specification counts in it', async () => {
    const found = await door.ask('GET', `/Patient/${patient}/*`);
    assert.equal(found.status, 200, found.text);
    const types = typesOf(found);
    // A Patient is in it by its links only; a Task by whom it is for, as the definition is published with what we use.
    const counted = [
      'RelatedPerson',
      'CareTeam',
      'Consent',
      'QuestionnaireResponse',
      'Observation',
      'Goal',
      'CarePlan',
      'ServiceRequest',
      'Communication',
      'Appointment',
    ];
    for (const type of counted) assert.ok(types.includes(type), type);
    assert.ok(types.includes('Task') && !types.includes('Patient') && !types.includes('Device'));
    const one = await door.ask('GET', `/Patient/${patient}/*?_id=${made.get('Goal')}`);
    assert.deepEqual(idsOf(one), [made.get('Goal')]);
    const page = await door.ask('GET', `/Patient/${patient}/*?_count=2`);
    assert.equal(idsOf(page).length, 2);
    assert.ok(nextOf(page));
    assert.deepEqual(placesOf(await door.ask('GET', `/Patient/${patient}/*?status=active`)), ['status']);
  });

  it('tells of nobody what may not be seen, and knows no other compartments', async () => {
    const given = { as: PEOPLE.otherCoach };
    assert.deepEqual(idsOf(await door.ask('GET', `/Patient/${patient}/Goal`, undefined, given)), []);
    assert.equal((await door.ask('GET', `/Patient/${patient}/*`, undefined, given)).status, 404);
    for (const path of [`/Patient/${patient}/Organization`, `/Patient/${patient}/Device`, `/Patient/${patient}/Boom`])
      assert.equal((await door.ask('GET', path)).status, 404, path);
    assert.equal((await door.ask('GET', `/RelatedPerson/${made.get('RelatedPerson')}/Observation`)).status, 405);
  });
});
