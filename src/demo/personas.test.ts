import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SYSTEM, testGround } from '../../test/support/ground.ts';
import { loadRegion, type Region } from '../content/index.ts';
import { directoryShelf, seedDirectory } from '../directory/index.ts';
import { isBsn, validate } from '../fhir/index.ts';
import { actorAsResident, actorInRole, findAccount, isResident, rolesOf } from '../platform/identity/account.ts';
import { asLocalDate } from '../platform/index.ts';
import { createManyPatients, lookUp, type RecordGround, readResource } from '../record/index.ts';
import { type Persona, personaPatients, personasOf, publicPersona, seedDemo, seedPersonas } from './index.ts';
import { PERSONA_RESIDENTS } from './persona-residents.ts';
import { KEPT_FOR_PERSONAS } from './synthetic/test-bsn.ts';

const ISSUER = 'http://localhost:8080/demo/oidc';
const TODAY = asLocalDate('2026-11-23');
let ground: RecordGround;
let stop: () => Promise<void>;
let region: Region;
let personas: readonly Persona[];

before(async () => {
  const made = await testGround();
  stop = made.stop;
  ground = { ...made.ground, ports: [] };
  const loaded = loadRegion(fileURLToPath(new URL('../../region/twente', import.meta.url)));
  assert.ok(loaded.ok);
  region = loaded.region;
  await seedDirectory(ground, region);
  ({ personas } = await seedPersonas(ground, region, ISSUER));
});
after(() => stop());

const persona = (id: string): Persona => {
  const found = personas.find((one) => one.id === id);
  assert.ok(found, id);
  return found;
};
const organisationsOf = (code: string) =>
  new Set(personas.flatMap(({ roles }) => roles.filter((role) => role.code === code).map((role) => role.organisation)));

describe('the personas of the demo', () => {
  it('are everybody the main job needs', () => {
    const count = (role: string) => personas.filter((one) => one.role === role).length;
    assert.equal(count('resident'), 3);
    assert.equal(organisationsOf('practice-nurse').size, 2);
    assert.equal(organisationsOf('gp').size, 2);
    assert.equal(organisationsOf('provider').size, 3);
    const teams = personas.flatMap(({ roles }) =>
      roles.filter(({ code }) => code === 'welfare-coach').flatMap(({ services }) => services),
    );
    assert.ok(new Set(teams).size >= 2);
    assert.equal(teams.filter((team) => team === 'voorbeeld-welzijn-enschede-noord').length, 2, 'a colleague');
    for (const role of [
      'coordinator',
      'organisation-admin',
      'privacy-officer',
      'policy-adviser',
      'debt-officer',
      'system',
    ])
      assert.ok(count(role) >= 1, role);
    assert.equal(personas.filter(({ roles }) => new Set(roles.map((role) => role.organisation)).size === 2).length, 1);
    assert.equal(new Set(personas.map(({ id }) => id)).size, personas.length);
  });

  it('are plainly nobody: each name says so', () => {
    for (const { name } of personas) assert.match(name, /Voorbeeld|Proef/);
  });

  it('are shown with no more than id, name, role, organisation, municipality and patient', () => {
    for (const one of personas) {
      const shown = publicPersona(one);
      const keys = [
        'id',
        'name',
        'role',
        'organisation',
        'municipality',
        ...(one.role === 'resident' ? ['patient'] : []),
      ];
      assert.deepEqual(Object.keys(shown), keys);
    }
    assert.deepEqual(publicPersona(persona('nurse-enschede')), {
      id: 'nurse-enschede',
      name: 'Petra Voorbeeld',
      role: 'practice-nurse',
      organisation: 'Voorbeeldpraktijk De Brink',
      municipality: 'Enschede',
    });
  });

  it('work only where the region has an organisation, and for services and teams that it has', () => {
    const known = new Set([
      ...region.services.map(({ id }) => id),
      ...region.organisations.flatMap(({ teams }) => teams.map(({ id }) => id)),
    ]);
    for (const { roles } of personas)
      for (const role of roles) for (const id of role.services) assert.ok(known.has(id), id);
    for (const id of ['provider-beweegpunt', 'provider-ontmoeting']) {
      const [role] = persona(id).roles;
      const all = region.services.filter(({ organisation }) => organisation === role?.organisation);
      assert.ok(all.length > 0);
      assert.deepEqual(
        role?.services,
        all.map((service) => service.id),
      );
    }
    assert.throws(() => personasOf({ ...region, organisations: [] }), /does not have/);
  });

  it('can each sign in, in the role that is shown', async () => {
    for (const one of personas) {
      const account = await findAccount(ground.pool, ISSUER, one.id);
      assert.ok(account, one.id);
      assert.equal(account.person, one.person);
      if (one.role === 'system') {
        assert.equal(account.person, 'Device/demo-system');
        continue;
      }
      if (one.role === 'resident') {
        assert.ok(isResident(account));
        continue;
      }
      const roles = await rolesOf(ground.pool, account.person, TODAY);
      assert.deepEqual(roles.map(({ id }) => id).sort(), one.roles.map(({ id }) => id).sort());
      assert.equal(roles[0]?.code, one.role, `${one.id}: the role that a token carries is the one that is shown`);
      assert.equal(roles[0]?.organisationName, one.organisation);
      const actor = actorInRole(roles[0]!);
      assert.equal(actor.name, one.name);
      assert.deepEqual(
        actor.services,
        one.roles[0]?.services.map((service) => `HealthcareService/${service}`),
      );
    }
  });

  it('stand in the directory as Practitioner with a PractitionerRole for each employer', async () => {
    for (const { id } of persona('two-employers').roles) {
      const found = await directoryShelf(ground).read(SYSTEM, 'PractitionerRole', id, { door: 'fhir' });
      assert.ok(found.ok, id);
      assert.match(found.value.text, /Practitioner\/two-employers/);
    }
  });

  it('are let in once: again changes nothing', async () => {
    assert.equal((await seedPersonas(ground, region, ISSUER)).changed, 0);
    const { rows } = await ground.pool.query('select count(*)::int as n from platform.account');
    assert.equal(rows[0].n, personas.length);
  });
});

