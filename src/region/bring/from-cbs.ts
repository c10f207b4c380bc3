import type { Indicator, Region } from '../../content/index.ts';
import type { LineMistake, Picked, Row } from '../model/brought.ts';
import { areaFinder, checkRows, type ReadRow } from './check.ts';
import type { Observation, OpenData, TableAbout } from './odata.ts';

/** A code of a year as CBS writes it: `2021JJ00`. */
const YEAR = /^(\d{4})(?:JJ00|X000)?$/;

/**
 * What a table gives for the areas we know: by their CBS code, and the Netherlands as a whole (`NL01`). Quarters, months,
 * other municipalities and values that CBS keeps back are left; how many is said.
 */
export function rowsOf(
  region: Region,
  observations: readonly Observation[],
  picked: Picked,
): { readonly rows: readonly ReadRow[]; readonly left: number } {
  const find = areaFinder(region);
  const country = region.monitor.areas.find(({ kind }) => kind === 'country')?.id;
  const rows = observations.flatMap(({ value, at }, index): readonly ReadRow[] => {
    const code = at[picked.areaDimension] ?? '';
    const area = code === 'NL01' ? country : find(code);
    const year = YEAR.exec(at[picked.timeDimension] ?? '')?.[1];
    if (!area || !year || value === null) return [];
    // A product of decimals is rounded to what a decimal can say.
    const figure = Number((value * picked.factor).toPrecision(12));
    const row: Row = { area, year: Number(year), sex: 'all', age: 'all', value: figure, lower: null, upper: null };
    return [{ line: index + 1, row }];
  });
  return { rows, left: observations.length - rows.length };
}

/** Fetches what was picked, and checks it like a file. Throws `OpenDataFailure`. */
export async function fetchPicked(
  source: OpenData,
  region: Region,
  indicator: Pick<Indicator, 'unit'>,
  picked: Picked,
  only: Parameters<typeof checkRows>[2],
): Promise<{
  readonly rows: readonly Row[];
  readonly mistakes: readonly LineMistake[];
  readonly left: number;
}> {
  const { table, measure, areaDimension, timeDimension, fixed } = picked;
  const dimensions = [areaDimension, timeDimension];
  const observations = await source.observations(table, { Measure: measure, ...fixed }, dimensions);
  const { rows, left } = rowsOf(region, observations, picked);
  // A municipality takes its own from the table; of a file it is a mistake to have others in it.
  const mine = only ? rows.filter(({ row }) => row.area === only.area) : rows;
  const none: readonly LineMistake[] =
    mine.length === 0
      ? [
          {
            line: 0,
            text: {
              nl: 'Deze keuze geeft geen cijfers over gebieden en jaren die wij kennen.',
              en: 'This choice gives no figures of areas and years that we know.',
            },
          },
        ]
      : [];
  return {
    rows: mine.map(({ row }) => row),
    mistakes: [...none, ...checkRows(indicator, mine, undefined)],
    left: left + rows.length - mine.length,
  };
}

/** Which dimension holds areas and which holds years, as far as a table says so itself. */
export function guessDimensions(table: TableAbout): { readonly area: string; readonly time: string } {
  const area =
    table.dimensions.find(({ kind }) => kind.startsWith('Geo')) ??
    table.dimensions.find(({ codes }) => codes.some(({ id }) => /^GM\d{4}$/.test(id)));
  const time =
    table.dimensions.find(({ kind }) => kind.startsWith('Time')) ??
    table.dimensions.find(({ codes }) => codes.some(({ id }) => YEAR.test(id)));
  return { area: area?.id ?? '', time: time?.id ?? '' };
}
