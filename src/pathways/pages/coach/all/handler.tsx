import { PrintButton } from '../../../../ui/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import { everythingAbout } from '../../../read/everything.ts';
import { EverythingSections, everythingWords, partsOf } from '../../shared/index.ts';
import { casePart } from '../frame.tsx';
import { type CoachParts, openOwnCase } from '../parts.ts';

/** GET /werk/zaak/:case/alles: on paper, for who has no screen. No more than the team sees. */
export async function showAllOnPaper(parts: CoachParts, ask: Ask): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  const found = await everythingAbout(parts.ground, ask.actor, on.resident, ask.door);
  if (!found.ok) return { problem: found.problem };
  const words = everythingWords(ask.context.lang);
  return casePart(ask.context, on, {
    title: words.coachTitle({ name: on.name }),
    intro: words.coachIntro,
    actions: <PrintButton>{words.print}</PrintButton>,
    wide: true,
    main: <EverythingSections person={on.person} parts={partsOf(found.value, ask.context.lang)} />,
  });
}
