import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, residentActor, staffOf } from '../../test/support/pathways.ts';
import { offerFor, type PeopleWeb, PLACES, peopleWeb, spokenCase, value } from '../../test/support/people.ts';
import { textIn } from '../platform/index.ts';
import * as engine from './index.ts';
import { actionsIn, keepPlan } from './service/plan.ts';

const DOOR = { door: 'page' } as const;
const { coach, colleague, nurse, coordinator } = PEOPLE;
const SERVICE = PLACES[0];
const staff = staffOf(SERVICE);
let web: PeopleWeb;
before(async () => {
  web = await peopleWeb();
  await web.ground.pool.query(
    `insert into directory.service (id, organisation, organisation_name, municipality, name, description, domain, needs, cost_per, languages, postcode, lat, lon, confirmed_on, detail, places)
     values ($1, 'x', 'x', 'enschede', 'x', 'x', 'x', '{}', 'free', '{nl}', '7511', 52, 6, '2026-10-01', '{}', 2)
     on conflict (id) do update set places = 2`,
    [SERVICE],
  );
});
after(() => web.stop());

async function offered() {
  const made = await spokenCase(web);
  const need = web.pathways.definitions.service(SERVICE)!.needs[0]!;
  value(
    await engine.referOn(web.pathways, coach, { ...made, needs: [need], candidates: [SERVICE], agreed: true }, DOOR),
  );
  return { ...made, offer: await offerFor(web, SERVICE, made.caseId) };
}
const step = (offer: string, to: 'accepted' | 'in-progress' | 'completed' | 'rejected', more = {}) =>
  engine.takeStep(web.pathways, staff, { task: offer, to, ...more }, DOOR);
const full = async () => (await engine.fullness(web.pathways, staff))[0]!;

describe('the places of a service', () => {
  it('are never more taken than there are, also by two who say yes at once; who waits keeps waiting', async () => {
    const all = [await offered(), await offered(), await offered(), await offered()];
    assert.deepEqual([(await full()).free, (await full()).waiting], [2, 4]);
    const answers = await Promise.all(all.map(({ offer }) => step(offer, 'accepted')));
    assert.equal(answers.filter((one) => one.ok).length, 2);
    for (const answer of answers)
      if (!answer.ok) {
        assert.equal(answer.problem.kind, 'conflict');
        assert.match(textIn(answer.problem.text, 'nl'), /Alle 2 plekken zijn bezet/);
      }
    const now = await full();
    assert.deepEqual([now.taken, now.free, now.waiting], [2, 0, 2]);
    // A place comes free: the next who waited can have it.
    const [taken] = all.filter((_, index) => answers[index]!.ok);
    const [waits] = all.filter((_, index) => !answers[index]!.ok);
    value(await step(taken!.offer, 'in-progress'));
    value(await step(taken!.offer, 'completed', { outcome: 'goal-reached' }));
    assert.equal((await full()).free, 1);
    value(await step(waits!.offer, 'accepted'));
    const then = await full();
    assert.deepEqual([then.taken, then.free, then.waiting], [2, 0, 1]);
    await engine.rebuildReadModels(web.pathways);
    assert.deepEqual(await full(), then, 'a rebuild counts the same');
  });

  it('are counted for who offers the service, and for nobody else', async () => {
    assert.deepEqual(
      (await engine.fullness(web.pathways, staffOf(PLACES[1]))).map((one) => one.service),
      [`HealthcareService/${PLACES[1]}`],
    );
  });
});

describe('the plan of a case', () => {
  it('is one, seen by the team and the resident, and never overwritten by who did not see the last change', async () => {
    const made = await spokenCase(web);
    const actions = [{ text: 'Naar de eettafel', who: 'resident', done: false }] as const;
    const keep = (who: typeof coach, version: number, text: string) =>
      keepPlan(web.pathways, who, { ...made, version, actions: [{ ...actions[0], text }] }, DOOR);
    const first = await Promise.all([keep(coach, 0, 'Naar de eettafel'), keep(colleague, 0, 'Naar het koor')]);
    assert.equal(first.filter((one) => one.ok).length, 1, 'one plan');
    for (const one of first) if (!one.ok) assert.match(textIn(one.problem.text, 'nl'), /net eerder/);
    value(await keep(coordinator, 1, 'Elke week naar de eettafel'));
    assert.equal((await keep(coach, 1, 'x')).ok, false);
    assert.equal((await keep(nurse, 2, 'x')).ok, false, 'a practice does not');
    for (const who of [coach, residentActor(made.resident)]) {
      const { plan } = value(await engine.openCase(web.pathways, who, made, DOOR));
      assert.deepEqual(actionsIn(plan), [{ text: 'Elke week naar de eettafel', who: 'resident', done: false }]);
    }
    assert.equal(value(await engine.openCase(web.pathways, nurse, made, DOOR)).plan, undefined);
  });
});
