import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, residentActor, staffOf } from '../../../test/support/pathways.ts';
import {
  messagesOf,
  offeredCase,
  offerFor,
  type PeopleWeb,
  PLACES,
  PUBLIC_URL,
  peopleWeb,
  value,
} from '../../../test/support/people.ts';
import { systemActor, withActor } from '../../platform/index.ts';
import * as engine from '../index.ts';
import { followUps } from './follow-up.ts';
import { remindBefore, takeBackStale } from './reminders.ts';

const DOOR = { door: 'page' } as const;
const { nurse } = PEOPLE;
const DAY = 86_400_000;
let web: PeopleWeb;
before(async () => {
  web = await peopleWeb();
});
after(() => web.stop());

type Message = Awaited<ReturnType<typeof messagesOf>>[number];
const deliver = () => web.whole.events.drain();
const later = (days: number) => web.clock.advance(days * DAY);
const subjectsTo = (messages: readonly Message[], kind: string) =>
  messages.filter((one) => one.recipient_kind === kind && !one.cancelled_at).map((one) => one.subject);
const followUpsIn = (messages: readonly Message[]) =>
  messages.filter((one) => one.event_id.startsWith('follow-up') && one.recipient_kind === 'resident');

/** Somebody whose support began. */
async function supported(mail?: string) {
  const made = await offeredCase(web, mail ? { mail } : {});
  const staff = staffOf(PLACES[0]);
  value(await engine.takeStep(web.pathways, staff, { task: made.offer, to: 'accepted' }, DOOR));
  value(await engine.takeStep(web.pathways, staff, { task: made.offer, to: 'in-progress' }, DOOR));
  await deliver();
  return made;
}

describe('a message', () => {
  it('tells who must act that there is something, and never whom it concerns or why', async () => {
    const made = await offeredCase(web, { mail: 'anna@example.org' });
    await deliver();
    const messages = await messagesOf(web, made.resident);
    assert.deepEqual(subjectsTo(messages, 'team'), [], 'answered before it was delivered');
    assert.deepEqual(subjectsTo(messages, 'provider'), [`Er staat een nieuwe aanmelding klaar (zaak ${made.number})`]);
    assert.deepEqual(subjectsTo(messages, 'practice'), [`Uw verwijzing is aangenomen (zaak ${made.number})`]);
    const needs = web.pathways.definitions.region.needs.map((need) => need.label);
    for (const { subject, body, recipient_kind } of messages) {
      const text = `${subject}\n${body}`;
      for (const secret of ['Vaak alleen', 'te voet', 'Psychosociaal', 'Eettafel', '1948', ...needs])
        assert.ok(!text.includes(secret), `${secret} in: ${text}`);
      if (recipient_kind !== 'resident') assert.doesNotMatch(text, /Anna|Voorbeelda/);
    }
  });

  it('goes by letter to who has no mail, and by mail to who has', async () => {
    const [paper, mail] = [await offeredCase(web), await offeredCase(web, { mail: 'anna@example.org' })];
    await deliver();
    const kinds = async (resident: string) =>
      new Set(
        (await messagesOf(web, resident)).filter((one) => one.recipient_kind === 'resident').map((one) => one.kind),
      );
    assert.deepEqual(await kinds(paper.resident), new Set(['letter']));
    assert.deepEqual(await kinds(mail.resident), new Set(['mail']));
  });

  it('is in English for who understands that best, and in Dutch for everybody else', async () => {
    const [english, polish] = [
      await offeredCase(web, { language: 'en' }),
      await offeredCase(web, { language: 'pl', mail: 'ania@example.org' }),
    ];
    await deliver();
    const [letter] = (await messagesOf(web, english.resident)).filter((one) => one.recipient_kind === 'resident');
    assert.match(letter?.subject ?? '', /^There is news about your request at /);
    assert.match(letter?.body ?? '', /^Dear Anna.*Kind regards,/s);
    const [mail] = (await messagesOf(web, polish.resident)).filter((one) => one.recipient_kind === 'resident');
    assert.match(mail?.body ?? '', /^Beste lezer,/);
    // A mailbox of an organisation is read by people who work in Dutch.
    assert.ok(
      subjectsTo(await messagesOf(web, english.resident), 'provider').every((one) => one.startsWith('Er staat')),
    );
  });

  it('is made once, however often its event is delivered', async () => {
    const made = await offeredCase(web);
    await deliver();
    const once = await messagesOf(web, made.resident);
    await withActor(web.ground, systemActor('test'), { kind: 'region' }, (trx) =>
      trx.query("update platform.outbox set delivered_at = null, delivered_to = '{}' where resident_id = $1", [
        made.resident,
      ]),
    );
    await deliver();
    assert.deepEqual(
      (await messagesOf(web, made.resident))
        .map((one) => one.event_id)
        .filter((id) => !once.some((had) => had.event_id === id)),
      [],
    );
    assert.equal((await messagesOf(web, made.resident)).length, once.length);
  });

  it('tells everyone who saw a mistake that it was one, each of them once', async () => {
    const made = await offeredCase(web, { mail: 'anna@example.org' });
    value(
      await engine.takeStep(
        web.pathways,
        staffOf(PLACES[0]),
        { task: made.offer, to: 'rejected', reason: 'full' },
        DOOR,
      ),
    );
    await deliver();
    value(await engine.undoReferral(web.pathways, nurse, { ...made, reason: 'wrong-resident' }, DOOR));
    await deliver();
    const told = (await messagesOf(web, made.resident)).filter((one) => one.event_id === `undone-${made.caseId}`);
    const recipients = told.map((one) => one.recipient);
    assert.equal(new Set(recipients).size, recipients.length);
    assert.deepEqual(
      new Set(told.map((one) => one.recipient_kind)),
      new Set(['practice', 'team', 'provider', 'resident']),
    );
  });

  it('tells a place that did not answer in time that it no longer has to, and the next that there is something', async () => {
    const made = await offeredCase(web);
    await deliver();
    later(14);
    await engine.sweepClocks(web.pathways);
    await deliver();
    assert.ok(await offerFor(web, PLACES[1], made.caseId));
    const messages = await messagesOf(web, made.resident);
    assert.ok(
      subjectsTo(messages, 'provider').some((subject) => subject.startsWith('Een aanmelding ligt niet meer bij u')),
    );
    assert.ok(subjectsTo(messages, 'team').some((subject) => subject.startsWith('Een termijn is voorbij')));
  });
});

