/** What is counted per municipality and year; whole numbers in each person, so that sums do not depend on their order. */
export const MEASURES = [
  'residents',
  'births',
  'deaths',
  'falls',
  'emergencyVisits',
  'hospitalDays',
  'nursingHours',
  /** Halves of a year: who moves in or dies is there for half of it. */
  'nursingHomeYears',
  'carerHours',
  /** Thousandths of a year. */
  'healthyYears',
  /** Tenths of a consultation. */
  'gpVisits',
  'householdHelpHours',
  'helpedFalls',
  'helpedRespite',
  'helpedWellbeing',
  'helpedTogether',
  'helpedTechnology',
  'helpedWeight',
  // What there is on 1 January or in the year, to hold beside published figures.
  'dementia',
  'frail',
  'atRisk',
  'nursingClients',
  'chronic',
  'overweight',
  'givers',
  'adults',
] as const;
export type Measure = (typeof MEASURES)[number];
export const MEASURE_COUNT = MEASURES.length;
/** Where a measure stands in a row of counts: its place in MEASURES (a plain object, which is read fast). */
export const AT = {
  residents: 0,
  births: 1,
  deaths: 2,
  falls: 3,
  emergencyVisits: 4,
  hospitalDays: 5,
  nursingHours: 6,
  nursingHomeYears: 7,
  carerHours: 8,
  healthyYears: 9,
  gpVisits: 10,
  householdHelpHours: 11,
  helpedFalls: 12,
  helpedRespite: 13,
  helpedWellbeing: 14,
  helpedTogether: 15,
  helpedTechnology: 16,
  helpedWeight: 17,
  dementia: 18,
  frail: 19,
  atRisk: 20,
  nursingClients: 21,
  chronic: 22,
  overweight: 23,
  givers: 24,
  adults: 25,
} as const satisfies Readonly<Record<Measure, number>>;
/** By what a count is divided to give people, visits, hours and years. */
export const SCALE: Readonly<Partial<Record<Measure, number>>> = {
  healthyYears: 1000,
  gpVisits: 10,
  nursingHomeYears: 2,
};

/** Counts of every municipality, year and measure. */
export type Counts = { readonly municipalities: number; readonly years: number; readonly cells: Float64Array };
export const emptyCounts = (municipalities: number, years: number): Counts => ({
  municipalities,
  years,
  cells: new Float64Array(municipalities * years * MEASURE_COUNT),
});
/** Where the row of a municipality and year (0 is the first) begins. */
export const rowOf = (years: number, municipality: number, year: number): number =>
  (municipality * years + year) * MEASURE_COUNT;

/** One figure in its own unit: of a municipality or, without one, of the region; of a year or, without one, of all years. */
export function figure(counts: Counts, measure: Measure, municipality?: number, year?: number): number {
  let sum = 0;
  for (let m = municipality ?? 0; m < (municipality === undefined ? counts.municipalities : municipality + 1); m++)
    for (let y = year ?? 0; y < (year === undefined ? counts.years : year + 1); y++)
      sum += counts.cells[rowOf(counts.years, m, y) + AT[measure]]!;
  return sum / (SCALE[measure] ?? 1);
}
