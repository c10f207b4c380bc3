/** The statuses of a FHIR R4 Task that a referral uses (http://hl7.org/fhir/R4/valueset-task-status.html). */
export const TASK_STATUSES = [
  'draft',
  'requested',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'failed',
  'cancelled',
  'entered-in-error',
] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** What somebody is to a Task; one person may be several (who refers also made it). */
export const ACTOR_KINDS = ['requester', 'provider', 'resident', 'system', 'maker', 'coordinator'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** What has to be told with a step. */
export type Given = 'reason' | 'outcome';

export type Transition = {
  readonly from: TaskStatus;
  readonly to: TaskStatus;
  readonly by: readonly ActorKind[];
  readonly needs: readonly Given[];
};

const STOPPERS = ['requester', 'resident', 'system'] as const;
const CORRECTORS = ['maker', 'coordinator'] as const;

/** Every step a Task may take; what is not here does not happen, through whichever door. */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'draft', to: 'requested', by: ['requester'], needs: [] },
  { from: 'draft', to: 'cancelled', by: ['requester'], needs: [] },
  { from: 'requested', to: 'accepted', by: ['provider'], needs: [] },
  { from: 'requested', to: 'rejected', by: ['provider'], needs: ['reason'] },
  { from: 'accepted', to: 'in-progress', by: ['provider'], needs: [] },
  { from: 'accepted', to: 'on-hold', by: ['provider'], needs: ['reason'] },
  { from: 'accepted', to: 'failed', by: ['provider'], needs: ['reason'] },
  { from: 'in-progress', to: 'on-hold', by: ['provider'], needs: ['reason'] },
  { from: 'in-progress', to: 'completed', by: ['provider'], needs: ['outcome'] },
  { from: 'in-progress', to: 'failed', by: ['provider'], needs: ['reason'] },
  { from: 'on-hold', to: 'in-progress', by: ['provider'], needs: [] },
  { from: 'on-hold', to: 'completed', by: ['provider'], needs: ['outcome'] },
  { from: 'on-hold', to: 'failed', by: ['provider'], needs: ['reason'] },
  // The system stops a Task when the resident has died, moved away or withdrew consent, and when an answer stays out.
  { from: 'requested', to: 'cancelled', by: STOPPERS, needs: ['reason'] },
  { from: 'accepted', to: 'cancelled', by: STOPPERS, needs: ['reason'] },
  { from: 'in-progress', to: 'cancelled', by: STOPPERS, needs: ['reason'] },
  { from: 'on-hold', to: 'cancelled', by: STOPPERS, needs: ['reason'] },
  // What should never have been is marked so from wherever it got to; all who saw it are told.
  { from: 'draft', to: 'entered-in-error', by: CORRECTORS, needs: ['reason'] },
  { from: 'requested', to: 'entered-in-error', by: CORRECTORS, needs: ['reason'] },
  { from: 'accepted', to: 'entered-in-error', by: CORRECTORS, needs: ['reason'] },
  { from: 'rejected', to: 'entered-in-error', by: CORRECTORS, needs: ['reason'] },
  { from: 'in-progress', to: 'entered-in-error', by: CORRECTORS, needs: ['reason'] },
  { from: 'on-hold', to: 'entered-in-error', by: CORRECTORS, needs: ['reason'] },
  { from: 'completed', to: 'entered-in-error', by: CORRECTORS, needs: ['reason'] },
  { from: 'failed', to: 'entered-in-error', by: CORRECTORS, needs: ['reason'] },
  { from: 'cancelled', to: 'entered-in-error', by: CORRECTORS, needs: ['reason'] },
];

/** Statuses in which somebody still has something to do. */
export const OPEN_STATUSES: readonly TaskStatus[] = ['draft', 'requested', 'accepted', 'in-progress', 'on-hold'];

export function isOpen(status: TaskStatus): boolean {
  return OPEN_STATUSES.includes(status);
}

export type TransitionProblem = {
  readonly kind: 'transition';
  /**
   * already: it has that status (a double submit) · ended: it stopped before, for instance withdrawn ·
   * not-from-here: it is not that far, or past it · not-by-you: others may do this · missing: tell what is missing.
   */
  readonly code: 'already' | 'ended' | 'not-from-here' | 'not-by-you' | 'missing';
  readonly status: TaskStatus;
  readonly to: TaskStatus;
  readonly missing: readonly Given[];
};

/** The step as taken: `by` is what the actor was to the Task in it. */
export type TransitionTaken = { readonly from: TaskStatus; readonly to: TaskStatus; readonly by: ActorKind };

export type TransitionResult =
  | { readonly ok: true; readonly value: TransitionTaken }
  | { readonly ok: false; readonly problem: TransitionProblem };

/**
 * May this Task take that step? `by` is everything the actor is to it; `given` are the reason and outcome told
 * (blank counts as not told). Changes nothing itself.
 */
export function transition(
  task: { readonly status: TaskStatus },
  to: TaskStatus,
  act: { readonly by: readonly ActorKind[]; readonly given?: Readonly<Partial<Record<Given, string | undefined>>> },
): TransitionResult {
  const { status } = task;
  const refuse = (code: TransitionProblem['code'], missing: readonly Given[] = []): TransitionResult => ({
    ok: false,
    problem: { kind: 'transition', code, status, to, missing },
  });
  if (status === to) return refuse('already');
  const step = TRANSITIONS.find((row) => row.from === status && row.to === to);
  if (step === undefined) return refuse(isOpen(status) ? 'not-from-here' : 'ended');
  const by = step.by.find((kind) => act.by.includes(kind));
  if (by === undefined) return refuse('not-by-you');
  const missing = step.needs.filter((need) => !act.given?.[need]?.trim());
  if (missing.length > 0) return refuse('missing', missing);
  return { ok: true, value: { from: status, to, by } };
}

export type TaskAction =
  | { readonly to: TaskStatus; readonly state: 'available'; readonly needs: readonly Given[] }
  | {
      readonly to: TaskStatus;
      readonly state: 'unavailable';
      readonly reason: Exclude<TransitionProblem['code'], 'missing'>;
    };

/**
 * What an actor may ever do with a Task, in the order of TASK_STATUSES: `available` now, or `unavailable` and why.
 * What is never theirs to do is left out. For Tasks the actor may already see.
 */
export function actionsFor(task: { readonly status: TaskStatus }, by: readonly ActorKind[]): readonly TaskAction[] {
  const theirs = (row: Transition): boolean => row.by.some((kind) => by.includes(kind));
  return TASK_STATUSES.filter((to) => TRANSITIONS.some((row) => row.to === to && theirs(row))).map((to) => {
    const now = TRANSITIONS.find((row) => row.from === task.status && row.to === to && theirs(row));
    if (now !== undefined) return { to, state: 'available', needs: now.needs };
    const refused = transition(task, to, { by, given: { reason: '-', outcome: '-' } });
    if (refused.ok || refused.problem.code === 'missing') throw new Error(`The table allows ${task.status} to ${to}.`);
    return { to, state: 'unavailable', reason: refused.problem.code };
  });
}
