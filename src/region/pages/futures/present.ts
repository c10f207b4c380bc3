import { formatNumber, type Language } from '../../../ui/index.ts';
import type { AheadPoint, FutureChoice } from '../../futures/ahead.ts';
import type { Subject } from '../../futures/subjects.ts';
import { futureWords } from './words.ts';

/** A projected value as people write it: people to the nearest ten, as a projection is no count. */
export function shownAhead(unit: Subject['unit'], value: number, lang: Language): string {
  if (unit === 'people') return formatNumber(Math.round(value / 10) * 10, 0, lang);
  return unit === 'percent' ? `${formatNumber(value, 0, lang)}%` : formatNumber(value, 1, lang);
}

/** A value of a line: what was counted as it was counted, what is projected to the nearest ten. */
export function shownPoint(unit: Subject['unit'], point: AheadPoint, lang: Language): string {
  return unit === 'people' && isCounted(point)
    ? formatNumber(point.value, 0, lang)
    : shownAhead(unit, point.value, lang);
}

const isCounted = ({ lower, upper }: Pick<AheadPoint, 'lower' | 'upper'>): boolean => upper - lower < 1e-9;

/** The band in words; that it was counted where there is none. */
export function shownBand(unit: Subject['unit'], point: AheadPoint, lang: Language): string {
  const words = futureWords(lang);
  const { lower, upper } = point;
  if (isCounted(point)) return words.counted;
  return words.between({ lower: shownAhead(unit, lower, lang), upper: shownAhead(unit, upper, lang) });
}

/** A percentage of change with its sign. */
export function shownChange(value: number, lang: Language): string {
  const digits = formatNumber(Math.abs(value), 0, lang);
  return value < -0.5 ? `−${digits}%` : `+${digits}%`;
}

/** In the address: how things may go. */
export const VARIANT_SLUGS = {
  middle: 'midden',
  low: 'laag',
  high: 'hoog',
  older: 'ouder',
  younger: 'jonger',
} as const satisfies Readonly<Record<FutureChoice['variant'], string>>;

/** The choice as the end of an address; nothing of it where it is the first one. `more`: what else belongs there. */
export function queryOf(
  { area, variant, toPlans }: FutureChoice,
  regionId: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    ...(area === regionId ? {} : { gebied: area }),
    ...(variant === 'middle' ? {} : { variant: VARIANT_SLUGS[variant] }),
    ...(toPlans ? { totalen: 'plannen' } : {}),
    ...more,
  }).toString();
  return query === '' ? '' : `?${query}`;
}
