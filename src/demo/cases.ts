import type { Region } from '../content/index.ts';
import {
  closeOwnRequest,
  finishCase,
  holdConversation,
  keepQuestionnaire,
  openCase,
  type PathwayGround,
  pauseCase,
  planConversation,
  recordAttendance,
  recordContact,
  refer,
  referOn,
  takeStep,
  undoReferral,
  withdrawReferral,
  withPathways,
} from '../pathways/index.ts';
import {
  type Actor,
  addDays,
  type Clock,
  createAuditWriter,
  type FixedClock,
  fixedClock,
  localDate,
  localInstant,
  type Result,
  systemActor,
  withActor,
} from '../platform/index.ts';
import { type CaseStaff, caseStaff } from './case-staff.ts';
import { PERSONA_RESIDENTS } from './persona-residents.ts';
import { DEMO_SEED } from './seed.ts';
import { chanceOf, oneOf } from './synthetic/chance.ts';
import { syntheticResidents } from './synthetic/index.ts';

const DOOR = { door: 'bulk' } as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How far a demo case has come. Every stage a case can be in occurs. */
const STAGES = [
  'referred',
  'referred-late',
  'declined',
  'accepted',
  'contact',
  'planned',
  'paused',
  'conversation-held',
  'offered',
  'offered-second',
  'none-left',
  'accepted-by-provider',
  'in-support',
  'on-hold',
  'completed',
  'measured',
  'finished',
  'closed',
  'withdrawn',
  'mistake',
  'not-reached',
] as const;
export type DemoStage = (typeof STAGES)[number];

/** How many days ago a case of a stage began, from the one to the other. */
const AGE: Readonly<Record<DemoStage, readonly [number, number]>> = {
  referred: [0, 2],
  'referred-late': [8, 12],
  declined: [5, 15],
  accepted: [1, 3],
  contact: [3, 6],
  planned: [6, 12],
  paused: [10, 20],
  'conversation-held': [14, 25],
  offered: [14, 20],
  'offered-second': [16, 24],
  'none-left': [18, 30],
  'accepted-by-provider': [25, 35],
  'in-support': [40, 90],
  'on-hold': [40, 80],
  completed: [90, 115],
  measured: [125, 150],
  finished: [130, 170],
  closed: [140, 230],
  withdrawn: [10, 60],
  mistake: [3, 40],
  'not-reached': [20, 50],
};

const NOTES: readonly string[] = [
  'Mevrouw zegt dat de dagen lang zijn sinds haar man er niet meer is.',
  'Slaapt slecht en piekert. Wil graag weer iets om handen hebben.',
  'Komt vaak op het spreekuur met vage klachten. Woont alleen.',
  'Wil meer bewegen, maar durft niet alleen te beginnen.',
  'Post blijft liggen. Vraagt hulp om alles weer op orde te krijgen.',
];
const GOALS: readonly string[] = [
  'Elke week onder de mensen komen',
  'Twee keer per week een half uur wandelen',
  'Mijn post elke dag openmaken',
  'Weer slapen zonder te piekeren',
  'Iets doen voor een ander',
];

/** What the demo needs to give to a case. */
type Plot = {
  readonly resident: string;
  readonly practice: string;
  readonly team: string;
  readonly municipality: string;
  readonly stage: DemoStage;
  readonly daysAgo: number;
  readonly next: () => number;
};

/**
 * Lets cases come about through the engine itself, as people would have made them: through every rule, lock, clock and
 * audit line, on a clock that stands where each step was taken. Idempotent: a resident with a case gets no second one.
 * Returns how many were made.
 */
export async function seedCases(
  ground: PathwayGround,
  region: Region,
  ask: { readonly residents: number; readonly lanes?: number },
): Promise<number> {
  const staff = caseStaff(region);
  const { rows } = await ground.pool.query<{ value: string }>("select value from platform.meta where key = 'born'");
  if (rows[0]?.value !== 'demo') throw new Error('Demo cases are made in a demo database only.');
  let made = 0;
  const plots = plotsOf(region, ask.residents, localDate(ground.clock.now()));
  const known = new Set(
    await withActor(ground, systemActor('demo'), { kind: 'region' }, async (trx) =>
      (await trx.query<{ resident_id: string }>('select distinct resident_id from pathways."case"')).rows.map(
        (row) => row.resident_id,
      ),
    ),
  );
  const lane = async (): Promise<void> => {
    for (let plot = plots.next(); !plot.done; plot = plots.next())
      if (!known.has(plot.value.resident) && (await play(ground, staff, plot.value))) made += 1;
  };
  await Promise.all(Array.from({ length: ask.lanes ?? 4 }, lane));
  return made;
}

