import { COMPARE_SPANS, readDate } from './date.ts';
import { readNumber } from './number.ts';
import type { ParameterType, SearchParameter } from './parameters.ts';
import { beginning, folded, monthsOf } from './terms.ts';
import { barsOf, tokenKey, unescaped } from './values.ts';

/** One comparison of a search: a parameter, how it is compared, and the values of which one has to fit. */
export type Match = {
  readonly parameter: SearchParameter;
  readonly modifier: string | undefined;
  /** As they were sent, apart at the commas; escapes are still in them. */
  readonly values: readonly string[];
};

/** Keeps a value for the statement and gives its placeholder. */
export type Bind = (value: unknown) => string;

/**
 * The SQL condition of one comparison over the columns `tokens`, `refs`, `terms`, `id` and `last_updated` of a row; no
 * other column is read, so that it serves residents and the region alike. Undefined where a value cannot be read.
 */
export function matchSql(match: Match, bind: Bind, now: Date): string | undefined {
  const { parameter, modifier, values } = match;
  if (modifier === 'missing')
    return `${values[0] === 'true' ? 'not ' : ''}(tokens @> ${bind([`${parameter.name}|!`])})`;
  switch (parameter.name) {
    case '_id':
      return `id = any (${bind(values.map(unescaped))})`;
    case '_lastUpdated':
      return momentSql(values, 'last_updated', bind, now);
    default:
      return typedSql(parameter.name, parameter, parameter.type, modifier, values, bind, now);
  }
}

/** Keys of one indexed column of which a row must hold one, for a comparison to fit. */
export type Lead = { readonly column: 'tokens' | 'refs'; readonly keys: readonly string[] };

/** What an index can find of a comparison, before the comparison itself; undefined where no index leads to it. */
export function leadOf({ parameter, modifier, values }: Match, now: Date): Lead | undefined {
  const { name, type } = parameter;
  const every = (keys: readonly (readonly string[] | undefined)[]): Lead | undefined =>
    keys.some((one) => one === undefined) ? undefined : { column: 'tokens', keys: keys.flatMap((one) => one ?? []) };
  if (name === '_id' || name === '_lastUpdated') return undefined;
  if (modifier === 'missing') return values[0] === 'true' ? undefined : { column: 'tokens', keys: [`${name}|!`] };
  if (type === 'token' && (modifier === undefined || modifier === 'of-type'))
    return { column: 'tokens', keys: tokenKeys(name, parameter, modifier, values) ?? [] };
  if (type === 'reference')
    return modifier === 'identifier'
      ? { column: 'tokens', keys: identifierKeys(name, values) }
      : { column: 'refs', keys: referenceKeys(name, parameter, modifier, values) };
  if (type === 'uri' && modifier === undefined) return { column: 'tokens', keys: uriKeys(name, values) };
  if (type === 'string' && modifier === undefined)
    return every(
      values.map((value) => {
        const asked = folded(unescaped(value));
        return asked.length < 3 ? undefined : [beginning(name, asked)];
      }),
    );
  if (type === 'date') return every(values.map((value) => monthKeys(name, value, now)));
  return undefined;
}

function typedSql(
  name: string,
  parameter: SearchParameter,
  type: ParameterType,
  modifier: string | undefined,
  values: readonly string[],
  bind: Bind,
  now: Date,
): string | undefined {
  switch (type) {
    case 'token':
      return tokenSql(name, parameter, modifier, values, bind);
    case 'reference':
      return referenceSql(name, parameter, modifier, values, bind);
    case 'uri':
      return uriSql(name, modifier, values, bind);
    case 'string':
      return anyOf(values, (value) => stringSql(name, modifier, unescaped(value), bind));
    case 'date':
      return anyOf(values, (value) => spanSql(name, value, bind, now));
    case 'number':
    case 'quantity':
      return anyOf(values, (value) => quantitySql(name, type, value, bind));
    case 'composite':
      return anyOf(values, (value) => compositeSql(parameter, value, bind, now));
    default:
      return anyOf(values, (value) => nearSql(name, value, bind));
  }
}

function anyOf(values: readonly string[], one: (value: string) => string | undefined): string | undefined {
  const parts = values.map(one);
  return parts.some((part) => part === undefined) ? undefined : `(${parts.join(' or ')})`;
}

