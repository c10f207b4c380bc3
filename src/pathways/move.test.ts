import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, residentActor, staffOf } from '../../test/support/pathways.ts';
import { messagesOf, offeredCase, type PeopleWeb, PLACES, peopleWeb, value } from '../../test/support/people.ts';
import type { Resource } from '../fhir/index.ts';
import { type Actor, systemActor } from '../platform/index.ts';
import { createResource, readResource, updateResource } from '../record/index.ts';
import * as engine from './index.ts';

const DOOR = { door: 'page' } as const;
const FHIR = { door: 'fhir' } as const;
const PARTNER: Actor = { ...systemActor('x'), person: 'Device/partner', name: 'Partner' };
const { nurse, coach, coordinator, otherCoach } = PEOPLE;
let web: PeopleWeb;
/** A coach of a team in Hengelo. */
let hengelo: Actor;
let team = '';
before(async () => {
  web = await peopleWeb();
  const found = web.pathways.definitions.region.organisations.find((one) => one.id === 'voorbeeld-welzijn-hengelo')!;
  team = found.teams[0]!.id;
  hengelo = {
    ...coach,
    person: 'Practitioner/hengelo',
    name: 'Hengelo Voorbeeld',
    services: [`HealthcareService/${team}`],
  };
});
after(() => web.stop());

type Made = Awaited<ReturnType<typeof supported>>;
async function supported() {
  const made = await offeredCase(web, { mail: 'anna@example.org' });
  const staff = staffOf(PLACES[0]);
  value(await engine.takeStep(web.pathways, staff, { task: made.offer, to: 'accepted' }, DOOR));
  value(await engine.takeStep(web.pathways, staff, { task: made.offer, to: 'in-progress' }, DOOR));
  await web.whole.events.drain();
  return made;
}
async function moves(made: { resident: string }, to: { postalCode: string; city: string }) {
  const read = value(await readResource(web.pathways, PARTNER, 'Patient', made.resident, FHIR));
  const address = [{ use: 'home', line: ['Nieuweweg 1'], ...to, district: to.city, country: 'NL' }];
  const resource = { ...(JSON.parse(read.text) as Resource), address };
  const sent = { resource, text: JSON.stringify(resource) };
  value(await updateResource(web.pathways, PARTNER, 'Patient', made.resident, sent, undefined, FHIR));
}
const HENGELO = { postalCode: '7551 AA', city: 'Hengelo' };
const DEVENTER = { postalCode: '7411 AA', city: 'Deventer' };
const linesOf = async (actor: Actor, made: { caseId: string }, view: 'open' | 'closed' = 'open') =>
  value(await engine.worklist(web.pathways, actor, { view, count: 100 }, DOOR)).lines.filter(
    (line) => line.case_id === made.caseId,
  );
const kinds = async (actor: Actor, made: { caseId: string }) => (await linesOf(actor, made)).map((line) => line.kind);
const mails = async (made: Made, to: string) =>
  (await messagesOf(web, made.resident)).filter((one) => one.recipient_kind === to).map((one) => one.subject);

/** The other team is asked, by the coach’s page and by a Task through FHIR. */
const doors: Readonly<Record<string, (made: Made) => Promise<string>>> = {
  'the coach': async (made) =>
    value(await engine.askOtherTeam(web.pathways, coach, { ...made, said: 'yes', team }, DOOR)).task,
  'a Task through FHIR': async (made) => {
    const resource = {
      resourceType: 'Task',
      status: 'requested',
      intent: 'order',
      focus: { reference: `ServiceRequest/${made.caseId}` },
      for: { reference: `Patient/${made.resident}` },
      owner: { reference: `HealthcareService/${team}` },
      requester: { reference: coach.services[0] },
      partOf: [{ reference: `Task/${made.task}` }],
    };
    const sent = { resource: resource as Resource, text: JSON.stringify(resource) };
    return value(await createResource(web.pathways, PARTNER, 'Task', sent, FHIR)).id;
  },
};

