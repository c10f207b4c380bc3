/** Open data as Statistics Netherlands gives it (OData version 4): tables, what is in them, and observations. */
export type OpenData = {
  readonly tables: (search: string) => Promise<readonly Table[]>;
  readonly table: (id: string) => Promise<TableAbout | undefined>;
  /** Every observation of one measure that fits, page after page. */
  readonly observations: (
    id: string,
    filter: Readonly<Record<string, string>>,
    dimensions: readonly string[],
  ) => Promise<readonly Observation[]>;
};

export type Table = { readonly id: string; readonly title: string; readonly modified: string };
export type Code = { readonly id: string; readonly title: string };
export type Dimension = Code & { readonly kind: string; readonly codes: readonly Code[] };
export type TableAbout = Table & {
  readonly summary: string;
  readonly measures: readonly (Code & { readonly unit: string })[];
  readonly dimensions: readonly Dimension[];
};
/** One value with the code of each dimension; null where the source keeps it back. */
export type Observation = { readonly value: number | null; readonly at: Readonly<Record<string, string>> };

/** It did not answer, or not with what was asked; `status` is absent where there was no answer. */
export class OpenDataFailure extends Error {
  readonly status: number | undefined;
  constructor(text: string, status?: number) {
    super(text);
    this.status = status;
  }
}

export type OpenDataOptions = {
  /** Where the catalogue begins: `https://datasets.cbs.nl/odata/v1`. */
  readonly base: string;
  readonly catalogue?: string;
  readonly fetch?: typeof fetch;
  /** Waits so many milliseconds between two tries; a test does not. */
  readonly wait?: (milliseconds: number) => Promise<void>;
};

const TRIES = 4;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
const TIMEOUT_MS = 30_000;
/** More pages than a table by area and year can have: a server that leads round and round. */
const MOST_PAGES = 500;
const MOST_TABLES = 50;

type Page = { readonly value?: readonly Readonly<Record<string, unknown>>[]; readonly '@odata.nextLink'?: string };

/**
 * The open data at this address. What is busy or broken for a moment (429, 5xx, no answer) is asked again, up to four
 * times, each time later, or when it says so itself (`Retry-After`). Throws `OpenDataFailure`.
 */
export function openData(options: OpenDataOptions): OpenData {
  const { catalogue = 'CBS', fetch: ask = fetch, wait = later } = options;
  const base = options.base.replace(/\/$/, '');

  async function get(url: string): Promise<Page | undefined> {
    for (let tried = 1; ; tried++) {
      const answer = await ask(url, {
        headers: { accept: 'application/json' },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).catch((error: unknown) => error as Error);
      if (answer instanceof Response && answer.ok) {
        try {
          return (await answer.json()) as Page;
        } catch {
          if (tried === TRIES) throw new OpenDataFailure('The answer is no JSON.', answer.status);
        }
      }
      if (answer instanceof Response && !answer.ok) {
        await answer.body?.cancel();
        if (answer.status === 404) return undefined;
        const again = answer.status === 429 || answer.status >= 500;
        if (!again || tried === TRIES) throw new OpenDataFailure(`It answers ${answer.status}.`, answer.status);
      } else if (tried === TRIES) throw new OpenDataFailure('It does not answer.');
      await wait(pause(answer, tried));
    }
  }

  /** Every page of a list. A next page is asked at the same place only. */
  async function all(
    url: string,
    most = MOST_PAGES,
  ): Promise<readonly Readonly<Record<string, unknown>>[] | undefined> {
    const rows: Readonly<Record<string, unknown>>[] = [];
    let next: string | undefined = url;
    for (let page = 0; next !== undefined; page++) {
      if (page === most) throw new OpenDataFailure('The pages do not end.');
      const read: Page | undefined = await get(next);
      if (!read) return page === 0 ? undefined : rows;
      rows.push(...(read.value ?? []));
      const link: string | undefined = read['@odata.nextLink'];
      next = link === undefined ? undefined : new URL(link, next).href;
      if (next !== undefined && !next.startsWith(`${base}/`)) throw new OpenDataFailure('It leads elsewhere.');
    }
    return rows;
  }

  const of = (id: string, what: string) => `${base}/${catalogue}/${encodeURIComponent(id)}/${what}`;

  return {
    tables: async (search) => {
      const words = search.toLowerCase().split(/\s+/).filter(Boolean);
      const found = (await all(`${base}/Datasets?$filter=${encodeURIComponent(`Catalog eq '${catalogue}'`)}`)) ?? [];
      return found
        .map(tableOf)
        .filter(({ id, title }) => words.every((word) => `${id} ${title}`.toLowerCase().includes(word)))
        .slice(0, MOST_TABLES);
    },
    table: async (id) => {
      if (!/^[\w-]{3,20}$/.test(id)) return undefined;
      const [properties, measures, dimensions] = await Promise.all([
        get(of(id, 'Properties')),
        all(of(id, 'MeasureCodes')),
        all(of(id, 'Dimensions')),
      ]);
      if (!properties || !measures || !dimensions) return undefined;
      const about = properties as Readonly<Record<string, unknown>>;
      const read: Dimension[] = [];
      for (const one of dimensions) {
        const codes = (await all(of(id, `${text(one.Identifier)}Codes`))) ?? [];
        read.push({ ...codeOf(one), kind: text(one.Kind), codes: codes.map(codeOf) });
      }
      return {
        ...tableOf({ ...about, Identifier: id }),
        summary: text(about.Summary),
        measures: measures.map((one) => ({ ...codeOf(one), unit: text(one.Unit) })),
        dimensions: read,
      };
    },
    observations: async (id, filter, dimensions) => {
      const wanted = Object.entries(filter)
        .map(([name, code]) => `${name} eq '${code.replaceAll("'", "''")}'`)
        .join(' and ');
      const rows = await all(`${of(id, 'Observations')}?$filter=${encodeURIComponent(wanted)}`);
      if (!rows) throw new OpenDataFailure('The table is no longer there.', 404);
      return rows.map((row) => ({
        value: typeof row.Value === 'number' ? row.Value : null,
        at: Object.fromEntries(dimensions.map((name) => [name, text(row[name]).trim()])),
      }));
    },
  };
}

const later = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

function pause(answer: unknown, tried: number): number {
  const asked = answer instanceof Response ? Number(answer.headers.get('retry-after')) * 1000 : 0;
  return Math.min(asked > 0 ? asked : FIRST_PAUSE_MS * 2 ** (tried - 1), LONGEST_PAUSE_MS);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const codeOf = (one: Readonly<Record<string, unknown>>): Code => ({
  id: text(one.Identifier).trim(),
  title: text(one.Title).trim(),
});
const tableOf = (one: Readonly<Record<string, unknown>>): Table => ({
  ...codeOf(one),
  modified: text(one.Modified).slice(0, 10),
});
