import {
  type Bind,
  behindSql,
  type Criterion,
  cursorOf,
  type Found,
  isResourceType,
  matchSql,
  orderSql,
  parametersOf,
  type ReadVersion,
  type Resource,
  type ResourceType,
  readCursor,
  type Search,
  sortKeys,
  typeRow,
} from '../fhir/index.ts';
import { fail, type Ground, ok, type Result, type Trx } from '../platform/index.ts';

/** One stored version of a regional resource. */
export type Row = {
  readonly id: string;
  readonly type: ResourceType;
  readonly version: number;
  readonly last_updated: Date;
  readonly content: string;
  readonly deleted?: boolean;
};

type SortedRow = Row & { readonly keys?: readonly (string | number)[] };

export const versionOf = (row: Row): ReadVersion => ({
  text: row.content,
  id: row.id,
  type: row.type,
  version: row.version,
  lastUpdated: row.last_updated,
  ...(row.deleted ? { deleted: true as const } : {}),
});

/** What is asked: the pool, or the transaction of a write that hangs on what is found. */
type Queried = Pick<Ground['pool'], 'query'> | Trx;

/** How many resources a chain may lead over. */
const MOST_ON_THE_WAY = 1000;

/** Searches the region's own resources, chains among them included. A problem names the parameter that cannot be read. */
export async function searchDirectory(
  ground: Ground,
  search: Search,
  db: Queried = ground.pool,
): Promise<Result<Found>> {
  const found = await selectRows(ground, search, db);
  if (!found.ok) return found;
  const { rows, next, total } = found.value;
  return ok({
    entries: rows.map(versionOf),
    next,
    ...(total === undefined ? {} : { total }),
  });
}

async function selectRows(
  ground: Ground,
  search: Search,
  db: Queried,
): Promise<
  Result<{ readonly rows: readonly Row[]; readonly next: string | undefined; readonly total: number | undefined }>
> {
  const values: unknown[] = [search.type];
  const bind: Bind = (value) => {
    values.push(value);
    return `$${values.length}`;
  };
  const sql = ['type = $1', 'not deleted'];
  for (const criterion of search.criteria) {
    const condition = await conditionOf(ground, criterion, bind, db);
    if (!condition.ok) return condition;
    sql.push(condition.value);
  }
  const { sort, count, after, total, summary } = search.results;
  const counted =
    total === 'none'
      ? undefined
      : (
          await db.query<{ n: number }>(
            `select count(*)::int as n from directory.resource where ${sql.join(' and ')}`,
            values,
          )
        ).rows[0]!.n;
  if (summary === 'count') return ok({ rows: [], next: undefined, total: counted });
  const keys = sort.length === 0 ? [] : sortKeys(search.type, sort, bind);
  if (after !== undefined) {
    const last = keys.length === 0 ? [after] : readCursor(after, keys.length);
    if (!last)
      return fail('invalid', '_after is not of a search with this _sort. Begin at the first page.', [
        { place: '_after', text: 'Not a link of this search' },
      ]);
    sql.push(keys.length === 0 ? `id > ${bind(after)}` : behindSql(keys, last, bind));
  }
  const shown =
    keys.length > 0 ? `, jsonb_build_array(${keys.map((key) => `to_jsonb(${key.sql})`).join(', ')}) as keys` : '';
  const { rows } = await db.query<SortedRow>(
    `select id, type, version, last_updated, content${shown} from directory.resource where ${sql.join(' and ')}
     order by ${keys.length > 0 ? orderSql(keys) : 'id'} limit ${bind(count + 1)}`,
    values,
  );
  const last = rows.length > count ? rows[count - 1] : undefined;
  return ok({
    rows: rows.slice(0, count),
    next: last && (last.keys ? cursorOf(last.keys) : last.id),
    total: counted,
  });
}

async function conditionOf(ground: Ground, criterion: Criterion, bind: Bind, db: Queried): Promise<Result<string>> {
  if (criterion.kind === 'match') {
    const { name, type } = criterion.parameter;
    const sql = matchSql(criterion, bind, ground.clock.now());
    return sql === undefined
      ? fail(
          'invalid',
          `${name} cannot be read${type === 'date' ? ': it takes a date such as ge2026-03-01' : name === 'near' ? ': it takes latitude|longitude|distance|km' : ''}.`,
          [{ place: name, text: 'Not understood' }],
        )
      : ok(sql);
  }
  const searches = criterion.kind === 'chain' ? criterion.targets : [criterion.from];
  const found: Row[] = [];
  for (const search of searches.filter(({ type }) => typeRow(type).home === 'region')) {
    const step = await selectRows(
      ground,
      { ...search, results: { ...search.results, count: MOST_ON_THE_WAY + 1 } },
      db,
    );
    if (!step.ok) return step;
    found.push(...step.value.rows);
  }
  if (found.length > MOST_ON_THE_WAY)
    return fail('invalid', 'This leads to too many resources on the way. Ask more narrowly.', [
      { place: criterion.kind === 'chain' ? criterion.parameter.name : '_has', text: 'Too many', code: 'too-costly' },
    ]);
  if (criterion.kind === 'has')
    return ok(`id = any (${bind(found.flatMap((row) => leadsFrom(row, criterion.by)))}::text[])`);
  const { name } = criterion.parameter;
  return ok(`refs && ${bind(found.map(({ type, id }) => `${name}=${type}/${id}`))}::text[]`);
}

/** The ids of what a resource leads to by one of its reference parameters. */
function leadsFrom(row: Row, by: string): readonly string[] {
  const resource = JSON.parse(row.content) as Resource;
  return (parametersOf(row.type).get(by)?.paths ?? [])
    .flatMap(({ read }) => read(resource))
    .flatMap(({ value }) => {
      const reference = (value as { reference?: unknown } | null)?.reference;
      const [, type = '', id = ''] =
        /([A-Z][A-Za-z]+)\/([^/]+)$/.exec(typeof reference === 'string' ? reference : '') ?? [];
      return isResourceType(type) ? [id] : [];
    });
}
