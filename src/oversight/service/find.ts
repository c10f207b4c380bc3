import {
  ABSENT,
  type Act,
  type Actor,
  type Door,
  decide,
  ok,
  type Purpose,
  type Result,
  withActor,
} from '../../platform/index.ts';
import { countLookUp, findResident, type LookUp } from '../../record/index.ts';
import type { OversightGround } from '../ground.ts';

/** Everything that makes it certain who somebody is: an exact BSN, or name, birth date and postcode together. */
export type FullIdentity =
  | { readonly by: 'bsn'; readonly bsn: string }
  | { readonly by: 'name'; readonly family: string; readonly birthDate: string; readonly postcode: string };

/**
 * Finds one resident on a full identity, or nobody: several that fit, nobody, or somebody who has died give the same
 * answer (LAW 5 and 6). Counted with the look-ups, throttled, and written down whatever it found. Shows nothing.
 */
export async function findForCertain(
  ground: OversightGround,
  actor: Actor,
  identity: FullIdentity,
  why: { readonly act: Act; readonly purpose: Purpose },
  door: Door,
): Promise<Result<string | undefined>> {
  const may = decide(actor, { kind: 'do', act: why.act }, undefined, undefined, ground.access);
  const line = {
    actor,
    action: 'looked-up',
    subjectType: 'Patient',
    purpose: why.purpose,
    ground: may.allow ? may.ground : 'none',
    detail: identity.by,
    ...door,
  } as const;
  if (!may.allow) {
    await ground.audit.write({ ...line, allowed: false });
    return { ok: false, problem: ABSENT };
  }
  const question: LookUp = identity;
  const found = await withActor(ground, actor, { kind: 'none' }, async (trx): Promise<Result<string | undefined>> => {
    const busy = await countLookUp(ground, trx, actor);
    if (busy) return { ok: false, problem: busy };
    const one = await findResident(ground, trx, question);
    return one.ok ? one : ok(undefined);
  });
  const resident = found.ok ? found.value : undefined;
  await ground.audit.write({ ...line, allowed: found.ok, resident, subjectId: resident });
  return found;
}
