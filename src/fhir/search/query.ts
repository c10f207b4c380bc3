import { fail, ok, type Problem, type Result } from '../../platform/index.ts';
import { isBsn, mayHoldBsn } from '../bsn.ts';
import { parametersOf } from '../definitions.ts';
import { isResourceType, type ResourceType } from '../types.ts';
import type { ParameterType, SearchParameter } from './parameters.ts';
import { RESULT_NAMES, type Results, readResults } from './results.ts';
import { valuesOf } from './values.ts';
import type { Match } from './where.ts';

/** One condition of a search; all of them have to hold. */
export type Criterion =
  | ({ readonly kind: 'match' } & Match)
  /** The resource that `parameter` leads to fits: `subject:Patient.name=…` (R4 3.1.1.4.13). One search for each type it may be. */
  | { readonly kind: 'chain'; readonly parameter: SearchParameter; readonly targets: readonly Search[] }
  /** A resource that leads here by `by` fits: `_has:Task:focus:status=…` (R4 3.1.1.4.14). */
  | { readonly kind: 'has'; readonly by: string; readonly from: Search };

export type Search = {
  readonly type: ResourceType;
  readonly criteria: readonly Criterion[];
  /** Only in the compartment of these residents (one person): what leads to them by one of these parameters. */
  readonly within?: { readonly residents: readonly string[]; readonly names: readonly string[] };
  /** True when sent in a body; only then may a BSN be in it. */
  readonly posted: boolean;
  readonly results: Results;
  /** Parameters that were left aside (Prefer: handling=lenient). */
  readonly ignored: readonly string[];
};

/** What a search may be sent with. */
export type Sent = { readonly posted: boolean; readonly strict: boolean };

/** How deep a chain may go, and how many conditions a search may have. */
const MOST_LINKS = 3;
const MOST_CRITERIA = 30;

const MODIFIERS: Readonly<Record<ParameterType, readonly string[]>> = {
  token: ['not', 'text', 'of-type', 'missing'],
  reference: ['identifier', 'missing'],
  string: ['exact', 'contains', 'missing'],
  date: ['missing'],
  number: ['missing'],
  quantity: ['missing'],
  uri: ['below', 'above', 'missing'],
  composite: ['missing'],
  special: ['missing'],
};

/** Parses the query of a search; a problem names the parameter and says what is understood. */
export function readSearch(type: ResourceType, query: URLSearchParams, sent: Sent): Result<Search> {
  const found = sent.posted ? undefined : bsnInAddress(query);
  if (found) return { ok: false, problem: found };
  const results = readResults(type, query);
  if (!results.ok) return results;
  const criteria: Criterion[] = [];
  const ignored: string[] = [];
  for (const [name, value] of query) {
    if (RESULT_NAMES.has(name.split(':')[0]!)) continue;
    const read = value === '' ? emptyValue(name) : readCriterion(type, name, value, 0);
    if (read.ok) criteria.push(read.value);
    else if (sent.strict || read.problem.kind !== 'unsupported') return asInvalid(read);
    else ignored.push(name);
  }
  if (criteria.length > MOST_CRITERIA)
    return fail('invalid', `A search takes at most ${MOST_CRITERIA} parameters.`, [
      { place: 'search', text: 'Too many parameters', code: 'too-costly' },
    ]);
  return ok({ type, criteria, posted: sent.posted, results: results.value, ignored });
}

/** Somebody forgot what they ask for: a lenient search leaves it aside. */
function emptyValue(name: string): Result<never> {
  return fail('unsupported', `${name} has no value.`, [{ place: name.split(/[:.]/)[0]!, text: 'Empty' }]);
}

function asInvalid(read: { readonly ok: false; readonly problem: Problem }): Result<never> {
  return { ok: false, problem: { ...read.problem, kind: 'invalid' } };
}

/** `unsupported` is what a lenient search leaves aside; `invalid` is wrong either way. */
function readCriterion(type: ResourceType, name: string, value: string, links: number): Result<Criterion> {
  if (name.startsWith('_has:')) return readHas(type, name, value, links);
  const dot = name.indexOf('.');
  const [base = '', modifier] = (dot === -1 ? name : name.slice(0, dot)).split(':') as [string, string?];
  const parameter = parametersOf(type).get(base);
  if (!parameter) return unknownParameter(type, base);
  if (dot !== -1) return readChain(type, parameter, modifier, name.slice(dot + 1), value, links);
  if (modifier !== undefined) {
    const targeted = parameter.type === 'reference' && parameter.target.includes(modifier);
    if (!targeted && !MODIFIERS[parameter.type].includes(modifier))
      return fail('unsupported', `${base} takes no modifier :${modifier}. It takes ${modifiersOf(parameter)}.`, [
        { place: name, text: 'Modifier not supported', code: 'not-supported' },
      ]);
    if (modifier === 'missing' && value !== 'true' && value !== 'false')
      return fail('invalid', `${name} takes true or false.`, [{ place: name, text: 'Not true or false' }]);
  }
  return ok({ kind: 'match', parameter, modifier, values: valuesOf(value) });
}

