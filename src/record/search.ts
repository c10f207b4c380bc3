import { createHash } from 'node:crypto';
import { dateWhere, type Found, isBsnSystem, type ReadVersion, type Search, TYPES, tokenKey } from '../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  type decide,
  fail,
  isResidentId,
  ok,
  partiesOf,
  type Result,
  type Trx,
  withActor,
} from '../platform/index.ts';
import type { RecordGround } from './ground.ts';
import { lookUp } from './person.ts';
import { lineOf, maySee, readsBsn, textFor } from './read.ts';
import type { StoredRow } from './store.ts';
import { openRow } from './write.ts';

type Where = { readonly sql: string[]; readonly values: unknown[]; resident?: string | undefined };

/** Searches resources of residents, one page, under both locks. The audit line is durable before this resolves. */
export async function searchResources(
  ground: RecordGround,
  actor: Actor,
  search: Search,
  door: Door,
): Promise<Result<Found>> {
  const bsn = search.type === 'Patient' ? bsnAsked(search) : undefined;
  if (bsn) return searchByBsn(ground, actor, search, bsn, door);
  const where = whereOf(search);
  if (!where.ok) return where;
  const found =
    actor.role === 'system'
      ? await withActor(ground, actor, { kind: 'region' }, async (trx) =>
          pageOf(ground, actor, await selectPage(trx, search, where.value), search, () => undefined),
        )
      : await searchGranted(ground, actor, search, where.value);
  const residents = [...new Set(found.entries.map((entry) => entry.resident))];
  const decision = found.decision;
  if (residents.length === 0)
    await ground.audit.write(lineOf(actor, 'searched', search.type, undefined, where.value.resident, decision, door));
  await Promise.all(
    residents.map((resident) =>
      ground.audit.write(lineOf(actor, 'searched', search.type, undefined, resident, decision, door)),
    ),
  );
  return ok({ entries: found.entries, next: found.next });
}

type Entry = ReadVersion & { readonly resident: string };
type Page = {
  readonly entries: readonly Entry[];
  readonly next: string | undefined;
  readonly decision: ReturnType<typeof decide> | undefined;
};

function pageOf(
  ground: RecordGround,
  actor: Actor,
  rows: readonly StoredRow[],
  search: Search,
  seenOf: (resident: string) => Parameters<typeof maySee>[3],
): Page {
  const entries: Entry[] = [];
  let decision: ReturnType<typeof decide> | undefined;
  // Rows of one page are mostly guarded alike: each kind is decided once.
  const decided = new Map<string, ReturnType<typeof decide>>();
  for (const row of rows.slice(0, search.count)) {
    const kind = `${row.resident_id} ${row.facet} ${row.categories} ${row.parties}`;
    const may = decided.get(kind) ?? maySee(ground, actor, row, seenOf(row.resident_id));
    decided.set(kind, may);
    if (!may.allow) continue;
    decision = may;
    entries.push({
      text: textFor(actor, search.type, openRow(ground, row, readsBsn(actor)), seenOf(row.resident_id)),
      id: row.id,
      type: search.type,
      version: row.version,
      lastUpdated: row.last_updated,
      resident: row.resident_id,
    });
  }
  return {
    entries,
    next: rows.length > search.count ? (rows[search.count - 1]?.id ?? search.after) : undefined,
    decision,
  };
}

/** For people: only residents with whom their parties have a grant, a bounded group of residents at a time. */
async function searchGranted(ground: RecordGround, actor: Actor, search: Search, where: Where): Promise<Page> {
  const entries: Entry[] = [];
  let decision: Page['decision'];
  let after = search.after;
  let from = where.resident ?? '00000000-0000-0000-0000-000000000000';
  if (!where.resident && after) from = residentFrom(after) ?? from;
  for (;;) {
    const step = await withActor(ground, actor, { kind: 'none' }, async (trx) => {
      const residents = where.resident ? [where.resident] : await grantedFrom(trx, actor, from, after !== undefined);
      return residents;
    });
    if (step.length === 0) return { entries, next: undefined, decision };
    const page = await withActor(ground, actor, { kind: 'page', residents: step }, async (trx, seen) => {
      const rows = await selectPage(trx, { ...search, after, count: search.count - entries.length }, where, step);
      return pageOf(
        ground,
        actor,
        rows,
        // A page that is full already only asks whether there is more; it goes on from where this group begins.
        { ...search, after, count: search.count - entries.length },
        (resident) => seen[resident],
      );
    });
    entries.push(...page.entries);
    decision = page.decision ?? decision;
    if (page.next) {
      if (entries.length >= search.count) return { entries, next: page.next, decision };
      after = page.next;
      continue;
    }
    if (where.resident || step.length < GROUP) return { entries, next: undefined, decision };
    from = step[step.length - 1]!;
    after = `${from.replaceAll('-', '')}-zzzzzzzzzzzzzzzzzzzzzzzzzz`;
    if (search.type === 'Patient') after = from;
  }
}

const GROUP = 200;

