import type { Region } from '../content/index.ts';
import { localDate, systemActor } from '../platform/index.ts';
import { createManyPatients, type Loaded, type RecordGround } from '../record/index.ts';
import { type Persona, personaPatients, seedPersonas } from './personas.ts';
import { bulkResidents } from './synthetic/bulk.ts';
import { syntheticResidents } from './synthetic/residents.ts';

/** The seed of the residents of the demo; with it resident n is the same in every demo of a region. */
export const DEMO_SEED = 'omzien';

export type SeededDemo = {
  readonly personas: readonly Persona[];
  /** The residents among the personas and the synthetic ones together. */
  readonly residents: Loaded;
};

/**
 * Fills a demo: the personas with their roles and accounts, their own records, and `residents` synthetic residents
 * (18 and over) from number 0 on. Idempotent; a larger number later adds the rest. The directory comes first.
 */
export async function seedDemo(
  ground: RecordGround,
  region: Region,
  ask: { readonly issuer: string; readonly residents?: number },
): Promise<SeededDemo> {
  const { personas } = await seedPersonas(ground, region, ask.issuer);
  const own = await createManyPatients(ground, systemActor('demo'), personaPatients(region), { door: 'bulk' });
  const today = localDate(ground.clock.now());
  const count = ask.residents ?? 2000;
  const others = await bulkResidents(ground, syntheticResidents({ count, seed: DEMO_SEED, region, today }));
  await refreshStatistics(ground);
  return {
    personas,
    residents: {
      created: own.created + others.created,
      present: own.present + others.present,
      refused: [...own.refused, ...others.refused],
    },
  };
}

/** Queries are planned on what the tables hold now; without this a load is read slowly until the database looks by itself. */
async function refreshStatistics(ground: RecordGround): Promise<void> {
  await ground.pool.query('select platform.refresh_statistics()');
}
