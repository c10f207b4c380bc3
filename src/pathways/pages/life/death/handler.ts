import { ABSENT, asLocalDate, type Problem, residentOf } from '../../../../platform/index.ts';
import { dateOfParts, isEmptyDate, readDateParts } from '../../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { correctDeath, reopenCase, reportDeath } from '../../../service/death.ts';
import { refusalOf, type Shown } from '../../shared/index.ts';
import { lifePath, openLife } from '../parts.tsx';
import { lifeWords } from '../words.ts';
import { afterDeath } from './presenter.ts';
import { afterPage, reopenPage, reportPage } from './view.tsx';
import { deathWords } from './words.ts';

/** GET …/overlijden: records it; after that, whom to tell; after a mistake, how the case opens again. */
export async function showDeath(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const opened = await openLife(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  const after = afterDeath(on.view, ground.definitions.in(ask.context.lang), ask.context.lang);
  if (after.deceased) return afterPage(ask.context, on, after, ground.definitions.daysAfterDeath);
  if (after.mistaken) return reopenPage(ask.context, on, after);
  const draft = form ? undefined : await ask.draft();
  const page = reportPage(ask.context, on, form ?? (draft ? { values: draft } : {}));
  return form ? { again: page } : page;
}

/** POST …/overlijden */
export async function report(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const words = deathWords(ask.context.lang);
  const again = (errors: Readonly<Record<string, string>>) => showDeath(ground, ask, { values: ask.posted, errors });
  const parts = readDateParts(ask.posted, 'on');
  const on = dateOfParts(parts);
  const errors = {
    ...(on || isEmptyDate(parts) ? {} : { on: words.mistakes.on }),
    ...(text(ask.posted, 'sure') ? {} : { sure: words.mistakes.sure }),
  };
  if (Object.keys(errors).length > 0) return again(errors);
  const what = { resident, caseId, ...(on ? { on: asLocalDate(on) } : {}) };
  const done = await reportDeath(ground, ask.actor, what, ask.door);
  if (!done.ok) {
    const mistakes = refusalOf(done.problem, ['on', 'sure'], 'on', ask.context.lang);
    return mistakes ? again(mistakes) : { problem: done.problem };
  }
  return { to: lifePath(ask.actor.role, caseId, 'overlijden'), flash: { kind: 'good', text: words.done } };
}

/** POST …/overlijden/vergissing and …/overlijden/heropenen */
export async function setRight(ground: PathwayGround, ask: FormAsk, what: 'correct' | 'reopen'): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const words = deathWords(ask.context.lang);
  const act = what === 'correct' ? correctDeath : reopenCase;
  const done = await act(ground, ask.actor, { resident, caseId }, ask.door);
  if (!done.ok) return withWayBack(ask, done.problem);
  return what === 'correct'
    ? { to: lifePath(ask.actor.role, caseId, 'overlijden'), flash: { kind: 'good', text: words.undone } }
    : { to: lifePath(ask.actor.role, caseId), flash: { kind: 'good', text: words.reopened } };
}

function withWayBack(ask: FormAsk, problem: Problem): Answer {
  return {
    problem,
    action: { href: lifePath(ask.actor.role, ask.param('case')), label: lifeWords(ask.context.lang).toCase },
  };
}
