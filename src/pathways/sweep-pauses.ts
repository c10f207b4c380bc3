import { auditInside, type LocalDate, localDate, startOfLocalDay, systemActor, withActor } from '../platform/index.ts';
import type { PathwayGround } from './ground.ts';
import { refreshCase } from './refresh.ts';

const SWEEPER = systemActor('clock');

/**
 * Lets clocks run on whose pause has come to its expected end, from that day on, however late the sweep comes by. Safe
 * to run twice or in two processes: each pause is ended in a transaction of its own that looks again. Gives how many.
 */
export async function sweepPauses(ground: PathwayGround, most = 500): Promise<number> {
  const today = localDate(ground.clock.now());
  const due = await withActor(ground, SWEEPER, { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query<{ resident_id: string; case_id: string; id: string; expected: LocalDate }>(
      `select resident_id, case_id, id, expected::text as expected from pathways.pause
       where until_at is null and expected <= $1 order by expected limit $2`,
      [today, most],
    );
    return rows;
  });
  let ended = 0;
  for (const pause of due)
    ended += await withActor(ground, SWEEPER, { kind: 'act', resident: pause.resident_id }, async (trx) => {
      const { rowCount } = await trx.query(
        'update pathways.pause set until_at = greatest(from_at, $3) where resident_id = $1 and id = $2 and until_at is null',
        [pause.resident_id, pause.id, startOfLocalDay(pause.expected)],
      );
      if (rowCount !== 1) return 0;
      await auditInside(trx, ground.clock, {
        actor: SWEEPER,
        action: 'acted',
        allowed: true,
        resident: pause.resident_id,
        subjectType: 'ServiceRequest',
        subjectId: pause.case_id,
        purpose: 'support-referral',
        ground: 'the day on which the pause was to end',
        door: 'job',
        detail: 'clocks resumed',
      });
      await refreshCase(ground, trx, pause.resident_id, pause.case_id);
      return 1;
    });
  return ended;
}
