import {
  type Condition,
  isResourceType,
  type ReadVersion,
  type ResourceType,
  readCondition,
} from '../../fhir/index.ts';
import { type Actor, type Door, fail, ok, type Problem, type Result } from '../../platform/index.ts';
import { findOne } from '../conditional/index.ts';
import type { RecordGround } from '../ground.ts';
import type { Elsewhere } from '../search/search.ts';
import type { Entry } from './entries.ts';
import { type Names, referencesIn } from './order.ts';

/** What the conditions of a transaction find before anything is written. */
export type Resolved = {
  /** By index of the entry: its condition, and the one that fits it. */
  readonly conditions: ReadonlyMap<number, { readonly condition: Condition; readonly found: ReadVersion | undefined }>;
  /** By reference as it was sent (`Patient?identifier=…`, or the full URL of an entry that is there): what it leads to. */
  readonly names: Names;
};

/** The types that are searched by conditions, for the scopes of the token. */
export function searchedBy(entries: readonly Entry[]): readonly ResourceType[] {
  const asked = entries.flatMap(({ request, resource }) => [
    ...(request.url.includes('?') || request.ifNoneExist !== undefined ? [request.url] : []),
    ...[...referencesIn(resource)].filter(isConditional),
  ]);
  return [...new Set(asked.map((one) => one.split(/[/?]/)[0] ?? ''))].filter(isResourceType);
}

/** Looks for what every condition in a transaction means, as who sends it (R4 3.1.0.11.2); a problem names the entry. */
export async function resolveConditions(
  ground: RecordGround,
  actor: Actor,
  entries: readonly Entry[],
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<Resolved>> {
  const conditions = new Map<number, { readonly condition: Condition; readonly found: ReadVersion | undefined }>();
  const names: Names = new Map();
  const find = async (type: string, query: string, place: string) => {
    if (!isResourceType(type)) return at(place, { kind: 'invalid', text: `${type} is no type of this server.` });
    const condition = readCondition(type, query, 'body');
    if (!condition.ok) return at(place, condition.problem);
    const found = await findOne(ground, actor, condition.value, door, elsewhere);
    return found.ok ? ok({ condition: condition.value, found: found.value }) : at(place, found.problem);
  };
  for (const [index, { request, fullUrl }] of entries.entries()) {
    const [path = '', query] = request.url.split(/\?(.*)/s);
    const asked = request.method === 'POST' ? request.ifNoneExist : query;
    if (asked === undefined) continue;
    const place = `Bundle.entry[${index}].request.${request.method === 'POST' ? 'ifNoneExist' : 'url'}`;
    const one = await find(path, asked, place);
    if (!one.ok) return one;
    conditions.set(index, one.value);
    if (fullUrl && one.value.found) names.set(fullUrl, `${path}/${one.value.found.id}`);
  }
  for (const [index, { resource }] of entries.entries())
    for (const reference of referencesIn(resource)) {
      if (!isConditional(reference) || names.has(reference)) continue;
      const [type = '', query = ''] = reference.split(/\?(.*)/s);
      const place = `Bundle.entry[${index}].resource`;
      const one = await find(type, query, place);
      if (!one.ok) return one;
      if (!one.value.found)
        return at(place, {
          kind: 'stale',
          text: `Nothing here fits the reference to a ${type}, so that it leads nowhere.`,
        });
      names.set(reference, `${type}/${one.value.found.id}`);
    }
  return ok({ conditions, names });
}

const isConditional = (reference: string): boolean => /^[A-Z][A-Za-z]+\?./.test(reference);

const at = (place: string, problem: Problem): { readonly ok: false; readonly problem: Problem } =>
  fail(problem.kind, problem.text, [
    { place, text: problem.text, ...(problem.at?.[0]?.code ? { code: problem.at[0].code } : {}) },
  ]);
