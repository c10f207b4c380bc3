import type { Resource } from '../../fhir/index.ts';
import { ABSENT, type Act, type Actor, type Door, type Result, residentOf, type Trx } from '../../platform/index.ts';
import { createInside, updateInside } from '../../record/index.ts';
import { loadCase } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { reasonsFor, type TaskStatus } from '../model/index.ts';
import { refreshCase } from '../refresh.ts';
import { REFUSALS } from '../refusals.ts';
import { careTeamFor, concept, hopOf, idIn, pathwayOf, type ReferralTask, SYSTEM } from '../shapes.ts';
import { perform, refuse, theRequest, theTask, type Why } from './perform.ts';

/** A step of a Task as a person takes it. `reason` and `outcome` are codes of the pathway. */
export type Step = {
  readonly task: string;
  readonly to: TaskStatus;
  readonly reason?: string;
  readonly outcome?: string;
  readonly note?: string;
};

/** Takes one step of a Task: accept, decline, begin, hold, complete, fail, cancel, undo. The one table decides whether it may. */
export async function takeStep(
  ground: PathwayGround,
  actor: Actor,
  step: Step,
  door: Door,
): Promise<Result<{ readonly task: string; readonly status: TaskStatus }>> {
  const resident = residentOf(step.task);
  if (!resident) return { ok: false, problem: ABSENT };
  return perform(ground, actor, { resident, act: actOf(actor, step.to) }, door, async (trx, why) => {
    await stepInside(ground, trx, actor, resident, step, why, door);
    return { task: step.task, status: step.to };
  });
}

/** As `takeStep`, inside an open transaction. */
export async function stepInside(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  resident: string,
  step: Step,
  why: Why,
  door: Door,
): Promise<void> {
  const task = await theTask(trx, resident, step.task);
  if (task.status === step.to) refuse('conflict', REFUSALS.somebodyWasFirst);
  const request = await theRequest(trx, resident, idIn(task.focus?.reference));
  const pathway = pathwayOf(request);
  if (!pathway) refuse('absent', REFUSALS.noRequest);
  const definition = ground.definitions.pathway(pathway.id, pathway.version);
  const known = reasonsFor(definition, step.to, byOf(actor, hopOf(request)));
  const reason = step.reason ? known.find((one) => one.code === step.reason) : undefined;
  if (step.reason && !reason && step.to !== 'completed') refuse('unprocessable', REFUSALS.reasonFromList, 'reason');
  const outcome = step.outcome ? definition.outcomes.find((one) => one.code === step.outcome) : undefined;
  if (step.outcome && !outcome) refuse('unprocessable', REFUSALS.outcomeFromList, 'outcome');
  const changed: ReferralTask = {
    ...task,
    status: step.to,
    lastModified: ground.clock.now().toISOString(),
    ...(reason ? { statusReason: concept(SYSTEM.stop, reason.code, reason.label) } : {}),
    ...(outcome
      ? {
          output: [
            { type: { text: 'uitkomst' }, valueCodeableConcept: concept(SYSTEM.outcome, outcome.code, outcome.label) },
            ...(step.note?.trim() ? [{ type: { text: 'samenvatting' }, valueString: step.note.trim() }] : []),
          ],
        }
      : {}),
    ...(step.note?.trim() && !outcome ? { note: [...(task.note ?? []), { text: step.note.trim() }] } : {}),
  };
  await updateInside(ground, trx, actor, { resource: changed as Resource, resident, id: step.task, ...why }, door);
}

function actOf(actor: Actor, to: TaskStatus): Act {
  if (actor.role === 'resident') return 'change-mind';
  if (to === 'accepted' || to === 'rejected') return 'answer';
  if (to === 'cancelled' || to === 'entered-in-error') return 'undo';
  return 'support';
}

