import type { Region } from '../../content/index.ts';
import type { Language } from '../../platform/index.ts';

const WORDS = {
  nl: {
    mark: 'verzonnen',
    caveat: 'In deze oefenomgeving zijn de inwoners verzonnen. Deze aantallen zijn dat dus ook.',
  },
  en: {
    mark: 'made up',
    caveat: 'In this practice environment the residents are made up. So are these counts.',
  },
} as const;

/** In a demo what Omzien counts itself is made up: its series say so at every door, and the others stay what they are. */
export function withMadeUp(region: Region, lang: Language): Region {
  const { mark, caveat } = WORDS[lang];
  return {
    ...region,
    themes: region.themes.map((theme) => ({
      ...theme,
      indicators: theme.indicators.map((indicator) => ({
        ...indicator,
        series: indicator.series.map((series) =>
          series.own
            ? {
                ...series,
                name: `${series.name}, ${mark}`,
                source: `${series.source}, ${mark}`,
                caveat: series.caveat === undefined ? caveat : `${caveat} ${series.caveat}`,
              }
            : series,
        ),
      })),
    })),
  };
}
