import type { Indicator } from '../../../content/index.ts';
import { recentTrend, type Trend } from '../../../figures/index.ts';
import type { Figure } from '../../model/figure.ts';
import type { Part } from '../part.tsx';
import { headline } from '../present.ts';

/** One indicator on the sheet: its figure here and, of the same series and year where there is one, in the region. */
export type SheetRow = {
  readonly indicator: Indicator;
  readonly own: Figure | undefined;
  readonly whole: Figure | undefined;
  /** Over its last five years; undefined where there are fewer. */
  readonly trend: Trend | undefined;
};

/** The rows of a sheet. `own` and `whole`: the newest of every series here and in the region; `years`: those with an interval. */
export function rowsOf(read: {
  readonly part: Part;
  readonly own: readonly Figure[];
  readonly whole: readonly Figure[];
  readonly years: readonly Figure[];
  readonly thisYear: number;
}): readonly SheetRow[] {
  const { part, own, whole, years, thisYear } = read;
  return part.themes.flatMap(({ indicators }) =>
    indicators.map((indicator): SheetRow => {
      const of = ({ indicator: id }: Figure) => id === indicator.id;
      const here = headline(indicator, own.filter(of), thisYear);
      const there = whole.filter(of);
      const same = here && there.find((one) => one.series === here.series && one.year === here.year);
      const trend = here && recentTrend(years.filter((one) => of(one) && one.series === here.series).map(pointOf));
      return { indicator, own: here, whole: same ?? headline(indicator, there, thisYear), trend };
    }),
  );
}

const pointOf = ({ year, value, lower, upper }: Figure) => ({
  year,
  value,
  lower: lower ?? value,
  upper: upper ?? value,
});
