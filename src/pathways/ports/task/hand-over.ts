import type { Resource } from '../../../fhir/index.ts';
import { fail, ok, type Problem, type Trx } from '../../../platform/index.ts';
import { type Change, type Settled, updateInside } from '../../../record/index.ts';
import { type Held, loadCase, loadParts } from '../../case-store.ts';
import { stopConcept } from '../../definitions.ts';
import type { PathwayGround } from '../../ground.ts';
import { isHandOver, teamTask } from '../../hand-over.ts';
import { isOpen } from '../../model/index.ts';
import { caseOf, hopOf, idIn, MOVED, type ReferralTask, type Request } from '../../shapes.ts';
import { ENGINE, ENGINE_WRITE } from '../engine.ts';

type Answer = { readonly ok: true; readonly value: Settled } | { readonly ok: false; readonly problem: Problem };

/** Another team is asked to take a case over: by the team that has it, one at a time, and never itself. */
export async function settleHandOver(
  ground: PathwayGround,
  trx: Trx,
  change: Change,
  task: ReferralTask,
  request: Held<Request>,
  of: readonly Held<ReferralTask>[],
): Promise<Answer> {
  const row = await loadCase(trx, change.resident, caseOf(request.resource));
  const own = teamTask(of, request.row.id);
  const mine = change.actor.role === 'system' || (row !== undefined && change.actor.services.includes(row.team));
  if (!row || !mine || hopOf(request.resource) !== 'first')
    return fail('absent', { nl: 'Deze zaak is niet van u.', en: 'This case is not yours.' });
  const named = ((task.partOf ?? []) as readonly { reference?: string }[]).map((ref) => idIn(ref.reference));
  if (!own || !named.includes(own.row.id) || !isOpen(own.resource.status) || own.resource.status === 'requested')
    return fail('unprocessable', 'partOf must name the Task of the team that has the case.', [
      { place: 'Task.partOf', text: 'Not the running Task of the team', code: 'business-rule' },
    ]);
  if (of.some((held) => isHandOver(held.resource) && held.resource.status === 'requested'))
    return fail('conflict', {
      nl: 'Er is al een ander team gevraagd. Wacht op het antwoord.',
      en: 'Another team has been asked already. Wait for its answer.',
    });
  const owner = task.owner?.reference ?? '';
  const teams = ground.definitions.region.organisations.flatMap((one) => one.teams);
  if (owner === row.team || !teams.some((team) => `HealthcareService/${team.id}` === owner))
    return fail('unprocessable', { nl: 'Kies een ander team.', en: 'Choose another team.' }, [
      { place: 'Task.owner', text: 'A team of this region, other than the one that has the case', code: 'value' },
    ]);
  return ok({ categories: request.row.categories as never, parties: [request.row.author, row.team] });
}

/** The case is of this team from here on. */
export async function setTeam(trx: Trx, resident: string, caseId: string, team: string): Promise<void> {
  await trx.query('update pathways."case" set team = $3 where resident_id = $1 and id = $2', [resident, caseId, team]);
}

/** The other team said no, or is no longer asked: the move is open again. */
export async function unasked(trx: Trx, resident: string, task: string): Promise<void> {
  await trx.query(
    'update pathways.move set said = null, task = null where resident_id = $1 and task = $2 and settled_at is null',
    [resident, task],
  );
}

/** Another team took the case over: it is theirs, and the Task of the team that had it ends. */
export async function takeOver(
  ground: PathwayGround,
  trx: Trx,
  change: Change,
  caseId: string,
  team: string,
): Promise<void> {
  await setTeam(trx, change.resident, caseId, team);
  await trx.query('update pathways.move set settled_at = $3 where resident_id = $1 and task = $2', [
    change.resident,
    change.id,
    change.at,
  ]);
  const { tasks, requests } = await loadParts(trx, change.resident, caseId);
  const request = requests.find((held) => held.row.id === caseId);
  for (const held of tasks) {
    const before = held.resource;
    if (held.row.id === change.id || idIn(before.focus?.reference) !== caseId || !isOpen(before.status)) continue;
    const statusReason = request && stopConcept(ground.definitions, request.resource, MOVED);
    await updateInside(
      ground,
      trx,
      ENGINE,
      {
        resource: { ...before, status: 'cancelled', statusReason, lastModified: change.at.toISOString() } as Resource,
        resident: change.resident,
        id: held.row.id,
        follows: true,
        ...ENGINE_WRITE,
      },
      { door: 'job' },
    );
  }
}
