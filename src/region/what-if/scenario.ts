import type { Region } from '../../content/index.ts';
import {
  APPROACH_NAMES,
  type Approach,
  type ApproachName,
  numbers,
  type Scenario,
  type ValueId,
} from '../../simulation/index.ts';

/** The years of a scenario: from the counts moved forward, until (not with) 1 January 2041. */
export const FROM = 2023;
export const UNTIL = 2041;
/** An approach may begin from this year on. */
export const FIRST_START = 2024;

/** The task that looks for a run that waits. */
export const RUN_TASK = 'what-if-run';

/** What each is called in an address. */
export const APPROACH_SLUGS = {
  falls: 'valpreventie',
  respite: 'respijtzorg',
  wellbeing: 'welzijn-op-recept',
  together: 'samen-indiceren',
  technology: 'techniek-thuis',
  weight: 'gezonder-gewicht',
} as const satisfies Readonly<Record<ApproachName, string>>;

const COSTS = {
  falls: 'fallsCost',
  respite: 'respiteCost',
  wellbeing: 'wellbeingCost',
  together: 'togetherCost',
  technology: 'technologyCost',
  weight: 'weightCost',
} as const satisfies Readonly<Record<ApproachName, ValueId>>;
/** What an approach costs a participant when nobody fills anything in: the assumption of the table. */
export const usualCost = (name: ApproachName): number => numbers().of(COSTS[name]);

/** The fields of one approach in an address and a form; each with its name behind it. */
export const FIELDS = ['bereik', 'kracht', 'start', 'opbouw', 'kosten', 'van', 'tot', 'alleen'] as const;
export type FieldName = (typeof FIELDS)[number];
export const fieldOf = (field: FieldName, name: ApproachName): string => `${field}-${APPROACH_SLUGS[name]}`;

/** The first values of the fields. */
export const FIRST: Readonly<Record<Exclude<FieldName, 'kosten' | 'van' | 'tot' | 'alleen'>, string>> = {
  bereik: '20',
  kracht: '100',
  start: '2027',
  opbouw: '3',
};

/** What was filled in: of every field the words, as they are shown again. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;
export type ReadScenario = {
  readonly scenario: Scenario;
  readonly errors: Readonly<Record<string, FieldName>>;
};

/**
 * Reads a scenario from the query of an address or from a form. A field that is left empty has its first value; one that
 * cannot be is named in `errors`, and its approach is left out.
 */
export function readScenario(region: Region, get: (name: string) => readonly string[]): ReadScenario {
  const chosen = get('aanpak');
  const places = region.population.municipalities.map(({ municipality }) => municipality);
  const municipalities = get('gemeente')
    .map((id) => places.indexOf(id))
    .filter((index) => index >= 0)
    .toSorted((a, b) => a - b);
  const errors: Record<string, FieldName> = {};
  const approaches = APPROACH_NAMES.filter((name) => chosen.includes(APPROACH_SLUGS[name])).flatMap((name) => {
    const number = (field: FieldName, first: string, low: number, high: number): number | undefined => {
      const typed = (get(fieldOf(field, name))[0] ?? '').trim() || first;
      if (typed === '') return undefined;
      const value = Number(typed.replace(',', '.'));
      if (/^\d+(?:[.,]\d+)?$/.test(typed) && value >= low && value <= high) return value;
      errors[fieldOf(field, name)] = field;
      return undefined;
    };
    const reach = number('bereik', FIRST.bereik, 0, 100);
    const effect = number('kracht', FIRST.kracht, 0, 200);
    const start = number('start', FIRST.start, FIRST_START, UNTIL - 1);
    const rampUp = number('opbouw', FIRST.opbouw, 1, 10);
    const cost = number('kosten', '', 0, 100_000);
    const fromAge = number('van', '', 18, 110);
    const untilAge = number('tot', '', 19, 120);
    if (fromAge !== undefined && untilAge !== undefined && untilAge <= fromAge) errors[fieldOf('tot', name)] = 'tot';
    if (FIELDS.some((field) => errors[fieldOf(field, name)])) return [];
    const approach: Approach = {
      name,
      reach: reach! / 100,
      effect: effect! / 100,
      start: Math.round(start!),
      rampUp: Math.round(rampUp!),
      ...(cost === undefined || cost === usualCost(name) ? {} : { cost }),
      ...(fromAge === undefined ? {} : { fromAge: Math.round(fromAge) }),
      ...(untilAge === undefined ? {} : { untilAge: Math.round(untilAge) }),
      ...(get(fieldOf('alleen', name)).includes('ja') ? { onlyAlone: true } : {}),
      ...(municipalities.length === 0 || municipalities.length === places.length ? {} : { municipalities }),
    };
    return [approach];
  });
  return { scenario: { approaches }, errors };
}

/** The shortest address of a scenario: what is as at first is left out. */
export function queryOfScenario(region: Region, { approaches }: Scenario): URLSearchParams {
  const query = new URLSearchParams();
  const put = (field: FieldName, name: ApproachName, value: string | number | undefined, first = '') => {
    if (value !== undefined && String(value) !== first) query.append(fieldOf(field, name), String(value));
  };
  for (const one of approaches) {
    query.append('aanpak', APPROACH_SLUGS[one.name]);
    put('bereik', one.name, percent(one.reach), FIRST.bereik);
    put('kracht', one.name, percent(one.effect ?? 1), FIRST.kracht);
    put('start', one.name, one.start, FIRST.start);
    put('opbouw', one.name, one.rampUp ?? 1, FIRST.opbouw);
    put('kosten', one.name, one.cost);
    put('van', one.name, one.fromAge);
    put('tot', one.name, one.untilAge);
    if (one.onlyAlone) query.append(fieldOf('alleen', one.name), 'ja');
  }
  for (const index of approaches[0]?.municipalities ?? [])
    query.append('gemeente', region.population.municipalities[index]!.municipality);
  return query;
}

const percent = (share: number): number => Number((share * 100).toFixed(2));
