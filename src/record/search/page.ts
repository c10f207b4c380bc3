import { createHash } from 'node:crypto';
import { type Bind, BY_RESIDENT, pageSql, type ResourceType, type Search, type Start } from '../../fhir/index.ts';
import { type Actor, residentOf, type Trx } from '../../platform/index.ts';
import type { RecordGround } from '../ground.ts';
import { maySee } from '../read.ts';
import type { StoredRow } from '../store.ts';
import type { Where } from './conditions.ts';

/** A row with what it was sorted by. */
export type SortedRow = StoredRow & { readonly keys: readonly (string | number)[] };

const COLUMNS =
  'resident_id, type, id, version, last_updated, content, sealed, facet, categories, parties, author, deleted';

/** More than so many rows are not named one by one; they are walked in the order of the page. */
const MOST_LED = 2000;

/**
 * For who looks at the whole region: the conditions, and the ids that the indexes find for them, where they are not many.
 * Row security keeps those indexes from being used otherwise (`record.led_to`). Inside the transaction that will read.
 */
export async function withLeads(trx: Trx, type: ResourceType, where: Where): Promise<Where> {
  if (where.resident || where.leads.length === 0) return where;
  const keysOf = (column: 'tokens' | 'refs') =>
    JSON.stringify(where.leads.filter((lead) => lead.column === column).map(({ keys }) => keys));
  const { rows } = await trx.query<{ ids: readonly string[] | null }>({
    name: 'led-to',
    text: 'select record.led_to($1, $2, $3, $4) as ids',
    values: [type, keysOf('tokens'), keysOf('refs'), MOST_LED],
  });
  const ids = rows[0]?.ids;
  if (!ids) return where;
  // An id begins with whose it is, so that each row is found where it lies.
  const residents = [...new Set(ids.map((id) => residentOf(id)))];
  const led = { ...where, sql: [...where.sql], values: [...where.values] };
  const bind: Bind = (value) => `$${led.values.push(value)}`;
  led.sql.push(`resident_id = any (${bind(residents)}::uuid[]) and id = any (${bind(ids)}::text[])`);
  return { ...led, bind };
}

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
  const { behind, order, keys } = pageSql(search, page.start, bind, BY_RESIDENT);
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
