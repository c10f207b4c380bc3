import { fail, ok, type Result, residentOf } from '../../platform/index.ts';
import type { Search } from './query.ts';
import { behindSql, cursorOf, orderSql, readCursor, sortKeys } from './sort.ts';
import type { Bind } from './where.ts';

/** Where a page begins. Without a sort it is an id, which every page follows; with one, the keys of the row before. */
export type Start = { readonly id?: string; readonly keys?: readonly (string | number)[] };

/** Reads where the page begins; a link that was not made for this search is refused. */
export function startOf(search: Search): Result<Start> {
  const { after, sort } = search.results;
  if (after === undefined) return ok({});
  if (sort.length === 0) return ok({ id: after });
  const keys = readCursor(after, sort.length + 1);
  return keys
    ? ok({ keys })
    : fail('invalid', '_after is not of a search with this _sort. Begin at the first page.', [
        { place: '_after', text: 'Not a link of this search' },
      ]);
}

/**
 * The order of rows that are of somebody, where they are not sorted otherwise: by whose they are, then by id. An id begins
 * with whose it is, so that this is the order of ids as well, and both indexes that begin so serve it.
 */
export const BY_RESIDENT = { order: 'resident_id, id', behind: residentBehind } as const;

function residentBehind(id: string, bind: Bind): string {
  const resident = residentOf(id);
  return resident ? `(resident_id, id) > (${bind(resident)}::uuid, ${bind(id)})` : `id > ${bind(id)}`;
}

/** The SQL of one page: what it begins behind, its order, and a last column with the keys of each row where it is sorted. */
export function pageSql(
  search: Search,
  start: Start,
  bind: Bind,
  plain: { readonly order: string; readonly behind: (id: string, bind: Bind) => string } = BY_ID,
): { readonly behind: readonly string[]; readonly order: string; readonly keys: string } {
  const { sort } = search.results;
  const keys = sort.length === 0 ? [] : sortKeys(search.type, sort, bind);
  const behind = start.keys ? [behindSql(keys, start.keys, bind)] : start.id ? [plain.behind(start.id, bind)] : [];
  if (keys.length === 0) return { behind, order: plain.order, keys: '' };
  const shown = keys.map((key) => `to_jsonb(${key.sql})`).join(', ');
  return { behind, order: orderSql(keys), keys: `, jsonb_build_array(${shown}) as keys` };
}

const BY_ID = { order: 'id', behind: (id: string, bind: Bind) => `id > ${bind(id)}` };

/** What the next page begins behind. */
export function nextOf(
  search: Search,
  last: { readonly id: string; readonly keys?: readonly (string | number)[] },
): string {
  return search.results.sort.length === 0 ? last.id : cursorOf(last.keys ?? []);
}
