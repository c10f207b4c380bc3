import { fileURLToPath } from 'node:url';
import { loadRegion, type Region } from '../../src/content/index.ts';

/** The region that the house comes with, read from its folder. */
export function twente(): Region & { readonly demography: NonNullable<Region['demography']> } {
  const loaded = loadRegion(fileURLToPath(new URL('../../region/twente', import.meta.url)));
  if (!loaded.ok || !loaded.region.demography) throw new Error('the content of the region has mistakes');
  return { ...loaded.region, demography: loaded.region.demography };
}
