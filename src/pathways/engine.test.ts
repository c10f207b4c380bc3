import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, residentActor, staffOf, testPathways } from '../../test/support/pathways.ts';
import type { FixedClock } from '../platform/index.ts';
import { addDays, asLocalDate, localDate, type Result, residentOf, textIn } from '../platform/index.ts';
import { readResource } from '../record/index.ts';
import * as engine from './index.ts';

const { nurse, coach, colleague, otherCoach, coordinator } = PEOPLE;
const DOOR = { door: 'page' } as const;
const DAY = 86_400_000;
/** A day of the clock, so many days from now. */
const day = (from: number): string => localDate(new Date(clock.now().getTime() + from * DAY));
let ground: engine.PathwayGround;
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
function problem(result: Result<unknown>): { kind: string; text: string } {
  assert.ok(!result.ok, 'should have been refused');
  return { kind: result.problem.kind, text: textIn(result.problem.text, 'nl') };
}

let people = 0;
async function newResident(): Promise<string> {
  people += 1;
  return value(
    await engine.registerResident(
      ground,
      nurse,
      {
        given: 'Anna Maria',
        family: `Voorbeeld${'abcdefghijklmnopqrstuvwxyz'[people]}`,
        birthDate: '1948-03-02',
        gender: 'female',
        postcode: '7511 AB',
        city: 'Enschede',
        municipality: 'Enschede',
        phone: '085 000 00 00',
      },
      DOOR,
    ),
  ).resident;
}
async function referred(
  reasons: readonly string[] = ['psychosocial'],
): Promise<{ resident: string; caseId: string; number: string }> {
  return value(
    await engine.refer(
      ground,
      nurse,
      {
        resident: await newResident(),
        pathway: 'welzijn-op-recept',
        reasons,
        urgency: 'routine',
        note: 'Vaak alleen.',
        agreed: true,
      },
      DOOR,
    ),
  );
}
async function firstTask(caseId: string): Promise<string> {
  const list = value(await engine.worklist(ground, coach, { view: 'open', count: 100 }, DOOR));
  return list.lines.find((line) => line.case_id === caseId)!.id;
}
async function accepted(
  reasons?: readonly string[],
): Promise<{ resident: string; caseId: string; number: string; task: string }> {
  const made = await referred(reasons);
  const task = await firstTask(made.caseId);
  value(await engine.takeStep(ground, coach, { task, to: 'accepted' }, DOOR));
  return { ...made, task };
}
const NOORD = (): { services: string[]; need: string } => {
  const services = ground.definitions.region.services
    .filter((service) => service.municipality === 'enschede' && service.needs.includes('loneliness'))
    .map((service) => service.id);
  assert.ok(services.length >= 3);
  return { services, need: 'loneliness' };
};
async function offered(): Promise<{
  resident: string;
  caseId: string;
  task: string;
  request: string;
  services: string[];
  offer: string;
}> {
  const made = await accepted();
  const { services, need } = NOORD();
  value(await engine.recordContact(ground, coach, { ...made, kind: 'phone', outcome: 'spoken' }, DOOR));
  const { request } = value(
    await engine.referOn(
      ground,
      coach,
      { ...made, needs: [need], candidates: services.slice(0, 3), agreed: true },
      DOOR,
    ),
  );
  const offer = value(await engine.worklist(ground, staffOf(services[0]!), { view: 'open' }, DOOR)).lines.find(
    (line) => line.case_id === made.caseId,
  )!;
  return { ...made, request, services, offer: offer.id };
}

