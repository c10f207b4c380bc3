import type { Housing, Region } from '../../content/index.ts';
import { type Cell, type Published, publishTable, type Sum } from '../../figures/index.ts';

export const PHASES = ['idea', 'study', 'decided', 'permit', 'building', 'done'] as const;
export type Phase = (typeof PHASES)[number];
/** From here on a plan counts as expected: it was decided on. What is an idea or a study may still come to nothing. */
export const FIRM: readonly Phase[] = ['decided', 'permit', 'building', 'done'];
export const TENURES = ['social', 'middle', 'other-rent', 'owner'] as const;
export type Tenure = (typeof TENURES)[number];

export type Plan = {
  readonly id: string;
  readonly municipality: string;
  readonly version: number;
  readonly name: string;
  readonly place: string;
  readonly type: string;
  readonly tenure: Tenure;
  readonly homes: number;
  readonly phase: Phase;
  readonly year: number;
  readonly partners: string;
  readonly funding: string;
  readonly obstacles: string;
};

export type NumberKind = 'target' | 'group' | 'urgency' | 'key';
/** A number that a municipality supplied. */
export type HomeNumber = {
  readonly municipality: string;
  readonly kind: NumberKind;
  readonly year: number;
  readonly part: string;
  readonly value: number;
};

/** Homes of one type in one year, added up from the first year: what has to be there, and what is expected. */
export type Progress = {
  readonly year: number;
  /** On a straight line to the target, rounded. */
  readonly needed: number;
  readonly done: number;
  /** Ready by then according to plans that were decided on; what is done is in it. */
  readonly expected: number;
  /** The same with plans that were not decided on yet. */
  readonly possible: number;
  /** Needed less expected, 0 or more. */
  readonly shortfall: number;
};

/** How a target is on its way, year by year. A plan counts in the year in which its homes are ready. */
export function progressOf(
  { from, until }: Pick<Housing, 'from' | 'until'>,
  target: number,
  plans: readonly Pick<Plan, 'homes' | 'phase' | 'year'>[],
): readonly Progress[] {
  const years = Array.from({ length: until - from }, (_, index) => from + index + 1);
  const sum = (year: number, counts: (phase: Phase) => boolean) =>
    plans.reduce((total, plan) => total + (plan.year <= year && counts(plan.phase) ? plan.homes : 0), 0);
  return years.map((year) => {
    const needed = Math.round((target * (year - from)) / (until - from));
    const expected = sum(year, (phase) => FIRM.includes(phase));
    return {
      year,
      needed,
      done: sum(year, (phase) => phase === 'done'),
      expected,
      possible: sum(year, () => true),
      shortfall: Math.max(0, needed - expected),
    };
  });
}

export const KEY_PARTS = ['residents', 'stock', 'need', 'capacity'] as const;
export type KeyPart = (typeof KEY_PARTS)[number];
export type Weights = Readonly<Record<KeyPart, number>>;
/** What a part of the key is for every municipality; undefined where one of them did not supply it. */
export type KeyParts = Readonly<Partial<Record<KeyPart, ReadonlyMap<string, number>>>>;

/**
 * Divides a whole number of homes over municipalities. Each part of the key is a municipality's share of the region's sum;
 * the weights of the parts that are known say how much each part counts. What is left by rounding goes to the largest
 * remainders (Hamilton), so the shares add up to the total. All weights zero: by residents.
 */
