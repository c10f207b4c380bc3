import type { Region } from '../../../../content/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  DataTable,
  EmptyState,
  Form,
  formatDate,
  formatDateTime,
  formatNumber,
  type Language,
  Link,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import { indicatorIn } from '../../../bring/bring.ts';
import type { Fetch } from '../../../bring/fetch.ts';
import type { Load } from '../../../model/brought.ts';
import { BRING } from '../house.ts';
import { bringWords } from '../words.ts';

type Shown = {
  readonly loads: readonly Load[];
  readonly next: number | undefined;
  readonly planned: readonly Fetch[];
  readonly region: Region;
  readonly only: { readonly name: string } | undefined;
};

/** What a load is about, as people read it. */
export function subjectOf(region: Region, load: Pick<Load, 'indicator' | 'series'>, lang: Language): string {
  const words = bringWords(lang).list;
  if (!load.indicator) return words.all;
  const indicator = indicatorIn(region, load.indicator);
  const series = indicator?.series.find(({ id }) => id === load.series);
  return `${indicator?.title ?? load.indicator}: ${series?.name ?? load.series}`;
}

/** The loads, what is fetched by itself, and the ways to bring figures in. */
export function listPage(context: PageContext, { loads, next, planned, region, only }: Shown): string {
  const { lang } = context;
  const all = bringWords(lang);
  const words = all.list;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    main: (
      <>
        <p>{only ? words.municipality({ name: only.name }) : words.region}</p>
        <Alert tone="info">{words.never}</Alert>
        <ButtonGroup>
          <LinkButton href={`${BRING}/bestand`}>{words.file}</LinkButton>
          <LinkButton kind="secondary" href={`${BRING}/cbs`}>
            {words.cbs}
          </LinkButton>
        </ButtonGroup>
        {planned.length > 0 ? (
          <Section title={words.planned}>
            <p>{words.plannedIntro}</p>
            <DataTable
              caption={words.planned}
              captionHidden
              rows={planned}
              rowKey={({ id }) => id}
              columns={[
                { key: 'what', header: words.what, cell: (one) => subjectOf(region, one, lang) },
                { key: 'table', header: words.table, cell: ({ pick }) => pick.table },
                { key: 'every', header: words.every, cell: ({ every }) => all.every[every] },
                { key: 'due', header: words.due, cell: ({ due }) => formatDate(due, 'short', lang) },
                {
                  key: 'last',
                  header: words.last,
                  cell: ({ failures, last_said }) =>
                    failures > 0
                      ? words.failed({ count: failures, said: last_said ?? '' })
                      : words.wentWell({ date: last_said ?? '' }),
                },
              ]}
              action={(one) => (
                <Form action={`${BRING}/ophalen/${one.id}/stop`}>
                  <Button kind="subtle" small about={subjectOf(region, one, lang)}>
                    {words.stop}
                  </Button>
                </Form>
              )}
            />
          </Section>
        ) : null}
        <Section title={words.loads}>
          {loads.length === 0 ? (
            <EmptyState title={words.noLoads} />
          ) : (
            <DataTable
              caption={words.loads}
              captionHidden
              rows={loads}
              rowKey={({ id }) => id}
              columns={[
                { key: 'number', header: words.number, numeric: true, cell: ({ number }) => number },
                { key: 'when', header: words.when, cell: ({ at }) => formatDateTime(at, 'short', lang) },
                { key: 'what', header: words.what, cell: (load) => subjectOf(region, load, lang) },
                {
                  key: 'from',
                  header: words.from,
                  cell: ({ kind, file }) => (file ? `${words.kinds[kind]}: ${file}` : words.kinds[kind]),
                },
                { key: 'who', header: words.who, cell: ({ by_name }) => by_name },
                { key: 'rows', header: words.rows, numeric: true, cell: ({ rows }) => formatNumber(rows, 0, lang) },
                {
                  key: 'state',
                  header: words.state,
                  cell: ({ undone_by }) => (undone_by ? words.undone({ who: undone_by }) : words.stands),
                },
              ]}
              action={({ id, number }) => (
                <Link href={`${BRING}/levering/${id}`} about={String(number)}>
                  {words.look}
                </Link>
              )}
            />
          )}
          {next === undefined ? null : (
            <p>
              <Link href={`${BRING}?voor=${next}`}>{words.older}</Link>
            </p>
          )}
        </Section>
      </>
    ),
  });
}
