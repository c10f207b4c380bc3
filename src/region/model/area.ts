import type { Region } from '../../content/index.ts';

/** An area of which figures are told: a municipality, the region, or an area outside it to compare with. */
export type Area = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'municipality' | 'here' | 'country' | 'province' | 'region';
};

/** The region itself, its municipalities by name, and the areas outside it. */
export function areasOf(region: Region): readonly Area[] {
  const municipalities = region.municipalities
    .map(({ id, name }): Area => ({ id, name, kind: 'municipality' }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
  return [{ id: region.id, name: region.name, kind: 'here' }, ...municipalities, ...region.monitor.areas];
}

/** The area with this id; undefined when there is none. */
export const areaOf = (region: Region, id: string | undefined): Area | undefined =>
  areasOf(region).find((area) => area.id === id);
