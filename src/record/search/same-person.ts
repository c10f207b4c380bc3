import type { Criterion, Search } from '../../fhir/index.ts';
import { isResidentId } from '../../platform/index.ts';
import type { RecordGround } from '../ground.ts';
import { samePerson } from '../merge.ts';

/** A search of one person finds what is in every record of theirs; what of each may be seen, its own grants decide. */
export async function withSamePerson(ground: RecordGround, search: Search): Promise<Search> {
  const residents = [...search.criteria.flatMap(residentsOf), ...(search.within?.residents ?? [])];
  if (residents.length === 0) return search;
  const all = await samePerson(ground.pool, residents);
  if (all.length === new Set(residents).size) return search;
  const criteria = search.criteria.map((one) =>
    one.kind === 'match' && residentsOf(one).length > 0 ? { ...one, values: all } : one,
  );
  return { ...search, criteria, ...(search.within ? { within: { ...search.within, residents: all } } : {}) };
}

/** The residents that a criterion names by `patient` or `subject`; none where it says anything else. */
function residentsOf(criterion: Criterion): readonly string[] {
  if (criterion.kind !== 'match') return [];
  const { parameter, modifier, values } = criterion;
  const leads = (parameter.name === 'patient' || parameter.name === 'subject') && parameter.type === 'reference';
  if (!leads || (modifier !== undefined && modifier !== 'Patient')) return [];
  const ids = values.map((value) => value.replace(/^(?:.*\/)?Patient\//, ''));
  return ids.every(isResidentId) ? ids : [];
}
