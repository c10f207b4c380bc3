import type { Region, Theme } from '../../../content/index.ts';
import {
  Card,
  CardGrid,
  DataTable,
  type Language,
  Link,
  LinkList,
  type PageContext,
  renderPage,
  Section,
} from '../../../ui/index.ts';
import { looksAhead } from '../../futures/ahead.ts';
import { areasOf } from '../../model/area.ts';
import type { Figure } from '../../model/figure.ts';
import { AreaFinder } from '../find/form.tsx';
import { futureWords } from '../futures/words.ts';
import { type Part, PartChoice, PartPager } from '../part.tsx';
import { fromOf, headline, shownValue } from '../present.ts';
import { whatIfWords } from '../what-if/words.ts';
import { monitorWords } from '../words.ts';

export type Overview = {
  readonly region: Region;
  readonly part: Part;
  /** The newest of every series, for the region as a whole. */
  readonly figures: readonly Figure[];
  readonly thisYear: number;
};

/** The ways in: what follows and looks ahead, one municipality, and every figure by theme with what it says of the region. */
export function overviewPage(context: PageContext, overview: Overview): string {
  const { lang } = context;
  const { region, part } = overview;
  const words = monitorWords(lang).overview;
  return renderPage({
    title: words.title({ region: region.name }),
    kind: 'public',
    context,
    intro: words.intro,
    main: (
      <>
        <Doors region={region} lang={lang} />
        <Section title={words.byArea}>
          <p>{words.byAreaIntro}</p>
          <AreaFinder lang={lang} />
          <LinkList
            links={areasOf(region)
              .filter(({ kind }) => kind === 'municipality')
              .map(({ id, name }) => ({ href: `/regiobeeld/gebied/${id}`, label: name }))}
          />
        </Section>
        <PartChoice region={region} part={part} path="/regiobeeld" lang={lang} />
        {part.themes.map((theme) => (
          <ThemeFigures key={theme.id} theme={theme} overview={overview} lang={lang} />
        ))}
        <PartPager part={part} path="/regiobeeld" />
      </>
    ),
  });
}

/** What else there is than single figures. */
function Doors({ region, lang }: { readonly region: Region; readonly lang: Language }) {
  const words = monitorWords(lang).overview;
  const futures = futureWords(lang);
  const whatIf = whatIfWords(lang);
  const doors = [
    ...(looksAhead(region)
      ? [
          { title: futures.link, says: futures.linkIntro, href: '/regiobeeld/vooruit' },
          { title: whatIf.link, says: whatIf.linkIntro, href: '/regiobeeld/wat-als' },
        ]
      : []),
    { title: words.funnel, says: words.funnelIntro, href: '/regiobeeld/trechter' },
    { title: words.homes, says: words.homesIntro, href: '/regiobeeld/wonen' },
  ];
  return (
    <CardGrid>
      {doors.map(({ title, says, href }) => (
        <Card key={href} title={title} href={href}>
          <p>{says}</p>
        </Card>
      ))}
    </CardGrid>
  );
}

function ThemeFigures(props: { readonly theme: Theme; readonly overview: Overview; readonly lang: Language }) {
  const { theme, lang } = props;
  const { region, figures, thisYear } = props.overview;
  const words = monitorWords(lang).overview;
  const rows = theme.indicators.map((indicator) => {
    const shown = headline(
      indicator,
      figures.filter((one) => one.indicator === indicator.id),
      thisYear,
    );
    return { indicator, shown };
  });
  return (
    <Section title={theme.title}>
      <p>{theme.intro}</p>
      <DataTable
        caption={theme.title}
        captionHidden
        aligned
        rows={rows}
        rowKey={({ indicator }) => indicator.id}
        columns={[
          {
            key: 'subject',
            header: words.subject,
            cell: ({ indicator }) => (
              <>
                <Link href={`/regiobeeld/${indicator.id}`}>{indicator.title}</Link>
                <div className="omzien-soft omzien-table__definition">{indicator.definition}</div>
              </>
            ),
          },
          {
            key: 'value',
            header: region.name,
            numeric: true,
            cell: ({ indicator, shown }) =>
              shown ? (
                <strong>{shownValue(indicator, shown.value, lang)}</strong>
              ) : (
                <span className="omzien-soft">{words.none}</span>
              ),
          },
          {
            key: 'from',
            header: words.from,
            cell: ({ indicator, shown }) =>
              shown ? (
                <>
                  {fromOf(indicator, shown)}
                  {indicator.differ ? (
                    <div className="omzien-soft">{words.sources({ count: indicator.series.length })}</div>
                  ) : null}
                </>
              ) : (
                '–'
              ),
          },
        ]}
      />
    </Section>
  );
}
