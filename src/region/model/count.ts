import type { Population, Region, Series } from '../../content/index.ts';
import { proportion, publishedProportion } from '../../figures/index.ts';
import { type Ages, agesOf, type PostcodeCounts, publishedByPostcode, within } from './by-postcode.ts';
import type { Figure } from './figure.ts';

type Counted = NonNullable<Series['counted']>;
/** Residents of one area by age group, for men and women. */
type Residents = Readonly<Record<'men' | 'women', readonly number[]>>;

/**
 * The figures that are counted from residents by age: for every municipality, for the region as their sum, for the
 * country, and of postcode areas what may be shown (`publishedByPostcode`). People
 * are also given by sex and age group, a part of all residents also by sex. Only where `among` holds everybody who is
 * counted is the figure a proportion, with Wilson's interval.
 */
function countedFigures(
  region: Region,
  indicator: string,
  series: Series,
  byPostcode: PostcodeCounts,
): readonly Figure[] {
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
  const local = region.postcodes.flatMap(({ code }) => {
    const shown = measureShown(code, counted, byPostcode);
    return shown ? [of({ area: code, sex: 'all', age: 'all', ...shown })] : [];
  });
  const wide = [
    { area: region.id, residents: sumOf(population) },
    ...countryOf(region),
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
  return [...wide, ...local];
}

/** The whole country, where the content has its residents in the same groups of ages and compares with it. */
function countryOf({ demography, population, monitor }: Region): readonly { area: string; residents: Residents }[] {
  const area = monitor.areas.find(({ kind }) => kind === 'country')?.id;
  const country = demography?.country;
  return area && country && country.ageGroups.join() === population.ageGroups.join()
    ? [{ area, residents: country }]
    : [];
}

/** The same of a postcode area, from what may be shown of it: a part only where both counts are. */
function measureShown(
  code: string,
  { of, among, per = 1 }: Counted,
  byPostcode: PostcodeCounts,
): Pick<Figure, 'value' | 'lower' | 'upper'> | undefined {
  const part = byPostcode(code, of);
  if (part === null) return undefined;
  if (!among) return { value: part, lower: null, upper: null };
  const whole = byPostcode(code, among);
  if (whole === null || whole === 0) return undefined;
  if (!within(of, among)) return { value: (part / whole) * per, lower: null, upper: null };
  const { value, lower, upper } = publishedProportion(part, whole)!;
  return { value: value * per, lower: lower * per, upper: upper * per };
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

function sumOf(population: Population): Residents {
  const sum = (sex: 'men' | 'women') =>
    population.ageGroups.map((_, index) =>
      population.municipalities.reduce((total, one) => total + one[sex][index]!, 0),
    );
  return { men: sum('men'), women: sum('women') };
}

/** All figures that the content of a region gives: those it counts, and those its sources state. */
export function figuresOfContent(region: Region): readonly Figure[] {
  const byPostcode = publishedByPostcode(region);
  return region.themes.flatMap(({ indicators }) =>
    indicators.flatMap((indicator) =>
      indicator.series.flatMap((series) => [
        ...countedFigures(region, indicator.id, series, byPostcode),
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
