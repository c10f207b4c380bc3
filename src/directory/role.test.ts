import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { actor, SYSTEM, testGround } from '../../test/support/ground.ts';
import { type Resource, type ResourceType, readSent } from '../fhir/index.ts';
import { type FixedClock, type Ground, Refusal, type Trx, withActor } from '../platform/index.ts';
import { directoryShelf, putRegional, ROLE_SYSTEM } from './index.ts';

const DOOR = { door: 'fhir' } as const;
let ground: Ground;
let clock: FixedClock;
let stop: () => Promise<void>;
let welzijn: string;
let coach: string;
let coachRole: string;

before(async () => {
  ({ ground, clock, stop } = await testGround({ at: '2026-11-23T09:00:00Z' }));
  welzijn = await create({ resourceType: 'Organization', name: 'Voorbeeld Welzijn' });
  coach = await create({
    resourceType: 'Practitioner',
    name: [{ use: 'official', prefix: ['mevrouw'], given: ['Carla'], family: 'Voorbeeld' }],
  });
  coachRole = await create(role());
});
after(() => stop());

const sentOf = (resource: Resource) => {
  const sent = readSent(resource.resourceType as ResourceType, JSON.stringify(resource));
  assert.ok(sent.ok);
  return sent.value;
};

async function create(resource: Resource): Promise<string> {
  clock.advance(1);
  const made = await directoryShelf(ground).create(
    SYSTEM,
    resource.resourceType as ResourceType,
    sentOf(resource),
    DOOR,
  );
  assert.ok(made.ok);
  return made.value.id;
}

/** A moment after what came before: the log is in the order of its moments. */
function update(id: string, resource: Resource, who = SYSTEM) {
  clock.advance(1);
  return directoryShelf(ground).update(
    who,
    resource.resourceType as ResourceType,
    id,
    sentOf(resource),
    undefined,
    DOOR,
  );
}

const role = (fields: Partial<Resource> = {}): Resource => ({
  resourceType: 'PractitionerRole',
  active: true,
  practitioner: { reference: `Practitioner/${coach}` },
  organization: { reference: `Organization/${welzijn}` },
  code: [{ coding: [{ system: ROLE_SYSTEM, code: 'welfare-coach' }] }],
  healthcareService: [{ reference: 'HealthcareService/noord' }, { reference: 'HealthcareService/zuid' }],
  ...fields,
});

async function held() {
  const { rows } = await ground.pool.query(
    'select id, person, person_name, code, organisation, organisation_name, services, active, until from platform.role where id = $1',
    [coachRole],
  );
  return rows[0];
}

/** The log of one subject, read as the privacy officer does. */
async function logOf(subject: string): Promise<readonly { action: string; allowed: boolean }[]> {
  const officer = actor({ role: 'privacy-officer' });
  return withActor(ground, officer, { kind: 'duty' }, async (trx) => {
    const { rows } = await trx.query(
      'select action, allowed from platform.audit where subject_id = $1 order by at, id',
      [subject],
    );
    return rows;
  });
}

