import {
  type Condition,
  type Criterion,
  onShelf,
  type ReadVersion,
  type ResourceType,
  SEVERAL_FIT,
  type Search,
  tooWide,
  typeRow,
} from '../../fhir/index.ts';
import {
  type Actor,
  auditInside,
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
import { lineOf, maySee } from '../read.ts';
import { resolveWith } from '../search/chain.ts';
import { type Where, whereOf } from '../search/conditions.ts';
import { selectPage, withLeads } from '../search/page.ts';
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
  const search = await withSamePerson(ground, condition.search);
  const where = await whereOf(search, actor, resolveWith(ground, actor, door, elsewhere), ground.clock.now());
  return where.ok ? { ok: true, value: { key: condition.key, search, where: where.value } } : where;
}

/**
 * The one row that fits a condition, or none; inside the transaction of the write. Writes under the same condition
 * follow one another from here on. Whoever does not see all that might fit, is answered by identifier only: what fits
 * and is not theirs to see is no match, and is a denial in the log; any other condition would tell of what it holds
 * (decision 37). Throws a Refusal where several fit.
 */
export async function fitting(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  ready: Ready,
  resident: string,
  seen: Seen | undefined,
  door: Door,
): Promise<StoredRow | undefined> {
  const { search, where, key } = ready;
  if (!search.criteria.some(isIdentifier)) {
    if (!seesAll(ground, actor, search.type, seen)) throw new Refusal(NOT_ALL);
    if (actor.role !== 'system' && where.resident !== resident) throw new Refusal(OWN_RESIDENT);
  }
  await trx.query('select pg_advisory_xact_lock(hashtextextended($1, 37))', [key]);
  const rows = await selectPage(trx, search, await withLeads(trx, search.type, where), {
    start: {},
    count: MOST_FITTING,
  });
  const found = rows.filter((row) => maySee(ground, actor, row, seen).allow);
  for (const row of rows) {
    const decision = found.includes(row) ? undefined : maySee(ground, actor, row, seen);
    if (decision)
      await auditInside(trx, ground.clock, {
        ...lineOf(actor, 'searched', row.type, row.id, row.resident_id, decision, door),
        detail: 'fits a condition of a write',
      });
  }
  if (found.length > 1) throw new Refusal(SEVERAL_FIT);
  return found[0];
}

const MOST_FITTING = 20;

const isIdentifier = (one: Criterion): boolean =>
  one.kind === 'match' && one.parameter.name === 'identifier' && one.modifier === undefined;

const NOT_ALL: Problem = {
  kind: 'stale',
  text: 'You may not see everything this condition could find, so that it is not answered. Name an identifier, or search and write without a condition.',
  at: [{ place: 'search', text: 'Name an identifier', code: 'not-supported' }],
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
  if (seen === undefined || seen.u !== null) return false;
  const { facet = 'trail', within, categories = [] } = typeRow(type);
  const asked = categories.length === 0 ? [] : CATEGORIES;
  return [facet, within?.facet ?? facet].every(
    (one) =>
      !(actor.residentId !== undefined && MAY_BE_WITHHELD.includes(one)) &&
      decide(actor, { kind: 'see', facet: one, categories: asked, ownParty: false }, seen, undefined, ground.access)
        .allow,
  );
}

/** The one resource that fits a condition, as who asks may find it; `undefined` where none does. */
export async function findOne(
  ground: RecordGround,
  actor: Actor,
  condition: Condition,
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<ReadVersion | undefined>> {
  const { search } = condition;
  const regional = onShelf(search.type);
  const narrow = regional ? undefined : tooWide(condition);
  if (narrow && !narrow.ok) return narrow;
  const found = regional
    ? await elsewhere(actor, twoOf(search), door)
    : await searchResources(ground, actor, twoOf(search), door, elsewhere);
  if (!found.ok) return found;
  const [one, other] = found.value.entries;
  return other ? { ok: false, problem: SEVERAL_FIT } : { ok: true, value: one };
}

const twoOf = (search: Search): Search => ({ ...search, results: { ...search.results, count: 2 } });
