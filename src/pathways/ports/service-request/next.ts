import { fail, ok, type Problem, type Text, type Trx } from '../../../platform/index.ts';
import { type Change, loadResource, type Settled } from '../../../record/index.ts';
import { loadParts } from '../../case-store.ts';
import { isOpen } from '../../model/index.ts';
import { REFUSALS } from '../../refusals.ts';
import { caseOf, hopOf, idIn, isRunning, pathwayOf, type Request } from '../../shapes.ts';

type Answer = { readonly ok: true; readonly value: Settled } | { readonly ok: false; readonly problem: Problem };

const MAY_BECOME: Readonly<Record<string, readonly string[]>> = {
  draft: ['active', 'revoked', 'entered-in-error'],
  active: ['on-hold', 'completed', 'revoked', 'entered-in-error'],
  'on-hold': ['active', 'completed', 'revoked', 'entered-in-error'],
  completed: ['entered-in-error'],
  revoked: ['entered-in-error'],
};

/** Opened again by hand, after a death that was a mistake: the rules alone take that step back. */
const REOPENED = { from: 'revoked', to: 'active' } as const;

export async function settleNext(trx: Trx, change: Change): Promise<Answer> {
  const [before, after] = [change.before as Request, change.after as Request];
  if (!pathwayOf(before)) return ok({});
  const fixed = (request: Request) =>
    JSON.stringify([
      request.basedOn,
      request.instantiatesCanonical,
      request.subject,
      request.reasonCode,
      request.performer,
    ]);
  if (fixed(before) !== fixed(after))
    return fail('unprocessable', 'What a request asks does not change. Withdraw it and make a new one.', [
      {
        place: 'ServiceRequest',
        text: 'basedOn, instantiatesCanonical, subject, reasonCode and performer stay as they are',
        code: 'business-rule',
      },
    ]);
  if (before.status === after.status)
    return change.actor.role === 'system' || (await isOwn(trx, change))
      ? ok({})
      : fail('absent', REFUSALS.notYourReferral);
  if (change.follows && before.status === REOPENED.from && after.status === REOPENED.to) return ok({});
  if (!MAY_BECOME[before.status]?.includes(after.status))
    return fail(
      'conflict',
      ENDED_WORDS[before.status] ?? {
        nl: `Van ${before.status} kan niet naar ${after.status}.`,
        en: `From ${before.status} there is no way to ${after.status}.`,
      },
    );
  const own = change.actor.role === 'system' || (await isOwn(trx, change));
  const byResident = change.actor.role === 'resident' && after.status === 'revoked';
  const byCoordinator = change.actor.role === 'coordinator' && after.status === 'entered-in-error';
  if (!own && !byResident && !byCoordinator) return fail('absent', REFUSALS.notYourReferral);
  if (after.status === 'completed') {
    const { tasks, requests } = await loadParts(trx, change.resident, caseOf(before));
    const open = tasks.some(
      (task) => idIn(task.resource.focus?.reference) === change.id && isOpen(task.resource.status),
    );
    const onward =
      hopOf(before) === 'first' && requests.some((one) => one.row.id !== change.id && isRunning(one.resource));
    if (open || onward) return fail('conflict', REFUSALS.stillRuns);
  }
  return ok({});
}

/** True where the actor's practice or team made the request; nobody else changes what it says. */
async function isOwn(trx: Trx, change: Change): Promise<boolean> {
  const author = (await loadResource(trx, change.resident, 'ServiceRequest', change.id))?.author ?? '';
  return author !== '' && (author === change.actor.organisation || change.actor.services.includes(author));
}

const ENDED_WORDS: Readonly<Record<string, Text>> = {
  completed: REFUSALS.referralClosed,
  revoked: REFUSALS.referralWithdrawn,
  'entered-in-error': REFUSALS.referralMistake,
};
