/** A point in the drawing. */
export type Point = { readonly x: number; readonly y: number };

/** Direction of axis `index` of `count`, clockwise from straight up, in radians. */
export function axisAngle(index: number, count: number): number {
  return (index / count) * 2 * Math.PI - Math.PI / 2;
}

/** The point at `value` of `max` on an axis; `radius` is the length of the axis. */
export function pointOnAxis(
  centre: Point,
  radius: number,
  axis: { readonly index: number; readonly count: number },
  value: number,
  max: number,
): Point {
  const angle = axisAngle(axis.index, axis.count);
  const length = (value / max) * radius;
  return { x: centre.x + Math.cos(angle) * length, y: centre.y + Math.sin(angle) * length };
}

/** One decimal is enough for a drawing of a few hundred units. */
export function coordinate(value: number): string {
  return (Math.round(value * 10) / 10).toString();
}

/** A closed path through the points; parts with a missing value are left open. Empty when fewer than two remain. */
export function shapePath(points: readonly (Point | undefined)[]): string {
  const complete = points.every((point) => point !== undefined);
  const spot = (point: Point): string => `${coordinate(point.x)} ${coordinate(point.y)}`;
  if (complete) return `M${points.map((point) => spot(point as Point)).join('L')}Z`;
  const parts: string[] = [];
  points.forEach((point, index) => {
    const next = points[(index + 1) % points.length];
    if (point && next) parts.push(`M${spot(point)}L${spot(next)}`);
  });
  return parts.join('');
}
