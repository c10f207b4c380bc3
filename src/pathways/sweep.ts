import { localDate, systemActor, type Trx, ulid, withActor } from '../platform/index.ts';
import { updateInside } from '../record/index.ts';
import { loadCase, loadParts } from './case-store.ts';
import type { PathwayGround } from './ground.ts';
import { nextCandidate, type OfferedTask, STALLED } from './model/index.ts';
import { refreshCase } from './refresh.ts';
import { concept, hopOf, idIn, type Request, SYSTEM, stopReasonOf } from './shapes.ts';

const SWEEPER = systemActor('clock');
const WHY = { purpose: 'support-referral', ground: 'a norm of the pathway' } as const;

/** Tells a room above what a sweep found, in the same transaction: a message to send. */
export type OnLate = (
  ground: PathwayGround,
  trx: Trx,
  late: {
    readonly resident: string;
    readonly caseId: string;
    readonly norm: string;
    readonly task: string | null;
    readonly team: string;
    readonly due: string;
  },
) => Promise<void>;

/**
 * Goes over the clocks whose last day has passed: marks them late (both sides see it), takes an unanswered offer away
 * from a provider and asks the next, and tells once. Safe to run twice, by two processes, or after a crash: each clock
 * is handled in a transaction of its own that looks again. Returns how many were handled.
 */
export async function sweepClocks(
  ground: PathwayGround,
  onLate: OnLate = async () => undefined,
  most = 500,
): Promise<number> {
  const today = localDate(ground.clock.now());
  const due = await withActor(
    ground,
    SWEEPER,
    { kind: 'region' },
    async (trx) =>
      (
        await trx.query<{ resident_id: string; case_id: string; id: string }>(
          "select resident_id, case_id, id from pathways.clock where state in ('running', 'overdue') and told_late_at is null and due < $1 order by due limit $2",
          [today, most],
        )
      ).rows,
  );
  for (const row of due) {
    await withActor(ground, SWEEPER, { kind: 'act', resident: row.resident_id }, async (trx) => {
      const { rows } = await trx.query<{ norm: string; task: string | null; due: string }>(
        "select norm, task, due::text from pathways.clock where resident_id = $1 and id = $2 and state in ('running', 'overdue') and told_late_at is null and due < $3",
        [row.resident_id, row.id, today],
      );
      const clock = rows[0];
      if (!clock) return;
      const whole = await refreshCase(ground, trx, row.resident_id, row.case_id);
      if (!whole) return;
      // A clock whose norm no longer holds in this version of the facts would come back for ever.
      await trx.query(
        "update pathways.clock set state = 'overdue' where resident_id = $1 and id = $2 and state = 'running'",
        [row.resident_id, row.id],
      );
      const { rowCount } = await trx.query(
        "update pathways.clock set told_late_at = $3 where resident_id = $1 and id = $2 and state = 'overdue' and told_late_at is null",
        [row.resident_id, row.id, ground.clock.now()],
      );
      if (clock.task) await passOnStalled(ground, trx, row.resident_id, row.case_id, clock.task, today);
      if (rowCount) {
        await trx.query(
          'insert into platform.outbox (resident_id, id, at, type, subject, data) values ($1, $2, $3, $4, $5, $6)',
          [
            row.resident_id,
            ulid(ground.clock),
            ground.clock.now(),
            'nl.omzien.norm.passed',
            `ServiceRequest/${row.case_id}`,
            JSON.stringify({ norm: clock.norm, due: clock.due, task: clock.task }),
          ],
        );
        await onLate(ground, trx, {
          resident: row.resident_id,
          caseId: row.case_id,
          norm: clock.norm,
          task: clock.task,
          team: whole.row.team,
          due: clock.due,
        });
      }
    });
  }
  return due.length;
}

/** An offer that no provider answered in time is cancelled by the system; the port then asks the next candidate. */
async function passOnStalled(
  ground: PathwayGround,
  trx: Trx,
  resident: string,
  caseId: string,
  taskId: string,
  today: ReturnType<typeof localDate>,
): Promise<void> {
  const { requests, tasks } = await loadParts(trx, resident, caseId);
  const task = tasks.find((held) => held.row.id === taskId);
  const request = requests.find((held) => held.row.id === idIn(task?.resource.focus?.reference));
  if (!task || !request || task.resource.status !== 'requested' || hopOf(request.resource as Request) === 'first')
    return;
  const { rows } = await trx.query<{ due: string }>(
    'select due::text from pathways.clock where resident_id = $1 and task = $2 order by started_at desc limit 1',
    [resident, taskId],
  );
  const offered: OfferedTask[] = tasks
    .filter((held) => idIn(held.resource.focus?.reference) === request.row.id)
    .map((held) => ({
      id: held.row.id,
      candidate: idIn(held.resource.owner?.reference),
      status: held.resource.status,
      reason: stopReasonOf(held.resource),
      ...(held.row.id === taskId ? { answerDue: rows[0]?.due as ReturnType<typeof localDate> } : {}),
    }));
  const next = nextCandidate({
    candidates: (request.resource.performer ?? []).map((ref) => idIn(ref.reference)),
    tasks: offered,
    today,
  });
  if (next.kind !== 'cancel-stalled') return;
  const row = await loadCase(trx, resident, caseId);
  const definition = ground.definitions.pathway(row!.pathway, row!.pathway_version);
  const label = definition.cancelReasons.find((reason) => reason.code === STALLED)?.label ?? STALLED;
  await updateInside(
    ground,
    trx,
    SWEEPER,
    {
      resource: {
        ...task.resource,
        status: 'cancelled',
        statusReason: concept(SYSTEM.stop, STALLED, label),
        lastModified: ground.clock.now().toISOString(),
      },
      resident,
      id: taskId,
      ...WHY,
    },
    { door: 'job' },
  );
}
