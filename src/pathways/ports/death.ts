import type { Resource } from '../../fhir/index.ts';
import { CATEGORIES, type Trx } from '../../platform/index.ts';
import {
  alongWith,
  type Change,
  loadResource,
  loadResources,
  mergedWith,
  noteDiedAlong,
  openRow,
  personOf,
  updateInside,
} from '../../record/index.ts';
import { closeGrants, mergingSource, openGrant } from '../access.ts';
import { casesOf } from '../case-store.ts';
import { stopConcept } from '../definitions.ts';
import type { PathwayGround } from '../ground.ts';
import { isOpen } from '../model/index.ts';
import { concept, DIED, isRunning, type ReferralTask, type Request, SYSTEM, withStopReason } from '../shapes.ts';
import { ENGINE, ENGINE_WRITE } from './engine.ts';

/**
 * Somebody has died: in the transaction that says so, everything that would still reach out to them stops. Requests are
 * revoked (their port takes the Tasks, the clocks and the providers along), what was planned is cancelled, what was
 * ready to be sent is taken back, links with questions no longer work, and nobody signs in as them.
 */
export async function stopForDeath(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  const { resident } = change;
  // First, so that what the rest of this transaction leads to is not taken back with it.
  await trx.query(
    'update platform.message set cancelled_at = $2 where resident_id = $1 and sent_at is null and cancelled_at is null',
    [resident, change.at],
  );
  await trx.query('delete from pathways.invitation where resident_id = $1 and used_at is null', [resident]);
  await endRequests(ground, trx, resident);
  await endTasks(ground, trx, change);
  await cancelPlans(ground, trx, change);
  await trx.query('update platform.account set closed_at = $2 where person = $1 and closed_at is null', [
    `Patient/${resident}`,
    change.at,
  ]);
  await trx.query('update platform.session set ended_at = now() where person = $1 and ended_at is null', [
    `Patient/${resident}`,
  ]);
  for (const relation of ['self', 'mandate'] as const)
    await closeGrants(ground, trx, resident, { relation, reason: DIED });
}

async function endRequests(ground: PathwayGround, trx: Trx, resident: string): Promise<void> {
  // First requests first: what hangs on them goes along. Then those of no pathway.
  for (const { id } of [
    ...(await casesOf(trx, resident)),
    ...(await loadResources(trx, resident, ['ServiceRequest'])),
  ]) {
    const row = await loadResource(trx, resident, 'ServiceRequest', id);
    const request = row && (JSON.parse(row.content) as Request);
    if (!request || !isRunning(request)) continue;
    const reason = stopConcept(ground.definitions, request, DIED);
    await write(ground, trx, resident, id, { ...withStopReason(request, reason), status: 'revoked' } as Resource);
  }
}

/** Tasks that hang on no request of a pathway, such as those of a partner's own system. */
async function endTasks(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  for (const row of await loadResources(trx, change.resident, ['Task'])) {
    const task = JSON.parse(row.content) as ReferralTask;
    if (!isOpen(task.status)) continue;
    await write(ground, trx, change.resident, row.id, {
      ...task,
      status: 'cancelled',
      statusReason: concept(SYSTEM.stop, DIED, DIED_LABEL),
      lastModified: change.at.toISOString(),
    } as Resource);
  }
}

const DIED_LABEL = 'De inwoner is overleden';

async function cancelPlans(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  for (const row of await loadResources(trx, change.resident, ['Appointment'])) {
    const plan = JSON.parse(row.content) as Resource & { readonly start?: string };
    const waits = ['booked', 'proposed', 'pending', 'waitlist'].includes(String(plan.status));
    if (!waits || (plan.start !== undefined && Date.parse(plan.start) < change.at.getTime())) continue;
    await write(ground, trx, change.resident, row.id, {
      ...plan,
      status: 'cancelled',
      cancelationReason: concept(SYSTEM.stop, DIED, DIED_LABEL),
    });
  }
}

async function write(ground: PathwayGround, trx: Trx, resident: string, id: string, resource: Resource): Promise<void> {
  await updateInside(ground, trx, ENGINE, { resource, resident, id, follows: true, ...ENGINE_WRITE }, { door: 'job' });
}

/**
 * A death is of a person: it is recorded on their other records too, each of which then stops in its own way
 * (`stopForDeath`). So is that it was a mistake. `died`: which of the two.
 */
export async function carryDeath(ground: PathwayGround, trx: Trx, change: Change, died: boolean): Promise<void> {
  for (const other of await alongWith(trx, change.resident)) {
    if ((await writeDeath(ground, trx, other, died ? deathIn(change.after) : undefined)) === 'same') continue;
    await noteDiedAlong(trx, [change.resident, other], died ? other : undefined);
  }
}

type Death = { readonly deceasedBoolean?: unknown; readonly deceasedDateTime?: unknown };
const deathIn = ({ deceasedBoolean, deceasedDateTime }: Resource): Death => ({
  ...(deceasedBoolean === undefined ? {} : { deceasedBoolean }),
  ...(deceasedDateTime === undefined ? {} : { deceasedDateTime }),
});

/** Writes on one record that its resident died, or (undefined) did not; 'same' where it says so already. */
export async function writeDeath(
  ground: PathwayGround,
  trx: Trx,
  resident: string,
  death: Death | undefined,
): Promise<'written' | 'same'> {
  const row = await loadResource(trx, resident, 'Patient', resident, true);
  const patient = row && (JSON.parse(openRow(ground, row, true)) as Resource);
  if (!patient || personOf(patient).deceased === (death !== undefined)) return 'same';
  const { deceasedBoolean: _flag, deceasedDateTime: _on, ...rest } = patient;
  await write(ground, trx, resident, resident, { ...rest, ...death } as Resource);
  return 'written';
}

/** Two records turn out to be of one person, of whom one says that they died: the other then says so as well. */
export async function shareDeath(ground: PathwayGround, trx: Trx, one: string, other: string): Promise<void> {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const row = await loadResource(trx, from, 'Patient', from);
    const patient = row && (JSON.parse(row.content) as Resource);
    if (!patient || !personOf(patient).deceased) continue;
    if ((await writeDeath(ground, trx, to, deathIn(patient))) === 'written') await noteDiedAlong(trx, [from, to], to);
  }
}

/**
 * The death was a mistake: the resident signs in and sees their record again. What was cancelled stays so, and a case is
 * opened again by hand: nobody knows better than the team what is still wanted.
 */
export async function undoDeath(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  const { resident } = change;
  await trx.query('update platform.account set closed_at = null where person = $1', [`Patient/${resident}`]);
  await openGrant(ground, trx, resident, {
    grantee: `Patient/${resident}`,
    relation: 'self',
    categories: CATEGORIES,
    source: resident,
  });
  for (const merged of await mergedWith(trx, resident))
    await openGrant(ground, trx, resident, {
      grantee: `Patient/${merged.survivor === resident ? merged.resident_id : merged.survivor}`,
      relation: 'self',
      categories: CATEGORIES,
      source: mergingSource(merged.id),
    });
}
