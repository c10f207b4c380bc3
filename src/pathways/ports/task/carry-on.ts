import type { Resource } from '../../../fhir/index.ts';
import { localDate, type Trx } from '../../../platform/index.ts';
import { type Change, createInside, loadResource, updateInside } from '../../../record/index.ts';
import { type Held, loadParts } from '../../case-store.ts';
import type { PathwayGround } from '../../ground.ts';
import { isHandOver } from '../../hand-over.ts';
import { nextCandidate, type OfferedTask, type TaskStatus } from '../../model/index.ts';
import { idIn, isOwnWish, isRunning, type ReferralTask, type Request, stopReasonOf, taskFor } from '../../shapes.ts';
import { ENGINE, ENGINE_WRITE } from '../engine.ts';

/** What one step of a Task leads to: the next candidate at once, or the request's own status. */
export async function carryOn(
  ground: PathwayGround,
  trx: Trx,
  change: Change,
  request: Held<Request>,
  caseId: string,
  first: boolean,
  status: TaskStatus,
): Promise<void> {
  const { resident } = change;
  // A team that was only asked, and one that handed over, take the request along nowhere.
  const before = (change.before as ReferralTask | undefined)?.status ?? 'requested';
  const onlyAsked = isHandOver(change.after as ReferralTask) && (before === 'requested' || before === 'draft');
  if (first && (onlyAsked || (await otherOpen(trx, resident, caseId, change.id)))) return;
  if (status === 'entered-in-error' || (status === 'cancelled' && first)) {
    const to = status === 'entered-in-error' ? 'entered-in-error' : 'revoked';
    const still = await loadResource(trx, resident, 'ServiceRequest', request.row.id);
    const present = still ? (JSON.parse(still.content) as Request) : undefined;
    const whole = first || (await allUndone(trx, resident, caseId, request.row.id));
    if (present && present.status !== to && whole && isRunning(present)) {
      await updateInside(
        ground,
        trx,
        ENGINE,
        {
          resource: { ...present, status: to } as Resource,
          resident,
          id: request.row.id,
          follows: true,
          ...ENGINE_WRITE,
        },
        { door: 'job' },
      );
    }
    return;
  }
  if (first && isOwnWish(request.resource) && ['completed', 'rejected', 'failed'].includes(status))
    return closeOwnWish(ground, trx, resident, request.row.id);
  if (first || (status !== 'rejected' && status !== 'cancelled') || request.resource.status !== 'active') return;
  const { tasks } = await loadParts(trx, resident, caseId);
  const offered: OfferedTask[] = tasks
    .filter((held) => idIn(held.resource.focus?.reference) === request.row.id)
    .map((held) => ({
      id: held.row.id,
      candidate: idIn(held.resource.owner?.reference),
      status: held.resource.status,
      reason: stopReasonOf(held.resource),
      endedBy: held.row.id === change.id && change.actor.role === 'system' ? 'system' : endedBy(held.resource),
    }));
  const candidates = (request.resource.performer ?? []).map((ref) => idIn(ref.reference));
  const next = nextCandidate({ candidates, tasks: offered, today: localDate(ground.clock.now()) });
  if (next.kind !== 'offer') return;
  const owner = {
    reference: `HealthcareService/${next.candidate}`,
    display: ground.definitions.organisationName(next.candidate),
  };
  await createInside(
    ground,
    trx,
    ENGINE,
    {
      resource: taskFor(
        request.resource,
        resident,
        owner,
        request.resource.requester ?? { reference: request.row.author },
        ground.clock.now(),
      ),
      resident,
      parties: [request.row.author],
      follows: true,
      ...ENGINE_WRITE,
    },
    { door: 'job' },
  );
}

/** What a resident asked for themself is closed with the answer of the team: there is no practice that reads it first. */
async function closeOwnWish(ground: PathwayGround, trx: Trx, resident: string, id: string): Promise<void> {
  const row = await loadResource(trx, resident, 'ServiceRequest', id);
  const present = row && (JSON.parse(row.content) as Request);
  if (!present || !isRunning(present)) return;
  const resource = { ...present, status: 'completed' } as Resource;
  const draft = { resource, resident, id, follows: true, ...ENGINE_WRITE };
  await updateInside(ground, trx, ENGINE, draft, { door: 'job' });
}

/** Whether another Task of the first request is open: the case goes on there. */
async function otherOpen(trx: Trx, resident: string, caseId: string, task: string): Promise<boolean> {
  const { tasks } = await loadParts(trx, resident, caseId);
  return tasks.some(
    (held) =>
      held.row.id !== task && idIn(held.resource.focus?.reference) === caseId && TAKEN.includes(held.resource.status),
  );
}
const TAKEN: readonly TaskStatus[] = ['accepted', 'in-progress', 'on-hold'];

function endedBy(task: ReferralTask): 'system' | undefined {
  return task.status === 'cancelled' && stopReasonOf(task) === 'no-answer' ? 'system' : undefined;
}

async function allUndone(trx: Trx, resident: string, caseId: string, requestId: string): Promise<boolean> {
  const { tasks } = await loadParts(trx, resident, caseId);
  return tasks
    .filter((held) => idIn(held.resource.focus?.reference) === requestId)
    .every((held) => held.resource.status === 'entered-in-error');
}
