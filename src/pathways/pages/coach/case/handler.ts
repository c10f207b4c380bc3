import { ABSENT, residentOf } from '../../../../platform/index.ts';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import { resumeCase } from '../../../service/case.ts';
import { closeOwnRequest } from '../../../service/refer.ts';
import { codesIn, idIn, SYSTEM } from '../../../shapes.ts';
import { afterDeath } from '../../life/death/presenter.ts';
import { answerSets, caseWords, paths } from '../../shared/index.ts';
import { type CoachParts, mayDo, openOwnCase } from '../parts.ts';
import { actionsFor, nextFor } from './actions.ts';
import { appointmentRows, contactRows, onwardViews } from './presenter.ts';
import { pastEvents, runningClocks, upcomingEvents } from './timeline.ts';
import { casePage } from './view.tsx';
import { casePageWords } from './words.ts';

/** GET /werk/zaak/:case; what was not accepted yet is an offer. */
export async function showCase(parts: CoachParts, ask: Ask): Promise<Answer> {
  const { ground } = parts;
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  const { lang } = ask.context;
  if (on.view.firstTask?.status === 'requested' && on.view.firstTask.id)
    return { to: paths.offer(on.view.firstTask.id) };
  const now = ground.clock.now();
  const sets = answerSets(ground.definitions.in(lang), on.view.responses);
  const actions = actionsFor(ground, ask.actor, on);
  const first = actions.find((action) => action.key === nextFor(on.view.row?.stage) && action.state === 'available');
  const reasons = codesIn(on.first.reasonCode, SYSTEM.reason).map(
    (code) => on.pathway.reasons.find((reason) => reason.code === code)?.label ?? code,
  );
  return casePage(ask.context, {
    on,
    actions,
    first,
    sets,
    contacts: contactRows(on, lang),
    appointments: appointmentRows(on, now, lang),
    onward: onwardViews(on, ground.definitions.in(lang), lang),
    upcoming: upcomingEvents(on, now, lang),
    past: pastEvents(on, { definitions: ground.definitions.in(lang), lang }, sets, now),
    clocks: runningClocks(on),
    teamName: ground.definitions.organisationName(idIn(on.first.performer?.[0]?.reference)),
    reasons: reasons.join(', '),
    mayWithdraw: on.view.row !== undefined && mayDo(ground, ask.actor, 'undo'),
    death: afterDeath(on.view, ground.definitions.in(lang), lang),
    role: ask.actor.role,
  });
}

const backTo = (ask: Ask) => ({ href: paths.case(ask.param('case')), label: caseWords(ask.context.lang).back });

/** POST /werk/zaak/:case/hervat */
export async function resume({ ground }: CoachParts, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const done = await resumeCase(ground, ask.actor, { resident, caseId }, ask.door);
  if (!done.ok) return { problem: done.problem, action: backTo(ask) };
  return { to: paths.case(caseId), flash: { kind: 'good', text: casePageWords(ask.context.lang).resumed } };
}

/** POST /werk/zaak/:case/aanmelding/:request/sluiten: the outcome of the provider was read. */
export async function closeOnward({ ground }: CoachParts, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident || ask.param('request') === caseId) return { problem: ABSENT };
  const what = { resident, request: ask.param('request') };
  const done = await closeOwnRequest(ground, ask.actor, what, ask.door);
  if (!done.ok) return { problem: done.problem, action: backTo(ask) };
  return { to: paths.case(caseId), flash: { kind: 'good', text: casePageWords(ask.context.lang).onwardClosed } };
}
