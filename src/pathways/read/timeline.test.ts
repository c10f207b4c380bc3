import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, staffOf, testPathways } from '../../../test/support/pathways.ts';
import { addDays, type FixedClock, localDate, type Result } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';
import * as engine from '../index.ts';
import { momentRows } from '../pages/shared/timeline/presenter.ts';
import { casesAway, handOverCases } from '../service/staff.ts';
import { type Moment, readTimeline, type TimelineKind } from './timeline.ts';

const DOOR = { door: 'page' } as const;
const { nurse, otherNurse, coach, colleague, coordinator, otherCoach } = PEOPLE;
const PLACE = 'eettafel-enschede';
const HOUR = 3_600_000;

let ground: PathwayGround;
let clock: FixedClock;
let stop: () => Promise<void>;
let made: { resident: string; caseId: string };
let offer = '';

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problem));
  return result.value;
}

before(async () => {
  ({ ground, clock, stop } = await testPathways());
  const { resident } = value(
    await engine.registerResident(
      ground,
      nurse,
      {
        given: 'Anna',
        family: 'Voorbeeld',
        birthDate: '1948-03-02',
        gender: 'female',
        street: 'Voorbeeldstraat 1',
        postcode: '7511 AB',
        city: 'Enschede',
        municipality: 'Enschede',
      },
      DOOR,
    ),
  );
  const step = async <T>(work: Promise<Result<T>>): Promise<T> => {
    clock.advance(HOUR);
    return value(await work);
  };
  made = await step(
    engine.refer(
      ground,
      nurse,
      { resident, pathway: 'welzijn-op-recept', reasons: ['psychosocial'], urgency: 'routine', agreed: true },
      DOOR,
    ),
  );
  const task = value(await engine.worklist(ground, coach, { view: 'new' }, DOOR)).lines[0]!.id;
  await step(engine.takeStep(ground, coach, { task, to: 'accepted' }, DOOR));
  await step(
    engine.recordContact(
      ground,
      coach,
      {
        ...made,
        kind: 'phone',
        outcome: 'spoken',
        note: 'Belt liever in de ochtend.',
        files: [{ name: 'verslag.txt', type: 'text/plain', bytes: Buffer.from('x') }],
      },
      DOOR,
    ),
  );
  await step(
    engine.holdConversation(
      ground,
      coach,
      { ...made, answers: { body: 6, mind: 4, 'mind-note': 'Somber.', goal: ['Elke week samen eten'] } },
      DOOR,
    ),
  );
  const need = ground.definitions.service(PLACE)!.needs[0]!;
  await step(
    engine.referOn(
      ground,
      coach,
      { ...made, needs: [need], candidates: [PLACE], note: 'Komt te voet.', agreed: true },
      DOOR,
    ),
  );
  offer = value(await engine.worklist(ground, staffOf(PLACE), { view: 'new' }, DOOR)).lines[0]!.id;
  await step(engine.takeStep(ground, staffOf(PLACE), { task: offer, to: 'accepted' }, DOOR));
  await step(
    engine.recordAttendance(
      ground,
      staffOf(PLACE),
      { task: offer, date: localDate(clock.now()), time: '09:00', attended: 'no-show' },
      DOOR,
    ),
  );
  await step(engine.pauseCase(ground, coach, { ...made, reason: 'Op reis' }, DOOR));
  await step(
    engine.handOver(
      ground,
      coordinator,
      {
        team: 'HealthcareService/voorbeeld-welzijn-enschede-noord',
        from: { person: coach.person, name: coach.name },
        to: { person: colleague.person, name: colleague.name },
        reason: 'illness',
        until: addDays(localDate(clock.now()), 5),
      },
      DOOR,
    ),
  );
});
after(() => stop());

const request = () => ({ type: 'ServiceRequest', id: made.caseId }) as const;
type Asked = Partial<Parameters<typeof readTimeline>[2]>;
const read = (who: typeof coach, asked: Asked = {}) => readTimeline(ground, who, { anchor: request(), ...asked }, DOOR);
const titles = (moments: readonly Moment[]) => momentRows(ground, moments, 'nl').map((row) => row.title);

