import { fail, ok, type Result } from '../../platform/index.ts';
import { readCursor } from './sort.ts';
import { spanOf } from './span.ts';

/** Which versions a history shows: since a moment, one page, latest first (R4 3.1.0.9). */
export type HistoryPage = {
  readonly since: Date | undefined;
  readonly count: number;
  /** The moment, id and version behind which the page begins. */
  readonly after: { readonly at: Date; readonly id: string; readonly version: number } | undefined;
};

const KNOWN = ['_since', '_count', '_after', '_format', '_pretty'];

/** Reads what a history is asked with; a problem names the parameter. */
export function readHistoryPage(query: URLSearchParams, strict: boolean): Result<HistoryPage> {
  const unknown = [...query.keys()].find((name) => !KNOWN.includes(name));
  if (unknown !== undefined && strict)
    return wrong(unknown, `${unknown} is not supported here: _since and _count are.`, 'not-supported');
  const asked = query.get('_since');
  const since = asked === null ? undefined : spanOf(asked)?.from;
  if (asked !== null && !since) return wrong('_since', '_since takes a moment such as 2026-11-23T09:00:00Z.');
  const count = Number(query.get('_count') ?? 50);
  if (!Number.isInteger(count) || count < 1 || count > 200)
    return wrong('_count', '_count takes a whole number from 1 to 200.');
  const cursor = query.get('_after');
  const keys = cursor === null ? undefined : readCursor(cursor, 3);
  const [at, id, version] = keys ?? [];
  if (cursor !== null && (typeof at !== 'number' || typeof id !== 'string' || typeof version !== 'number'))
    return wrong('_after', '_after is not a link of a history. Begin at the first page.');
  const after = keys && { at: new Date(at as number), id: id as string, version: version as number };
  return ok({ since, count, after });
}

function wrong(place: string, text: string, code?: string): Result<never> {
  return fail('invalid', text, [{ place, text, ...(code ? { code } : {}) }]);
}
