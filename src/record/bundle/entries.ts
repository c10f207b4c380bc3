import { MOST_DEPTH, parseExactly, type Resource, tooDeep } from '../../fhir/index.ts';
import { fail, ok, type Problem, type Result } from '../../platform/index.ts';

/** One entry of a bundle as it was sent, its numbers as they were spelled. */
export type Entry = {
  readonly fullUrl?: string;
  readonly resource?: Resource;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly ifMatch?: string;
    readonly ifNoneExist?: string;
  };
};

/** A bundle of requests: done whole or not at all, or each for itself. */
export type Asked = { readonly type: 'transaction' | 'batch'; readonly entries: readonly Entry[] };

const MOST_ENTRIES = 200;

/** Reads a body as a bundle of requests (R4 3.1.0.11); a problem says which entry cannot be read. */
export function readBundle(body: string): Result<Asked> {
  let bundle: { readonly resourceType?: string; readonly type?: string; readonly entry?: readonly Entry[] };
  try {
    bundle = parseExactly(body) as typeof bundle;
  } catch (error) {
    return fail('invalid', `The body is not JSON: ${(error as Error).message}`);
  }
  if (bundle?.resourceType !== 'Bundle' || (bundle.type !== 'transaction' && bundle.type !== 'batch'))
    return fail('invalid', 'Send a Bundle of type transaction or batch.', [
      { place: 'Bundle.type', text: 'Must be transaction or batch' },
    ]);
  if (tooDeep(bundle, MOST_DEPTH + 4))
    return fail('unprocessable', `Nested deeper than ${MOST_DEPTH} levels.`, [
      { place: 'Bundle', text: 'Too deep', code: 'too-costly' },
    ]);
  const entries = bundle.entry ?? [];
  const wrong = malformed(entries, bundle.type);
  if (wrong) return { ok: false, problem: wrong };
  if (entries.length > MOST_ENTRIES) return fail('too-large', `At most ${MOST_ENTRIES} entries in one ${bundle.type}.`);
  return ok({ type: bundle.type, entries });
}

/** What cannot be read at all: entries that are no entries, two new ones under one name. */
function malformed(entries: unknown, type: Asked['type']): Problem | undefined {
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
    for (const name of ['ifMatch', 'ifNoneExist'] as const)
      if (request[name] !== undefined && typeof request[name] !== 'string')
        return problem(`${at}.request.${name}`, 'Text');
    if (type === 'transaction' && fullUrl !== undefined && names.has(fullUrl))
      return problem(`${at}.fullUrl`, 'Not unique');
    if (fullUrl !== undefined) names.add(fullUrl);
  }
  return undefined;
}