function residentFrom(id: string): string | undefined {
  if (isResidentId(id)) return id;
  const hex = id.slice(0, 32);
  return /^[0-9a-f]{32}$/.test(hex)
    ? `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    : undefined;
}

async function grantedFrom(trx: Trx, actor: Actor, from: string, inclusive: boolean): Promise<string[]> {
  const { rows } = await trx.query({
    name: inclusive ? 'granted-from' : 'granted-first',
    text: 'select * from platform.granted($1, $2, $3) as resident_id',
    values: [partiesOf(actor), from, GROUP],
  });
  return rows.map((row) => row.resident_id as string);
}

async function selectPage(
  trx: Trx,
  search: Search,
  where: Where,
  residents?: readonly string[],
): Promise<readonly StoredRow[]> {
  const values = [...where.values, search.type];
  const sql = [`type = $${values.length}`, 'not deleted', ...where.sql];
  if (where.resident) {
    values.push(where.resident);
    sql.push(`resident_id = $${values.length}`);
  } else if (residents) {
    values.push(residents);
    sql.push(`resident_id = any ($${values.length}::uuid[])`);
  }
  if (search.after) {
    values.push(search.after);
    sql.push(`id > $${values.length}`);
  }
  values.push(search.count + 1);
  const text = `select resident_id, type, id, version, last_updated, content, sealed, facet, categories, parties, author, deleted
    from record.resource where ${sql.join(' and ')} order by id limit $${values.length}`;
  // A plan is kept for the shapes that come back; a rare long combination is planned each time.
  const name = sql.length <= 5 ? `search:${createHash('sha1').update(text).digest('base64')}` : undefined;
  const { rows } = await trx.query<StoredRow>({ text, values, ...(name ? { name } : {}) });
  return rows;
}

function whereOf(search: Search): Result<Where> {
  const where: Where = { sql: [], values: [] };
  const bind = (value: unknown) => {
    where.values.push(value);
    return `$${where.values.length}`;
  };
  const about = (residents: readonly string[]) => {
    if (residents.length === 0 || (where.resident && !residents.includes(where.resident))) where.sql.push('false');
    else if (residents.length === 1) where.resident = residents[0];
    else where.sql.push(`resident_id = any (${bind(residents)}::uuid[])`);
  };
  for (const { name, values } of search.params) {
    switch (name) {
      case '_id':
        where.sql.push(`id = any (${bind(values)})`);
        if (values.length === 1) about([residentFrom(values[0]!)].filter((one) => one !== undefined));
        break;
      case 'patient':
      case 'subject': {
        const residents = values.map((value) => value.replace(/^.*Patient\//, ''));
        if (!residents.every(isResidentId))
          return fail('invalid', `${name} takes the id of a Patient.`, [
            { place: name, text: 'Not an id of a Patient' },
          ]);
        about(residents);
        break;
      }
      case 'status':
        where.sql.push(`status = any (${bind(values.map((value) => value.replace(/^.*\|/, '')))})`);
        break;
      case 'code':
      case 'identifier':
        where.sql.push(`tokens && ${bind(values.map((value) => tokenKey(name, value)))}::text[]`);
        break;
      case 'owner':
      case 'focus':
      case 'based-on': {
        const element = name === 'based-on' ? 'basedOn' : name;
        where.sql.push(`refs && ${bind(values.flatMap((value) => referencesOf(element, value)))}::text[]`);
        break;
      }
      case 'date':
      case '_lastUpdated': {
        const [from, to] = name === 'date' ? ['date_from', 'date_to'] : ['last_updated', 'last_updated'];
        const compared = dateWhere(from!, to!, values, bind);
        if (!compared)
          return fail('invalid', `${name} takes a date such as ge2026-03-01.`, [
            { place: name, text: 'Not a FHIR date' },
          ]);
        where.sql.push(compared);
        break;
      }
    }
  }
  return ok(where);
}

/** `Type/id` as it was asked; a bare id stands for any type it may be of; of an address of ours only the end counts. */
function referencesOf(element: string, value: string): readonly string[] {
  const found = value.includes('/')
    ? [value, value.replace(/^https?:.*\/([A-Za-z]+\/[A-Za-z0-9.-]+)$/, '$1')]
    : [...Object.keys(TYPES), 'Device', 'Group'].map((type) => `${type}/${value}`);
  return [...new Set(found)].map((reference) => `${element}=${reference}`);
}

function bsnAsked(search: Search): string | undefined {
  const param = search.params.find((candidate) => candidate.name === 'identifier');
  const value = param?.values.find((candidate) => isBsnSystem(candidate.split('|')[0]));
  return value?.slice(value.indexOf('|') + 1);
}

/** An exact BSN is a look-up: with a relation the Patient, without one name, birth date and postcode only (tagged SUBSETTED). */
async function searchByBsn(
  ground: RecordGround,
  actor: Actor,
  search: Search,
  bsn: string,
  door: Door,
): Promise<Result<Found>> {
  const found = await lookUp(ground, actor, { by: 'bsn', bsn }, door);
  if (!found.ok) return found.problem === ABSENT ? ok({ entries: [], next: undefined }) : found;
  if (!found.value) return ok({ entries: [], next: undefined });
  const { resident, given, family, birthDate, postcode } = found.value;
  const related = await searchResources(
    ground,
    actor,
    { ...search, params: [{ name: '_id', values: [resident] }] },
    door,
  );
  if (related.ok && related.value.entries.length > 0) return related;
  const glimpse = {
    resourceType: 'Patient',
    id: resident,
    meta: { tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' }] },
    name: [{ family, given: given.split(' ').filter(Boolean) }],
    birthDate,
    ...(postcode ? { address: [{ postalCode: postcode }] } : {}),
  };
  return ok({
    entries: [
      { text: JSON.stringify(glimpse), id: resident, type: 'Patient', version: 0, lastUpdated: ground.clock.now() },
    ],
    next: undefined,
    subsetted: true,
  });
}