describe('the residents among the personas', () => {
  it('have a record of their own, a BSN of the test range that no other has, and mail but for one', async () => {
    const patients = personaPatients(region);
    for (const patient of patients) {
      assert.equal(validate(patient), undefined);
      assert.equal((patient.address as readonly { city: string }[])[0]?.city, 'Enschede');
    }
    assert.deepEqual(
      PERSONA_RESIDENTS.map(({ mail }) => mail !== undefined),
      [true, true, false],
    );
    assert.ok(PERSONA_RESIDENTS.every(({ bsn }) => isBsn(bsn)) && PERSONA_RESIDENTS.length <= KEPT_FOR_PERSONAS);
    await createManyPatients(ground, SYSTEM, patients, { door: 'bulk' });
    for (const { residentId, name } of personas.filter(({ role }) => role === 'resident')) {
      assert.ok(residentId);
      const self = actorAsResident(name, residentId);
      const read = await readResource(ground, self, 'Patient', residentId, { door: 'page' });
      assert.ok(read.ok, `${name} sees their own record`);
    }
    const nurse = actorInRole((await rolesOf(ground.pool, 'Practitioner/nurse-enschede', TODAY))[0]!);
    const found = await lookUp(
      ground,
      nurse,
      { by: 'name', family: 'Voorbeeld', birthDate: '1951-04-12' },
      { door: 'page' },
    );
    assert.ok(found.ok && found.value?.resident === persona('resident-waiting').residentId);
  });
});

describe('a demo that is filled', () => {
  it('has the personas and as many residents as asked, the first time and after; more may be asked later', async () => {
    const seeded = await seedDemo(ground, region, { issuer: ISSUER, residents: 40 });
    assert.deepEqual(seeded.residents, { created: 40, present: 3, refused: [] });
    assert.deepEqual((await seedDemo(ground, region, { issuer: ISSUER, residents: 60 })).residents, {
      created: 20,
      present: 43,
      refused: [],
    });
    assert.deepEqual(seeded.personas.map(publicPersona), personas.map(publicPersona));
  });

  it('has fresh statistics for the planner of queries', async () => {
    const { rows } = await ground.pool.query(
      `select reltuples::int as n from pg_class where oid = 'record.resource'::regclass`,
    );
    assert.ok(rows[0].n >= 63);
  });
});
