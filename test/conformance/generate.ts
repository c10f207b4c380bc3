/** Resources of any type, drawn from the R4 definitions themselves: for the test that nothing is lost. */

import { getDataType, type InternalSchemaElement } from '@medplum/core';
import fc from 'fast-check';
import { examine, loadDefinitions, type Resource, type ResourceType } from '../../src/fhir/index.ts';
import { bodyOf } from '../security/bodies.ts';
import type { Json } from './door.ts';

/** Draws one value of an arbitrary (`fc.gen()`). */
type Draw = fc.GeneratorValue;

const raw = (spelled: string) => (JSON as unknown as { rawJSON: (spelled: string) => unknown }).rawJSON(spelled);
const constant = <T>(...values: readonly T[]) => fc.constantFrom(...values);

/** Text as FHIR allows it: no control signs but tab and line ends, and something that is no space. */
export const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((one) => one.replace(/[\p{Cc}\p{Cs}]/gu, '').trim())
  .filter((one) => one !== '');
const lines = fc.tuple(words, constant('', '\n', '\r\n', '\t– ', '\n\n* '), words).map((parts) => parts.join(''));
const code = fc.stringMatching(/^[A-Za-z0-9]{1,10}$/);
const uri = code.map((one) => `https://example.org/${one}`);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const time = constant('T00:00:00Z', 'T23:59:59.999+01:00', 'T12:30:00.000001-03:30', 'T08:15:00+14:00');
const partial = fc.tuple(day, constant(4, 7, 10)).map(([date, length]) => date.slice(0, length));
const instant = fc.tuple(day, time).map((parts) => parts.join(''));
/** R4 2.24.0.1: sign, digits, fraction, exponent, and more digits than a double has. */
const decimal = fc
  .tuple(
    fc.boolean(),
    fc.oneof(constant('0'), fc.stringMatching(/^[1-9]\d{0,19}$/)),
    fc.option(fc.stringMatching(/^\d{1,20}$/)),
    fc.option(fc.stringMatching(/^[eE][+-]?\d{1,2}$/), { freq: 8 }),
  )
  .map(([minus, whole, part, power]) => raw(`${minus ? '-' : ''}${whole}${part ? `.${part}` : ''}${power ?? ''}`));

const PRIMITIVES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  boolean: fc.boolean(),
  integer: fc.integer({ min: -2147483648, max: 2147483647 }),
  unsignedInt: fc.nat(2147483647),
  positiveInt: fc.integer({ min: 1, max: 2147483647 }),
  decimal,
  string: fc.oneof(words, lines),
  markdown: lines,
  code,
  id: fc.stringMatching(/^[A-Za-z0-9.-]{1,20}$/),
  uri: fc.oneof(uri, constant('urn:oid:2.999.1', 'urn:uuid:7c1a3e6a-2b0f-4f55-9a0a-6d1c0c2a9c11')),
  url: uri,
  canonical: fc.tuple(uri, constant('', '|1.0')).map((parts) => parts.join('')),
  oid: constant('urn:oid:2.999.3.14'),
  uuid: constant('urn:uuid:7c1a3e6a-2b0f-4f55-9a0a-6d1c0c2a9c12'),
  base64Binary: fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  date: partial,
  dateTime: fc.oneof(partial, instant),
  instant,
  time: constant('00:00:00', '23:59:59.5', '12:30:00'),
  xhtml: words.map((one) => `<div xmlns="http://www.w3.org/1999/xhtml">${one.replace(/[<>&]/g, '')}x</div>`),
};
/** What extensions hold, of the simple and the less simple. */
const IN_EXTENSIONS = `boolean code date dateTime decimal string uri integer Coding Period Quantity Identifier HumanName
  CodeableConcept`.split(/\s+/);
