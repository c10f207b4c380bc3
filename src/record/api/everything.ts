import {
  bsnInAddress,
  compartmentOf,
  isResourceType,
  parametersOf,
  type ReadVersion,
  type ResourceType,
  readCursor,
  readSearch,
  referencesOf,
  searchFor,
  spanOf,
} from '../../fhir/index.ts';
import { ABSENT, fail, isResidentId, ok, type Result } from '../../platform/index.ts';
import { OF_RESIDENTS, type WholeRecord, wholeRecord } from '../everything.ts';
import { scopesCover, withinScopes } from '../scopes.ts';
import { resolveWith } from '../search/chain.ts';
import { type Where, whereOf } from '../search/conditions.ts';
import { MOST_INCLUDED } from '../search/include.ts';
import { addressOf, answer, bundle, type C, type FhirDoor, isStrict } from './door.ts';
import { entryOf, searchPosted, searchType } from './search.ts';

/** How much of a record comes in one answer, unless it is asked otherwise. */
const MOST_AT_ONCE = 1000;

/** GET Patient/[id]/$everything (R4 Patient-everything): `_since`, `_type`, `start`, `end`, `_count`. */
export async function everything(fhir: FhirDoor, context: C): Promise<Response> {
  const asked = readEverything(context, ['_since', '_type', 'start', 'end', '_count', '_after', '_format', '_pretty']);
  return asked.ok ? whole(fhir, context, asked.value, '$everything') : answer(context, asked.problem);
}

/** GET Patient/[id]/[type], POST Patient/[id]/[type]/_search: a search in the compartment of a Patient (R4 3.1.1.2). */
export async function searchCompartment(fhir: FhirDoor, context: C): Promise<Response> {
  const { id = '', type = '' } = context.req.param();
  const posted = context.req.method === 'POST';
  if (type === '*') return posted ? answer(context, NOT_POSTED, 405) : searchAll(fhir, context);
  if (!isResourceType(type) || compartmentOf(type).length === 0 || !OF_RESIDENTS.includes(type))
    return answer(context, { ...ABSENT, text: `${type} is not in the compartment of a Patient here.` });
  const asked = [{ interaction: 's' as const, type }];
  const within = await withinScopes(fhir.ground, context.get('actor'), asked, context.get('door'));
  if (!within.ok) return answer(context, within.problem);
  if (!isResidentId(id)) return answer(context, ABSENT);
  return posted
    ? searchPosted(fhir, context, type, id)
    : searchType(fhir, context, type, addressOf(context), false, id);
}

const NOT_POSTED = { kind: 'unsupported', text: 'All types at once are searched by GET.' } as const;

/** GET Patient/[id]/*: every type in the compartment, by what all types are searched by. */
async function searchAll(fhir: FhirDoor, context: C): Promise<Response> {
  const query = addressOf(context);
  const bsn = bsnInAddress(query);
  if (bsn) return answer(context, bsn);
  const asked = readEverything(context, undefined);
  if (!asked.ok) return answer(context, asked.problem);
  const where = await commonWhere(fhir, context, query);
  if (!where.ok) return answer(context, where.problem);
  const types = asked.value.types.filter((type) => compartmentOf(type).length > 0);
  return whole(fhir, context, { ...asked.value, types, compartment: true, where: where.value }, 'compartment');
}

/** The conditions of a search of all types: `_id`, `_lastUpdated`, `_tag` and such, which each type has alike. */
async function commonWhere(fhir: FhirDoor, context: C, query: URLSearchParams): Promise<Result<Where>> {
  const own = new URLSearchParams(
    [...query].filter(([name]) => !['_count', '_after', '_format', '_pretty'].includes(name)),
  );
  const odd = [...own.keys()].find((name) => !/^_(id|lastUpdated|tag|profile|security|source)(:|$)/.test(name));
  if (odd !== undefined && isStrict(context))
    return fail(
      'invalid',
      `${odd} is not searched in all types at once: _id, _lastUpdated, _tag, _profile, _security and _source are.`,
      [{ place: odd, text: 'Not supported', code: 'not-supported' }],
    );
  if (odd !== undefined) own.delete(odd);
  const search = readSearch('Observation', own, { posted: false, strict: isStrict(context) });
  if (!search.ok) return search;
  const [actor, door] = [context.get('actor'), context.get('door')];
  return whereOf(
    search.value,
    actor,
    resolveWith(fhir.ground, actor, door, fhir.shelf.search),
    fhir.ground.clock.now(),
  );
}

