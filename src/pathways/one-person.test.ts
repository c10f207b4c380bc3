import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, residentActor, staffOf } from '../../test/support/pathways.ts';
import {
  asResident,
  messagesOf,
  offeredCase,
  type PeopleWeb,
  PLACES,
  peopleWeb,
  value,
} from '../../test/support/people.ts';
import type { Visitor } from '../../test/support/web.ts';
import { makeRequest, ownRequest, ownRequests, withdrawRequest } from '../oversight/service/own-requests.ts';
import { localDate, systemActor, withActor } from '../platform/index.ts';
import * as engine from './index.ts';
import { everythingAbout } from './read/everything.ts';
import { ownConsents, whoLooked } from './read/own.ts';
import { ownProgress } from './read/own-progress.ts';
import { readTimeline } from './read/timeline.ts';

/** Two records of one person: what is read of the one is read of both, by the resident and by who has a right to each. */
const DOOR = { door: 'page' } as const;
const DAY = 86_400_000;
const { nurse, coach, otherNurse } = PEOPLE;
let web: PeopleWeb;
before(async () => {
  web = await peopleWeb();
});
after(() => web.stop());

type One = Awaited<ReturnType<typeof offeredCase>>;

/** Somebody with a case in which there is one of everything, named after `mark`. */
async function lived(mark: string): Promise<One> {
  const made = await offeredCase(web, { mail: `${mark}@example.org` });
  const own = residentActor(made.resident);
  const day = localDate(new Date(web.clock.now().getTime() + 3 * DAY));
  const meeting = { ...made, date: day, time: '10:00', place: `Wijkhuis ${mark}`, about: 'follow-up' } as const;
  value(await engine.addOwnGoal(web.pathways, own, `Doel van ${mark}`, DOOR));
  value(await engine.sendMessage(web.pathways, coach, { ...made, text: `Bericht aan ${mark}` }, DOOR));
  value(await engine.planConversation(web.pathways, coach, meeting, DOOR));
  value(await engine.openCase(web.pathways, coach, made, DOOR));
  value(await makeRequest(web.pathways, own, { kind: 'question', said: `Vraag van ${mark}` }, DOOR));
  web.clock.advance(1000);
  return made;
}
const merge = async (ends: One, goesOn: One) =>
  value(await engine.mergeRecords(web.pathways, nurse, { ends, goesOn, checked: true }, DOOR));
const part = async (one: One, other: One) =>
  value(await engine.unmergeRecords(web.pathways, nurse, { one, other }, DOOR));
/** The resident, signed in by one of the records, takes back the yes of this kind, in whichever record it stands. */
async function withdraws(own: ReturnType<typeof residentActor>, records: readonly One[], kind: string): Promise<void> {
  const agreed = value(await ownConsents(web.pathways, own, DOOR)) as readonly {
    id?: string;
    policyRule?: { text?: string };
  }[];
  const consent = agreed.find((one) => one.policyRule?.text?.startsWith(kind))!.id!;
  const { resident } = records.find((one) => consent.startsWith(one.resident.replaceAll('-', '')))!;
  value(await engine.withdrawConsent(web.pathways, own, { resident, consent }, DOOR));
}
const rows = (sql: string, residents: readonly string[]) =>
  withActor(
    web.ground,
    systemActor('test'),
    { kind: 'region' },
    async (trx) => (await trx.query(sql, [residents])).rows,
  );
const openOf = async (one: One) =>
  rows(
    `select type, id from record.resource where resident_id = any ($1::uuid[]) and (
       (type = 'Task' and status in ('requested', 'accepted', 'in-progress', 'on-hold')) or
       (type = 'ServiceRequest' and status in ('active', 'on-hold', 'draft')))`,
    [one.resident],
  );

/** What the resident who signs in by this record reads on each page of theirs. */
async function pagesOf(visitor: Visitor): Promise<Readonly<Record<string, string>>> {
  const read: Record<string, string> = {};
  for (const path of ['doelen', 'berichten', 'toestemming', 'inzage', 'verzoeken', 'alles', 'alles.json'])
    read[path] = await (await visitor.get(`/mijn/${path}`)).text();
  return read;
}

