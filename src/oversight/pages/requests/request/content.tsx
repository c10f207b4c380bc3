import { CORRECTABLE } from '../../../../pathways/index.ts';
import { Link, type PageContext, PrintButton, renderPage } from '../../../../ui/index.ts';
import type { Overview } from '../../../service/overview.ts';
import { OverviewParts } from '../../overview.tsx';
import { requestWords } from '../words.ts';

/** What a record says, opened for one request: to print for who has no screen, or to see what is to be corrected. */
export function contentPage(context: PageContext, key: string, overview: Overview, correct: boolean): string {
  const words = requestWords(context.lang);
  return renderPage({
    title: words.content.title({ name: overview.details?.name ?? '' }),
    kind: 'work',
    context,
    intro: words.content.intro,
    breadcrumbs: [
      { label: words.list.title, href: '/privacy/verzoeken' },
      { label: words.one.facts, href: `/privacy/verzoeken/${key}` },
      { label: words.content.crumb },
    ],
    actions: <PrintButton />,
    main: (
      <OverviewParts
        overview={overview}
        lang={context.lang}
        {...(correct
          ? {
              beside: (entry) =>
                CORRECTABLE[entry.type] ? (
                  <p>
                    <Link href={`/privacy/verzoeken/${key}?gegeven=${entry.type}/${entry.id}#besluit`}>
                      {words.correct.choose}
                    </Link>
                  </p>
                ) : null,
            }
          : {})}
      />
    ),
  });
}
