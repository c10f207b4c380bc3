import type { ReactNode } from 'react';
import { formErrors, type PageContext, renderPage } from '../../../ui/index.ts';
import { caseWords, PersonCard, paths, type Shown } from '../shared/index.ts';
import { frameWords } from './frame-words.ts';
import type { OpenedCase } from './parts.ts';

/** A page of work on one case: the way back, who it is about at the side, and the mistakes on top. */
export function casePart(
  context: PageContext,
  on: OpenedCase,
  page: {
    readonly title: string;
    readonly intro?: ReactNode;
    readonly main: ReactNode;
    readonly form?: Shown;
    readonly actions?: ReactNode;
    /** Leave the side column out: long forms need the width. */
    readonly wide?: boolean;
  },
): string {
  const words = frameWords(context.lang);
  return renderPage({
    title: page.title,
    kind: 'work',
    context,
    overline: overlineOf(context, on),
    breadcrumbs: [
      { label: words.worklist, href: paths.work },
      { label: on.name, href: paths.case(on.caseId) },
      { label: page.title },
    ],
    intro: page.intro,
    actions: page.actions,
    errors: formErrors(page.form ?? {}),
    aside: on.person && !page.wide ? <PersonCard person={on.person} title={words.resident} /> : undefined,
    main: page.main,
  });
}

/** "Anna Voorbeeld, 78 jaar". */
export function nameAndAge(context: PageContext, on: OpenedCase): string {
  const age = on.person?.age;
  return age === undefined ? on.name : `${on.name}, ${caseWords(context.lang).age({ years: age })}`;
}

/** "Anna Voorbeeld, 78 jaar · WOR-1A2-B3C4". */
export function overlineOf(context: PageContext, on: OpenedCase): string {
  return [nameAndAge(context, on), on.number].filter(Boolean).join(' · ');
}
