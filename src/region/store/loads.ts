import type { Ground, Trx } from '../../platform/index.ts';
import type { About, Load } from '../model/brought.ts';
import type { Figure } from '../model/figure.ts';

const LOAD = `id, number, at, kind, by_name, organisation, indicator, series, about, file, source_version, rows, undone_at,
  undone_by, undone_why`;
export const FIGURE_COLUMNS = 'indicator, area, series, year, sex, age, value, lower, upper';
const RECORD =
  'indicator text, area text, series text, year int, sex text, age text, value float8, lower float8, upper float8';
const KEY = ['indicator', 'area', 'series', 'year', 'sex', 'age'];
const same = (a: string, b: string) => KEY.map((column) => `${a}.${column} = ${b}.${column}`).join(' and ');

/** One load at a time: who comes second waits, and sees what the first one did. */
export const oneAtATime = (trx: Trx) => trx.query('lock table region.load in share row exclusive mode');

export type NewLoad = Pick<Load, 'id' | 'at' | 'kind' | 'by_name' | 'organisation' | 'indicator' | 'series' | 'about'> &
  Partial<Pick<Load, 'file' | 'source_version'>> & { readonly person: string; readonly digest?: string | undefined };

/** Writes a load with its figures, and lets them stand. */
export async function addLoad(trx: Trx, load: NewLoad, figures: readonly Figure[]): Promise<void> {
  await trx.query(
    `insert into region.load (id, at, kind, by_name, person, organisation, indicator, series, about, file, digest, source_version, rows)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      load.id,
      load.at,
      load.kind,
      load.by_name,
      load.person,
      load.organisation,
      load.indicator,
      load.series,
      load.about && JSON.stringify(load.about),
      load.file ?? null,
      load.digest ?? null,
      load.source_version ?? null,
      figures.length,
    ],
  );
  await trx.query(
    `insert into region.figure (${FIGURE_COLUMNS}, load, current)
     select ${FIGURE_COLUMNS}, $2, false from json_to_recordset($1::json) as s (${RECORD})`,
    [JSON.stringify(figures), load.id],
  );
  await settle(trx, [load.id]);
}

/**
 * Lets stand, of everything these loads speak of, what the newest load says that was not undone; a load of the content
 * gives way to every other, and only the last one counts.
 */
export async function settle(trx: Trx, loads: readonly string[]): Promise<void> {
  const keys = KEY.map((column) => `f.${column}`).join(', ');
  // One pass with a window, and joins by the whole key: a plan that stays quick when much is loaded at once.
  const ranked = `
    with touched as materialized (select distinct ${KEY.join(', ')} from region.figure where load = any ($1)),
      told as (
        select ${keys}, f.load, l.kind, l.number, l.undone_at is null and (l.kind <> 'content'
          or l.number = (select max(number) from region.load where kind = 'content' and undone_at is null)) as counts
        from touched t join region.figure f on ${same('f', 't')} join region.load l on l.id = f.load),
      ranked as materialized (
        select ${keys}, f.load, f.counts and 1 = row_number() over
          (partition by ${keys} order by f.counts desc, f.kind = 'content', f.number desc) as stands
        from told f)`;
  // First what falls, then what stands: of one figure never two are current.
  for (const stands of [false, true])
    await trx.query(
      `${ranked}
       update region.figure f set current = ${stands} from ranked r
       where ${same('r', 'f')} and r.load = f.load and r.stands = ${stands} and f.current <> ${stands}`,
      [loads],
    );
}

/** The loads, newest first; of one kind of indicator where asked. */
export async function loadsOf(
  on: Pick<Ground, 'pool'>['pool'] | Trx,
  { before, count }: { readonly before?: number | undefined; readonly count: number },
): Promise<readonly Load[]> {
  const { rows } = await on.query<Load>(
    `select ${LOAD} from region.load where ($1::int is null or number < $1) order by number desc limit $2`,
    [before ?? null, count],
  );
  return rows;
}

/** One load by its id. */
export async function loadById(on: Ground['pool'] | Trx, id: string): Promise<Load | undefined> {
  const { rows } = await on.query<Load>(`select ${LOAD} from region.load where id = $1`, [id]);
  return rows[0];
}

/** Some figures of a load, with what stands in their place now. */
export async function figuresOfLoad(
  on: Ground['pool'] | Trx,
  id: string,
  count: number,
): Promise<readonly (Figure & { readonly current: boolean })[]> {
  const { rows } = await on.query<Figure & { current: boolean }>(
    `select ${FIGURE_COLUMNS}, current from region.figure where load = $1 order by indicator, year desc, area, sex, age limit $2`,
    [id, count],
  );
  return rows;
}

/** What stands of one indicator and series. */
export async function standingOf(
  on: Ground['pool'] | Trx,
  indicator: string,
  series: string,
): Promise<readonly Figure[]> {
  const { rows } = await on.query<Figure>(
    `select ${FIGURE_COLUMNS} from region.figure where indicator = $1 and series = $2 and current`,
    [indicator, series],
  );
  return rows;
}

/** Changes whenever a load of this indicator is brought in or undone: who previewed something else sees it anew. */
export async function stateOf(on: Ground['pool'] | Trx, indicator: string): Promise<string> {
  const { rows } = await on.query<{ state: string }>(
    `select coalesce(max(number), 0) || '.' || count(undone_at) as state from region.load where indicator = $1 or kind = 'content'`,
    [indicator],
  );
  return rows[0]!.state;
}

/** What the newest standing loads say of their series; of one indicator or of all. */
export async function aboutsOf(
  on: Ground['pool'] | Trx,
  indicator?: string,
): Promise<readonly { readonly indicator: string; readonly series: string; readonly about: About }[]> {
  const { rows } = await on.query<{ indicator: string; series: string; about: About }>({
    name: 'region-abouts',
    text: `select distinct on (indicator, series) indicator, series, about from region.load
      where about is not null and undone_at is null and ($1::text is null or indicator = $1)
      order by indicator, series, number desc`,
    values: [indicator ?? null],
  });
  return rows;
}

/** When figures were last brought in or undone; undefined where none ever were. */
export async function loadedAt(on: Ground['pool'] | Trx): Promise<Date | undefined> {
  const { rows } = await on.query<{ at: Date | null }>(
    'select greatest(max(at), max(undone_at)) as at from region.load',
  );
  return rows[0]?.at ?? undefined;
}
