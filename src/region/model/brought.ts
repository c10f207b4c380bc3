import type { Owner, Region, Series } from '../../content/index.ts';
import type { Actor, Language } from '../../platform/index.ts';
import type { Figure } from './figure.ts';

/** A figure as it is brought in: which indicator and series it belongs to is said once, beside it. */
export type Row = Omit<Figure, 'indicator' | 'series'>;

/** What a load says of its series; what is missing is as the content says it. */
export type About = Pick<Series, 'name' | 'kind' | 'source' | 'date' | 'definition'> &
  Partial<Pick<Series, 'url' | 'licence' | 'method' | 'caveat'>> & {
    /** Why it says something else than the other series of the same area. */
    readonly differ?: string | undefined;
  };

/** What is wrong in one line of what was read, and what to write instead. `line` 0: the whole file. */
export type LineMistake = { readonly line: number; readonly text: Readonly<Record<Language, string>> };

/** One time that figures were brought in. */
export type Load = {
  readonly id: string;
  readonly number: number;
  readonly at: Date;
  readonly kind: 'content' | 'csv' | 'cbs' | 'record';
  readonly by_name: string;
  readonly organisation: string | null;
  readonly indicator: string | null;
  readonly series: string | null;
  readonly about: About | null;
  readonly file: string | null;
  readonly source_version: string | null;
  readonly rows: number;
  readonly undone_at: Date | null;
  readonly undone_by: string | null;
  readonly undone_why: string | null;
};

/** What somebody read in and did not bring in yet. */
export type Draft = {
  readonly id: string;
  readonly kind: 'csv' | 'cbs';
  readonly indicator: string;
  readonly series: string;
  readonly about: About;
  readonly rows: readonly Row[];
  readonly mistakes: readonly LineMistake[];
  readonly file: string;
  readonly source_version: string | null;
  readonly pick: Picked | null;
  readonly load: string | null;
};

/** What is taken from a table of CBS: one measure, by area and by year, with every other dimension at one code. */
export type Picked = {
  readonly table: string;
  readonly title: string;
  readonly measure: string;
  readonly areaDimension: string;
  readonly timeDimension: string;
  readonly fixed: Readonly<Record<string, string>>;
  /** The value of CBS times this is the value here. */
  readonly factor: number;
  readonly every: 'once' | 'day' | 'week' | 'month';
};

/** The owner of the region that somebody works for. */
export const ownerOf = (region: Region, actor: Pick<Actor, 'organisation'>): Owner | undefined =>
  region.owners.find(({ id }) => actor.organisation === `Organization/${id}`);

/**
 * The one municipality that a policy adviser speaks for; undefined for who works for the region as a whole (an owner
 * that is no municipality).
 */
export function municipalityOf(region: Region, actor: Pick<Actor, 'organisation'>): string | undefined {
  const owner = ownerOf(region, actor);
  return owner?.kind === 'municipality' ? owner.municipality : undefined;
}
