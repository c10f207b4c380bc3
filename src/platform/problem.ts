/** What went wrong, in a form that becomes a page, problem+json or an OperationOutcome in one place each. */
export type Problem = {
  readonly kind: ProblemKind;
  /** For people: what happened and what to do. Dutch where a resident or professional may read it. */
  readonly text: string;
  /** Where in what was sent: form field names or FHIR element paths. */
  readonly at?: readonly ProblemPlace[];
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
};

export type ProblemPlace = { readonly place: string; readonly text: string; readonly code?: string };

export type ProblemKind =
  | 'invalid' // 400: the request cannot be read
  | 'sign-in' // 401
  | 'forbidden' // 403: only for things one may know of
  | 'absent' // 404: not there, or not for you; the two look the same
  | 'conflict' // 409: somebody was first, or the state does not allow it
  | 'gone' // 410
  | 'stale' // 412: If-Match does not fit
  | 'too-large' // 413
  | 'unsupported' // 415
  | 'unprocessable' // 422: read, but against a rule
  | 'too-many' // 429
  | 'failed'; // 500

export type Result<T, P = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** A failed result. */
export function fail(
  kind: ProblemKind,
  text: string,
  at?: readonly ProblemPlace[],
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: at ? { kind, text, at } : { kind, text } };
}

/** Absent and denied are one and the same to who asks. */
export const ABSENT: Problem = {
  kind: 'absent',
  text: 'Deze pagina of dit gegeven is er niet (meer), of is niet voor u.',
};

const STATUS: Record<ProblemKind, number> = {
  invalid: 400,
  'sign-in': 401,
  forbidden: 403,
  absent: 404,
  conflict: 409,
  gone: 410,
  stale: 412,
  'too-large': 413,
  unsupported: 415,
  unprocessable: 422,
  'too-many': 429,
  failed: 500,
};

/** The HTTP status of a problem; the only place that knows. */
export function statusOf(problem: Problem): number {
  return STATUS[problem.kind];
}

/** A problem thrown to undo a transaction; caught where the transaction was begun. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.text);
    this.problem = problem;
  }
}
