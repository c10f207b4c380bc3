import type { Region } from '../../content/index.ts';

/** An area of which figures are told: a municipality, the region, an area outside it to compare with, a postcode area. */
export type Area = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'municipality' | 'here' | 'country' | 'province' | 'region' | 'postcode';
  /** The municipality that a postcode area lies in. */
  readonly within?: string;
};

/** The region itself, its municipalities by name, and the areas outside it; postcode areas are of a municipality (`areasIn`). */
export function areasOf(region: Region): readonly Area[] {
  const municipalities = region.municipalities
    .map(({ id, name }): Area => ({ id, name, kind: 'municipality' }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
  return [{ id: region.id, name: region.name, kind: 'here' }, ...municipalities, ...region.monitor.areas];
}

/** The area with this id, other than a postcode area; undefined when there is none. */
export const areaOf = (region: Region, id: string | undefined): Area | undefined =>
  areasOf(region).find((area) => area.id === id);

type Code = Region['postcodes'][number];
const postcodeArea = ({ code, place, municipality }: Code): Area => ({
  id: code,
  name: `${code} ${place}`,
  kind: 'postcode',
  within: municipality,
});

/** The four-digit postcode areas of a municipality, by number; those of the whole region without one. */
export const areasIn = (region: Region, municipality?: string): readonly Area[] =>
  region.postcodes
    .filter((one) => municipality === undefined || one.municipality === municipality)
    .map(postcodeArea)
    .toSorted((a, b) => a.id.localeCompare(b.id));

/** As `areaOf`, and also the postcode area with this number. */
export function anyAreaOf(region: Region, id: string | undefined): Area | undefined {
  const code = region.postcodes.find((one) => one.code === id);
  return code ? postcodeArea(code) : areaOf(region, id);
}

/** The municipality that an area is or lies in; undefined for a wider one. */
export const municipalityIn = ({ id, kind, within }: Area): string | undefined =>
  kind === 'municipality' ? id : within;

/** At which place the counts of residents have a municipality; undefined for the region, which is all of them. */
export function placeOf({ population }: Pick<Region, 'population'>, area: string): number | undefined {
  const place = population.municipalities.findIndex(({ municipality }) => municipality === area);
  return place < 0 ? undefined : place;
}
