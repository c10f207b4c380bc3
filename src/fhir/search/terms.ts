import { isBsnSystem } from '../bsn.ts';
import type { ParameterType, SearchParameter } from './parameters.ts';
import type { Typed } from './path.ts';
import { spanOf } from './span.ts';

/**
 * What a resource is found by, in three columns. `tokens` and `refs` are arrays with an inverted index: exact words.
 * `terms` holds, for each parameter, what is compared otherwise: `[folded, as written]` for text, `[from, to]` for
 * moments (milliseconds) and numbers, `[from, to, system|code, unit]` for quantities.
 */
export type Terms = {
  readonly tokens: readonly string[];
  readonly refs: readonly string[];
  readonly terms: Readonly<Record<string, readonly Term[]>>;
};
export type Term = readonly [string, string] | readonly [number, number] | readonly [number, number, string, string];

type Json = Record<string, unknown>;
type Collected = { readonly tokens: Set<string>; readonly refs: Set<string>; readonly terms: Map<string, Term[]> };

/** Everything one resource is found by, for every parameter of its type; pure. A BSN never enters it. */
export function termsOf(parameters: Iterable<SearchParameter>, resource: unknown): Terms {
  const into: Collected = { tokens: new Set(), refs: new Set(), terms: new Map() };
  for (const parameter of parameters) {
    // Columns of their own.
    if (parameter.name === '_id' || parameter.name === '_lastUpdated') continue;
    let there = false;
    for (const path of parameter.paths)
      for (const value of path.read(resource)) {
        if (parameter.type === 'composite') addComposite(into, parameter, value);
        else {
          there = true;
          add(into, parameter.name, parameter.type, value);
        }
      }
    if (there) into.tokens.add(`${parameter.name}|!`);
  }
  return { tokens: [...into.tokens], refs: [...into.refs], terms: Object.fromEntries(into.terms) };
}

function add(into: Collected, name: string, type: ParameterType, value: Typed): void {
  switch (type) {
    case 'token':
      for (const { system, code } of codesOf(value)) addToken(into.tokens, name, system, code);
      for (const text of textsOf(value)) addTerm(into, `${name}:text`, [folded(text), text]);
      if (value.type === 'Identifier') addTypedIdentifier(into.tokens, name, value.value as Json);
      return;
    case 'reference':
      addReference(into, name, value);
      return;
    case 'uri':
      if (typeof value.value !== 'string') return;
      into.tokens.add(`${name}|*|${value.value}`);
      addTerm(into, name, [value.value, value.value]);
      return;
    case 'string':
      for (const text of stringsOf(value)) {
        addTerm(into, name, [folded(text), text]);
        into.tokens.add(beginning(name, text));
      }
      return;
    case 'date':
      for (const [from, to] of spansOf(value)) {
        addTerm(into, name, [from, to]);
        for (const month of monthsOf(from, to)) into.tokens.add(`${name}@${month}`);
      }
      return;
    case 'special':
      // Location.near: where it is.
      addTerm(into, name, placeOf(value));
      return;
    default:
      for (const range of rangesOf(value)) addTerm(into, name, range);
  }
}

/** One entry for each pair that stands together: its first part, a code, joins the name. */
function addComposite(into: Collected, parameter: SearchParameter, at: Typed): void {
  const [first, second] = parameter.parts;
  if (!first || !second) return;
  const codes = first
    .pathsIn(at.type)
    .flatMap(({ read }) => read(at.value))
    .flatMap(codesOf);
  const values = second.pathsIn(at.type).flatMap(({ read }) => read(at.value));
  if (codes.length === 0 || values.length === 0) return;
  into.tokens.add(`${parameter.name}|!`);
  for (const { system, code } of codes)
    for (const key of [`|${code}`, `${system ?? ''}|${code}`])
      for (const value of values) add(into, `${parameter.name}$${key}`, second.type, value);
}

function addTerm(into: Collected, name: string, term: Term): void {
  const known = into.terms.get(name);
  if (known) known.push(term);
  else into.terms.set(name, [term]);
}

function addToken(tokens: Set<string>, name: string, system: string | undefined, code: string): void {
  tokens.add(`${name}|${system ?? ''}|${code}`);
  tokens.add(`${name}|*|${code}`);
  if (system !== undefined) tokens.add(`${name}|${system}|`);
}

function addTypedIdentifier(tokens: Set<string>, name: string, identifier: Json): void {
  if (isBsnSystem(identifier.system) || typeof identifier.value !== 'string') return;
  for (const { system, code } of codesOf({ type: 'CodeableConcept', value: identifier.type ?? {} }))
    tokens.add(`${name}:of-type|${system ?? ''}|${code}|${identifier.value}`);
}

function addReference(into: Collected, name: string, { value }: Typed): void {
  if (typeof value === 'string') {
    // A canonical or an address: found with and without its version.
    into.refs.add(`${name}=${value}`);
    into.refs.add(`${name}=${value.replace(/\|[^|]*$/, '')}`);
    return;
  }
  const { reference, identifier } = (value ?? {}) as { reference?: unknown; identifier?: Json };
  if (typeof reference === 'string' && !reference.startsWith('#'))
    into.refs.add(`${name}=${reference.replace(/\/_history\/[^/]+$/, '')}`);
  if (identifier && !isBsnSystem(identifier.system) && typeof identifier.value === 'string')
    addToken(into.tokens, `${name}:identifier`, textOrNone(identifier.system), identifier.value);
}