describe('a letter', () => {
  it('is out of reach of the database for another team: neither read nor marked as sent', async () => {
    const made = await offeredCase(web);
    await deliver();
    const reach = (who: Parameters<typeof withActor>[1]) =>
      withActor(web.ground, who, { kind: 'none' }, async (trx) => {
        const seen = await trx.query('select 1 from platform.message where resident_id = $1', [made.resident]);
        const marked = await trx.query('update platform.message set sent_at = now() where resident_id = $1', [
          made.resident,
        ]);
        return [seen.rowCount, marked.rowCount].map((count) => (count ?? 0) > 0);
      });
    assert.deepEqual(await reach(PEOPLE.otherCoach), [false, false]);
    assert.deepEqual(await reach(staffOf(PLACES[0])), [false, false]);
    assert.deepEqual(await reach(PEOPLE.coach), [true, true]);
  });
});

describe('a reminder', () => {
  it('comes once before the last day, and not at all when the thing is done', async () => {
    const made = await offeredCase(web);
    await deliver();
    later(5);
    await Promise.all([remindBefore(web.pathways, PUBLIC_URL), remindBefore(web.pathways, PUBLIC_URL)]);
    await remindBefore(web.pathways, PUBLIC_URL);
    const soon = (messages: readonly Message[]) =>
      messages.filter(
        (one) => one.subject.startsWith('Een zaak vraagt binnenkort') && one.recipient_kind === 'provider',
      );
    assert.equal(soon(await messagesOf(web, made.resident)).length, 1);
    value(await engine.takeStep(web.pathways, staffOf(PLACES[0]), { task: made.offer, to: 'accepted' }, DOOR));
    await takeBackStale(web.pathways);
    assert.ok(soon(await messagesOf(web, made.resident))[0]?.cancelled_at, 'it waited and no longer holds');
  });
});