/** What somebody is to a Task: who refers on from the team asks a provider, and performs what a practice asked. */
function byOf(actor: Actor, hop: 'first' | 'second'): 'requester' | 'provider' | 'resident' | 'system' {
  if (actor.role === 'resident' || actor.role === 'system') return actor.role;
  const asks = hop === 'first' ? ['practice-nurse', 'gp'] : ['welfare-coach', 'coordinator'];
  return asks.includes(actor.role) ? 'requester' : 'provider';
}

/** Gives a case to a colleague of the team: the act is recorded, the care team changes, the list follows. */
export async function assign(
  ground: PathwayGround,
  actor: Actor,
  what: {
    readonly resident: string;
    readonly caseId: string;
    readonly to: { readonly person: string; readonly name: string };
    /** Who had the case when the person chose; `null` nobody. Somebody else by now: nothing is done. */
    readonly from?: string | null;
  },
  door: Door,
): Promise<Result<{ readonly caseId: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'assign' }, door, async (trx, why) => {
    await assignInside(ground, trx, actor, what, why, door);
    return { caseId: what.caseId };
  });
}

/** As `assign`, inside an open transaction. */
export async function assignInside(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  what: {
    readonly resident: string;
    readonly caseId: string;
    readonly to: { readonly person: string; readonly name: string };
    readonly from?: string | null;
  },
  why: Why,
  door: Door,
): Promise<void> {
  const row = await loadCase(trx, what.resident, what.caseId, true);
  if (!row || !(actor.services.includes(row.team) || actor.role === 'system')) refuse('absent', REFUSALS.noCase);
  if (row.closed_at) refuse('conflict', REFUSALS.caseClosed);
  if (row.assignee === what.to.person)
    refuse('conflict', {
      nl: `Deze zaak staat al op naam van ${what.to.name}. Er is niets veranderd.`,
      en: `${what.to.name} has this case already. Nothing was changed.`,
    });
  if (what.from !== undefined && row.assignee !== what.from)
    refuse('conflict', {
      nl: `Iemand was net eerder: deze zaak staat nu op naam van ${row.assignee_name ?? 'niemand'}. Kijk opnieuw wat er nu staat.`,
      en: `Somebody was just before you: ${row.assignee_name ?? 'nobody'} has this case now. Look again at how it stands.`,
    });
  const { rows } = await trx.query(
    "select 1 from platform.role where person = $1 and active and $2 = any (services) and code in ('welfare-coach', 'coordinator')",
    [what.to.person, row.team],
  );
  if (rows.length === 0) refuse('unprocessable', REFUSALS.chooseColleague, 'to');
  const found = await trx.query<{ id: string; content: string }>(
    "select id, content from record.resource where resident_id = $1 and type = 'CareTeam' and tokens && $2::text[]",
    [what.resident, [`identifier|${SYSTEM.case}|${what.caseId}`]],
  );
  const at = ground.clock.now();
  const member = { reference: what.to.person, display: what.to.name };
  const team = found.rows[0];
  if (team) {
    const present = JSON.parse(team.content) as Resource & {
      participant?: readonly { period?: { start?: string; end?: string } }[];
    };
    const past = (present.participant ?? []).map((one) =>
      one.period?.end ? one : { ...one, period: { ...one.period, end: at.toISOString() } },
    );
    const next = careTeamFor(what.resident, what.caseId, member, at) as Resource & { participant: readonly unknown[] };
    await updateInside(
      ground,
      trx,
      actor,
      {
        resource: { ...present, participant: [...past, ...next.participant] },
        resident: what.resident,
        id: team.id,
        ...why,
      },
      door,
    );
  } else
    await createInside(
      ground,
      trx,
      actor,
      { resource: careTeamFor(what.resident, what.caseId, member, at), resident: what.resident, ...why },
      door,
    );
  await trx.query('update pathways."case" set assignee = $3, assignee_name = $4 where resident_id = $1 and id = $2', [
    what.resident,
    what.caseId,
    what.to.person,
    what.to.name,
  ]);
  await refreshCase(ground, trx, what.resident, what.caseId);
}
