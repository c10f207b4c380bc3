/** A point on the map in WGS 84; of a resident, the centroid of the postcode. */
export type Point = { readonly lat: number; readonly lon: number };

/** Great-circle distance in kilometres (haversine; earth radius 6371.0088 km, IUGG mean): as the crow flies. */
export function distanceKm(a: Point, b: Point): number {
  const rad = (degrees: number): number => (degrees * Math.PI) / 180;
  const h =
    Math.sin(rad(b.lat - a.lat) / 2) ** 2 +
    Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)));
}
