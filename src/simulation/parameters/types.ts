/** Words for people, in both languages. */
export type Words = { readonly nl: string; readonly en: string };

/**
 * Where a number comes from: a source of the region's own content, plans or guidelines, or literature that was looked up
 * (author, year, what was measured, interval). Everything else is an assumption
 * that says why this number, also where literature has it that was not checked here; nobody mistakes it for a finding.
 */
export type Basis = { readonly source: Words } | { readonly assumption: Words };

type Named = { readonly label: Words; readonly unit: Words; readonly basis: Basis };

/** One number, with the range in which it lies with 95% certainty (absolute, lognormal between). */
export type Value = Named & {
  readonly kind: 'value';
  readonly value: number;
  readonly range: readonly [number, number];
};

/**
 * A number by age and sex: `men[i]` and `women[i]` at `ages[i]` (exact age), straight lines between, level before and
 * after. `range`: the 95% range of the level of the whole curve, as factors.
 */
export type Curve = Named & {
  readonly kind: 'curve';
  readonly ages: readonly number[];
  readonly men: readonly number[];
  readonly women: readonly number[];
  readonly range: readonly [number, number];
};
export type Parameter = Value | Curve;

export const value = (
  label: Words,
  unit: Words,
  at: number,
  range: readonly [number, number],
  basis: Basis,
): Value => ({
  kind: 'value',
  label,
  unit,
  value: at,
  range,
  basis,
});

/** A curve that is the same for men and women, or is told for both. */
export const curve = (
  label: Words,
  unit: Words,
  ages: readonly number[],
  men: readonly number[],
  women: readonly number[],
  range: readonly [number, number],
  basis: Basis,
): Curve => ({ kind: 'curve', label, unit, ages, men, women, range, basis });
