import { cursorOf, type HistoryPage, type ReadVersion, type ResourceType } from '../fhir/index.ts';
import { type Actor, type Door, fail, ok, type Result, type SeenBy, type Trx, withActor } from '../platform/index.ts';
import type { RecordGround } from './ground.ts';
import { lineOf, maySeeRows, readsBsn, textFor } from './read.ts';
import { everyGranted, MOST_AT_ONCE } from './search/search.ts';
import type { StoredRow } from './store.ts';
import { openRow } from './write.ts';

/** One page of a history, and where the next begins. */
export type Histories = { readonly entries: readonly ReadVersion[]; readonly next: string | undefined };

/**
 * The versions of every resource of a type, latest first (R4 3.1.0.9), each under the locks under which it is read
 * alone. Each resident among them leaves a line in the log.
 */
export async function typeHistory(
  ground: RecordGround,
  actor: Actor,
  type: ResourceType,
  page: HistoryPage,
  door: Door,
): Promise<Result<Histories>> {
  const residents = actor.role === 'system' ? undefined : await everyGranted(ground, actor);
  if (residents && residents.length > MOST_AT_ONCE)
    return fail('invalid', `A history goes over at most ${MOST_AT_ONCE} residents. Ask for that of one resource.`, [
      { place: '_history', text: 'Too many residents', code: 'too-costly' },
    ]);
  const scope = residents ? ({ kind: 'page', residents } as const) : ({ kind: 'region' } as const);
  const { rows, seenBy } = await withActor(ground, actor, scope, async (trx, seenBy) => ({
    rows: await selectVersions(trx, type, page, residents),
    seenBy,
  }));
  const shown = rows.slice(0, page.count);
  const may = maySeeRows(ground, actor, (resident) => seenBy[resident]);
  const allowed = shown.filter((row) => may(row).allow);
  const of = [...new Set(allowed.map((row) => row.resident_id))];
  const decision = allowed[0] && may(allowed[0]);
  await Promise.all(
    (of.length > 0 ? of : [undefined]).map((resident) =>
      ground.audit.write({
        ...lineOf(actor, 'searched', type, undefined, resident, decision, door),
        detail: 'history',
      }),
    ),
  );
  const last = shown.at(-1);
  const more = rows.length > page.count && last;
  return ok({
    entries: allowed.map((row) => versionOf(ground, actor, row, seenBy)),
    next: more ? cursorOf([last.last_updated.getTime(), last.id, last.version]) : undefined,
  });
}

function versionOf(ground: RecordGround, actor: Actor, row: StoredRow, seenBy: SeenBy): ReadVersion {
  const type = row.type as ResourceType;
  return {
    text: textFor(actor, type, openRow(ground, row, readsBsn(actor)), seenBy[row.resident_id]),
    id: row.id,
    type,
    version: row.version,
    lastUpdated: row.last_updated,
    ...(row.deleted ? { deleted: true as const } : {}),
  };
}

const COLUMNS =
  'resident_id, type, id, version, last_updated, content, sealed, facet, categories, parties, author, deleted';

async function selectVersions(
  trx: Trx,
  type: ResourceType,
  { since, count, after }: HistoryPage,
  residents: readonly string[] | undefined,
): Promise<readonly StoredRow[]> {
  const values: unknown[] = [type, count + 1];
  const bind = (value: unknown) => {
    values.push(value);
    return `$${values.length}`;
  };
  const sql = ['type = $1'];
  if (residents) sql.push(`resident_id = any (${bind(residents)}::uuid[])`);
  if (since) sql.push(`last_updated >= ${bind(since)}`);
  // A version of the present moment comes in front, so that pages that are asked later stay as they are.
  if (after)
    sql.push(
      `last_updated <= ${bind(after.at)} and (last_updated, id collate "C", version) < ($${values.length}, ${bind(after.id)}, ${bind(after.version)}::int)`,
    );
  const order = 'order by last_updated desc, id collate "C" desc, version desc limit $2';
  const of = (table: string) => `(select ${COLUMNS} from record.${table} where ${sql.join(' and ')} ${order})`;
  const { rows } = await trx.query<StoredRow>(
    `select * from (${of('resource')} union all ${of('history')}) versions ${order}`,
    values,
  );
  return rows;
}
