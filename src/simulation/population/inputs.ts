/** Residents of one municipality: `men[i]` and `women[i]` belong to age group `i`. */
export type ResidentsByAge = {
  readonly municipality: string;
  readonly men: readonly number[];
  readonly women: readonly number[];
};

/** Residents per municipality on 1 January of the year of `date` (`YYYY-MM-DD`). */
export type Residents = {
  readonly date: string;
  readonly ageGroups: readonly string[];
  readonly municipalities: readonly ResidentsByAge[];
};

/** Deaths, births and migration of the whole country; as `demography.yaml` gives them. */
export type CountryRates = {
  readonly mortality: {
    readonly ages: readonly number[];
    readonly periods: readonly {
      readonly from: number;
      readonly until: number;
      readonly men: readonly number[];
      readonly women: readonly number[];
    }[];
  };
  readonly years: readonly {
    readonly year: number;
    readonly births: number;
    readonly deaths: number;
    readonly netMigration: number;
  }[];
  readonly country: {
    readonly ageGroups: readonly string[];
    readonly men: readonly number[];
    readonly women: readonly number[];
  };
};

/**
 * What is not known of the years to come, as a choice. `mortality` 1 is the published expectation, 1.5 half as much more
 * improvement, 0.5 half as much less; `migration` and `fertility` multiply the published expectation.
 */
export type Variant = { readonly mortality: number; readonly migration: number; readonly fertility: number };
export const MIDDLE: Variant = { mortality: 1, migration: 1, fertility: 1 };

/**
 * The corners of the band. Assumption: the published expectation has no band by age, so improvement of mortality is
 * taken half as large and half as large again, net migration 40% lower and higher, fertility 7% lower and higher.
 */
export const VARIANTS = {
  middle: MIDDLE,
  low: { mortality: 0.5, migration: 0.6, fertility: 0.93 },
  high: { mortality: 1.5, migration: 1.4, fertility: 1.07 },
  older: { mortality: 1.5, migration: 0.6, fertility: 0.93 },
  younger: { mortality: 0.5, migration: 1.4, fertility: 1.07 },
} as const satisfies Readonly<Record<string, Variant>>;
export type VariantName = keyof typeof VARIANTS;
