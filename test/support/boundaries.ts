import type { Region } from '../../src/content/index.ts';

type Feature = {
  type: 'Feature';
  properties: Record<string, unknown>;
  geometry: { type: string; coordinates: unknown };
};

/** Made-up boundaries: each municipality a square beside the others, by where its tile stands; and one that is not of the region. */
export function madeUpBoundaries(region: Region): { type: 'FeatureCollection'; features: Feature[] } {
  const square = (column: number, row: number) => {
    const [west, north] = [6.4 + column * 0.1, 52.6 - row * 0.06];
    const [east, south] = [west + 0.1, north - 0.06];
    // One side is wavy, so that there is something to thin out.
    const side = Array.from({ length: 200 }, (_, n) => [west + (n / 200) * 0.1, north - (n % 2) * 0.000001]);
    return [[...side, [east, north], [east, south], [west, south], [west, north]]];
  };
  return {
    type: 'FeatureCollection',
    features: [
      ...region.monitor.tiles.map(({ municipality, column, row }): Feature => {
        const { cbsCode, name } = region.municipalities.find(({ id }) => id === municipality)!;
        const several = municipality === 'almelo';
        return {
          type: 'Feature',
          properties: { statnaam: name, statcode: cbsCode },
          geometry: several
            ? { type: 'MultiPolygon', coordinates: [square(column, row)] }
            : { type: 'Polygon', coordinates: square(column, row) },
        };
      }),
      {
        type: 'Feature',
        properties: { statcode: 'GM9999' },
        geometry: { type: 'Polygon', coordinates: square(1, 20) },
      },
    ],
  };
}