/** Not drawn: the server's own, and what leads to rules of a pathway or to another record. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  '*': ['id', 'contained', 'implicitRules', 'meta'],
  Patient: ['link', 'deceased[x]', 'birthDate'],
  Task: ['focus'],
};

/** One resource of a type, valid, with what the definitions allow: a draw of `fc.gen()` decides each element. */
export function resourceOf(draw: Draw, type: ResourceType, resident: string): Json {
  loadDefinitions();
  const base = bodyOf(type, resident) as Json;
  const fixed = type === 'Patient' ? { ...base, birthDate: draw(constant, '1931', '1948-02', '1950-12-31') } : base;
  const drawn = objectOf(draw, type, 0, [...LEFT_OUT['*']!, ...(LEFT_OUT[type] ?? [])]);
  const resource: Record<string, unknown> = { ...drawn, ...subjectIn(fixed), resourceType: type };
  if (draw(fc.boolean)) resource.meta = { tag: [{ system: draw(() => uri), code: draw(() => code) }] };
  if (draw(fc.boolean)) contain(draw, resource);
  return mended(draw, resource, fixed);
}

/** The elements that lead to the resident stay as they are, and what is drawn beside them goes. */
function subjectIn(body: Json): Json {
  const leads = [
    'subject',
    'patient',
    'for',
    'target',
    'participant',
    'resourceType',
    'birthDate',
    'actor',
    'schedule',
  ];
  return Object.fromEntries(Object.entries(body).filter(([key]) => leads.includes(key)));
}

function contain(draw: Draw, resource: Record<string, unknown>): void {
  resource.contained = [
    { resourceType: 'Organization', id: 'o', name: draw(() => words), _name: extensionsIn(draw, 2) },
    { resourceType: 'Medication', id: 'm', code: { text: draw(() => words) } },
  ];
  const leads = (to: string) => ({ url: draw(() => uri), valueReference: { reference: to } });
  resource.extension = [...((resource.extension ?? []) as readonly unknown[]), leads('#o'), leads('#m')];
}

function objectOf(
  draw: Draw,
  type: string,
  depth: number,
  without: readonly string[] = ['id'],
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, element] of Object.entries(getDataType(type).elements)) {
    if (without.includes(name) || element.max === 0) continue;
    const wanted = element.min > 0 || draw(fc.integer, { min: 0, max: 9 }) < (depth === 0 ? 6 : depth === 1 ? 4 : 2);
    if (!wanted || (depth > 3 && element.min === 0)) continue;
    put(draw, result, name, element, depth);
  }
  if (Object.keys(result).length === 0 && type !== 'Element') Object.assign(result, extensionsIn(draw, depth));
  return result;
}

function put(
  draw: Draw,
  into: Record<string, unknown>,
  name: string,
  element: InternalSchemaElement,
  depth: number,
): void {
  if (name === 'extension' || name === 'modifierExtension') {
    if (depth < 3) into[name] = [extensionOf(draw, depth + 1)];
    return;
  }
  const { code: type } = draw(constant, ...element.type);
  const key = name.endsWith('[x]') ? `${name.slice(0, -3)}${type.charAt(0).toUpperCase()}${type.slice(1)}` : name;
  const one = () => oneValue(draw, type, element, depth);
  const primitive = Object.hasOwn(PRIMITIVES, type);
  if (!element.isArray) {
    into[key] = one();
    if (primitive && type !== 'xhtml' && draw(fc.nat, 5) === 0) into[`_${key}`] = extensionsIn(draw, depth);
    return;
  }
  const count = draw(fc.integer, { min: 1, max: depth === 0 ? 3 : 2 });
  const values = Array.from({ length: count }, one);
  into[key] = values;
  if (!primitive || draw(fc.nat, 3) > 0) return;
  // Beside a list of primitives: nothing, or extensions; and nothing in the list where only extensions stand.
  const gone = draw(fc.nat, count - 1);
  into[`_${key}`] = values.map((_, index) => (index === gone ? extensionsIn(draw, depth) : null));
  if (draw(fc.boolean) && count > 1) into[key] = values.map((value, index) => (index === gone ? null : value));
}

