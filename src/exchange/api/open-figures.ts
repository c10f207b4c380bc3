import type { Indicator, Theme } from '../../content/index.ts';
import type { FunnelFigure } from '../../pathways/index.ts';

/** Something that may be kept, and when it last changed. */
export type Kept<T> = { readonly value: T; readonly changedAt: Date };

/** One figure of one area in one year, in the unit of its indicator. */
export type OpenFigure = {
  readonly area: string;
  readonly series: string;
  readonly year: number;
  readonly sex: 'all' | 'men' | 'women';
  readonly age: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** A figure that is looked ahead at: its lines by year, each with its band. */
export type Outlook = {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  readonly lines: readonly {
    readonly key: string;
    readonly points: readonly Pick<OpenFigure, 'year' | 'value' | 'lower' | 'upper'>[];
  }[];
};

/**
 * The open figures of a region, as the pages about them show them: the room of the figures stands above this one, and
 * gives them when the house is composed. Undefined: there is no such thing.
 */
export type OpenFigures = {
  /** `within`: the municipality that a postcode area lies in. */
  readonly areas: () => Kept<
    readonly {
      readonly id: string;
      readonly name: string;
      readonly kind: string;
      readonly within?: string | undefined;
    }[]
  >;
  readonly themes: () => Promise<Kept<readonly Theme[]>>;
  readonly indicator: (
    id: string,
  ) => Promise<Kept<{ readonly indicator: Indicator; readonly theme: Theme }> | undefined>;
  /** In the order of series, area, year, sex and age, after the figure `after`. */
  readonly values: (
    id: string,
    asked: {
      readonly area?: string | undefined;
      readonly year?: number | undefined;
      readonly series?: string | undefined;
      readonly after?: Pick<OpenFigure, 'series' | 'area' | 'year' | 'sex' | 'age'> | undefined;
      readonly count: number;
    },
  ) => Promise<Kept<readonly OpenFigure[]> | undefined>;
  /** What was published of a pathway over a year; hidden counts are null. */
  readonly steps: (pathway: string) => Promise<Kept<readonly FunnelFigure[]> | undefined>;
  readonly outlooks: (asked: {
    readonly area?: string | undefined;
    readonly variant?: string | undefined;
    readonly toPlans: boolean;
  }) => Kept<readonly Outlook[]> | undefined;
};
