import { type Language, type Line, LineChart, ShapeMap, type Tile, TileMap } from '../../../ui/index.ts';
import { anyAreaOf } from '../../model/area.ts';
import type { Figure } from '../../model/figure.ts';
import { shownValue } from '../present.ts';
import { monitorWords } from '../words.ts';
import type { IndicatorRead } from './handler.ts';

/** The same figure of another area, with the map that was chosen. */
export function addressOf({ indicator, map }: IndicatorRead, area: string): string {
  return `/regiobeeld/${indicator.id}?gebied=${area}${map.shapes.length > 0 ? '&kaart=grenzen' : ''}`;
}

/** The lines of the chart: every series of the chosen area, then the areas beside it, each where it has two years or more. */
export function linesOf(read: IndicatorRead): readonly Line[] {
  const series = new Map(read.indicator.series.map(({ id, name }) => [id, name]));
  const several = read.indicator.series.length > 1;
  const line = (figures: readonly Figure[], kind: Line['kind']): Line => {
    const { area, series: from } = figures[0]!;
    const name = anyAreaOf(read.region, area)?.name ?? area;
    return {
      key: `${area} ${from}`,
      label: several ? `${name} (${series.get(from) ?? from})` : name,
      kind,
      points: figures.map(({ year, value, lower, upper }) => ({ year, value, lower, upper })),
    };
  };
  const grouped = [...Map.groupBy(read.figures, (one) => `${one.area} ${one.series}`).values()];
  const own = grouped.filter((figures) => figures[0]!.area === read.area.id);
  // There is room for so many: what runs over several years first, as that is what the chart is for.
  const beside = grouped.filter((figures) => figures[0]!.area !== read.area.id).toSorted((a, b) => b.length - a.length);
  return [...own.map((figures) => line(figures, 'main')), ...beside.map((figures) => line(figures, 'beside'))];
}

/** Whether there is something to see over the years. */
export const hasYears = (read: IndicatorRead): boolean => new Set(read.figures.map(({ year }) => year)).size > 1;

/** The figures over the years; see `hasYears`. */
export function YearsChart(props: { readonly read: IndicatorRead; readonly lang: Language; readonly alone?: boolean }) {
  const { read, lang } = props;
  const words = monitorWords(lang).page;
  const lines = linesOf(read);
  return (
    <LineChart
      id="jaren"
      title={words.chart({ title: read.indicator.title, area: read.area.name })}
      description={words.chartSays({ lines: lines.length })}
      lines={lines}
      decimals={read.indicator.unit === 'ratio' ? 1 : 0}
      alone={props.alone}
    />
  );
}

type Level = 1 | 2 | 3 | 4 | 5;

/** Five equal steps from the lowest to the highest value; one class where all are the same. */
export function classesOf(values: readonly number[]): {
  readonly levelOf: (value: number) => Level;
  readonly bounds: readonly (readonly [number, number])[];
} {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = (high - low) / 5;
  if (!(step > 0)) return { levelOf: () => 3, bounds: [[low, high]] };
  return {
    // The highest is in the last class by itself: a step may be too small to be divided by.
    levelOf: (value) => (value >= high ? 5 : Math.min(5, 1 + Math.floor((value - low) / step + 1e-9))) as Level,
    bounds: Array.from({ length: 5 }, (_, index) => [low + index * step, low + (index + 1) * step] as const),
  };
}

/** The municipalities as tiles of the same size, or with their boundaries where somebody chose those. */
export function AreaTiles(props: { readonly read: IndicatorRead; readonly lang: Language; readonly alone?: boolean }) {
  const { read, lang } = props;
  const words = monitorWords(lang).page;
  const { indicator, across, region } = read;
  const { levelOf, bounds } = classesOf(across.map(({ value }) => value));
  const shown = (value: number) =>
    shownValue(
      { ...indicator, decimals: indicator.unit === 'people' ? 0 : Math.max(1, indicator.decimals) },
      value,
      lang,
    );
  const { shapes } = read.map;
  const of = (municipality: string) => {
    const figure = across.find(({ area }) => area === municipality);
    return {
      key: municipality,
      name: region.municipalities.find(({ id }) => id === municipality)?.name ?? municipality,
      shown: figure ? shown(figure.value) : '–',
      level: figure && levelOf(figure.value),
      href: addressOf(read, municipality),
      current: municipality === read.area.id,
    };
  };
  const about = {
    id: 'kaart',
    title: words.mapTitle({ title: indicator.title, year: across[0]!.year }),
    description: words.mapSays,
    alone: props.alone,
    legend: bounds.map(([from, to], index) => ({
      level: (bounds.length === 1 ? 3 : index + 1) as Level,
      label: words.between({ lower: shown(from), upper: shown(to) }),
    })),
    legendNote: words.mapNote,
  };
  const [first] = shapes;
  if (first)
    return (
      <ShapeMap
        {...about}
        width={first.width}
        height={first.height}
        shapes={shapes.map((shape) => ({
          ...of(shape.municipality),
          path: shape.path,
          label: { x: shape.label_x, y: shape.label_y },
        }))}
      />
    );
  const tiles = region.monitor.tiles.map(
    ({ municipality, column, row }): Tile => ({ ...of(municipality), column, row }),
  );
  return <TileMap {...about} tiles={tiles} />;
}
