import { createHash } from 'node:crypto';
import {
  type Bind,
  compartmentOf,
  cursorOf,
  parametersOf,
  type ReadVersion,
  type ResourceType,
  type Search,
  TYPES,
  typeRow,
} from '../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  ok,
  type Problem,
  type Result,
  type SeenBy,
  type Trx,
  withActor,
} from '../platform/index.ts';
import type { RecordGround } from './ground.ts';
import { samePerson } from './merge.ts';
import { GONE, lineOf, maySeeRows, readsBsn, textFor } from './read.ts';
import { emptyWhere, leadsToAny, type Where } from './search/conditions.ts';
import type { StoredRow } from './store.ts';
import { openRow } from './write.ts';

/** What is asked of the whole record of one person. */
export type WholeRecord = {
  readonly patient: string;
  /** The types that come along; every one of residents unless named. */
  readonly types: readonly ResourceType[];
  /** Only in their compartment by CompartmentDefinition, rather than all that is kept of them. */
  readonly compartment: boolean;
  readonly since: Date | undefined;
  /** Care between these moments; what has no clinical date comes along. */
  readonly from: Date | undefined;
  readonly until: Date | undefined;
  readonly count: number;
  readonly after: { readonly type: string; readonly id: string } | undefined;
  /** Further conditions, of what every type has. */
  readonly where?: Where;
};

export type Whole = { readonly entries: readonly ReadVersion[]; readonly next: string | undefined };

/** Every type that is kept of residents. */
export const OF_RESIDENTS: readonly ResourceType[] = (Object.keys(TYPES) as ResourceType[]).filter(
  (type) => typeRow(type).home === 'resident',
);

/**
 * The record of one person, page by page, the Patient first: all that this actor may see of it, and nothing that hints
 * at the rest. Records of one person that are merged come together. One statement a page; a line in the log of each record.
 */
export async function wholeRecord(
  ground: RecordGround,
  actor: Actor,
  asked: WholeRecord,
  detail: string,
  door: Door,
): Promise<Result<Whole>> {
  const residents = await samePerson(ground.pool, [asked.patient]);
  const scope = actor.role === 'system' ? ({ kind: 'region' } as const) : ({ kind: 'page', residents } as const);
  const found = await withActor(ground, actor, scope, async (trx, seenBy) => {
    // Whose record it is comes in front, whatever is asked of it.
    const [patient, ...rows] = await selectRecord(trx, asked, residents);
    return { patient, seenBy, rows };
  });
  const { patient, seenBy } = found;
  const mayBeSeen = maySeeRows(ground, actor, (resident) => seenBy[resident]);
  const may = patient?.type === 'Patient' && patient.id === asked.patient ? mayBeSeen(patient) : undefined;
  const problem: Problem | undefined = !may?.allow ? ABSENT : patient?.deleted ? GONE : undefined;
  const shown = problem ? [] : found.rows.slice(0, asked.count);
  const allowed = shown.filter((row) => mayBeSeen(row).allow);
  const others = [...new Set(allowed.map((row) => row.resident_id))].filter((one) => one !== asked.patient);
  await Promise.all(
    [asked.patient, ...others].map((resident) =>
      ground.audit.write({ ...lineOf(actor, 'opened', 'Patient', resident, resident, may, door), detail }),
    ),
  );
  if (problem) return { ok: false, problem };
  const last = shown.at(-1);
  return ok({
    entries: allowed.map((row) => versionOf(ground, actor, row, seenBy)),
    next: last && found.rows.length > asked.count ? cursorOf([last.type, last.id]) : undefined,
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
  };
}

async function selectRecord(trx: Trx, asked: WholeRecord, residents: readonly string[]): Promise<readonly StoredRow[]> {
  const { values, bind, sql } = asked.where ?? emptyWhere();
  const conditions = [
    ...sql,
    `resident_id = any (${bind(residents)}::uuid[]) and not deleted and type = any (${bind(asked.types)}::text[])`,
  ];
  if (asked.since) conditions.push(`last_updated >= ${bind(asked.since)}`);
  if (asked.from || asked.until) conditions.push(careBetween(asked, bind));
  if (asked.compartment) conditions.push(inCompartment(asked.types, residents, bind));
  // The Patient comes first, under the empty name.
  const rank = "(case type when 'Patient' then '' else type end) collate \"C\"";
  if (asked.after)
    conditions.push(
      `(${rank}, id collate "C") > (${bind(asked.after.type === 'Patient' ? '' : asked.after.type)}, ${bind(asked.after.id)})`,
    );
  const text = `(select ${COLUMNS} from record.resource where resident_id = ${bind(asked.patient)} and type = 'Patient' and id = ${bind(asked.patient)})
     union all (select ${COLUMNS} from record.resource where ${conditions.join(' and ')} order by ${rank}, id collate "C" limit ${bind(asked.count + 1)})`;
  const name = `everything:${createHash('sha1').update(text).digest('base64')}`;
  const { rows } = await trx.query<StoredRow>({ name, text, values: [...values] });
  return rows;
}

const COLUMNS =
  'resident_id, type, id, version, last_updated, content, sealed, facet, categories, parties, author, deleted';

/** By which parameter it is known when care was, the first that a resource has. */
const CLINICAL_DATES = [
  'date',
  'period',
  'effective',
  'onset-date',
  'sent',
  'authored',
  'authored-on',
  'start-date',
  'recorded-date',
  'recorded',
];

function careBetween({ types, from, until }: WholeRecord, bind: Bind): string {
  const known = CLINICAL_DATES.filter((name) => types.some((type) => parametersOf(type).get(name)?.type === 'date'));
  const when = `coalesce(${known.map((name) => `terms -> ${bind(name)}::text`).join(', ')})`;
  const overlaps = [
    ...(from ? [`(t ->> 1)::float8 >= ${bind(from.getTime())}::float8`] : []),
    ...(until ? [`(t ->> 0)::float8 <= ${bind(until.getTime())}::float8`] : []),
  ];
  return `(${when} is null or exists (select 1 from jsonb_array_elements(${when}) t where ${overlaps.join(' and ')}))`;
}

function inCompartment(types: readonly ResourceType[], residents: readonly string[], bind: Bind): string {
  const each = types
    .map((type) => ({ type, names: compartmentOf(type) }))
    .filter(({ names }) => names.length > 0)
    .map(
      ({ type, names }) =>
        `(type = ${bind(type)} and ${leadsToAny({ residents, names } satisfies Search['within'], bind)})`,
    );
  return each.length > 0 ? `(${each.join(' or ')})` : 'false';
}
