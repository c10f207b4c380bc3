import type { Region, ResidentsByPostcode } from '../../content/index.ts';
import { type Cell, type Published, publishTable, type Sum } from '../../figures/index.ts';

/** From age up to and with age, as an indicator counts them. */
export type Ages = { readonly from: number; readonly to?: number | undefined };

/** What may be shown of the residents of a postcode area of these ages: null where it is hidden, or not known. */
export type PostcodeCounts = (code: string, ages: Ages) => Published;

const nameOf = ({ from, to }: Ages): string => `${from}-${to ?? ''}`;

/**
 * What may be shown of the residents of each postcode area, of every group of ages that an indicator counts. Below the
 * municipality the one engine decides (`publishTable`), also over counts that their source published: a count under 10 is
 * hidden, and others beside it until nobody works it out from the other ages, the other areas and the total of the
 * municipality, which stands as its source gives it. Because of that each municipality is a table by itself.
 */
export function publishedByPostcode(region: Region): PostcodeCounts {
  const ranges = rangesOf(region);
  const residents = new Map((region.populationByPostcode ?? []).map((one) => [one.code, one]));
  const shown = new Map<string, Published>();
  for (const { id } of region.municipalities) {
    const codes = region.postcodes.filter(({ code, municipality }) => municipality === id && residents.has(code));
    const table = tableOf(
      region.population.ageGroups,
      ranges,
      codes.map(({ code }) => residents.get(code)!),
    );
    for (const [cell, value] of publishTable(table.cells, table.sums)) shown.set(cell, value);
  }
  return (code, ages) => shown.get(`${code} ${nameOf(ages)}`) ?? null;
}

/** The counts of the areas of one municipality, with its totals and with the groups of ages that follow from others. */
export function tableOf(
  ageGroups: readonly string[],
  ranges: readonly Ages[],
  areas: readonly ResidentsByPostcode[],
): { readonly cells: readonly Cell[]; readonly sums: readonly Sum[] } {
  const groups = ageGroups.map(agesOf);
  const inside = (range: Ages) => groups.map((group) => within(group, range));
  const members = ranges.map(inside);
  // Groups of ages that every range takes or leaves together: finer than that nothing follows from what is shown.
  const atoms = [...Map.groupBy(groups.keys(), (index) => members.map((one) => Number(one[index])).join('')).entries()]
    .filter(([pattern]) => pattern.includes('1'))
    .map(([pattern, indexes]) => ({ pattern, indexes: [...indexes] }));
  const people = (area: ResidentsByPostcode, indexes: readonly number[]) =>
    indexes.reduce((sum, index) => sum + area.men[index]! + area.women[index]!, 0);
  const cells: Cell[] = [];
  const sums: Sum[] = [];
  for (const area of areas)
    for (const { pattern, indexes } of atoms)
      cells.push({ id: `${area.code} ${pattern}`, count: people(area, indexes), unshown: true });
  for (const [nth, range] of ranges.entries()) {
    const own = atoms.filter(({ pattern }) => pattern[nth] === '1');
    const all = own.flatMap(({ indexes }) => indexes);
    for (const area of areas) {
      const id = `${area.code} ${nameOf(range)}`;
      cells.push({ id, count: people(area, all) });
      sums.push({ total: id, parts: own.map(({ pattern }) => `${area.code} ${pattern}`) });
    }
    const total = `total ${nameOf(range)}`;
    cells.push({ id: total, count: areas.reduce((sum, area) => sum + people(area, all), 0), fixed: true });
    sums.push({ total, parts: areas.map(({ code }) => `${code} ${nameOf(range)}`) });
  }
  return { cells, sums };
}

function rangesOf(region: Region): readonly Ages[] {
  const all = region.themes.flatMap(({ indicators }) =>
    indicators.flatMap(({ series }) =>
      series.flatMap(({ counted }) => (counted ? [counted.of, ...(counted.among ? [counted.among] : [])] : [])),
    ),
  );
  return [...new Map(all.map((range) => [nameOf(range), range])).values()];
}

/** Whether a group of ages lies whole in another. */
export const within = (inner: Ages, outer: Ages): boolean =>
  inner.from >= outer.from && (outer.to === undefined || (inner.to !== undefined && inner.to <= outer.to));

/** The ages of a group as the region writes it: `65-69`, `95+`. */
export function agesOf(group: string): Ages {
  const [from, to] = group.replace('+', '').split('-').map(Number);
  return to === undefined ? { from: from! } : { from: from!, to };
}
