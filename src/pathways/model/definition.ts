import type { NormUnit } from '../../platform/time/index.ts';
import type { ActorKind, TaskStatus } from './transitions.ts';

export type Coded = { readonly code: string; readonly label: string; readonly help?: string | undefined };

/** A term between two moments of a case, with where it comes from (or exactly `set by the region`). */
export type Norm = {
  readonly id: string;
  readonly label: string;
  readonly amount: number;
  readonly unit: NormUnit;
  readonly from: string;
  readonly until: string;
  readonly source: string;
};

export type Step = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** What the resident reads about it. */
  readonly forResident: string;
  readonly roles: readonly string[];
  readonly norms: readonly string[];
  readonly questionnaires: readonly string[];
};

/** One referral from the one to the other; a case is a chain of them. */
export type Hop = {
  readonly id: string;
  readonly title: string;
  readonly requesters: readonly string[];
  readonly performer: string;
  readonly target: 'tied-team' | 'service';
  readonly basedOn?: string | undefined;
  readonly answerNorm: string;
};

/** A reason, and who may give it. */
export type StopReason = Coded & { readonly by: readonly ('requester' | 'provider' | 'resident' | 'system')[] };

/** A pathway as the engine reads it; the region's content carries more. A case runs the version it began with. */
export type PathwayDefinition = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  readonly forWhom: { readonly text: string; readonly minimumAge: number };
  readonly reasons: readonly (Coded & { readonly category: string })[];
  /** `norm`: the norm that holds at this urgency, instead of those of the other urgencies. */
  readonly urgencies: readonly (Coded & { readonly norm: string })[];
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly steps: readonly Step[];
  readonly hops: readonly Hop[];
  readonly norms: readonly Norm[];
  readonly followUp?: { readonly after: string; readonly questionnaires: readonly string[] } | undefined;
  readonly rejectReasons: readonly StopReason[];
  readonly cancelReasons: readonly StopReason[];
  readonly holdReasons: readonly StopReason[];
  readonly failedReasons: readonly StopReason[];
  readonly errorReasons: readonly StopReason[];
  readonly outcomes: readonly (Coded & { readonly good: boolean })[];
};

/**
 * The reasons (or outcomes) that may be told when a Task takes a step, for what the actor is to it. A mistake may be
 * marked with any of its reasons, by whoever may mark it.
 */
export function reasonsFor(definition: PathwayDefinition, to: TaskStatus, by: ActorKind): readonly Coded[] {
  const given = (reasons: readonly StopReason[]): readonly Coded[] =>
    reasons.filter((reason) => reason.by.some((kind) => kind === by));
  switch (to) {
    case 'rejected':
      return given(definition.rejectReasons);
    case 'cancelled':
      return given(definition.cancelReasons);
    case 'on-hold':
      return given(definition.holdReasons);
    case 'failed':
      return given(definition.failedReasons);
    case 'entered-in-error':
      return definition.errorReasons;
    case 'completed':
      return definition.outcomes;
    default:
      return [];
  }
}

/** The norms that hold for a case: those bound to another urgency are left out. No urgency told counts as the first. */
export function normsOf(
  definition: Pick<PathwayDefinition, 'norms' | 'urgencies'>,
  urgency: string | null,
): readonly Norm[] {
  const { urgencies } = definition;
  const holds = (urgencies.find((one) => one.code === urgency) ?? urgencies[0])?.norm;
  const bound = new Set(urgencies.map((one) => one.norm));
  return definition.norms.filter((norm) => norm.id === holds || !bound.has(norm.id));
}
