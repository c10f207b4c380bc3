import type { Resource } from '../../../fhir/index.ts';
import type { Trx } from '../../../platform/index.ts';
import { type Change, updateInside } from '../../../record/index.ts';
import { closeGrants, limitGrants } from '../../access.ts';
import { loadParts } from '../../case-store.ts';
import { stopConcept } from '../../definitions.ts';
import type { PathwayGround } from '../../ground.ts';
import { requestEvents } from '../../happenings.ts';
import { isOpen } from '../../model/index.ts';
import { happened, refreshCase } from '../../refresh.ts';
import {
  type Concept,
  caseOf,
  hopOf,
  idIn,
  isDeath,
  isRunning,
  pathwayOf,
  type Request,
  requestStopReason,
  withStopReason,
} from '../../shapes.ts';
import { ENGINE, ENGINE_WRITE } from '../engine.ts';

/** What follows when a request is withdrawn, undone or closed. */
export async function followNext(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  const [before, after] = [change.before as Request, change.after as Request];
  if (!pathwayOf(before) || before.status === after.status) return;
  const caseId = caseOf(after);
  const first = hopOf(after) === 'first';
  if (after.status === 'revoked' || after.status === 'entered-in-error') {
    const mistake = after.status === 'entered-in-error';
    const reason =
      requestStopReason(after) ??
      stopConcept(ground.definitions, after, unsaid(mistake, change.actor.role === 'resident'));
    await takeAlong(ground, trx, change, caseId, first, mistake, reason);
    if (first && isDeath(reason)) await closeLater(ground, trx, change.resident, caseId);
    else if (first) await closeGrants(ground, trx, change.resident, { source: caseId, reason: after.status });
    // Also of a Task that had ended well: whoever helped no longer has a relation once the request is gone.
    const { tasks } = await loadParts(trx, change.resident, caseId);
    for (const task of tasks.filter((one) => idIn(one.resource.focus?.reference) === change.id))
      await closeGrants(ground, trx, change.resident, { source: task.row.id, reason: after.status });
  }
  for (const event of requestEvents(first, before.status, after.status))
    await happened(trx, { resident: change.resident, caseId, event, at: change.at, told: change });
  if (after.status === 'completed') {
    if (first) {
      await closeGrants(ground, trx, change.resident, { relation: 'case-team', source: caseId, reason: 'completed' });
      await closeGrants(ground, trx, change.resident, { relation: 'referrer', source: caseId, reason: 'completed' });
    } else {
      const { tasks } = await loadParts(trx, change.resident, caseId);
      for (const task of tasks.filter((one) => idIn(one.resource.focus?.reference) === change.id))
        await closeGrants(ground, trx, change.resident, { source: task.row.id, reason: 'completed' });
    }
  }
  await refreshCase(ground, trx, change.resident, caseId);
}

/** After a death the practice and the team may read for some days: there is still somebody to call, and a mistake to undo. */
async function closeLater(ground: PathwayGround, trx: Trx, resident: string, caseId: string): Promise<void> {
  const until = new Date(ground.clock.now().getTime() + ground.definitions.daysAfterDeath * 86_400_000);
  await limitGrants(trx, resident, { relations: ['referrer', 'case-team'], source: caseId, until });
}

/** The reason where nobody gave one: a mistake, a change of mind, or no longer needed. */
function unsaid(mistake: boolean, byResident: boolean): string {
  if (mistake) return 'wrong-details';
  return byResident ? 'changed-mind' : 'not-needed';
}

/** What a withdrawal or an undoing takes along: the requests that are based on it, and their Tasks. */
async function takeAlong(
  ground: PathwayGround,
  trx: Trx,
  change: Change,
  caseId: string,
  first: boolean,
  mistake: boolean,
  reason: Concept,
): Promise<void> {
  const { requests, tasks } = await loadParts(trx, change.resident, caseId);
  for (const task of tasks) {
    if (idIn(task.resource.focus?.reference) !== change.id) continue;
    const to = mistake ? 'entered-in-error' : 'cancelled';
    if (task.resource.status === to || (!mistake && !isOpen(task.resource.status))) continue;
    const resource = {
      ...task.resource,
      status: to,
      statusReason: task.resource.statusReason ?? reason,
      lastModified: change.at.toISOString(),
    } as Resource;
    await updateInside(
      ground,
      trx,
      ENGINE,
      { resource, resident: change.resident, id: task.row.id, follows: true, ...ENGINE_WRITE },
      { door: 'job' },
    );
  }
  if (!first) return;
  for (const request of requests) {
    const to = mistake ? 'entered-in-error' : 'revoked';
    if (request.row.id === change.id || request.resource.status === to) continue;
    if (!mistake && !isRunning(request.resource)) continue;
    await updateInside(
      ground,
      trx,
      ENGINE,
      {
        resource: { ...withStopReason(request.resource, reason), status: to } as Resource,
        resident: change.resident,
        id: request.row.id,
        follows: true,
        ...ENGINE_WRITE,
      },
      { door: 'job' },
    );
  }
}
