import type { Population, Region, Series } from '../../content/index.ts';
import { proportion } from '../../figures/index.ts';
import type { Figure } from './figure.ts';

type Ages = { readonly from: number; readonly to?: number | undefined };
type Counted = NonNullable<Series['counted']>;
/** Residents of one area by age group, for men and women. */
type Residents = Readonly<Record<'men' | 'women', readonly number[]>>;

/**
 * The figures that are counted from residents by age: for every municipality, and for the region as their sum. People
 * are also given by sex and age group, a part of all residents also by sex. Only where `among` holds everybody who is
 * counted is the figure a proportion, with Wilson's interval.
 */
export function countedFigures(region: Region, indicator: string, series: Series): readonly Figure[] {
  const { counted } = series;
  if (!counted) return [];
  const { population } = region;
  const year = Number(population.date.slice(0, 4));
  const groups = population.ageGroups.map(agesOf);
  const of = (figure: Omit<Figure, 'indicator' | 'series' | 'year'>): Figure => ({
    indicator,
    series: series.id,
    year,
    ...figure,
  });
  return [
    { area: region.id, residents: sumOf(population) },
    ...population.municipalities.map((one) => ({ area: one.municipality, residents: one as Residents })),
  ].flatMap(({ area, residents }) =>
    (['all', 'men', 'women'] as const).flatMap((sex) => {
      const total = of({ area, sex, age: 'all', ...measure(residents, sex, groups, counted) });
      if (counted.among) return [total];
      const parts = population.ageGroups.flatMap((age, index) =>
        within(groups[index]!, counted.of)
          ? [of({ area, sex, age, value: people(residents, sex, groups, groups[index]!), lower: null, upper: null })]
          : [],
      );
      return [total, ...parts];
    }),
  );
}

function measure(
  residents: Residents,
  sex: Figure['sex'],
  groups: readonly Ages[],
  { of, among, per = 1 }: Counted,
): Pick<Figure, 'value' | 'lower' | 'upper'> {
  const part = people(residents, sex, groups, of);
  if (!among) return { value: part, lower: null, upper: null };
  const whole = people(residents, sex, groups, among);
  if (whole === 0) return { value: 0, lower: null, upper: null };
  if (!within(of, among)) return { value: (part / whole) * per, lower: null, upper: null };
  const { value, lower, upper } = proportion(part, whole);
  return { value: value * per, lower: lower * per, upper: upper * per };
}

function people(residents: Residents, sex: Figure['sex'], groups: readonly Ages[], wanted: Ages): number {
  const sexes: readonly ('men' | 'women')[] = sex === 'all' ? ['men', 'women'] : [sex];
  return groups.reduce<number>(
    (sum, group, index) =>
      within(group, wanted) ? sum + sexes.reduce((some, one) => some + residents[one][index]!, 0) : sum,
    0,
  );
}

const within = (inner: Ages, outer: Ages): boolean =>
  inner.from >= outer.from && (outer.to === undefined || (inner.to !== undefined && inner.to <= outer.to));

function agesOf(group: string): Ages {
  const [from, to] = group.replace('+', '').split('-').map(Number);
  return to === undefined ? { from: from! } : { from: from!, to };
}

function sumOf(population: Population): Residents {
  const sum = (sex: 'men' | 'women') =>
    population.ageGroups.map((_, index) =>
      population.municipalities.reduce((total, one) => total + one[sex][index]!, 0),
    );
  return { men: sum('men'), women: sum('women') };
}

/** All figures that the content of a region gives: those it counts, and those its sources state. */
export function figuresOfContent(region: Region): readonly Figure[] {
  return region.themes.flatMap(({ indicators }) =>
    indicators.flatMap((indicator) =>
      indicator.series.flatMap((series) => [
        ...countedFigures(region, indicator.id, series),
        ...(series.values ?? []).map(
          ({ area, year, value, lower = null, upper = null }): Figure => ({
            indicator: indicator.id,
            area,
            series: series.id,
            year,
            sex: 'all',
            age: 'all',
            value,
            lower,
            upper,
          }),
        ),
      ]),
    ),
  );
}
