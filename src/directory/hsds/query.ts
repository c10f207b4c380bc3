import { ok, type Problem, type Result } from '../../platform/index.ts';

/** What an HSDS list was asked (HSDS 3.0, API reference: parameters). */
export type ListQuery = {
  readonly search: string;
  readonly page: number;
  readonly perPage: number;
  readonly format: 'json' | 'ndjson';
  readonly term: string | undefined;
  readonly taxonomy: string | undefined;
  readonly organization: string | undefined;
  readonly modifiedAfter: Date | undefined;
  readonly minimal: boolean;
  readonly full: boolean;
  readonly postcode: string | undefined;
  /** Kilometres. */
  readonly proximity: number | undefined;
};

const DEFAULT_SIZE = 50;
const MOST_A_PAGE = 500;

/** Reads the parameters of a list; a problem that names what cannot be read. Unknown parameters are left alone. */
export function readListQuery(query: (name: string) => string | undefined): Result<ListQuery> {
  const wrong: { readonly place: string; readonly text: string }[] = [];
  const whole = (name: string, otherwise: number, most: number): number => {
    const given = query(name);
    if (given === undefined || given === '') return otherwise;
    const value = /^\d{1,9}$/.test(given) ? Number(given) : 0;
    if (value >= 1 && value <= most) return value;
    wrong.push({ place: name, text: `A whole number from 1 to ${most}.` });
    return otherwise;
  };
  const yes = (name: string): boolean => {
    const given = query(name);
    if (given === undefined || given === '' || given === 'false') return false;
    if (given !== 'true') wrong.push({ place: name, text: 'true or false.' });
    return given === 'true';
  };
  const minimal = yes('minimal');
  const format = query('format') || 'json';
  if (format !== 'json' && format !== 'ndjson') wrong.push({ place: 'format', text: 'json or ndjson.' });
  const after = query('modified_after');
  const modifiedAfter = after ? new Date(after) : undefined;
  if (modifiedAfter && Number.isNaN(modifiedAfter.getTime()))
    wrong.push({ place: 'modified_after', text: 'A date and time (ISO 8601).' });
  const postcode = query('postcode')?.trim().toUpperCase() || undefined;
  if (postcode && !/^\d{4}(?: ?[A-Z]{2})?$/.test(postcode))
    wrong.push({ place: 'postcode', text: 'Four digits, or four digits and two letters.' });
  const metres = query('proximity');
  if (metres && !/^\d{1,6}(?:\.\d+)?$/.test(metres)) wrong.push({ place: 'proximity', text: 'A number of metres.' });
  if (metres && !postcode) wrong.push({ place: 'proximity', text: 'Needs a postcode.' });
  const value: ListQuery = {
    search: (query('search') ?? '').slice(0, 300),
    page: whole('page', 1, 1_000_000),
    // "When using this parameter aim to return all services within one page."
    perPage: whole('per_page', minimal ? 100_000 : DEFAULT_SIZE, minimal ? 100_000 : MOST_A_PAGE),
    format: format === 'ndjson' ? 'ndjson' : 'json',
    term: query('taxonomy_term_id') || undefined,
    taxonomy: query('taxonomy_id') || undefined,
    organization: query('organization_id') || undefined,
    modifiedAfter,
    minimal,
    full: yes('full') || yes('full_service'),
    postcode: postcode?.slice(0, 4),
    proximity: metres ? Number(metres) / 1000 : undefined,
  };
  return wrong.length === 0 ? ok(value) : { ok: false, problem: unreadable(wrong) };
}

function unreadable(at: readonly { readonly place: string; readonly text: string }[]): Problem {
  return {
    kind: 'invalid',
    text: `These parameters cannot be read: ${at.map(({ place, text }) => `${place} (${text})`).join(' ')}`,
    at,
  };
}

/** A list as HSDS pages it. */
export function pageOf<T>(contents: readonly T[], total: number, { page, perPage }: ListQuery) {
  const pages = Math.ceil(total / perPage);
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}