describe('a referral from practice to coach', () => {
  it('reaches the team tied to the practice, with no more than first name, age and area until it says yes', async () => {
    const { caseId, resident } = await referred();
    const line = value(await engine.worklist(ground, coach, { view: 'new' }, DOOR)).lines.find(
      (one) => one.case_id === caseId,
    );
    assert.deepEqual([line?.label, line?.age, line?.area, line?.kind], ['Anna', 78, '7511', 'offer']);
    assert.equal(problem(await readResource(ground, coach, 'Patient', resident, DOOR)).kind, 'absent');
    assert.equal(value(await engine.worklist(ground, otherCoach, { view: 'open' }, DOOR)).lines.length, 0);
    value(await engine.takeStep(ground, coach, { task: line!.id, to: 'accepted' }, DOOR));
    assert.ok(value(await readResource(ground, coach, 'Patient', resident, DOOR)).text.includes('Voorbeeld'));
    const opened = value(await engine.openCase(ground, coach, { resident, caseId }, DOOR));
    assert.equal(opened.row?.stage, 'accepted');
    assert.equal(opened.row?.assignee, coach.person);
  });

  it('is not made twice by the same practice, not without the resident’s agreement, not for someone of 17', async () => {
    const made = await referred();
    const again = {
      resident: made.resident,
      pathway: 'welzijn-op-recept',
      reasons: ['money'],
      urgency: 'routine',
      agreed: true,
    };
    assert.match(problem(await engine.refer(ground, nurse, again, DOOR)).text, /al verwezen/);
    assert.equal(problem(await engine.refer(ground, nurse, { ...again, agreed: false }, DOOR)).kind, 'unprocessable');
    assert.equal(
      problem(
        await engine.registerResident(
          ground,
          nurse,
          {
            given: 'Jong',
            family: 'Proef',
            birthDate: '2009-11-24',
            gender: 'male',
            postcode: '7511',
            city: 'Enschede',
          },
          DOOR,
        ),
      ).kind,
      'unprocessable',
    );
  });

  it('says only to check the document where somebody may exist already', async () => {
    const body = {
      given: 'Kees',
      family: 'Dubbelaar',
      birthDate: '1950-05-05',
      gender: 'male' as const,
      postcode: '7511',
      city: 'Enschede',
    };
    value(await engine.registerResident(ground, nurse, body, DOOR));
    const refused = problem(
      await engine.registerResident(ground, PEOPLE.otherNurse, { ...body, given: 'Cornelis' }, DOOR),
    );
    assert.match(refused.text, /document en het BSN/);
    assert.ok(!refused.text.includes('Kees'));
  });

  it('can be undone as a mistake: the team no longer sees it from the next request on', async () => {
    const made = await accepted();
    value(
      await engine.undoReferral(
        ground,
        nurse,
        { resident: made.resident, caseId: made.caseId, reason: 'wrong-resident' },
        DOOR,
      ),
    );
    assert.equal(
      value(await engine.worklist(ground, coach, { view: 'open', count: 100 }, DOOR)).lines.some(
        (line) => line.case_id === made.caseId,
      ),
      false,
    );
    assert.match(
      problem(await engine.recordContact(ground, coach, { ...made, kind: 'phone', outcome: 'spoken' }, DOOR)).text,
      /loopt niet meer/,
    );
    assert.match(
      problem(
        await engine.undoReferral(
          ground,
          nurse,
          { resident: made.resident, caseId: made.caseId, reason: 'wrong-resident' },
          DOOR,
        ),
      ).kind,
      /absent|conflict/,
    );
  });

  it('answered by two coaches at once has one effect and a clear answer to the other', async () => {
    const made = await referred();
    const task = await firstTask(made.caseId);
    const answers = await Promise.all([
      engine.takeStep(ground, coach, { task, to: 'accepted' }, DOOR),
      engine.takeStep(ground, colleague, { task, to: 'rejected', reason: 'full' }, DOOR),
    ]);
    assert.deepEqual(answers.map((answer) => answer.ok).sort(), [false, true]);
    const lost = answers.find((answer) => !answer.ok)!;
    assert.match(problem(lost).text, /net eerder|niet verwerkt|afgerond/);
  });

  it('just withdrawn gives a late yes a clear no', async () => {
    const made = await referred();
    const task = await firstTask(made.caseId);
    value(
      await engine.withdrawReferral(
        ground,
        nurse,
        { resident: made.resident, caseId: made.caseId, reason: 'changed-mind' },
        DOOR,
      ),
    );
    const own = value(await engine.openCase(ground, nurse, made, DOOR));
    assert.equal(own.firstTask?.statusReason?.text, 'De inwoner wil dit niet meer', 'the reason she gave, in words');
    assert.deepEqual(own.first?.note, [{ text: 'Vaak alleen.' }], 'and the note as she wrote it');
    const late = problem(await engine.takeStep(ground, coach, { task, to: 'accepted' }, DOOR));
    assert.equal(late.kind, 'conflict');
    assert.match(late.text, /loopt niet meer/);
  });
});