export function fairShare(
  total: number,
  municipalities: readonly string[],
  parts: KeyParts,
  weights: Weights,
): ReadonlyMap<string, number> {
  const used = KEY_PARTS.filter((part) => weights[part] > 0 && sumOf(parts[part]) > 0);
  const counted = used.length > 0 ? used : (['residents'] as const);
  const whole = counted.reduce((sum, part) => sum + (used.length > 0 ? weights[part] : 1), 0);
  const exact = municipalities.map((id) => {
    const share = counted.reduce((sum, part) => {
      const weight = used.length > 0 ? weights[part] : 1;
      return sum + (weight / whole) * ((parts[part]?.get(id) ?? 0) / sumOf(parts[part]));
    }, 0);
    return { id, exact: total * share };
  });
  const floors = exact.map((one) => ({ ...one, homes: Math.floor(one.exact + 1e-9) }));
  let left = total - floors.reduce((sum, { homes }) => sum + homes, 0);
  const order = floors.toSorted((a, b) => b.exact - b.homes - (a.exact - a.homes) || a.id.localeCompare(b.id));
  const more = new Set(order.slice(0, Math.max(0, left)).map(({ id }) => id));
  left -= more.size;
  return new Map(floors.map(({ id, homes }) => [id, homes + (more.has(id) ? 1 : 0)]));
}

const sumOf = (part: ReadonlyMap<string, number> | undefined): number =>
  [...(part?.values() ?? [])].reduce((sum, value) => sum + value, 0);

/** From this age on people are counted as the need for homes for older people. */
export const NEED_FROM = 75;

/** The parts of the key: residents and need from the population, stock and capacity as all municipalities supplied them. */
export function keyParts(region: Region, numbers: readonly HomeNumber[]): KeyParts {
  const { population, municipalities } = region;
  const old = population.ageGroups.flatMap((group, index) => (Number.parseInt(group, 10) >= NEED_FROM ? [index] : []));
  const supplied = (part: string): ReadonlyMap<string, number> | undefined => {
    const found = new Map(
      numbers.flatMap((one) => (one.kind === 'key' && one.part === part ? [[one.municipality, one.value]] : [])),
    );
    return municipalities.every(({ id }) => found.has(id)) ? found : undefined;
  };
  const parts = {
    residents: new Map(municipalities.map(({ id, residents }) => [id, residents])),
    need: new Map(
      population.municipalities.map(({ municipality, men, women }) => [
        municipality,
        old.reduce((sum, index) => sum + men[index]! + women[index]!, 0),
      ]),
    ),
    stock: supplied('stock'),
    capacity: supplied('capacity'),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as KeyParts;
}

/** People of a group, as a municipality housed them: what may be shown. */
export type ShownCount = { readonly municipality: string; readonly part: string; readonly value: Published };

/**
 * What may be shown of people whom municipalities counted in a year: small counts are hidden here too. `nested`: parts
 * that each count people of the one before (asked, granted, housed).
 */
export function shownCounts(
  region: string,
  numbers: readonly HomeNumber[],
  parts: readonly string[],
  nested: boolean,
): readonly ShownCount[] {
  const places = [...new Set(numbers.map(({ municipality }) => municipality))];
  const value = (place: string, part: string) =>
    place === region
      ? numbers.filter((one) => one.part === part).reduce((sum, one) => sum + one.value, 0)
      : (numbers.find((one) => one.municipality === place && one.part === part)?.value ?? 0);
  const id = (place: string, part: string) => `${place} ${part}`;
  const cells: Cell[] = [];
  const sums: Sum[] = [];
  for (const part of parts) {
    for (const place of [...places, region]) cells.push({ id: id(place, part), count: value(place, part) });
    sums.push({ total: id(region, part), parts: places.map((place) => id(place, part)) });
  }
  if (nested)
    parts.slice(1).forEach((part, index) => {
      const whole = parts[index]!;
      for (const place of [...places, region]) {
        const rest = `${id(place, part)} rest`;
        cells.push({ id: rest, count: Math.max(0, value(place, whole) - value(place, part)), unshown: true });
        sums.push({ total: id(place, whole), parts: [id(place, part), rest] });
      }
    });
  const shown = publishTable(cells, sums);
  return [...places, region].flatMap((municipality) =>
    parts.map((part) => ({ municipality, part, value: shown.get(id(municipality, part)) ?? null })),
  );
}
