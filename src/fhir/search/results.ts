import { fail, ok, type Result } from '../../platform/index.ts';
import { parametersOf } from '../definitions.ts';
import { isResourceType, type ResourceType } from '../types.ts';

/** What comes along with what is found: `_include=Task:focus`, `_revinclude=Task:focus`, with `:iterate` again and again. */
export type Include = {
  readonly from: ResourceType;
  /** The reference parameter; `*` for each. */
  readonly by: string;
  readonly to: ResourceType | undefined;
  readonly iterate: boolean;
};

export type SortBy = { readonly name: string; readonly descending: boolean };
export type Summary = 'true' | 'text' | 'data' | 'count' | 'false';

/** How the results of a search are given (R4 3.1.1.5). */
export type Results = {
  /** Page size, 1 to 200. */
  readonly count: number;
  /** Where the page begins, as the link to the next page says it. */
  readonly after: string | undefined;
  readonly sort: readonly SortBy[];
  readonly include: readonly Include[];
  readonly revinclude: readonly Include[];
  readonly total: 'none' | 'estimate' | 'accurate';
  readonly summary: Summary;
  readonly elements: readonly string[];
};

/** The names of these parameters; `_include` and `_revinclude` may have a modifier. */
export const RESULT_NAMES: ReadonlySet<string> = new Set([
  '_count',
  '_after',
  '_sort',
  '_include',
  '_revinclude',
  '_total',
  '_summary',
  '_elements',
  '_format',
  '_pretty',
]);

const MOST_INCLUDES = 10;

/** Reads how results are to be given; a problem names the parameter. */
export function readResults(type: ResourceType, query: URLSearchParams): Result<Results> {
  const count = Number(query.get('_count') ?? 50);
  if (!Number.isInteger(count) || count < 0 || count > 200)
    return wrong('_count', '_count takes a whole number from 0 to 200.');
  const sort = readSort(type, query.get('_sort') ?? '');
  if (!sort.ok) return sort;
  const include = readIncludes(query, '_include', type);
  if (!include.ok) return include;
  const revinclude = readIncludes(query, '_revinclude', type);
  if (!revinclude.ok) return revinclude;
  const total = query.get('_total') ?? 'none';
  if (total !== 'none' && total !== 'estimate' && total !== 'accurate')
    return wrong('_total', '_total is none, estimate or accurate.');
  const shape = readShape(type, query);
  if (!shape.ok) return shape;
  const { summary, elements } = shape.value;
  if (summary === 'text' && (include.value.length > 0 || revinclude.value.length > 0))
    return wrong('_summary', '_summary=text goes without _include (R4 3.1.1.5.8).');
  return ok({
    count,
    after: query.get('_after') ?? undefined,
    sort: sort.value,
    include: include.value,
    revinclude: revinclude.value,
    total: summary === 'count' || count === 0 ? 'accurate' : total,
    summary: count === 0 ? 'count' : summary,
    elements,
  });
}

/** What may be sorted by: what stands in a column, and text, moments and numbers. */
const SORTED = ['string', 'date', 'number', 'quantity', 'token'];

/** How much of each resource is asked for, by a search or a read (R4 3.1.0.1.9, 3.1.1.5.8, 3.1.1.5.9). */
export function readShape(type: ResourceType, query: URLSearchParams): Result<Pick<Results, 'summary' | 'elements'>> {
  const summary = query.get('_summary') ?? 'false';
  if (!isSummary(summary)) return wrong('_summary', '_summary is true, text, data, count or false.');
  const elements = query.getAll('_elements').flatMap((one) => one.split(','));
  if (elements.length > 0 && summary !== 'false')
    return wrong('_elements', '_elements and _summary do not go together (R4 3.1.1.5.9).');
  return ok({
    summary,
    elements: elements.map((one) => one.replace(new RegExp(`^${type}\\.`), '').split('.')[0]!).filter(Boolean),
  });
}

const isSummary = (text: string): text is Summary => ['true', 'text', 'data', 'count', 'false'].includes(text);

function readSort(type: ResourceType, value: string): Result<readonly SortBy[]> {
  const sort = value
    .split(',')
    .filter(Boolean)
    .map((one) => ({ name: one.replace(/^-/, ''), descending: one.startsWith('-') }));
  for (const { name } of sort) {
    const parameter = parametersOf(type).get(name);
    if (!parameter || !SORTED.includes(parameter.type))
      return wrong('_sort', `${type} cannot be sorted by ${name}.`, 'not-supported');
  }
  return sort.length > 3 ? wrong('_sort', '_sort takes at most three names.') : ok(sort);
}

function readIncludes(
  query: URLSearchParams,
  which: '_include' | '_revinclude',
  type: ResourceType,
): Result<readonly Include[]> {
  const found: Include[] = [];
  for (const [name, value] of query) {
    const [base, modifier] = name.split(':');
    if (base !== which) continue;
    if (modifier !== undefined && modifier !== 'iterate' && modifier !== 'recurse')
      return wrong(name, `${which} takes :iterate only.`, 'not-supported');
    // Alone, the wild card stands for every reference of what is searched for (R4 3.1.1.5.4).
    const [from = '', by = '', to] = (value === '*' && which === '_include' ? `${type}:*` : value).split(':');
    const parameter = isResourceType(from) ? parametersOf(from).get(by) : undefined;
    if (!isResourceType(from) || (by !== '*' && parameter?.type !== 'reference') || (to && !isResourceType(to)))
      return wrong(
        name,
        `${which} is written Type:reference or Type:reference:Type, such as Task:focus.`,
        'not-supported',
      );
    found.push({ from, by, to: to as ResourceType | undefined, iterate: modifier !== undefined });
  }
  return found.length > MOST_INCLUDES ? wrong(which, `At most ${MOST_INCLUDES} of ${which}.`) : ok(found);
}

function wrong(place: string, text: string, code?: string): Result<never> {
  return fail('invalid', text, [{ place, text, ...(code ? { code } : {}) }]);
}
