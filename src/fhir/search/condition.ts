import { fail, ok, type Problem, type Result } from '../../platform/index.ts';
import type { ResourceType } from '../types.ts';
import { type Criterion, readSearch, type Search } from './query.ts';
import { RESULT_NAMES } from './results.ts';

/** A search that decides what a write does (R4 3.1.0.8.1, 3.1.0.4.3): does exactly one fit, none, or more than one? */
export type Condition = {
  readonly search: Search;
  /** The same for the same condition: two writes under it follow one another. */
  readonly key: string;
};

/** Said where more than one resource fits (R4 3.1.0.8.1). */
export const SEVERAL_FIT: Problem = {
  kind: 'stale',
  text: 'Several resources fit this condition. Name one, for example by its identifier.',
  at: [{ place: 'search', text: 'Several fit', code: 'multiple-matches' }],
};

/** What a condition is read from; in an address it holds no BSN (LAW 4). */
export type ConditionPlace = 'address' | 'body';

/** Reads a condition such as `identifier=system|value`; what says how results are given has no meaning in it. */
export function readCondition(type: ResourceType, query: string, place: ConditionPlace): Result<Condition> {
  const asked = new URLSearchParams(query.replace(new RegExp(`^\\??(?:${type}\\?)?`), ''));
  const result = [...asked.keys()].find((name) => RESULT_NAMES.has(name.split(':')[0]!));
  if (result !== undefined)
    return fail('invalid', `${result} has no meaning in a condition.`, [{ place: result, text: 'Not in a condition' }]);
  const search = readSearch(type, asked, { posted: place === 'body', strict: true });
  if (!search.ok) return search;
  if (search.value.criteria.length === 0)
    return fail('invalid', 'A condition names at least one search parameter, such as identifier=system|value.', [
      { place: 'search', text: 'No condition' },
    ]);
  asked.sort();
  return ok({ search: { ...search.value, posted: true }, key: `${type}?${asked}` });
}

/** Parameters by which a condition leads to one resident, or to what a sender named itself. */
const NARROW = ['_id', 'patient', 'subject', 'identifier'];

/** A problem where a condition would have to be looked for with everybody: the record is kept by resident. */
export function tooWide(condition: Condition): Result<undefined> {
  const narrow = (one: Criterion) =>
    one.kind === 'match' &&
    NARROW.includes(one.parameter.name) &&
    (one.modifier === undefined || one.modifier === 'Patient');
  return condition.search.criteria.some(narrow)
    ? ok(undefined)
    : fail(
        'invalid',
        'A condition names one resident (patient=Patient/<id>) or an identifier (identifier=system|value).',
        [{ place: 'search', text: 'Leads to no single resident', code: 'too-costly' }],
      );
}
