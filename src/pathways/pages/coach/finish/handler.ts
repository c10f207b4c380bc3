import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import { finishCase } from '../../../service/case.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { refused, showAct } from '../act.ts';
import { type CoachParts, openOwnCase } from '../parts.ts';
import { readFinish } from './form.ts';
import { finishCheckPage, finishPage } from './view.tsx';
import { finishWords } from './words.ts';

/** GET /werk/zaak/:case/afronden */
export async function showFinish(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  return showAct(parts, ask, (on, shown) => finishPage(ask.context, on, shown), form);
}

/** POST /werk/zaak/:case/afronden: check what the practice will read, change it, or send it. */
export async function finish(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  const { resident, caseId } = on;
  const step = text(ask.posted, 'step');
  if (step === 'change') return finishPage(ask.context, on, { values: ask.posted });
  const again = (errors: Readonly<Record<string, string>>) => showFinish(parts, ask, { values: ask.posted, errors });
  const read = readFinish(ask.posted, on.pathway, ask.context.lang);
  if (!read.ok) return again(read.errors);
  if (step !== 'send') return finishCheckPage(ask.context, on, read.value);
  const { outcome, failed, summary } = read.value;
  const done = await finishCase(
    parts.ground,
    ask.actor,
    { resident, caseId, ...(outcome ? { outcome } : {}), ...(failed ? { failed } : {}), summary },
    ask.door,
  );
  if (!done.ok) return refused(ask, done.problem, ['ending', 'summary'], again);
  return { to: paths.work, flash: { kind: 'good', text: finishWords(ask.context.lang).done } };
}
