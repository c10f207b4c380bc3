import type { FormState, Language } from '../../../../ui/index.ts';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { type Coded, reasonsFor } from '../../../model/index.ts';
import { takeStep } from '../../../service/task.ts';
import { pathwayOf, type Request } from '../../../shapes.ts';
import { openOwnTask, tooLate } from '../task/handler.ts';
import { providerWords } from '../words.ts';
import { readStep, STEPS, type StepField, type StepKind } from './form.ts';
import { stepPage } from './view.tsx';

/** GET …/nee, …/pauze, …/afronden, …/stoppen */
export async function showStep(ground: PathwayGround, ask: Ask, kind: StepKind): Promise<Answer> {
  const opened = await openOwnTask(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const from: readonly string[] = STEPS[kind].from;
  // Somebody kept this address, or the Task went on meanwhile: its own page tells how it stands.
  if (!from.includes(opened.page.phase)) return { to: opened.page.href };
  return stepPage(ask.context, kind, opened.page, choicesOf(ground, opened.request, kind, ask.context.lang));
}

/** POST of the same. */
export async function takeReasonedStep(ground: PathwayGround, ask: FormAsk, kind: StepKind): Promise<Answer> {
  const words = providerWords(ask.context.lang);
  const task = ask.param('task');
  const opened = await openOwnTask(ground, ask);
  // Whoever no longer has the Task came too late; that is no mistake in the form.
  if (!opened.ok) return tooLate(ask, opened.problem);
  const choices = choicesOf(ground, opened.request, kind, ask.context.lang);
  const form = readStep(kind, ask.posted, choices, words.errors);
  if (!form.ok) {
    const values = ask.posted as NonNullable<FormState<StepField>['values']>;
    return { again: stepPage(ask.context, kind, opened.page, choices, { values, errors: form.errors }) };
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

/** The reasons or outcomes of the pathway version that the case of this request runs on. */
function choicesOf(ground: PathwayGround, request: Request, kind: StepKind, lang: Language): readonly Coded[] {
  const pathway = pathwayOf(request);
  if (!pathway) return [];
  return reasonsFor(ground.definitions.in(lang).pathway(pathway.id, pathway.version), STEPS[kind].to, 'provider');
}
