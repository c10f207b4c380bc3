import { DOMAINS, type Region } from '../../content/index.ts';
import type { Visited } from '../../directory/index.ts';
import { distanceKm } from '../../platform/index.ts';

/** Kinds of services, as the directory has them. */
export const KINDS = DOMAINS;
export type Kind = (typeof KINDS)[number];
/** The circles, in kilometres. */
export const CIRCLES = [0.5, 1, 2, 5] as const;

/** The nearest service of a kind from the middle of a postcode area, as the crow flies. */
export type Nearest = {
  readonly postcode: string;
  readonly kind: Kind;
  readonly service: string;
  readonly km: number;
};

/** A little less than a degree of latitude on the sphere of `distanceKm` (111.19 km): a bound may not be too high. */
const KM_A_DEGREE = 111;

/** Of every postcode area and kind the nearest service, where there is one that its residents may go to. */
export function nearestOf(postcodes: Region['postcodes'], spots: readonly Visited[]): readonly Nearest[] {
  const byKind = Map.groupBy(spots, ({ domain }) => domain);
  return postcodes.flatMap((area) =>
    KINDS.flatMap((kind): readonly Nearest[] => {
      let best: Nearest | undefined;
      for (const spot of byKind.get(kind) ?? []) {
        if (spot.residentsOf !== null && spot.residentsOf !== area.municipality) continue;
        // The way there is never shorter than the part of it to the north or south; most need no more than that.
        if (best && Math.abs(spot.lat - area.lat) * KM_A_DEGREE > best.km) continue;
        const km = distanceKm(area, spot);
        if (!best || km < best.km) best = { postcode: area.code, kind, service: spot.id, km };
      }
      return best ? [best] : [];
    }),
  );
}

/** Part of the people (0–1) who live in an area with something of this kind within so many kilometres; undefined: nobody. */
export function shareWithin(
  areas: readonly { readonly people: number; readonly km: number | undefined }[],
  circle: number,
): number | undefined {
  const all = areas.reduce((sum, { people }) => sum + people, 0);
  if (all === 0) return undefined;
  return areas.reduce((sum, { people, km }) => sum + (km !== undefined && km <= circle ? people : 0), 0) / all;
}
