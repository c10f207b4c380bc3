import { Card, EmptyState, type PageContext, renderPage } from '../../../../ui/index.ts';
import { otherWords } from '../words.ts';

/** The page of a debt officer: nothing yet, and why nothing of others. */
export function debtPage(context: PageContext): string {
  const words = otherWords(context.lang).debt;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    main: (
      <>
        <EmptyState title={words.empty}>
          <p>{words.more}</p>
        </EmptyState>
        <Card title={words.apart} icon="lock">
          <p>{words.apartText}</p>
        </Card>
      </>
    ),
  });
}