describe('the coach', () => {
  it('reaches the resident, holds the conversation and sees each answer under its own category', async () => {
    const made = await accepted();
    value(await engine.recordContact(ground, coach, { ...made, kind: 'phone', outcome: 'no-answer' }, DOOR));
    value(await engine.recordContact(ground, coach, { ...made, kind: 'phone', outcome: 'appointment' }, DOOR));
    value(
      await engine.holdConversation(
        ground,
        coach,
        {
          ...made,
          answers: {
            body: 6,
            mind: 4,
            meaning: 7,
            'quality-of-life': 5,
            'taking-part': 3,
            'daily-life': 6,
            'money-note': 'Rekeningen blijven liggen',
            matters: 'Weer mensen zien',
            goal: ['Elke week samen eten'],
          },
          measure: { satisfied: 5, worthwhile: 6, happy: 4, anxious: 6 },
        },
        DOOR,
      ),
    );
    const opened = value(await engine.openCase(ground, coach, made, DOOR));
    assert.equal(opened.row?.stage, 'matching');
    assert.equal(opened.goals.length, 1);
    assert.ok(opened.responses.length >= 4);
    const { rows } = await ground.pool.query('select 1');
    assert.equal(rows.length, 1);
    assert.equal(opened.contacts.length, 2);
    // The nurse who referred sees her own referral, not the conversation.
    const nurseView = value(await engine.openCase(ground, nurse, made, DOOR));
    assert.deepEqual(
      [nurseView.responses.length, nurseView.goals.length, nurseView.contacts.length, nurseView.row],
      [0, 0, 0, undefined],
    );
    assert.equal(nurseView.first?.status, 'active');
  });

  it('is ill, and a colleague takes over all cases; the act is kept', async () => {
    const made = await accepted();
    const handed = value(
      await engine.handOver(
        ground,
        coordinator,
        {
          team: 'HealthcareService/voorbeeld-welzijn-enschede-noord',
          from: { person: coach.person, name: coach.name },
          reason: 'illness',
          to: { person: colleague.person, name: colleague.name },
        },
        DOOR,
      ),
    );
    assert.ok(handed.handed >= 1);
    assert.deepEqual(handed.kept, []);
    const opened = value(await engine.openCase(ground, colleague, made, DOOR));
    assert.equal(opened.row?.assignee, colleague.person);
    const participants = (opened.careTeam?.participant ?? []) as { period?: { end?: string } }[];
    assert.deepEqual(
      participants.map((one) => one.period?.end !== undefined),
      [true, false],
    );
    assert.equal(
      problem(await engine.assign(ground, coach, { ...made, to: { person: otherCoach.person, name: 'x' } }, DOOR)).kind,
      'unprocessable',
    );
  });

  it('can let the clock stand still, and the due date moves by the days it stood', async () => {
    const made = await accepted();
    const due = async () =>
      value(await engine.openCase(ground, coach, made, DOOR)).clocks.find((one) => one.norm === 'first-contact')!;
    const was = await due();
    assert.equal(was.due, '2026-11-30', 'five working days after Monday 23 November');
    value(await engine.pauseCase(ground, coach, { ...made, reason: 'Inwoner is op vakantie' }, DOOR));
    assert.equal((await due()).state, 'paused');
    clock.advance(2 * DAY);
    value(await engine.resumeCase(ground, coach, made, DOOR));
    const now = await due();
    assert.deepEqual([now.state, now.due], ['running', '2026-12-02']);
  });
});

