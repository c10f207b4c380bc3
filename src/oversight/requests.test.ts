import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { actor } from '../../test/support/ground.ts';
import { newcomer, PEOPLE, residentActor, testPathways } from '../../test/support/pathways.ts';
import { messagesOf, value } from '../../test/support/people.ts';
import { type PathwayGround, registerResident } from '../pathways/index.ts';
import { addDays, asLocalDate, type FixedClock, holidayCalendar, isWorkingDay, weekday } from '../platform/index.ts';
import { answerBy, extendedUntil } from './model/request.ts';
import { makeRequest, ownRequest, ownRequests, withdrawRequest } from './service/own-requests.ts';
import {
  checkIdentity,
  decideRequest,
  enterRequest,
  extendRequest,
  finishRequest,
  listRequests,
  openRequest,
} from './service/requests.ts';
import { tellResidents } from './service/tell.ts';
import { requestKey } from './store/requests.ts';

const DOOR = { door: 'page' } as const;
const OFFICER = actor({ role: 'privacy-officer', person: 'Practitioner/privacy', name: 'Fenna Proefhof' });
const { nurse, coach } = PEOPLE;

let ground: PathwayGround;
let clock: FixedClock;
let stop: () => Promise<void>;
before(async () => {
  const made = await testPathways({ at: '2026-11-23T09:00:00Z' });
  ({ ground, clock, stop } = made);
});
after(() => stop());

let people = 0;
async function resident(mail?: string): Promise<string> {
  people += 1;
  return value(
    await registerResident(
      ground,
      nurse,
      newcomer(`Vraagster${String.fromCharCode(96 + people)}`, { phone: '085 000 00 00', ...(mail ? { mail } : {}) }),
      DOOR,
    ),
  ).resident;
}

describe('the term of a request', () => {
  const holidays = () => ground.definitions.holidays;
  const rules = () => ground.definitions.region.oversight.requests;
  it('is a month, and ends on a day on which people work', () => {
    assert.equal(answerBy(asLocalDate('2026-11-23'), rules(), holidays()), '2026-12-23');
    // A Saturday, then Christmas.
    assert.equal(answerBy(asLocalDate('2026-11-14'), rules(), holidays()), '2026-12-14');
    assert.equal(answerBy(asLocalDate('2026-11-25'), rules(), holidays()), '2026-12-28');
    assert.equal(answerBy(asLocalDate('2027-01-31'), rules(), holidays()), '2027-03-01');
  });
  it('is three months once it was extended, never earlier than before, always on a working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (offset) => {
        const day = addDays(asLocalDate('2024-01-01'), offset);
        const calendar = holidayCalendar([], []);
        const [first, second] = [answerBy(day, rules(), calendar), extendedUntil(day, rules(), calendar)];
        assert.ok(first < second);
        assert.ok(isWorkingDay(first, calendar) && isWorkingDay(second, calendar));
        assert.ok(weekday(first) !== 0 && weekday(first) !== 6);
      }),
    );
  });
});

describe('a resident who asks something about their data', () => {
  it('hears that it came in and by when, and sees it at their own page and nobody else does', async () => {
    const [anna, other] = [await resident('anna@example.org'), await resident()];
    const made = value(await makeRequest(ground, residentActor(anna), { kind: 'see', said: 'Alles graag' }, DOOR));
    assert.match(made.number, /^AVG-[0-9A-Z]{3}-[0-9A-Z]{4}$/);
    assert.equal(await tellResidents(ground, 'http://x'), 1);
    assert.equal(await tellResidents(ground, 'http://x'), 0, 'once');
    const [mail] = (await messagesOf({ ground }, anna)).filter((one) => one.sender === 'Duty/privacy');
    assert.ok(mail);
    assert.ok(mail.subject.includes(made.number));
    assert.match(mail.body, /23 december 2026/);
    assert.ok(!mail.body.includes('Alles graag'), 'a mail says little');
    assert.equal(value(await ownRequests(ground, residentActor(anna), DOOR)).length, 1);
    assert.equal(value(await ownRequests(ground, residentActor(other), DOOR)).length, 0);
    const key = requestKey(made);
    for (const who of [residentActor(other), nurse, coach]) {
      const denied = await ownRequest(ground, who, key, DOOR);
      assert.ok(!denied.ok && denied.problem.kind === 'absent');
      const taken = await withdrawRequest(ground, who, key, DOOR);
      assert.ok(!taken.ok && taken.problem.kind === 'absent');
    }
    const listed = await listRequests(ground, coach, 'open', DOOR);
    assert.ok(!listed.ok && listed.problem.kind === 'absent');
  });

  it('takes it back as long as nothing was decided', async () => {
    const anna = residentActor(await resident());
    const made = value(await makeRequest(ground, anna, { kind: 'object', said: 'Ik wil dit niet' }, DOOR));
    value(await withdrawRequest(ground, anna, requestKey(made), DOOR));
    const again = await withdrawRequest(ground, anna, requestKey(made), DOOR);
    assert.ok(!again.ok && again.problem.kind === 'conflict');
  });

  it('asks about a line of their own log, and of nobody else’s', async () => {
    const anna = await resident();
    const question = { kind: 'question', said: 'Wie is dit?', about: '0'.repeat(26) } as const;
    const made = await makeRequest(ground, residentActor(anna), question, DOOR);
    assert.ok(!made.ok && made.problem.kind === 'absent');
  });

  it('has ten open at most', async () => {
    const anna = residentActor(await resident());
    for (let index = 0; index < 10; index++)
      value(await makeRequest(ground, anna, { kind: 'question', said: 'x' }, DOOR));
    const more = await makeRequest(ground, anna, { kind: 'question', said: 'x' }, DOOR);
    assert.ok(!more.ok && more.problem.kind === 'unprocessable');
  });
});

