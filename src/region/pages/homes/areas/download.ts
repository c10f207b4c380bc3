import { ABSENT } from '../../../../platform/index.ts';
import type { Answer } from '../../../../web/index.ts';
import { KINDS } from '../../../model/reach.ts';
import type { MonitorHouse } from '../../house.ts';
import { csvAnswer } from '../../take-along.ts';
import { readAreas } from './read.ts';

const round = (value: number | null | undefined, digits: number): string =>
  value === null || value === undefined ? '' : String(Number(value.toFixed(digits)));

/**
 * GET /regiobeeld/wonen/buurten.csv — every neighbourhood on one line, as the pages show it: what is hidden is empty. The
 * names of the columns are the same in every language.
 */
export async function downloadAreas({ ground, region }: MonitorHouse): Promise<Answer> {
  const read = await readAreas(ground, region);
  if (!read) return { problem: ABSENT };
  const head = [
    ...['postcode', 'place', 'municipality', 'residents', 'over_75', 'over_85'],
    ...['more_75_in_ten_years', 'more_75_lower', 'more_75_upper', 'aged_20_64_per_65_over', 'aged_50_74_per_85_over'],
    ...KINDS.map((kind) => `km_${kind.replace('-', '_')}`),
  ];
  const lines = read.areas.map((area) => {
    // Expected numbers are as rounded as those they come from.
    const more = (end: 'value' | 'lower' | 'upper') =>
      area.more75 ? String(Math.round(area.more75[end] / 5) * 5) : '';
    return [
      ...[area.code, area.place, area.municipality],
      ...[area.residents, area.over75, area.over85].map((value) => round(value, 0)),
      ...[more('value'), more('lower'), more('upper'), round(area.workers, 2), round(area.carers, 2)],
      ...KINDS.map((kind) => round(area.nearest.get(kind)?.km, 2)),
    ];
  });
  return csvAnswer('buurten', [head, ...lines]);
}