function readEverything(context: C, known: readonly string[] | undefined): Result<WholeRecord> {
  const query = addressOf(context);
  const wrong = (place: string, text: string): Result<never> => fail('invalid', text, [{ place, text }]);
  const odd = known && [...query.keys()].find((name) => !known.includes(name));
  if (odd !== undefined && isStrict(context))
    return wrong(odd, `${odd} is not supported here: ${known!.join(', ')} are.`);
  const moments: Partial<Record<'_since' | 'start' | 'end', Date>> = {};
  for (const name of known ? (['_since', 'start', 'end'] as const) : []) {
    const value = query.get(name);
    const span = value === null ? undefined : spanOf(value);
    if (value !== null && !span) return wrong(name, `${name} takes a date such as 2026-11-23.`);
    if (span) moments[name] = name === 'end' ? span.to : span.from;
  }
  const named = known
    ? query
        .getAll('_type')
        .flatMap((one) => one.split(','))
        .filter(Boolean)
    : [];
  const strange = named.find((type) => !isResourceType(type) || !OF_RESIDENTS.includes(type));
  if (strange !== undefined) return wrong('_type', `${strange} is no type that is kept of residents here.`);
  const count = Number(query.get('_count') ?? MOST_AT_ONCE);
  if (!Number.isInteger(count) || count < 1 || count > MOST_AT_ONCE)
    return wrong('_count', `_count takes a whole number from 1 to ${MOST_AT_ONCE}.`);
  const cursor = query.get('_after');
  const keys = cursor === null ? undefined : readCursor(cursor, 2);
  if (cursor !== null && !keys?.every((key) => typeof key === 'string'))
    return wrong('_after', '_after is not a link of this. Begin at the first page.');
  const [type, id] = (keys ?? []) as readonly string[];
  return ok({
    patient: context.req.param('id') ?? '',
    types: named.length > 0 ? (named as ResourceType[]) : OF_RESIDENTS,
    compartment: false,
    since: moments._since,
    from: moments.start,
    until: moments.end,
    count,
    after: keys && { type: type!, id: id! },
  });
}

async function whole(fhir: FhirDoor, context: C, asked: WholeRecord, detail: string): Promise<Response> {
  const [actor, door] = [context.get('actor'), context.get('door')];
  const within = await withinScopes(fhir.ground, actor, [{ interaction: 'r', type: 'Patient' }], door);
  if (!within.ok) return answer(context, within.problem);
  if (!isResidentId(asked.patient)) return answer(context, ABSENT);
  // A token covers types: of what it does not cover nothing comes along.
  const types = asked.types.filter((type) => scopesCover(actor, 'r', type));
  const found = await wholeRecord(fhir.ground, actor, { ...asked, types }, detail, door);
  if (!found.ok) return answer(context, found.problem);
  const { entries, next } = found.value;
  const along = detail === '$everything' ? await namedAlong(fhir, context, entries) : ok([]);
  if (!along.ok) return answer(context, along.problem);
  return bundle(
    context,
    'searchset',
    [
      ...entries.map((version: ReadVersion) => entryOf(fhir, version, 'match')),
      ...along.value.map((version) => entryOf(fhir, version, 'include')),
    ],
    { link: links(fhir, context, next) },
  );
}

/** Who is named in a record and stands in the directory: it helps to read it (R4 Patient-everything). */
const NAMED = ['Organization', 'Practitioner', 'PractitionerRole', 'HealthcareService', 'Location'] as const;

/** The organisations and people at work that this page names, as far as they may be seen; none where types are asked. */
async function namedAlong(
  fhir: FhirDoor,
  context: C,
  entries: readonly ReadVersion[],
): Promise<Result<readonly ReadVersion[]>> {
  if (addressOf(context).has('_type')) return ok([]);
  const [actor, door] = [context.get('actor'), context.get('door')];
  const named = new Map<ResourceType, Set<string>>(NAMED.map((type) => [type, new Set()]));
  for (const version of entries) for (const { type, id } of referencesOf(version, '*')) named.get(type)?.add(id);
  const found: ReadVersion[] = [];
  for (const [type, ids] of named) {
    if (ids.size === 0 || !scopesCover(actor, 'r', type)) continue;
    const values = [...ids].slice(0, MOST_INCLUDED);
    const parameter = parametersOf(type).get('_id')!;
    const plain = searchFor(type, [{ kind: 'match', parameter, modifier: undefined, values }]);
    const search = { ...plain, results: { ...plain.results, count: MOST_INCLUDED } };
    const page = await fhir.shelf.search(actor, search, door);
    if (!page.ok) return page;
    found.push(...page.value.entries);
  }
  return ok(found);
}

function links(fhir: FhirDoor, context: C, next: string | undefined): readonly unknown[] {
  const asked = addressOf(context);
  asked.delete('_after');
  const self = `${fhir.baseUrl}/Patient/${context.req.param('id')}/${context.req.path.split('/').at(-1)}`;
  const link = [{ relation: 'self', url: asked.size > 0 ? `${self}?${asked}` : self }];
  if (next === undefined) return link;
  asked.set('_after', next);
  return [...link, { relation: 'next', url: `${self}?${asked}` }];
}
