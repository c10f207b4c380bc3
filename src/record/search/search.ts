import {
  type Found,
  isBsnSystem,
  nextOf,
  type ReadVersion,
  type Search,
  type Start,
  startOf,
} from '../../fhir/index.ts';
import {
  type Actor,
  type Door,
  type decide,
  fail,
  isResidentId,
  ok,
  partiesOf,
  type Result,
  residentOf,
  type Trx,
  withActor,
} from '../../platform/index.ts';
import type { RecordGround } from '../ground.ts';
import { lineOf, type maySee, maySeeRows, readsBsn, textFor } from '../read.ts';
import { openRow } from '../write.ts';
import { searchByBsn } from './by-bsn.ts';
import { resolveWith } from './chain.ts';
import { bsnAsked, type Where, whereOf } from './conditions.ts';
import { countRows, type SortedRow, selectPage, withLeads } from './page.ts';
import { withSamePerson } from './same-person.ts';

/** One found resource and whose it is. */
export type Entry = ReadVersion & { readonly resident: string };

/** A page of entries, where the next begins, and how many there are where that was asked. */
export type EntryPage = {
  readonly entries: readonly Entry[];
  readonly next: string | undefined;
  readonly total: number | undefined;
  readonly decision: ReturnType<typeof decide> | undefined;
};

/** Searches resources of residents, one page, under both locks. The audit line is durable before this resolves. */
export async function searchResources(
  ground: RecordGround,
  actor: Actor,
  search: Search,
  door: Door,
  elsewhere: Elsewhere = NOWHERE,
): Promise<Result<Found>> {
  const bsn = search.type === 'Patient' ? bsnAsked(search, isBsnSystem) : undefined;
  if (bsn) return searchByBsn(ground, actor, search, bsn, door, elsewhere);
  const found = await findEntries(ground, actor, search, door, elsewhere);
  if (!found.ok) return found;
  const { entries, next, total } = found.value;
  return ok({
    entries: entries.map(({ resident: _resident, ...version }) => version),
    next,
    ...(total === undefined ? {} : { total }),
  });
}

/** What the record cannot find itself: the resources of the region. Chains and includes lead there. */
export type Elsewhere = (actor: Actor, search: Search, door: Door) => Promise<Result<Found>>;

/** For who searches in records alone. */
const NOWHERE: Elsewhere = async () => ok({ entries: [], next: undefined });

