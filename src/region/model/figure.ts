/** One figure of one area in one year, in the unit of its indicator. `lower` and `upper`: its 95% interval, where it has one. */
export type Figure = {
  readonly indicator: string;
  readonly area: string;
  readonly series: string;
  readonly year: number;
  readonly sex: 'all' | 'men' | 'women';
  /** `all`, or a group of ages as the region writes it: `65-69`, `95+`. */
  readonly age: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
};
