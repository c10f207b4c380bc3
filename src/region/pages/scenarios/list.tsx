import type { Region } from '../../../content/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  Link,
  LinkButton,
  type PageContext,
  renderPage,
  SearchForm,
  Tick,
} from '../../../ui/index.ts';
import type { KeptScenario } from '../../store/scenarios.ts';
import { whatIfWords } from '../what-if/words.ts';
import { monitorWords } from '../words.ts';
import { summaryOf } from './summary.ts';
import { scenarioWords } from './words.ts';

type List = { readonly region: Region; readonly scenarios: readonly KeptScenario[]; readonly me: string };

/** Everything that somebody keeps or may read, to open and to hold beside each other. */
export function listPage(context: PageContext, { region, scenarios, me }: List): string {
  const { lang } = context;
  const words = scenarioWords(lang);
  const fresh = <LinkButton href="/regiobeeld/wat-als">{words.fresh}</LinkButton>;
  return renderPage({
    title: words.list,
    kind: 'work',
    context,
    breadcrumbs: [
      { label: monitorWords(lang).overview.title({ region: region.name }), href: '/regiobeeld' },
      { label: whatIfWords(lang).nav, href: '/regiobeeld/wat-als' },
      { label: words.list },
    ],
    intro: words.listIntro,
    main:
      scenarios.length === 0 ? (
        <EmptyState title={words.none} action={fresh} />
      ) : (
        <>
          <SearchForm action="/regiobeeld/wat-als/vergelijk" label={words.compare}>
            <DataTable
              caption={words.list}
              captionHidden
              rows={scenarios}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  header: words.name,
                  cell: ({ id, name }) => <Link href={`/regiobeeld/wat-als/scenarios/${id}`}>{name}</Link>,
                },
                { key: 'what', header: words.what, cell: (row) => summaryOf(row, region, lang).join('; ') },
                {
                  key: 'who',
                  header: words.who,
                  cell: ({ byPerson, byName, shared }) =>
                    `${byPerson === me ? words.mine : byName}${shared ? `, ${words.shared}` : ''}`,
                },
                { key: 'state', header: words.state, cell: ({ status }) => words.states[status ?? 'none'] },
                {
                  key: 'compare',
                  header: words.compare,
                  cell: ({ id, name }) => (
                    <Tick name="met" id={`met-${id}`} value={id} label={words.choose({ name })} />
                  ),
                },
              ]}
            />
            <Button kind="secondary">{words.compareThese}</Button>
          </SearchForm>
          <p>{fresh}</p>
        </>
      ),
  });
}
