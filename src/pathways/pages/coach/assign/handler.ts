import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import { teamMembers } from '../../../read/team.ts';
import { assign } from '../../../service/task.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { refused, showAct } from '../act.ts';
import { type CoachParts, openOwnCase } from '../parts.ts';
import { assignPage } from './view.tsx';
import { assignWords } from './words.ts';

/** GET /werk/zaak/:case/toewijzen */
export async function showAssign(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  return showAct(
    parts,
    ask,
    async (on, shown) =>
      assignPage(ask.context, on, await teamMembers(parts.ground, ask.actor, on.view.row?.team ?? ''), shown),
    form,
  );
}

/** POST /werk/zaak/:case/toewijzen */
export async function assignCase(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { resident, caseId, view } = opened.value;
  const words = assignWords(ask.context.lang);
  const again = (errors: Readonly<Record<string, string>>) => showAssign(parts, ask, { values: ask.posted, errors });
  const members = await teamMembers(parts.ground, ask.actor, view.row?.team ?? '');
  const to = members.find((member) => member.person === text(ask.posted, 'to'));
  if (!to) return again({ to: words.mistake });
  const done = await assign(
    parts.ground,
    ask.actor,
    { resident, caseId, to, ...('present' in ask.posted ? { from: text(ask.posted, 'present') || null } : {}) },
    ask.door,
  );
  if (!done.ok) return refused(ask, done.problem, ['to'], again);
  return { to: paths.case(caseId), flash: { kind: 'good', text: words.done({ name: to.name }) } };
}
