import type { Region } from '../../../content/index.ts';
import { Link, type PageContext, ResultItem, renderPage, Section } from '../../../ui/index.ts';
import { looksAhead } from '../../futures/ahead.ts';
import { areasOf } from '../../model/area.ts';
import type { Figure } from '../../model/figure.ts';
import { futureWords } from '../futures/words.ts';
import { type Part, PartChoice, PartPager } from '../part.tsx';
import { headline, shownValue } from '../present.ts';
import { whatIfWords } from '../what-if/words.ts';
import { monitorWords } from '../words.ts';

export type Overview = {
  readonly region: Region;
  readonly part: Part;
  /** The newest of every series, for the region as a whole. */
  readonly figures: readonly Figure[];
  readonly thisYear: number;
};

/** All figures, theme by theme, each with what it says of the region; and the way to one municipality. */
export function overviewPage(context: PageContext, { region, part, figures, thisYear }: Overview): string {
  const all = monitorWords(context.lang);
  const words = all.overview;
  const futures = futureWords(context.lang);
  const whatIf = whatIfWords(context.lang);
  const of = Map.groupBy(figures, ({ indicator }) => indicator);
  return renderPage({
    title: words.title({ region: region.name }),
    kind: 'public',
    context,
    intro: words.intro,
    main: (
      <>
        <PartChoice region={region} part={part} path="/regiobeeld" lang={context.lang} />
        {part.themes.map((theme) => (
          <Section key={theme.id} title={theme.title}>
            <p>{theme.intro}</p>
            {theme.indicators.map((indicator) => {
              const shown = headline(indicator, of.get(indicator.id) ?? [], thisYear);
              const series = indicator.series.find(({ id }) => id === shown?.series);
              return (
                <ResultItem
                  key={indicator.id}
                  level={3}
                  title={indicator.title}
                  href={`/regiobeeld/${indicator.id}`}
                  facts={
                    shown && series
                      ? [
                          shownValue(indicator, shown.value, context.lang),
                          String(shown.year),
                          series.name,
                          ...(indicator.differ ? [words.sources({ count: indicator.series.length })] : []),
                        ]
                      : []
                  }
                >
                  <p>{indicator.definition}</p>
                </ResultItem>
              );
            })}
          </Section>
        ))}
        <PartPager part={part} path="/regiobeeld" />
        {looksAhead(region) ? (
          <Section title={futures.nav}>
            <ResultItem level={3} title={futures.link} href="/regiobeeld/vooruit">
              <p>{futures.linkIntro}</p>
            </ResultItem>
            <ResultItem level={3} title={whatIf.link} href="/regiobeeld/wat-als">
              <p>{whatIf.linkIntro}</p>
            </ResultItem>
          </Section>
        ) : null}
        <Section title={words.more}>
          <ul>
            <li>
              <Link href="/regiobeeld/trechter">{words.funnel}</Link>
            </li>
            <li>
              <Link href="/regiobeeld/wonen">{words.homes}</Link>
            </li>
          </ul>
        </Section>
        <Section title={words.byArea}>
          <p>{words.byAreaIntro}</p>
          <ul>
            {areasOf(region)
              .filter(({ kind }) => kind === 'municipality')
              .map(({ id, name }) => (
                <li key={id}>
                  <Link href={`/regiobeeld/gebied/${id}`}>{name}</Link>
                </li>
              ))}
          </ul>
        </Section>
      </>
    ),
  });
}
