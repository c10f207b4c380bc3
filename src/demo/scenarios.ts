import type { Region } from '../content/index.ts';
import type { Ground } from '../platform/index.ts';
import { keepScenario, listScenarios, shareScenario } from '../region/index.ts';
import { personaAtWork } from './case-staff.ts';

const DOOR = { door: 'bulk' } as const;

/** Two that answer one question, so that they can be held beside each other. Not run yet: whoever looks can do that. */
const SCENARIOS: readonly Parameters<typeof keepScenario>[2][] = [
  {
    name: 'Voorbeeld: valpreventie voor een vijfde',
    approaches: [{ name: 'falls', reach: 0.2, start: 2027, rampUp: 3 }],
  },
  {
    name: 'Voorbeeld: valpreventie voor wie alleen woont, met respijtzorg',
    approaches: [
      { name: 'falls', reach: 0.4, start: 2027, rampUp: 5, onlyAlone: true },
      { name: 'respite', reach: 0.15, start: 2028, rampUp: 3 },
    ],
  },
];

/** Gives the fictional policy adviser of the region kept scenarios that colleagues may read, once. */
export async function seedScenarios(ground: Ground, region: Region): Promise<void> {
  const actor = personaAtWork(region, 'policy-adviser');
  if (!region.demography || (await listScenarios(ground, actor, DOOR)).length > 0) return;
  for (const scenario of SCENARIOS) {
    const kept = await keepScenario(ground, actor, scenario, DOOR);
    if (!kept.ok) throw new Error('a scenario of the demo could not be kept');
    await shareScenario(ground, actor, { id: kept.value, shared: true }, DOOR);
  }
}
