import type { Indicator } from '../../content/index.ts';
import { compared } from '../../figures/index.ts';
import { formatNumber, type Language } from '../../ui/index.ts';
import type { Figure } from '../model/figure.ts';
import { monitorWords } from './words.ts';

/** A value in the unit of its indicator, as people write it: `12.345`, `36%`, `13,9`, `10,9 uur`, `+39%`. */
export function shownValue(indicator: Pick<Indicator, 'unit' | 'decimals'>, value: number, lang: Language): string {
  const number = formatNumber(Math.abs(value), indicator.decimals, lang);
  const signed = value < 0 ? `−${number}` : number;
  switch (indicator.unit) {
    case 'percent':
      return `${signed}%`;
    case 'change':
      return value > 0 ? `+${number}%` : `${signed}%`;
    case 'hours':
      return monitorWords(lang).units.hours({ value: signed });
    default:
      return signed;
  }
}

/** The interval of a figure in words, or that its source gives none. */
export function shownInterval(indicator: Indicator, figure: Figure, lang: Language): string {
  const words = monitorWords(lang).page;
  if (figure.lower === null || figure.upper === null)
    return indicator.series.find(({ id }) => id === figure.series)?.kind === 'count' ? words.counted : words.noInterval;
  // An interval narrower than what is shown needs more places to be seen.
  const decimals = Math.max(indicator.decimals, 1);
  const shown = (value: number) => shownValue({ ...indicator, decimals }, value, lang);
  return words.between({ lower: shown(figure.lower), upper: shown(figure.upper) });
}

/** The year of a figure and whose it is. */
export const fromOf = (indicator: Pick<Indicator, 'series'>, { year, series }: Figure): string =>
  `${year}, ${indicator.series.find(({ id }) => id === series)?.name ?? series}`;

/** What may be said of a figure beside that of another area of the same series and year; undefined without an interval. */
export function besides(indicator: Indicator, figure: Figure, other: Figure): ReturnType<typeof compared> | undefined {
  if (figure.lower === null || figure.upper === null) return undefined;
  return compared({ value: figure.value, lower: figure.lower, upper: figure.upper }, other.value, indicator.polarity);
}

/** What is counted says most, then what people were asked; what a plan says comes last. */
const WEIGHT = ['count', 'survey', 'estimate', 'projection', 'plan'] as const;

/**
 * The one figure to begin with: the newest that is not of a year to come, from the series that says most. Where all are
 * of years to come, the first of them.
 */
export function headline(indicator: Indicator, figures: readonly Figure[], thisYear: number): Figure | undefined {
  const weight = new Map(indicator.series.map(({ id, kind }) => [id, WEIGHT.indexOf(kind)]));
  const place = new Map(indicator.series.map(({ id }, index) => [id, index]));
  const known = figures.filter(({ year }) => year <= thisYear);
  const order = (a: Figure, b: Figure) =>
    weight.get(a.series)! - weight.get(b.series)! ||
    (known.length > 0 ? b.year - a.year : a.year - b.year) ||
    place.get(a.series)! - place.get(b.series)!;
  return (known.length > 0 ? known : figures).toSorted(order)[0];
}
