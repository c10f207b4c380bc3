import { type Actor, partiesOf, withActor } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';
import type { WorklistLine } from './worklist.ts';

/**
 * The line of one case in the actor's own list: what it is told of a case it may not see whole (a practice, an offer).
 * Undefined when the case is not in it. It adds nothing to what the list shows, so it is no audit event of its own.
 */
export async function ownLine(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly caseId: string },
): Promise<WorklistLine | undefined> {
  return withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const { rows } = await trx.query<WorklistLine>(
      `select resident_id, viewer, id, case_id, kind, label, age, area, need, step, status, due::text as due, paused, pause_reason, pause_until::text as pause_until, assignee, assignee_name, waits_for, urgent, closed, since
       from pathways.worklist where viewer = any ($1) and resident_id = $2 and case_id = $3 and kind not in ('review', 'move', 'correct')
       order by since desc limit 1`,
      [[...partiesOf(actor)], what.resident, what.caseId],
    );
    return rows[0];
  });
}
