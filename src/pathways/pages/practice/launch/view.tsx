import { LinkButton, type PageContext, renderPage } from '../../../../ui/index.ts';
import { launchPatientWords } from './words.ts';

/** A launch that leads nowhere: why, that nothing was lost, and the way on. */
export function stuckPage(
  context: PageContext,
  why: string,
  action: { readonly href: string; readonly label: string },
): string {
  const words = launchPatientWords(context.lang);
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: why,
    main: (
      <>
        <p>{words.kept}</p>
        <LinkButton href={action.href}>{action.label}</LinkButton>
      </>
    ),
  });
}