function* plotsOf(region: Region, residents: number, today: ReturnType<typeof localDate>): Generator<Plot> {
  const practicesOf = (municipality: string) =>
    region.organisations
      .filter((one) => one.kind === 'gp-practice' && one.municipality === municipality)
      .map((one) => one.id);
  const tie = (practice: string) => region.ties.find((one) => one.practice === practice)!.team;
  const personaStages: readonly DemoStage[] = ['planned', 'in-support', 'closed'];
  const practice = 'voorbeeldpraktijk-de-brink-enschede';
  for (const [index, resident] of PERSONA_RESIDENTS.entries()) {
    const { next } = chanceOf(DEMO_SEED, -1 - index);
    yield {
      resident: resident.id,
      practice,
      team: tie(practice),
      municipality: 'enschede',
      stage: personaStages[index]!,
      daysAgo: AGE[personaStages[index]!][0] + 2,
      next,
    };
  }
  // One resident in thirty has a case; in each municipality, so that every team has work.
  let number = 0;
  for (const resident of syntheticResidents({ count: residents, seed: DEMO_SEED, region, today })) {
    if (resident.number % 30 !== 7) continue;
    const { next } = chanceOf(`${DEMO_SEED}-case`, resident.number);
    const stage = STAGES[number++ % STAGES.length]!;
    const [from, to] = AGE[stage];
    const chosen = oneOf(practicesOf(resident.municipality), next());
    yield {
      resident: resident.id,
      practice: chosen,
      team: tie(chosen),
      municipality: resident.municipality,
      stage,
      daysAgo: from + Math.floor(next() * (to - from + 1)),
      next,
    };
  }
}

/** A clock for one case, that begins in the past and is moved step by step, never beyond the present. */
function storyClock(
  ground: PathwayGround,
  daysAgo: number,
): { readonly clock: FixedClock; readonly on: (days: number) => void } {
  const now = ground.clock.now().getTime();
  // People work by day: a story begins in the morning, and never in the future.
  const morning = localInstant(addDays(localDate(ground.clock.now()), -daysAgo), '10:15').getTime();
  const clock = fixedClock(new Date(Math.min(morning, now - 2 * HOUR)).toISOString());
  return {
    clock,
    on: (days) => clock.advance(Math.max(60_000, Math.min(days * DAY, now - clock.now().getTime() - HOUR / 4))),
  };
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`A demo case could not be made: ${result.problem.text}`);
  return result.value;
}

