import { ABSENT, residentOf } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { carryOutCorrection } from '../../../service/correction.ts';
import { refusalOf, type Shown } from '../../shared/index.ts';
import { lifePath, openLife } from '../parts.tsx';
import { entryRows } from '../withheld/presenter.ts';
import { correctPage } from './view.tsx';
import { correctWords } from './words.ts';

/** GET /werk/zaak/:case/verbeteren */
export async function showCorrect(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const opened = await openLife(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  const draft = form ? undefined : await ask.draft();
  const entries = entryRows(on.view, ground.definitions, ask.context.lang);
  const page = correctPage(ask.context, on, entries, form ?? (draft ? { values: draft } : {}));
  return form ? { again: page } : page;
}

/** POST /werk/zaak/:case/verbeteren */
export async function sendCorrect(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const words = correctWords(ask.context.lang);
  const again = (errors: Readonly<Record<string, string>>) => showCorrect(ground, ask, { values: ask.posted, errors });
  const [correction, how] = [text(ask.posted, 'correction'), text(ask.posted, 'how')];
  const told = text(ask.posted, 'text').slice(0, 2000);
  const errors = {
    ...(how ? {} : { how: words.mistakes.how }),
    ...(told ? {} : { text: words.mistakes.text }),
  };
  if (Object.keys(errors).length > 0) return again(errors);
  const done = await carryOutCorrection(ground, ask.actor, { resident, caseId, correction, how, text: told }, ask.door);
  if (!done.ok) {
    const mistakes = refusalOf(done.problem, ['how', 'text'], 'text', ask.context.lang);
    return mistakes ? again(mistakes) : { problem: done.problem };
  }
  const part = done.value.left > 0 ? 'verbeteren' : '';
  return { to: lifePath(ask.actor.role, caseId, part), flash: { kind: 'good', text: words.done } };
}
