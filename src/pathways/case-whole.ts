import type { Trx } from '../platform/index.ts';
import { type Withheld, withheldOf } from '../record/index.ts';
import {
  type CaseRow,
  type HappeningRow,
  type Held,
  loadCase,
  loadHappenings,
  loadParts,
  loadPauses,
  type PauseRow,
} from './case-store.ts';
import { type Correction, openCorrections } from './correction-store.ts';
import type { PathwayGround } from './ground.ts';
import { teamTask } from './hand-over.ts';
import {
  type CaseClock,
  type CaseEnd,
  type CaseEvent,
  type CaseFacts,
  type CasePause,
  clocksOf,
  type TaskStatus,
} from './model/index.ts';
import { type MoveRow, openMove } from './move-store.ts';
import { hopOf, idIn, type ReferralTask, type Request } from './shapes.ts';

/** Everything about one case from which its stage, clocks and lists follow. */
export type CaseWhole = {
  readonly row: CaseRow;
  readonly facts: CaseFacts;
  readonly clocks: readonly CaseClock[];
  readonly first: Held<Request>;
  readonly onward: readonly Held<Request>[];
  readonly tasks: readonly Held<ReferralTask>[];
  readonly pauses: readonly PauseRow[];
  readonly withheld: readonly Withheld[];
  readonly move: MoveRow | undefined;
  readonly corrections: readonly Correction[];
};

/** Loads one case with all that follows from its facts at this moment of the clock. */
export async function wholeCase(
  ground: PathwayGround,
  trx: Trx,
  resident: string,
  caseId: string,
): Promise<CaseWhole | undefined> {
  const row = await loadCase(trx, resident, caseId);
  if (!row) return undefined;
  const definition = ground.definitions.pathway(row.pathway, row.pathway_version);
  const { requests, tasks } = await loadParts(trx, resident, caseId);
  const happenings = await loadHappenings(trx, resident, caseId);
  const pauses = await loadPauses(trx, resident, caseId);
  const withheld = (await withheldOf(trx, resident)).filter((one) => one.case_id === caseId);
  const first = requests.find((held) => held.row.id === caseId);
  if (!first) return undefined;
  const onward = requests.filter((held) => held.row.id !== caseId);
  const firstTask = teamTask(tasks, caseId);
  const move = await openMove(trx, resident, caseId);
  const corrections = await openCorrections(ground.keys, trx, resident, caseId);
  const facts: CaseFacts = {
    ended: endedAs(first.resource.status),
    referral: firstTask?.resource.status ?? null,
    attempts: happenings.filter((one) => one.event === 'contact-attempt').length,
    offers: tasks.filter((held) => idIn(held.resource.focus?.reference) !== caseId).map((held) => held.resource.status),
    events: happenings.map((one) => ({ name: one.event })),
    followUp: definition.followUp !== undefined,
  };
  const hops = new Map(requests.map((held) => [held.row.id, hopOf(held.resource)]));
  const ends: CaseEnd[] = tasks
    .filter((held) => ENDED.includes(held.resource.status))
    .map((held) => ({
      at: held.row.last_updated,
      of: { hop: hops.get(idIn(held.resource.focus?.reference)) ?? 'first', task: held.row.id },
    }));
  if (facts.ended !== null && facts.ended !== 'closed') ends.push({ at: first.row.last_updated });
  const events: CaseEvent[] = happenings.map((one) => ({
    name: one.event,
    at: one.at,
    of: one.task ? { hop: one.hop ?? 'first', task: one.task } : undefined,
  }));
  const held = holdsOf(happenings);
  const clocks = clocksOf(definition, events, {
    urgency: row.urgency,
    pauses: [...pauses.map((pause) => ({ from: pause.from_at, until: pause.until_at })), ...held],
    ends,
    holidays: ground.definitions.holidays,
    now: ground.clock.now(),
  });
  return { row, facts, clocks, first, onward, tasks, pauses, withheld, move, corrections };
}

/** The times in which a Task stood still, from the moments it was put on hold and went on. */
function holdsOf(happenings: readonly HappeningRow[]): readonly CasePause[] {
  return happenings
    .filter((one) => one.event === 'held')
    .map((hold) => ({
      from: hold.at,
      until:
        happenings.find((one) => one.event === 'resumed' && one.task === hold.task && one.at >= hold.at)?.at ?? null,
      ...(hold.task ? { of: { hop: hold.hop ?? 'first', task: hold.task } } : {}),
    }));
}

const ENDED: readonly TaskStatus[] = ['rejected', 'cancelled', 'failed', 'entered-in-error'];

function endedAs(status: Request['status']): CaseFacts['ended'] {
  if (status === 'completed') return 'closed';
  if (status === 'revoked') return 'withdrawn';
  return status === 'entered-in-error' ? 'entered-in-error' : null;
}
