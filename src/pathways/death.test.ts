import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, residentActor, staffOf } from '../../test/support/pathways.ts';
import {
  asResident,
  messagesOf,
  offeredCase,
  type PeopleWeb,
  PLACES,
  PUBLIC_URL,
  peopleWeb,
  value,
} from '../../test/support/people.ts';
import type { Resource } from '../fhir/index.ts';
import { type Actor, localDate, systemActor, withActor } from '../platform/index.ts';
import { readResource, updateResource } from '../record/index.ts';
import * as engine from './index.ts';
import { followUps } from './messages/follow-up.ts';
import { remindBefore } from './messages/reminders.ts';

const DOOR = { door: 'page' } as const;
const SYSTEM: Actor = { ...systemActor('x'), person: 'Device/partner', name: 'Partner' };
const DAY = 86_400_000;
const { nurse, coach } = PEOPLE;
let web: PeopleWeb;
before(async () => {
  web = await peopleWeb();
});
after(() => web.stop());

const rows = (sql: string, resident: string) =>
  withActor(
    web.ground,
    systemActor('test'),
    { kind: 'region' },
    async (trx) => (await trx.query(sql, [resident])).rows,
  );

async function supported() {
  const made = await offeredCase(web, { mail: 'anna@example.org' });
  const staff = staffOf(PLACES[0]);
  value(await engine.takeStep(web.pathways, staff, { task: made.offer, to: 'accepted' }, DOOR));
  value(await engine.takeStep(web.pathways, staff, { task: made.offer, to: 'in-progress' }, DOOR));
  const tomorrow = localDate(new Date(web.clock.now().getTime() + 2 * DAY));
  value(
    await engine.planConversation(
      web.pathways,
      coach,
      { ...made, date: tomorrow, time: '10:00', place: 'Wijkhuis', about: 'follow-up' },
      DOOR,
    ),
  );
  value(await engine.inviteFollowUp(web.pathways, coach, made, DOOR));
  return made;
}

/** The same death, through the page of the practice, of the coach, and through FHIR. */
const doors: Readonly<Record<string, (made: { resident: string; caseId: string }) => Promise<void>>> = {
  'the practice': async (made) => {
    value(await engine.reportDeath(web.pathways, nurse, { ...made, on: localDate(web.clock.now()) }, DOOR));
  },
  'the coach': async (made) => {
    value(await engine.reportDeath(web.pathways, coach, made, DOOR));
  },
  'a system, through FHIR': async ({ resident }) => {
    const read = value(await readResource(web.pathways, SYSTEM, 'Patient', resident, { door: 'fhir' }));
    const resource = { ...(JSON.parse(read.text) as Resource), deceasedDateTime: localDate(web.clock.now()) };
    const sent = { resource, text: JSON.stringify(resource) };
    value(await updateResource(web.pathways, SYSTEM, 'Patient', resident, sent, undefined, { door: 'fhir' }));
  },
};

for (const [who, tell] of Object.entries(doors))
  describe(`a death told by ${who}`, () => {
    it('stops Tasks, requests, appointments, clocks, links and post at once', async () => {
      const made = await supported();
      await web.whole.events.drain();
      await tell(made);
      const tasks = await rows(
        "select status, content from record.resource where type = 'Task' and resident_id = $1",
        made.resident,
      );
      assert.deepEqual(new Set(tasks.map((row) => row.status)), new Set(['cancelled']));
      for (const row of tasks) assert.match(row.content, /"code":"died"/);
      const requests = await rows(
        "select status from record.resource where type = 'ServiceRequest' and resident_id = $1",
        made.resident,
      );
      assert.deepEqual(new Set(requests.map((row) => row.status)), new Set(['revoked']));
      const plans = await rows(
        "select status from record.resource where type = 'Appointment' and resident_id = $1",
        made.resident,
      );
      assert.deepEqual(
        plans.map((row) => row.status),
        ['cancelled'],
      );
      const clocks = await rows(
        "select state from pathways.clock where resident_id = $1 and state in ('running', 'overdue', 'paused')",
        made.resident,
      );
      assert.deepEqual(clocks, []);
      assert.deepEqual(await rows('select 1 from pathways.invitation where resident_id = $1', made.resident), []);
      const waiting = await rows(
        'select 1 from platform.message where resident_id = $1 and sent_at is null and cancelled_at is null',
        made.resident,
      );
      assert.deepEqual(waiting, []);
    });

    it('makes no mail or letter to the resident any more, whatever day it becomes', async () => {
      const made = await supported();
      await web.whole.events.drain();
      await tell(made);
      const before = (await messagesOf(web, made.resident)).filter((one) => one.recipient_kind === 'resident').length;
      await web.whole.events.drain();
      for (let week = 0; week < 20; week += 1) {
        web.clock.advance(7 * DAY);
        await engine.sweepClocks(web.pathways);
        await remindBefore(web.pathways, PUBLIC_URL);
        await followUps(web.pathways, PUBLIC_URL);
      }
      await web.whole.events.drain();
      const to = await messagesOf(web, made.resident);
      assert.equal(to.filter((one) => one.recipient_kind === 'resident').length, before);
      const care = to.filter((one) => one.recipient_kind === 'provider' && !one.cancelled_at);
      assert.deepEqual(
        care.map((one) => one.subject),
        [`Deze hulp is gestopt (zaak ${made.number})`],
      );
      assert.match(care[0]!.body, /Bel Welzijnscoaches|Bel .*085|Bel /);
      assert.doesNotMatch(care[0]!.body, /overleden|Anna|Voorbeelda/);
      const late = to.filter((one) => one.subject.startsWith('Een termijn is voorbij') && !one.cancelled_at);
      assert.deepEqual(late, []);
    });
  });