describe('a referral on to a provider', () => {
  it('passes to the next candidate at once when one declines, and only who said yes knows who it is', async () => {
    const { resident, caseId, services, offer } = await offered();
    const [first, second] = services.map(staffOf);
    const seen = value(await engine.openTask(ground, first!, offer, DOOR));
    assert.equal(seen.patient, undefined);
    assert.equal(problem(await engine.takeStep(ground, second!, { task: offer, to: 'accepted' }, DOOR)).kind, 'absent');
    assert.equal(
      problem(await engine.takeStep(ground, first!, { task: offer, to: 'rejected' }, DOOR)).kind,
      'unprocessable',
    );
    value(await engine.takeStep(ground, first!, { task: offer, to: 'rejected', reason: 'full' }, DOOR));
    const line = value(await engine.worklist(ground, second!, { view: 'new' }, DOOR)).lines.find(
      (one) => one.case_id === caseId,
    )!;
    value(await engine.takeStep(ground, second!, { task: line.id, to: 'accepted' }, DOOR));
    assert.ok(value(await engine.openTask(ground, second!, line.id, DOOR)).patient);
    assert.equal(problem(await readResource(ground, first!, 'Patient', resident, DOOR)).kind, 'absent');
    assert.equal(value(await engine.openCase(ground, coach, { resident, caseId }, DOOR)).row?.stage, 'support');
    for (const type of ['Goal', 'QuestionnaireResponse'] as const) {
      const whole = value(await engine.openCase(ground, coach, { resident, caseId }, DOOR));
      for (const one of type === 'Goal' ? whole.goals : whole.responses)
        assert.equal((await readResource(ground, second!, type, one.id!, DOOR)).ok, false);
    }
  });

  it('that nobody answers passes to the next candidate when the norm has passed; a late yes gets a clear no', async () => {
    const { caseId, services, offer } = await offered();
    clock.advance(8 * DAY);
    await engine.sweepClocks(ground);
    await engine.sweepClocks(ground);
    const line = value(await engine.worklist(ground, staffOf(services[1]!), { view: 'new' }, DOOR)).lines.find(
      (one) => one.case_id === caseId,
    );
    assert.ok(line, 'the second candidate is asked');
    assert.equal(
      (await engine.takeStep(ground, staffOf(services[0]!), { task: offer, to: 'accepted' }, DOOR)).ok,
      false,
    );
    assert.equal(
      value(await engine.worklist(ground, staffOf(services[2]!), { view: 'new' }, DOOR)).lines.some(
        (one) => one.case_id === caseId,
      ),
      false,
    );
  });

  it('runs from sessions to outcome, is measured again through a link that works once, and is closed by both requesters', async () => {
    const { resident, caseId, services, offer, request } = await offered();
    const staff = staffOf(services[0]!);
    value(
      await engine.holdConversation(
        ground,
        coach,
        {
          resident,
          caseId,
          answers: { body: 6, mind: 4, meaning: 7, 'quality-of-life': 5, 'taking-part': 3, 'daily-life': 6 },
          measure: { satisfied: 5, worthwhile: 6, happy: 4, anxious: 6 },
        },
        DOOR,
      ),
    );
    value(await engine.takeStep(ground, staff, { task: offer, to: 'accepted' }, DOOR));
    value(await engine.recordAttendance(ground, staff, { task: offer, date: day(-1), attended: 'attended' }, DOOR));
    value(
      await engine.recordAttendance(
        ground,
        staff,
        { task: offer, date: day(-1), time: '14:00', attended: 'no-show' },
        DOOR,
      ),
    );
    assert.equal(value(await engine.openTask(ground, staff, offer, DOOR)).appointments.length, 2);
    const lookBack = async () =>
      value(await engine.openCase(ground, coach, { resident, caseId }, DOOR)).clocks.find(
        (one) => one.norm === 'follow-up',
      )!.due;
    const before = await lookBack();
    value(await engine.takeStep(ground, staff, { task: offer, to: 'on-hold', reason: 'resident-ill' }, DOOR));
    clock.advance(10 * DAY);
    value(await engine.takeStep(ground, staff, { task: offer, to: 'in-progress' }, DOOR));
    assert.equal(await lookBack(), addDays(asLocalDate(before), 10), 'ten days on hold are given back');
    assert.match(
      problem(await engine.finishCase(ground, coach, { resident, caseId, outcome: 'goal-reached' }, DOOR)).text,
      /nog bezig/,
    );
    value(
      await engine.takeStep(
        ground,
        staff,
        { task: offer, to: 'completed', outcome: 'goal-reached', note: 'Komt elke week.' },
        DOOR,
      ),
    );
    assert.equal(value(await engine.openCase(ground, coach, { resident, caseId }, DOOR)).row?.stage, 'follow-up');
    clock.advance(90 * DAY);
    const { token } = value(await engine.inviteFollowUp(ground, coach, { resident, caseId }, DOOR));
    const answers = { 'well-being': { satisfied: 7, worthwhile: 7, happy: 7, anxious: 3 } };
    const twice = await Promise.all([
      engine.answerInvitation(ground, token, answers, DOOR),
      engine.answerInvitation(ground, token, answers, DOOR),
    ]);
    assert.deepEqual(twice.map((one) => one.ok).sort(), [false, true]);
    assert.equal(problem(await engine.openInvitation(ground, token)).kind, 'gone');
    value(
      await engine.finishCase(
        ground,
        coach,
        { resident, caseId, outcome: 'goal-reached', summary: 'Eet elke week samen en slaapt beter.' },
        DOOR,
      ),
    );
    const back = value(await engine.openCase(ground, nurse, { resident, caseId }, DOOR));
    assert.deepEqual(engine.outcomeOf(back.firstTask!), {
      code: 'goal-reached',
      text: 'Eet elke week samen en slaapt beter.',
    });
    value(await engine.closeOwnRequest(ground, nurse, { resident, request: caseId }, DOOR));
    const mine = value(await engine.ownCases(ground, residentActor(resident), DOOR));
    assert.equal(mine[0]?.stage, 'closed');
    void request;
  });

  it('stops at once when the resident withdraws the agreement, and the coach keeps what was received', async () => {
    const { resident, caseId, services, offer } = await offered();
    const staff = staffOf(services[0]!);
    value(await engine.takeStep(ground, staff, { task: offer, to: 'accepted' }, DOOR));
    const own = value(await engine.openCase(ground, residentActor(resident), { resident, caseId }, DOOR));
    const consent = own.consents.find((one) => JSON.stringify(one.category).includes('gdpr-6-9'))!;
    value(await engine.withdrawConsent(ground, residentActor(resident), { resident, consent: consent.id! }, DOOR));
    assert.equal(
      (await engine.recordAttendance(ground, staff, { task: offer, date: day(-1), attended: 'attended' }, DOOR)).ok,
      false,
    );
    const patient = await readResource(ground, staff, 'Patient', resident, DOOR);
    assert.ok(patient.ok, 'what it had received stays readable');
    const whole = value(await engine.openCase(ground, coach, { resident, caseId }, DOOR));
    assert.deepEqual(
      whole.onward.map((one) => one.request.status),
      ['revoked'],
    );
    assert.equal(residentOf(caseId), resident);
  });

  it('can be stopped by the resident who changes their mind', async () => {
    const { resident, caseId, services } = await offered();
    value(
      await engine.withdrawReferral(
        ground,
        residentActor(resident),
        { resident, caseId, reason: 'changed-mind' },
        DOOR,
      ),
    );
    assert.equal(
      value(await engine.worklist(ground, staffOf(services[0]!), { view: 'open' }, DOOR)).lines.some(
        (one) => one.case_id === caseId,
      ),
      false,
    );
    assert.equal(value(await engine.ownCases(ground, residentActor(resident), DOOR))[0]?.stage, 'withdrawn');
  });
});
