import type { Region } from '../../../content/index.ts';
import { finding, OUTCOMES } from '../../../simulation/index.ts';
import { Alert, DataTable, Link, type PageContext, renderPage } from '../../../ui/index.ts';
import type { KeptScenario } from '../../store/scenarios.ts';
import type { RunResult } from '../../what-if/run.ts';
import { shownAmount } from '../what-if/present.ts';
import { shownRange, Unknown } from '../what-if/results.tsx';
import { whatIfWords } from '../what-if/words.ts';
import { scenarioWords } from './words.ts';

type Compared = {
  readonly region: Region;
  readonly pairs: readonly { readonly kept: KeptScenario; readonly result: RunResult }[];
};

/** Scenarios beside each other: what each changes, and for whom. */
export function comparePage(context: PageContext, { pairs }: Compared): string {
  const { lang } = context;
  const words = scenarioWords(lang);
  const outcomes = whatIfWords(lang).outcomes;
  return renderPage({
    title: words.compareTitle,
    kind: 'work',
    context,
    breadcrumbs: [
      { label: whatIfWords(lang).nav, href: '/regiobeeld/wat-als' },
      { label: words.list, href: '/regiobeeld/wat-als/scenarios' },
      { label: words.compareTitle },
    ],
    intro: words.compareIntro,
    main: (
      <>
        {pairs.length < 2 ? <Alert tone="info">{words.compareFew}</Alert> : null}
        {pairs.length > 0 ? (
          <DataTable
            caption={words.compareTitle}
            captionHidden
            rows={OUTCOMES.map((name) => ({ name }))}
            rowKey={({ name }) => name}
            columns={[
              { key: 'what', header: whatIfWords(lang).what, cell: ({ name }) => outcomes[name] },
              ...pairs.map(({ kept, result }) => ({
                key: kept.id,
                header: kept.name,
                cell: ({ name }: { readonly name: (typeof OUTCOMES)[number] }) => (
                  <>
                    <strong>{shownAmount(name, finding(result.difference, name), lang)}</strong>{' '}
                    <span className="omzien-soft">({shownRange({ told: result, area: undefined, lang }, name)})</span>
                  </>
                ),
              })),
            ]}
          />
        ) : null}
        <p>
          <Link href="/regiobeeld/wat-als/scenarios">{words.list}</Link>
        </p>
        <Unknown lang={lang} />
      </>
    ),
  });
}
