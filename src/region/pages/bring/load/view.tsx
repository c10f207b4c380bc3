import type { Region } from '../../../../content/index.ts';
import {
  Button,
  DataList,
  DataTable,
  Form,
  type FormState,
  formatDateTime,
  formatNumber,
  formErrors,
  kept,
  Link,
  type PageContext,
  renderPage,
  Section,
  TextField,
} from '../../../../ui/index.ts';
import { indicatorIn } from '../../../bring/bring.ts';
import { areaOf } from '../../../model/area.ts';
import type { Load } from '../../../model/brought.ts';
import type { Figure } from '../../../model/figure.ts';
import { shownValue } from '../../present.ts';
import { BRING } from '../house.ts';
import { subjectOf } from '../list/view.tsx';
import { bringWords } from '../words.ts';

type LoadRead = {
  readonly load: Load;
  readonly figures: readonly (Figure & { readonly current: boolean })[];
  /** May this reader undo it? */
  readonly mine: boolean;
};

/** One load: who, from where, which figures, and the way back. */
export function loadPage(
  context: PageContext,
  region: Region,
  { load, figures, mine }: LoadRead,
  state: FormState,
): string {
  const { lang } = context;
  const all = bringWords(lang);
  const words = all.load;
  const path = `${BRING}/levering/${load.id}`;
  return renderPage({
    title: words.title({ number: load.number }),
    kind: 'work',
    context,
    breadcrumbs: [{ label: all.list.title, href: BRING }, { label: words.title({ number: load.number }) }],
    errors: formErrors(state),
    main: (
      <>
        <DataList
          facts={[
            { term: all.list.what, value: subjectOf(region, load, lang) },
            { term: all.list.when, value: formatDateTime(load.at, 'long', lang) },
            { term: all.list.who, value: load.by_name },
            { term: all.list.from, value: all.list.kinds[load.kind] },
            ...(load.file ? [{ term: words.file, value: load.file }] : []),
            ...(load.source_version ? [{ term: words.version, value: load.source_version }] : []),
            { term: all.list.rows, value: formatNumber(load.rows, 0, lang) },
            {
              term: all.list.state,
              value: load.undone_by ? all.list.undone({ who: load.undone_by }) : all.list.stands,
            },
            ...(load.undone_why ? [{ term: words.why, value: load.undone_why }] : []),
          ]}
        />
        {load.indicator ? (
          <p>
            <Link href={`/regiobeeld/${load.indicator}`}>{words.seePage}</Link>
          </p>
        ) : null}
        {mine && !load.undone_at ? (
          <Section title={words.undo}>
            <p>{words.undoIntro}</p>
            <Form action={`${path}/terug`}>
              <TextField {...kept(state, 'why')} label={words.undoWhy} maxLength={300} />
              <Button kind="danger">{words.undo}</Button>
            </Form>
          </Section>
        ) : null}
        <Section title={words.figures}>
          {load.rows > figures.length ? <p>{words.first({ count: figures.length })}</p> : null}
          <DataTable
            caption={words.figures}
            captionHidden
            rows={figures}
            rowKey={(one) => [one.indicator, one.series, one.area, one.year, one.sex, one.age].join(' ')}
            columns={[
              { key: 'area', header: all.draft.area, cell: ({ area }) => areaOf(region, area)?.name ?? area },
              ...(load.indicator
                ? []
                : [
                    {
                      key: 'what',
                      header: all.list.what,
                      cell: (one: Figure) => indicatorIn(region, one.indicator)?.title ?? one.indicator,
                    },
                  ]),
              { key: 'year', header: all.draft.year, numeric: true, cell: ({ year }) => year },
              {
                key: 'value',
                header: words.value,
                numeric: true,
                cell: (one) => {
                  const indicator = indicatorIn(region, one.indicator);
                  return indicator ? shownValue(indicator, one.value, lang) : one.value;
                },
              },
              { key: 'current', header: words.current, cell: ({ current }) => (current ? words.yes : words.no) },
            ]}
          />
        </Section>
      </>
    ),
  });
}
