import {
  type Bind,
  barsOf,
  type Criterion,
  type Lead,
  leadOf,
  type Match,
  matchSql,
  onShelf,
  parametersOf,
  type ResourceType,
  type Search,
  unescaped,
} from '../../fhir/index.ts';
import { type Actor, fail, isResidentId, ok, type Problem, type Result, residentOf } from '../../platform/index.ts';

/** The conditions of a search as SQL, and the one resident it is about where it is about one. */
export type Where = {
  readonly sql: string[];
  readonly values: unknown[];
  readonly bind: Bind;
  /** What an index finds of it, where nobody is named. */
  readonly leads: Lead[];
  resident?: string | undefined;
};

/** What another search has to find first: the references that may stand under a name, or the ids that are led to. */
export type Found = { readonly refs: readonly string[] } | { readonly ids: readonly string[] };

/** Finds what a chain leads to, as the same actor and under the same locks. */
export type Resolve = (
  criterion: Extract<Criterion, { kind: 'chain' | 'has' }>,
  resident: string | undefined,
) => Promise<Result<Found>>;

/** An empty condition. */
export function emptyWhere(): Where {
  const values: unknown[] = [];
  return {
    sql: [],
    values,
    leads: [],
    bind: (value) => {
      values.push(value);
      return `$${values.length}`;
    },
  };
}

/**
 * How somebody is reached is for systems under an agreement to search by. People find a person by BSN, or by name and
 * birth date (LAW 5); an address may be secret, and a search would tell it (LAW 14).
 */
const HOW_TO_REACH = /^(address|phone|telecom|email)/;
const OF_PEOPLE: readonly ResourceType[] = ['Patient', 'RelatedPerson'];

function asksHowToReach(search: Search): string | undefined {
  if (!OF_PEOPLE.includes(search.type)) return undefined;
  const names = [
    ...search.criteria.flatMap((one) => (one.kind === 'match' ? [one.parameter.name] : [])),
    ...search.results.sort.map((by) => by.name),
  ];
  return names.find((name) => HOW_TO_REACH.test(name));
}

/** Turns the conditions of a search into SQL; what they chain to is found first. A problem names the parameter. */
export async function whereOf(search: Search, actor: Actor, resolve: Resolve, now: Date): Promise<Result<Where>> {
  const where = emptyWhere();
  const reach = actor.role === 'system' ? undefined : asksHowToReach(search);
  if (reach)
    return fail(
      'invalid',
      `${reach} is searched by systems under an agreement. Find a person by name and birth date.`,
      [{ place: reach, text: 'Not for people', code: 'not-supported' }],
    );
  const matches = search.criteria.filter((one) => one.kind === 'match');
  for (const match of matches) {
    const problem = addMatch(where, search.type, match, now);
    if (problem) return { ok: false, problem };
  }
  if (search.within) {
    about(where, search.within.residents);
    where.sql.push(leadsToAny(search.within, where.bind));
  }
  // Whom it is about is known now, so that a chain need not look at others.
  for (const criterion of search.criteria) {
    if (criterion.kind === 'match') continue;
    const found = await resolve(criterion, where.resident);
    if (!found.ok) return found;
    if ('ids' in found.value) {
      const { ids } = found.value;
      if (!onShelf(search.type)) about(where, residentsOfIds(ids));
      where.sql.push(`id = any (${where.bind(ids)}::text[])`);
    } else if (criterion.kind === 'chain') addChain(where, search.type, criterion.parameter.name, found.value.refs);
  }
  return ok(where);
}

function addMatch(where: Where, type: ResourceType, match: Match, now: Date): Problem | undefined {
  const { name } = match.parameter;
  const residents = residentsAsked(type, match);
  if (residents === 'wrong') return wrong(name, `${name} takes the id of a Patient.`, 'Not an id of a Patient');
  if (residents) about(where, residents);
  if (residents && leadsToResident(type, name)) return undefined;
  const sql = matchSql(match, where.bind, now);
  if (sql === undefined)
    return wrong(name, `${name} cannot be read: ${expected(match.parameter.type)}.`, 'Not understood');
  where.sql.push(sql);
  const lead = leadOf(match, now);
  if (lead) where.leads.push(lead);
  return undefined;
}

/** What a chain led to: residents, whose rows these are, or anything else that a row names. */
function addChain(where: Where, type: ResourceType, name: string, refs: readonly string[]): void {
  const residents = refs.map((ref) => ref.replace(/^Patient\//, ''));
  if (leadsToResident(type, name) && residents.every(isResidentId)) {
    about(where, residents);
    return;
  }
  const keys = refs.map((ref) => `${name}=${ref}`);
  where.sql.push(`refs && ${where.bind(keys)}::text[]`);
  where.leads.push({ column: 'refs', keys });
}

const wrong = (place: string, text: string, short: string): Problem => ({
  kind: 'invalid',
  text,
  at: [{ place, text: short }],
});

function expected(type: string): string {
  switch (type) {
    case 'date':
      return 'a date such as ge2026-03-01';
    case 'number':
    case 'quantity':
      return 'a number such as lt5.4, for a quantity with |system|code behind it';
    case 'composite':
      return 'two values with $ between them';
    default:
      return 'see the CapabilityStatement';
  }
}

/** A row belongs to one resident, so that these need no look at its references. */
function leadsToResident(type: ResourceType, name: string): boolean {
  const parameter = parametersOf(type).get(name);
  return (name === 'patient' || name === 'subject') && parameter?.type === 'reference';
}

/** The residents that a condition can only be about; undefined where it says nothing of that. */
function residentsAsked(type: ResourceType, match: Match): readonly string[] | 'wrong' | undefined {
  const { parameter, modifier, values } = match;
  if (parameter.name === '_id') {
    return residentsOfIds(values.map(unescaped));
  }
  if (!leadsToResident(type, parameter.name) || (modifier !== undefined && modifier !== 'Patient')) return undefined;
  const ids = values.map((value) => unescaped(value));
  // A subject may be a group or a device: that is a reference like any other.
  if (ids.some((id) => /(?:^|\/)(?!Patient\/)[A-Z][A-Za-z]+\/[^/]+$/.test(id))) return undefined;
  const residents = ids.map((id) => id.replace(/^.*Patient\//, ''));
  return residents.every(isResidentId) ? residents : 'wrong';
}

/** Whose these are; what is no id of a resident's entry is nobody's. */
const residentsOfIds = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.flatMap((id) => residentOf(id) ?? [])),
];

/** In the compartment: one of its parameters leads to the resident. */
export function leadsToAny({ residents, names }: NonNullable<Search['within']>, bind: Bind): string {
  return `refs && ${bind(residents.flatMap((one) => names.map((name) => `${name}=Patient/${one}`)))}::text[]`;
}

function about(where: Where, residents: readonly string[]): void {
  if (where.resident && !residents.includes(where.resident)) where.sql.push('false');
  else if (residents.length === 1) where.resident = residents[0];
  else where.sql.push(`resident_id = any (${where.bind(residents)}::uuid[])`);
}

/** The BSN that a search asks for, where it asks for one: the system stands before the bar (LAW 4). */
export function bsnAsked(search: Search, isBsnSystem: (system: unknown) => boolean): string | undefined {
  for (const criterion of search.criteria) {
    if (criterion.kind !== 'match' || criterion.parameter.name !== 'identifier') continue;
    for (const value of criterion.values) {
      const [system, bsn] = barsOf(value);
      if (isBsnSystem(system) && bsn) return bsn;
    }
  }
  return undefined;
}