const modifiersOf = (parameter: SearchParameter) =>
  [...MODIFIERS[parameter.type], ...(parameter.type === 'reference' ? parameter.target : [])]
    .map((one) => `:${one}`)
    .join(', ') || 'none';

function unknownParameter(type: ResourceType, name: string): Result<never> {
  const known = [...parametersOf(type).keys()];
  return fail(
    'unsupported',
    `Search parameter ${name} is not supported for ${type}. Supported: ${known.sort().join(', ')}.`,
    [{ place: name, text: 'Not supported', code: 'not-supported' }],
  );
}

function readChain(
  type: ResourceType,
  parameter: SearchParameter,
  kind: string | undefined,
  rest: string,
  value: string,
  links: number,
): Result<Criterion> {
  const place = `${parameter.name}.${rest}`;
  if (parameter.type !== 'reference')
    return fail('invalid', `${parameter.name} leads nowhere: it is no reference.`, [
      { place, text: 'Not a reference' },
    ]);
  if (links >= MOST_LINKS)
    return fail('invalid', `A chain has at most ${MOST_LINKS} links.`, [
      { place, text: 'Too deep', code: 'too-costly' },
    ]);
  const types = (kind ? [kind] : parameter.target).filter(isResourceType);
  const reads = types.map((target) => ({ target, read: readCriterion(target, rest, value, links + 1) }));
  const targets = reads.flatMap(({ target, read }) => (read.ok ? [searchFor(target, [read.value])] : []));
  if (targets.length > 0) return ok({ kind: 'chain', parameter, targets });
  const wrong = reads.find(({ read }) => !read.ok)?.read;
  if (wrong && !wrong.ok) return wrong;
  return fail('unsupported', `${parameter.name} of ${type} leads to no type that is kept here.`, [
    { place, text: 'Not supported', code: 'not-supported' },
  ]);
}

function readHas(type: ResourceType, name: string, value: string, links: number): Result<Criterion> {
  const [, from = '', by = '', ...rest] = name.split(':');
  const place = name;
  if (links >= MOST_LINKS)
    return fail('invalid', `A chain has at most ${MOST_LINKS} links.`, [
      { place, text: 'Too deep', code: 'too-costly' },
    ]);
  if (!isResourceType(from) || rest.length === 0)
    return fail('invalid', '_has is written _has:Type:reference:parameter, such as _has:Task:focus:status.', [
      { place, text: 'Not understood' },
    ]);
  const parameter = parametersOf(from).get(by);
  if (parameter?.type !== 'reference' || !leadsTo(parameter, type)) return unknownParameter(from, by);
  const read = readCriterion(from, rest.join(':'), value, links + 1);
  return read.ok ? ok({ kind: 'has', by, from: searchFor(from, [read.value]) }) : read;
}

const leadsTo = (parameter: SearchParameter, type: string) =>
  parameter.target.length === 0 || parameter.target.includes(type) || parameter.target.includes('Resource');

/** A search within a search: nothing but its conditions. */
export function searchFor(type: ResourceType, criteria: readonly Criterion[]): Search {
  const results = readResults(type, new URLSearchParams());
  if (!results.ok) throw new Error('An empty search cannot be read');
  return { type, criteria, posted: true, results: results.value, ignored: [] };
}

/** A problem where a BSN stands in an address (LAW 4): under its own system, or as an identifier without one. */
export function bsnInAddress(query: URLSearchParams): Problem | undefined {
  for (const [name, value] of query) {
    const bare = /(?:^|[.:])identifier/.test(name) && valuesOf(value).some((one) => isBsn(one.replace(/^\|/, '')));
    if (bare || mayHoldBsn(value))
      return {
        kind: 'invalid',
        text: 'A BSN never goes into an address. Send this search as POST [base]/Patient/_search.',
        at: [{ place: name, text: 'BSN in a URL' }],
      };
  }
  return undefined;
}
