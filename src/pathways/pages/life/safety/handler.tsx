import { type PageContext, renderPage } from '../../../../ui/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { openOwnTask } from '../../provider/task/handler.ts';
import { lifePage, openLife } from '../parts.tsx';
import { SafetySteps } from './view.tsx';
import { safetyWords } from './words.ts';

/** GET /werk/zaak/:case/veiligheid and /praktijk/verwijzing/:case/veiligheid */
export async function showSafety(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const opened = await openLife(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  return lifePage(ask.context, opened.value, {
    ...head(ground, ask.context),
    main: (
      <SafetySteps
        crisis={ground.definitions.in(ask.context.lang).region.crisis}
        safety={ground.definitions.in(ask.context.lang).region.safety}
      />
    ),
  });
}

/** GET /aanbod/aanmelding/:task/veiligheid */
export async function showProviderSafety(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const opened = await openOwnTask(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { title, intro } = head(ground, ask.context);
  return renderPage({
    title,
    kind: 'work',
    context: ask.context,
    breadcrumbs: [{ label: opened.page.title, href: opened.page.href }, { label: title }],
    intro,
    main: (
      <SafetySteps
        crisis={ground.definitions.in(ask.context.lang).region.crisis}
        safety={ground.definitions.in(ask.context.lang).region.safety}
      />
    ),
  });
}

function head(ground: PathwayGround, context: PageContext): { readonly title: string; readonly intro?: string } {
  const { safety } = ground.definitions.in(context.lang).region;
  return safety ? { title: safety.title, intro: safety.intro } : { title: safetyWords(context.lang).title };
}