function tokenSql(
  name: string,
  parameter: SearchParameter,
  modifier: string | undefined,
  values: readonly string[],
  bind: Bind,
): string | undefined {
  if (modifier === 'text')
    return anyOf(values, (value) => stringSql(`${name}:text`, undefined, unescaped(value), bind));
  const keys = tokenKeys(name, parameter, modifier, values);
  if (!keys) return undefined;
  const sql = `tokens && ${bind(keys)}::text[]`;
  return modifier === 'not' ? `not (${sql})` : sql;
}

function tokenKeys(
  name: string,
  parameter: SearchParameter,
  modifier: string | undefined,
  values: readonly string[],
): readonly string[] | undefined {
  if (modifier === 'of-type') {
    const keys = values.map((value) => barsOf(value));
    return keys.some((key) => key.length !== 3) ? undefined : keys.map((key) => `${name}:of-type|${key.join('|')}`);
  }
  // A code without a system of its own (Task.status) has the one its element is bound to; any that is named will do.
  const plain = parameter.paths.every(({ types }) => types.every((type) => PLAIN.has(type)));
  return values.map((value) => tokenKey(name, plain ? value.replace(/^[^|]*\|(?=.)/, '') : value));
}

const PLAIN = new Set(['code', 'boolean', 'string', 'id']);

function referenceSql(
  name: string,
  parameter: SearchParameter,
  modifier: string | undefined,
  values: readonly string[],
  bind: Bind,
): string | undefined {
  return modifier === 'identifier'
    ? `tokens && ${bind(identifierKeys(name, values))}::text[]`
    : `refs && ${bind(referenceKeys(name, parameter, modifier, values))}::text[]`;
}

const identifierKeys = (name: string, values: readonly string[]): readonly string[] =>
  values.map((value) => tokenKey(`${name}:identifier`, value));

function referenceKeys(
  name: string,
  parameter: SearchParameter,
  modifier: string | undefined,
  values: readonly string[],
): readonly string[] {
  return [...new Set(values.flatMap((value) => referencesOf(name, parameter, modifier, unescaped(value))))];
}

/** `Type/id` as it was asked; a bare id stands for each type it may lead to; of an address of ours only the end counts. */
function referencesOf(
  name: string,
  parameter: SearchParameter,
  modifier: string | undefined,
  value: string,
): readonly string[] {
  const types = modifier ? [modifier] : parameter.target;
  const found =
    value.includes('/') || value.includes(':')
      ? [value, value.replace(/^https?:.*\/([A-Za-z]+\/[A-Za-z0-9.-]+)$/, '$1')]
      : types.map((type) => `${type}/${value}`);
  return found.map((reference) => `${name}=${reference}`);
}

function uriSql(name: string, modifier: string | undefined, values: readonly string[], bind: Bind): string | undefined {
  if (modifier === 'below')
    return anyOf(values, (value) => termSql(name, bind, (t) => `starts_with(${t(1)}, ${bind(unescaped(value))})`));
  if (modifier === 'above')
    return anyOf(values, (value) => termSql(name, bind, (t) => `starts_with(${bind(unescaped(value))}, ${t(1)})`));
  return `tokens && ${bind(uriKeys(name, values))}::text[]`;
}

const uriKeys = (name: string, values: readonly string[]): readonly string[] =>
  values.map((value) => `${name}|*|${unescaped(value)}`);

function stringSql(name: string, modifier: string | undefined, value: string, bind: Bind): string {
  if (modifier === 'exact') return termSql(name, bind, (t) => `${t(1)} = ${bind(value)}`);
  const asked = folded(value);
  if (modifier === 'contains') return termSql(name, bind, (t) => `position(${bind(asked)} in ${t(0)}) > 0`);
  const found = termSql(name, bind, (t) => `starts_with(${t(0)}, ${bind(asked)})`);
  // Three signs lead to an index; the comparison itself stays.
  return asked.length < 3 || name.includes(':')
    ? found
    : `(tokens && ${bind([beginning(name, asked)])}::text[] and ${found})`;
}

/** True where one of the terms under this name fits; `t(n)` is the n-th part of a term, as text. */
function termSql(name: string, bind: Bind, fits: (t: (part: number) => string) => string): string {
  return `exists (select 1 from jsonb_array_elements(terms -> ${bind(name)}::text) t where ${fits((part) => `(t ->> ${part})`)})`;
}

