import { fail, ok, type Problem, type Result } from '../platform/index.ts';
import { isBsn, mayHoldBsn } from './bsn.ts';
import { type ResourceType, searchNames, typeRow } from './types.ts';
import type { ReadVersion } from './versions.ts';

/** One search parameter as it was sent: `date=ge2026-01-01` is {name:'date', values:['ge2026-01-01']}; repeated names are and, commas are or. */
export type SearchParam = { readonly name: string; readonly values: readonly string[] };

export type Search = {
  readonly type: ResourceType;
  readonly params: readonly SearchParam[];
  /** Page size, 1 to 200. */
  readonly count: number;
  /** The id after which the page begins; pages follow ids, which never change, so nothing is skipped or repeated. */
  readonly after: string | undefined;
  /** True when sent in a body; only then may a BSN be in it. */
  readonly posted: boolean;
  /** False when unknown parameters are to be ignored (Prefer: handling=lenient). */
  readonly strict: boolean;
};

export type Found = {
  readonly entries: readonly ReadVersion[];
  readonly next: string | undefined;
  readonly subsetted?: boolean;
};

/** Parses the query of a search into parameters and paging; a problem names the parameter. */
export function readSearch(
  type: ResourceType,
  query: URLSearchParams,
  posted: boolean,
  strict: boolean,
): Result<Search> {
  const found = posted ? undefined : bsnInAddress(query);
  if (found) return { ok: false, problem: found };
  const known = new Set<string>(searchNames(type));
  const also = new Map(Object.entries(typeRow(type).also ?? {}));
  const params: SearchParam[] = [];
  let count = 50;
  let after: string | undefined;
  for (const [name, value] of query) {
    if (name === '_count') {
      count = Number(value);
      if (!Number.isInteger(count) || count < 1 || count > 200)
        return fail('invalid', '_count takes a whole number from 1 to 200.', [
          { place: '_count', text: 'Not a whole number from 1 to 200' },
        ]);
    } else if (name === '_after') after = value;
    else if (name === '_format' || name === '_pretty') continue;
    else if (known.has(name)) {
      params.push({ name, values: valuesOf(value) });
    } else if (also.has(name)) {
      params.push({ name: also.get(name)!, values: valuesOf(value) });
    } else if (strict)
      return fail(
        'invalid',
        `Search parameter ${name} is not supported for ${type}. Supported: ${[...known, ...also.keys()].sort().join(', ')}.`,
        [{ place: name, text: 'Not supported', code: 'not-supported' }],
      );
  }
  return ok({ type, params, count, after, posted, strict });
}

/** Values between commas; a sign after a backslash stands for itself (R4 3.1.1.4.0.1). A bar after one is left for who splits a token. */
function valuesOf(value: string): readonly string[] {
  return value.split(/(?<!\\),/).map((one) => one.replace(/\\([\\,$])/g, '$1'));
}

/** A problem where a BSN stands in an address (LAW 4): under its own system, or as an identifier without one. */
export function bsnInAddress(query: URLSearchParams): Problem | undefined {
  for (const [name, value] of query) {
    const bare = name.startsWith('identifier') && valuesOf(value).some((one) => isBsn(one.replace(/^\|/, '')));
    if (bare || mayHoldBsn(value))
      return {
        kind: 'invalid',
        text: 'A BSN never goes into an address. Send this search as POST [base]/Patient/_search.',
        at: [{ place: name, text: 'BSN in a URL' }],
      };
  }
  return undefined;
}
