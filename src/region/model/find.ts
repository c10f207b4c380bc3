import type { Region } from '../../content/index.ts';
import { createPlaces, type Places } from '../../directory/index.ts';
import { type Area, anyAreaOf, areaOf, areasIn } from './area.ts';

/** What somebody may mean by what they typed: a postcode, a place or a municipality. */
export type Meant =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  /** `areas`: one, or those to choose from, a municipality first. `as`: the name that was understood. */
  | { readonly kind: 'found'; readonly as: string; readonly areas: readonly Area[] };

const known = new WeakMap<Region['postcodes'], Places>();

/** Finds areas as people type them: `7511`, `7511 AB`, `Glanerbrug`, also with a typing error. */
export function findArea(region: Region, typed: string): Meant {
  const places = known.get(region.postcodes) ?? createPlaces(region);
  known.set(region.postcodes, places);
  const found = places.find(typed);
  if (found.kind === 'none' || found.kind === 'unknown') return { kind: found.kind };
  if (found.kind === 'several') {
    const areas = found.places.flatMap(({ typed: code, municipality }) => {
      const { place } = region.postcodes.find((one) => one.code === code)!;
      return areasIn(region, municipality).filter(({ name }) => name.endsWith(` ${place}`));
    });
    return { kind: 'found', as: typed, areas };
  }
  const { typed: name } = found.place;
  const postcode = anyAreaOf(region, name);
  if (postcode?.kind === 'postcode') return { kind: 'found', as: postcode.name, areas: [postcode] };
  const municipality = region.municipalities.find((one) => one.name === name);
  const inside = areasIn(region).filter((area) => area.name === `${area.id} ${name}`);
  const whole = areaOf(region, municipality?.id);
  return { kind: 'found', as: name, areas: [...(whole ? [whole] : []), ...inside] };
}
