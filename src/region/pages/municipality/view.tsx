import type { Indicator, Region } from '../../../content/index.ts';
import { recentTrend, type Trend } from '../../../figures/index.ts';
import {
  DataTable,
  type Language,
  Link,
  type PageContext,
  PrintButton,
  renderPage,
  Section,
} from '../../../ui/index.ts';
import type { Area } from '../../model/area.ts';
import type { Figure } from '../../model/figure.ts';
import { type Part, PartChoice, PartPager } from '../part.tsx';
import { besides, headline, shownInterval, shownValue } from '../present.ts';
import { monitorWords } from '../words.ts';

export type Sheet = {
  readonly region: Region;
  readonly area: Area;
  readonly part: Part;
  /** The newest of every series in the municipality, and in the region. */
  readonly own: readonly Figure[];
  readonly whole: readonly Figure[];
  /** Every year in the municipality that has an interval. */
  readonly years: readonly Figure[];
  readonly thisYear: number;
};

type Row = {
  readonly indicator: Indicator;
  readonly own: Figure | undefined;
  readonly whole: Figure | undefined;
  readonly trend: Trend | undefined;
};

/** One municipality on one sheet, to read and to print for the council: what stands out, and everything beside the region. */
export function sheetPage(context: PageContext, sheet: Sheet): string {
  const { lang } = context;
  const all = monitorWords(lang);
  const words = all.sheet;
  const { region, area, part } = sheet;
  const path = `/regiobeeld/gebied/${area.id}`;
  const rows = rowsOf(sheet);
  const notable = standsOut(rows, region.name, lang);
  return renderPage({
    title: words.title({ area: area.name }),
    kind: 'public',
    context,
    breadcrumbs: [{ label: all.overview.title({ region: region.name }), href: '/regiobeeld' }, { label: area.name }],
    intro: words.intro({ region: region.name }),
    actions: <PrintButton>{words.print}</PrintButton>,
    main: (
      <>
        <PartChoice region={region} part={part} path={path} lang={lang} />
        <Section title={words.standsOut}>
          <p>{words.standsOutIntro}</p>
          {notable.length === 0 ? (
            <p>{words.nothing}</p>
          ) : (
            <ul>
              {notable.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Section>
        <Targets rows={rows} region={region} area={area} lang={lang} />
        {part.themes.map((theme) => (
          <Section key={theme.id} title={theme.title}>
            <DataTable
              caption={theme.title}
              captionHidden
              rows={rows.filter(({ indicator }) => theme.indicators.includes(indicator))}
              rowKey={({ indicator }) => indicator.id}
              columns={[
                {
                  key: 'indicator',
                  header: words.indicator,
                  cell: ({ indicator }) => (
                    <Link href={`/regiobeeld/${indicator.id}?gebied=${area.id}`}>{indicator.title}</Link>
                  ),
                },
                {
                  key: 'own',
                  header: area.name,
                  numeric: true,
                  cell: ({ indicator, own }) => (own ? shownValue(indicator, own.value, lang) : '–'),
                },
                {
                  key: 'interval',
                  header: all.page.interval,
                  cell: ({ indicator, own }) => (own ? shownInterval(indicator, own, lang) : '–'),
                },
                {
                  key: 'whole',
                  header: region.name,
                  numeric: true,
                  cell: ({ indicator, whole }) => (whole ? shownValue(indicator, whole.value, lang) : '–'),
                },
                { key: 'trend', header: words.trend, cell: (row) => moved(row, lang) },
                {
                  key: 'from',
                  header: words.year,
                  cell: ({ indicator, own, whole }) => {
                    const figure = own ?? whole;
                    const name = indicator.series.find(({ id }) => id === figure?.series)?.name;
                    return figure ? `${figure.year}, ${name}` : '–';
                  },
                },
              ]}
            />
          </Section>
        ))}
        <PartPager part={part} path={path} />
      </>
    ),
  });
}

/** Every indicator with its figure here and, of the same series and year where there is one, in the region. */
function rowsOf({ part, own, whole, years, thisYear }: Sheet): readonly Row[] {
  return part.themes.flatMap(({ indicators }) =>
    indicators.map((indicator): Row => {
      const here = headline(
        indicator,
        own.filter((one) => one.indicator === indicator.id),
        thisYear,
      );
      const of = whole.filter((one) => one.indicator === indicator.id);
      const same = here && of.find((one) => one.series === here.series && one.year === here.year);
      const trend =
        here &&
        recentTrend(years.filter((one) => one.indicator === indicator.id && one.series === here.series).map(pointOf));
      return { indicator, own: here, whole: same ?? headline(indicator, of, thisYear), trend };
    }),
  );
}

const pointOf = ({ year, value, lower, upper }: Figure) => ({
  year,
  value,
  lower: lower ?? value,
  upper: upper ?? value,
});

/** How a figure moved over its last five years, in words; a dash where there are fewer. */
function moved({ trend }: Row, lang: Language): string {
  return trend ? monitorWords(lang).sheet.trends[trend.direction] : '–';
}

/** The targets of the region, and whether this municipality (or else the region) is there. */
function Targets(props: {
  readonly rows: readonly Row[];
  readonly region: Region;
  readonly area: Area;
  readonly lang: Language;
}) {
  const { region, area, lang } = props;
  const words = monitorWords(lang).sheet;
  const rows = props.rows.filter(({ indicator, own, whole }) => indicator.target && (own ?? whole));
  if (rows.length === 0) return null;
  return (
    <Section title={words.targets}>
      <p>{words.targetsIntro}</p>
      <DataTable
        caption={words.targets}
        captionHidden
        rows={rows}
        rowKey={({ indicator }) => indicator.id}
        columns={[
          { key: 'what', header: words.indicator, cell: ({ indicator }) => indicator.title },
          { key: 'target', header: monitorWords(lang).page.target, cell: ({ indicator }) => indicator.target!.text },
          {
            key: 'now',
            header: words.now,
            cell: ({ indicator, own, whole }) => {
              const figure = (own ?? whole)!;
              return `${own ? area.name : region.name}: ${shownValue(indicator, figure.value, lang)}, ${figure.year}`;
            },
          },
          {
            key: 'course',
            header: words.course,
            cell: ({ indicator, own, whole }) => words.courses[courseOf(indicator, (own ?? whole)!)],
          },
        ]}
      />
    </Section>
  );
}

/** On course: the target is reached. Off course: it is not, beyond chance where there is an interval. */
export function courseOf(indicator: Indicator, figure: Figure): 'on' | 'off' | 'unsure' {
  const { target, polarity } = indicator;
  if (!target || polarity === 'neutral') return 'unsure';
  const more = polarity === 'more-is-better';
  const { value, lower, upper } = figure;
  if (more ? value >= target.value : value <= target.value) return 'on';
  // The target may lie within chance of what was measured.
  return lower !== null && upper !== null && lower <= target.value && target.value <= upper ? 'unsure' : 'off';
}

/** What differs from the region by more than chance, in words. */
function standsOut(rows: readonly Row[], regionName: string, lang: Language): readonly string[] {
  const words = monitorWords(lang).sheet.lines;
  return rows.flatMap(({ indicator, own, whole }) => {
    if (!own || !whole || own.series !== whole.series || own.year !== whole.year) return [];
    const beyond = besides(indicator, own, whole);
    if (!beyond || beyond === 'similar') return [];
    const value = shownValue(indicator, own.value, lang);
    return [
      words[beyond]({
        title: indicator.title,
        value,
        region: regionName,
        other: shownValue(indicator, whole.value, lang),
      }),
    ];
  });
}
