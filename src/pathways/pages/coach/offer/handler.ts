import { localDate, type Result } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import { reasonsFor } from '../../../model/index.ts';
import { openTask } from '../../../read/case.ts';
import { ownLine } from '../../../read/line.ts';
import { fixedCoachFor } from '../../../read/tie.ts';
import { REFUSALS } from '../../../refusals.ts';
import { takeStep } from '../../../service/task.ts';
import { caseOf, hopOf, pathwayOf } from '../../../shapes.ts';
import { paths, refusalOf, type Shown } from '../../shared/index.ts';
import type { CoachParts } from '../parts.ts';
import { type Offer, offerPage } from './view.tsx';
import { offerWords } from './words.ts';

type Opened = Offer & { readonly resident: string; readonly caseId: string; readonly accepted: boolean };

async function opened({ ground }: CoachParts, ask: Ask): Promise<Result<Opened>> {
  const taskId = ask.param('task');
  const found = await openTask(ground, ask.actor, taskId, ask.door);
  if (!found.ok) return found;
  const { task, request, resident } = found.value;
  const canonical = pathwayOf(request);
  if (!canonical || hopOf(request) !== 'first')
    return {
      ok: false,
      problem: { kind: 'absent', text: REFUSALS.noReferral },
    };
  const pathway = ground.definitions.in(ask.context.lang).pathway(canonical.id, canonical.version);
  const caseId = caseOf(request);
  return {
    ok: true,
    value: {
      task: taskId,
      resident,
      caseId,
      request,
      fixedCoach: await fixedCoachFor(ground, request.requester?.reference),
      line: await ownLine(ground, ask.actor, { resident, caseId }),
      pathway,
      reasons: reasonsFor(pathway, 'rejected', 'provider'),
      open: task.status === 'requested' && request.status === 'active',
      accepted: ['accepted', 'in-progress', 'on-hold', 'completed', 'failed'].includes(task.status),
      coordinator: ask.actor.role === 'coordinator',
      today: localDate(ground.clock.now()),
    },
  };
}

/** GET /werk/aanmelding/:task; what was accepted is a case. */
export async function showOffer(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  const found = await opened(parts, ask);
  if (!found.ok) return { problem: found.problem };
  if (found.value.accepted) return { to: paths.case(found.value.caseId) };
  const values = form ?? { values: (await ask.draft()) ?? {} };
  const page = offerPage(ask.context, found.value, values);
  return form ? { again: page } : page;
}

/** POST /werk/aanmelding/:task: yes or no. */
export async function answerOffer(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const words = offerWords(ask.context.lang);
  const values = ask.posted;
  const answer = text(values, 'answer');
  const reason = text(values, 'reason');
  const note = text(values, 'note');
  if (answer !== 'accept' && answer !== 'reject')
    return showOffer(parts, ask, { values, errors: { answer: words.mistakes.answer } });
  if (answer === 'reject' && !reason)
    return showOffer(parts, ask, { values, errors: { reason: words.mistakes.reason } });
  const found = await opened(parts, ask);
  if (!found.ok) return { problem: found.problem };
  const step =
    answer === 'accept' ? { to: 'accepted' as const } : { to: 'rejected' as const, reason, ...(note ? { note } : {}) };
  const done = await takeStep(parts.ground, ask.actor, { task: ask.param('task'), ...step }, ask.door);
  if (!done.ok) {
    const action = { href: paths.work, label: words.toList };
    if (done.problem.kind === 'conflict') return { problem: done.problem, action };
    const errors = refusalOf(done.problem, ['reason', 'note'], 'answer', ask.context.lang);
    return errors ? showOffer(parts, ask, { values, errors }) : { problem: done.problem, action };
  }
  // The same answer twice changes nothing; who came second is told whose the case is.
  const { resident, caseId } = found.value;
  const line = await ownLine(parts.ground, ask.actor, { resident, caseId });
  if (answer === 'accept' && !found.value.coordinator && line?.assignee !== ask.actor.person)
    return {
      problem: { kind: 'conflict', text: words.first({ name: line?.assignee_name ?? words.someone }) },
      action: { href: paths.case(caseId), label: words.toCase },
    };
  if (answer === 'reject') return { to: paths.work, flash: { kind: 'good', text: words.rejected } };
  return {
    to: paths.case(found.value.caseId),
    flash: { kind: 'good', text: found.value.coordinator ? words.acceptedTeam : words.accepted },
  };
}
