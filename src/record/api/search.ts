import {
  bsnInAddress,
  compartmentOf,
  type Found,
  onShelf,
  type ReadVersion,
  type ResourceType,
  readSearch,
  type Search,
  shaped,
  typeRow,
  unescaped,
} from '../../fhir/index.ts';
import { fail, isResidentId, ok, type Result } from '../../platform/index.ts';
import { searchAudit } from '../audit-event.ts';
import { includedWith, MOST_INCLUDED } from '../search/include.ts';
import { searchResources } from '../search/search.ts';
import { addressOf, answer, bundle, type C, type FhirDoor, isStrict } from './door.ts';

/** POST [type]/_search: parameters in the body, and in the address what is no BSN. `patient`: in their compartment. */
export async function searchPosted(
  fhir: FhirDoor,
  context: C,
  type: ResourceType,
  patient?: string,
): Promise<Response> {
  const body = await context.req.text();
  if (body !== '' && !/^application\/x-www-form-urlencoded/.test(context.req.header('content-type') ?? ''))
    return answer(context, { kind: 'unsupported', text: 'Send application/x-www-form-urlencoded.' });
  const address = addressOf(context);
  const problem = bsnInAddress(address);
  return problem
    ? answer(context, problem)
    : searchType(fhir, context, type, new URLSearchParams([...new URLSearchParams(body), ...address]), true, patient);
}

/** One page of a search, with what comes along. */
export async function searchType(
  fhir: FhirDoor,
  context: C,
  type: ResourceType,
  query: URLSearchParams,
  posted: boolean,
  patient?: string,
): Promise<Response> {
  const read = readSearch(type, query, { posted, strict: isStrict(context) });
  if (!read.ok) return answer(context, read.problem);
  const within = patient === undefined ? undefined : { residents: [patient], names: compartmentOf(type) };
  const search = ok({ ...read.value, ...(within ? { within } : {}) });
  const [actor, door] = [context.get('actor'), context.get('door')];
  const found = await find(fhir, context, search.value);
  if (!found.ok) return answer(context, found.problem);
  const elsewhere = fhir.shelf.search;
  const included = await includedWith(fhir.ground, actor, search.value, found.value.entries, door, elsewhere);
  if (!included.ok) return answer(context, included.problem);
  const { results, ignored } = search.value;
  const shown = (version: ReadVersion) => ({ ...version, text: shaped(version.text, results) });
  const hints = [
    ...(included.value.cut ? [`Only the first ${MOST_INCLUDED} included resources are here.`] : []),
    ...(ignored.length > 0 ? [`Left aside, because it is not supported here: ${ignored.join(', ')}.`] : []),
  ];
  return bundle(
    context,
    'searchset',
    [
      ...found.value.entries.map((version) => entryOf(fhir, shown(version), 'match')),
      ...included.value.entries.map((version) => entryOf(fhir, shown(version), 'include')),
      ...hints.map(hintEntry),
    ],
    {
      link: linksOf(fhir, patient ? `Patient/${patient}/${type}` : type, query, posted, found.value.next),
      total: found.value.total,
    },
  );
}

function find(fhir: FhirDoor, context: C, search: Search): Promise<Result<Found>> {
  const [actor, door] = [context.get('actor'), context.get('door')];
  const home = typeRow(search.type).home;
  if (onShelf(search.type)) return fhir.shelf.search(actor, search, door);
  if (home === 'resident') return searchResources(fhir.ground, actor, search, door, fhir.shelf.search);
  const asked = search.criteria.filter((one) => one.kind === 'match' && one.parameter.name === 'patient');
  const patients = asked.flatMap((one) => (one.kind === 'match' ? one.values : [])).map(unescaped);
  const [patient] = patients.map((value) => value.replace(/^.*Patient\//, ''));
  if (patients.length > 1 || (patient !== undefined && !isResidentId(patient)))
    return Promise.resolve(
      fail('invalid', 'patient takes the id of one Patient.', [{ place: 'patient', text: 'Not an id of a Patient' }]),
    );
  const { count, after } = search.results;
  return searchAudit(fhir.ground, actor, patient, { count, after, criteria: search.criteria }, door);
}

function linksOf(
  fhir: FhirDoor,
  path: string,
  query: URLSearchParams,
  posted: boolean,
  next: string | undefined,
): readonly unknown[] {
  const self = `${fhir.baseUrl}/${path}`;
  // What was posted may hold a BSN: it is not in a link.
  const asked = new URLSearchParams(posted ? [] : [...query].filter(([name]) => name !== '_after'));
  const link = [{ relation: 'self', url: `${self}${asked.size > 0 ? `?${asked}` : ''}` }];
  if (next === undefined) return link;
  asked.set('_after', next);
  return [...link, { relation: 'next', url: posted ? `${self}/_search?_after=${next}` : `${self}?${asked}` }];
}

/** A found resource as an entry. */
export function entryOf(fhir: FhirDoor, version: ReadVersion, mode: 'match' | 'include'): string {
  const fullUrl = JSON.stringify(`${fhir.baseUrl}/${version.type}/${version.id}`);
  return `{"fullUrl":${fullUrl},"resource":${version.text},"search":{"mode":"${mode}"}}`;
}

/** Something the searcher should know that is no error (R4 3.1.1.4.2, search mode outcome). */
function hintEntry(text: string): string {
  const outcome = {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'information', code: 'informational', diagnostics: text }],
  };
  return `{"resource":${JSON.stringify(outcome)},"search":{"mode":"outcome"}}`;
}
