import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { twente } from '../../../test/support/region.ts';
import type { Scenario } from '../../simulation/index.ts';
import { type Order, openSimulator } from './simulator.ts';

const { population, demography } = twente();
const small = {
  ...population,
  municipalities: population.municipalities.map(({ municipality, men, women }) => ({
    municipality,
    men: men.map((count) => count / 40),
    women: women.map((count) => count / 40),
  })),
};
const order: Order = { residents: small, country: demography, from: 2023, until: 2040, seed: 11 };
const scenario: Scenario = {
  approaches: [
    { name: 'falls', reach: 0.3, start: 2025 },
    { name: 'weight', reach: 0.2, start: 2024 },
  ],
};

describe('somebody who runs a scenario', () => {
  it('gets the same people with one, two or three workers, also when several ask at once', async () => {
    const found = [];
    for (const workers of [1, 2, 3]) {
      const simulator = await openSimulator(order, workers);
      try {
        const [first, again] = await Promise.all([simulator.run(scenario), simulator.run(scenario)]);
        assert.deepEqual(first, again);
        found.push(first);
      } finally {
        await simulator.close();
      }
    }
    assert.ok(found[0]!.touched > 100);
    assert.deepEqual(found[1], found[0]);
    assert.deepEqual(found[2], found[0]);
  });

  it('is told what is wrong with a scenario, and may go on with the next simulator', async () => {
    const simulator = await openSimulator(order, 2);
    const twice: Scenario = { approaches: [...scenario.approaches, ...scenario.approaches] };
    await assert.rejects(simulator.run(twice), /chosen twice/);
    await simulator.close();
  });
});
