import {
  type Bind,
  type Criterion,
  type Found,
  MOST_ON_THE_WAY,
  matchSql,
  nextOf,
  pageSql,
  type ReadVersion,
  type ResourceType,
  referencesOf,
  type Search,
  startOf,
  tooMuch,
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
  const { count, total, summary } = search.results;
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
  const start = startOf(search);
  if (!start.ok) return start;
  const { behind, order, keys } = pageSql(search, start.value, bind);
  const { rows } = await db.query<SortedRow>(
    `select id, type, version, last_updated, content${keys} from directory.resource
     where ${[...sql, ...behind].join(' and ')} order by ${order} limit ${bind(count + 1)}`,
    values,
  );
  const last = rows.length > count ? rows[count - 1] : undefined;
  return ok({ rows: rows.slice(0, count), next: last && nextOf(search, last), total: counted });
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
  if (found.length > MOST_ON_THE_WAY) return tooMuch(criterion.kind === 'chain' ? criterion.parameter.name : '_has');
  if (criterion.kind === 'has')
    return ok(
      `id = any (${bind(found.flatMap((row) => referencesOf({ type: row.type, text: row.content }, criterion.by).map((to) => to.id)))}::text[])`,
    );
  const { name } = criterion.parameter;
  return ok(`refs && ${bind(found.map(({ type, id }) => `${name}=${type}/${id}`))}::text[]`);
}
