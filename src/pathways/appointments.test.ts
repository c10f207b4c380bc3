import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, residentActor } from '../../test/support/pathways.ts';
import { messagesOf, type PeopleWeb, PUBLIC_URL, peopleWeb, spokenCase, value } from '../../test/support/people.ts';
import { asLocalDate } from '../platform/index.ts';
import * as engine from './index.ts';
import { remindAppointments } from './messages/appointment-reminders.ts';
import { calendarFile } from './messages/calendar.ts';

const DOOR = { door: 'page' } as const;
const DAY = 86_400_000;
const { coach, otherCoach } = PEOPLE;
let web: PeopleWeb;
before(async () => {
  web = await peopleWeb();
});
after(() => web.stop());

type Made = { readonly resident: string; readonly caseId: string };
const plan = (made: Made, date: string, time: string) =>
  engine.planConversation(
    web.pathways,
    coach,
    { ...made, date: asLocalDate(date), time, place: 'Wijkhuis', about: 'conversation', way: 'office', minutes: 60 },
    DOOR,
  );
const appointmentOf = async (made: Made) =>
  value(await engine.openCase(web.pathways, coach, made, DOOR)).appointments.at(-1)!;

describe('an appointment', () => {
  it('that meets another of the same coach is told, and made', async () => {
    const [one, two] = [await spokenCase(web), await spokenCase(web)];
    assert.deepEqual(value(await plan(one, '2026-12-01', '10:00')).clashes, []);
    assert.equal(value(await plan(two, '2026-12-01', '10:30')).clashes.length, 1);
    assert.deepEqual(value(await plan(two, '2026-12-01', '12:00')).clashes, [], 'one after the other is no clash');
  });

  it('is the hour people mean, before and after the clock changes', async () => {
    const made = await spokenCase(web);
    value(await plan(made, '2027-03-27', '10:00'));
    const winter = (await appointmentOf(made)).start;
    value(await plan(made, '2027-03-29', '10:00'));
    assert.deepEqual(
      [winter, (await appointmentOf(made)).start],
      ['2027-03-27T09:00:00.000Z', '2027-03-29T08:00:00.000Z'],
    );
  });

  it('moves, and is off, with one message each that says nothing of why', async () => {
    const made = await spokenCase(web, { mail: 'anna@example.org' });
    const { id } = value(await plan(made, '2026-12-08', '10:00'));
    await web.whole.events.drain();
    value(
      await engine.changeAppointment(
        web.pathways,
        coach,
        { ...made, appointment: id, date: asLocalDate('2026-12-09'), time: '11:00', place: 'Thuis' },
        DOOR,
      ),
    );
    await web.whole.events.drain();
    value(await engine.cancelAppointment(web.pathways, coach, { ...made, appointment: id, reason: 'resident' }, DOOR));
    assert.equal(
      (await engine.cancelAppointment(web.pathways, coach, { ...made, appointment: id }, DOOR)).ok,
      false,
      'once',
    );
    await web.whole.events.drain();
    const told = (await messagesOf(web, made.resident)).filter((one) => /afspraak/i.test(one.subject));
    assert.deepEqual(
      told.map((one) => one.subject.replace(/met .*?(?= is| gaat|$)/, '…')),
      ['U hebt een afspraak …', 'Uw afspraak … is veranderd', 'Uw afspraak … gaat niet door'],
    );
    assert.match(told[1]!.body, /woensdag 9 december om 11:00/);
    for (const { body } of told) assert.doesNotMatch(body, /resident|brede|De inwoner kan niet|Wijkhuis/);
  });

  it('is reminded of once, two days before, and not when it was made within those days or is off', async () => {
    const [made, late, off] = [await spokenCase(web), await spokenCase(web), await spokenCase(web)];
    const now = web.clock.now();
    const on = new Date(now.getTime() + 6 * DAY).toISOString().slice(0, 10);
    value(await plan(made, on, '10:00'));
    const { id } = value(await plan(off, on, '13:00'));
    const soon = async (of: Made) =>
      (await messagesOf(web, of.resident)).filter((one) => one.event_id.startsWith('soon-'));
    web.clock.advance(3 * DAY);
    await remindAppointments(web.pathways, PUBLIC_URL);
    assert.equal((await soon(made)).length, 0, 'too early');
    web.clock.advance(DAY);
    value(await plan(late, on, '15:00'));
    await Promise.all([remindAppointments(web.pathways, PUBLIC_URL), remindAppointments(web.pathways, PUBLIC_URL)]);
    await remindAppointments(web.pathways, PUBLIC_URL);
    assert.deepEqual([(await soon(made)).length, (await soon(late)).length, (await soon(off)).length], [1, 0, 1]);
    value(await engine.cancelAppointment(web.pathways, coach, { ...off, appointment: id }, DOOR));
    await web.whole.events.drain();
    assert.ok((await soon(off))[0]!.cancelled_at, 'what reminded of it is taken back');
  });

  it('to which the resident did not come is kept when its time has come, by the team', async () => {
    const made = await spokenCase(web);
    const on = new Date(web.clock.now().getTime() + DAY).toISOString().slice(0, 10);
    const { id } = value(await plan(made, on, '10:00'));
    const settle = (who: typeof coach) =>
      engine.settleAppointment(web.pathways, who, { ...made, appointment: id, came: false }, DOOR);
    assert.equal((await settle(coach)).ok, false, 'not before');
    web.clock.advance(2 * DAY);
    assert.equal((await settle(otherCoach)).ok, false, 'not by another team');
    const both = await Promise.all([settle(coach), settle(coach)]);
    assert.equal(both.filter((one) => one.ok).length, 1);
    assert.equal((await appointmentOf(made)).status, 'noshow');
    const own = value(await engine.openCase(web.pathways, residentActor(made.resident), made, DOOR));
    assert.equal(own.appointments.at(-1)?.status, 'noshow');
  });
});