describe('two records of one person', () => {
  it('are one on every page of the resident, by whichever record they sign in, and two again when taken apart', async () => {
    const [ends, goesOn] = [await lived('eerste'), await lived('tweede')];
    await merge(ends, goesOn);
    for (const one of [ends, goesOn]) {
      const visitor = await asResident(web, one.resident);
      const read = await pagesOf(visitor);
      for (const mark of ['eerste', 'tweede']) {
        assert.match(read.doelen!, new RegExp(`Doel van ${mark}`));
        for (const place of ['alles', 'alles.json'])
          for (const what of [`Doel van ${mark}`, `Bericht aan ${mark}`, `Wijkhuis ${mark}`])
            assert.match(read[place]!, new RegExp(what), `${place}: ${what}`);
      }
      for (const each of [ends, goesOn])
        assert.ok(read['alles.json']!.includes(`"Patient/${each.resident}"`), 'who looked at each comes along');
      assert.equal(read.berichten!.match(/\/mijn\/berichten\/[0-9a-f]{32}-/g)?.length, 2);
      assert.equal(read.verzoeken!.match(/\/mijn\/verzoeken\/[0-9a-f]{32}-/g)?.length, 2);
      const home = await (await visitor.get('/mijn')).text();
      assert.match(home, /\?zaak=/, 'the other case is one click away');
    }
    await part(ends, goesOn);
    const read = await pagesOf(await asResident(web, ends.resident));
    for (const [place, text] of Object.entries(read)) {
      assert.doesNotMatch(text, /tweede/, place);
      // That the other looked while they were one stays in the log.
      if (place !== 'alles.json') assert.ok(!text.includes(goesOn.resident), place);
    }
    assert.match(read.doelen!, /Doel van eerste/);
  });

  it('answer the same whoever of the two asks: agreements, goals, messages, requests, who looked, everything', async () => {
    const [ends, goesOn] = [await lived('derde'), await lived('vierde')];
    await merge(ends, goesOn);
    const answers = async (one: One) => {
      const own = residentActor(one.resident);
      const all = value(await everythingAbout(web.pathways, own, one.resident, DOOR));
      return {
        consents: value(await ownConsents(web.pathways, own, DOOR)).map((each) => each.id),
        goals: value(await ownProgress(web.pathways, own, DOOR)).goals.map((each) => each.id),
        threads: value(await engine.ownThreads(web.pathways, own, DOOR)).map((each) => each.id),
        requests: value(await ownRequests(web.pathways, own, DOOR)).map((each) => each.id),
        looks: value(await whoLooked(web.pathways, own, undefined, DOOR)).looks.map((each) => each.id),
        resources: all.texts.map((each) => each.id).toSorted(),
        sent: all.sent.map((each) => each.id),
        unread: (await engine.atAGlance(web.pathways, own)).unread,
      };
    };
    const [one, two] = [await answers(ends), await answers(goesOn)];
    assert.deepEqual(one, two);
    assert.equal(one.unread, 2);
    assert.ok(one.looks.length > 0);
    const held = async (type: string) =>
      (await rows(`select id from record.resource where type = '${type}' and resident_id = any ($1::uuid[])`, [
        ends.resident,
        goesOn.resident,
      ])) as { id: string }[];
    assert.deepEqual(new Set(one.consents), new Set((await held('Consent')).map((each) => each.id)));
    assert.equal(one.goals.length, 2);
    const logged = await rows(
      `select distinct resident_id from platform.audit where resident_id = any ($1::uuid[]) and action = 'exported' and person = 'Patient/${ends.resident}'`,
      [ends.resident, goesOn.resident],
    );
    assert.equal(logged.length, 2, 'reading both is in the log of both');
  });

  it('are one timeline to a coach of both, and to a provider of one no more than that one', async () => {
    const [ends, goesOn] = [await lived('vijfde'), await lived('zesde')];
    await merge(ends, goesOn);
    const texts = async (anchor: Parameters<typeof readTimeline>[2]['anchor'], actor = coach) => {
      const read = await readTimeline(web.pathways, actor, { anchor }, DOOR);
      return read.ok ? JSON.stringify(read.value.moments) : '';
    };
    for (const one of [ends, goesOn]) {
      const seen = await texts({ type: 'ServiceRequest', id: one.caseId });
      for (const mark of ['vijfde', 'zesde']) assert.ok(seen.includes(`Wijkhuis ${mark}`), mark);
      assert.equal(await texts({ type: 'ServiceRequest', id: one.caseId }, otherNurse), '');
    }
    const staff = staffOf(PLACES[0]);
    value(await engine.takeStep(web.pathways, staff, { task: ends.offer, to: 'accepted' }, DOOR));
    value(
      await engine.takeStep(
        web.pathways,
        staffOf(PLACES[0]),
        { task: goesOn.offer, to: 'rejected', reason: 'full' },
        DOOR,
      ),
    );
    const seen = await texts({ type: 'Task', id: ends.offer }, staffOf(PLACES[0]));
    assert.doesNotMatch(seen, /zesde/);
  });

  it('take one request to the privacy officer from either side, and take it back', async () => {
    const [ends, goesOn] = [await lived('zevende'), await lived('achtste')];
    await merge(ends, goesOn);
    const asked = value(await ownRequests(web.pathways, residentActor(ends.resident), DOOR)).find(
      (one) => one.resident === goesOn.resident,
    )!;
    const key = `${goesOn.resident.replaceAll('-', '')}-${asked.id}`;
    value(await ownRequest(web.pathways, residentActor(ends.resident), key, DOOR));
    value(await withdrawRequest(web.pathways, residentActor(ends.resident), key, DOOR));
    await part(ends, goesOn);
    assert.ok(!(await ownRequest(web.pathways, residentActor(ends.resident), key, DOOR)).ok);
  });

  it('close together: a yes withdrawn in the one is withdrawn in the other, at once', async () => {
    const [ends, goesOn] = [await lived('negende'), await lived('tiende')];
    await merge(ends, goesOn);
    const own = residentActor(ends.resident);
    await withdraws(own, [ends, goesOn], 'lifting-secrecy');
    for (const one of [ends, goesOn]) {
      assert.deepEqual(await openOf(one), [], 'nothing runs on');
      const late = await engine.recordContact(web.pathways, coach, { ...one, kind: 'phone', outcome: 'spoken' }, DOOR);
      assert.ok(!late.ok, 'the team comes too late in both');
      const offer = await engine.takeStep(web.pathways, staffOf(PLACES[0]), { task: one.offer, to: 'accepted' }, DOOR);
      assert.ok(!offer.ok, 'and so does the place that was asked');
    }
  });

  it('of which a yes to another party is withdrawn, keep what does not hang on it', async () => {
    const [ends, goesOn] = [await lived('elfde'), await lived('twaalfde')];
    await merge(ends, goesOn);
    const own = residentActor(goesOn.resident);
    await withdraws(own, [ends, goesOn], 'passing-on');
    for (const one of [ends, goesOn]) {
      value(await engine.recordContact(web.pathways, coach, { ...one, kind: 'phone', outcome: 'spoken' }, DOOR));
      const offer = await engine.takeStep(web.pathways, staffOf(PLACES[0]), { task: one.offer, to: 'accepted' }, DOOR);
      assert.ok(!offer.ok, 'the place is asked no more, in neither');
    }
  });

  it('change together what the resident says of themself: where they live, and how they are helped', async () => {
    const [ends, goesOn] = [await lived('dertiende'), await lived('veertiende')];
    await merge(ends, goesOn);
    const details = { phone: '085 000 00 55', mail: '', street: 'Nieuwelaan 5', postcode: '7511 AB', city: 'Enschede' };
    value(
      await engine.correctDetails(
        web.pathways,
        residentActor(ends.resident),
        { resident: ends.resident, details },
        DOOR,
      ),
    );
    const patients = (await rows(
      "select content from record.resource where type = 'Patient' and resident_id = any ($1::uuid[])",
      [ends.resident, goesOn.resident],
    )) as { content: string }[];
    for (const { content } of patients) assert.match(content, /Nieuwelaan 5/);
  });
});

