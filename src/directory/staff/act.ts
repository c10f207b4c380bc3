import type { Resource } from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  auditInside,
  type Decision,
  type Door,
  decide,
  type Ground,
  ok,
  type Problem,
  Refusal,
  type Result,
  type Trx,
  withActor,
} from '../../platform/index.ts';
import { SAID } from './said.ts';

/** Writes a line of the log in the transaction of the act. `detail`: what was done; no name, no mail address. */
export type Tell = (subject: { readonly type: string; readonly id?: string; readonly detail: string }) => Promise<void>;

const mayAdminister = (ground: Ground, actor: Actor): Decision =>
  decide(actor, { kind: 'do', act: 'administer' }, undefined, 'organisation', ground.access);

/**
 * One act of an administrator on their own organisation: decided first, one after another within one organisation,
 * and in the log. A denial looks absent. Throws what is no refusal.
 */
export async function administer<T>(
  ground: Ground,
  actor: Actor,
  door: Door,
  work: (trx: Trx, tell: Tell) => Promise<T>,
): Promise<Result<T>> {
  const may = mayAdminister(ground, actor);
  if (!may.allow) return denied(ground, actor, door, 'acted', 'Organization');
  try {
    return ok(
      await withActor(ground, actor, { kind: 'none' }, async (trx) => {
        // Two administrators at once: the second waits, and then finds what the first did.
        await trx.query('select pg_advisory_xact_lock(hashtextextended($1, 110))', [actor.organisation]);
        return work(trx, ({ type, id, detail }) =>
          auditInside(trx, ground.clock, {
            actor,
            action: 'acted',
            allowed: true,
            subjectType: type,
            subjectId: id,
            purpose: may.purpose,
            ground: may.ground,
            detail,
            ...door,
          }),
        );
      }),
    );
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** What an administrator looks at: decided, and durable in the log before it is shown. */
export async function oversee<T>(
  ground: Ground,
  actor: Actor,
  door: Door,
  what: { readonly type: string; readonly id?: string; readonly action?: 'listed' | 'opened' | 'exported' },
  read: (trx: Trx) => Promise<T | undefined>,
): Promise<Result<T>> {
  const action = what.action ?? 'listed';
  const may = mayAdminister(ground, actor);
  if (!may.allow) return denied(ground, actor, door, action, what.type);
  const found = await withActor(ground, actor, { kind: 'none' }, read);
  if (found === undefined) return denied(ground, actor, door, action, what.type, what.id);
  await ground.audit.write({
    actor,
    action,
    allowed: true,
    subjectType: what.type,
    subjectId: what.id,
    purpose: may.purpose,
    ground: may.ground,
    ...door,
  });
  return ok(found);
}

async function denied(
  ground: Ground,
  actor: Actor,
  door: Door,
  action: 'acted' | 'listed' | 'opened' | 'exported',
  type: string,
  id?: string,
): Promise<{ readonly ok: false; readonly problem: Problem }> {
  await ground.audit.write({
    actor,
    action,
    allowed: false,
    subjectType: type,
    subjectId: id,
    purpose: 'organisation',
    ground: 'none',
    ...door,
  });
  return { ok: false, problem: ABSENT };
}

/** Undoes the transaction with words; `place`: the field it is about. */
export function refuse(kind: Problem['kind'], text: Problem['text'], place?: string): never {
  throw new Refusal(place ? { kind, text, at: [{ place, text }] } : { kind, text });
}

/** Somebody else was first: said to the second of two administrators. */
export function overtaken(): never {
  refuse('conflict', SAID.overtaken);
}

/** A reference without its type: `Practitioner/x` is `x`. */
export const bare = (reference: string): string => reference.slice(reference.indexOf('/') + 1);

/** The present version of a regional resource, locked for this transaction; undefined where there is none. */
export async function lockedResource(
  trx: Trx,
  type: string,
  id: string,
): Promise<{ readonly version: number; readonly resource: Resource } | undefined> {
  const { rows } = await trx.query<{ version: number; content: string }>(
    'select version, content from directory.resource where type = $1 and id = $2 and not deleted for update',
    [type, id],
  );
  return rows[0] && { version: rows[0].version, resource: JSON.parse(rows[0].content) as Resource };
}
