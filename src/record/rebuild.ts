import { indexRow, type Resource, type ResourceType } from '../fhir/index.ts';
import type { Trx } from '../platform/index.ts';
import type { RecordGround } from './ground.ts';
import { followPatient } from './person.ts';
import type { StoredRow } from './store.ts';
import { timelineId, timelineKind } from './timeline.ts';
import { openRow } from './write.ts';

/** Every version of what is known of one resident, in the order in which it was written. */
export async function allVersions(trx: Trx, resident: string): Promise<readonly StoredRow[]> {
  const columns =
    'resident_id, type, id, version, last_updated, content, sealed, facet, categories, parties, author, deleted';
  const { rows } = await trx.query<StoredRow>(
    `select ${columns} from record.resource where resident_id = $1
     union all select ${columns} from record.history where resident_id = $1`,
    [resident],
  );
  const made = (row: StoredRow) => row.id.slice(33);
  return rows.sort(
    (a, b) => a.last_updated.getTime() - b.last_updated.getTime() || compare(made(a), made(b)) || a.version - b.version,
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Makes anew what of one resident follows from the record alone: the timeline and the few facts of the person. In an
 * open transaction of a system on this resident. Rows are guarded as their version is guarded now: a party that was let
 * in later (a provider who was offered a request) is named on them too.
 */
export async function rebuildRecord(
  ground: RecordGround,
  trx: Trx,
  resident: string,
  versions: readonly StoredRow[],
): Promise<void> {
  await trx.query('delete from record.timeline where resident_id = $1', [resident]);
  const rows = versions.map((row) => {
    const { status } = indexRow(row.type as ResourceType, JSON.parse(row.content) as Resource);
    return {
      id: timelineId(row.last_updated, row.type, row.id, row.version),
      type: row.type,
      resource_id: row.id,
      at: row.last_updated,
      kind: row.deleted ? `${row.type}.deleted` : timelineKind(row.type, status),
      facet: row.facet,
      categories: row.categories,
      parties: row.parties,
    };
  });
  await trx.query(
    `insert into record.timeline (resident_id, id, type, resource_id, at, kind, facet, categories, parties)
     select $1, * from json_to_recordset($2::json) as t
       (id text, type text, resource_id text, at timestamptz, kind text, facet text, categories text[], parties text[])`,
    [resident, JSON.stringify(rows)],
  );
  const patient = versions.findLast((row) => row.type === 'Patient');
  if (patient && !patient.deleted)
    await followPatient(trx, resident, JSON.parse(openRow(ground, patient, false)) as Resource);
}
