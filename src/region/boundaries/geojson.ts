import { z } from 'zod';
import type { Region } from '../../content/index.ts';

/** GeoJSON (RFC 7946): positions are longitude, then latitude, in degrees. */
const position = z.tuple([z.number(), z.number()]).rest(z.number());
const ring = z.array(position).min(4);
const polygon = z.array(ring).min(1);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
]);

/** The boundaries of one municipality: rings of positions. */
export type Outline = {
  readonly municipality: string;
  readonly rings: readonly (readonly (readonly [number, number])[])[];
};
export type Read =
  | { readonly ok: true; readonly outlines: readonly Outline[] }
  | { readonly ok: false; readonly mistakes: readonly string[] };

export const MOST_BYTES = 50_000_000;
const MOST_POSITIONS = 500_000;
const MOST_MISTAKES = 20;
/** Roomy around the Netherlands: positions in metres of the national grid fall outside it. */
const BOUNDS = { west: 3, east: 7.5, south: 50.5, north: 53.8 };

/**
 * Reads a GeoJSON with a feature for every municipality of the region, by its CBS code (`GM0153`) in any property; where a
 * feature has no such code, by the name of the municipality as the region writes it. What it
 * holds of other municipalities is left aside. Says of each mistake where it is and what to do.
 */
export function readBoundaries(text: string, region: Pick<Region, 'municipalities'>): Read {
  const wrong = (...mistakes: readonly string[]): Read => ({ ok: false, mistakes: mistakes.slice(0, MOST_MISTAKES) });
  if (text.length > MOST_BYTES)
    return wrong(`The file is larger than ${MOST_BYTES / 1_000_000} MB. Take a coarser version.`);
  const parsed = jsonOf(text);
  if (parsed === undefined) return wrong('The file is not JSON. Save it as GeoJSON and try again.');
  const collection = z
    .object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })
    .safeParse(parsed);
  if (!collection.success) return wrong('The file is no GeoJSON FeatureCollection.');
  const byCode = new Map(region.municipalities.map(({ id, cbsCode }) => [cbsCode, id]));
  const byName = new Map(region.municipalities.map(({ id, name }) => [name, id]));
  const outlines = new Map<string, Outline>();
  const mistakes: string[] = [];
  for (const [index, feature] of collection.data.features.entries()) {
    const { properties, geometry: given } = (feature ?? {}) as { properties?: object; geometry?: unknown };
    const municipality = municipalityOf(Object.values(properties ?? {}), byCode, byName);
    if (municipality === undefined) continue;
    const place = `Feature ${index + 1} (${municipality})`;
    if (outlines.has(municipality)) mistakes.push(`${place}: this municipality is in the file twice. Keep one.`);
    const shape = geometry.safeParse(given);
    if (!shape.success) {
      mistakes.push(
        `${place}: the geometry is no Polygon or MultiPolygon with closed rings of four positions or more.`,
      );
      continue;
    }
    const rings = (shape.data.type === 'Polygon' ? [shape.data.coordinates] : shape.data.coordinates)
      .flat()
      .map((one) => one.map(([longitude, latitude]) => [longitude, latitude] as const));
    const outside = rings.flat().find(isOutside);
    if (outside)
      mistakes.push(
        `${place}: position ${outside.join(', ')} is not in the Netherlands. Save the file in WGS 84 (EPSG:4326), longitude first.`,
      );
    if (rings.some((one) => one[0]!.join() !== one.at(-1)!.join()))
      mistakes.push(`${place}: a ring is not closed: its last position must be its first.`);
    outlines.set(municipality, { municipality, rings });
  }
  const missing = region.municipalities.filter(({ id }) => !outlines.has(id));
  if (missing.length > 0 && mistakes.length === 0)
    mistakes.push(
      `No feature has the CBS code (or, without codes, the name) of: ${missing.map(({ name, cbsCode }) => `${name} (${cbsCode})`).join(', ')}. Each municipality needs one.`,
    );
  const positions = [...outlines.values()].reduce((sum, { rings }) => sum + rings.flat().length, 0);
  if (positions > MOST_POSITIONS) mistakes.push(`The boundaries have ${positions} positions. Take a coarser version.`);
  return mistakes.length > 0 ? wrong(...mistakes) : { ok: true, outlines: [...outlines.values()] };
}

function municipalityOf(
  values: readonly unknown[],
  byCode: ReadonlyMap<string, string>,
  byName: ReadonlyMap<string, string>,
): string | undefined {
  const texts = values.flatMap((value) => (typeof value === 'string' ? [value.trim()] : []));
  // A code of another municipality settles it: several have parts, or had namesakes.
  const known = texts.some((text) => /^GM\d{4}$/.test(text)) ? byCode : byName;
  return texts.map((text) => known.get(text)).find((id) => id !== undefined);
}

const isOutside = ([longitude, latitude]: readonly [number, number]): boolean =>
  !(longitude > BOUNDS.west && longitude < BOUNDS.east && latitude > BOUNDS.south && latitude < BOUNDS.north);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
