import type { Published } from '../../../../figures/index.ts';
import type { LocalDate } from '../../../../platform/index.ts';
import {
  BarChart,
  Card,
  DataList,
  DataTable,
  EmptyState,
  formatDate,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import type { ExperienceFigure } from '../../../figures/experience.ts';
import { OWN_FIGURES, type OwnFigureName } from '../../../figures/own.ts';
import type { Question } from '../../../model/index.ts';
import { adminPaths } from '../paths.ts';
import { capital } from '../role/view.tsx';
import { Experience } from './experience.tsx';
import { ownFigureWords } from './words.ts';

/** What was published of one team, practice or service, newest month first. */
export type PartyFigures = {
  readonly reference: string;
  readonly name: string;
  readonly months: readonly {
    readonly month: LocalDate;
    readonly values: ReadonlyMap<OwnFigureName, Published>;
  }[];
  /** How people found the help, over the last twelve whole months. */
  readonly experience: readonly ExperienceFigure[];
};

/** How many months the table shows beside each other; the bars and the file have all of them. */
const SHOWN = 6;

/** An organisation's own figures: by team and month, as table and bars. */
export function figuresPage(
  context: PageContext,
  page: { readonly parties: readonly PartyFigures[]; readonly on: LocalDate },
  questions: ReadonlyMap<string, Question>,
): string {
  const { lang } = context;
  const words = ownFigureWords(lang);
  const month = (day: string) => capital(formatDate(day, 'month', lang));
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    actions:
      page.parties.length > 0 ? (
        <LinkButton kind="secondary" href={adminPaths.figuresFile}>
          {words.download}
        </LinkButton>
      ) : undefined,
    main:
      page.parties.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneMore}</p>
        </EmptyState>
      ) : (
        <>
          <p>{words.hiddenMore}</p>
          {page.parties.map((party) => {
            const bars = party.months.toReversed().flatMap((one) => {
              const value = one.values.get('referred');
              return typeof value === 'number' ? [{ key: one.month, label: month(one.month), value }] : [];
            });
            return (
              <Section key={party.reference} title={party.name}>
                {party.months.every((one) => [...one.values.values()].every((value) => value === null)) ? (
                  <p>{words.allHidden}</p>
                ) : (
                  <>
                    {bars.length > 0 ? (
                      <BarChart
                        title={words.chart({ team: party.name })}
                        labelHeader={words.month}
                        valueHeader={words.chartValue}
                        bars={bars}
                      />
                    ) : null}
                    <DataTable
                      caption={words.lastMonths({ team: party.name })}
                      rows={OWN_FIGURES}
                      rowKey={(figure) => figure}
                      columns={[
                        {
                          key: 'figure',
                          header: words.what,
                          cell: (figure: OwnFigureName) => words.names[figure],
                        },
                        ...party.months
                          .slice(0, SHOWN)
                          .toReversed()
                          .map((one) => ({
                            key: one.month,
                            header: month(one.month),
                            numeric: true,
                            cell: (figure: OwnFigureName) => one.values.get(figure) ?? words.hidden,
                          })),
                      ]}
                    />
                  </>
                )}
                <Experience figures={party.experience} team={party.name} questions={questions} lang={lang} />
              </Section>
            );
          })}
          <Card title={words.about}>
            <DataList
              facts={OWN_FIGURES.map((figure) => ({ term: words.names[figure], value: words.definitions[figure] }))}
            />
            <p>{words.counted({ date: formatDate(page.on, 'long', lang) })}</p>
            <p>{words.caseload}</p>
          </Card>
        </>
      ),
  });
}