describe('a death of a person with two records', () => {
  it('recorded on the one ends cases, clocks, letters, messages and links of the other, and nobody signs in as either', async () => {
    const [ends, goesOn] = [await lived('vijftiende'), await lived('zestiende')];
    await merge(ends, goesOn);
    for (const one of [ends, goesOn]) value(await engine.inviteFollowUp(web.pathways, coach, one, DOOR));
    const visitor = await asResident(web, goesOn.resident);
    await web.whole.events.drain();
    value(await engine.reportDeath(web.pathways, nurse, { ...ends, on: localDate(web.clock.now()) }, DOOR));
    for (const one of [ends, goesOn]) {
      assert.deepEqual(await openOf(one), []);
      for (const left of [
        "select 1 from pathways.clock where state in ('running', 'overdue', 'paused') and resident_id = any ($1::uuid[])",
        'select 1 from pathways.invitation where used_at is null and resident_id = any ($1::uuid[])',
        'select 1 from platform.message where sent_at is null and cancelled_at is null and resident_id = any ($1::uuid[])',
        "select 1 from record.resource where type = 'Appointment' and status = 'booked' and resident_id = any ($1::uuid[])",
        'select 1 from platform."grant" where relation = \'self\' and closed_at is null and resident_id = any ($1::uuid[])',
      ])
        assert.deepEqual(await rows(left, [one.resident]), [], left);
    }
    assert.notEqual((await visitor.get('/mijn')).status, 200, 'who was signed in is out');
    const toResident = async () =>
      (await messagesOf(web, goesOn.resident)).filter((one) => one.recipient_kind === 'resident').length;
    const before = await toResident();
    await web.whole.events.drain();
    assert.equal(await toResident(), before, 'nothing is written to them any more');
  });

  it('that was a mistake is a mistake in both', async () => {
    const [ends, goesOn] = [await lived('zeventiende'), await lived('achttiende')];
    await merge(ends, goesOn);
    value(await engine.reportDeath(web.pathways, coach, ends, DOOR));
    value(await engine.correctDeath(web.pathways, coach, goesOn, DOOR));
    const deceased = 'select 1 from record.person where deceased and resident_id = any ($1::uuid[])';
    assert.deepEqual(await rows(deceased, [ends.resident, goesOn.resident]), []);
    for (const one of [ends, goesOn]) {
      const own = value(await engine.ownCases(web.pathways, residentActor(one.resident), DOOR));
      assert.equal(own.length, 2, 'and they are one person still');
      value(await engine.reopenCase(web.pathways, coach, one, DOOR));
    }
  });

  it('goes along when the records are merged afterwards, and stays with the one when they are taken apart', async () => {
    const [died, lives] = [await lived('negentiende'), await lived('twintigste')];
    value(await engine.reportDeath(web.pathways, nurse, died, DOOR));
    await merge(lives, died);
    assert.deepEqual(await openOf(lives), []);
    await part(lives, died);
    const deceased = 'select resident_id from record.person where deceased and resident_id = any ($1::uuid[])';
    assert.deepEqual(await rows(deceased, [died.resident, lives.resident]), [{ resident_id: died.resident }]);
    value(await engine.ownCases(web.pathways, residentActor(lives.resident), DOOR));
  });

  it('told of both at once by two people is recorded once in each, and neither waits for the other', async () => {
    const [ends, goesOn] = [await lived('eenentwintigste'), await lived('tweeentwintigste')];
    await merge(ends, goesOn);
    const told = await Promise.all([
      engine.reportDeath(web.pathways, nurse, ends, DOOR),
      engine.reportDeath(web.pathways, coach, goesOn, DOOR),
      engine.recordContact(web.pathways, coach, { ...ends, kind: 'phone', outcome: 'spoken' }, DOOR),
    ]);
    assert.deepEqual(
      told
        .slice(0, 2)
        .map((one) => one.ok)
        .toSorted(),
      [false, true],
    );
    for (const one of [ends, goesOn]) assert.deepEqual(await openOf(one), []);
  });
});
