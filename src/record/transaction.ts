import {
  isResourceType,
  MOST_DEPTH,
  parseExactly,
  type Resource,
  type ResourceType,
  readSent,
  tooDeep,
  typeRow,
} from '../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  decide,
  fail,
  newResidentId,
  newResourceId,
  type Problem,
  Refusal,
  type Result,
  residentOf,
  type Seen,
  type Trx,
  withActor,
} from '../platform/index.ts';
import { createDecided, guarded, subjectOf, updateDecided } from './doors.ts';
import type { RecordGround } from './ground.ts';
import { withinScopes } from './scopes.ts';

type Entry = {
  readonly fullUrl?: string;
  readonly resource?: Resource;
  readonly request?: {
    readonly method?: string;
    readonly url?: string;
    readonly ifMatch?: string;
    readonly ifNoneExist?: string;
  };
};
type Step = {
  readonly index: number;
  readonly method: 'POST' | 'PUT';
  readonly type: ResourceType;
  readonly id: string;
  readonly resident: string;
  readonly resource: Resource;
  readonly ifMatch: number | undefined;
};

const MOST_ENTRIES = 200;

/**
 * A FHIR transaction (R4 3.1.0.11.2): all or nothing. `urn:uuid` full URLs become ids, also inside references.
 * POST and PUT of residents' resources; one resident a transaction for people, more for a regional system.
 */
export async function runTransaction(
  ground: RecordGround,
  actor: Actor,
  body: string,
  door: Door,
): Promise<Result<Record<string, unknown>>> {
  const planned = plan(ground, body);
  if (!planned.ok) return planned;
  const steps = planned.value;
  const asked = steps.map(({ method, type }) => ({
    interaction: method === 'POST' ? ('c' as const) : ('u' as const),
    type,
  }));
  const within = await withinScopes(ground, actor, asked, door);
  if (!within.ok) return within;
  // In one order for everybody, so that two transactions over the same residents never wait for each other.
  const residents = [...new Set(steps.map((step) => step.resident))].sort();
  if (residents.length === 0)
    return { ok: true, value: { resourceType: 'Bundle', type: 'transaction-response', entry: [] } };
  if (residents.length > 1 && actor.role !== 'system')
    return fail('unprocessable', 'A transaction concerns one resident. Send one transaction for each.');
  const resident = residents[0]!;
  const opens = steps.some(
    (step) =>
      step.method === 'POST' &&
      typeRow(step.type).create.some(
        (act) =>
          (act === 'refer' || act === 'register') &&
          decide(actor, { kind: 'do', act }, undefined, undefined, ground.access).allow,
      ),
  );
  const done = await guarded(ground, actor, 'Bundle', undefined, resident, door, () =>
    withActor(ground, actor, { kind: 'act', resident, opens }, async (trx, seen) => {
      if (residents.length > 1)
        await trx.query(
          'select 1 from record.resident where resident_id = any ($1::uuid[]) order by resident_id for no key update',
          [residents],
        );
      const entries: unknown[] = [];
      for (const step of steps) entries[step.index] = await run(ground, trx, actor, step, seen[step.resident], door);
      return entries;
    }),
  );
  return done.ok
    ? { ok: true, value: { resourceType: 'Bundle', type: 'transaction-response', entry: done.value } }
    : done;
}

