import {
  Card,
  DataTable,
  EmptyState,
  formatDate,
  formatNumber,
  type PageContext,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import type { PublishedFigure } from '../../../figures/compute.ts';
import { otherWords } from '../words.ts';

/** The figures that were published, with what they count, when, and how. */
export function figuresPage(
  context: PageContext,
  figures: readonly PublishedFigure[],
  pathwayTitle: (id: string) => string,
): string {
  const words = otherWords(context.lang).figures;
  const pathways = [...new Set(figures.map((one) => one.pathway))];
  const on = figures[0]?.on;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    main:
      on === undefined ? (
        <EmptyState title={words.none}>
          <p>{words.noneMore}</p>
        </EmptyState>
      ) : (
        <>
          {pathways.map((pathway) => (
            <Section key={pathway} title={words.caption({ pathway: pathwayTitle(pathway) })}>
              <DataTable
                caption={words.caption({ pathway: pathwayTitle(pathway) })}
                captionHidden
                rows={figures.filter((one) => one.pathway === pathway)}
                rowKey={(one) => one.figure}
                columns={[
                  { key: 'what', header: words.what, cell: (one) => words.names[one.figure] },
                  {
                    key: 'count',
                    header: words.count,
                    numeric: true,
                    cell: (one) =>
                      one.value === null ? (
                        <span className="omzien-table__words">{words.hidden}</span>
                      ) : (
                        formatNumber(one.value, 0, context.lang)
                      ),
                  },
                  { key: 'definition', header: words.definition, cell: (one) => words.definitions[one.figure] },
                ]}
              />
            </Section>
          ))}
          <Card title={words.about}>
            <p>{words.date({ date: formatDate(on, 'long', context.lang) })}</p>
            <p>{words.source}</p>
            <p>{words.method}</p>
            <p>{words.unsure}</p>
          </Card>
        </>
      ),
  });
}
