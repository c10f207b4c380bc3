import type { FutureFigure, Indicator, Series } from '../../content/index.ts';
import type { Ahead, AheadPoint, AheadRegion } from './ahead.ts';

/** What a plan says of a year, and what comes out here of the same measure. */
export type Beside = {
  readonly id: string;
  readonly figure: FutureFigure;
  readonly indicator: Indicator;
  readonly series: Series;
  readonly year: number;
  readonly plan: number;
  /** In the unit of the indicator. Of a change: in percent since `growthFrom`. */
  readonly own: AheadPoint;
  readonly growthFrom: number | undefined;
  readonly differ: string;
};

/** Every figure of a plan about this area beside the one that comes out here, in the order of the content. */
export function besidePlans(region: AheadRegion, ahead: Ahead, area: string): readonly Beside[] {
  const indicators = region.themes.flatMap((theme) => theme.indicators);
  return region.futures.beside.flatMap(({ id, figure, indicator: of, series: from, growthFrom, differ }) => {
    const indicator = indicators.find((one) => one.id === of);
    const series = indicator?.series.find((one) => one.id === from);
    if (!indicator || !series) return [];
    return (series.values ?? []).flatMap(({ area: where, year, value }): readonly Beside[] => {
      const point = ahead.linesOf(figure)[0]!.points.find((one) => one.year === year);
      if (where !== area || !point) return [];
      const own = growthFrom === undefined ? point : growth(ahead, figure, growthFrom, point);
      return [{ id, figure, indicator, series, year, plan: value, own, growthFrom, differ }];
    });
  });
}

/** The change in percent since a year, of the value and of the ends of its band beside that first value's own. */
function growth(ahead: Ahead, figure: FutureFigure, since: number, point: AheadPoint): AheadPoint {
  const first = ahead.linesOf(figure)[0]!.points.find(({ year }) => year === since)!;
  const change = (to: number, from: number) => (to / from - 1) * 100;
  return {
    year: point.year,
    value: change(point.value, first.value),
    lower: change(point.lower, first.lower),
    upper: change(point.upper, first.upper),
  };
}
