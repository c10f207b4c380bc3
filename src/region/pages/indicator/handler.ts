import type { Indicator, Region } from '../../../content/index.ts';
import { ABSENT, type Actor } from '../../../platform/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import type { Drawn } from '../../boundaries/draw.ts';
import { boundariesOf, hasBoundaries } from '../../boundaries/keep.ts';
import { type Area, anyAreaOf, areasIn, municipalityIn } from '../../model/area.ts';
import type { Figure } from '../../model/figure.ts';
import { byAgeAndSex, figuresOf, newestAcross } from '../../store/figures.ts';
import { type MonitorHouse, yearOf } from '../house.ts';
import { headline } from '../present.ts';
import { indicatorPage } from './view.tsx';

/** What one page about one figure shows. */
export type IndicatorRead = {
  readonly region: Region;
  readonly indicator: Indicator;
  readonly area: Area;
  /** Of the chosen area, the region and the areas to compare with, over all years. */
  readonly figures: readonly Figure[];
  readonly shown: Figure | undefined;
  /** The municipalities in one year, by the series that has them. */
  readonly across: readonly Figure[];
  /** The postcode areas of the chosen municipality, or of that of the chosen postcode area, as `across`. */
  readonly local: readonly Figure[];
  readonly parts: readonly Figure[];
  readonly thisYear: number;
  /** Whether there are boundaries, and those of the municipalities where somebody asks to see them. */
  readonly map: { readonly has: boolean; readonly shapes: readonly Drawn[] };
};

/** The indicator with this id, and its theme. */
export function indicatorOf(region: Region, id: string): Indicator | undefined {
  return region.themes.flatMap(({ indicators }) => indicators).find((one) => one.id === id);
}

/** Reads what there is to show of an indicator in an area; undefined when there is no such indicator or area. */
export async function readIndicator(
  { ground, region }: MonitorHouse,
  id: string,
  areaId: string | undefined,
  withBoundaries = false,
): Promise<IndicatorRead | undefined> {
  const indicator = indicatorOf(region, id);
  const area = anyAreaOf(region, areaId ?? region.id);
  if (!indicator || !area) return undefined;
  const thisYear = yearOf(ground);
  const municipalities = region.municipalities.map((one) => one.id);
  // What was brought in has its figures in the database only.
  const mapped = indicator.series.filter(
    ({ counted, values }) => counted || !values || values.some((value) => municipalities.includes(value.area)),
  );
  const figures = await figuresOf(ground, id, [
    ...new Set([
      area.id,
      ...(area.within ? [area.within] : []),
      region.id,
      ...region.monitor.areas.map((one) => one.id),
    ]),
  ]);
  const shown = headline(
    indicator,
    figures.filter((one) => one.area === area.id),
    thisYear,
  );
  const municipality = municipalityIn(area);
  const codes = municipality ? areasIn(region, municipality).map((one) => one.id) : [];
  const [across, local, parts, has, shapes] = await Promise.all([
    firstAcross(mapped.map((series) => newestAcross(ground, id, series.id, municipalities, thisYear))),
    firstAcross(codes.length > 0 ? mapped.map((series) => newestAcross(ground, id, series.id, codes, thisYear)) : []),
    shown ? byAgeAndSex(ground, id, shown.series, area.id) : [],
    hasBoundaries(ground),
    withBoundaries ? boundariesOf(ground) : [],
  ]);
  return { region, indicator, area, figures, shown, across, local, parts, thisYear, map: { has, shapes } };
}

/** Of the first series that has any, the municipalities. */
async function firstAcross(found: readonly Promise<readonly Figure[]>[]): Promise<readonly Figure[]> {
  return (await Promise.all(found)).find((figures) => figures.length > 0) ?? [];
}

/** The address of the page of this figure in this area, to share and to cite. */
export function addressOf({ publicUrl }: MonitorHouse, { indicator, area }: IndicatorRead): string {
  return `${publicUrl}/regiobeeld/${indicator.id}${area.kind === 'here' ? '' : `?gebied=${area.id}`}`;
}

/** Where the figures of an indicator come from, each named once. */
export function sourcesOf({ indicator }: IndicatorRead): readonly string[] {
  return [...new Set(indicator.series.map(({ source }) => source))];
}

/** GET /regiobeeld/:indicator?gebied=&kaart= */
export async function showIndicator(house: MonitorHouse, ask: Ask<Actor | undefined>): Promise<Answer> {
  const read = await readIndicator(
    house,
    ask.param('indicator'),
    ask.query('gebied'),
    ask.query('kaart') === 'grenzen',
  );
  if (!read) return { problem: ABSENT };
  return indicatorPage(ask.context, read, { address: addressOf(house, read), today: house.ground.clock.now() });
}
