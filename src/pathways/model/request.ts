import { isOpen, type TaskStatus } from './transitions.ts';

/** The statuses of a FHIR R4 ServiceRequest that a referral uses. */
export type RequestStatus = 'draft' | 'active' | 'on-hold' | 'revoked' | 'completed' | 'entered-in-error';

/** What the requester (or the resident, for withdrawing) decided about the request as a whole. */
export type RequestDecision = 'none' | 'closed' | 'withdrawn' | 'entered-in-error';

/**
 * The status of a ServiceRequest as it follows from its Tasks and from what was decided about it. Work that runs
 * keeps it active; when all work has ended it stays active until its requester has looked at it and closes it, so
 * that no outcome goes unseen. A decision to close or withdraw holds once no Task is open.
 */
export function requestStatus(tasks: readonly TaskStatus[], decision: RequestDecision = 'none'): RequestStatus {
  const live = tasks.filter((status) => status !== 'entered-in-error');
  if (decision === 'entered-in-error' || (tasks.length > 0 && live.length === 0)) return 'entered-in-error';
  if (decision !== 'none' && !live.some(isOpen)) return decision === 'closed' ? 'completed' : 'revoked';
  if (live.every((status) => status === 'draft')) return 'draft';
  const held = live.includes('on-hold') && !live.some((status) => RUNNING.includes(status));
  return held ? 'on-hold' : 'active';
}

const RUNNING: readonly TaskStatus[] = ['requested', 'accepted', 'in-progress'];

type Named = { readonly id: string; readonly status: TaskStatus };

/** What a withdrawal takes along: the Tasks that are cancelled with it. The page shows them before it happens. */
export function withdrawnWith<Task extends Named>(tasks: readonly Task[]): readonly Task[] {
  return tasks.filter((task) => isOpen(task.status));
}

/** What undoing a mistake takes along: every Task that is not yet marked entered in error. */
export function undoneWith<Task extends Named>(tasks: readonly Task[]): readonly Task[] {
  return tasks.filter((task) => task.status !== 'entered-in-error');
}
