import { type Clock, type Ground, type Trx, ulid } from '../../platform/index.ts';
import type { Figure } from '../model/figure.ts';
import { addLoad, FIGURE_COLUMNS, oneAtATime, settle } from './loads.ts';

const WHOLE = "current and sex = 'all' and age = 'all'";

/** Everything an indicator says of some areas, over all years, by series and year. */
export async function figuresOf(
  ground: Pick<Ground, 'pool'>,
  indicator: string,
  areas: readonly string[],
): Promise<readonly Figure[]> {
  const { rows } = await ground.pool.query<Figure>({
    name: 'region-figures-of',
    text: `select ${FIGURE_COLUMNS} from region.figure where indicator = $1 and area = any ($2) and ${WHOLE} order by series, area, year`,
    values: [indicator, areas],
  });
  return rows;
}

/** One series in its newest year up to `year`, in all areas that have it. */
export async function newestAcross(
  ground: Pick<Ground, 'pool'>,
  indicator: string,
  series: string,
  areas: readonly string[],
  year: number,
): Promise<readonly Figure[]> {
  const { rows } = await ground.pool.query<Figure>({
    name: 'region-newest-across',
    text: `select ${FIGURE_COLUMNS} from region.figure where indicator = $1 and series = $2 and area = any ($3) and ${WHOLE}
             and year = (select max(year) from region.figure where indicator = $1 and series = $2 and area = any ($3) and year <= $4 and ${WHOLE})
           order by area`,
    values: [indicator, series, areas, year],
  });
  return rows;
}

/** By sex and age group, in the newest year that has it. */
export async function byAgeAndSex(
  ground: Pick<Ground, 'pool'>,
  indicator: string,
  series: string,
  area: string,
): Promise<readonly Figure[]> {
  const { rows } = await ground.pool.query<Figure>({
    name: 'region-by-age-and-sex',
    text: `select ${FIGURE_COLUMNS} from region.figure where indicator = $1 and area = $3 and series = $2 and current and (sex <> 'all' or age <> 'all')
             and year = (select max(year) from region.figure where indicator = $1 and area = $3 and series = $2 and current and sex <> 'all')
           order by age, sex`,
    values: [indicator, series, area],
  });
  return rows;
}

/** Of every series of these indicators in one area: the newest figure up to `year`, or the first after it. */
export async function newestIn(
  ground: Pick<Ground, 'pool'>,
  area: string,
  indicators: readonly string[],
  year: number,
): Promise<readonly Figure[]> {
  const { rows } = await ground.pool.query<Figure>({
    name: 'region-newest-in',
    text: `select distinct on (indicator, series) ${FIGURE_COLUMNS} from region.figure
           where area = $1 and indicator = any ($2) and ${WHOLE}
           order by indicator, series, year > $3, abs(year - $3)`,
    values: [area, indicators, year],
  });
  return rows;
}

/** How one figure stands among the same of other areas: how many of them are higher and lower, of how many in all. */
export type Standing = {
  readonly indicator: string;
  readonly above: number;
  readonly below: number;
  readonly of: number;
};

/** How figures stand among those of the same series and year in `areas`, their own among them. */
export async function standingsOf(
  ground: Pick<Ground, 'pool'>,
  figures: readonly Figure[],
  areas: readonly string[],
): Promise<readonly Standing[]> {
  const asked = figures.map(({ indicator, series, year, value }) => ({ indicator, series, year, value }));
  const { rows } = await ground.pool.query<Standing>({
    name: 'region-standings-of',
    text: `select asked.indicator, count(*) filter (where f.value > asked.value)::int as above,
                  count(*) filter (where f.value < asked.value)::int as below, count(*)::int as of
           from json_to_recordset($1::json) as asked (indicator text, series text, year int, value float8)
           join region.figure f on f.indicator = asked.indicator and f.series = asked.series and f.year = asked.year
           where f.area = any ($2) and f.current and f.sex = 'all' and f.age = 'all'
           group by asked.indicator`,
    values: [JSON.stringify(asked), areas],
  });
  return rows;
}

/** Every year of these indicators in one area that has an interval: what a trend is worked out from. */
export async function yearsIn(
  ground: Pick<Ground, 'pool'>,
  area: string,
  indicators: readonly string[],
): Promise<readonly Figure[]> {
  const { rows } = await ground.pool.query<Figure>({
    name: 'region-years-in',
    text: `select ${FIGURE_COLUMNS} from region.figure
           where area = $1 and indicator = any ($2) and ${WHOLE} and lower is not null and upper is not null
           order by indicator, series, year`,
    values: [area, indicators],
  });
  return rows;
}

/** Everything of one indicator, as it is downloaded. */
export async function allOf(ground: Pick<Ground, 'pool'>, indicator: string): Promise<readonly Figure[]> {
  const { rows } = await ground.pool.query<Figure>({
    name: 'region-all-of',
    text: `select ${FIGURE_COLUMNS} from region.figure where indicator = $1 and current order by series, area, year, sex, age`,
    values: [indicator],
  });
  return rows;
}

/** Some of what an indicator says, in the order of its key, after one of them. */
export async function valuesOf(
  ground: Pick<Ground, 'pool'>,
  indicator: string,
  asked: {
    readonly area?: string | undefined;
    readonly year?: number | undefined;
    readonly series?: string | undefined;
    readonly after?: Pick<Figure, 'series' | 'area' | 'year' | 'sex' | 'age'> | undefined;
    readonly count: number;
  },
): Promise<readonly Figure[]> {
  const { area, year, series, after, count } = asked;
  const { rows } = await ground.pool.query<Figure>(
    `select ${FIGURE_COLUMNS} from region.figure
     where indicator = $1 and current and ($2::text is null or area = $2) and ($3::int is null or year = $3)
       and ($4::text is null or series = $4)
       and ($5::text is null or (series, area, year, sex, age) > ($5, $6, $7::int, $8, $9))
     order by series, area, year, sex, age limit $10`,
    [
      ...[indicator, area ?? null, year ?? null, series ?? null],
      ...[after?.series ?? null, after?.area ?? null, after?.year ?? null, after?.sex ?? null, after?.age ?? null],
      count,
    ],
  );
  return rows;
}

/**
 * Takes the figures of the content over as one load when they differ from what the content said before. What somebody
 * brought in stands above it. Returns how many figures the load has; 0 when nothing differs.
 */
export async function loadContent(trx: Trx, clock: Clock, figures: readonly Figure[]): Promise<number> {
  await oneAtATime(trx);
  const sent = JSON.stringify(figures);
  const { rows: before } = await trx.query<{ id: string }>(
    "select id from region.load where kind = 'content' and undone_at is null order by number desc limit 1",
  );
  const { rows } = await trx.query<{ same: boolean }>(
    `with sent as (select ${FIGURE_COLUMNS} from json_to_recordset($1::json) as s (indicator text, area text, series text, year int, sex text, age text, value float8, lower float8, upper float8)),
          here as (select ${FIGURE_COLUMNS} from region.figure where load = $2)
     select not exists ((table sent except table here) union all (table here except table sent)) as same`,
    [sent, before[0]?.id ?? ''],
  );
  if (rows[0]!.same) return 0;
  const load = {
    id: ulid(clock),
    at: clock.now(),
    kind: 'content',
    by_name: 'Omzien',
    person: 'Device/omzien-content',
    organisation: null,
    indicator: null,
    series: null,
    about: null,
  } as const;
  await addLoad(trx, load, figures);
  // What the content no longer says, falls.
  if (before[0]) await settle(trx, [before[0].id]);
  return figures.length;
}
