import type { Resource } from '../../../fhir/index.ts';
import type { Trx } from '../../../platform/index.ts';
import { type Change, createInside, loadResources, updateInside } from '../../../record/index.ts';
import { addParty, closeGrants, openGrant } from '../../access.ts';
import { type Held, loadCase, loadHappenings } from '../../case-store.ts';
import type { PathwayGround } from '../../ground.ts';
import { isAsking, isHandOver } from '../../hand-over.ts';
import { taskEvents } from '../../happenings.ts';
import { markLetter, writeLetter } from '../../letter/document.ts';
import { followPlace } from '../../places.ts';
import { happened, refreshCase } from '../../refresh.ts';
import {
  careTeamFor,
  caseOf,
  hopOf,
  isDeath,
  pathwayOf,
  type ReferralTask,
  type Request,
  SYSTEM,
} from '../../shapes.ts';
import { ENGINE, ENGINE_WRITE } from '../engine.ts';
import { carryOn } from './carry-on.ts';
import { setTeam, takeOver, unasked } from './hand-over.ts';
import { requestOf } from './request.ts';

/** What a step of a Task opens, closes and leads to. */
export async function follow(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  const task = change.after as ReferralTask;
  const before = (change.before as ReferralTask | undefined)?.status;
  if (!task.focus?.reference?.startsWith('ServiceRequest/') || before === task.status) return;
  const request = await requestOf(trx, change.resident, task);
  if (!request || !pathwayOf(request.resource)) return;
  const caseId = caseOf(request.resource);
  const first = hopOf(request.resource) === 'first';
  const of = { hop: first ? 'first' : 'second', task: change.id };
  const owner = task.owner!.reference;
  const { resident } = change;
  // Support that was put on hold before it began, begins when it goes on.
  const started =
    task.status === 'in-progress' &&
    (await loadHappenings(trx, resident, caseId)).some(
      (one) => one.event === 'support-started' && one.task === change.id,
    );
  // A hand-over starts no clock anew: what the first team was asked is what the next is asked.
  const events = isAsking(task) ? [] : taskEvents(first, before, task.status, started);
  const note = async () => {
    for (const event of events) await happened(trx, { resident, caseId, event, at: change.at, of, told: change });
  };
  if (!first) {
    const askedAt = new Date(task.authoredOn ?? change.at);
    await followPlace(trx, { resident, id: change.id, service: owner, status: task.status, askedAt });
  }
  switch (task.status) {
    case 'requested':
      if (first && !isHandOver(task)) await setTeam(trx, resident, caseId, owner);
      await openGrant(ground, trx, resident, {
        grantee: owner,
        relation: 'offered',
        categories: request.row.categories,
        source: change.id,
      });
      await addParty(trx, resident, 'ServiceRequest', request.row.id, owner);
      break;
    case 'accepted':
      await accept(ground, trx, change, request, caseId, first, owner);
      break;
    case 'rejected':
      await closeGrants(ground, trx, resident, { grantee: owner, source: change.id, reason: 'rejected' });
      if (isHandOver(task)) await unasked(trx, resident, change.id);
      break;
    case 'completed':
      if (first)
        await closeGrants(ground, trx, resident, { relation: 'case-team', source: caseId, reason: 'completed' });
      break;
    case 'cancelled':
    case 'failed':
    case 'entered-in-error':
      await closeGrants(ground, trx, resident, { source: change.id, reason: task.status });
      if (isHandOver(task)) await unasked(trx, resident, change.id);
      if (first && !isDeath(task.statusReason))
        await closeGrants(ground, trx, resident, {
          grantee: owner,
          relation: 'case-team',
          source: caseId,
          reason: task.status,
        });
      break;
    default:
      break;
  }
  if (first) await writeLetter(ground, trx, change, request);
  if (task.status === 'entered-in-error') await markLetter(ground, trx, change);
  await note();
  await carryOn(ground, trx, change, request, caseId, first, task.status);
  await refreshCase(ground, trx, resident, caseId);
}

/** The circle of the team that had the case ends; the next one begins its own. */
async function endCircle(ground: PathwayGround, trx: Trx, change: Change, caseId: string): Promise<void> {
  for (const row of await loadResources(trx, change.resident, ['CareTeam'])) {
    const circle = JSON.parse(row.content) as Resource & {
      readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
      readonly period?: object;
      readonly participant?: readonly { readonly period?: { readonly end?: string } }[];
    };
    const ours = circle.identifier?.some((one) => one.system === SYSTEM.case && one.value === caseId);
    if (!ours || circle.status === 'inactive') continue;
    const end = change.at.toISOString();
    const participant = circle.participant?.map((one) => ({ ...one, period: { end, ...one.period } }));
    await updateInside(
      ground,
      trx,
      ENGINE,
      {
        resource: {
          ...circle,
          status: 'inactive',
          period: { ...circle.period, end },
          ...(participant ? { participant } : {}),
        } as Resource,
        resident: change.resident,
        id: row.id,
        follows: true,
        ...ENGINE_WRITE,
      },
      { door: 'job' },
    );
  }
}

async function accept(
  ground: PathwayGround,
  trx: Trx,
  change: Change,
  request: Held<Request>,
  caseId: string,
  first: boolean,
  owner: string,
): Promise<void> {
  const { resident } = change;
  await closeGrants(ground, trx, resident, {
    grantee: owner,
    relation: 'offered',
    source: change.id,
    reason: 'accepted',
  });
  if (!first) {
    await openGrant(ground, trx, resident, {
      grantee: owner,
      relation: 'supporting',
      categories: request.row.categories,
      source: change.id,
    });
    return;
  }
  if (isHandOver(change.after as ReferralTask)) await takeOver(ground, trx, change, caseId, owner);
  const row = await loadCase(trx, resident, caseId);
  await openGrant(ground, trx, resident, {
    grantee: owner,
    relation: 'case-team',
    categories: row!.categories,
    source: caseId,
  });
  const takes = change.actor.role === 'welfare-coach' ? change.actor : undefined;
  await trx.query('update pathways."case" set assignee = $3, assignee_name = $4 where resident_id = $1 and id = $2', [
    resident,
    caseId,
    takes?.person ?? null,
    takes?.name ?? null,
  ]);
  await endCircle(ground, trx, change, caseId);
  const team = careTeamFor(
    resident,
    caseId,
    takes ? { reference: takes.person, display: takes.name } : undefined,
    change.at,
  );
  await createInside(
    ground,
    trx,
    ENGINE,
    { resource: team, resident, parties: [owner], follows: true, ...ENGINE_WRITE },
    { door: 'job' },
  );
}
