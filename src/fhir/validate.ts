import { type InternalTypeSchema, isResource, OperationOutcomeError, validateResource } from '@medplum/core';
import type { Resource as FhirResource } from '@medplum/fhirtypes';
import type { Problem, ProblemPlace } from '../platform/index.ts';
import { loadDefinitions, type RequiredCodes } from './definitions.ts';
import { MOST_DEPTH, tooDeep } from './json.ts';
import { typeSchema } from './search/schema.ts';
import type { Resource } from './types.ts';

/** Checks structure, cardinality, invariants of the base specification and required bindings; each error names its element. */
export function validate(resource: Resource): Problem | undefined {
  const codes = loadDefinitions();
  if (tooDeep(resource)) {
    return {
      kind: 'unprocessable',
      text: `Nested deeper than ${MOST_DEPTH} levels.`,
      at: [{ place: resource.resourceType, text: 'Too deep', code: 'too-costly' }],
    };
  }
  const places: ProblemPlace[] = [];
  try {
    if (!isResource(resource)) return { kind: 'invalid', text: 'Not a FHIR resource: resourceType is missing.' };
    validateResource(resource as unknown as FhirResource);
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error;
    for (const issue of error.outcome.issue) {
      if (issue.severity !== 'error' && issue.severity !== 'fatal') continue;
      places.push({
        place: issue.expression?.[0] ?? resource.resourceType,
        text: issue.details?.text ?? 'Not valid',
        code: issue.code,
      });
    }
  }
  const more: ProblemPlace[] = [];
  checkElements(codes, resource, resource.resourceType, resource.resourceType, more);
  places.push(...more.filter(({ place }) => !places.some((one) => one.place === place)));
  return places.length > 0
    ? { kind: 'unprocessable', text: 'The resource does not fit FHIR R4.', at: places }
    : undefined;
}

type Json = Record<string, unknown>;

/**
 * What the validator leaves open, element by element: required codes, values that are empty (R4 2.6.2), two of a choice
 * at once, and a time without a zone (R4 2.24.0.1).
 */
function checkElements(
  codes: RequiredCodes,
  value: Json,
  typeName: string,
  path: string,
  places: ProblemPlace[],
): void {
  const schema = typeSchema(typeName);
  if (!schema) return;
  const chosen = new Set<string>();
  for (const [key, item] of Object.entries(value)) {
    if (item === null || item === undefined) continue;
    if (isEmpty(item)) {
      places.push({ place: `${path}.${key}`, text: 'Empty; leave it out', code: 'invalid' });
      continue;
    }
    if (key.startsWith('_')) continue;
    const choice = schema.elements[key] ? undefined : choiceOf(schema, key);
    const element = schema.elements[key] ?? choice?.element;
    if (!element) continue;
    if (choice && chosen.has(choice.name))
      places.push({ place: `${path}.${choice.name}`, text: 'Only one of a choice', code: 'structure' });
    if (choice) chosen.add(choice.name);
    const type = element.type.length === 1 ? element.type[0]!.code : choiceType(element.type, key);
    const wanted =
      element.binding?.strength === 'required' && element.binding.valueSet
        ? codes.get(element.binding.valueSet)
        : undefined;
    const items = Array.isArray(item) ? item : [item];
    items.forEach((one, index) => {
      const at = Array.isArray(item) ? `${path}.${key}[${index}]` : `${path}.${key}`;
      if (wanted && !fits(wanted, one)) {
        places.push({
          place: at,
          text: `Not a code of the required value set ${element.binding?.valueSet}`,
          code: 'code-invalid',
        });
      }
      if (Array.isArray(item) && isEmpty(one)) places.push({ place: at, text: 'Empty; leave it out', code: 'invalid' });
      if (type === 'dateTime' && typeof one === 'string' && one.includes('T') && !/(?:Z|[+-]\d\d:\d\d)$/.test(one))
        places.push({ place: at, text: 'A time needs a zone, such as Z or +01:00', code: 'value' });
      if (one !== null && typeof one === 'object' && type) {
        const contained = key === 'contained' || type === 'Resource' ? String((one as Json).resourceType ?? '') : type;
        checkElements(codes, one as Json, contained, at, places);
      }
    });
  }
}

function isEmpty(value: unknown): boolean {
  return value === '' || (value !== null && typeof value === 'object' && Object.keys(value).length === 0);
}

function fits(codes: ReadonlySet<string>, value: unknown): boolean {
  if (typeof value === 'string') return codes.has(`|${value}`);
  if (value === null || typeof value !== 'object') return true;
  const concept = value as { coding?: readonly Json[]; code?: unknown; system?: unknown };
  if (concept.coding) return concept.coding.some((coding) => codes.has(`${coding.system ?? ''}|${coding.code}`));
  if (typeof concept.code === 'string') return codes.has(`${concept.system ?? ''}|${concept.code}`);
  return true;
}

function choiceOf(
  schema: InternalTypeSchema,
  key: string,
): { readonly name: string; readonly element: InternalTypeSchema['elements'][string] } | undefined {
  for (const [name, element] of Object.entries(schema.elements)) {
    if (name.endsWith('[x]') && key.startsWith(name.slice(0, -3))) return { name, element };
  }
  return undefined;
}

function choiceType(types: readonly { readonly code: string }[], key: string): string | undefined {
  return types.find((type) => key.endsWith(type.code.charAt(0).toUpperCase() + type.code.slice(1)))?.code;
}