describe('after a death', () => {
  it('the resident’s account no longer signs in, and who was signed in is out', async () => {
    const made = await supported();
    const visitor = await asResident(web, made.resident);
    assert.equal((await visitor.get('/mijn')).status, 200);
    value(await engine.reportDeath(web.pathways, coach, made, DOOR));
    assert.notEqual((await visitor.get('/mijn')).status, 200);
    await assert.rejects(async () => {
      const again = await web.signIn('resident');
      assert.equal((await again.get('/mijn')).status, 200);
    });
    value(await engine.correctDeath(web.pathways, coach, made, DOOR));
    assert.equal((await (await web.signIn('resident')).get('/mijn')).status, 200);
  });

  it('the team reads for the days of the norm and no longer; a provider reads what it had', async () => {
    const made = await supported();
    value(await engine.reportDeath(web.pathways, nurse, made, DOOR));
    web.clock.advance(41 * DAY);
    value(await engine.openCase(web.pathways, coach, made, DOOR));
    const before = value(await engine.openCase(web.pathways, coach, made, DOOR));
    assert.ok(before.row, 'the whole case');
    web.clock.advance(2 * DAY);
    const later = await engine.openCase(web.pathways, coach, made, DOOR);
    assert.ok(!later.ok || !later.value.row, 'not the running case any more');
    const late = await engine.correctDeath(web.pathways, coach, made, DOOR);
    assert.ok(!late.ok);
  });

  it('two who report it at once record it once', async () => {
    const made = await supported();
    const [one, two] = await Promise.all([
      engine.reportDeath(web.pathways, nurse, made, DOOR),
      engine.reportDeath(web.pathways, coach, made, DOOR),
    ]);
    assert.deepEqual([one.ok, two.ok].toSorted(), [false, true]);
    const lost = one.ok ? two : one;
    assert.ok(!lost.ok && lost.problem.kind === 'conflict');
  });

  it('a mistake is corrected: what was cancelled stays cancelled, and the case is opened again by hand', async () => {
    const made = await supported();
    value(await engine.reportDeath(web.pathways, nurse, made, DOOR));
    const early = await engine.reopenCase(web.pathways, coach, made, DOOR);
    assert.ok(!early.ok && early.problem.kind === 'conflict', 'not while the death stands');
    value(await engine.correctDeath(web.pathways, nurse, made, DOOR));
    const still = value(await engine.openCase(web.pathways, coach, made, DOOR));
    assert.equal(still.first?.status, 'revoked');
    value(await engine.reopenCase(web.pathways, coach, made, DOOR));
    const open = value(await engine.worklist(web.pathways, coach, { view: 'open', count: 100 }, DOOR));
    const line = open.lines.find((one) => one.case_id === made.caseId)!;
    value(await engine.takeStep(web.pathways, coach, { task: line.id, to: 'accepted' }, DOOR));
    const again = value(await engine.openCase(web.pathways, coach, made, DOOR));
    assert.equal(again.row?.closed_at, null);
    assert.equal(
      again.onward[0]?.tasks[0]?.status,
      'cancelled',
      'what was asked of a provider is not asked again by itself',
    );
    value(await engine.openCase(web.pathways, nurse, made, DOOR));
    const mine = value(await engine.ownCases(web.pathways, residentActor(made.resident), DOOR));
    assert.equal(mine.length, 1);
  });
});