function spanSql(name: string, value: string, bind: Bind, now: Date): string | undefined {
  const asked = readDate(value, now);
  if (!asked) return undefined;
  const start = () => `${bind(asked.from.getTime())}::float8`;
  const end = () => `${bind(asked.to.getTime())}::float8`;
  const found = termSql(name, bind, (t) => asked.compare(`${t(0)}::float8`, `${t(1)}::float8`, start, end));
  const months = monthKeys(name, value, now);
  return months ? `(tokens && ${bind(months)}::text[] and ${found})` : found;
}

/** The keys of the months that an exact date touches; none for what goes further than a year, or lies before or after. */
function monthKeys(name: string, value: string, now: Date): readonly string[] | undefined {
  const asked = readDate(value, now);
  const months = asked?.prefix === 'eq' ? monthsOf(asked.from.getTime(), asked.to.getTime()) : ['long'];
  return months.includes('long') ? undefined : months.map((month) => `${name}@${month}`);
}

/** The condition of a date search over one column of moments; undefined where a value is no date. */
export function momentSql(values: readonly string[], column: string, bind: Bind, now: Date): string | undefined {
  return anyOf(values, (value) => {
    const asked = readDate(value, now);
    return asked?.compare(
      column,
      column,
      () => bind(asked.from),
      () => bind(asked.to),
    );
  });
}

function quantitySql(name: string, type: 'number' | 'quantity', value: string, bind: Bind): string | undefined {
  const [number = '', system, code] = type === 'quantity' ? barsOf(value) : [unescaped(value)];
  const asked = readNumber(number);
  if (!asked) return undefined;
  return termSql(name, bind, (t) => {
    const start = () => `${bind(asked.from)}::float8`;
    const end = () => `${bind(asked.to)}::float8`;
    const compared = COMPARE_SPANS[asked.prefix]!(`${t(0)}::float8`, `${t(1)}::float8`, start, end);
    if (code === undefined) return compared;
    const unit = system
      ? `${t(2)} = ${bind(`${system}|${code}`)}`
      : `(${t(2)} like ${bind(`%|${code.replace(/[%_\\]/g, '\\$&')}`)} or ${t(3)} = ${bind(code)})`;
    return `(${compared} and ${unit})`;
  });
}

function compositeSql(parameter: SearchParameter, value: string, bind: Bind, now: Date): string | undefined {
  const [first, second, ...more] = value.split(/(?<!\\)\$/);
  const part = parameter.parts[1];
  if (first === undefined || second === undefined || more.length > 0 || !part) return undefined;
  const [system, code] = first.includes('|') ? barsOf(first) : ['', unescaped(first)];
  return typedSql(`${parameter.name}$${system}|${code}`, parameter, part.type, undefined, [second], bind, now);
}

/** Kilometres in one of the units that a distance is asked in; without a distance, ten kilometres (R4, Location.near). */
const UNITS: Readonly<Record<string, number>> = { km: 1, m: 0.001, '[mi_us]': 1.609344, '[mi_i]': 1.609344 };
const USUAL_KILOMETRES = 10;

/** Within a distance as the crow flies (haversine, a globe of 6,371 km). */
function nearSql(name: string, value: string, bind: Bind): string | undefined {
  const [latitude = '', longitude = '', distance = '', unit = 'km'] = barsOf(value);
  const kilometres = distance === '' ? USUAL_KILOMETRES : Number(distance) * (UNITS[unit] ?? Number.NaN);
  const [lat, lon] = [Number(latitude), Number(longitude)];
  const right = latitude !== '' && longitude !== '' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && kilometres >= 0;
  if (!right) return undefined;
  const [here, there] = [bind(lat), bind(lon)];
  return termSql(name, bind, (t) => {
    const [ofLat, ofLon] = [`${t(0)}::float8`, `${t(1)}::float8`];
    const half = `pow(sin(radians((${ofLat} - ${here}::float8) / 2)), 2) + cos(radians(${here}::float8)) * cos(radians(${ofLat})) * pow(sin(radians((${ofLon} - ${there}::float8) / 2)), 2)`;
    return `12742 * asin(sqrt(least(1, ${half}))) <= ${bind(kilometres)}::float8`;
  });
}
