import type { Region } from '../../content/index.ts';
import {
  type Actor,
  type Door,
  type Ground,
  localDate,
  ok,
  type Result,
  systemActor,
  type Trx,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { denied, mayDo, type RegionGround, refusals, told } from '../acts.ts';
import { type About, municipalityOf, type Picked } from '../model/brought.ts';
import type { Figure } from '../model/figure.ts';
import { addLoad, oneAtATime, standingOf } from '../store/loads.ts';
import { indicatorIn, onlyOf, shownRegion } from './bring.ts';
import { fetchPicked } from './from-cbs.ts';
import { type OpenData, OpenDataFailure } from './odata.ts';
import { INTERVAL } from './plan.ts';

/** A table that is fetched again and again. */
export type Fetch = {
  readonly id: string;
  readonly indicator: string;
  readonly series: string;
  readonly about: About;
  readonly pick: Picked;
  readonly every: 'day' | 'week' | 'month';
  readonly due: string;
  readonly person: string;
  readonly person_name: string;
  readonly organisation: string;
  readonly last_at: Date | null;
  readonly last_said: string | null;
  readonly failures: number;
};

const FETCH =
  'id, indicator, series, about, pick, every, due::text as due, person, person_name, organisation, last_at, last_said, failures';

/** What is planned, first what comes first. */
export async function plannedFetches(on: Ground['pool'] | Trx): Promise<readonly Fetch[]> {
  const { rows } = await on.query<Fetch>(`select ${FETCH} from region.fetch where stopped_at is null order by due, id`);
  return rows;
}

/** Stops fetching a table again; what was brought in stays. */
export async function stopFetch(house: RegionGround, actor: Actor, id: string, door: Door): Promise<Result<undefined>> {
  const { ground, region } = house;
  const decision = mayDo(house, actor, 'bring-in-figures');
  if (!decision.allow) return denied(ground, actor, door);
  return refusals(() =>
    withActor(ground, actor, { kind: 'none' }, async (trx) => {
      const { rowCount } = await trx.query(
        `update region.fetch set stopped_at = $2, stopped_by = $3
         where id = $1 and stopped_at is null and ($4::text is null or organisation = $4)`,
        [id, ground.clock.now(), actor.name, municipalityOf(region, actor) ? actor.organisation : null],
      );
      if (rowCount) await told(trx, ground, actor, decision, 'updated', 'FigureFetch', id, door);
      return ok(undefined);
    }),
  );
}

const FETCHER = systemActor('open-data');
/** So many failures are tried on the next day; then it waits for its next turn. */
const PATIENT_DAYS = 5;

/**
 * Fetches what is due. What is new comes in as a load of its own; where nothing changed none is made. What fails is tried
 * on the next day, and the page says so. Two sweeps at once fetch a table once: who is second finds it no longer due.
 */
export async function fetchDue(ground: Ground, region: Region, source: OpenData): Promise<number> {
  const today = localDate(ground.clock.now());
  const due = (await plannedFetches(ground.pool)).filter((one) => one.due <= today);
  let done = 0;
  for (const one of due) done += await fetchOne(ground, region, source, one, today);
  return done;
}

async function fetchOne(ground: Ground, region: Region, source: OpenData, one: Fetch, today: string): Promise<number> {
  const shown = await shownRegion(ground, region);
  const indicator = indicatorIn(shown, one.indicator);
  const only = onlyOf(region, one);
  let said: string;
  let figures: readonly Figure[] | undefined;
  let version: string | undefined;
  try {
    if (!indicator) throw new OpenDataFailure('The indicator is no longer in the region.');
    const table = await source.table(one.pick.table);
    if (!table) throw new OpenDataFailure('The table is no longer there.', 404);
    version = table.modified;
    const fetched = await fetchPicked(source, region, indicator, one.pick, only);
    if (fetched.mistakes.length > 0) throw new OpenDataFailure(fetched.mistakes[0]!.text.en);
    figures = fetched.rows.map((row) => ({ ...row, indicator: one.indicator, series: one.series }));
    said = version;
  } catch (error) {
    if (!(error instanceof OpenDataFailure)) throw error;
    said = error.message;
  }
  return withActor(ground, FETCHER, { kind: 'none' }, async (trx) => {
    await oneAtATime(trx);
    const now = ground.clock.now();
    const { rowCount } = await trx.query(
      `update region.fetch set last_at = $2, last_said = $3, failures = case when $4 then 0 else failures + 1 end,
         due = case when $4 or failures + 1 >= ${PATIENT_DAYS} then ($5::date + ${INTERVAL('every')})::date else $5::date + 1 end
       where id = $1 and stopped_at is null and due <= $5`,
      [one.id, now, said, figures !== undefined, today],
    );
    if (!rowCount || !figures) return 0;
    const key = (figure: Figure) => [figure.area, figure.year, figure.sex, figure.age].join('|');
    const standing = new Map((await standingOf(trx, one.indicator, one.series)).map((figure) => [key(figure), figure]));
    if (figures.every((figure) => standing.get(key(figure))?.value === figure.value)) return 0;
    const id = ulid(ground.clock);
    await addLoad(
      trx,
      {
        id,
        at: now,
        kind: 'cbs',
        by_name: one.person_name,
        person: one.person,
        organisation: one.organisation,
        indicator: one.indicator,
        series: one.series,
        about: version ? { ...one.about, date: version as About['date'] } : one.about,
        file: `CBS ${one.pick.table}`,
        source_version: version ?? null,
      },
      figures,
    );
    const decision = { allow: true, purpose: 'region-figures', ground: 'published figures', relation: 'duty' } as const;
    await told(trx, ground, FETCHER, decision, 'created', 'FigureLoad', id, { door: 'job' });
    return 1;
  });
}
