import { localDate, mistakesIn, type Problem, textIn } from '../../../../platform/index.ts';
import type { FormState } from '../../../../ui/index.ts';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { openTask } from '../../../read/case.ts';
import { lineOfTask } from '../../../read/task-line.ts';
import { recordAttendance } from '../../../service/contact.ts';
import { takeStep } from '../../../service/task.ts';
import type { Request } from '../../../shapes.ts';
import { providerWords } from '../words.ts';
import { type AttendanceField, readAttendance } from './attendance-form.ts';
import { presentTask, type TaskPage } from './presenter.ts';
import { taskPage } from './view.tsx';

/** Opens the Task this address names, or says why not. */
export async function openOwnTask(
  ground: PathwayGround,
  ask: Ask,
): Promise<
  | { readonly ok: true; readonly page: TaskPage; readonly request: Request }
  | { readonly ok: false; readonly problem: Problem }
> {
  const opened = await openTask(ground, ask.actor, ask.param('task'), ask.door);
  if (!opened.ok) return opened;
  const line = await lineOfTask(ground, ask.actor, ask.param('task'));
  const today = localDate(ground.clock.now());
  const words = providerWords(ask.context.lang);
  const { request } = opened.value;
  return {
    ok: true,
    request,
    page: presentTask(opened.value, line, ground.definitions.in(ask.context.lang), today, words, ask.context.lang),
  };
}

/** GET /aanbod/aanmelding/:task */
export async function showTask(
  ground: PathwayGround,
  ask: Ask,
  form: FormState<AttendanceField> = {},
): Promise<Answer> {
  const opened = await openOwnTask(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  return taskPage(ask.context, opened.page, localDate(ground.clock.now()), form);
}

/** POST …/ja, …/start and …/verder: steps that need no more words. */
export async function takePlainStep(
  ground: PathwayGround,
  ask: FormAsk,
  to: 'accepted' | 'in-progress',
  said: 'accepted' | 'started' | 'resumed',
): Promise<Answer> {
  const task = ask.param('task');
  const done = await takeStep(ground, ask.actor, { task, to }, ask.door);
  if (!done.ok) return tooLate(ask, done.problem);
  return {
    to: `/aanbod/aanmelding/${task}`,
    flash: { kind: 'good', text: providerWords(ask.context.lang).step[said] },
  };
}

/** POST …/aanwezigheid */
export async function keepSession(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const words = providerWords(ask.context.lang);
  const form = readAttendance(ask.posted, words.errors);
  const values = ask.posted as FormState<AttendanceField>['values'];
  const again = async (errors: FormState<AttendanceField>['errors']): Promise<Answer> => {
    const page = await showTask(ground, ask, { ...(values ? { values } : {}), ...(errors ? { errors } : {}) });
    return typeof page === 'string' ? { again: page } : page;
  };
  if (!form.ok) return again(form.errors);
  const task = ask.param('task');
  const kept = await recordAttendance(ground, ask.actor, { task, ...form.value }, ask.door);
  if (kept.ok) return { to: `/aanbod/aanmelding/${task}`, flash: { kind: 'good', text: words.step.recorded } };
  const places = kept.problem.at ?? [];
  return places.length > 0 ? again(mistakesIn(places, ask.context.lang)) : tooLate(ask, kept.problem);
}

/**
 * What is said to an answer that found the Task elsewhere: withdrawn meanwhile, or asked of the next place. Where the
 * Task may still be seen its page tells how it stands; otherwise the list does.
 */
export function tooLate(ask: FormAsk, problem: Problem): Answer {
  const words = providerWords(ask.context.lang);
  if (problem.kind === 'absent') return { to: '/aanbod', flash: { kind: 'error', text: words.step.tooLate } };
  if (problem.kind === 'conflict')
    return {
      to: `/aanbod/aanmelding/${ask.param('task')}`,
      flash: { kind: 'error', text: textIn(problem.text, ask.context.lang) },
    };
  return { problem };
}
