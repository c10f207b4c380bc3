import {
  type Include,
  onShelf,
  parametersOf,
  type ReadVersion,
  type ResourceType,
  referencesOf,
  type Search,
  searchFor,
  typeRow,
} from '../../fhir/index.ts';
import { type Actor, type Door, ok, type Result } from '../../platform/index.ts';
import type { RecordGround } from '../ground.ts';
import { scopesCover, withinScopes } from '../scopes.ts';
import { type Elsewhere, findEntries } from './search.ts';

/** How many resources come along at most, and how often `:iterate` goes on. */
export const MOST_INCLUDED = 500;
const MOST_ROUNDS = 4;

export type Included = { readonly entries: readonly ReadVersion[]; readonly cut: boolean };

/**
 * What `_include` and `_revinclude` bring along with what was found, each under the same locks and scopes as if it had
 * been searched for itself: what may not be seen does not come along, and nothing says so.
 */
export async function includedWith(
  ground: RecordGround,
  actor: Actor,
  search: Search,
  found: readonly ReadVersion[],
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<Included>> {
  const { include, revinclude } = search.results;
  // A token has to cover what is searched for; what is led to and is not covered does not come along.
  const asked = revinclude.map(({ from }) => ({ interaction: 's' as const, type: from as string }));
  const within = await withinScopes(ground, actor, asked, door);
  if (!within.ok) return within;
  const known = new Set(found.map(keyOf));
  const entries: ReadVersion[] = [];
  let latest = found;
  for (let round = 0; round < MOST_ROUNDS && latest.length > 0; round++) {
    const goesOn = (one: Include) => round === 0 || one.iterate;
    const next: ReadVersion[] = [];
    for (const one of include.filter(goesOn)) {
      const step = await forward(ground, actor, one, latest, door, elsewhere);
      if (!step.ok) return step;
      next.push(...step.value);
    }
    for (const one of revinclude.filter(goesOn)) {
      const step = await backward(ground, actor, one, latest, door, elsewhere);
      if (!step.ok) return step;
      next.push(...step.value);
    }
    latest = next.filter((one) => !known.has(keyOf(one)) && known.add(keyOf(one)));
    entries.push(...latest);
    if (entries.length >= MOST_INCLUDED) return ok({ entries: entries.slice(0, MOST_INCLUDED), cut: true });
  }
  return ok({ entries, cut: false });
}

const keyOf = ({ type, id }: { readonly type: string; readonly id: string }) => `${type}/${id}`;

async function forward(
  ground: RecordGround,
  actor: Actor,
  { from, by, to }: Include,
  found: readonly ReadVersion[],
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<readonly ReadVersion[]>> {
  const asked = new Map<ResourceType, Set<string>>();
  for (const version of found.filter(({ type }) => type === from))
    for (const { type, id } of referencesOf(version, by)) {
      if (to && type !== to) continue;
      const ids = asked.get(type) ?? new Set<string>();
      asked.set(type, ids.add(id));
    }
  const entries: ReadVersion[] = [];
  for (const [type, ids] of asked) {
    if (!scopesCover(actor, 'r', type)) continue;
    const step = await searchAll(ground, actor, type, '_id', [...ids].slice(0, MOST_INCLUDED), door, elsewhere);
    if (!step.ok) return step;
    entries.push(...step.value);
  }
  return ok(entries);
}

async function backward(
  ground: RecordGround,
  actor: Actor,
  { from, by, to }: Include,
  found: readonly ReadVersion[],
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<readonly ReadVersion[]>> {
  const targets = found.filter(({ type }) => to === undefined || type === to).map(keyOf);
  if (targets.length === 0 || by === '*') return ok([]);
  return searchAll(ground, actor, from, by, targets.slice(0, MOST_INCLUDED), door, elsewhere);
}

async function searchAll(
  ground: RecordGround,
  actor: Actor,
  type: ResourceType,
  name: string,
  values: readonly string[],
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<readonly ReadVersion[]>> {
  const parameter = parametersOf(type).get(name);
  const home = typeRow(type).home;
  if (!parameter || home === 'audit') return ok([]);
  const plain = searchFor(type, [{ kind: 'match', parameter, modifier: undefined, values }]);
  const entries: ReadVersion[] = [];
  let after: string | undefined;
  do {
    const search: Search = { ...plain, results: { ...plain.results, count: 200, after } };
    const page = onShelf(type)
      ? await elsewhere(actor, search, door)
      : await findEntries(ground, actor, search, door, elsewhere);
    if (!page.ok) return page;
    entries.push(...page.value.entries);
    after = page.value.next;
  } while (after !== undefined && entries.length < MOST_INCLUDED);
  return ok(entries);
}