function oneValue(draw: Draw, type: string, element: InternalSchemaElement, depth: number): unknown {
  const { binding } = element;
  const listed =
    binding?.strength === 'required' && binding.valueSet ? loadDefinitions().get(binding.valueSet) : undefined;
  if (listed && type === 'code') {
    const plain = [...listed].filter((key) => key.startsWith('|'));
    return draw(constant, ...plain).slice(1);
  }
  if (type === 'code' && binding?.valueSet?.includes('mimetypes'))
    return draw(constant, 'text/plain', 'application/pdf');
  if (type === 'code' && binding?.valueSet?.includes('currencies')) return draw(constant, 'EUR', 'USD');
  if (type === 'code' && binding?.valueSet?.includes('languages')) return draw(constant, 'nl', 'nl-NL', 'ar');
  const primitive = PRIMITIVES[type];
  if (primitive) return draw(() => primitive);
  if (type === 'Reference') return referenceOf(draw, element);
  if (type === 'Extension') return extensionOf(draw, depth + 1);
  return objectOf(draw, type, depth + 1);
}

function referenceOf(draw: Draw, element: InternalSchemaElement): Json {
  const profiles = element.type.find((one) => one.code === 'Reference')?.targetProfile ?? [];
  const types = profiles.map((one) => one.slice(one.lastIndexOf('/') + 1)).filter((one) => one !== 'Patient');
  const kind = draw(fc.nat, 3);
  if (kind === 0 || types.length === 0 || types.includes('Resource')) return { display: draw(() => words) };
  if (kind === 1) return { identifier: { system: draw(() => uri), value: draw(() => words) } };
  return { reference: `${draw(constant, ...types)}/elders`, ...(kind === 2 ? { display: draw(() => words) } : {}) };
}

const extensionsIn = (draw: Draw, depth: number): Json => ({ extension: [extensionOf(draw, depth + 1)] });

function extensionOf(draw: Draw, depth: number): Json {
  const url = draw(() => uri);
  if (depth < 4 && draw(fc.nat, 3) === 0)
    return { url, extension: [extensionOf(draw, depth + 1), extensionOf(draw, 4)] };
  const type = draw(constant, ...IN_EXTENSIONS);
  const primitive = PRIMITIVES[type];
  const value = primitive ? draw(() => primitive) : objectOf(draw, type, 3);
  const filled = typeof value === 'object' && value !== null && Object.keys(value).length === 0 && !isRaw(value);
  return {
    url,
    [`value${type.charAt(0).toUpperCase()}${type.slice(1)}`]: filled ? { extension: [extensionOf(draw, 4)] } : value,
  };
}

const isRaw = (value: object) => (JSON as unknown as { isRawJSON: (value: unknown) => boolean }).isRawJSON(value);

/** Drawn at random, some invariants do not hold: what is named is taken from the plain example, or left out. */
function mended(draw: Draw, resource: Record<string, unknown>, body: Json): Json {
  for (let tries = 0; tries < 60; tries++) {
    const { problem } = examine(JSON.parse(JSON.stringify(resource)) as Resource);
    if (!problem) return resource;
    for (const { place } of problem.at ?? []) {
      const named = /^[^.]+\.([A-Za-z_]+)/.exec(place)?.[1]?.replace(/^_/, '');
      const keys = Object.keys(resource).filter((key) => key !== 'resourceType');
      // Nothing is left to leave out: what is missing stands in the plain example.
      if (!named && keys.length === 0) return body;
      const wrong = named
        ? keys.filter(
            (key) => key.replace(/^_/, '') === named || (place.includes(`${named}[x]`) && key.startsWith(named)),
          )
        : [draw(constant, ...keys.filter((key) => !Object.hasOwn(body, key)), ...keys)];
      for (const key of wrong) {
        delete resource[key];
        delete resource[`_${key.replace(/^_/, '')}`];
      }
      for (const key of [named, ...wrong]) if (key && Object.hasOwn(body, key)) resource[key] = body[key];
    }
  }
  return body;
}
