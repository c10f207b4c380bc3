import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Table, withstands } from '../../test/support/attack.ts';
import { type Cell, events, publishedProportion, publishedRate, publishTable, type Sum } from './index.ts';

/** Rows by columns with their totals, such as municipalities by sex. */
function crossed(rows: readonly (readonly number[])[]): Table {
  const columns = rows[0]!.length;
  const id = (row: number | 'all', column: number | 'all') => `r${row}c${column}`;
  const cells: Cell[] = [];
  const sums: Sum[] = [];
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  rows.forEach((row, r) => {
    row.forEach((count, c) => {
      cells.push({ id: id(r, c), count });
    });
    cells.push({ id: id(r, 'all'), count: total(row) });
    sums.push({ total: id(r, 'all'), parts: row.map((_, c) => id(r, c)) });
  });
  for (let c = 0; c < columns; c++) {
    cells.push({ id: id('all', c), count: total(rows.map((row) => row[c]!)) });
    sums.push({ total: id('all', c), parts: rows.map((_, r) => id(r, c)) });
  }
  cells.push({ id: id('all', 'all'), count: total(rows.flat()) });
  sums.push({ total: id('all', 'all'), parts: rows.map((_, r) => id(r, 'all')) });
  sums.push({ total: id('all', 'all'), parts: Array.from({ length: columns }, (_, c) => id('all', c)) });
  return { cells, sums };
}

/** The steps of a funnel in municipalities and together: each step counts part of the people of the one before it. */
function funnels(municipalities: readonly (readonly number[])[]): Table {
  const cells: Cell[] = [];
  const sums: Sum[] = [];
  const steps = municipalities[0]!.length;
  const falls = [
    ...municipalities,
    Array.from({ length: steps }, (_, step) => municipalities.reduce((sum, one) => sum + one[step]!, 0)),
  ];
  falls.forEach((counts, m) => {
    counts.forEach((count, step) => {
      cells.push({ id: `m${m}s${step}`, count });
      if (step === 0) return;
      cells.push({ id: `m${m}fell${step}`, count: counts[step - 1]! - count, unshown: true });
      sums.push({ total: `m${m}s${step - 1}`, parts: [`m${m}s${step}`, `m${m}fell${step}`] });
    });
  });
  for (let step = 0; step < steps; step++)
    sums.push({ total: `m${municipalities.length}s${step}`, parts: municipalities.map((_, m) => `m${m}s${step}`) });
  return { cells, sums };
}

const count = fc.oneof({ weight: 3, arbitrary: fc.nat(14) }, { weight: 2, arbitrary: fc.nat(90) });
const crossedTable = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )
  .map(crossed);
const funnelTable = fc
  .array(
    fc.array(count, { minLength: 4, maxLength: 4 }).map((steps) => steps.toSorted((a, b) => b - a)),
    { minLength: 1, maxLength: 4 },
  )
  .map(funnels);

describe('a table that is published', () => {
  it('hides what is under ten, and rounds the rest to five', () => {
    const shown = publishTable(
      [
        { id: 'a', count: 9 },
        { id: 'b', count: 12 },
        { id: 'c', count: 0 },
        { id: 'd', count: 63 },
      ],
      [],
    );
    assert.deepEqual([...shown.values()], [null, 10, null, 65]);
  });

  it('hides another where the small one would come out of the rounding: two nines in a total of eighteen', () => {
    const table = crossed([[9, 9]]);
    const shown = publishTable(table.cells, table.sums);
    assert.deepEqual([shown.get('r0c0'), shown.get('r0c1'), shown.get('r0call')], [null, null, null]);
    withstands(table);
  });

  it('keeps showing what gives nobody away', () => {
    const table = crossed([
      [63, 41],
      [80, 25],
    ]);
    const shown = publishTable(table.cells, table.sums);
    assert.ok([...shown.values()].every((value) => value !== null));
    const small = crossed([
      [63, 4],
      [80, 25],
      [70, 66],
    ]);
    const part = [...publishTable(small.cells, small.sums).values()].filter((value) => value === null).length;
    assert.ok(part >= 1 && part <= 3, `${part} of ${small.cells.length} hidden`);
  });

  it('refuses sums that are none', () => {
    assert.throws(
      () =>
        publishTable(
          [
            { id: 'a', count: 3 },
            { id: 'b', count: 4 },
          ],
          [{ total: 'a', parts: ['b'] }],
        ),
      RangeError,
    );
    assert.throws(() => publishTable([{ id: 'a', count: 3 }], [{ total: 'a', parts: ['b'] }]), RangeError);
  });

  it('withstands who works out every hidden count by integer programming: crossed tables', () => {
    fc.assert(fc.property(crossedTable, withstands), { numRuns: 15 });
  });

  it('withstands the same for the steps of a funnel, with who fell away between them', () => {
    fc.assert(fc.property(funnelTable, withstands), { numRuns: 10 });
  });

  it('is the same whatever the order of its cells, and only ever shows rounded counts of ten and more', () => {
    fc.assert(
      fc.property(crossedTable, ({ cells, sums }) => {
        const shown = publishTable(cells, sums);
        for (const { id, count: people } of cells) {
          const value = shown.get(id)!;
          assert.ok(value === null || (people >= 10 && value === Math.round(people / 5) * 5));
        }
        const all = [...shown.values()].every((value) => value !== null);
        assert.equal(all || cells.some(({ count: people }) => people < 10), true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a rate that is published', () => {
  it('tells no more than the rounded counts: whoever turns it round finds those again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 5000, max: 90_000 }),
        (part, more, years) => {
          const { a, b } = Object.fromEntries(
            publishTable(
              [
                { id: 'a', count: part },
                { id: 'b', count: part + more },
              ],
              [],
            ),
          ) as { a: number; b: number };
          const made = publishedRate(a, years, 1000)!;
          assert.ok(Math.abs((made.value * years) / 1000 - a) < 1e-6);
          assert.ok(Math.abs((made.upper * years) / 1000 - events(a).upper) < 1e-6);
          const share = publishedProportion(a, b)!;
          assert.ok(share.value <= 1 && Math.abs(share.value * b - Math.min(a, b)) < 1e-9);
        },
      ),
    );
    assert.equal(publishedRate(null, 100), null);
    assert.equal(publishedProportion(10, null), null);
  });
});