describe('a resident who moves to another municipality of the region', () => {
  it('is noticed on the list of the team, until they say that they stay', async () => {
    const made = await supported();
    await moves(made, HENGELO);
    assert.deepEqual((await kinds(coach, made)).toSorted(), ['case', 'move']);
    value(await engine.staysHere(web.pathways, coach, made, DOOR));
    assert.deepEqual(await kinds(coach, made), ['case']);
    const again = await engine.staysHere(web.pathways, coordinator, made, DOOR);
    assert.ok(!again.ok && again.problem.kind === 'conflict');
  });

  it('who moves within the municipality is not asked anything', async () => {
    const made = await supported();
    await moves(made, { postalCode: '7523 AB', city: 'Enschede' });
    assert.deepEqual(await kinds(coach, made), ['case']);
  });

  for (const [by, ask] of Object.entries(doors)) {
    it(`asked by ${by}, the new team sees first name, age, area and reason, and takes the case over`, async () => {
      const made = await supported();
      await moves(made, HENGELO);
      const task = await ask(made);
      const [offer] = await linesOf(hengelo, made);
      assert.equal(offer?.kind, 'offer');
      assert.equal(offer?.label, 'Anna');
      assert.ok(!(await readResource(web.pathways, hengelo, 'Patient', made.resident, FHIR)).ok, 'not who it is');
      assert.ok(
        value(await engine.openCase(web.pathways, coach, made, DOOR)).row,
        'the case is still the first team’s',
      );
      value(await engine.takeStep(web.pathways, hengelo, { task, to: 'accepted' }, DOOR));
      const theirs = value(await engine.openCase(web.pathways, hengelo, made, DOOR));
      assert.equal(theirs.row?.team, hengelo.services[0]);
      assert.equal(theirs.row?.assignee, hengelo.person);
      assert.ok(theirs.contacts.length > 0, 'they read what was written');
      assert.equal(theirs.onward[0]?.tasks[0]?.status, 'in-progress', 'the help near the old home goes on');
      const before = value(await engine.openCase(web.pathways, coach, made, DOOR));
      assert.equal(before.row, undefined, 'the first team keeps what it had, and no more');
      assert.ok(before.contacts.length > 0);
      const late = { ...made, kind: 'phone', outcome: 'spoken' };
      assert.ok(!(await engine.recordContact(web.pathways, coach, late, DOOR)).ok);
      web.clock.advance(60_000);
      value(await engine.recordContact(web.pathways, hengelo, { ...late, note: 'Kennismaking' }, DOOR));
      assert.ok(
        !JSON.stringify(value(await engine.openCase(web.pathways, coach, made, DOOR))).includes('Kennismaking'),
      );
      assert.deepEqual(
        (await linesOf(coach, made, 'closed')).map((line) => line.kind),
        ['case'],
      );
      value(await engine.openCase(web.pathways, nurse, made, DOOR));
      await web.whole.events.drain();
      assert.ok((await mails(made, 'practice')).some((one) => one.startsWith('Een zaak is overgedragen')));
      assert.ok((await mails(made, 'resident')).some((one) => one.startsWith('Vanaf nu helpt')));
    });
  }

  it('whose new team says no stays where they were, and the team is asked again', async () => {
    const made = await supported();
    await moves(made, HENGELO);
    const task = await doors['the coach']!(made);
    const second = await engine.askOtherTeam(web.pathways, coordinator, { ...made, said: 'yes', team }, DOOR);
    assert.ok(!second.ok && second.problem.kind === 'conflict', 'one team at a time');
    value(await engine.takeStep(web.pathways, hengelo, { task, to: 'rejected', reason: 'full' }, DOOR));
    const opened = value(await engine.openCase(web.pathways, coach, made, DOOR));
    assert.equal(opened.row?.team, coach.services[0]);
    assert.equal(opened.row?.stage, 'support');
    assert.deepEqual((await linesOf(coach, made)).map((line) => [line.kind, line.status]).toSorted(), [
      ['case', 'support'],
      ['move', 'move'],
    ]);
    await web.whole.events.drain();
    assert.ok((await mails(made, 'team')).some((one) => one.startsWith('Het andere team nam de zaak niet over')));
  });

  it('stops help near the old home by choice', async () => {
    const made = await supported();
    await moves(made, HENGELO);
    const what = { ...made, said: 'not-reached', team, stop: [made.offer] };
    value(await engine.askOtherTeam(web.pathways, coach, what, DOOR));
    const opened = value(await engine.openCase(web.pathways, coach, made, DOOR));
    assert.equal(opened.onward[0]?.tasks.find((one) => one.id === made.offer)?.status, 'cancelled');
  });

  it('is handed over once when two of the new team say yes at the same moment', async () => {
    const made = await supported();
    await moves(made, HENGELO);
    const task = await doors['the coach']!(made);
    const both = await Promise.all(
      [hengelo, { ...hengelo, person: 'Practitioner/hengelo-2' }].map((actor) =>
        engine.takeStep(web.pathways, actor, { task, to: 'accepted' }, DOOR),
      ),
    );
    assert.deepEqual(both.map((one) => one.ok).toSorted(), [false, true]);
  });

  it('is not handed over by a team that does not have the case', async () => {
    const made = await supported();
    await moves(made, HENGELO);
    for (const actor of [otherCoach, nurse, residentActor(made.resident), staffOf(PLACES[0])])
      assert.ok(!(await engine.askOtherTeam(web.pathways, actor, { ...made, said: 'yes', team }, DOOR)).ok, actor.name);
  });
});

describe('a resident who moves out of the region', () => {
  it('has their case ended with that reason, hears where to ask, and nothing is sent elsewhere', async () => {
    const made = await supported();
    const early = await engine.endForMove(web.pathways, coach, made, DOOR);
    assert.ok(!early.ok && early.problem.kind === 'conflict', 'not while they live here');
    await moves(made, DEVENTER);
    value(await engine.endForMove(web.pathways, coach, made, DOOR));
    const own = value(await engine.openCase(web.pathways, residentActor(made.resident), made, DOOR));
    assert.equal(own.first?.status, 'revoked');
    assert.match(JSON.stringify(own.first), /"code":"moved"/);
    assert.ok(own.onward.every((one) => one.tasks.every((task) => task.status === 'cancelled')));
    await web.whole.events.drain();
    assert.ok((await mails(made, 'resident')).includes('U bent verhuisd: zo gaat u verder'));
  });
});
