import type { Indicator, Region, Series } from '../../content/index.ts';
import type { About } from './brought.ts';

type Said = { readonly indicator: string; readonly series: string; readonly about: About };

/** The region with the series that were brought in beside those of the content; what a load says of a series goes first. */
export function withBrought(region: Region, said: readonly Said[]): Region {
  if (said.length === 0) return region;
  const of = Map.groupBy(said, ({ indicator }) => indicator);
  return {
    ...region,
    themes: region.themes.map((theme) => ({
      ...theme,
      indicators: theme.indicators.map((indicator) => {
        const more = of.get(indicator.id);
        return more ? joined(indicator, more) : indicator;
      }),
    })),
  };
}

function joined(indicator: Indicator, said: readonly Said[]): Indicator {
  const about = new Map(said.map((one) => [one.series, one.about]));
  const own = indicator.series.map((series): Series => {
    const newer = about.get(series.id);
    return newer ? { ...series, ...aboutOnly(newer) } : series;
  });
  const known = new Set(indicator.series.map(({ id }) => id));
  const added = said
    .filter(({ series }) => !known.has(series))
    .map(({ series, about: one }): Series => ({ id: series, ...aboutOnly(one) }));
  const differ = [indicator.differ, ...said.map(({ about: one }) => one.differ)].filter((text) => text).join(' ');
  return { ...indicator, series: [...own, ...added], ...(differ ? { differ } : {}) };
}

function aboutOnly({ differ: _differ, ...about }: About): About {
  return about;
}
