import type { Language } from '../../../ui/index.ts';
import type { Standing } from '../../store/figures.ts';
import { besides, shownValue } from '../present.ts';
import type { SheetRow } from './rows.ts';
import { sheetWords } from './words.ts';

/** A count stands out when it is among so many at either end. */
const AT_THE_END = 2;
/** With fewer areas than this, being at an end says nothing. */
const ENOUGH = 8;

/**
 * What stands out in a municipality, in words: what differs from the region by more than chance, where there is an
 * interval; and of what was counted whole, where chance of a sample plays no part, the highest and lowest.
 */
export function standsOut(
  rows: readonly SheetRow[],
  standings: readonly Standing[],
  regionName: string,
  lang: Language,
): readonly string[] {
  const words = sheetWords(lang);
  return rows.flatMap((row) => {
    const { indicator, own, whole } = row;
    if (!own) return [];
    const title = indicator.title;
    const value = shownValue(indicator, own.value, lang);
    const other = comparable(row) ? shownValue(indicator, whole!.value, lang) : undefined;
    const beyond = other === undefined ? undefined : besides(indicator, own, whole!);
    if (beyond && beyond !== 'similar')
      return [words.lines[beyond]({ title, value, region: regionName, other: other! })];
    if (own.lower !== null || !isCounted(row)) return [];
    const standing = standings.find((one) => one.indicator === indicator.id);
    const place = standing && placeOf(standing);
    if (!place) return [];
    const beside = other === undefined ? undefined : `${regionName}: ${other}`;
    return [words.placed({ title, value, place: words.places[place], of: standing.of, beside })];
  });
}

/** Whether the figure of the region is of the same series and year. */
function comparable({ own, whole }: SheetRow): boolean {
  return own !== undefined && whole !== undefined && own.series === whole.series && own.year === whole.year;
}

/** Whether everybody was counted; of people themselves there are most where most people live, which says nothing. */
function isCounted({ indicator, own }: SheetRow): boolean {
  return indicator.unit !== 'people' && indicator.series.find(({ id }) => id === own?.series)?.kind === 'count';
}

/** Where a figure stands at an end: `highest`, `high`, `lowest` or `low`; undefined between them or among few areas. */
export function placeOf({ above, below, of }: Standing): 'highest' | 'high' | 'lowest' | 'low' | undefined {
  if (of < ENOUGH) return undefined;
  if (above < AT_THE_END) return above === 0 ? 'highest' : 'high';
  if (below < AT_THE_END) return below === 0 ? 'lowest' : 'low';
  return undefined;
}
