import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { shippedRegion } from '../../../test/support/pathways.ts';
import { checkRows } from './check.ts';
import { numberOf, readCsv } from './csv.ts';

const region = shippedRegion();
const read = (text: string) => readCsv(region, new TextEncoder().encode(text));
const said = (text: string) => read(text).mistakes.map(({ line, text: words }) => [line, words.nl.slice(0, 40)]);

describe('a file with figures', () => {
  it('is read with area by name, id or CBS code, whatever the columns are apart by', () => {
    const rows = [
      read('gebied;jaar;waarde\nBorne;2024;1.234,5\nGM0141;2024;12\n'),
      read('area,year,value\r\nborne,2024,1234.5\r\nalmelo,2024,12\r\n'),
      read('\uFEFFgemeente\tjaar\twaarde\nBORNE\t2024\t1234,5\nAlmelo\t2024\t12'),
    ];
    for (const { rows: found, mistakes } of rows) {
      assert.deepEqual(mistakes, []);
      assert.deepEqual(
        found.map(({ line, row }) => [line, row.area, row.year, row.value, row.sex, row.age]),
        [
          [2, 'borne', 2024, 1234.5, 'all', 'all'],
          [3, 'almelo', 2024, 12, 'all', 'all'],
        ],
      );
    }
  });

  it('is read as Omzien itself gives it, and as an old spreadsheet saves it', () => {
    const own = 'indicator,area,series,year,sex,age,value,lower,upper\nx,twente,y,2021,women,65-69,20.745,,\n';
    assert.deepEqual(read(own).rows[0]?.row, {
      area: 'twente',
      year: 2021,
      sex: 'women',
      age: '65-69',
      value: 20.745,
      lower: null,
      upper: null,
    });
    const old = new Uint8Array([
      ...new TextEncoder().encode('gebied;jaar;waarde;caf'),
      0xe9,
      ...new TextEncoder().encode('\nBorne;2024;1;x\n'),
    ]);
    assert.equal(readCsv(region, old).rows.length, 1);
  });

  it('says of each line what is wrong in it', () => {
    assert.deepEqual(
      said(
        'gebied;jaar;waarde;geslacht\nAtlantis;2024;1;\nBorne;24;1;\n\nBorne;2024;veel;\nBorne;2024;;\nBorne;2024;1;x\n',
      ),
      [
        [2, '‘Atlantis’ is geen gebied dat wij kennen'],
        [3, '‘24’ is geen jaar. Schrijf vier cijfers,'],
        [5, '‘veel’ is geen getal. Schrijf alleen cij'],
        [6, 'De waarde ontbreekt. Vul haar in, of haa'],
        [7, '‘x’ is geen geslacht dat wij kennen. Sch'],
      ],
    );
    assert.deepEqual(said('gebied;jaar;waarde\n7511;2024;1\n'), [[2, '7511 is een postcodegebied. Cijfers daar']]);
    assert.deepEqual(said(''), [[0, 'Er staan geen cijfers in dit bestand.']]);
    assert.deepEqual(said('naam;jaar\nx;1\n'), [[0, 'De eerste regel noemt de kolommen. Deze ']]);
    assert.equal(said('gebied;jaar;waarde\nBorne;2024;"1\n')[0]?.[1], 'Hier klopt een aanhalingsteken niet. Ope');
  });

  it('may not hold what cannot be: twice the same, more than everybody, half a person, another municipality', () => {
    const { rows } = read(
      'gebied;jaar;waarde;ondergrens;bovengrens\nBorne;2024;101;;\nBorne;2024;5;6;7\nAlmelo;2024;5;4;\nBorne;2023;2,5;;\n',
    );
    const mine = { area: 'borne', name: 'Borne' };
    const lines = (unit: 'percent' | 'people', only?: typeof mine) =>
      checkRows({ unit }, rows, only).map(({ line }) => line);
    assert.deepEqual(lines('percent'), [2, 3, 3, 4]);
    assert.deepEqual(lines('people'), [3, 3, 4, 5]);
    assert.deepEqual(lines('percent', mine), [2, 3, 3, 4, 4]);
  });

  it('holds numbers that mean the same however they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 1, max: 99 }), (whole, part) => {
        const value = Number(`${whole}.${String(part).padStart(2, '0')}`);
        const dutch = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2 }).format(value);
        assert.equal(numberOf(dutch, ','), value);
        assert.equal(numberOf(String(value), '.'), value);
      }),
    );
    assert.equal(numberOf('12.345', ','), 12_345);
    assert.equal(numberOf('12.345', '.'), 12.345);
    assert.equal(numberOf('1e5', '.'), undefined);
  });
});
