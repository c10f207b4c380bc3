import { localDate } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import { worklist } from '../../../read/worklist.ts';
import { idIn } from '../../../shapes.ts';
import type { CoachParts } from '../parts.ts';
import { rowOf, VIEW_OF } from './presenter.ts';
import { worklistPage } from './view.tsx';

/** GET /werk: the list of the team. */
export async function showWorklist({ ground }: CoachParts, ask: Ask): Promise<Answer> {
  const word = ask.query('lijst') ?? 'open';
  const view = Object.hasOwn(VIEW_OF, word) ? VIEW_OF[word]! : 'open';
  const after = ask.query('na');
  const list = await worklist(ground, ask.actor, { view, ...(after ? { after } : {}) }, ask.door);
  if (!list.ok) return { problem: list.problem };
  const today = localDate(ground.clock.now());
  const rows = list.value.lines.map((line) => rowOf(line, { person: ask.actor.person, today }, ask.context.lang));
  const team = ask.actor.services.map((service) => ground.definitions.organisationName(idIn(service))).join(', ');
  return worklistPage(ask.context, list.value, rows, { view, team, today, first: !after });
}