describe('a norm that passed', () => {
  it('is told to the team and to whose turn it is, not to a place that only helps', async () => {
    const made = await supported();
    later(120);
    await engine.sweepClocks(web.pathways);
    await deliver();
    const late = (await messagesOf(web, made.resident)).filter((one) =>
      one.subject.startsWith('Een termijn is voorbij'),
    );
    assert.ok(late.some((one) => one.recipient_kind === 'team'));
    assert.ok(!late.some((one) => one.recipient_kind === 'provider'), 'looking back is the coach’s');
  });
});

describe('the questions after three months', () => {
  it('are sent once by mail with a link, even when two processes sweep at the same time', async () => {
    const made = await supported('anna@example.org');
    later(60);
    await followUps(web.pathways, PUBLIC_URL);
    assert.equal(followUpsIn(await messagesOf(web, made.resident)).length, 0, 'too early');
    later(30);
    await Promise.all([followUps(web.pathways, PUBLIC_URL), followUps(web.pathways, PUBLIC_URL)]);
    await followUps(web.pathways, PUBLIC_URL);
    const sent = followUpsIn(await messagesOf(web, made.resident));
    assert.equal(sent.length, 1);
    const token = /\/vragen\/([\w-]+)/.exec(sent[0]!.body)?.[1];
    assert.ok(token);
    value(await engine.openInvitation(web.pathways, token));
    later(6);
    await followUps(web.pathways, PUBLIC_URL);
    assert.equal(followUpsIn(await messagesOf(web, made.resident)).length, 1, 'a week has not passed');
    later(2);
    await Promise.all([followUps(web.pathways, PUBLIC_URL), followUps(web.pathways, PUBLIC_URL)]);
    await followUps(web.pathways, PUBLIC_URL);
    const again = followUpsIn(await messagesOf(web, made.resident));
    assert.equal(again.length, 2);
    assert.ok(again[1]!.body.includes(token), 'the same link');
    later(7);
    await followUps(web.pathways, PUBLIC_URL);
    assert.equal(followUpsIn(await messagesOf(web, made.resident)).length, 2, 'the one reminder is the last');
  });

  it('go on paper to who has no mail', async () => {
    const made = await supported();
    later(88);
    await followUps(web.pathways, PUBLIC_URL);
    const [letter] = followUpsIn(await messagesOf(web, made.resident));
    assert.equal(letter?.kind, 'letter');
    assert.doesNotMatch(letter.body, /https?:/);
  });

  it('are not asked again of who answered, and what waits is taken back', async () => {
    const made = await supported('anna@example.org');
    later(88);
    await followUps(web.pathways, PUBLIC_URL);
    const [sent] = followUpsIn(await messagesOf(web, made.resident));
    const token = /\/vragen\/([\w-]+)/.exec(sent!.body)![1]!;
    value(await engine.answerInvitation(web.pathways, token, { 'well-being': { happy: 7 } }, DOOR));
    await takeBackStale(web.pathways);
    later(8);
    await followUps(web.pathways, PUBLIC_URL);
    const all = followUpsIn(await messagesOf(web, made.resident));
    assert.equal(all.length, 1);
    assert.ok(all[0]!.cancelled_at);
  });

  it('are never asked of who withdrew', async () => {
    const made = await supported('anna@example.org');
    value(
      await engine.withdrawReferral(
        web.pathways,
        residentActor(made.resident),
        { ...made, reason: 'Ik wil dit niet meer' },
        DOOR,
      ),
    );
    await deliver();
    later(120);
    await followUps(web.pathways, PUBLIC_URL);
    await remindBefore(web.pathways, PUBLIC_URL);
    const messages = await messagesOf(web, made.resident);
    assert.deepEqual(followUpsIn(messages), []);
    assert.ok(subjectsTo(messages, 'resident').includes('Wij hebben uw keuze verwerkt'));
    assert.ok(subjectsTo(messages, 'provider').some((subject) => subject.startsWith('Een aanmelding is ingetrokken')));
  });

  it('asked already, are taken back from who withdraws before the mail left', async () => {
    const made = await supported('anna@example.org');
    later(88);
    await followUps(web.pathways, PUBLIC_URL);
    value(
      await engine.withdrawReferral(
        web.pathways,
        residentActor(made.resident),
        { ...made, reason: 'Ik wil dit niet meer' },
        DOOR,
      ),
    );
    await deliver();
    assert.ok(followUpsIn(await messagesOf(web, made.resident)).every((one) => one.cancelled_at));
  });
});
