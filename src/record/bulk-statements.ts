import { BSN_SYSTEM } from '../fhir/index.ts';
import type { Trx } from '../platform/index.ts';

/** The statements of one resident, as the single path sent them. */
export type Kept = {
  readonly claims: (readonly unknown[])[];
  readonly resources: (readonly unknown[])[];
  readonly persons: (readonly unknown[])[];
  readonly grants: (readonly unknown[])[];
};

/** Claims every BSN of these residents; gives the residents of whom somebody else holds one. */
export async function claimAll(trx: Trx, residents: ReadonlyMap<string, Kept>): Promise<ReadonlySet<string>> {
  const claims = [...residents.values()].flatMap((kept) => kept.claims);
  if (claims.length === 0) return new Set();
  const columns = [0, 1, 2].map((column) => claims.map((claim) => claim[column]));
  const { rows } = await trx.query<{ resident: string; mine: boolean }>({
    name: 'claim-many',
    text: `select resident, record.claim_identity(system, hash, resident) as mine
           from unnest($1::text[], $2::bytea[], $3::uuid[]) as c (system, hash, resident)`,
    values: columns,
  });
  const lost = new Set(rows.filter((row) => !row.mine).map((row) => row.resident));
  for (const resident of lost)
    for (const [, hash] of residents.get(resident)?.claims ?? [])
      await trx.query('select record.release_identity($1, $2, $3)', [BSN_SYSTEM, hash, resident]);
  return lost;
}

/** Events that a port caused while these were loaded count as delivered too. */
export async function markDelivered(trx: Trx, residents: readonly string[], at: Date): Promise<void> {
  await trx.query(
    'update platform.outbox set delivered_at = $2 where resident_id = any ($1::uuid[]) and delivered_at is null',
    [residents, at],
  );
}

/** Writes the residents with everything of theirs that was kept, in four statements. */
export async function insertAll(trx: Trx, residents: ReadonlyMap<string, Kept>, since: Date): Promise<void> {
  if (residents.size === 0) return;
  const kept = [...residents.values()];
  await trx.query({
    name: 'insert-residents',
    text: 'insert into record.resident (resident_id, since) select id, $2 from unnest($1::uuid[]) as k (id)',
    values: [[...residents.keys()], since],
  });
  await trx.query({
    name: 'insert-many-whole',
    text: insertWhole('last_updated'),
    values: [
      rowsOf(
        RESOURCE_COLUMNS,
        kept.flatMap((one) => one.resources),
      ),
    ],
  });
  await trx.query({
    name: 'insert-many-persons',
    text: INSERT_PERSONS,
    values: [
      rowsOf(
        PERSON_COLUMNS,
        kept.flatMap((one) => one.persons),
      ),
    ],
  });
  await trx.query({
    name: 'give-many',
    text: GIVE,
    values: [
      rowsOf(
        GRANT_COLUMNS,
        kept.flatMap((one) => one.grants),
      ),
    ],
  });
}

/** Writes several first versions, each given as `insert-whole` takes one (store.ts), in one statement; their events are still to be told. */
export async function insertTogether(trx: Trx, resources: readonly (readonly unknown[])[]): Promise<void> {
  await trx.query({
    name: 'insert-together',
    text: insertWhole('null::timestamptz'),
    values: [rowsOf(RESOURCE_COLUMNS, resources)],
  });
}

/** Rows by position as JSON by column name, which unfolds in one statement; `json_to_recordset` reads arrays too. */
function rowsOf(
  columns: readonly (readonly [name: string, type: string])[],
  rows: readonly (readonly unknown[])[],
): string {
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map(([name, type], index) => [name, asJson(type, row[index])]))),
    // Half of a pair, as the cut of a long index key may leave, is no JSON to PostgreSQL; sent as text it is mended too.
    (_, value) => (typeof value === 'string' ? value.toWellFormed() : value),
  );
}

function asJson(type: string, value: unknown): unknown {
  if (type === 'bytea') return hex(value);
  return type === 'jsonb' ? JSON.parse(String(value)) : value;
}

