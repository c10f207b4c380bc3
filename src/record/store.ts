import type { IndexRow } from '../fhir/index.ts';
import type { Trx } from '../platform/index.ts';

/** One stored version as the database has it. */
export type StoredRow = {
  readonly resident_id: string;
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly last_updated: Date;
  readonly content: string;
  readonly sealed: Buffer | null;
  readonly facet: string;
  readonly categories: string[];
  readonly parties: string[];
  readonly author: string;
  readonly deleted: boolean;
};

/** Everything one write of a resident's resource needs. */
export type RowToWrite = Omit<StoredRow, 'deleted'> & { readonly index: IndexRow };

const COLUMNS = 'resident_id, type, id, version, last_updated, content, sealed, facet, categories, parties, author';

function params(row: RowToWrite): unknown[] {
  return [
    row.resident_id,
    row.type,
    row.id,
    row.version,
    row.last_updated,
    row.content,
    row.sealed,
    row.facet,
    row.categories,
    row.parties,
    row.author,
    row.index.status,
    row.index.tokens,
    row.index.refs,
    JSON.stringify(row.index.terms),
  ];
}

/** What is written in the same statement as a resource: its event, its timeline row and its audit line. */
export type Along = {
  readonly event: { readonly id: string; readonly type: string; readonly subject: string; readonly data: unknown };
  readonly timeline: { readonly id: string; readonly kind: string };
  readonly audit: {
    readonly id: string;
    readonly person: string;
    readonly personName: string;
    readonly role: string;
    readonly organisation: string;
    readonly action: string;
    readonly purpose: string;
    readonly ground: string;
    readonly door: string;
    readonly place?: string | undefined;
    readonly requestId?: string | undefined;
  };
};

const ALONG = `event as (
    insert into platform.outbox (resident_id, id, at, type, subject, data) values ($1, $16, $5, $17, $18, $19)
  ), happening as (
    insert into record.timeline (resident_id, id, type, resource_id, at, kind, facet, categories, parties) values ($1, $20, $2, $3, $5, $21, $8, $9, $10)
  ), line as (
    insert into platform.audit (resident_id, id, at, person, person_name, role, organisation, action, allowed, subject_type, subject_id, purpose, ground, door, place, request_id)
    values ($1, $22, $5, $23, $24, $25, $26, $27, true, $2, $3, $28, $29, $30, $31, $32)
  )`;

function alongParams(along: Along): unknown[] {
  const { event, timeline, audit } = along;
  return [
    event.id,
    event.type,
    event.subject,
    JSON.stringify(event.data),
    timeline.id,
    timeline.kind,
    audit.id,
    audit.person,
    audit.personName,
    audit.role,
    audit.organisation,
    audit.action,
    audit.purpose,
    audit.ground,
    audit.door,
    audit.place ?? null,
    audit.requestId ?? null,
  ];
}

/** Inserts the first version with its event, timeline row and audit line, in one statement. */
export async function insertWhole(trx: Trx, row: RowToWrite, along: Along): Promise<void> {
  await trx.query({
    name: 'insert-whole',
    text: `with ${ALONG} insert into record.resource (${COLUMNS}, status, tokens, refs, terms)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    values: [...params(row), ...alongParams(along)],
  });
}

/** Keeps the present version as history and writes the next, with event, timeline row and audit line; false when somebody wrote between. */
export async function replaceWhole(trx: Trx, row: RowToWrite, along: Along): Promise<boolean> {
  await trx.query({
    name: 'keep-history',
    text: `insert into record.history (${COLUMNS}, deleted) select ${COLUMNS}, deleted from record.resource
           where resident_id = $1 and type = $2 and id = $3 and version = $4`,
    values: [row.resident_id, row.type, row.id, row.version - 1],
  });
  const { rowCount } = await trx.query({
    name: 'replace-whole',
    text: `with ${ALONG} update record.resource set version = $4, last_updated = $5, content = $6, sealed = $7, facet = $8, categories = $9,
             parties = $10, author = $11, status = $12, tokens = $13, refs = $14, terms = $15
           where resident_id = $1 and type = $2 and id = $3 and version = $4 - 1`,
    values: [...params(row), ...alongParams(along)],
  });
  return rowCount === 1;
}

/** The present version of what is there, locked for the rest of the transaction where asked; nothing where it was removed. */
export async function loadResource(
  trx: Trx,
  resident: string,
  type: string,
  id: string,
  lock = false,
): Promise<StoredRow | undefined> {
  const row = await loadPresent(trx, resident, type, id, lock);
  return row?.deleted ? undefined : row;
}

/** The present version, also where it says that the resource was removed. */
export async function loadPresent(
  trx: Trx,
  resident: string,
  type: string,
  id: string,
  lock = false,
): Promise<StoredRow | undefined> {
  const { rows } = await trx.query<StoredRow>({
    name: lock ? 'lock-resource' : 'load-resource',
    text: `select ${COLUMNS}, deleted from record.resource where resident_id = $1 and type = $2 and id = $3${lock ? ' for update' : ''}`,
    values: [resident, type, id],
  });
  return rows[0];
}

/**
 * All present versions of one resident of the types named, oldest id first. Where the relation has ended: the last
 * versions that were received until then, because what was received stays readable.
 */
export async function loadResources(
  trx: Trx,
  resident: string,
  types: readonly string[],
): Promise<readonly StoredRow[]> {
  const { rows } = await trx.query<StoredRow>({
    name: 'load-resources',
    text: `select * from (
             select distinct on (id, type) ${COLUMNS}, deleted from (
               select ${COLUMNS}, deleted from record.resource where resident_id = $1 and type = any ($2)
               union all
               select ${COLUMNS}, deleted from record.history
               where (platform.see() -> $1::uuid::text ->> 'u') is not null and resident_id = $1 and type = any ($2)) versions
             order by id, type, version desc) newest where not deleted`,
    values: [resident, types],
  });
  return rows;
}

/** Every version of one resource, newest first. */
export async function loadHistory(trx: Trx, resident: string, type: string, id: string): Promise<readonly StoredRow[]> {
  const { rows } = await trx.query<StoredRow>({
    name: 'load-history',
    text: `select ${COLUMNS}, deleted from record.resource where resident_id = $1 and type = $2 and id = $3
           union all select ${COLUMNS}, deleted from record.history where resident_id = $1 and type = $2 and id = $3
           order by version desc`,
    values: [resident, type, id],
  });
  return rows;
}
