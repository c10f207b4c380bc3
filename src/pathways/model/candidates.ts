import { daysBetween, type LocalDate } from '../../platform/time/index.ts';
import type { ActorKind, TaskStatus } from './transitions.ts';

/** The reason with which the system cancels a Task nobody answered in time; a pathway offers it to the system. */
export const STALLED = 'no-answer';

/** One Task of a request as its history shows it. `answerDue`: last day for an answer, while it is requested. */
export type OfferedTask = {
  readonly id: string;
  readonly candidate: string;
  readonly status: TaskStatus;
  readonly answerDue?: LocalDate | null | undefined;
  /** Code of the reason with which it was rejected, cancelled, failed or marked entered in error. */
  readonly reason?: string | undefined;
  readonly endedBy?: ActorKind | undefined;
};

/** How one candidate came to nothing. */
export type CameToNothing = {
  readonly candidate: string;
  readonly task: string;
  readonly status: TaskStatus;
  readonly reason: string | undefined;
};

export type NextStep =
  /** Ask this candidate. */
  | { readonly kind: 'offer'; readonly candidate: string }
  /** First cancel this Task as the system, with reason STALLED; then ask again what is next. */
  | { readonly kind: 'cancel-stalled'; readonly task: string; readonly candidate: string; readonly daysLate: number }
  /** Somebody has the request: waits for an answer, or is helping. */
  | { readonly kind: 'in-hand'; readonly task: string; readonly candidate: string; readonly daysLate: number }
  /** Support was completed. */
  | { readonly kind: 'completed'; readonly task: string; readonly candidate: string }
  /**
   * The requester decides. none-left: every candidate was asked · stopped: a person or an event stopped it, so
   * nothing is offered of itself.
   */
  | {
      readonly kind: 'back-to-requester';
      readonly why: 'none-left' | 'stopped';
      readonly reasons: readonly CameToNothing[];
    };

export type NextInput = {
  /** Service ids in the order in which they are to be asked. */
  readonly candidates: readonly string[];
  /** Every Task of the request so far, oldest first. */
  readonly tasks: readonly OfferedTask[];
  readonly today: LocalDate;
  /** What happens when the norm for an answer passes; a referral to a fixed team is shown as late, not taken away. */
  readonly whenStalled?: 'cancel' | 'show';
};

/**
 * What to do next with a request and its ordered candidates. A rejected Task leads to the next candidate at once;
 * one that nobody answered in time is first cancelled by the system, so that a late accept gets a clear answer.
 * One candidate is asked at a time, and none twice.
 */
export function nextCandidate(input: NextInput): NextStep {
  const { tasks, today } = input;
  const inHand = tasks.find((task) => IN_HAND.includes(task.status));
  if (inHand !== undefined) {
    const { id: task, candidate } = inHand;
    const daysLate = answerLate(inHand, today);
    const taken = daysLate > 0 && input.whenStalled !== 'show';
    return { kind: taken ? 'cancel-stalled' : 'in-hand', task, candidate, daysLate };
  }
  const completed = tasks.findLast((task) => task.status === 'completed');
  if (completed !== undefined) return { kind: 'completed', task: completed.id, candidate: completed.candidate };
  const ended = tasks.filter((task) => task.status !== 'draft');
  const reasons = ended.map(({ candidate, id, status, reason }) => ({ candidate, task: id, status, reason }));
  const last = ended.at(-1);
  if (last !== undefined && !passesOn(last)) return { kind: 'back-to-requester', why: 'stopped', reasons };
  const asked = new Set(ended.map((task) => task.candidate));
  const next = input.candidates.find((candidate) => !asked.has(candidate));
  return next === undefined
    ? { kind: 'back-to-requester', why: 'none-left', reasons }
    : { kind: 'offer', candidate: next };
}

/** Days since the last day for an answer; 0 when there is still time, or nothing to answer. Calendar days. */
export function answerLate(task: Pick<OfferedTask, 'status' | 'answerDue'>, today: LocalDate): number {
  if (task.status !== 'requested' || task.answerDue == null) return 0;
  return Math.max(0, daysBetween(task.answerDue, today));
}

const IN_HAND: readonly TaskStatus[] = ['requested', 'accepted', 'in-progress', 'on-hold'];

/** Only a refusal and a silence pass the request on; when help had begun, or a person said stop, a person decides. */
function passesOn(task: OfferedTask): boolean {
  if (task.status === 'rejected') return true;
  return task.status === 'cancelled' && task.endedBy === 'system' && task.reason === STALLED;
}
