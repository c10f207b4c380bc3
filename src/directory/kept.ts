import type { ResourceType } from '../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  auditInside,
  type Door,
  decide,
  type Ground,
  ok,
  type Problem,
  Refusal,
  type Result,
  type Trx,
  withActor,
} from '../platform/index.ts';

/** Said of a resource of the region that was removed. */
export const GONE: Problem = { kind: 'gone', text: { nl: 'Dit is verwijderd.', en: 'This was removed.' } };

/**
 * Does a work on the region's resources for who keeps the directory, with its line in the log; a denial leaves its own.
 * A Refusal undoes it and is the answer.
 */
export async function kept<T>(
  ground: Ground,
  actor: Actor,
  what: {
    readonly type: ResourceType;
    readonly id: string | undefined;
    readonly action: 'created' | 'updated' | 'deleted';
  },
  door: Door,
  work: (trx: Trx, audited: (id: string) => Promise<void>) => Promise<T>,
): Promise<Result<T>> {
  const decision = decide(actor, { kind: 'do', act: 'keep-directory' }, undefined, undefined, ground.access);
  const line = { actor, action: what.action, subjectType: what.type, ...door };
  if (!decision.allow) {
    await ground.audit.write({ ...line, allowed: false, subjectId: what.id, purpose: 'directory', ground: 'none' });
    return { ok: false, problem: ABSENT };
  }
  const { purpose, ground: because } = decision;
  try {
    return ok(
      await withActor(ground, actor, { kind: 'none' }, (trx) =>
        work(trx, (subjectId) =>
          auditInside(trx, ground.clock, { ...line, allowed: true, subjectId, purpose, ground: because }),
        ),
      ),
    );
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}
