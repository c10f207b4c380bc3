import type { Resource } from '../../fhir/index.ts';
import { type Actor, type Door, type Result, ulid } from '../../platform/index.ts';
import { createInside, updateInside } from '../../record/index.ts';
import { loadParts } from '../case-store.ts';
import { stopConcept } from '../definitions.ts';
import type { PathwayGround } from '../ground.ts';
import { isHandOver, teamTask } from '../hand-over.ts';
import { isOpen } from '../model/index.ts';
import { openMove } from '../move-store.ts';
import { ENGINE, ENGINE_WRITE } from '../ports/engine.ts';
import { refreshCase } from '../refresh.ts';
import { idIn, isRunning, MOVED, taskFor, withStopReason } from '../shapes.ts';
import { auditAct, perform, refuse, theCase, theRequest } from './perform.ts';
import { stepInside } from './task.ts';

type Where = { readonly resident: string; readonly caseId: string };

/** The teams that may take a case over: every team of the region but the one that has it. */
export function otherTeams(
  ground: PathwayGround,
  own: string,
): readonly { readonly id: string; readonly name: string; readonly municipality: string }[] {
  return ground.definitions.region.organisations
    .flatMap((one) => one.teams.map((team) => ({ ...team, municipality: one.municipality })))
    .filter((team) => `HealthcareService/${team.id}` !== own);
}

/** Notes that the resident moved and wants to stay with this team; nothing changes. */
export async function staysHere(
  ground: PathwayGround,
  actor: Actor,
  what: Where,
  door: Door,
): Promise<Result<{ readonly caseId: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'hand-over' }, door, async (trx, why) => {
    await theCase(trx, actor, what.resident, what.caseId);
    const { rowCount } = await trx.query(
      `update pathways.move set said = 'stays', said_at = $3, by_name = $4, settled_at = $3
       where resident_id = $1 and case_id = $2 and settled_at is null and task is null`,
      [what.resident, what.caseId, ground.clock.now(), actor.name],
    );
    if (!rowCount) refuse('conflict', { nl: 'Hier is al over beslist.', en: 'This has been decided already.' });
    await auditAct(ground, trx, actor, what.resident, why, door, {
      type: 'ServiceRequest',
      id: what.caseId,
      detail: 'moved, and stays with this team',
    });
    await refreshCase(ground, trx, what.resident, what.caseId);
    return { caseId: what.caseId };
  });
}

/**
 * Asks another team to take the case over, with the resident's knowledge: they said yes, or could not be reached and get
 * a letter. The team that has the case keeps it until the other says yes. `stop`: providers near the old home for which
 * the resident does not want to travel.
 */
export async function askOtherTeam(
  ground: PathwayGround,
  actor: Actor,
  what: Where & { readonly said: string; readonly team: string; readonly stop?: readonly string[] },
  door: Door,
): Promise<Result<{ readonly task: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'hand-over' }, door, async (trx, why) => {
    const row = await theCase(trx, actor, what.resident, what.caseId);
    if (row.closed_at) refuse('conflict', { nl: 'Deze zaak is al gesloten.', en: 'This case is closed already.' });
    if (what.said !== 'yes' && what.said !== 'not-reached')
      refuse('unprocessable', { nl: 'Kies wat de inwoner zei.', en: 'Choose what the resident said.' }, 'said');
    const team = otherTeams(ground, row.team).find((one) => one.id === what.team);
    if (!team) refuse('unprocessable', { nl: 'Kies een team.', en: 'Choose a team.' }, 'team');
    const { tasks } = await loadParts(trx, what.resident, what.caseId);
    const own = teamTask(tasks, what.caseId);
    if (!own || !isOpen(own.resource.status) || own.resource.status === 'requested')
      refuse('conflict', { nl: 'Neem de verwijzing eerst aan.', en: 'Accept the referral first.' });
    const request = await theRequest(trx, what.resident, what.caseId);
    const owner = { reference: `HealthcareService/${team.id}`, display: team.name };
    const resource = {
      ...taskFor(
        request,
        what.resident,
        owner,
        { reference: row.team, display: own.resource.owner?.display ?? '' },
        ground.clock.now(),
      ),
      partOf: [{ reference: `Task/${own.row.id}` }],
      reasonCode: stopConcept(ground.definitions, request, MOVED),
      input: [{ type: { text: 'resident-said' }, valueString: what.said }],
    } as Resource;
    const written = await createInside(
      ground,
      trx,
      actor,
      { resource, resident: what.resident, ...why, parties: [row.practice] },
      door,
    );
    await trx.query(
      `insert into pathways.move (resident_id, case_id, id, inside, at, said, said_at, by_name, task)
       values ($1, $2, $3, true, $4, $5, $4, $6, $7)
       on conflict (resident_id, case_id) where settled_at is null
       do update set said = excluded.said, said_at = excluded.said_at, by_name = excluded.by_name, task = excluded.task`,
      [what.resident, what.caseId, ulid(ground.clock), ground.clock.now(), what.said, actor.name, written.id],
    );
    for (const task of tasks) {
      if (!what.stop?.includes(task.row.id) || isHandOver(task.resource) || !isOpen(task.resource.status)) continue;
      if (idIn(task.resource.focus?.reference) === what.caseId) continue;
      const step = { task: task.row.id, to: 'cancelled' as const, reason: MOVED };
      await stepInside(ground, trx, actor, what.resident, step, why, door);
    }
    await refreshCase(ground, trx, what.resident, what.caseId);
    return { task: written.id };
  });
}

/** The resident moved out of the region: the case ends, and they are told where to ask. Nothing is sent elsewhere. */
export async function endForMove(
  ground: PathwayGround,
  actor: Actor,
  what: Where,
  door: Door,
): Promise<Result<{ readonly caseId: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'hand-over' }, door, async (trx, why) => {
    await theCase(trx, actor, what.resident, what.caseId);
    const request = await theRequest(trx, what.resident, what.caseId);
    if (!isRunning(request))
      refuse('conflict', { nl: 'Deze zaak is al gesloten.', en: 'This case is closed already.' });
    const move = await openMove(trx, what.resident, what.caseId);
    if (!move || move.inside)
      refuse('conflict', {
        nl: 'De inwoner woont nog in deze regio. Draag de zaak over, of rond hem af.',
        en: 'The resident still lives in this region. Hand the case over, or finish it.',
      });
    const resource = {
      ...withStopReason(request, stopConcept(ground.definitions, request, MOVED)),
      status: 'revoked',
    } as Resource;
    await updateInside(
      ground,
      trx,
      ENGINE,
      { resource, resident: what.resident, id: what.caseId, follows: true, ...ENGINE_WRITE },
      { door: 'job' },
    );
    await trx.query('update pathways.move set settled_at = $3 where resident_id = $1 and id = $2', [
      what.resident,
      move.id,
      ground.clock.now(),
    ]);
    await auditAct(ground, trx, actor, what.resident, why, door, {
      type: 'ServiceRequest',
      id: what.caseId,
      detail: 'ended: moved out of the region',
    });
    return { caseId: what.caseId };
  });
}
