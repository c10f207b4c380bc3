import {
  ABSENT,
  type Act,
  type Actor,
  auditInside,
  type Door,
  decide,
  NOBODY,
  Refusal,
  type Result,
  type Seen,
  type Text,
  type Trx,
  withActor,
} from '../../platform/index.ts';
import { guarded, loadResource } from '../../record/index.ts';
import type { CaseRow } from '../case-store.ts';
import { loadCase } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import type { ReferralTask, Request } from '../shapes.ts';

/** Purpose and ground of a decided act, to write along with what is written. */
export type Why = { readonly purpose: string; readonly ground: string };

/**
 * Does one thing a person does: decides first, then runs the work in one transaction on one resident. A refusal
 * undoes everything; a denial looks absent and is recorded on its own.
 */
export async function perform<T>(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly act: Act; readonly opens?: boolean },
  door: Door,
  work: (trx: Trx, why: Why, seen: Seen | undefined) => Promise<T>,
): Promise<Result<T>> {
  return guarded(ground, actor, 'Patient', what.resident, what.resident, door, () =>
    withActor(
      ground,
      actor,
      { kind: 'act', resident: what.resident, ...(what.opens ? { opens: true } : {}) },
      async (trx, seen) => {
        const decision = decide(actor, { kind: 'do', act: what.act }, seen[what.resident], undefined, ground.access);
        if (!decision.allow) throw new Refusal(ABSENT);
        return work(trx, { purpose: decision.purpose, ground: decision.ground }, seen[what.resident]);
      },
    ),
  );
}

/** Refuses with words; the transaction is undone. */
export function refuse(kind: 'conflict' | 'unprocessable' | 'absent', text: Text, place?: string): never {
  throw new Refusal(place ? { kind, text, at: [{ place, text }] } : { kind, text });
}

/** The case, or a refusal that looks absent. */
export async function theCase(trx: Trx, actor: Actor, resident: string, caseId: string): Promise<CaseRow> {
  const row = await loadCase(trx, resident, caseId);
  if (!row) throw new Refusal(ABSENT);
  const mine =
    actor.role === 'system' ||
    actor.role === 'resident' ||
    actor.services.includes(row.team) ||
    row.practice === actor.organisation;
  if (!mine) throw new Refusal(ABSENT);
  return row;
}

/** A request of this resident, or a refusal that looks absent. */
export async function theRequest(trx: Trx, resident: string, id: string): Promise<Request> {
  const row = await loadResource(trx, resident, 'ServiceRequest', id);
  if (!row) throw new Refusal(ABSENT);
  return JSON.parse(row.content) as Request;
}

/** A Task of this resident, or a refusal that looks absent. */
export async function theTask(trx: Trx, resident: string, id: string): Promise<ReferralTask> {
  const row = await loadResource(trx, resident, 'Task', id);
  if (!row) throw new Refusal(ABSENT);
  return JSON.parse(row.content) as ReferralTask;
}

/** A line of the log for an act that is more than the resources it writes. */
export async function auditAct(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  resident: string,
  why: Why,
  door: Door,
  subject: { readonly type: string; readonly id: string; readonly detail: string },
): Promise<void> {
  await auditInside(trx, ground.clock, {
    actor,
    action: 'acted',
    allowed: true,
    resident: resident === NOBODY ? undefined : resident,
    subjectType: subject.type,
    subjectId: subject.id,
    purpose: why.purpose,
    ground: why.ground,
    detail: subject.detail,
    ...door,
  });
}
