/** Something one can do: what it costs and what it brings, in the units of the reader (euros and healthy years). */
export type Option = { readonly id: string; readonly cost: number; readonly effect: number };

/**
 * `frontier`: nothing, nor a mix of two others, brings as much for less. `dominated`: another brings as much or more for
 * as much or less. `extendedly-dominated`: a mix of two others does.
 */
export type Standing = 'frontier' | 'dominated' | 'extendedly-dominated';

/** An option in its place. `ratio`: extra cost of one extra unit of effect against the one before it on the frontier. */
export type Placed = Option & { readonly standing: Standing; readonly ratio: number | undefined };

/** The incremental cost-effectiveness ratio: the extra cost of one extra unit of effect; undefined where the effect is the same. */
export function icer(from: Pick<Option, 'cost' | 'effect'>, to: Pick<Option, 'cost' | 'effect'>): number | undefined {
  return to.effect === from.effect ? undefined : (to.cost - from.cost) / (to.effect - from.effect);
}

/**
 * The options from the least to the most effect, each with its place on the cost-effectiveness frontier (Drummond et al.,
 * Methods for the Economic Evaluation of Health Care Programmes, ch. 4). Of two that cost and bring the same the first stays.
 */
export function frontier(options: readonly Option[]): readonly Placed[] {
  const ordered = options.toSorted((a, b) => a.effect - b.effect || a.cost - b.cost);
  const beaten = new Set(
    ordered.filter((one, at) =>
      ordered.some(
        (other, place) =>
          other !== one &&
          other.effect >= one.effect &&
          other.cost <= one.cost &&
          (other.effect > one.effect || other.cost < one.cost || place < at),
      ),
    ),
  );
  const hull: Option[] = [];
  for (const one of ordered) {
    if (beaten.has(one)) continue;
    // Ratios must rise along the frontier: where they fall, what stands between is beaten by a mix of its neighbours.
    while (hull.length >= 2 && icer(hull.at(-2)!, hull.at(-1)!)! >= icer(hull.at(-1)!, one)!) hull.pop();
    hull.push(one);
  }
  return ordered.map((one): Placed => {
    const at = hull.indexOf(one);
    if (at >= 0) return { ...one, standing: 'frontier', ratio: at === 0 ? undefined : icer(hull[at - 1]!, one) };
    return { ...one, standing: beaten.has(one) ? 'dominated' : 'extendedly-dominated', ratio: undefined };
  });
}
