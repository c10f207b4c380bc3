import {
  type Criterion,
  isBsnSystem,
  MOST_ON_THE_WAY,
  parametersOf,
  type ReadVersion,
  referencesOf,
  type Search,
  tooMuch,
  typeRow,
} from '../../fhir/index.ts';
import { type Actor, type Door, ok, type Result } from '../../platform/index.ts';
import type { RecordGround } from '../ground.ts';
import { withinScopes } from '../scopes.ts';
import { searchByBsn } from './by-bsn.ts';
import { bsnAsked, type Resolve } from './conditions.ts';
import { type Elsewhere, findEntries } from './search.ts';

/**
 * Chains are searches within a search, by the same actor and under the same locks and scopes: what somebody may not
 * find, they cannot chain over either. Each leaves its own lines in the log.
 */
export function resolveWith(ground: RecordGround, actor: Actor, door: Door, elsewhere: Elsewhere): Resolve {
  return async (criterion, resident) => {
    const searches = criterion.kind === 'chain' ? criterion.targets : [criterion.from];
    const asked = searches.map(({ type }) => ({ interaction: 's' as const, type }));
    const within = await withinScopes(ground, actor, asked, door);
    if (!within.ok) return within;
    const found: ReadVersion[] = [];
    for (const search of searches) {
      const about = withResident(search, resident);
      const step = await allOf(ground, actor, about, door, elsewhere);
      if (!step.ok) return step;
      found.push(...step.value);
      if (found.length > MOST_ON_THE_WAY)
        return tooMuch(criterion.kind === 'chain' ? criterion.parameter.name : '_has');
    }
    if (criterion.kind === 'chain') return ok({ refs: found.map(({ type, id }) => `${type}/${id}`) });
    return ok({ ids: found.flatMap((one) => referencesOf(one, criterion.by).map((to) => to.id)) });
  };
}

/** Everything a search within a search finds, up to one more than may be led over. */
async function allOf(
  ground: RecordGround,
  actor: Actor,
  search: Search,
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<readonly ReadVersion[]>> {
  const found: ReadVersion[] = [];
  let after: string | undefined;
  do {
    const page: Search = { ...search, results: { ...search.results, count: 200, after } };
    const step = await onePage(ground, actor, page, door, elsewhere);
    if (!step.ok) return step;
    found.push(...step.value.entries);
    after = step.value.next;
  } while (after !== undefined && found.length <= MOST_ON_THE_WAY);
  return ok(found);
}

function onePage(ground: RecordGround, actor: Actor, search: Search, door: Door, elsewhere: Elsewhere) {
  if (typeRow(search.type).home !== 'resident') return elsewhere(actor, search, door);
  const bsn = search.type === 'Patient' ? bsnAsked(search, isBsnSystem) : undefined;
  return bsn
    ? searchByBsn(ground, actor, search, bsn, door, elsewhere)
    : findEntries(ground, actor, search, door, elsewhere);
}

/** Everything on one resident leads to the same resident: no need to look further. */
function withResident(search: Search, resident: string | undefined): Search {
  if (!resident || typeRow(search.type).home !== 'resident') return search;
  const name = search.type === 'Patient' ? '_id' : 'patient';
  const parameter = parametersOf(search.type).get(name);
  if (!parameter) return search;
  const about: Criterion = { kind: 'match', parameter, modifier: undefined, values: [resident] };
  return { ...search, criteria: [...search.criteria, about] };
}
