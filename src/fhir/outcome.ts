import { type Problem, type ProblemKind, statusOf, textIn } from '../platform/index.ts';

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

/** A problem as OperationOutcome, in English: one issue an element, each pointing at it. */
export function toOutcome(problem: Problem): { readonly status: number; readonly body: Record<string, unknown> } {
  const issue = problem.at?.length
    ? problem.at.map((place) => ({
        severity: 'error',
        code: place.code ?? ISSUE[problem.kind],
        details: { text: textIn(place.text, 'en') },
        diagnostics: textIn(problem.text, 'en'),
        expression: [place.place],
      }))
    : [{ severity: 'error', code: ISSUE[problem.kind], details: { text: textIn(problem.text, 'en') } }];
  return { status: statusOf(problem), body: { resourceType: 'OperationOutcome', issue } };
}
