import { createHash } from 'node:crypto';
import {
  type Bind,
  behindSql,
  cursorOf,
  orderSql,
  type ResourceType,
  readCursor,
  type Search,
  type SortKey,
  sortKeys,
} from '../../fhir/index.ts';
import { type Actor, fail, ok, type Result, type Trx } from '../../platform/index.ts';
import type { RecordGround } from '../ground.ts';
import { maySee } from '../read.ts';
import type { StoredRow } from '../store.ts';
import type { Where } from './conditions.ts';

/** A row with what it was sorted by. */
export type SortedRow = StoredRow & { readonly keys: readonly (string | number)[] };

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

/** What the next page begins behind. */
export function nextOf(search: Search, last: SortedRow): string {
  return search.results.sort.length === 0 ? last.id : cursorOf(last.keys);
}

const COLUMNS =
  'resident_id, type, id, version, last_updated, content, sealed, facet, categories, parties, author, deleted';

/** The rows of one page and one more, in order, under the locks of this transaction. */
export async function selectPage(
  trx: Trx,
  search: Search,
  where: Where,
  page: { readonly start: Start; readonly count: number; readonly residents?: readonly string[] | undefined },
): Promise<readonly SortedRow[]> {
  const values = [...where.values];
  const bind: Bind = (value) => {
    values.push(value);
    return `$${values.length}`;
  };
  const { sort } = search.results;
  const keys = sort.length === 0 ? [] : sortKeys(search.type, sort, bind);
  const sql = [...base(search.type, where, page.residents, bind), ...begins(keys, page.start, bind)];
  const order = keys.length === 0 ? 'id' : orderSql(keys);
  const shown = keys.map((key) => `, to_jsonb(${key.sql})`).join('');
  const text = `select ${COLUMNS}${keys.length > 0 ? `, jsonb_build_array(${shown.slice(2)}) as keys` : ''}
    from record.resource where ${sql.join(' and ')} order by ${order} limit ${bind(page.count + 1)}`;
  // A plan is kept for the shapes that come back; a rare long combination is planned each time.
  const name = sql.length <= 5 ? `search:${createHash('sha1').update(text).digest('base64')}` : undefined;
  const { rows } = await trx.query<SortedRow>({ text, values, ...(name ? { name } : {}) });
  return rows;
}

function base(
  type: ResourceType,
  where: Where,
  residents: readonly string[] | undefined,
  bind: Bind,
): readonly string[] {
  const sql = [`type = ${bind(type)}`, 'not deleted', ...where.sql];
  if (where.resident) sql.push(`resident_id = ${bind(where.resident)}`);
  else if (residents) sql.push(`resident_id = any (${bind(residents)}::uuid[])`);
  return sql;
}

function begins(keys: readonly SortKey[], start: Start, bind: Bind): readonly string[] {
  if (start.keys) return [behindSql(keys, start.keys, bind)];
  return start.id ? [`id > ${bind(start.id)}`] : [];
}

/**
 * How many rows fit and may be seen by both locks. Rows guarded alike are counted together, so that the first lock
 * decides once for each kind and not once for each row.
 */
export async function countRows(
  ground: RecordGround,
  actor: Actor,
  trx: Trx,
  search: Search,
  where: Where,
  residents: readonly string[] | undefined,
  seenOf: (resident: string) => Parameters<typeof maySee>[3],
): Promise<number> {
  const values = [...where.values];
  const bind: Bind = (value) => {
    values.push(value);
    return `$${values.length}`;
  };
  const by = residents ? 'resident_id, facet, categories, parties' : 'facet, categories, parties';
  const { rows } = await trx.query<
    Pick<StoredRow, 'facet' | 'categories' | 'parties'> & { n: number; resident_id?: string }
  >(
    `select ${by}, count(*)::int as n from record.resource where ${base(search.type, where, residents, bind).join(' and ')} group by ${by}`,
    values,
  );
  return rows
    .filter((row) => maySee(ground, actor, row, row.resident_id ? seenOf(row.resident_id) : undefined).allow)
    .reduce((sum, row) => sum + row.n, 0);
}