async function play(house: PathwayGround, staff: CaseStaff, plot: Plot): Promise<boolean> {
  const { clock, on } = storyClock(house, plot.daysAgo);
  const ground = withPathways({ ...house, clock, audit: createAuditWriter(house.pool, clock as Clock) });
  const { stage, resident, next } = plot;
  const reached = (from: DemoStage) => STAGES.indexOf(stage) >= STAGES.indexOf(from);
  const nurse = staff.nurseOf(plot.practice);
  const coach = staff.coachOf(plot.team);
  const reasons = [oneOf(['psychosocial', 'lifestyle', 'money'], next()), ...(next() < 0.25 ? ['psychosocial'] : [])];
  const referred = await refer(
    ground,
    nurse,
    {
      resident,
      pathway: 'welzijn-op-recept',
      reasons: [...new Set(reasons)],
      urgency: next() < 0.15 ? 'soon' : 'routine',
      note: oneOf(NOTES, next()),
      agreed: true,
    },
    DOOR,
  );
  if (!referred.ok) return false;
  const { caseId } = referred.value;
  if (stage === 'referred' || stage === 'referred-late') return true;
  const task = await ownTask(ground, nurse, resident, caseId);
  on(0.2);
  if (stage === 'mistake')
    return must(await undoReferral(ground, nurse, { resident, caseId, reason: 'wrong-resident' }, DOOR)) !== undefined;
  if (stage === 'declined')
    return must(await takeStep(ground, coach, { task, to: 'rejected', reason: 'other-area' }, DOOR)) !== undefined;
  must(await takeStep(ground, coach, { task, to: 'accepted' }, DOOR));
  if (stage === 'accepted') return true;
  on(1);
  must(await recordContact(ground, coach, { resident, caseId, kind: 'phone', outcome: 'no-answer' }, DOOR));
  if (stage === 'contact') return true;
  if (stage === 'not-reached') return notReached(ground, coach, nurse, resident, caseId, on);
  on(1);
  must(
    await recordContact(
      ground,
      coach,
      { resident, caseId, kind: 'phone', outcome: 'appointment', note: 'Liefst in de ochtend.' },
      DOOR,
    ),
  );
  if (stage === 'withdrawn')
    return (
      must(await withdrawReferral(ground, nurse, { resident, caseId, reason: 'changed-mind' }, DOOR)) !== undefined
    );
  const meeting = {
    resident,
    caseId,
    date: addDays(localDate(stage === 'planned' || stage === 'paused' ? house.clock.now() : clock.now()), 3),
    time: '10:30',
    place: 'Bij u thuis',
    about: 'conversation' as const,
  };
  must(await planConversation(ground, coach, meeting, DOOR));
  if (stage === 'planned') return true;
  if (stage === 'paused')
    return (
      must(await pauseCase(ground, coach, { resident, caseId, reason: 'De inwoner ligt in het ziekenhuis.' }, DOOR)) !==
      undefined
    );
  on(3);
  await converse(ground, coach, resident, caseId, next, reasons.includes('money'));
  if (!reached('offered') || stage === 'conversation-held') return true;
  return support(ground, house, staff, { ...plot, coach, nurse, caseId, on, clock });
}

async function ownTask(ground: PathwayGround, nurse: Actor, resident: string, caseId: string): Promise<string> {
  return must(await openCase(ground, nurse, { resident, caseId }, DOOR)).firstTask!.id!;
}

async function notReached(
  ground: PathwayGround,
  coach: Actor,
  nurse: Actor,
  resident: string,
  caseId: string,
  on: (days: number) => void,
): Promise<boolean> {
  for (let attempt = 0; attempt < 2; attempt++) {
    on(2);
    must(
      await recordContact(
        ground,
        coach,
        { resident, caseId, kind: attempt === 0 ? 'phone' : 'letter', outcome: attempt === 0 ? 'voicemail' : 'sent' },
        DOOR,
      ),
    );
  }
  on(5);
  must(await finishCase(ground, coach, { resident, caseId, failed: 'not-reached' }, DOOR));
  void nurse;
  return true;
}

async function converse(
  ground: PathwayGround,
  coach: Actor,
  resident: string,
  caseId: string,
  next: () => number,
  money: boolean,
): Promise<void> {
  const score = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  must(
    await holdConversation(
      ground,
      coach,
      {
        resident,
        caseId,
        answers: {
          body: score(3, 8),
          mind: score(2, 7),
          meaning: score(3, 8),
          'quality-of-life': score(3, 7),
          'taking-part': score(1, 6),
          'daily-life': score(3, 8),
          ...(money ? { 'money-note': 'Er zijn achterstanden bij de energie en de huur.' } : {}),
          matters: 'Weer ergens bij horen.',
          goal: [oneOf(GOALS, next())],
        },
        measure: { satisfied: score(3, 7), worthwhile: score(3, 7), happy: score(2, 7), anxious: score(3, 8) },
      },
      DOOR,
    ),
  );
}

type Story = Plot & {
  readonly coach: Actor;
  readonly nurse: Actor;
  readonly caseId: string;
  readonly on: (days: number) => void;
  readonly clock: FixedClock;
};

async function support(ground: PathwayGround, house: PathwayGround, staff: CaseStaff, story: Story): Promise<boolean> {
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
