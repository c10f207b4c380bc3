import { type Language, type Text, textIn } from './language.ts';

/** What went wrong, in a form that becomes a page, problem+json or an OperationOutcome in one place each. */
export type Problem = {
  readonly kind: ProblemKind;
  /** What happened and what to do. In both languages where a resident or professional may read it; else English. */
  readonly text: Text;
  /** Where in what was sent: form field names or FHIR element paths. */
  readonly at?: readonly ProblemPlace[];
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
};

export type ProblemPlace = { readonly place: string; readonly text: Text; readonly code?: string };

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
  text: Text,
  at?: readonly ProblemPlace[],
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: at ? { kind, text, at } : { kind, text } };
}

/** Absent and denied are one and the same to who asks. */
export const ABSENT: Problem = {
  kind: 'absent',
  text: {
    nl: 'Deze pagina of dit gegeven is er niet (meer), of is niet voor u.',
    en: 'This page or information is not here (any more), or is not for you.',
  },
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
    super(textIn(problem.text, 'en'));
    this.problem = problem;
  }
}

/** What is wrong with each place, in one language: the mistakes of a form by its field names. */
export function mistakesIn(places: readonly ProblemPlace[], language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(places.map(({ place, text }) => [place, textIn(text, language)]));
}