describe('the privacy officer', () => {
  const entered = async () => {
    const anna = await resident();
    return value(
      await enterRequest(
        ground,
        OFFICER,
        {
          resident: anna,
          kind: 'erase',
          via: 'phone',
          receivedOn: asLocalDate('2026-11-20'),
          said: 'Alles weg',
          identity: '',
        },
        DOOR,
      ),
    );
  };

  it('decides only once it is known who asks, and the letter has the grounds and where to complain', async () => {
    const key = await entered();
    const decided = { decision: 'refused', reasons: ['care-duty'], told: 'Dit moet blijven.', parts: [] } as const;
    const early = await decideRequest(ground, OFFICER, key, decided, DOOR);
    assert.ok(!early.ok && early.problem.kind === 'conflict');
    value(await checkIdentity(ground, OFFICER, key, 'Paspoort gezien', DOOR));
    value(await decideRequest(ground, OFFICER, key, decided, DOOR));
    await tellResidents(ground, 'http://x');
    const { request, steps } = value(await openRequest(ground, OFFICER, key, DOOR));
    assert.equal(request.state, 'done');
    assert.deepEqual(
      steps.map((step) => step.what),
      ['received', 'identity-checked', 'decided'],
    );
    const letter = (await messagesOf({ ground }, request.resident)).find((one) => one.subject.startsWith('Antwoord'));
    assert.equal(letter?.kind, 'letter');
    assert.match(letter.body, /Dit moet blijven[\s\S]*7:454[\s\S]*Autoriteit Persoonsgegevens/);
    const twice = await decideRequest(ground, OFFICER, key, decided, DOOR);
    assert.ok(!twice.ok && twice.problem.kind === 'conflict');
  });

  it('takes more time once, within the first month, and the resident is told', async () => {
    const key = await entered();
    value(await extendRequest(ground, OFFICER, key, 'Veel papieren', DOOR));
    const { request } = value(await openRequest(ground, OFFICER, key, DOOR));
    assert.equal(request.due, '2027-02-22');
    const twice = await extendRequest(ground, OFFICER, key, 'Nog meer', DOOR);
    assert.ok(!twice.ok && twice.problem.kind === 'conflict');
    const late = await entered();
    clock.advance(40 * 86_400_000);
    const tooLate = await extendRequest(ground, OFFICER, late, 'Vergeten', DOOR);
    assert.ok(!tooLate.ok && tooLate.problem.kind === 'conflict');
  });

  it('and a colleague who decide at the same moment decide once', async () => {
    const key = await entered();
    value(await checkIdentity(ground, OFFICER, key, 'Teruggebeld', DOOR));
    const decide = (decision: 'granted' | 'refused') =>
      decideRequest(ground, OFFICER, key, { decision, reasons: ['care-duty'], told: decision, parts: [] }, DOOR);
    const both = await Promise.all([decide('granted'), decide('refused')]);
    assert.equal(both.filter((one) => one.ok).length, 1);
  });

  it('closes a request that was granted once it has been carried out', async () => {
    const key = await entered();
    value(await checkIdentity(ground, OFFICER, key, 'Teruggebeld', DOOR));
    const early = await finishRequest(ground, OFFICER, key, 'Gedaan', DOOR);
    assert.ok(!early.ok && early.problem.kind === 'conflict');
    value(await decideRequest(ground, OFFICER, key, { decision: 'granted', reasons: [], told: 'Ja', parts: [] }, DOOR));
    value(await finishRequest(ground, OFFICER, key, 'Gedaan', DOOR));
    assert.ok(value(await listRequests(ground, OFFICER, 'closed', DOOR)).some((one) => requestKey(one) === key));
  });
});
