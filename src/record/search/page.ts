import { createHash } from 'node:crypto';
import { type Bind, pageSql, type ResourceType, type Search, type Start } from '../../fhir/index.ts';
import type { Actor, Trx } from '../../platform/index.ts';
import type { RecordGround } from '../ground.ts';
import { maySee } from '../read.ts';
import type { StoredRow } from '../store.ts';
import type { Where } from './conditions.ts';

/** A row with what it was sorted by. */
export type SortedRow = StoredRow & { readonly keys: readonly (string | number)[] };

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
  const conditions = base(search.type, where, page.residents, bind);
  const { behind, order, keys } = pageSql(search, page.start, bind);
  const sql = [...conditions, ...behind];
  const text = `select ${COLUMNS}${keys} from record.resource where ${sql.join(' and ')} order by ${order} limit ${bind(page.count + 1)}`;
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