async function run(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  step: Step,
  seen: Seen | undefined,
  door: Door,
): Promise<unknown> {
  try {
    const sent = {
      resource: JSON.parse(JSON.stringify(step.resource)) as Resource,
      text: JSON.stringify(step.resource),
    };
    const written =
      step.method === 'POST'
        ? await createDecided(ground, trx, actor, step.type, sent, step.resident, seen, door, step.id)
        : await updateDecided(ground, trx, actor, step.type, step.id, sent, seen, step.ifMatch, door);
    return {
      response: {
        status: step.method === 'POST' ? '201 Created' : '200 OK',
        location: `${step.type}/${written.id}/_history/${written.version}`,
        etag: `W/"${written.version}"`,
        lastModified: written.lastUpdated.toISOString(),
      },
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { problem } = error;
    const entry = `Bundle.entry[${step.index}]`;
    // Denied and absent look the same here too: which entry, and no more.
    if (problem.kind === 'absent') throw new Refusal({ ...ABSENT, at: [{ place: entry, text: ABSENT.text }] });
    const at = (problem.at ?? [{ place: step.type, text: problem.text }]).map((place) => ({
      ...place,
      place: `${entry}.resource${place.place.replace(new RegExp(`^${step.type}(?![A-Za-z])`), '')}`,
    }));
    throw new Refusal({ ...problem, at });
  }
}

function plan(ground: RecordGround, body: string): Result<readonly Step[]> {
  let bundle: { readonly resourceType?: string; readonly type?: string; readonly entry?: readonly Entry[] };
  try {
    bundle = parseExactly(body) as typeof bundle;
  } catch (error) {
    return fail('invalid', `The body is not JSON: ${(error as Error).message}`);
  }
  if (bundle?.resourceType !== 'Bundle' || bundle.type !== 'transaction')
    return fail('invalid', 'Send a Bundle of type transaction.', [
      { place: 'Bundle.type', text: 'Must be transaction' },
    ]);
  if (tooDeep(bundle, MOST_DEPTH + 4))
    return fail('unprocessable', `Nested deeper than ${MOST_DEPTH} levels.`, [
      { place: 'Bundle', text: 'Too deep', code: 'too-costly' },
    ]);
  const entries = bundle.entry ?? [];
  const wrong = malformed(entries);
  if (wrong) return { ok: false, problem: wrong };
  if (entries.length > MOST_ENTRIES) return fail('too-large', `At most ${MOST_ENTRIES} entries in one transaction.`);
  const { ids, urls } = assignIds(ground, entries);
  const steps: Step[] = [];
  for (const [index, entry] of entries.entries()) {
    const at = `Bundle.entry[${index}]`;
    const { method, url } = entry.request ?? {};
    const type = url?.split('/')[0]?.split('?')[0] ?? '';
    if (!isResourceType(type) || typeRow(type).home !== 'resident')
      return fail('unprocessable', `${at}: ${type || 'no type'} cannot be written in a transaction here.`, [
        { place: `${at}.request.url`, text: 'Not a type of a resident’s record', code: 'not-supported' },
      ]);
    if (method !== 'POST' && method !== 'PUT')
      return fail('unprocessable', `${at}: only POST and PUT are supported in a transaction.`, [
        { place: `${at}.request.method`, text: 'POST or PUT', code: 'not-supported' },
      ]);
    const resource = rewrite(entry.resource, urls) as Resource | undefined;
    const read = readSent(type, JSON.stringify(resource ?? null));
    if (!read.ok || !resource)
      return fail('invalid', `${at}: the resource is missing or of another type.`, [
        { place: `${at}.resource`, text: `Must be a ${type}` },
      ]);
    const id = method === 'POST' ? (ids[index] ?? '') : (url?.split('/')[1] ?? '');
    const resident = method === 'PUT' || type === 'Patient' ? residentOf(id) : subjectOf(type, resource);
    if (!resident)
      return fail('unprocessable', `${at}: give the resource a subject (Patient/<id>).`, [
        { place: `${at}.resource`, text: 'No resident', code: 'required' },
      ]);
    if (method === 'PUT' && resource.id !== undefined && resource.id !== id)
      return fail('invalid', `${at}: the id in the resource is not the one in the url.`, [
        { place: `${at}.resource.id`, text: 'Differs from the url' },
      ]);
    const match = /^W\/"(\d+)"$/.exec(entry.request?.ifMatch ?? '');
    if (entry.request?.ifMatch !== undefined && !match)
      return fail('invalid', `${at}: ifMatch takes the ETag you read, such as W/"3".`, [
        { place: `${at}.request.ifMatch`, text: 'Not an ETag' },
      ]);
    steps.push({ index, method, type, id, resident, resource, ifMatch: match ? Number(match[1]) : undefined });
  }
  const order = (step: Step) => (step.type === 'Patient' ? 0 : step.method === 'POST' ? 1 : 2);
  return { ok: true, value: afterWhatTheyName(steps.sort((a, b) => order(a) - order(b) || a.index - b.index)) };
}

/** What cannot be planned at all: entries that are no entries, two new ones under one name, conditions we do not keep. */
function malformed(entries: unknown): Problem | undefined {
  const problem = (place: string, text: string): Problem => ({
    kind: 'invalid',
    text: `${place}: ${text}.`,
    at: [{ place, text }],
  });
  if (!Array.isArray(entries)) return problem('Bundle.entry', 'A list of entries');
  const names = new Set<string>();
  for (const [index, entry] of (entries as readonly (Entry | null)[]).entries()) {
    const at = `Bundle.entry[${index}]`;
    if (entry === null || typeof entry !== 'object') return problem(at, 'An entry');
    const { request, fullUrl } = entry;
    if (typeof request?.url !== 'string' || typeof request.method !== 'string')
      return problem(`${at}.request`, 'A method and a url');
    if (request.ifNoneExist !== undefined) return problem(`${at}.request.ifNoneExist`, 'Not supported; search first');
    if (fullUrl !== undefined && names.has(fullUrl)) return problem(`${at}.fullUrl`, 'Not unique');
    if (fullUrl !== undefined) names.add(fullUrl);
  }
  return undefined;
}

/** The order of the entries means nothing (R4 3.1.0.11.2): what is new is written after what it names. */
function afterWhatTheyName(steps: readonly Step[]): readonly Step[] {
  const made = new Map(steps.filter((step) => step.method === 'POST').map((step) => [`${step.type}/${step.id}`, step]));
  const ordered = new Set<Step>();
  const begun = new Set<Step>();
  const add = (step: Step): void => {
    if (begun.has(step)) return;
    begun.add(step);
    for (const reference of referencesIn(step.resource)) {
      const named = made.get(reference);
      if (named) add(named);
    }
    ordered.add(step);
  };
  steps.forEach(add);
  return [...ordered];
}

function* referencesIn(value: unknown): Generator<string> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'reference' && typeof item === 'string') yield item;
    else yield* referencesIn(item);
  }
}