/** The entries of one page, whole; each resident among them leaves a line in the log. */
export async function findEntries(
  ground: RecordGround,
  actor: Actor,
  asked: Search,
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<EntryPage>> {
  const search = await withSamePerson(ground, asked);
  const where = await whereOf(search, actor, resolveWith(ground, actor, door, elsewhere), ground.clock.now());
  if (!where.ok) return where;
  const start = startOf(search);
  if (!start.ok) return start;
  const found =
    actor.role === 'system'
      ? ok(await searchRegion(ground, actor, search, where.value, start.value))
      : await searchGranted(ground, actor, search, where.value, start.value);
  if (!found.ok) return found;
  const { entries, decision } = found.value;
  const residents = [...new Set(entries.map((entry) => entry.resident))];
  const lines = residents.length === 0 ? [where.value.resident] : residents;
  await Promise.all(
    lines.map((resident) =>
      ground.audit.write(lineOf(actor, 'searched', search.type, undefined, resident, decision, door)),
    ),
  );
  return found;
}

async function searchRegion(
  ground: RecordGround,
  actor: Actor,
  search: Search,
  where: Where,
  start: Start,
): Promise<EntryPage> {
  const { count, total, summary } = search.results;
  return withActor(ground, actor, { kind: 'region' }, async (trx) => {
    const led = await withLeads(trx, search.type, where);
    const counted =
      total === 'none' ? undefined : await countRows(ground, actor, trx, search, led, undefined, () => undefined);
    const rows = summary === 'count' ? [] : await selectPage(trx, search, led, { start, count });
    return { ...pageOf(ground, actor, rows, search, count, () => undefined), total: counted };
  });
}

function pageOf(
  ground: RecordGround,
  actor: Actor,
  rows: readonly SortedRow[],
  search: Search,
  count: number,
  seenOf: (resident: string) => Parameters<typeof maySee>[3],
): Omit<EntryPage, 'total'> {
  const entries: Entry[] = [];
  let decision: EntryPage['decision'];
  const mayBeSeen = maySeeRows(ground, actor, seenOf);
  for (const row of rows.slice(0, count)) {
    const may = mayBeSeen(row);
    if (!may.allow) continue;
    const seen = seenOf(row.resident_id);
    decision = may;
    entries.push({
      text: textFor(actor, search.type, openRow(ground, row, readsBsn(actor)), seen),
      id: row.id,
      type: search.type,
      version: row.version,
      lastUpdated: row.last_updated,
      resident: row.resident_id,
    });
  }
  const last = rows[count - 1];
  return {
    entries,
    next: rows.length > count ? (last ? nextOf(search, last) : search.results.after) : undefined,
    decision,
  };
}

/** For people: only residents with whom their parties have a grant, a bounded group of residents at a time. */
async function searchGranted(
  ground: RecordGround,
  actor: Actor,
  search: Search,
  where: Where,
  begin: Start,
): Promise<Result<EntryPage>> {
  const { sort, total, summary } = search.results;
  if (sort.length > 0 || total !== 'none') return searchOneGroup(ground, actor, search, where, begin);
  const count = summary === 'count' ? 0 : search.results.count;
  const entries: Entry[] = [];
  let decision: EntryPage['decision'];
  let start = begin;
  let from = where.resident ?? FIRST;
  if (!where.resident && start.id) from = residentOf(start.id) ?? from;
  for (;;) {
    const group = where.resident
      ? [where.resident]
      : await withActor(ground, actor, { kind: 'none' }, (trx) => grantedFrom(trx, actor, from, GROUP));
    if (group.length === 0) return ok({ entries, next: undefined, total: undefined, decision });
    // A page that is full already only asks whether there is more; it goes on from where this group begins.
    const left = count - entries.length;
    const page = await withActor(ground, actor, { kind: 'page', residents: group }, async (trx, seen) =>
      pageOf(
        ground,
        actor,
        await selectPage(trx, search, where, { start, count: left, residents: group }),
        { ...search, results: { ...search.results, after: start.id } },
        left,
        (resident) => seen[resident],
      ),
    );
    entries.push(...page.entries);
    decision = page.decision ?? decision;
    if (page.next !== undefined) {
      if (entries.length >= count) return ok({ entries, next: page.next, total: undefined, decision });
      start = { id: page.next };
      continue;
    }
    if (where.resident || group.length < GROUP) return ok({ entries, next: undefined, total: undefined, decision });
    from = group[group.length - 1]!;
    start = { id: search.type === 'Patient' ? from : `${from.replaceAll('-', '')}-zzzzzzzzzzzzzzzzzzzzzzzzzz` };
  }
}

/** Sorting and counting look at everybody at once, so that this is for one resident, or for a caseload that is not large. */
async function searchOneGroup(
  ground: RecordGround,
  actor: Actor,
  search: Search,
  where: Where,
  start: Start,
): Promise<Result<EntryPage>> {
  const { count, summary, total } = search.results;
  const residents = where.resident ? [where.resident] : await everyGranted(ground, actor);
  if (residents.length > MOST_AT_ONCE)
    return fail('invalid', `Sorting and counting go over at most ${MOST_AT_ONCE} residents. Add patient=.`, [
      { place: '_sort', text: 'Too many residents', code: 'too-costly' },
    ]);
  return ok(
    await withActor(ground, actor, { kind: 'page', residents }, async (trx, seen) => {
      const seenOf = (resident: string) => seen[resident];
      const counted =
        total === 'none' ? undefined : await countRows(ground, actor, trx, search, where, residents, seenOf);
      const rows = summary === 'count' ? [] : await selectPage(trx, search, where, { start, count, residents });
      return { ...pageOf(ground, actor, rows, search, count, seenOf), total: counted };
    }),
  );
}

const GROUP = 200;
/** How many residents somebody may look over at once, where all of them have to be looked at. */
export const MOST_AT_ONCE = 1000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** The residents somebody has a grant on, and one more than may be looked over at once. */
export function everyGranted(ground: RecordGround, actor: Actor): Promise<readonly string[]> {
  return withActor(ground, actor, { kind: 'none' }, (trx) => grantedFrom(trx, actor, FIRST, MOST_AT_ONCE + 1));
}

async function grantedFrom(trx: Trx, actor: Actor, from: string, most: number): Promise<readonly string[]> {
  const { rows } = await trx.query({
    name: 'granted-from',
    text: 'select * from platform.granted($1, $2, $3) as resident_id',
    values: [partiesOf(actor), isResidentId(from) ? from : FIRST, most],
  });
  return rows.map((row) => row.resident_id as string);
}
