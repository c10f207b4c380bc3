import { type Condition, type ResourceType, SEVERAL_FIT, type Search, tooWide, typeRow } from '../../fhir/index.ts';
import {
  type Actor,
  CATEGORIES,
  type Door,
  decide,
  type Problem,
  Refusal,
  type Result,
  type Seen,
  type Trx,
} from '../../platform/index.ts';
import type { RecordGround } from '../ground.ts';
import { maySee } from '../read.ts';
import { resolveWith } from '../search/chain.ts';
import { type Where, whereOf } from '../search/conditions.ts';
import { selectPage } from '../search/page.ts';
import { withSamePerson } from '../search/same-person.ts';
import { type Elsewhere, searchResources } from '../search/search.ts';
import type { StoredRow } from '../store.ts';

/** A condition that is ready to be looked at inside the transaction of the write that hangs on it. */
export type Ready = { readonly key: string; readonly search: Search; readonly where: Where };

/** Compiles a condition; chains in it are followed here, under the locks of who asks. */
export async function prepare(
  ground: RecordGround,
  actor: Actor,
  condition: Condition,
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<Ready>> {
  const narrow = tooWide(condition);
  if (!narrow.ok) return narrow;
  const search = await withSamePerson(ground, actor, condition.search);
  const where = await whereOf(search, actor, resolveWith(ground, actor, door, elsewhere), ground.clock.now());
  return where.ok ? { ok: true, value: { key: condition.key, search, where: where.value } } : where;
}

/**
 * The one row that fits a condition, or none; inside the transaction of the write. Writes under the same condition
 * follow one another from here on. Throws a Refusal where several fit, or where this actor does not see all that might:
 * what they do not find could be there, and then a condition would either tell of it or write it twice (decision 37).
 */
export async function fitting(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  ready: Ready,
  resident: string,
  seen: Seen | undefined,
): Promise<StoredRow | undefined> {
  if (!seesAll(ground, actor, ready.search.type, seen)) throw new Refusal(NOT_ALL);
  if (actor.role !== 'system' && ready.where.resident !== resident) throw new Refusal(OWN_RESIDENT);
  await trx.query('select pg_advisory_xact_lock(hashtextextended($1, 37))', [ready.key]);
  const rows = await selectPage(trx, ready.search, ready.where, { start: {}, count: 1 });
  const found = rows.filter((row) => maySee(ground, actor, row, seen).allow);
  if (found.length > 1) throw new Refusal(SEVERAL_FIT);
  return found[0];
}

const NOT_ALL: Problem = {
  kind: 'stale',
  text: 'You may not see everything this condition could find, so that it cannot be answered. Search, and write without a condition.',
  at: [{ place: 'search', text: 'Not for this role', code: 'not-supported' }],
};
const OWN_RESIDENT: Problem = {
  kind: 'invalid',
  text: 'Name the resident in the condition: patient=Patient/<id>.',
  at: [{ place: 'search', text: 'Leads to no single resident', code: 'required' }],
};

/** What may be withheld from a resident is of these facets; that something is, shows nowhere. */
const MAY_BE_WITHHELD = ['conversation', 'contact'];

/** Whether an actor sees every entry of a type of this resident, whatever it holds; it depends on grants and on no entry. */
function seesAll(ground: RecordGround, actor: Actor, type: ResourceType, seen: Seen | undefined): boolean {
  if (actor.role === 'system') return true;
  const { facet = 'trail', categories = [] } = typeRow(type);
  if (actor.residentId !== undefined && MAY_BE_WITHHELD.includes(facet)) return false;
  if (seen === undefined || seen.u !== null) return false;
  const asked = categories.length === 0 ? [] : CATEGORIES;
  return decide(actor, { kind: 'see', facet, categories: asked, ownParty: false }, seen, undefined, ground.access)
    .allow;
}

/** The id of the one resource that fits a condition, as who asks may find it; `undefined` where none does. */
export async function findOne(
  ground: RecordGround,
  actor: Actor,
  condition: Condition,
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<string | undefined>> {
  const { search } = condition;
  const regional = typeRow(search.type).home === 'region';
  const narrow = regional ? undefined : tooWide(condition);
  if (narrow && !narrow.ok) return narrow;
  const found = regional
    ? await elsewhere(actor, twoOf(search), door)
    : await searchResources(ground, actor, twoOf(search), door, elsewhere);
  if (!found.ok) return found;
  const [one, other] = found.value.entries;
  return other ? { ok: false, problem: SEVERAL_FIT } : { ok: true, value: one?.id };
}

const twoOf = (search: Search): Search => ({ ...search, results: { ...search.results, count: 2 } });
