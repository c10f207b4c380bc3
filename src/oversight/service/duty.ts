import {
  ABSENT,
  type Act,
  type Actor,
  auditInside,
  type Door,
  decide,
  Refusal,
  type Result,
  systemActor,
  type Trx,
  withActor,
} from '../../platform/index.ts';
import type { OversightGround } from '../ground.ts';

/** What a thing that the officer does is about, for the log. */
export type Subject = {
  readonly type: string;
  readonly id?: string | undefined;
  readonly resident?: string | undefined;
  readonly detail?: string | undefined;
};

/** Who carries out what the officer decided: the officer themself writes in no record. */
export const CARRIES_OUT = systemActor('oversight');

/**
 * Does one thing of the privacy officer's duty: decides first, then works in one transaction of scope `duty`, with its
 * line of the log in it. Denied looks absent, and is written down. A Refusal undoes everything.
 */
export async function onDuty<T>(
  ground: OversightGround,
  actor: Actor,
  what: {
    readonly act?: Act;
    readonly action: 'listed' | 'opened' | 'searched' | 'acted' | 'exported';
    readonly subject: Subject;
    /** Decided by the officer and carried out by Omzien itself, in the record of this resident. */
    readonly through?: string | undefined;
  },
  door: Door,
  work: (trx: Trx) => Promise<T>,
): Promise<Result<T>> {
  const may = decide(actor, { kind: 'do', act: what.act ?? 'oversee' }, undefined, 'privacy-duty', ground.access);
  const line = {
    actor,
    action: what.action,
    resident: what.subject.resident,
    subjectType: what.subject.type,
    subjectId: what.subject.id,
    detail: what.subject.detail,
    ...door,
  } as const;
  if (!may.allow) {
    await ground.audit.write({ ...line, allowed: false, purpose: 'none', ground: 'none' });
    return { ok: false, problem: ABSENT };
  }
  try {
    const [who, scope] = what.through
      ? [CARRIES_OUT, { kind: 'act', resident: what.through } as const]
      : [actor, { kind: 'duty' } as const];
    const value = await withActor(ground, who, scope, async (trx) => {
      const done = await work(trx);
      await auditInside(trx, ground.clock, { ...line, allowed: true, purpose: may.purpose, ground: may.ground });
      return done;
    });
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.problem.kind === 'absent')
      await ground.audit.write({ ...line, allowed: false, purpose: may.purpose, ground: may.ground });
    return { ok: false, problem: error.problem };
  }
}
