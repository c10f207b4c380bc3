import { ABSENT, residentOf } from '../../../../platform/index.ts';
import type { FormState } from '../../../../ui/index.ts';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { type Coded, reasonsFor } from '../../../model/index.ts';
import { openTask } from '../../../read/case.ts';
import { takeStep } from '../../../service/task.ts';
import { pathwayOf } from '../../../shapes.ts';
import { openOwnTask, tooLate } from '../task/handler.ts';
import { providerWords } from '../words.ts';
import { readStep, STEPS, type StepField, type StepKind } from './form.ts';
import { stepPage } from './view.tsx';

/** GET …/nee, …/pauze, …/afronden, …/stoppen */
export async function showStep(
  ground: PathwayGround,
  ask: Ask,
  kind: StepKind,
  form: FormState<StepField> = {},
): Promise<Answer> {
  const opened = await openOwnTask(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  return stepPage(ask.context, kind, opened.page, await choicesOf(ground, ask, kind), form);
}

/** POST of the same. */
export async function takeReasonedStep(ground: PathwayGround, ask: FormAsk, kind: StepKind): Promise<Answer> {
  const words = providerWords(ask.context.lang);
  const task = ask.param('task');
  if (!residentOf(task)) return { problem: ABSENT };
  const choices = await choicesOf(ground, ask, kind);
  // Whoever no longer has the Task has no choices either: that is too late, not a mistake in the form.
  if (choices.length === 0) return tooLate(ask, ABSENT);
  const form = readStep(kind, ask.posted, choices, words.errors);
  if (!form.ok) {
    const page = await showStep(ground, ask, kind, {
      values: ask.posted as NonNullable<FormState<StepField>['values']>,
      errors: form.errors,
    });
    return typeof page === 'string' ? { again: page } : page;
  }
  const { to, field } = STEPS[kind];
  const { choice, note } = form.value;
  const step = { task, to, note, ...(field === 'outcome' ? { outcome: choice } : { reason: choice }) };
  const done = await takeStep(ground, ask.actor, step, ask.door);
  if (!done.ok) return tooLate(ask, done.problem);
  return {
    to: kind === 'pause' ? `/aanbod/aanmelding/${task}` : '/aanbod',
    flash: { kind: 'good', text: words.step[kind].done },
  };
}

/** The reasons or outcomes of the pathway version that the case of this Task runs on. */
async function choicesOf(ground: PathwayGround, ask: Ask, kind: StepKind): Promise<readonly Coded[]> {
  const opened = await openTask(ground, ask.actor, ask.param('task'), ask.door);
  const pathway = opened.ok ? pathwayOf(opened.value.request) : undefined;
  if (!pathway) return [];
  return reasonsFor(ground.definitions.pathway(pathway.id, pathway.version), STEPS[kind].to, 'provider');
}
