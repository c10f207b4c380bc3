import { ABSENT } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import { isOpen, reasonsFor } from '../../../model/index.ts';
import { withdrawReferral } from '../../../service/refer.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { refused, showAct } from '../act.ts';
import { type CoachParts, type OpenedCase, openOwnCase } from '../parts.ts';
import { withdrawPage } from './view.tsx';
import { onwardWords } from './words.ts';

function takenAlong(on: OpenedCase, request: string, ask: Ask): readonly string[] {
  const words = onwardWords(ask.context.lang);
  const one = on.view.onward.find((held) => held.request.id === request);
  return (one?.request.performer ?? []).flatMap((candidate) => {
    const service = candidate.display ?? candidate.reference;
    const task = one?.tasks.findLast((held) => held.owner?.reference === candidate.reference);
    if (!task) return [words.waiting({ service })];
    return isOpen(task.status) ? [words.asked({ service })] : [];
  });
}

/** GET /werk/zaak/:case/aanmelding/:request/intrekken */
export async function showWithdraw(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  const request = ask.param('request');
  return showAct(
    parts,
    ask,
    (on, shown) =>
      withdrawPage(
        ask.context,
        on,
        { request, takes: takenAlong(on, request, ask), reasons: reasonsFor(on.pathway, 'cancelled', 'requester') },
        shown,
      ),
    form,
  );
}

/** POST of the same. */
export async function withdraw(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { resident, caseId, pathway, view } = opened.value;
  const request = ask.param('request');
  if (!view.onward.some((one) => one.request.id === request)) return { problem: ABSENT };
  const words = onwardWords(ask.context.lang);
  const again = (errors: Readonly<Record<string, string>>) => showWithdraw(parts, ask, { values: ask.posted, errors });
  const reason = reasonsFor(pathway, 'cancelled', 'requester').find((one) => one.code === text(ask.posted, 'reason'));
  if (!reason) return again({ reason: words.mistake });
  const done = await withdrawReferral(
    parts.ground,
    ask.actor,
    { resident, caseId: request, reason: reason.label },
    ask.door,
  );
  if (!done.ok) return refused(ask, done.problem, ['reason'], again);
  return { to: paths.case(caseId), flash: { kind: 'good', text: words.done } };
}
