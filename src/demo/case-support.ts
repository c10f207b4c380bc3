import {
  closeOwnRequest,
  finishCase,
  keepQuestionnaire,
  openCase,
  type PathwayGround,
  recordAttendance,
  referOn,
  takeStep,
} from '../pathways/index.ts';
import { type Actor, addDays, type FixedClock, localDate } from '../platform/index.ts';
import { type DemoStage, DOOR, must, type Plot } from './case-plot.ts';
import type { CaseStaff } from './case-staff.ts';
import { PERSONA_RESIDENTS } from './persona-residents.ts';
import { oneOf } from './synthetic/chance.ts';

/** A case whose conversation was held, and who is in it. */
export type Story = Plot & {
  readonly coach: Actor;
  readonly nurse: Actor;
  readonly caseId: string;
  readonly on: (days: number) => void;
  readonly clock: FixedClock;
};

/** From the referral on to the closing, as far as its stage says. */
export async function support(
  ground: PathwayGround,
  house: PathwayGround,
  staff: CaseStaff,
  story: Story,
): Promise<boolean> {
  const { stage, resident, caseId, coach, nurse, next, on, clock } = story;
  const local = house.definitions.region.services.filter(
    (one) =>
      one.municipality === story.municipality &&
      (one.audience.minAge ?? 0) <= 40 &&
      (one.audience.maxAge ?? 120) >= 90 &&
      !one.audience.gender,
  );
  // The supported persona is helped by the persona who gives support, so that the demo hangs together.
  const liked = PERSONA_RESIDENTS.some((one) => one.id === resident)
    ? local.filter((one) => one.organisation === 'voorbeeld-beweegpunt-enschede')
    : [];
  const first = liked[0] ?? oneOf(local, next());
  const need = first.needs[0]!;
  const others = local.filter((one) => one.id !== first.id && one.needs.includes(need)).slice(0, 2);
  const candidates = [first, ...others].map((one) => one.id);
  on(2);
  must(
    await referOn(
      ground,
      coach,
      { resident, caseId, needs: [need], candidates, note: 'Komt graag eerst een keer kijken.', agreed: true },
      DOOR,
    ),
  );
  if (stage === 'offered') return true;
  on(1);
  const offer = await liveOffer(ground, coach, resident, caseId);
  const helper = staff.staffOf(offer.service);
  if (stage === 'offered-second' || stage === 'none-left') {
    must(await takeStep(ground, helper, { task: offer.task, to: 'rejected', reason: 'full' }, DOOR));
    for (
      let still = stage === 'none-left' ? await maybeOffer(ground, coach, resident, caseId) : undefined;
      still;
      still = await maybeOffer(ground, coach, resident, caseId)
    ) {
      on(1);
      must(
        await takeStep(
          ground,
          staff.staffOf(still.service),
          { task: still.task, to: 'rejected', reason: 'does-not-fit' },
          DOOR,
        ),
      );
    }
    return true;
  }
  must(await takeStep(ground, helper, { task: offer.task, to: 'accepted' }, DOOR));
  if (stage === 'accepted-by-provider') return true;
  on(7);
  for (let session = 0; session < 4; session++) {
    must(
      await recordAttendance(
        ground,
        helper,
        {
          task: offer.task,
          date: addDays(localDate(clock.now()), -1),
          time: '10:00',
          attended: next() < 0.8 ? 'attended' : 'excused',
        },
        DOOR,
      ),
    );
    on(5);
  }
  if (stage === 'in-support') return true;
  if (stage === 'on-hold')
    return (
      must(await takeStep(ground, helper, { task: offer.task, to: 'on-hold', reason: 'resident-ill' }, DOOR)) !==
      undefined
    );
  on(30);
  must(
    await takeStep(
      ground,
      helper,
      {
        task: offer.task,
        to: 'completed',
        outcome: 'goal-reached',
        note: 'Komt elke week en helpt nu zelf mee met klaarzetten.',
      },
      DOOR,
    ),
  );
  if (stage === 'completed') return true;
  return finish(ground, { coach, nurse, resident, caseId, next, on, stage });
}

async function finish(
  ground: PathwayGround,
  end: {
    readonly coach: Actor;
    readonly nurse: Actor;
    readonly resident: string;
    readonly caseId: string;
    readonly next: () => number;
    readonly on: (days: number) => void;
    readonly stage: DemoStage;
  },
): Promise<boolean> {
  const { coach, nurse, resident, caseId, next, on, stage } = end;
  on(45);
  const score = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  must(
    await keepQuestionnaire(
      ground,
      coach,
      {
        resident,
        caseId,
        questionnaire: 'well-being',
        answers: { satisfied: score(5, 9), worthwhile: score(5, 9), happy: score(5, 8), anxious: score(1, 5) },
      },
      DOOR,
    ),
  );
  if (stage === 'measured') return true;
  on(3);
  must(
    await finishCase(
      ground,
      coach,
      {
        resident,
        caseId,
        outcome: oneOf(['goal-reached', 'partly-reached', 'goes-on-alone'], next()),
        summary: 'Heeft een vaste plek gevonden en voelt zich beter.',
      },
      DOOR,
    ),
  );
  if (stage === 'finished') return true;
  on(4);
  must(await closeOwnRequest(ground, nurse, { resident, request: caseId }, DOOR));
  return true;
}

type Offer = { readonly task: string; readonly service: string };

async function maybeOffer(
  ground: PathwayGround,
  coach: Actor,
  resident: string,
  caseId: string,
): Promise<Offer | undefined> {
  const view = must(await openCase(ground, coach, { resident, caseId }, DOOR));
  const task = view.onward.flatMap((one) => one.tasks).find((one) => one.status === 'requested');
  return task ? { task: task.id!, service: task.owner!.reference.slice('HealthcareService/'.length) } : undefined;
}

async function liveOffer(ground: PathwayGround, coach: Actor, resident: string, caseId: string): Promise<Offer> {
  const offer = await maybeOffer(ground, coach, resident, caseId);
  if (!offer) throw new Error('The first candidate of a demo case was not asked.');
  return offer;
}
