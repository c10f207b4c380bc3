import { LANGUAGES } from '../../../../content/index.ts';
import type { Filters } from '../../../search/candidates.ts';

/** What the address of a search says. */
export type SearchAddress = {
  readonly q: string;
  readonly place: string;
  readonly filters: Filters;
  readonly after: string | undefined;
};

/** The filters by their names in the address. */
export const FILTER_NAMES = {
  free: 'gratis',
  noWait: 'direct',
  wheelchair: 'rolstoel',
  atHome: 'thuis',
} as const satisfies Record<Exclude<keyof Filters, 'language'>, string>;

export type Filter = keyof typeof FILTER_NAMES;

/** Reads the address; what it does not know is left out. */
export function readAddress(query: (name: string) => string | undefined): SearchAddress {
  const on = (filter: Filter) => query(FILTER_NAMES[filter]) === '1';
  const language = query('taal');
  return {
    q: (query('q') ?? '').trim().slice(0, 300),
    place: (query('plaats') ?? '').trim().slice(0, 80),
    filters: {
      free: on('free'),
      noWait: on('noWait'),
      wheelchair: on('wheelchair'),
      atHome: on('atHome'),
      language: LANGUAGES.find((code) => code === language),
    },
    after: query('na')?.slice(0, 120),
  };
}

/** The filters as the fields of an address. */
export function filterFields(filters: Filters): Readonly<Record<string, string>> {
  const on = (Object.keys(FILTER_NAMES) as Filter[]).filter((filter) => filters[filter]);
  return {
    ...Object.fromEntries(on.map((filter) => [FILTER_NAMES[filter], '1'])),
    ...(filters.language ? { taal: filters.language } : {}),
  };
}

/** The address that asks this. */
export function addressOf({
  q,
  place,
  filters,
  after,
}: Partial<SearchAddress> & { readonly filters: Filters }): string {
  const fields = {
    ...(q ? { q } : {}),
    ...(place ? { plaats: place } : {}),
    ...filterFields(filters),
    ...(after ? { na: after } : {}),
  };
  const query = new URLSearchParams(fields).toString();
  return query ? `/hulp?${query}` : '/hulp';
}
