import { CsvError, parse } from 'csv-parse/sync';
import type { Region } from '../../content/index.ts';
import type { LineMistake, Row } from '../model/brought.ts';
import { areaFinder, MOST_ROWS, type ReadRow } from './check.ts';

type Column = 'area' | 'year' | 'value' | 'lower' | 'upper' | 'sex' | 'age';

/** What a column may be called: as in the file that Omzien gives, or in Dutch. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  area: ['area', 'gebied', 'gemeente', 'gemeentecode'],
  year: ['year', 'jaar'],
  value: ['value', 'waarde', 'aantal', 'percentage'],
  lower: ['lower', 'ondergrens'],
  upper: ['upper', 'bovengrens'],
  sex: ['sex', 'geslacht'],
  age: ['age', 'leeftijd'],
};
const SEXES: Readonly<Record<string, Row['sex']>> = {
  '': 'all',
  all: 'all',
  alle: 'all',
  totaal: 'all',
  men: 'men',
  mannen: 'men',
  man: 'men',
  women: 'women',
  vrouwen: 'women',
  vrouw: 'women',
};

export type ReadFile = { readonly rows: readonly ReadRow[]; readonly mistakes: readonly LineMistake[] };

/**
 * Reads figures from a CSV: columns apart by semicolon, comma or tab (RFC 4180), the first line names them, decimals with
 * a comma or a point. Every mistake with its line. Columns that it does not know, such as `indicator`, are left.
 */
export function readCsv(region: Region, bytes: Uint8Array): ReadFile {
  const whole = (nl: string, en: string): ReadFile => ({ rows: [], mistakes: [{ line: 0, text: { nl, en } }] });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What a Dutch spreadsheet saves when it is not asked for UTF-8.
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  const head = /^[^\r\n]*/.exec(text)![0];
  const delimiter = [';', '\t', ','].find((one) => head.includes(one)) ?? ';';
  let lines: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  try {
    lines = parse(text, {
      delimiter,
      bom: true,
      trim: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: MOST_ROWS + 2,
    }) as unknown as typeof lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 0);
    return {
      rows: [],
      mistakes: [
        {
          line,
          text: {
            nl: 'Hier klopt een aanhalingsteken niet. Open het bestand in een rekenblad en sla het opnieuw op als CSV.',
            en: 'A quotation mark is wrong here. Open the file in a spreadsheet and save it as CSV again.',
          },
        },
      ],
    };
  }
  const [names, ...rest] = lines;
  if (!names || rest.length === 0)
    return whole('Er staan geen cijfers in dit bestand.', 'There are no figures in this file.');
  if (rest.length > MOST_ROWS)
    return whole(`Een bestand heeft ten hoogste ${MOST_ROWS} regels.`, `A file has at most ${MOST_ROWS} lines.`);
  const places = new Map(
    (Object.keys(NAMES) as Column[]).flatMap((column) => {
      const place = names.record.findIndex((name) => NAMES[column].includes(name.toLowerCase()));
      return place < 0 ? [] : [[column, place] as const];
    }),
  );
  const missing = (['area', 'year', 'value'] as const).filter((column) => !places.has(column));
  if (missing.length > 0) {
    const said = (at: number) => missing.map((column) => `‘${NAMES[column][at]}’`).join(', ');
    return whole(
      `De eerste regel noemt de kolommen. Deze ontbreken: ${said(1)}.`,
      `The first line names the columns. These are missing: ${said(0)}.`,
    );
  }
  const findArea = areaFinder(region);
  const postcodes = new Set(region.postcodes.map(({ code }) => code));
  const mistakes: LineMistake[] = [];
  const rows = rest.flatMap(({ record, info }): readonly ReadRow[] => {
    const line = info.lines;
    const of = (column: Column) => (places.has(column) ? (record[places.get(column)!] ?? '') : '');
    const row = readRow(of, findArea, (written) => postcodes.has(written), delimiter === ',' ? '.' : ',');
    if ('area' in row) return [{ line, row }];
    mistakes.push(...row.wrong.map((text) => ({ line, text })));
    return [];
  });
  return { rows, mistakes };
}

function readRow(
  of: (column: Column) => string,
  findArea: (written: string) => string | undefined,
  isPostcode: (written: string) => boolean,
  decimals: ',' | '.',
): Row | { readonly wrong: readonly LineMistake['text'][] } {
  const wrong: LineMistake['text'][] = [];
  const area = findArea(of('area'));
  if (area === undefined)
    wrong.push(
      isPostcode(of('area'))
        ? {
            nl: `${of('area')} is een postcodegebied. Cijfers daarvan worden geteld, en niet ingebracht. Haal de regel weg.`,
            en: `${of('area')} is a postcode area. Figures of these are counted, and not brought in. Remove the line.`,
          }
        : {
            nl: `‘${of('area')}’ is geen gebied dat wij kennen. Schrijf de naam of de CBS-code van een gemeente.`,
            en: `‘${of('area')}’ is no area that we know. Write the name or the CBS code of a municipality.`,
          },
    );
  const year = /^\d{4}$/.test(of('year')) ? Number(of('year')) : Number.NaN;
  if (!(year >= 1990 && year <= 2100))
    wrong.push({
      nl: `‘${of('year')}’ is geen jaar. Schrijf vier cijfers, zoals 2024.`,
      en: `‘${of('year')}’ is no year. Write four digits, such as 2024.`,
    });
  const number = (column: 'value' | 'lower' | 'upper'): number | null => {
    if (of(column) === '') return null;
    const read = numberOf(of(column), decimals);
    if (read === undefined)
      wrong.push({
        nl: `‘${of(column)}’ is geen getal. Schrijf alleen cijfers, met een komma voor decimalen.`,
        en: `‘${of(column)}’ is no number. Write digits only, with a comma or a point for decimals.`,
      });
    return read ?? null;
  };
  const value = number('value');
  if (value === null && of('value') === '')
    wrong.push({
      nl: 'De waarde ontbreekt. Vul haar in, of haal de regel weg.',
      en: 'The value is missing. Fill it in, or remove the line.',
    });
  const [lower, upper] = [number('lower'), number('upper')];
  const sex = SEXES[of('sex').toLowerCase()];
  if (!sex)
    wrong.push({
      nl: `‘${of('sex')}’ is geen geslacht dat wij kennen. Schrijf ‘mannen’, ‘vrouwen’ of niets.`,
      en: `‘${of('sex')}’ is no sex that we know. Write ‘men’, ‘women’ or nothing.`,
    });
  const age = ['', 'alle', 'totaal'].includes(of('age').toLowerCase()) ? 'all' : of('age');
  if (!/^(?:all|\d{1,3}-\d{1,3}|\d{1,3}\+)$/.test(age))
    wrong.push({
      nl: `‘${age}’ is geen leeftijd. Schrijf bijvoorbeeld ‘65-69’ of ‘95+’, of niets.`,
      en: `‘${age}’ is no age. Write for example ‘65-69’ or ‘95+’, or nothing.`,
    });
  if (wrong.length > 0 || area === undefined || value === null || !sex) return { wrong };
  return { area, year, sex, age, value, lower, upper };
}

/**
 * A number as people write it. Between columns that are apart by a comma the decimals have a point, as in the file that
 * Omzien gives; else a comma, and a point is of thousands where it can only be that.
 */
export function numberOf(written: string, decimals: ',' | '.'): number | undefined {
  const bare = written.replace(/[\s\u00a0']/g, '').replace(/^\u2212/, '-');
  const thousands = decimals === ',' && /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare);
  const plain = (thousands ? bare.replaceAll('.', '') : bare).replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