describe('a role that a partner writes over FHIR', () => {
  it('is the role in which the person signs in: where, as what, for which teams and until when', async () => {
    const written = await update(coachRole, role({ period: { start: '2026-01-01', end: '2026-12' } }));
    assert.ok(written.ok);
    assert.deepEqual(await held(), {
      id: coachRole,
      person: `Practitioner/${coach}`,
      person_name: 'mevrouw Carla Voorbeeld',
      code: 'welfare-coach',
      organisation: `Organization/${welzijn}`,
      services: ['HealthcareService/noord', 'HealthcareService/zuid'],
      active: true,
      until: '2026-12-31',
      organisation_name: 'Voorbeeld Welzijn',
    });
    assert.deepEqual(await logOf(coachRole), [
      { action: 'created', allowed: true },
      { action: 'updated', allowed: true },
    ]);
  });

  it('ends when the role is made inactive, loses its code or its holder, or begins only later', async () => {
    for (const change of [
      { active: false },
      { code: [{ coding: [{ system: 'https://example.org/roles', code: 'welfare-coach' }] }] },
      { period: { start: '2027-01-01' } },
      { practitioner: undefined },
    ]) {
      assert.ok((await update(coachRole, role())).ok);
      assert.equal((await held()).active, true);
      assert.ok((await update(coachRole, role(change))).ok);
      assert.equal((await held()).active, false, JSON.stringify(change));
    }
  });

  it('begins at midnight here, when it is still the day before in Greenwich', async () => {
    const onTheDay = role({ period: { start: '2026-11-24' } });
    clock.advance(Date.parse('2026-11-23T22:50:00Z') - clock.now().getTime());
    assert.ok((await update(coachRole, onTheDay)).ok);
    assert.equal((await held()).active, false, 'ten to twelve in the evening');
    clock.advance(20 * 60_000);
    assert.ok((await update(coachRole, onTheDay)).ok);
    assert.equal((await held()).active, true, 'ten past twelve');
    assert.ok((await update(coachRole, role({ period: { start: '2026-11-23T23:00:00Z' } }))).ok);
    assert.equal((await held()).active, true);
  });

  it('cannot make anyone a system, a resident or two things at once', async () => {
    assert.ok((await update(coachRole, role())).ok);
    for (const codes of [['system'], ['resident'], ['carer'], ['no-such-role'], ['gp', 'welfare-coach']]) {
      const code = codes.map((one) => ({ coding: [{ system: ROLE_SYSTEM, code: one }] }));
      const refused = await update(coachRole, role({ code }));
      assert.ok(!refused.ok, codes.join());
      assert.equal(refused.problem.kind, 'unprocessable');
      assert.equal((await held()).code, 'welfare-coach');
    }
  });

  it('cannot be written by somebody at work, and the attempt is on record', async () => {
    const nurse = actor({ role: 'practice-nurse', organisation: 'Organization/praktijk' });
    const before = await held();
    const refused = await update(
      coachRole,
      role({ code: [{ coding: [{ system: ROLE_SYSTEM, code: 'privacy-officer' }] }] }),
      nurse,
    );
    assert.ok(!refused.ok && refused.problem.kind === 'absent');
    assert.deepEqual(await held(), before);
    assert.deepEqual((await logOf(coachRole)).at(-1), { action: 'updated', allowed: false });
  });

  it('follows the names of the person and the organisation, and ends when the person left', async () => {
    assert.ok((await update(coachRole, role())).ok);
    await update(welzijn, { resourceType: 'Organization', name: 'Voorbeeld Welzijn Oost' });
    await update(coach, { resourceType: 'Practitioner', name: [{ text: 'C. Proef' }] });
    assert.equal((await held()).organisation_name, 'Voorbeeld Welzijn Oost');
    assert.equal((await held()).person_name, 'C. Proef');
    await update(coach, { resourceType: 'Practitioner', active: false, name: [{ text: 'C. Proef' }] });
    assert.equal((await held()).active, false);
  });
});

describe('partners who write the directory', () => {
  it('at the same moment each get an answer, and no version is lost', async () => {
    const id = await create({ resourceType: 'Organization', name: 'Samen' });
    const names = ['A', 'B', 'C'];
    const answers = await Promise.all(names.map((name) => update(id, { resourceType: 'Organization', name })));
    assert.ok(answers.every((answer) => answer.ok));
    const versions = await directoryShelf(ground).versions(SYSTEM, 'Organization', id, DOOR);
    assert.ok(versions.ok);
    assert.deepEqual(
      versions.value.map(({ version }) => version),
      [4, 3, 2, 1],
    );
  });

  it('of whom two begin the same thing at once: one is told that somebody was first', async () => {
    const resource: Resource = { resourceType: 'Organization', name: 'Tegelijk' };
    const put = (trx: Trx) => putRegional(ground, trx, resource, JSON.stringify(resource), 'tegelijk');
    let second: Promise<unknown> | undefined;
    await withActor(ground, SYSTEM, { kind: 'none' }, async (trx) => {
      await put(trx);
      // The other looks while this one is not committed, finds nothing there, and waits to write.
      second = withActor(ground, SYSTEM, { kind: 'none' }, put);
      second.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    await assert.rejects(
      async () => second,
      (error) => error instanceof Refusal && error.problem.kind === 'conflict',
    );
  });

  it('cannot update what is not there, nor send another id than the address has', async () => {
    const absent = await update('is-er-niet', { resourceType: 'Organization', name: 'Nieuw' });
    assert.ok(!absent.ok && absent.problem.kind === 'absent');
    const other = await update(welzijn, { resourceType: 'Organization', id: 'ander', name: 'Ander' });
    assert.ok(!other.ok && other.problem.kind === 'invalid');
  });

  it('with an old version in hand are told so, and nothing is written', async () => {
    const sent = sentOf({ resourceType: 'Organization', name: 'Oud' });
    const stale = await directoryShelf(ground).update(SYSTEM, 'Organization', welzijn, sent, 1, DOOR);
    assert.ok(!stale.ok && stale.problem.kind === 'stale');
  });
});
