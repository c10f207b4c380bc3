import { isResource, OperationOutcomeError, validateResource } from '@medplum/core';
import type { Resource as FhirResource } from '@medplum/fhirtypes';
import type { Problem, ProblemPlace } from '../platform/index.ts';
import { loadDefinitions, loadEveryType } from './definitions.ts';
import { MOST_DEPTH, tooDeep } from './json.ts';
import { claimed } from './profiles/index.ts';
import { typeSchema } from './search/schema.ts';
import type { Resource } from './types.ts';
import { checkElements } from './validation/elements.ts';
import { checkWhole, containedIn } from './validation/whole.ts';

/** What a look at one resource found: why it cannot be kept, and what is doubtful but no reason to refuse it. */
export type Examined = { readonly problem: Problem | undefined; readonly warnings: readonly ProblemPlace[] };

/** Checks a resource as `examine` does; the problem alone. */
export function validate(resource: Resource): Problem | undefined {
  return examine(resource).problem;
}

/**
 * Checks structure, cardinality, invariants of the base specification, required bindings and where references lead, and
 * the profiles that the resource claims and that are known here; each finding names its element.
 */
export function examine(resource: Resource): Examined {
  const codes = loadDefinitions();
  if (tooDeep(resource)) {
    return refused(`Nested deeper than ${MOST_DEPTH} levels.`, [
      { place: resource.resourceType, text: 'Too deep', code: 'too-costly' },
    ]);
  }
  if (!isResource(resource))
    return { problem: { kind: 'invalid', text: 'Not a FHIR resource: resourceType is missing.' }, warnings: [] };
  const contained = containedIn(resource);
  if ([...contained.values()].some((type) => !typeSchema(type))) loadEveryType();
  const places = structure(resource);
  const more: ProblemPlace[] = [];
  checkElements({ codes, contained, places: more }, resource, resource.resourceType, resource.resourceType);
  checkWhole(resource, more);
  places.push(...more.filter(({ place }) => !places.some((one) => one.place === place)));
  const warnings: ProblemPlace[] = [];
  // A profile speaks of a resource that fits R4; of one that does not, its rules would say things twice.
  if (places.length === 0)
    for (const { severity, ...place } of claimed(resource)) (severity === 'error' ? places : warnings).push(place);
  return places.length > 0
    ? refused('The resource does not fit FHIR R4, or a profile that it claims.', places)
    : { problem: undefined, warnings };
}

const refused = (text: string, at: readonly ProblemPlace[]): Examined => ({
  problem: { kind: 'unprocessable', text, at },
  warnings: [],
});

/** Structure, cardinality, primitive formats and invariants, by Medplum's validator. */
function structure(resource: Resource): ProblemPlace[] {
  try {
    validateResource(resource as unknown as FhirResource);
    return [];
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error;
    return error.outcome.issue
      .filter(({ severity }) => severity === 'error' || severity === 'fatal')
      .map(({ expression, details, code }) => ({
        place: expression?.[0] ?? resource.resourceType,
        text: details?.text ?? 'Not valid',
        code,
      }));
  }
}
