import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FIGURES, type FigureName, type Findings } from '../../simulation/findings.ts';
import { NOTHING, placesOf, worthOf } from './worth.ts';

/** One municipality and the region, two years; each outcome the same in both. */
function findings(values: Partial<Record<FigureName, readonly [number, number]>>): Findings {
  const cells = Float64Array.from({ length: 2 * 3 * FIGURES.length }, (_, at) => {
    const year = Math.floor(at / FIGURES.length) % 3;
    return values[FIGURES[at % FIGURES.length]!]?.[year] ?? 0;
  });
  return { areas: 2, years: 2, cells };
}

describe('what a scenario is worth', () => {
  it('counts all payers, and what comes a year later less: costs 3%, healthy years 1.5%, for society 2.25%', () => {
    const { cost, effect, society } = worthOf(
      findings({ municipality: [-1000, 0], insurer: [0, 515], household: [0, 515], healthyYears: [0, 10.15] }),
    );
    assert.ok(Math.abs(cost - 0) < 1e-9, `${cost}`);
    assert.ok(Math.abs(effect - 10) < 1e-9);
    assert.ok(Math.abs(society - (-1000 + 1030 / 1.0225)) < 1e-9);
    assert.deepEqual(worthOf(findings({})), { cost: 0, effect: 0, society: 0 });
  });

  it('stands beside doing nothing: dearer and better, better and cheaper, or beaten', () => {
    const worth = (cost: number, effect: number) => ({ cost, effect, society: 0 });
    const told = (...scenarios: readonly (readonly [string, number, number])[]) =>
      Object.fromEntries(
        placesOf(scenarios.map(([id, cost, effect]) => ({ id, worth: worth(cost, effect) }))).map(
          ({ id, standing, ratio }) => [id, ratio ?? standing],
        ),
      );
    assert.deepEqual(told(['dear', 50_000, 2]), { [NOTHING]: 'frontier', dear: 25_000 });
    assert.deepEqual(told(['saves', -50_000, 2]), { [NOTHING]: 'dominated', saves: 'frontier' });
    assert.deepEqual(told(['worse', 50_000, -2]), { worse: 'dominated', [NOTHING]: 'frontier' });
  });
});
