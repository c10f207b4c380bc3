import { type Actor, partiesOf, withActor } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';
import type { WorklistLine } from './worklist.ts';

/**
 * The line that a party's own list has of one Task: of an offer that is first name, age, area and need, and no more.
 * Undefined where it is on none of the actor's lists. Whoever shows it opens the Task as well, and that is audited.
 */
export async function lineOfTask(ground: PathwayGround, actor: Actor, task: string): Promise<WorklistLine | undefined> {
  return withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const { rows } = await trx.query<WorklistLine>(
      `select resident_id, viewer, id, case_id, kind, label, age, area, need, step, status, due::text as due, paused, pause_reason, pause_until::text as pause_until,
         assignee, assignee_name, waits_for, urgent, closed, since
       from pathways.worklist where viewer = any ($1) and id = $2`,
      [[...partiesOf(actor)], task],
    );
    return rows[0];
  });
}
