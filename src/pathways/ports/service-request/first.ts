import type { Resource } from '../../../fhir/index.ts';
import { type Category, fail, ok, type Problem } from '../../../platform/index.ts';
import type { Change, Settled } from '../../../record/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { REFUSALS } from '../../refusals.ts';
import { caseNumber, codesIn, type Request, SYSTEM } from '../../shapes.ts';

type Answer = { readonly ok: true; readonly value: Settled } | { readonly ok: false; readonly problem: Problem };

/** The reasons of a first request, which set what guards it, and its case number. */
export function settleFirst(
  definition: ReturnType<PathwayGround['definitions']['pathway']>,
  change: Change,
  request: Request,
): Answer {
  const reasons = codesIn(request.reasonCode, SYSTEM.reason);
  const known = reasons.filter((code) => definition.reasons.some((reason) => reason.code === code));
  if (known.length === 0 || known.length !== reasons.length) {
    return fail('unprocessable', REFUSALS.chooseReasons, [
      {
        place: 'ServiceRequest.reasonCode',
        text: `Codes of ${SYSTEM.reason}: ${definition.reasons.map((reason) => reason.code).join(', ')}`,
        code: 'required',
      },
    ]);
  }
  const categories = [
    ...new Set(known.map((code) => definition.reasons.find((reason) => reason.code === code)!.category as Category)),
  ];
  const number = { system: SYSTEM.caseNumber, value: caseNumber(definition, change.id) };
  const identifier = [...(request.identifier ?? []).filter((one) => one.system !== SYSTEM.caseNumber), number];
  return ok({ resource: { ...request, identifier } as Resource, categories });
}
