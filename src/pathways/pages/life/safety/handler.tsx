import { type PageContext, renderPage } from '../../../../ui/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { openOwnTask } from '../../provider/task/handler.ts';
import { lifePage, openLife, TEAM } from '../parts.tsx';
import { SafetySteps } from './view.tsx';
import { safetyWords } from './words.ts';

/** GET /werk/zaak/:case/veiligheid and /praktijk/verwijzing/:case/veiligheid */
export async function showSafety(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const opened = await openLife(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const words = safetyWords(ask.context.lang);
  const links = TEAM.includes(ask.actor.role)
    ? [
        { href: opened.value.path('afgeschermd'), label: words.withhold },
        { href: opened.value.path('adres'), label: words.address },
      ]
    : [{ href: opened.value.path('adres'), label: words.address }];
  return lifePage(ask.context, opened.value, {
    ...head(ground, ask.context),
    main: (
      <SafetySteps
        crisis={ground.definitions.in(ask.context.lang).region.crisis}
        safety={ground.definitions.in(ask.context.lang).region.safety}
        links={links}
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