type Code = { readonly system: string | undefined; readonly code: string };
const textOrNone = (value: unknown) => (typeof value === 'string' ? value : undefined);
const listOf = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? (value as Json[]) : value ? [value as Json] : [];

/** The codes a value stands for (R4 3.1.1.4.10): a BSN stands for none. */
export function codesOf({ type, value }: Typed): readonly Code[] {
  if (typeof value === 'boolean' || typeof value === 'number') return [{ system: undefined, code: String(value) }];
  if (typeof value === 'string') return [{ system: undefined, code: value }];
  const json = value as Json;
  if (type === 'CodeableConcept')
    return listOf(json.coding).flatMap((coding) => codesOf({ type: 'Coding', value: coding }));
  if (type === 'Coding' && typeof json.code === 'string') return [{ system: textOrNone(json.system), code: json.code }];
  if (type === 'Identifier' && !isBsnSystem(json.system) && typeof json.value === 'string')
    return [{ system: textOrNone(json.system), code: json.value }];
  if (type === 'ContactPoint' && typeof json.value === 'string')
    return [{ system: textOrNone(json.use), code: json.value }];
  return [];
}

function textsOf({ type, value }: Typed): readonly string[] {
  const json = value as Json;
  const texts =
    type === 'CodeableConcept'
      ? [json.text, ...listOf(json.coding).map((coding) => coding.display)]
      : type === 'Coding'
        ? [json.display]
        : type === 'Identifier'
          ? [(json.type as Json | undefined)?.text]
          : [];
  return texts.filter((text): text is string => typeof text === 'string');
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  HumanName: ['family', 'given', 'prefix', 'suffix', 'text'],
  Address: ['line', 'city', 'district', 'state', 'postalCode', 'country', 'text'],
};

function stringsOf({ type, value }: Typed): readonly string[] {
  if (typeof value === 'string') return [value];
  const parts = PARTS[type] ?? ['text', 'display', 'name'];
  return parts
    .flatMap((part) => [(value as Json)[part]].flat())
    .filter((text): text is string => typeof text === 'string');
}

/** Text as it is compared: small letters, without accents, with single spaces (R4 3.1.1.4.8). */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The token of the first three signs of a text, by which an index finds what begins so. */
export function beginning(name: string, text: string): string {
  return `${name}^${folded(text).slice(0, 3)}`;
}

function spansOf({ value }: Typed): readonly (readonly [number, number])[] {
  const json = value as Json;
  const bounds = typeof value === 'object' && json.event ? (json.event as readonly unknown[]) : [periodOf(value)];
  return bounds.flatMap((one) => {
    const span = spanOf(one);
    return span ? [[span.from.getTime(), span.to.getTime()] as const] : [];
  });
}

/** A Timing counts from its bounds, where it names no moments. */
function periodOf(value: unknown): unknown {
  const repeat = typeof value === 'object' && value ? ((value as Json).repeat as Json | undefined) : undefined;
  return repeat?.boundsPeriod ?? value;
}

/** The months a span touches (UTC); one that touches more than a year is `long` and is compared one by one. */
export function monthsOf(from: number, to: number): readonly string[] {
  const [first, last] = [new Date(from), new Date(to)];
  const count = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
  if (!(count <= 12)) return ['long'];
  return Array.from({ length: count }, (_, month) =>
    new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1)).toISOString().slice(0, 7),
  );
}

/** Numbers are kept as they are; what a search with few decimals stands for is worked out where it is read. */
function rangesOf({ type, value }: Typed): readonly Term[] {
  const json = value as Json;
  if (typeof value === 'number' || isExact(value)) return [[numberOf(value), numberOf(value)]];
  if (type === 'Range') {
    const [low, high] = [json.low, json.high] as [Json | undefined, Json | undefined];
    const unit = unitOf(low ?? high ?? {});
    return [[low ? numberOf(low.value) : -MOST, high ? numberOf(high.value) : MOST, ...unit]];
  }
  if (json.value === undefined || json.value === null) return [];
  const number = numberOf(json.value);
  // More than, less than: the value is only a bound (Quantity.comparator).
  const open = String(json.comparator ?? '');
  return [[open.startsWith('<') ? -MOST : number, open.startsWith('>') ? MOST : number, ...unitOf(json)]];
}

/** Latitude and longitude, in degrees. */
function placeOf({ value }: Typed): Term {
  const { latitude, longitude } = value as Json;
  return [numberOf(latitude), numberOf(longitude)];
}

/** A number that keeps its spelling (json.ts). */
const isExact = (value: unknown): value is { readonly rawJSON: string } =>
  typeof value === 'object' && value !== null && 'rawJSON' in value;

const numberOf = (value: unknown): number => Number(isExact(value) ? value.rawJSON : value);

const MOST = 1e300;

function unitOf(json: Json): readonly [string, string] {
  const currency = textOrNone(json.currency);
  return currency
    ? [`urn:iso:std:iso:4217|${currency}`, currency]
    : [`${textOrNone(json.system) ?? ''}|${textOrNone(json.code) ?? ''}`, textOrNone(json.unit) ?? ''];
}
