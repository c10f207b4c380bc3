import { formatDistance, formatNumber, type Language } from '../../../../ui/index.ts';
import type { Ages } from '../../../model/by-postcode.ts';
import {
  ALL,
  CARING,
  CRITERIA,
  type Fit,
  kindsWithin,
  NEAR,
  type Neighbourhood,
  OVER_65,
  OVER_75,
  OVER_85,
  residentsOf,
  type Standing,
  standingOf,
  WORKING,
} from '../../../model/neighbourhood.ts';
import { KINDS } from '../../../model/reach.ts';
import type { AreasRead } from './read.ts';
import { areaWords } from './words.ts';

/** Within so many kilometres a service counts as near. */
const NEAR_KM = 1;

/** One thing that says something of load or of strength: here, in the region, and where it stands among all areas. */
export type Component = {
  readonly key: string;
  readonly side: 'load' | 'strength';
  readonly label: string;
  /** Null where it is hidden or not known. */
  readonly here: string | null;
  /** The interval or band, where there is one. */
  readonly margin: string | null;
  readonly region: string;
  readonly standing: Standing | undefined;
  /** The value here and of every area that has one, for the drawing. */
  readonly own: number | null;
  readonly all: readonly number[];
};

/** What is known of load and strength of an area, each by itself: there is no mark that hides them in one. */
export function componentsOf({ areas, region }: AreasRead, area: Neighbourhood, lang: Language): readonly Component[] {
  const words = areaWords(lang);
  const percent = (value: number, digits = 1) => `${formatNumber(value * 100, digits, lang)}%`;
  const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${percent(Math.abs(value), 0)}`;
  const part = (of: (one: Neighbourhood) => number | null) => ({
    value: of(area),
    standing: standingOf(of(area), areas.map(of)),
    all: areas.flatMap((one) => of(one) ?? []),
  });
  const whole = (of: Ages, among: Ages) => residentsOf(region, of) / residentsOf(region, among);
  const share75 = part(({ share75: one }) => one?.value ?? null);
  const share85 = part(({ share85: one }) => one?.value ?? null);
  const growth = part(growthOf);
  const workers = part(({ workers: one }) => one);
  const carers = part(({ carers: one }) => one);
  const kinds = part((one) => kindsWithin(one, NEAR_KM));
  const between = (lower: string, upper: string) => words.between({ lower, upper });
  const ratio = (value: number | null) => (value === null ? null : formatNumber(value, 1, lang));
  const { more75, over75 } = area;
  return [
    {
      key: 'share75',
      side: 'load',
      label: words.components.share75,
      here: share75.value === null ? null : percent(share75.value),
      margin: area.share75 && between(percent(area.share75.lower), percent(area.share75.upper)),
      region: percent(whole(OVER_75, ALL)),
      standing: share75.standing,
      own: share75.value,
      all: share75.all,
    },
    {
      key: 'share85',
      side: 'load',
      label: words.components.share85,
      here: share85.value === null ? null : percent(share85.value),
      margin: area.share85 && between(percent(area.share85.lower), percent(area.share85.upper)),
      region: percent(whole(OVER_85, ALL)),
      standing: share85.standing,
      own: share85.value,
      all: share85.all,
    },
    {
      key: 'growth',
      side: 'load',
      label: words.components.growth,
      here: growth.value === null ? null : signed(growth.value),
      margin: more75 && over75 ? between(signed(more75.lower / over75), signed(more75.upper / over75)) : null,
      region: signed(growthOfAll(areas)),
      standing: growth.standing,
      own: growth.value,
      all: growth.all,
    },
    {
      key: 'workers',
      side: 'strength',
      label: words.components.workers,
      here: ratio(workers.value),
      margin: null,
      region: formatNumber(whole(WORKING, OVER_65), 1, lang),
      standing: workers.standing,
      own: workers.value,
      all: workers.all,
    },
    {
      key: 'carers',
      side: 'strength',
      label: words.components.carers,
      here: ratio(carers.value),
      margin: null,
      region: formatNumber(whole(CARING, OVER_85), 1, lang),
      standing: carers.standing,
      own: carers.value,
      all: carers.all,
    },
    {
      key: 'kinds',
      side: 'strength',
      label: words.components.kinds,
      here: words.ofKinds({ count: kindsWithin(area, NEAR_KM), all: KINDS.length }),
      margin: null,
      region: words.ofKinds({ count: middle(areas.map((one) => kindsWithin(one, NEAR_KM))), all: KINDS.length }),
      standing: kinds.standing,
      own: kinds.value,
      all: kinds.all,
    },
  ];
}

/** The growth of those of 75 and over in ten years, as a part of those who live there now. */
function growthOf({ more75, over75 }: Neighbourhood): number | null {
  return more75 === null || !over75 ? null : more75.value / over75;
}

/** The same of all areas of which it is known. */
function growthOfAll(areas: readonly Neighbourhood[]): number {
  const known = areas.filter((area) => growthOf(area) !== null);
  const sum = (of: (area: Neighbourhood) => number) => known.reduce((total, area) => total + of(area), 0);
  return sum(({ more75 }) => more75!.value) / sum(({ over75 }) => over75!);
}

/** The one in the middle: half of them is not higher. */
const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Where an area stands among all, in words: more than so many of the others. */
export function standingSaid(standing: Standing | undefined, lang: Language): string {
  return standing ? areaWords(lang).standing({ below: standing.below, of: standing.of }) : '–';
}

/** Why an area stands where it does, in plain words; one reason for each criterion. */
export function reasonsOf({ area, parts, planned }: Fit, typeName: string, lang: Language): readonly string[] {
  const words = areaWords(lang).reasons;
  const number = (value: number) => formatNumber(Math.round(value / 5) * 5, 0, lang);
  const near = NEAR.filter((kind) => (area.nearest.get(kind)?.km ?? Number.POSITIVE_INFINITY) <= NEAR_KM);
  const nearest = NEAR.flatMap((kind) => area.nearest.get(kind) ?? []).toSorted((a, b) => b.km - a.km)[0];
  const said: Readonly<Record<(typeof CRITERIA)[number], string | undefined>> = {
    need: area.over75 === null ? undefined : words.need({ count: number(area.over75) }),
    growth: area.more75
      ? area.more75.lower > 0
        ? words.more({ lower: number(area.more75.lower), upper: number(area.more75.upper) })
        : words.unsure
      : undefined,
    near:
      near.length === NEAR.length
        ? words.allNear
        : nearest
          ? words.far({
              kind: areaWords(lang).kinds[nearest.kind].toLowerCase(),
              far: formatDistance(nearest.km * 1000, lang),
            })
          : words.noneNear,
    plans:
      planned > 0
        ? words.planned({ homes: formatNumber(planned, 0, lang), place: area.place, type: typeName.toLowerCase() })
        : words.notPlanned({ place: area.place }),
  };
  return CRITERIA.flatMap((one) => {
    const text = said[one];
    return text ? [parts[one] === null ? `${text} ${words.unknown}` : text] : [];
  });
}
