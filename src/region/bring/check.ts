import type { Indicator, Region } from '../../content/index.ts';
import { areasOf } from '../model/area.ts';
import type { LineMistake, Row } from '../model/brought.ts';

/** A figure with the line it stands on. */
export type ReadRow = { readonly line: number; readonly row: Row };

/** More than this is not one figure of one region. */
export const MOST_ROWS = 20_000;

/** Finds an area by its id, its name or its CBS code. */
export function areaFinder(region: Region): (written: string) => string | undefined {
  const plain = (text: string) => text.trim().toLowerCase();
  const known = new Map<string, string>();
  for (const { id, name } of areasOf(region)) {
    known.set(plain(id), id);
    known.set(plain(name), id);
  }
  for (const { id, cbsCode } of region.municipalities) known.set(plain(cbsCode), id);
  return (written) => known.get(plain(written));
}

/** What is wrong in the figures by themselves and together: values that cannot be, twice the same, areas of others. */
export function checkRows(
  indicator: Pick<Indicator, 'unit'>,
  rows: readonly ReadRow[],
  only: { readonly area: string; readonly name: string } | undefined,
): readonly LineMistake[] {
  const mistakes: LineMistake[] = [];
  const first = new Map<string, number>();
  const wrong = (line: number, nl: string, en: string) => mistakes.push({ line, text: { nl, en } });
  for (const { line, row } of rows) {
    const { value, lower, upper } = row;
    if (indicator.unit === 'people' && (value < 0 || !Number.isInteger(value)))
      wrong(
        line,
        `${value} is geen aantal mensen. Schrijf een heel getal van 0 of meer.`,
        `${value} is no number of people. Write a whole number of 0 or more.`,
      );
    if (indicator.unit === 'percent' && (value < 0 || value > 100))
      wrong(
        line,
        `${value} is geen percentage. Schrijf een getal van 0 tot en met 100, zonder %.`,
        `${value} is no percentage. Write a number from 0 to 100, without %.`,
      );
    if (lower !== null && upper !== null && !(lower <= value && value <= upper))
      wrong(
        line,
        'De waarde ligt niet tussen de ondergrens en de bovengrens.',
        'The value does not lie between the lower and the upper limit.',
      );
    if ((lower === null) !== (upper === null))
      wrong(
        line,
        'Geef ondergrens en bovengrens allebei, of geen van de twee.',
        'Give both the lower and the upper limit, or neither.',
      );
    if (only && row.area !== only.area)
      wrong(
        line,
        `U brengt cijfers in van ${only.name}. Van andere gebieden doet dat iemand die voor de hele regio werkt.`,
        `You bring in figures of ${only.name}. Somebody who works for the whole region does that for other areas.`,
      );
    const key = [row.area, row.year, row.sex, row.age].join('|');
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    else
      wrong(
        line,
        `Dit gebied en jaar staan ook in regel ${before}. Haal één van de twee weg.`,
        `This area and year also stand in line ${before}. Remove one of the two.`,
      );
  }
  return mistakes;
}
