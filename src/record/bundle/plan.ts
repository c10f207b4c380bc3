import { isResourceType, type ReadVersion, type ResourceType, readSent, type Sent, typeRow } from '../../fhir/index.ts';
import { type Actor, type Door, fail, ok, type Result, residentOf } from '../../platform/index.ts';
import { idsAreOurs, prepare, type Ready } from '../conditional/index.ts';
import { subjectOf } from '../doors.ts';
import type { RecordGround } from '../ground.ts';
import type { Elsewhere } from '../search/search.ts';
import { resolveConditions } from './conditions.ts';
import type { Entry } from './entries.ts';
import { afterWhatTheyName, assignIds, rewrite } from './order.ts';

/** One thing to do in a transaction. */
export type Step = {
  readonly index: number;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly type: ResourceType;
  readonly id: string;
  readonly resident: string;
  /** What is written, every reference as it will be; nothing where something goes. */
  readonly sent: Sent | undefined;
  readonly ifMatch: number | undefined;
  /** Done only where nothing fits this when it is done. */
  readonly unless: Ready | undefined;
};

/** What a transaction does, in order, and what is there already: by index of the entry. */
export type Plan = { readonly steps: readonly Step[]; readonly there: ReadonlyMap<number, ReadVersion | undefined> };

/** Reads what each entry asks, finds what its conditions mean, and puts all of it in an order that works. */
export async function plan(
  ground: RecordGround,
  actor: Actor,
  entries: readonly Entry[],
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<Plan>> {
  for (const [index, entry] of entries.entries()) {
    const refused = unsupported(entry, `Bundle.entry[${index}]`);
    if (refused) return refused;
  }
  const resolved = await resolveConditions(ground, actor, entries, door, elsewhere);
  if (!resolved.ok) return resolved;
  const { conditions, names } = resolved.value;
  const makes = new Set<number>();
  const there = new Map<number, ReadVersion | undefined>();
  for (const [index, { request }] of entries.entries()) {
    const one = conditions.get(index);
    if (request.method === 'POST' && one?.found) there.set(index, one.found);
    else if (request.method === 'POST' || (request.method === 'PUT' && one && !one.found)) makes.add(index);
    else if (request.method === 'DELETE' && one && !one.found) there.set(index, undefined);
  }
  const ids = assignIds(ground, entries, makes, names);
  const steps: Step[] = [];
  for (const [index, entry] of entries.entries()) {
    if (there.has(index)) continue;
    const at = `Bundle.entry[${index}]`;
    const type = typeOf(entry) as ResourceType;
    const condition = conditions.get(index);
    const method = makes.has(index) ? 'POST' : (entry.request.method as 'PUT' | 'DELETE');
    const id = method === 'POST' ? (ids[index] ?? '') : (condition?.found?.id ?? entry.request.url.split('/')[1] ?? '');
    const match = /^W\/"(\d+)"$/.exec(entry.request.ifMatch ?? '');
    if (entry.request.ifMatch !== undefined && !match)
      return fail('invalid', `${at}: ifMatch takes the ETag you read, such as W/"3".`, [
        { place: `${at}.request.ifMatch`, text: 'Not an ETag' },
      ]);
    const ifMatch = match ? Number(match[1]) : undefined;
    const read =
      method === 'DELETE' ? undefined : readSent(type, JSON.stringify(rewrite(entry.resource, names) ?? null));
    const sent = read?.ok ? read.value : undefined;
    if (read && !sent)
      return fail('invalid', `${at}: the resource is missing or of another type.`, [
        { place: `${at}.resource`, text: `Must be a ${type}` },
      ]);
    const byId = method !== 'POST' || type === 'Patient';
    const resident = byId ? residentOf(id) : subjectOf(type, sent!.resource);
    if (!resident)
      return fail('unprocessable', `${at}: give the resource a subject (Patient/<id>).`, [
        { place: `${at}.resource`, text: 'No resident', code: 'required' },
      ]);
    if (method === 'PUT' && sent!.resource.id !== undefined && sent!.resource.id !== id)
      return fail('invalid', `${at}: the id in the resource is not the one in the url.`, [
        { place: `${at}.resource.id`, text: 'Differs from the url' },
      ]);
    let unless: Ready | undefined;
    if (condition && method === 'POST') {
      const refused = entry.request.method === 'PUT' && read?.ok ? idsAreOurs(type, read.value, ifMatch) : undefined;
      if (refused) return refused;
      const ready = await prepare(ground, actor, condition.condition, door, elsewhere);
      if (!ready.ok) return ready;
      unless = ready.value;
    }
    steps.push({ index, method, type, id, resident, sent, ifMatch, unless });
  }
  // What goes, goes first (R4 3.1.0.11.2); people before what is about them.
  const order = ({ method, type }: Step) =>
    method === 'DELETE' ? 0 : type === 'Patient' ? 1 : method === 'POST' ? 2 : 3;
  return ok({ steps: afterWhatTheyName(steps.sort((a, b) => order(a) - order(b) || a.index - b.index)), there });
}

const typeOf = (entry: Entry): string => entry.request.url.split(/[/?]/)[0] ?? '';

function unsupported(
  entry: Entry,
  at: string,
): { readonly ok: false; readonly problem: never } | ReturnType<typeof fail> | undefined {
  const type = typeOf(entry);
  if (!isResourceType(type) || typeRow(type).home !== 'resident')
    return fail('unprocessable', `${at}: ${type || 'no type'} cannot be written in a transaction here.`, [
      { place: `${at}.request.url`, text: 'Not a type of a resident’s record', code: 'not-supported' },
    ]);
  if (!['POST', 'PUT', 'DELETE'].includes(entry.request.method))
    return fail('unprocessable', `${at}: only POST, PUT and DELETE are supported in a transaction.`, [
      { place: `${at}.request.method`, text: 'POST, PUT or DELETE', code: 'not-supported' },
    ]);
  return undefined;
}
