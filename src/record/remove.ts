import { type Resource, type ResourceType, typeRow } from '../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  authorOf,
  type Door,
  nameInLog,
  type Problem,
  Refusal,
  type Result,
  residentOf,
  type Seen,
  type Trx,
  ulid,
  withActor,
} from '../platform/index.ts';
import { followHolder } from './attachment.ts';
import { decideWrite, guarded } from './doors.ts';
import type { RecordGround } from './ground.ts';
import { releaseIdentity } from './identity.ts';
import type { Removal } from './ports.ts';
import { maySee } from './read.ts';
import { loadPresent, replaceWhole, type StoredRow } from './store.ts';
import { timelineId } from './timeline.ts';
import { openRow } from './write.ts';

/** The version that says that a resource was removed. */
export type Removed = { readonly version: number; readonly lastUpdated: Date };

/**
 * Removes a resource through a door (R4 3.1.0.7): a version that says so, after which it reads as gone and its earlier
 * versions stay. What may go, the ports say; a person removes what they or their team wrote themselves.
 */
export async function removeResource(
  ground: RecordGround,
  actor: Actor,
  type: ResourceType,
  id: string,
  ifMatch: number | undefined,
  door: Door,
): Promise<Result<Removed>> {
  const resident = residentOf(id);
  if (!resident) return { ok: false, problem: ABSENT };
  return guarded(
    ground,
    actor,
    type,
    id,
    resident,
    door,
    () =>
      withActor(ground, actor, { kind: 'act', resident }, (trx, seen) =>
        removeDecided(ground, trx, actor, type, id, seen[resident], ifMatch, door),
      ),
    'deleted',
  );
}

/** As `removeResource`, inside an open transaction. Removed already is done already. */
export async function removeDecided(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  type: ResourceType,
  id: string,
  seen: Seen | undefined,
  ifMatch: number | undefined,
  door: Door,
): Promise<Removed> {
  const before = await loadPresent(trx, residentOf(id)!, type, id, true);
  if (!before || !maySee(ground, actor, before, seen).allow) throw new Refusal(ABSENT);
  const decision = decideWrite(ground, actor, typeRow(type).update, seen);
  if (!decision.allow) throw new Refusal(ABSENT);
  if (before.deleted) return { version: before.version, lastUpdated: before.last_updated };
  if (actor.role !== 'system' && before.author !== authorOf(actor)) throw new Refusal(NOT_YOURS);
  if (ifMatch !== undefined && ifMatch !== before.version)
    throw new Refusal({
      kind: 'stale',
      text: `Version ${before.version} is the present one; you sent If-Match for version ${ifMatch}.`,
    });
  return removeInside(ground, trx, actor, before, decision, door);
}

const NOT_YOURS: Problem = {
  kind: 'forbidden',
  text: 'Only who wrote this removes it. Correct it, or set its status to entered-in-error.',
};

async function removeInside(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  before: StoredRow,
  why: { readonly purpose: string; readonly ground: string },
  door: Door,
): Promise<Removed> {
  const type = before.type as ResourceType;
  const { resident_id: resident, id } = before;
  const at = ground.clock.now();
  const version = before.version + 1;
  const removal: Removal = {
    type,
    resident,
    id,
    version,
    before: JSON.parse(openRow(ground, before, true)) as Resource,
    actor,
    at,
  };
  if (type === 'Patient' && (await hasMore(trx, resident))) throw new Refusal(HAS_MORE);
  for (const port of ground.ports) {
    if (!port.remove || !port.types.includes(type)) continue;
    const answer = await port.remove(ground, trx, removal);
    if (!answer.ok) throw new Refusal(answer.problem);
  }
  const content = JSON.stringify({
    resourceType: type,
    id,
    meta: { versionId: String(version), lastUpdated: at.toISOString() },
  });
  const { deleted: _deleted, ...guard } = before;
  const index = { status: null, name: null, tokens: [], refs: [], terms: {} };
  const row = { ...guard, version, last_updated: at, content, sealed: null, index };
  const done = await replaceWhole(trx, row, {
    event: {
      id: ulid(ground.clock),
      type: `nl.omzien.${type}.deleted`,
      subject: `${type}/${id}`,
      data: { version, by: actor.role },
    },
    timeline: { id: timelineId(at, type, id, version), kind: `${type}.deleted` },
    audit: {
      id: ulid(ground.clock),
      person: actor.person,
      personName: nameInLog(actor),
      role: actor.role,
      organisation: actor.organisation,
      action: 'deleted',
      ...why,
      door: door.door,
      place: door.place,
      requestId: door.requestId,
    },
  });
  if (!done) throw new Refusal({ kind: 'conflict', text: 'Somebody wrote just now. Read it again.' });
  await trx.query('update record.resource set deleted = true where resident_id = $1 and type = $2 and id = $3', [
    resident,
    type,
    id,
  ]);
  if (type === 'Patient') await leave(ground, trx, resident, removal);
  await followHolder(trx, { resident, type, id, at }, true);
  for (const port of ground.ports)
    if (port.removed && port.types.includes(type)) await port.removed(ground, trx, removal);
  return { version, lastUpdated: at };
}

const HAS_MORE: Problem = {
  kind: 'conflict',
  text: 'There is more in this record than the Patient, so that it stays. A record is removed whole by the privacy officer, after its term or on request.',
  at: [{ place: 'Patient', text: 'More hangs on it', code: 'business-rule' }],
};

/** Whether more hangs on a Patient: anything else in the record, or another record of the same person. */
async function hasMore(trx: Trx, resident: string): Promise<boolean> {
  const { rows } = await trx.query<{ more: boolean }>(
    `select exists (select 1 from record.resource where resident_id = $1 and type <> 'Patient' and not deleted)
         or exists (select 1 from record.merged where (resident_id = $1 or survivor = $1) and undone_at is null) as more`,
    [resident],
  );
  return rows[0]!.more;
}

/** Nobody finds who was removed any more: their identity may be claimed anew, and their own right ends. */
async function leave(ground: RecordGround, trx: Trx, resident: string, removal: Removal): Promise<void> {
  await releaseIdentity(ground, trx, resident, removal.before);
  await trx.query('select record.unlist($1)', [resident]);
  await trx.query('select platform.close_grants($1, null, null, null, $2, $3)', [resident, removal.at, 'removed']);
}
