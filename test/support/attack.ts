import assert from 'node:assert/strict';
import highsModule, { type Highs } from 'highs';
import { type Cell, POSSIBLE_VALUES, publishTable, type Sum } from '../../src/figures/index.ts';

/** A whole table of counts, as it goes to be published. */
export type Table = { readonly cells: readonly Cell[]; readonly sums: readonly Sum[] };

/** Its types are those of another module system than its code. */
const loadHighs = highsModule as unknown as typeof highsModule.default;
const highs: Highs = await loadHighs();

/**
 * What somebody works out who has all that is shown: of each count that is not shown the lowest and highest whole number
 * that fits. They know the sums, the rounding, that shown counts are 10 or more, and why each hidden one is hidden.
 */
function attacked({
  cells,
  sums,
}: Table): readonly { readonly id: string; readonly count: number; readonly low: number; readonly high: number }[] {
  const shown = publishTable(cells, sums);
  const name = new Map(cells.map(({ id }, at) => [id, `x${at}`]));
  const bounds = cells.map((cell) => {
    const value = shown.get(cell.id);
    if (cell.fixed) return ` ${name.get(cell.id)} = ${cell.count}`;
    if (cell.unshown) return ` 0 <= ${name.get(cell.id)} <= 100000`;
    if (value === null || value === undefined)
      return cell.count < 10 ? ` 0 <= ${name.get(cell.id)} <= 9` : ` 10 <= ${name.get(cell.id)} <= 100000`;
    return ` ${Math.max(10, value - 2)} <= ${name.get(cell.id)} <= ${value + 2}`;
  });
  const rules = sums.map(
    ({ total, parts }, at) => ` c${at}: ${name.get(total)} ${parts.map((part) => `- ${name.get(part)}`).join(' ')} = 0`,
  );
  const end = (id: string, way: 'Minimize' | 'Maximize') => {
    const problem = `${way}\n obj: ${name.get(id)}\nSubject To\n${rules.join('\n')}\nBounds\n${bounds.join('\n')}\nGeneral\n ${cells.map((cell) => name.get(cell.id)).join(' ')}\nEnd\n`;
    const solved = highs.solve(problem);
    assert.equal(solved.Status, 'Optimal', `${id}: ${solved.Status}`);
    return Math.round(solved.ObjectiveValue);
  };
  return cells
    .filter(({ id, unshown, count: people }) => (unshown ? people < 10 : shown.get(id) === null))
    .map(({ id, count: people }) => ({ id, count: people, low: end(id, 'Minimize'), high: end(id, 'Maximize') }));
}

/** Nobody narrows a hidden count to fewer values than may be. */
export function withstands(table: Table): void {
  for (const { id, count: people, low, high } of attacked(table)) {
    assert.ok(low <= people && people <= high, `${id}: the attack is wrong, ${people} is not in ${low}–${high}`);
    assert.ok(high - low + 1 >= POSSIBLE_VALUES, `${id} is ${people} and can only be ${low}–${high}`);
  }
}
