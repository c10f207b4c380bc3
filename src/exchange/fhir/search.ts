import {
  type Bind,
  behindSql,
  cursorOf,
  type Found,
  type HistoryPage,
  matchSql,
  orderSql,
  type ReadVersion,
  readCursor,
  type Search,
  sortKeys,
} from '../../fhir/index.ts';
import { fail, type Ground, ok, type Result, type Trx } from '../../platform/index.ts';

/** One stored version of a Subscription. */
export type Row = {
  readonly id: string;
  readonly version: number;
  readonly last_updated: Date;
  readonly content: string;
  readonly deleted?: boolean;
};

export const versionOf = ({ id, version, last_updated: lastUpdated, content: text, deleted }: Row): ReadVersion => ({
  text,
  id,
  type: 'Subscription',
  version,
  lastUpdated,
  ...(deleted ? { deleted: true } : {}),
});

/** Searches the Subscriptions of one system; nobody finds those of another. */
export async function searchSubscriptions(
  ground: Ground,
  owner: string,
  search: Search,
  db: Pick<Ground['pool'], 'query'> | Trx = ground.pool,
): Promise<Result<Found>> {
  const values: unknown[] = [owner];
  const bind: Bind = (value) => {
    values.push(value);
    return `$${values.length}`;
  };
  const sql = ['owner = $1', 'not deleted'];
  for (const criterion of search.criteria) {
    // No parameter of a Subscription leads to another resource, and none leads to it.
    const condition = criterion.kind === 'match' ? matchSql(criterion, bind, ground.clock.now()) : undefined;
    if (condition === undefined) {
      const name = criterion.kind === 'has' ? '_has' : criterion.parameter.name;
      return fail('invalid', `${name} cannot be read.`, [{ place: name, text: 'Not understood' }]);
    }
    sql.push(condition);
  }
  const { sort, count, after, total, summary } = search.results;
  const where = () => sql.join(' and ');
  const counted =
    total === 'none'
      ? undefined
      : (await db.query<{ n: number }>(`select count(*)::int as n from exchange.subscription where ${where()}`, values))
          .rows[0]!.n;
  if (summary === 'count')
    return ok({ entries: [], next: undefined, ...(counted === undefined ? {} : { total: counted }) });
  const keys = sort.length === 0 ? [] : sortKeys('Subscription', sort, bind);
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
  const { rows } = await db.query<Row & { readonly keys?: readonly (string | number)[] }>(
    `select id, version, last_updated, content${shown} from exchange.subscription where ${where()}
     order by ${keys.length > 0 ? orderSql(keys) : 'id'} limit ${bind(count + 1)}`,
    values,
  );
  const last = rows.length > count ? rows[count - 1] : undefined;
  return ok({
    entries: rows.slice(0, count).map(versionOf),
    next: last && (last.keys ? cursorOf(last.keys) : last.id),
    ...(counted === undefined ? {} : { total: counted }),
  });
}

/** The versions of every Subscription of one system, latest first, one page. */
export async function historyOf(
  ground: Ground,
  owner: string,
  { since, count, after }: HistoryPage,
): Promise<Result<Found>> {
  const { rows } = await ground.pool.query<Row>(
    `select * from (
       select id, version, last_updated, content, deleted from exchange.subscription where owner = $1
       union all
       select h.id, h.version, h.last_updated, h.content, h.deleted from exchange.subscription_history h
         join exchange.subscription s using (id) where s.owner = $1) versions
     where ($2::timestamptz is null or last_updated >= $2)
       and ($3::timestamptz is null or (last_updated, id collate "C", version) < ($3, $4, $5::int))
     order by last_updated desc, id collate "C" desc, version desc limit $6`,
    [owner, since ?? null, after?.at ?? null, after?.id ?? null, after?.version ?? null, count + 1],
  );
  const last = rows.length > count ? rows[count - 1] : undefined;
  return ok({
    entries: rows.slice(0, count).map(versionOf),
    next: last && cursorOf([last.last_updated.getTime(), last.id, last.version]),
  });
}
