import { cursorOf, type Found, type HistoryPage, type ResourceType } from '../fhir/index.ts';
import { type Ground, ok, type Result } from '../platform/index.ts';
import { type Row, versionOf } from './fhir-search.ts';

/** The versions of every resource of a type of the region, latest first, one page. */
export async function typeHistory(
  ground: Ground,
  type: ResourceType,
  { since, count, after }: HistoryPage,
): Promise<Result<Found>> {
  const { rows } = await ground.pool.query<Row>(
    `select * from (
       select id, type, version, last_updated, content, deleted from directory.resource where type = $1
       union all
       select id, type, version, last_updated, content, deleted from directory.history where type = $1) versions
     where ($2::timestamptz is null or last_updated >= $2)
       and ($3::timestamptz is null or (last_updated, id collate "C", version) < ($3, $4, $5::int))
     order by last_updated desc, id collate "C" desc, version desc limit $6`,
    [type, since ?? null, after?.at ?? null, after?.id ?? null, after?.version ?? null, count + 1],
  );
  const last = rows.length > count ? rows[count - 1] : undefined;
  return ok({
    entries: rows.slice(0, count).map(versionOf),
    next: last && cursorOf([last.last_updated.getTime(), last.id, last.version]),
  });
}
