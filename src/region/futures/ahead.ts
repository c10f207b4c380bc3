import type { FutureFigure, Futures, Region } from '../../content/index.ts';
import {
  AGES,
  aligned,
  numbers,
  outlook,
  PARAMETERS,
  type Projection,
  project,
  VARIANTS,
  type VariantName,
} from '../../simulation/index.ts';
import { type Reading, type SubjectLine, subjectOf } from './subjects.ts';

/** Until 1 January of this year: so far go the published expectations. */
export const LAST_YEAR = 2050;
export const VARIANT_NAMES = Object.keys(VARIANTS) as readonly VariantName[];

/** What somebody looks at: an area by id, how things may go, and whether totals are brought to those of the plans. */
export type FutureChoice = { readonly area: string; readonly variant: VariantName; readonly toPlans: boolean };

/** One year of a line, with its band. */
export type AheadPoint = {
  readonly year: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
};
export type AheadLine = { readonly key: SubjectLine['key']; readonly points: readonly AheadPoint[] };

/** One area from the year of the counts until `LAST_YEAR`. */
export type Ahead = {
  readonly years: readonly number[];
  readonly linesOf: (figure: FutureFigure) => readonly AheadLine[];
  /** Residents on 1 January, men from 0 to 99 and over, then women. */
  readonly peopleIn: (year: number) => Float64Array;
};

/** A region that can look ahead. */
export type AheadRegion = Region & Required<Pick<Region, 'demography' | 'futures'>>;
export const looksAhead = (region: Region): region is AheadRegion =>
  region.demography !== undefined && region.futures !== undefined;

type Known = {
  readonly variants: Readonly<Record<VariantName, Projection>>;
  readonly made: Map<string, Ahead>;
};
/** Projections stay: the counts of a region change with its content only (half a second to make, once). */
const known = new WeakMap<Region['population'], Known>();

/**
 * Looks ahead for one area. The band of a figure is the lowest and highest over all variants and, where it hangs on how
 * often something occurs at an age, over the ends of that range. With `toPlans` every variant is scaled as the middle one
 * is to the published totals.
 */
export function lookAhead(region: AheadRegion, { area, variant, toPlans }: FutureChoice): Ahead {
  const { variants, made } = knownOf(region);
  const key = `${area} ${variant} ${toPlans}`;
  const found = made.get(key);
  if (found) return found;
  const totals = region.futures.totals.map(({ to, ...total }) => ({ ...total, until: to ?? AGES }));
  const projections = Object.fromEntries(
    VARIANT_NAMES.map((name) => [name, toPlans ? aligned(variants[name], totals, variants.middle) : variants[name]]),
  ) as Record<VariantName, Projection>;
  const which = area === region.id ? undefined : projections.middle.municipalities.indexOf(area);
  const now = reader(projections, region.futures.workforce, which);
  const years = Array.from({ length: LAST_YEAR - projections.middle.from + 1 }, (_, n) => projections.middle.from + n);
  const lines = new Map<FutureFigure, readonly AheadLine[]>();
  const ahead: Ahead = {
    years,
    linesOf: (figure) => {
      const kept = lines.get(figure);
      if (kept) return kept;
      const drawn = subjectOf(figure).lines.map((line) => ({
        key: line.key,
        points: years.map((year) => pointOf(line, year, variant, now)),
      }));
      lines.set(figure, drawn);
      return drawn;
    },
    peopleIn: (year) => now(variant, year).people,
  };
  made.set(key, ahead);
  return ahead;
}

type Reader = (variant: VariantName, year: number) => Reading;

function pointOf({ of, curve }: SubjectLine, year: number, variant: VariantName, now: Reader): AheadPoint {
  const values = VARIANT_NAMES.map((name) => of(now(name, year)));
  const [low, high] = curve ? PARAMETERS[curve].range : [1, 1];
  return {
    year,
    value: of(now(variant, year)),
    lower: Math.min(...values) * low,
    upper: Math.max(...values) * high,
  };
}

/** Reads each variant and year once. */
function reader(
  projections: Readonly<Record<VariantName, Projection>>,
  workforce: Futures['workforce'],
  which: number | undefined,
): Reader {
  const made = new Map<string, Reading>();
  const middle = numbers();
  return (variant, year) => {
    const key = `${variant} ${year}`;
    const found = made.get(key);
    if (found) return found;
    const projection = projections[variant];
    const reading = {
      outlook: outlook(projection, middle, workforce, year, which),
      people: residentsIn(projection, year, which),
    };
    made.set(key, reading);
    return reading;
  };
}

function residentsIn(projection: Projection, year: number, which: number | undefined): Float64Array {
  const municipalities = projection.people[year - projection.from]!;
  if (which !== undefined) return municipalities[which]!;
  const sum = new Float64Array(AGES * 2);
  for (const group of municipalities) for (let at = 0; at < sum.length; at++) sum[at]! += group[at]!;
  return sum;
}

function knownOf(region: AheadRegion): Known {
  const found = known.get(region.population);
  if (found) return found;
  const variants = Object.fromEntries(
    VARIANT_NAMES.map((name) => [name, project(region.population, region.demography, LAST_YEAR, VARIANTS[name])]),
  ) as Record<VariantName, Projection>;
  const made: Known = { variants, made: new Map() };
  known.set(region.population, made);
  return made;
}