describe('the calendar file', () => {
  const appointment = {
    resourceType: 'Appointment',
    id: `${'a'.repeat(32)}-01m83t4cm05ye3ztkchgbhrs72`,
    status: 'booked',
    start: '2027-03-29T08:00:00.000Z',
    end: '2027-03-29T09:00:00.000Z',
  };
  const file = (more: Record<string, unknown>, version: number, title = 'Afspraak met Voorbeeld Welzijn') =>
    calendarFile(
      { ...appointment, ...more },
      {
        title,
        place: 'Wijkhuis; kamer 2, boven',
        version,
        now: new Date('2027-03-01T10:00:00Z'),
      },
    );
  const lineOf = (text: string, name: string) =>
    new RegExp(`^${name}[^:\\r\\n]*:(.*)$`, 'm').exec(text.replaceAll('\r\n ', ''))?.[1]?.trim();

  it('is one event in every version, and says when it is off', () => {
    const [first, moved, off] = [
      file({}, 1),
      file({ start: '2027-03-30T08:00:00.000Z' }, 2),
      file({ status: 'cancelled' }, 3),
    ];
    assert.equal(new Set([first, moved, off].map((one) => lineOf(one, 'UID'))).size, 1);
    assert.deepEqual(
      [first, moved, off].map((one) => lineOf(one, 'SEQUENCE')),
      ['0', '1', '2'],
    );
    assert.deepEqual([lineOf(first, 'METHOD'), lineOf(off, 'METHOD')], ['PUBLISH', 'CANCEL']);
    assert.equal(lineOf(off, 'STATUS'), 'CANCELLED');
    assert.equal(lineOf(first, 'DTSTART'), '20270329T080000Z');
    assert.ok(!first.includes('a'.repeat(32)), 'the id of nobody is in it');
  });

  it('keeps to the lines of the standard, also with long and odd words', () => {
    const text = file({}, 1, `Afspraak met ${'Zeer Lange Naam '.repeat(12)}, ü; \\ einde`);
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(!/(?<!\r)\n/.test(text), 'every line ends as the standard asks');
    assert.equal(lineOf(text, 'LOCATION'), 'Wijkhuis\\; kamer 2\\, boven');
  });
});
