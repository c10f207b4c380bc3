import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newResidentId, withActor } from '../../src/platform/index.ts';
import { createManyPatients } from '../../src/record/index.ts';
import { SYSTEM } from '../support/ground.ts';
import { PEOPLE } from '../support/pathways.ts';
import { type Ask, type Door, idsOf, type Json, nextOf, openDoor } from './door.ts';

let door: Door;
before(async () => {
  door = await openDoor();
});
after(() => door.stop());

const goal = (patient: string, text: string): Json => ({
  resourceType: 'Goal',
  lifecycleStatus: 'active',
  description: { text },
  subject: { reference: `Patient/${patient}` },
});

async function newPatient(): Promise<string> {
  return String((await door.ask('POST', '/Patient', { resourceType: 'Patient', birthDate: '1948' })).body.id);
}

/** Follows every page; `between` runs after each. */
async function allPages(
  start: string,
  given: Parameters<Ask>[3],
  between: () => Promise<unknown>,
): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let next: string | undefined = start, pages = 0; next; pages++) {
    assert.ok(pages < 500, 'the pages end');
    const page = await door.ask('GET', next, undefined, given);
    assert.equal(page.status, 200, page.text);
    seen.push(...idsOf(page));
    next = nextOf(page);
    await between();
  }
  return seen;
}

describe('pages of a search', () => {
  it('of one resident neither skip nor repeat while others write', async () => {
    const patient = await newPatient();
    const there: string[] = [];
    for (let i = 0; i < 31; i++) there.push(String((await door.ask('POST', '/Goal', goal(patient, `${i}`))).body.id));
    let written = 0;
    const seen = await allPages(`/Goal?patient=${patient}&_count=4`, {}, async () => {
      written += 1;
      await Promise.all(
        [
          door.ask('POST', '/Goal', goal(patient, `later ${written}`)),
          written % 2 === 0 ? door.ask('POST', '/Goal', goal(await newPatient(), 'elders')) : undefined,
          door.ask('PUT', `/Goal/${there[written]}`, { ...goal(patient, 'anders'), id: there[written] }),
        ].filter((one) => one !== undefined),
      );
    });
    assert.equal(new Set(seen).size, seen.length, 'nothing twice');
    assert.deepEqual(
      there.filter((id) => !seen.includes(id)),
      [],
      'nothing left out',
    );
  });

  it('of the whole region neither skip nor repeat for a system, while others write before and behind', async () => {
    const there: string[] = [];
    for (let i = 0; i < 40; i++) {
      const patient = await newPatient();
      there.push(
        String(
          (
            await door.ask('POST', '/CarePlan', {
              resourceType: 'CarePlan',
              status: 'active',
              intent: 'plan',
              subject: { reference: `Patient/${patient}` },
            })
          ).body.id,
        ),
      );
    }
    const seen = await allPages('/CarePlan?status=active&_count=3', {}, async () => {
      const patient = await newPatient();
      await door.ask('POST', '/CarePlan', {
        resourceType: 'CarePlan',
        status: 'active',
        intent: 'plan',
        subject: { reference: `Patient/${patient}` },
      });
    });
    assert.equal(new Set(seen).size, seen.length);
    assert.deepEqual(
      there.filter((id) => !seen.includes(id)),
      [],
    );
  });

  it('of a coach go over every resident of the team, also where there are more than one question holds', async () => {
    const { coach } = PEOPLE;
    const residents = Array.from({ length: 430 }, newResidentId);
    const loaded = await createManyPatients(
      door.ground,
      SYSTEM,
      residents.map((id) => ({ resourceType: 'Patient', id, birthDate: '1948', name: [{ family: 'Proef' }] })),
      { door: 'bulk' },
    );
    assert.equal(loaded.created, residents.length);
    // Every third has ended: what the team had received stays readable to it. Every tenth gave nothing.
    const withGrant = residents.filter((_, index) => index % 10 !== 0);
    for (const [index, resident] of withGrant.entries())
      await withActor(door.ground, SYSTEM, { kind: 'act', resident }, async (trx) => {
        await trx.query(
          "select platform.give($1, $2, $3, 'case-team', '{support}', '{identity,conversation}', '{}', 'support-referral', 'proef', $4, null)",
          [resident, `g${index}`, coach.services[0], door.clock.now()],
        );
        if (index % 3 === 0)
          await trx.query("select platform.close_grants($1, $2, 'case-team', null, $3, 'proef')", [
            resident,
            coach.services[0],
            new Date(door.clock.now().getTime() + 1),
          ]);
      });
    const patients = await allPages('/Patient?_count=50', { as: coach }, async () => undefined);
    assert.deepEqual(patients, [...withGrant].sort());
    // Few of the residents have what is asked: pages are full all the same, and the last is the last.
    const some = withGrant.filter((_, index) => index % 3 !== 0).filter((_, index) => index % 7 === 0);
    for (const resident of some) await door.ask('POST', '/Goal', goal(resident, 'x'));
    const [first] = [await door.ask('GET', '/Goal?_count=20', undefined, { as: coach })];
    assert.equal(idsOf(first!).length, 20);
    const goals = await allPages('/Goal?_count=20', { as: coach }, async () => undefined);
    assert.deepEqual(
      goals.map((id) => id.slice(0, 32)),
      some.map((id) => id.replaceAll('-', '')).sort(),
    );
    // A page that is full just where a group of residents ends (they are asked for by 200) leads on to the next group.
    const firstGroup = new Set([...withGrant].sort().slice(0, 200));
    const full = some.filter((resident) => firstGroup.has(resident)).length;
    assert.deepEqual(await allPages(`/Goal?_count=${full}`, { as: coach }, async () => undefined), goals);
  });

  it('have the size that is asked, and a link that holds everything that was asked', async () => {
    const patient = await newPatient();
    for (let i = 0; i < 5; i++) await door.ask('POST', '/Goal', goal(patient, `${i}`));
    const page = await door.ask('GET', `/Goal?patient=${patient}&lifecycle-status=active&_count=2`);
    assert.equal(idsOf(page).length, 2);
    const next = new URL(nextOf(page)!).searchParams;
    assert.deepEqual([next.get('patient'), next.get('lifecycle-status'), next.get('_count')], [patient, 'active', '2']);
    assert.equal(
      nextOf(await door.ask('GET', `/Goal?patient=${patient}&_count=5`)),
      undefined,
      'a full last page has no next',
    );
    const posted = await door.ask('POST', '/Goal/_search', `patient=${patient}&_count=2`, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const second = await door.ask('POST', nextOf(posted)!, `patient=${patient}&_count=2`, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(new Set([...idsOf(posted), ...idsOf(second)]).size, 4, 'the same body goes with the next page');
  });
});
