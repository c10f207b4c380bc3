import {
  finishCase,
  holdConversation,
  openCase,
  type PathwayGround,
  pauseCase,
  planConversation,
  recordContact,
  refer,
  takeStep,
  undoReferral,
  withdrawReferral,
  withPathways,
} from '../pathways/index.ts';
import { type Actor, addDays, type Clock, createAuditWriter, localDate } from '../platform/index.ts';
import { type DemoStage, DOOR, must, type Plot, STAGES, storyClock } from './case-plot.ts';
import type { CaseStaff } from './case-staff.ts';
import { support } from './case-support.ts';
import { oneOf } from './synthetic/chance.ts';

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

/** Plays one case through the engine, step by step, up to its stage; false where the resident could not be referred. */
export async function play(house: PathwayGround, staff: CaseStaff, plot: Plot): Promise<boolean> {
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
  if (stage === 'not-reached') return notReached(ground, coach, resident, caseId, on);
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
