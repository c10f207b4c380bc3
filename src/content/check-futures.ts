import { duplicateIds, placed } from './crossref.ts';
import type { Futures } from './futures.ts';
import type { Theme } from './indicators.ts';
import type { Mistake } from './mistakes.ts';
import type { ContentFile } from './yaml-file.ts';

/** Every comparison leads to a series that exists, a change in percent says since when, and totals of a year do not overlap. */
export function checkFutures(
  file: ContentFile<Futures>,
  themes: readonly ContentFile<Theme>[],
  ageGroups: readonly string[],
): readonly Mistake[] {
  const { beside, totals } = file.value;
  const indicators = new Map(themes.flatMap(({ value }) => value.indicators.map((one) => [one.id, one] as const)));
  const starts = new Set(ageGroups.map((group) => Number.parseInt(group, 10)));
  return [
    ...duplicateIds(placed(file, ['beside'], beside), ({ id }) => id, 'id'),
    ...beside.flatMap((one, index) => {
      const at = (key: string, says: string) => [file.mistakeAt(['beside', index, key], says)];
      const indicator = indicators.get(one.indicator);
      if (!indicator)
        return at('indicator', `Er is geen indicator ‘${one.indicator}’. Neem een id uit de map indicators.`);
      if (!indicator.series.some(({ id }) => id === one.series))
        return at('series', `‘${one.indicator}’ heeft geen reeks ‘${one.series}’. Kijk de id na.`);
      if ((indicator.unit === 'change') !== (one.growthFrom !== undefined))
        return [
          file.mistakeAt(
            ['beside', index, 'id'],
            'Schrijf ‘growthFrom’ als de reeks een verandering in procenten geeft, en anders niet.',
          ),
        ];
      return [];
    }),
    ...totals.flatMap(({ year, from, to }, index) => {
      const overlaps = totals
        .slice(0, index)
        .some((other) => other.year === year && from < (other.to ?? 999) && other.from < (to ?? 999));
      return [
        ...(overlaps ? [file.mistakeAt(['totals', index], 'Totalen van één jaar overlappen elkaar niet.')] : []),
        ...(starts.has(from)
          ? []
          : [file.mistakeAt(['totals', index, 'from'], 'Kies een leeftijd waar een leeftijdsgroep begint.')]),
      ];
    }),
  ];
}
