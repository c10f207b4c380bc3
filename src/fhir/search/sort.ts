import { parametersOf } from '../definitions.ts';
import type { ResourceType } from '../types.ts';
import type { SortBy } from './results.ts';
import type { Bind } from './where.ts';

/** What a row is sorted by, as SQL; rows without the element come last either way. */
export type SortKey = { readonly sql: string; readonly descending: boolean; readonly cast: 'float8' | 'text' };

/** The keys of a sort, `id` last, so that every order is whole and a page begins exactly behind the one before. */
export function sortKeys(type: ResourceType, sort: readonly SortBy[], bind: Bind): readonly SortKey[] {
  return [...sort.map((by) => keyOf(type, by, bind)), { sql: 'id', descending: false, cast: 'text' }];
}

function keyOf(type: ResourceType, { name, descending }: SortBy, bind: Bind): SortKey {
  if (name === '_id') return { sql: 'id', descending, cast: 'text' };
  if (name === '_lastUpdated')
    return { sql: '(extract(epoch from last_updated) * 1000)::float8', descending, cast: 'float8' };
  const [pick, part] = descending ? ['max', 1] : ['min', 0];
  switch (parametersOf(type).get(name)?.type) {
    case 'token':
      return {
        sql: textKey(`unnest(tokens) t where starts_with(t, ${bind(`${name}|*|`)})`, 't', pick!, descending),
        descending,
        cast: 'text',
      };
    case 'string':
      return {
        sql: textKey(`jsonb_array_elements(terms -> ${bind(name)}::text) t`, 't ->> 0', pick!, descending),
        descending,
        cast: 'text',
      };
    default:
      return {
        sql: `coalesce((select ${pick}((t ->> ${part})::float8) from jsonb_array_elements(terms -> ${bind(name)}::text) t), ${descending ? '-1e308' : '1e308'})`,
        descending,
        cast: 'float8',
      };
  }
}

/** Text in the order of its signs; what is not there stands behind all of it. */
function textKey(from: string, value: string, pick: string, descending: boolean): string {
  return `coalesce((select ${pick}((${value}) collate "C") from ${from}), ${descending ? "''" : "U&'\\+10FFFD'"})`;
}

/** `order by` for these keys. */
export function orderSql(keys: readonly SortKey[]): string {
  return keys
    .map(({ sql, descending, cast }) => `${sql}${cast === 'text' ? ' collate "C"' : ''}${descending ? ' desc' : ''}`)
    .join(', ');
}

/** The condition that a row stands behind the one whose keys are given. */
export function behindSql(keys: readonly SortKey[], last: readonly (string | number)[], bind: Bind): string {
  const alternatives = keys.map((key, at) => {
    const same = keys.slice(0, at).map((one, index) => `${compared(one)} = ${bound(one, last[index]!, bind)}`);
    return [...same, `${compared(key)} ${key.descending ? '<' : '>'} ${bound(key, last[at]!, bind)}`].join(' and ');
  });
  return `(${alternatives.map((one) => `(${one})`).join(' or ')})`;
}

const compared = ({ sql, cast }: SortKey) => `(${sql})${cast === 'text' ? ' collate "C"' : ''}`;
const bound = ({ cast }: SortKey, value: string | number, bind: Bind) => `${bind(value)}::${cast}`;

/** The keys of the last row of a page as the link to the next page carries them. */
export function cursorOf(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys in a link to a next page; undefined where it was not made by us for as many keys. */
export function readCursor(after: string, count: number): readonly (string | number)[] | undefined {
  try {
    const keys = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown;
    const fits =
      Array.isArray(keys) && keys.length === count && keys.every((key) => ['string', 'number'].includes(typeof key));
    return fits ? (keys as (string | number)[]) : undefined;
  } catch {
    return undefined;
  }
}
