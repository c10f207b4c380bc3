import type { Region } from '../../content/index.ts';
import { FUNNEL_STEPS, type FunnelFigure, funnelOf } from '../../pathways/index.ts';
import { type Ground, systemActor, ulid, withActor } from '../../platform/index.ts';
import { told } from '../acts.ts';
import type { Figure } from '../model/figure.ts';
import { addLoad, oneAtATime, standingOf } from '../store/loads.ts';

const COUNTER = systemActor('own-figures');
const MONTHS = 12;

/**
 * What Omzien itself published, as figures of a calendar year: the sum of its twelve months, where each of them may be
 * shown. It reads only what was published, so it tells nothing more.
 */
export function yearsOf(
  indicator: string,
  series: string,
  step: string,
  published: readonly FunnelFigure[],
): readonly Figure[] {
  const of = published.filter((one) => one.step === step);
  const byYear = Map.groupBy(of, ({ area, month }) => `${area} ${month.slice(0, 4)}`);
  return [...byYear.entries()].flatMap(([key, months]): readonly Figure[] => {
    const shown = months.flatMap(({ people }) => (people === null ? [] : [people]));
    if (shown.length < MONTHS) return [];
    const [area = '', year = ''] = key.split(' ');
    const value = shown.reduce((sum, one) => sum + one, 0);
    return [{ indicator, area, series, year: Number(year), sex: 'all', age: 'all', value, lower: null, upper: null }];
  });
}

/** Brings what Omzien counted itself in as loads of their own, where it says something new. Gives how many loads. */
export async function bringOwn(ground: Ground, region: Region): Promise<number> {
  let loads = 0;
  for (const { indicators } of region.themes)
    for (const indicator of indicators)
      for (const { id: series, own } of indicator.series) {
        if (!own || !FUNNEL_STEPS.some(({ step }) => step === own.step)) continue;
        const figures = yearsOf(indicator.id, series, own.step, await funnelOf(ground, own.pathway));
        if (figures.length > 0) loads += await bringOne(ground, indicator.id, series, figures);
      }
  return loads;
}

async function bringOne(
  ground: Ground,
  indicator: string,
  series: string,
  figures: readonly Figure[],
): Promise<number> {
  return withActor(ground, COUNTER, { kind: 'none' }, async (trx) => {
    await oneAtATime(trx);
    // A year is published once: what is there already, or was undone by somebody, does not come again.
    const { rows } = await trx.query<{ area: string; year: number }>(
      `select f.area, f.year from region.figure f join region.load l on l.id = f.load
       where l.kind = 'record' and f.indicator = $1 and f.series = $2`,
      [indicator, series],
    );
    const known = new Set(
      [...rows, ...(await standingOf(trx, indicator, series))].map((one) => `${one.area} ${one.year}`),
    );
    const added = figures.filter((one) => !known.has(`${one.area} ${one.year}`));
    if (added.length === 0) return 0;
    const id = ulid(ground.clock);
    const load = {
      id,
      at: ground.clock.now(),
      kind: 'record',
      by_name: 'Omzien',
      person: COUNTER.person,
      organisation: null,
      indicator,
      series,
      about: null,
    } as const;
    await addLoad(trx, load, added);
    const decision = { allow: true, purpose: 'region-figures', ground: 'published figures', relation: 'duty' } as const;
    await told(trx, ground, COUNTER, decision, 'created', 'FigureLoad', id, { door: 'job' });
    return 1;
  });
}