describe('the timeline of a resident', () => {
  it('shows the team everything, the latest on top, with notes and files, and one line for one conversation', async () => {
    for (const who of [coach, coordinator]) {
      const { moments, next } = value(await read(who));
      assert.equal(next, undefined);
      const said = titles(moments);
      assert.match(said[0]!, /nam de zaak over van/);
      // Agreement, referral and offer came about in one act, at one moment.
      assert.match(said.at(-1)!, /Akkoord/);
      for (const words of [
        /De klok staat stil: Op reis/,
        /Niet gekomen: Keer bij de aanbieder/,
        /zei ja/,
        /Hulp gezocht voor/,
        /Doel: Elke week samen eten/,
        /Gebeld: gesproken/,
        /Verwezen door/,
        /colleague Voorbeeld heeft de zaak/,
      ])
        assert.ok(
          said.some((title) => words.test(title)),
          `${words} in ${said.join(' | ')}`,
        );
      assert.equal(said.filter((title) => title.startsWith('Ingevuld:')).length, 1);
      const contact = momentRows(ground, moments, 'nl').find((row) => row.title.startsWith('Gebeld'))!;
      assert.deepEqual(
        [contact.text, contact.files.map(({ name }) => name)],
        ['Belt liever in de ochtend.', ['verslag.txt']],
      );
      assert.ok(!JSON.stringify(moments.filter((one) => one.of !== 'hand-over')).includes('illness'));
    }
  });

  it('says from whom a case went over during a leave, not why; the team sees it lent and gives it back', async () => {
    const team = 'HealthcareService/voorbeeld-welzijn-enschede-noord';
    const admin = { ...coordinator, role: 'organisation-admin', person: 'Practitioner/admin', services: [] } as const;
    const until = addDays(localDate(clock.now()), 9);
    clock.advance(HOUR);
    const what = { person: colleague.person, takers: { [team]: coach.person }, leave: { id: 'leave-1', until } };
    assert.deepEqual(value(await handOverCases(ground, admin, what, DOOR)), { all: true });
    const [row] = momentRows(ground, value(await read(coach)).moments, 'nl');
    assert.equal(row?.title, `${coach.name} nam de zaak over van ${colleague.name}`);
    assert.equal(row?.text, 'was er niet');
    const lent = (await engine.lentCases(ground, coordinator)).find((one) => one.from.person === colleague.person)!;
    assert.deepEqual([lent.to.person, lent.until, lent.cases], [coach.person, until, 1]);
    assert.equal(await casesAway(ground, 'leave-1'), true);
    clock.advance(HOUR);
    assert.equal(value(await engine.handBack(ground, coordinator, lent, DOOR)).handed, 1);
    assert.equal(await casesAway(ground, 'leave-1'), false, 'nothing is left that the administrator could bring back');
  });

  it('shows a practice its own request and agreement, and nothing that hints at the rest', async () => {
    const { moments, kinds } = value(await read(nurse));
    assert.deepEqual(kinds, ['support', 'consent']);
    const text = JSON.stringify(momentRows(ground, moments, 'nl'));
    assert.match(text, /Verwezen door/);
    for (const hidden of [
      'Somber',
      'samen eten',
      'ochtend',
      'Op reis',
      'Ingevuld',
      'overgenomen',
      'Eettafel',
      'verslag',
    ])
      assert.ok(!text.includes(hidden), hidden);
    for (const kind of ['contact', 'answers', 'plan', 'team', 'appointments'] as TimelineKind[])
      assert.deepEqual(value(await read(nurse, { kind })).moments, [], kind);
  });

  it('shows a provider its own request and sessions', async () => {
    const anchor = { type: 'Task', id: offer } as const;
    const { moments, kinds } = value(await readTimeline(ground, staffOf(PLACE), { anchor }, DOOR));
    assert.deepEqual(kinds, ['contact', 'appointments', 'support']);
    const said = titles(moments);
    assert.ok(
      said.some((title) => /Niet gekomen/.test(title)),
      said.join(' | '),
    );
    const text = JSON.stringify(momentRows(ground, moments, 'nl'));
    for (const hidden of ['Somber', 'samen eten', 'ochtend', 'Op reis', 'Ingevuld', 'colleague', 'verslag'])
      assert.ok(!text.includes(hidden), hidden);
  });

  it('is not there for another practice, another team, or by a request of somebody else', async () => {
    for (const who of [otherNurse, otherCoach]) assert.equal((await read(who)).ok, false);
    const [own] = await Promise.all([readTimeline(ground, nurse, { anchor: { type: 'Task', id: offer } }, DOOR)]);
    assert.equal(own.ok, false);
    assert.equal((await read(coach, { anchor: { type: 'ServiceRequest', id: made.resident } })).ok, false);
  });

  it('is narrowed to a kind by its address', async () => {
    const said = titles(value(await read(coach, { kind: 'contact' })).moments);
    assert.deepEqual(said, ['Gebeld: gesproken']);
  });

  it('pages by key: every moment once, in order, also when more comes meanwhile', async () => {
    for (let n = 0; n < 45; n++) {
      clock.advance(60_000);
      value(await engine.recordContact(ground, coach, { ...made, kind: 'phone', outcome: 'voicemail' }, DOOR));
    }
    const first = value(await read(coach));
    assert.ok(first.next);
    clock.advance(60_000);
    value(await engine.recordContact(ground, coach, { ...made, kind: 'mail', outcome: 'sent' }, DOOR));
    const pages = [first.moments];
    for (let after = first.next; after; ) {
      const page = value(await read(coach, { after }));
      pages.push(page.moments);
      after = page.next!;
    }
    const all = pages.flat();
    assert.equal(new Set(all.map((one) => one.id)).size, all.length);
    assert.ok(all.every((one, index) => index === 0 || one.at <= all[index - 1]!.at));
    assert.equal(all.filter((one) => one.of === 'entry' && one.type === 'Communication').length, 46);
  });
});
