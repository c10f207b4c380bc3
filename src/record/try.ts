import { type ResourceType, type Sent, typeRow } from '../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  fail,
  newResidentId,
  ok,
  type Result,
  residentOf,
  type SeenBy,
  type Trx,
  withActor,
} from '../platform/index.ts';
import { createDecided, guarded, mayOpen, missingSubject, subjectOf, updateDecided } from './doors.ts';
import type { RecordGround } from './ground.ts';
import { removeDecided } from './remove.ts';

/** What would be done. */
export type Mode = 'create' | 'update' | 'delete';

/** Thrown when all went well, so that nothing of it is kept. */
class Undone extends Error {}

/**
 * Does a write of a resident's resource as far as it goes, and undoes it: what a rule, a lock or a code would say of it is
 * what it says now (R4 Resource-validate). Nothing is kept, and no event leaves.
 */
export async function tryWrite(
  ground: RecordGround,
  actor: Actor,
  mode: Mode,
  type: ResourceType,
  id: string | undefined,
  sent: Sent | undefined,
  door: Door,
): Promise<Result<undefined>> {
  if (mode === 'create') {
    const resident = type === 'Patient' ? newResidentId() : sent && subjectOf(type, sent.resource);
    if (!resident || !sent) return missingSubject(type);
    return undone(
      ground,
      actor,
      { type, id: undefined, resident, opens: mayOpen(ground, actor, type) },
      door,
      (trx, seen) => createDecided(ground, trx, actor, type, sent, resident, seen[resident], door),
    );
  }
  const resident = id === undefined ? undefined : residentOf(id);
  if (id === undefined || !resident) return { ok: false, problem: ABSENT };
  if (mode === 'update' && !sent) return fail('invalid', 'Send the resource as it would be.');
  return undone(ground, actor, { type, id, resident, opens: false }, door, (trx, seen) =>
    mode === 'delete'
      ? removeDecided(ground, trx, actor, type, id, seen[resident], undefined, door)
      : updateDecided(ground, trx, actor, type, id, sent!, seen[resident], undefined, door),
  );
}

async function undone(
  ground: RecordGround,
  actor: Actor,
  of: {
    readonly type: ResourceType;
    readonly id: string | undefined;
    readonly resident: string;
    readonly opens: boolean;
  },
  door: Door,
  work: (trx: Trx, seen: SeenBy) => Promise<unknown>,
): Promise<Result<undefined>> {
  const { type, id, resident, opens } = of;
  const done = await guarded(ground, actor, type, id, resident, door, async () => {
    try {
      await withActor(ground, actor, { kind: 'act', resident, opens }, async (trx, seen) => {
        await work(trx, seen);
        throw new Undone();
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
    }
  });
  return done.ok ? ok(undefined) : done;
}

/** Whether a type is written by others than the server at all. */
export const isWritten = (type: ResourceType): boolean => typeRow(type).create.length > 0;