const hex = (value: unknown): string | null => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : null);

/** The parameters of `insert-whole` in their order (store.ts). */
const RESOURCE_COLUMNS = [
  ['resident_id', 'uuid'],
  ['type', 'text'],
  ['id', 'text'],
  ['version', 'int'],
  ['last_updated', 'timestamptz'],
  ['content', 'text'],
  ['sealed', 'bytea'],
  ['facet', 'text'],
  ['categories', 'text[]'],
  ['parties', 'text[]'],
  ['author', 'text'],
  ['status', 'text'],
  ['tokens', 'text[]'],
  ['refs', 'text[]'],
  ['terms', 'jsonb'],
  ['event_id', 'text'],
  ['event_type', 'text'],
  ['event_subject', 'text'],
  ['event_data', 'text'],
  ['timeline_id', 'text'],
  ['timeline_kind', 'text'],
  ['audit_id', 'text'],
  ['person', 'text'],
  ['person_name', 'text'],
  ['role', 'text'],
  ['organisation', 'text'],
  ['action', 'text'],
  ['purpose', 'text'],
  ['ground', 'text'],
  ['door', 'text'],
  ['place', 'text'],
  ['request_id', 'text'],
] as const;

/** The parameters of `follow-patient` in their order (person.ts). */
const PERSON_COLUMNS = [
  ['resident_id', 'uuid'],
  ['family', 'text'],
  ['given', 'text'],
  ['family_key', 'text'],
  ['birth_date', 'date'],
  ['postcode', 'text'],
  ['gender', 'text'],
  ['municipality', 'text'],
  ['mail', 'boolean'],
  ['deceased', 'boolean'],
  ['secret', 'boolean'],
] as const;

/** The parameters of `give` in their order (write.ts, platform.give). */
const GRANT_COLUMNS = [
  ['resident', 'uuid'],
  ['id', 'text'],
  ['grantee', 'text'],
  ['relation', 'text'],
  ['categories', 'text[]'],
  ['whole', 'text[]'],
  ['own', 'text[]'],
  ['purpose', 'text'],
  ['source', 'text'],
  ['at', 'timestamptz'],
] as const;

const shapeOf = (columns: readonly (readonly [string, string])[]) =>
  columns.map(([name, type]) => `${name} ${type}`).join(', ');
const namesOf = (columns: readonly (readonly [string, string])[]) => columns.map(([name]) => name).join(', ');

const insertWhole = (delivered: 'last_updated' | 'null::timestamptz') => `with sent as materialized (
    select * from json_to_recordset($1::json) as s (${shapeOf(RESOURCE_COLUMNS)})
  ), event as (
    insert into platform.outbox (resident_id, id, at, type, subject, data, delivered_at)
    select resident_id, event_id, last_updated, event_type, event_subject, event_data::jsonb, ${delivered} from sent
  ), happening as (
    insert into record.timeline (resident_id, id, type, resource_id, at, kind, facet, categories, parties)
    select resident_id, timeline_id, type, id, last_updated, timeline_kind, facet, categories, parties from sent
  ), line as (
    insert into platform.audit (resident_id, id, at, person, person_name, role, organisation, action, allowed, subject_type, subject_id, purpose, ground, door, place, request_id)
    select resident_id, audit_id, last_updated, person, person_name, role, organisation, action, true, type, id, purpose, ground, door, place, request_id from sent
  )
  insert into record.resource (${namesOf(RESOURCE_COLUMNS.slice(0, 15))})
  select ${namesOf(RESOURCE_COLUMNS.slice(0, 15))} from sent`;

const INSERT_PERSONS = `insert into record.person (${namesOf(PERSON_COLUMNS)})
  select ${namesOf(PERSON_COLUMNS)} from json_to_recordset($1::json) as p (${shapeOf(PERSON_COLUMNS)})`;

const GIVE = `select platform.give(${namesOf(GRANT_COLUMNS)}, null) from json_to_recordset($1::json) as g (${shapeOf(GRANT_COLUMNS)})`;
