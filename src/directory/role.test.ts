import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { actor, SYSTEM, testGround } from '../../test/support/ground.ts';
import { type Resource, type ResourceType, readSent } from '../fhir/index.ts';
import type { Ground } from '../platform/index.ts';
import { directoryShelf, ROLE_SYSTEM } from './index.ts';

const DOOR = { door: 'fhir' } as const;
let ground: Ground;
let stop: () => Promise<void>;

before(async () => {
  ({ ground, stop } = await testGround({ at: '2026-11-23T09:00:00Z' }));
  await put({ resourceType: 'Organization', id: 'welzijn', name: 'Voorbeeld Welzijn' });
  await put({
    resourceType: 'Practitioner',
    id: 'coach',
    name: [{ use: 'official', prefix: ['mevrouw'], given: ['Carla'], family: 'Voorbeeld' }],
  });
});
after(() => stop());

function put(resource: Resource, who = SYSTEM) {
  const type = resource.resourceType as ResourceType;
  const sent = readSent(type, JSON.stringify(resource));
  assert.ok(sent.ok);
  return directoryShelf(ground).update(who, type, resource.id ?? '', sent.value, undefined, DOOR);
}

const role = (fields: Partial<Resource> = {}): Resource => ({
  resourceType: 'PractitionerRole',
  id: 'coach-welzijn',
  active: true,
  practitioner: { reference: 'Practitioner/coach' },
  organization: { reference: 'Organization/welzijn' },
  code: [{ coding: [{ system: ROLE_SYSTEM, code: 'welfare-coach' }] }],
  healthcareService: [{ reference: 'HealthcareService/noord' }, { reference: 'HealthcareService/zuid' }],
  ...fields,
});

async function held(id = 'coach-welzijn') {
  const { rows } = await ground.pool.query('select * from platform.role where id = $1', [id]);
  return rows[0];
}

describe('a role that a partner writes over FHIR', () => {
  it('is the role in which the person signs in: where, as what, for which teams and until when', async () => {
    const written = await put(role({ period: { start: '2026-01-01', end: '2026-12' } }));
    assert.ok(written.ok);
    assert.deepEqual(await held(), {
      id: 'coach-welzijn',
      person: 'Practitioner/coach',
      person_name: 'mevrouw Carla Voorbeeld',
      code: 'welfare-coach',
      organisation: 'Organization/welzijn',
      services: ['HealthcareService/noord', 'HealthcareService/zuid'],
      active: true,
      until: '2026-12-31',
      organisation_name: 'Voorbeeld Welzijn',
    });
  });

  it('ends when the role is made inactive, loses its code, or begins only later', async () => {
    for (const change of [
      { active: false },
      { code: [{ coding: [{ system: 'https://example.org/roles', code: 'welfare-coach' }] }] },
      { period: { start: '2027-01-01' } },
      { practitioner: undefined },
    ]) {
      assert.ok((await put(role())).ok);
      assert.equal((await held()).active, true);
      assert.ok((await put(role(change))).ok);
      assert.equal((await held()).active, false, JSON.stringify(change));
    }
  });

  it('cannot make anyone a system, a resident or two things at once', async () => {
    assert.ok((await put(role())).ok);
    for (const codes of [['system'], ['resident'], ['carer'], ['no-such-role'], ['gp', 'welfare-coach']]) {
      const refused = await put(role({ code: codes.map((code) => ({ coding: [{ system: ROLE_SYSTEM, code }] })) }));
      assert.ok(!refused.ok, codes.join());
      assert.equal(refused.problem.kind, 'unprocessable');
      assert.equal((await held()).code, 'welfare-coach');
    }
  });

  it('cannot be written by somebody at work, and the attempt is on record', async () => {
    const nurse = actor({ role: 'practice-nurse', organisation: 'Organization/praktijk' });
    const refused = await put(role({ id: 'nurse-made' }), nurse);
    assert.ok(!refused.ok);
    assert.equal(await held('nurse-made'), undefined);
    const { rows } = await ground.pool
      .query(
        `begin; select platform.enter('duty', '{}', '{}', now()); select allowed from platform.audit where person = 'Practitioner/proef'; commit`,
      )
      .then((all) => (all as unknown as { rows: { allowed: boolean }[] }[])[2]!);
    assert.deepEqual(rows, [{ allowed: false }]);
  });

  it('follows the names of the person and the organisation, and ends when the person left', async () => {
    assert.ok((await put(role())).ok);
    await put({ resourceType: 'Organization', id: 'welzijn', name: 'Voorbeeld Welzijn Oost' });
    await put({ resourceType: 'Practitioner', id: 'coach', name: [{ text: 'C. Proef' }] });
    assert.equal((await held()).organisation_name, 'Voorbeeld Welzijn Oost');
    assert.equal((await held()).person_name, 'C. Proef');
    await put({ resourceType: 'Practitioner', id: 'coach', active: false, name: [{ text: 'C. Proef' }] });
    assert.equal((await held()).active, false);
  });
});

describe('two partners who write one directory resource', () => {
  it('at the same moment both get an answer, and no version is lost', async () => {
    const body = (name: string): Resource => ({ resourceType: 'Organization', id: 'samen', name });
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => put(body(name))));
    const written = answers.filter((answer) => answer.ok).length;
    assert.ok(written >= 1);
    for (const answer of answers) if (!answer.ok) assert.equal(answer.problem.kind, 'conflict');
    const { rows } = await ground.pool.query(
      `select version from directory.resource where id = 'samen' union all select version from directory.history where id = 'samen' order by version`,
    );
    assert.deepEqual(
      rows.map(({ version }) => version),
      Array.from({ length: written }, (_, index) => index + 1),
    );
  });

  it('is refused an id in the body that is not the one in the address', async () => {
    const sent = readSent('Organization', JSON.stringify({ resourceType: 'Organization', id: 'een', name: 'Een' }));
    assert.ok(sent.ok);
    const refused = await directoryShelf(ground).update(SYSTEM, 'Organization', 'ander', sent.value, undefined, DOOR);
    assert.ok(!refused.ok && refused.problem.kind === 'invalid');
    const odd = await directoryShelf(ground).update(SYSTEM, 'Organization', 'a b', sent.value, undefined, DOOR);
    assert.ok(!odd.ok && odd.problem.kind === 'invalid');
  });
});
