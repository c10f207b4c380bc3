import type { Outline } from './geojson.ts';

/** One municipality as SVG draws it, on a grid of whole steps that all of them share. */
export type Drawn = {
  readonly municipality: string;
  readonly path: string;
  readonly label_x: number;
  readonly label_y: number;
  readonly width: number;
  readonly height: number;
};

const WIDTH = 800;

/**
 * Draws outlines on one grid: a degree of longitude is as wide as it is in the middle of the region. Every position goes
 * to the nearest point of the grid, so that what two neighbours share stays shared, and what falls together is drawn once.
 */
export function drawn(outlines: readonly Outline[]): readonly Drawn[] {
  const all = outlines.flatMap(({ rings }) => rings.flat());
  const [west, east] = rangeOf(all.map(([longitude]) => longitude));
  const [south, north] = rangeOf(all.map(([, latitude]) => latitude));
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / ((east - west) * narrow);
  const height = Math.ceil((north - south) * scale);
  const place = ([longitude, latitude]: readonly [number, number]): Point => [
    Math.round((longitude - west) * narrow * scale),
    Math.round((north - latitude) * scale),
  ];
  return outlines.map(({ municipality, rings }) => {
    const shapes = rings.map((ring) => thinned(ring.map(place))).filter((ring) => ring.length >= 3);
    const largest = shapes.toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0] ?? [[0, 0]];
    const [x, y] = middleOf(largest);
    const path = shapes.map((ring) => `M${ring.map((point) => point.join(' ')).join('L')}Z`).join('');
    return { municipality, path, label_x: x, label_y: y, width: WIDTH, height };
  });
}

type Point = readonly [number, number];

function rangeOf(values: readonly number[]): readonly [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

/** Without a point twice in a row; the last one of a ring is its first. */
function thinned(ring: readonly Point[]): readonly Point[] {
  const kept = ring.filter((point, index) => index === 0 || point.join() !== ring[index - 1]!.join());
  return kept.length > 1 && kept[0]!.join() === kept.at(-1)!.join() ? kept.slice(0, -1) : kept;
}

/** Twice the area, by the shoelace formula. */
const areaOf = (ring: readonly Point[]): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);

/** The centre of gravity of a ring. */
function middleOf(ring: readonly Point[]): Point {
  const twice = areaOf(ring);
  if (twice === 0) return ring[0]!;
  const [x, y] = ring.reduce<Point>(
    ([sumX, sumY], [fromX, fromY], index) => {
      const [toX, toY] = ring[(index + 1) % ring.length]!;
      const cross = fromX * toY - toX * fromY;
      return [sumX + (fromX + toX) * cross, sumY + (fromY + toY) * cross];
    },
    [0, 0],
  );
  return [Math.round(x / (3 * twice)), Math.round(y / (3 * twice))];
}
