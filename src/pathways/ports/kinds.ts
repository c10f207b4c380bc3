import { type Actor, authorOf } from '../../platform/index.ts';
import type { Held } from '../case-store.ts';
import type { ActorKind } from '../model/index.ts';
import { isOwnWish, type ReferralTask, type Request } from '../shapes.ts';

/** A system of Omzien itself, as opposed to a client system of a partner. */
export function isEngine(actor: Actor): boolean {
  return actor.role === 'system' && actor.person.startsWith('Device/omzien-');
}

/** Everything an actor is to a Task. A regional client system may act for either side, under its agreement. */
export function kindsOf(
  actor: Actor,
  task: ReferralTask,
  request: Held<Request>,
  caseTeam: string | undefined,
): readonly ActorKind[] {
  const kinds: ActorKind[] = [];
  if (actor.role === 'system') return isEngine(actor) ? ['system'] : ['system', 'requester', 'provider', 'maker'];
  const mine = authorOf(actor);
  const owner = task.owner?.reference ?? '';
  if (request.row.author === mine || actor.services.includes(request.row.author)) kinds.push('requester', 'maker');
  if (actor.services.includes(owner)) kinds.push('provider');
  if (actor.role === 'resident')
    kinds.push('resident', ...(isOwnWish(request.resource) ? (['requester'] as const) : []));
  if (actor.role === 'coordinator' && caseTeam !== undefined && actor.services.includes(caseTeam))
    kinds.push('coordinator');
  return kinds;
}
