import {
  getDataType,
  type InternalTypeSchema,
  isResource,
  OperationOutcomeError,
  validateResource,
} from '@medplum/core';
import type { Resource as FhirResource } from '@medplum/fhirtypes';
import type { Problem, ProblemPlace } from '../platform/index.ts';
import { loadDefinitions, type RequiredCodes } from './definitions.ts';
import { MOST_DEPTH, tooDeep } from './json.ts';
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
  if (places.length === 0) checkBindings(codes, resource, resource.resourceType, resource.resourceType, places);
  return places.length > 0
    ? { kind: 'unprocessable', text: 'The resource does not fit FHIR R4.', at: places }
    : undefined;
}

type Json = Record<string, unknown>;

function checkBindings(
  codes: RequiredCodes,
  value: Json,
  typeName: string,
  path: string,
  places: ProblemPlace[],
): void {
  const schema = typeSchema(typeName);
  if (!schema) return;
  for (const [key, item] of Object.entries(value)) {
    if (key.startsWith('_') || item === null || item === undefined) continue;
    const element = schema.elements[key] ?? choiceOf(schema, key);
    if (!element) continue;
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
      if (one !== null && typeof one === 'object' && type) {
        const contained = key === 'contained' || type === 'Resource' ? String((one as Json).resourceType ?? '') : type;
        checkBindings(codes, one as Json, contained, at, places);
      }
    });
  }
}

function fits(codes: ReadonlySet<string>, value: unknown): boolean {
  if (typeof value === 'string') return codes.has(`|${value}`);
  if (value === null || typeof value !== 'object') return true;
  const concept = value as { coding?: readonly Json[]; code?: unknown; system?: unknown };
  if (concept.coding) return concept.coding.some((coding) => codes.has(`${coding.system ?? ''}|${coding.code}`));
  if (typeof concept.code === 'string') return codes.has(`${concept.system ?? ''}|${concept.code}`);
  return true;
}

const schemas = new Map<string, InternalTypeSchema | undefined>();
function typeSchema(name: string): InternalTypeSchema | undefined {
  if (!schemas.has(name)) {
    let found: InternalTypeSchema | undefined;
    try {
      found = getDataType(name);
    } catch {
      found = undefined;
    }
    schemas.set(name, found);
  }
  return schemas.get(name);
}

function choiceOf(schema: InternalTypeSchema, key: string): InternalTypeSchema['elements'][string] | undefined {
  for (const [name, element] of Object.entries(schema.elements)) {
    if (name.endsWith('[x]') && key.startsWith(name.slice(0, -3))) return element;
  }
  return undefined;
}

function choiceType(types: readonly { readonly code: string }[], key: string): string | undefined {
  return types.find((type) => key.endsWith(type.code.charAt(0).toUpperCase() + type.code.slice(1)))?.code;
}
