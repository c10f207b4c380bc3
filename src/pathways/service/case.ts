import { type Actor, type Door, type LocalDate, localDate, type Result, ulid } from '../../platform/index.ts';
import { loadParts } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { isOpen } from '../model/index.ts';
import { refreshCase } from '../refresh.ts';
import { REFUSALS } from '../refusals.ts';
import { idIn } from '../shapes.ts';
import { auditAct, perform, refuse, theCase, theRequest } from './perform.ts';
import { endRequest } from './refer.ts';
import { stepInside } from './task.ts';

/** Lets the clocks of a case stand still, with the reason that both sides see. */
export async function pauseCase(
  ground: PathwayGround,
  actor: Actor,
  what: {
    readonly resident: string;
    readonly caseId: string;
    readonly reason: string;
    /** The first day on which the clocks run on by themselves; absent where somebody does that by hand. */
    readonly expected?: LocalDate;
  },
  door: Door,
): Promise<Result<{ readonly caseId: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'pause' }, door, async (trx, why) => {
    const row = await theCase(trx, actor, what.resident, what.caseId);
    if (row.closed_at) refuse('conflict', REFUSALS.caseClosed);
    if (!what.reason.trim()) refuse('unprocessable', REFUSALS.sayWhyPause, 'reason');
    if (what.expected && what.expected <= localDate(ground.clock.now()))
      refuse(
        'unprocessable',
        { nl: 'Kies een dag die nog komt.', en: 'Choose a day that is still to come.' },
        'expected',
      );
    const { rowCount } = await trx.query(
      'select 1 from pathways.pause where resident_id = $1 and case_id = $2 and until_at is null',
      [what.resident, what.caseId],
    );
    if (rowCount) refuse('conflict', REFUSALS.pausedAlready);
    await trx.query(
      'insert into pathways.pause (resident_id, case_id, id, from_at, reason, by_name, expected) values ($1, $2, $3, $4, $5, $6, $7)',
      [
        what.resident,
        what.caseId,
        ulid(ground.clock),
        ground.clock.now(),
        what.reason.trim(),
        actor.name,
        what.expected ?? null,
      ],
    );
    await auditAct(ground, trx, actor, what.resident, why, door, {
      type: 'ServiceRequest',
      id: what.caseId,
      detail: 'clocks paused',
    });
    await refreshCase(ground, trx, what.resident, what.caseId);
    return { caseId: what.caseId };
  });
}

/** Lets the clocks run on; due dates move by the days they stood still. */
export async function resumeCase(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly caseId: string },
  door: Door,
): Promise<Result<{ readonly caseId: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'pause' }, door, async (trx, why) => {
    await theCase(trx, actor, what.resident, what.caseId);
    const { rowCount } = await trx.query(
      'update pathways.pause set until_at = $3 where resident_id = $1 and case_id = $2 and until_at is null',
      [what.resident, what.caseId, ground.clock.now()],
    );
    if (!rowCount) refuse('conflict', REFUSALS.runsAlready);
    await auditAct(ground, trx, actor, what.resident, why, door, {
      type: 'ServiceRequest',
      id: what.caseId,
      detail: 'clocks resumed',
    });
    await refreshCase(ground, trx, what.resident, what.caseId);
    return { caseId: what.caseId };
  });
}

/**
 * The coach finishes: closes the requests to providers that have ended, and ends the team's own Task with the outcome
 * and what the practice may read of it. Where nothing was done (never reached), the Task fails with its reason.
 */
export async function finishCase(
  ground: PathwayGround,
  actor: Actor,
  what: {
    readonly resident: string;
    readonly caseId: string;
    readonly outcome?: string;
    readonly failed?: string;
    readonly summary?: string;
  },
  door: Door,
): Promise<Result<{ readonly caseId: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'close-own' }, door, async (trx, why) => {
    const row = await theCase(trx, actor, what.resident, what.caseId);
    if (row.closed_at) refuse('conflict', REFUSALS.caseClosed);
    if (!what.outcome && !what.failed) refuse('unprocessable', REFUSALS.chooseOutcome, 'outcome');
    const { requests, tasks } = await loadParts(trx, what.resident, what.caseId);
    for (const held of requests) {
      if (held.row.id === what.caseId || !['active', 'on-hold'].includes(held.resource.status)) continue;
      const open = tasks.some(
        (task) => idIn(task.resource.focus?.reference) === held.row.id && isOpen(task.resource.status),
      );
      if (open) refuse('conflict', REFUSALS.providerBusy);
      await endRequest(
        ground,
        trx,
        actor,
        what.resident,
        await theRequest(trx, what.resident, held.row.id),
        'completed',
        '',
        why,
        door,
      );
    }
    const own = tasks.find(
      (held) => idIn(held.resource.focus?.reference) === what.caseId && isOpen(held.resource.status),
    );
    if (!own) refuse('conflict', REFUSALS.caseFinished);
    if (own.resource.status === 'requested') refuse('conflict', REFUSALS.acceptOrDecline);
    const step = what.failed
      ? { to: 'failed' as const, reason: what.failed }
      : { to: 'completed' as const, outcome: what.outcome! };
    if (step.to === 'completed' && own.resource.status === 'accepted')
      await stepInside(ground, trx, actor, what.resident, { task: own.row.id, to: 'in-progress' }, why, door);
    await stepInside(
      ground,
      trx,
      actor,
      what.resident,
      { task: own.row.id, ...step, ...(what.summary ? { note: what.summary } : {}) },
      why,
      door,
    );
    return { caseId: what.caseId };
  });
}
