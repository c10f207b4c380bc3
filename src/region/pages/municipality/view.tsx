import type { Indicator, Region } from '../../../content/index.ts';
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
import { besides, headline, shownInterval, shownValue } from '../present.ts';
import { monitorWords } from '../words.ts';

export type Sheet = {
  readonly region: Region;
  readonly area: Area;
  /** The newest of every series in the municipality, and in the region. */
  readonly own: readonly Figure[];
  readonly whole: readonly Figure[];
  readonly thisYear: number;
};

type Row = { readonly indicator: Indicator; readonly own: Figure | undefined; readonly whole: Figure | undefined };

/** One municipality on one sheet, to read and to print for the council: what stands out, and everything beside the region. */
export function sheetPage(context: PageContext, sheet: Sheet): string {
  const { lang } = context;
  const all = monitorWords(lang);
  const words = all.sheet;
  const { region, area } = sheet;
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
        {region.themes.map((theme) => (
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
      </>
    ),
  });
}

/** Every indicator with its figure here and, of the same series and year where there is one, in the region. */
function rowsOf({ region, own, whole, thisYear }: Sheet): readonly Row[] {
  return region.themes.flatMap(({ indicators }) =>
    indicators.map((indicator): Row => {
      const here = headline(
        indicator,
        own.filter((one) => one.indicator === indicator.id),
        thisYear,
      );
      const of = whole.filter((one) => one.indicator === indicator.id);
      const same = here && of.find((one) => one.series === here.series && one.year === here.year);
      return { indicator, own: here, whole: same ?? headline(indicator, of, thisYear) };
    }),
  );
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
