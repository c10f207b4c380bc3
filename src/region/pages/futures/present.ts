import { formatNumber, type Language } from '../../../ui/index.ts';
import type { AheadPoint, FutureChoice } from '../../futures/ahead.ts';
import type { Subject } from '../../futures/subjects.ts';
import { futureWords } from './words.ts';

/** A projected value as people write it: people to the nearest ten, as a projection is no count. */
export function shownAhead(unit: Subject['unit'], value: number, lang: Language): string {
  if (unit === 'people') return formatNumber(Math.round(value / 10) * 10, 0, lang);
  return unit === 'percent' ? `${formatNumber(value, 0, lang)}%` : formatNumber(value, 1, lang);
}

/** The band in words; that it was counted where there is none. */
export function shownBand(unit: Subject['unit'], { lower, upper }: AheadPoint, lang: Language): string {
  const words = futureWords(lang);
  if (upper - lower < 1e-9) return words.counted;
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
