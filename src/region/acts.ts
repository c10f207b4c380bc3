import type { Region } from '../content/index.ts';
import {
  ABSENT,
  type Actor,
  type AuditLine,
  auditInside,
  type Decision,
  type Door,
  decide,
  type Ground,
  Refusal,
  type Result,
  type Trx,
} from '../platform/index.ts';
import { ownerOf } from './model/brought.ts';

export type Allowed = Decision & { readonly allow: true };

/** What the services of the region in figures stand on. */
export type RegionGround = { readonly ground: Ground; readonly region: Region };

/**
 * May this actor do this? Everything here begins with it. Beside the table: who speaks for one of the owners, and for no
 * other organisation.
 */
export function mayDo(
  { ground, region }: RegionGround,
  actor: Actor,
  act: 'bring-in-figures' | 'keep-homes',
): Decision {
  if (!ownerOf(region, actor)) return { allow: false, reason: 'no owner of the region' };
  return decide(actor, { kind: 'do', act }, undefined, undefined, ground.access);
}

/** A `Refusal` as a value. */
export async function refusals<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Denied looks like absent, and the audit says so. */
export async function denied(
  ground: Ground,
  actor: Actor,
  door: Door,
): Promise<{ readonly ok: false; readonly problem: typeof ABSENT }> {
  await ground.audit.write({
    actor,
    action: 'opened',
    allowed: false,
    subjectType: 'FigureLoad',
    purpose: 'region-figures',
    ground: 'none',
    ...door,
  });
  return { ok: false, problem: ABSENT };
}

/** The line of the audit for an act on the figures. */
export async function told(
  trx: Trx,
  ground: Ground,
  actor: Actor,
  decision: Allowed,
  action: AuditLine['action'],
  subjectType: string,
  subjectId: string,
  door: Door,
): Promise<void> {
  await auditInside(trx, ground.clock, {
    actor,
    action,
    allowed: true,
    subjectType,
    subjectId,
    purpose: decision.purpose,
    ground: decision.ground,
    ...door,
  });
}
