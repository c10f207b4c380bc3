import { idIn, type ReferralTask } from './shapes.ts';

/** A Task that asks another team to take a case over: part of the Task of the team that has it. */
export function isHandOver(task: ReferralTask): boolean {
  const parts = (task.partOf ?? []) as readonly { readonly reference?: string }[];
  return parts.some((ref) => ref.reference?.startsWith('Task/'));
}

/** The steps by which another team is asked and answers: they start no clock anew. After its yes the Task is as any other. */
export function isAsking(task: ReferralTask): boolean {
  return isHandOver(task) && ['requested', 'accepted', 'rejected'].includes(task.status);
}

/** True while a hand-over was asked and not taken: it was not answered, refused, or taken back. */
function pending(task: ReferralTask): boolean {
  return isHandOver(task) && ['draft', 'requested', 'rejected', 'entered-in-error'].includes(task.status);
}

const OPEN = ['requested', 'accepted', 'in-progress', 'on-hold'];

/**
 * Of the Tasks of a first request the one of the team that has the case: the last that is open, else the last; never one
 * by which another team was only asked. For who sees no other (the team that was asked) it is what there is.
 */
export function teamTask<T extends { readonly resource: ReferralTask }>(
  tasks: readonly T[],
  request: string,
): T | undefined {
  const of = tasks.filter((held) => idIn(held.resource.focus?.reference) === request);
  const own = of.filter((held) => !pending(held.resource));
  return own.findLast((held) => OPEN.includes(held.resource.status)) ?? own.at(-1) ?? of.at(-1);
}