/** Gives every POST its id before anything is written, so that references among entries can be rewritten. */
function assignIds(
  ground: RecordGround,
  entries: readonly Entry[],
): { readonly ids: Readonly<Record<number, string>>; readonly urls: ReadonlyMap<string, string> } {
  const ids: Record<number, string> = {};
  const urls = new Map<string, string>();
  for (const [index, entry] of entries.entries()) {
    if (entry.request?.method !== 'POST' || entry.request.url?.split('/')[0] !== 'Patient') continue;
    ids[index] = newResidentId();
    if (entry.fullUrl) urls.set(entry.fullUrl, `Patient/${ids[index]}`);
  }
  // What names another new entry as its subject gets its id after that one, wherever it stands.
  for (let found = true; found; ) {
    found = false;
    for (const [index, entry] of entries.entries()) {
      const type = entry.request?.url?.split('/')[0] ?? '';
      if (entry.request?.method !== 'POST' || ids[index] || !isResourceType(type)) continue;
      const resident = entry.resource && subjectOf(type, rewrite(entry.resource, urls) as Resource);
      if (!resident) continue;
      found = true;
      ids[index] = newResourceId(resident, ground.clock);
      if (entry.fullUrl) urls.set(entry.fullUrl, `${type}/${ids[index]}`);
    }
  }
  return { ids, urls };
}

function rewrite(value: unknown, urls: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, urls));
  if (
    value === null ||
    typeof value !== 'object' ||
    (JSON as unknown as { isRawJSON: (v: unknown) => boolean }).isRawJSON(value)
  )
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'reference' && typeof item === 'string' ? (urls.get(item) ?? item) : rewrite(item, urls),
    ]),
  );
}
