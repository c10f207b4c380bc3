import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, residentActor, testPathways } from '../../test/support/pathways.ts';
import { addDays, type FixedClock, localDate, type Result, textIn } from '../platform/index.ts';
import { readVersions } from '../record/index.ts';
import type { PathwayGround } from './ground.ts';
import * as engine from './index.ts';
import { nextTry } from './model/index.ts';

const DOOR = { door: 'page' } as const;
const TEAM = 'HealthcareService/voorbeeld-welzijn-enschede-noord';
const DAY = 86_400_000;
const { nurse, coach, colleague, coordinator, otherCoach } = PEOPLE;
const named = (who: { person: string; name: string }) => ({ person: who.person, name: who.name });

let ground: PathwayGround;
let clock: FixedClock;
let stop: () => Promise<void>;
before(async () => {
  ({ ground, clock, stop } = await testPathways());
});
after(() => stop());

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problem));
  return result.value;
}
const problem = (result: Result<unknown>) => {
  assert.ok(!result.ok, 'it was done');
  return result.problem;
};

let people = 0;
/** Somebody who was referred to team Noord; `by` said yes. */
async function referred(by: typeof coach | typeof coordinator | null = coach) {
  people += 1;
  const { resident } = value(
    await engine.registerResident(
      ground,
      nurse,
      {
        given: 'Anna',
        family: `Voorbeeld${String.fromCharCode(96 + people)}`,
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
  const made = value(
    await engine.refer(
      ground,
      nurse,
      { resident, pathway: 'welzijn-op-recept', reasons: ['psychosocial'], urgency: 'routine', agreed: true },
      DOOR,
    ),
  );
  const list = value(await engine.worklist(ground, coach, { view: 'new', count: 100 }, DOOR));
  const task = list.lines.find((line) => line.case_id === made.caseId)!.id;
  if (by) value(await engine.takeStep(ground, by, { task, to: 'accepted' }, DOOR));
  return { ...made, task };
}
const rowOf = async (made: { resident: string; caseId: string }) =>
  value(await engine.openCase(ground, coordinator, made, DOOR)).row!;

describe('the list of a team', () => {
  it('counts what is new, without a coach, mine and late, and shows each as a list of its own', async () => {
    const [offer, orphan, mine] = [await referred(null), await referred(coordinator), await referred()];
    const idsIn = async (view: engine.View, of?: string) =>
      value(await engine.worklist(ground, coach, { view, count: 100, ...(of ? { of } : {}) }, DOOR)).lines.map(
        (line) => line.case_id,
      );
    assert.deepEqual(await idsIn('new'), [offer.caseId]);
    assert.deepEqual(await idsIn('unassigned'), [orphan.caseId]);
    assert.deepEqual(await idsIn('mine'), [mine.caseId]);
    assert.deepEqual(await idsIn('open', coach.person), [mine.caseId]);
    assert.deepEqual(await idsIn('open', otherCoach.person), []);
    const { counts } = value(await engine.worklist(ground, coach, { view: 'open' }, DOOR));
    assert.deepEqual([counts.new, counts.unassigned, counts.mine], [1, 1, 1]);
    const load = await engine.loadOfTeam(ground, coordinator);
    assert.deepEqual(
      load.map(({ person, open }) => [person, open]).filter(([, open]) => open),
      [[coach.person, 1]],
    );
  });

  it('gives several cases to one colleague, and says which did not go', async () => {
    const [one, two] = [await referred(), await referred()];
    value(await engine.assign(ground, coordinator, { ...two, to: named(colleague), from: coach.person }, DOOR));
    const done = value(
      await engine.assignMany(
        ground,
        coordinator,
        {
          // Both were chosen while the coach had them; meanwhile somebody gave the second away.
          cases: [one, two].map(({ caseId }) => ({ caseId, from: coach.person })),
          to: named(coordinator),
        },
        DOOR,
      ),
    );
    assert.equal(done.handed, 1);
    assert.equal(done.kept.length, 1);
    assert.match(textIn(done.kept[0]!.why, 'nl'), /Iemand was net eerder: deze zaak staat nu op naam van colleague/);
    assert.equal((await rowOf(one)).assignee, coordinator.person);
    assert.equal((await rowOf(two)).assignee, colleague.person);
  });

  it('of another team gives nothing away', async () => {
    const made = await referred();
    const done = value(
      await engine.assignMany(
        ground,
        otherCoach,
        { cases: [{ caseId: made.caseId, from: coach.person }], to: named(otherCoach) },
        DOOR,
      ),
    );
    assert.deepEqual(done, { handed: 0, kept: [] });
    assert.equal((await rowOf(made)).assignee, coach.person);
  });
});

describe('two coordinators at once', () => {
  it('give a case to one colleague, and the other hears who has it', async () => {
    const made = await referred(coordinator);
    const to = [coach, colleague, coordinator];
    const answers = await Promise.all(
      to.map((who) => engine.assign(ground, coordinator, { ...made, to: named(who), from: null }, DOOR)),
    );
    assert.equal(answers.filter((answer) => answer.ok).length, 1);
    for (const answer of answers.filter((one) => !one.ok))
      assert.match(textIn(problem(answer).text, 'nl'), /Iemand was net eerder/);
    const opened = value(await engine.openCase(ground, coordinator, made, DOOR));
    const members = (opened.careTeam?.participant ?? []) as { period?: { end?: string } }[];
    assert.equal(members.filter((one) => one.period?.end === undefined).length, 1, 'one has it');
  });
});

describe('a coach who is away', () => {
  it('hands all cases over for a time, and gets them back, but for what went on to somebody else', async () => {
    const [stays, moves] = [await referred(), await referred()];
    const until = addDays(localDate(clock.now()), 10);
    const done = value(
      await engine.handOver(
        ground,
        coordinator,
        { team: TEAM, from: named(coach), to: named(colleague), reason: 'leave', until },
        DOOR,
      ),
    );
    assert.ok(done.handed >= 2);
    const [lent] = await engine.lentCases(ground, coordinator);
    assert.deepEqual([lent?.from.person, lent?.to.person, lent?.until], [coach.person, colleague.person, until]);
    assert.deepEqual(await engine.lentCases(ground, otherCoach), []);
    value(await engine.assign(ground, coordinator, { ...moves, to: named(coordinator) }, DOOR));
    const back = value(await engine.handBack(ground, coordinator, lent!, DOOR));
    assert.equal(back.handed, done.handed - 1);
    assert.equal((await rowOf(stays)).assignee, coach.person);
    assert.equal((await rowOf(moves)).assignee, coordinator.person);
    assert.deepEqual(await engine.lentCases(ground, coordinator), []);
  });

  it('is away until a day that is still to come', async () => {
    const answer = await engine.handOver(
      ground,
      coordinator,
      {
        team: TEAM,
        from: named(coach),
        to: named(colleague),
        reason: 'leave',
        until: addDays(localDate(clock.now()), -1),
      },
      DOOR,
    );
    assert.equal(problem(answer).kind, 'unprocessable');
  });
});

describe('a clock that stands still until a day', () => {
  it('runs on by itself from that day, also when the sweep comes later, and both sides read why', async () => {
    const made = await referred();
    const today = localDate(clock.now());
    const dueOf = async () =>
      value(await engine.openCase(ground, coach, made, DOOR)).clocks.find((one) => one.norm === 'first-contact')!;
    const before = await dueOf();
    const expected = addDays(today, 7);
    assert.equal(
      problem(await engine.pauseCase(ground, coach, { ...made, reason: 'Op reis', expected: today }, DOOR)).kind,
      'unprocessable',
    );
    value(await engine.pauseCase(ground, coach, { ...made, reason: 'Op reis', expected }, DOOR));
    const line = value(await engine.worklist(ground, nurse, { view: 'open', count: 100 }, DOOR)).lines.find(
      (one) => one.case_id === made.caseId,
    );
    assert.deepEqual([line?.paused, line?.pause_reason, line?.pause_until], [true, 'Op reis', expected]);
    const own = value(await engine.openCase(ground, residentActor(made.resident), made, DOOR));
    assert.equal(own.pauses[0]?.expected, expected);
    clock.advance(6 * DAY);
    assert.equal(await engine.sweepPauses(ground), 0);
    clock.advance(3 * DAY);
    const swept = await Promise.all([engine.sweepPauses(ground), engine.sweepPauses(ground)]);
    assert.equal(swept[0]! + swept[1]!, 1);
    const now = await dueOf();
    assert.equal(now.state, 'running');
    assert.equal(now.due, addDays(before.due, 7), 'a week later, not nine days');
  });
});

describe('a contact that was written down by mistake', () => {
  it('is no attempt and no first contact any more; the next one that reached somebody is', async () => {
    const made = await referred();
    const said = (outcome: string) => engine.recordContact(ground, coach, { ...made, kind: 'phone', outcome }, DOOR);
    const wrong = value(await said('spoken'));
    clock.advance(DAY);
    const right = value(await said('spoken'));
    const happened = async () =>
      value(await engine.openCase(ground, coach, made, DOOR)).facts!.events.map((one) => one.name);
    assert.equal((await happened()).filter((name) => name === 'contact-attempt').length, 2);
    assert.equal(
      problem(await engine.undoContact(ground, coach, { ...made, contact: wrong.id, reason: ' ' }, DOOR)).kind,
      'unprocessable',
    );
    assert.equal(
      problem(await engine.undoContact(ground, otherCoach, { ...made, contact: wrong.id, reason: 'x' }, DOOR)).kind,
      'absent',
    );
    value(await engine.undoContact(ground, coach, { ...made, contact: wrong.id, reason: 'Verkeerde dag' }, DOOR));
    assert.equal(
      problem(await engine.undoContact(ground, coach, { ...made, contact: wrong.id, reason: 'x' }, DOOR)).kind,
      'conflict',
    );
    const after = await happened();
    assert.equal(after.filter((name) => name === 'contact-attempt').length, 1);
    assert.equal(after.filter((name) => name === 'first-contact').length, 1);
    const met = value(await engine.openCase(ground, coach, made, DOOR));
    assert.equal(met.clocks.find((one) => one.norm === 'first-contact')?.state, 'met');
    const versions = value(await readVersions(ground, coach, 'Communication', wrong.id, DOOR));
    assert.equal(versions.length, 2, 'what stood there stays in the history');
    const before = JSON.stringify([after, met.clocks]);
    await engine.rebuildReadModels(ground);
    const rebuilt = value(await engine.openCase(ground, coach, made, DOOR));
    assert.equal(JSON.stringify([rebuilt.facts!.events.map((one) => one.name), rebuilt.clocks]), before);
    value(await engine.undoContact(ground, coach, { ...made, contact: right.id, reason: 'Ook fout' }, DOOR));
    assert.deepEqual(
      (await happened()).filter((name) => name === 'contact-attempt' || name === 'first-contact'),
      [],
    );
  });
});

describe('the next try', () => {
  const pathway = () => ground.definitions.region.pathways.find((one) => one.id === 'welzijn-op-recept')!;
  const on = localDate(new Date('2026-11-27T10:00:00Z'));
  const no = (kind: string) => ({ kind, outcome: 'no-answer', on });
  const next = (...tried: readonly { kind: string; outcome: string; on: typeof on }[]) =>
    nextTry(pathway(), tried, ground.definitions.holidays);

  it('is a call, a call within two working days, a letter, and then it may end', () => {
    assert.deepEqual(next(), { kind: 'first' });
    assert.deepEqual(next(no('phone')), { kind: 'again', by: '2026-12-01' });
    assert.deepEqual(next(no('phone'), no('phone')), { kind: 'letter' });
    assert.deepEqual(next(no('phone'), no('phone'), no('letter')), { kind: 'finish' });
    assert.deepEqual(next(no('phone'), no('phone'), no('phone')), { kind: 'letter' });
    assert.equal(next(no('phone'), { kind: 'phone', outcome: 'spoken', on }), undefined);
  });
});
