import { type Problem, type ProblemKind, statusOf } from '../platform/index.ts';

const ISSUE: Record<ProblemKind, string> = {
  invalid: 'invalid',
  'sign-in': 'login',
  forbidden: 'forbidden',
  absent: 'not-found',
  conflict: 'conflict',
  gone: 'deleted',
  stale: 'conflict',
  'too-large': 'too-long',
  unsupported: 'not-supported',
  unprocessable: 'processing',
  'too-many': 'throttled',
  failed: 'exception',
};

/** A problem as OperationOutcome: one issue an element, each pointing at it. */
export function toOutcome(problem: Problem): { readonly status: number; readonly body: Record<string, unknown> } {
  const issue = problem.at?.length
    ? problem.at.map((place) => ({
        severity: 'error',
        code: place.code ?? ISSUE[problem.kind],
        details: { text: place.text },
        diagnostics: problem.text,
        expression: [place.place],
      }))
    : [{ severity: 'error', code: ISSUE[problem.kind], details: { text: problem.text } }];
  return { status: statusOf(problem), body: { resourceType: 'OperationOutcome', issue } };
}
