import { textIn } from '../../../../platform/index.ts';
import type { FormState } from '../../../../ui/index.ts';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { type Coded, isOpen, reasonsFor } from '../../../model/index.ts';
import { withdrawReferral } from '../../../service/refer.ts';
import { takeStep } from '../../../service/task.ts';
import { ownCase } from '../home/handler.ts';
import { residentWords } from '../words.ts';
import { readStop, type StopField } from './form.ts';
import { type StopChoice, stopPage } from './view.tsx';

type Stoppable = {
  readonly resident: string;
  readonly caseId: string;
  readonly services: readonly StopChoice[];
  readonly reasons: readonly Coded[];
};

/** GET /mijn/stop */
export async function showStop(ground: PathwayGround, ask: Ask, form: FormState<StopField> = {}): Promise<Answer> {
  const found = await stoppable(ground, ask);
  if (found && 'problem' in found) return found;
  return stopPage(ask.context, found, form);
}

/** POST /mijn/stop */
export async function stop(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const found = await stoppable(ground, ask);
  if (found && 'problem' in found) return found;
  const words = residentWords(ask.context.lang).stop;
  if (!found) return { to: '/mijn', flash: { kind: 'info', text: words.nothing } };
  const { resident, caseId, services, reasons } = found;
  const form = readStop(ask.posted, { whats: [...services.map((one) => one.task), 'all'], reasons }, words);
  if (!form.ok) {
    const values = ask.posted as NonNullable<FormState<StopField>['values']>;
    return { again: stopPage(ask.context, found, { values, errors: form.errors }) };
  }
  const { what, reason } = form.value;
  const done =
    what === 'all'
      ? await withdrawReferral(ground, ask.actor, { resident, caseId, reason: reason.label }, ask.door)
      : await takeStep(ground, ask.actor, { task: what, to: 'cancelled', reason: reason.code }, ask.door);
  if (!done.ok && done.problem.kind === 'conflict')
    return { to: '/mijn', flash: { kind: 'info', text: textIn(done.problem.text, ask.context.lang) } };
  if (!done.ok) return { problem: done.problem };
  return { to: '/mijn', flash: { kind: 'good', text: words.done } };
}

async function stoppable(
  ground: PathwayGround,
  ask: Ask,
): Promise<Stoppable | undefined | Extract<Answer, { problem: unknown }>> {
  const own = await ownCase(ground, ask);
  if (!own.ok) return { problem: own.problem };
  const { view } = own.value;
  if (!view || view.row.closed_at !== null) return undefined;
  return {
    resident: view.row.resident_id,
    caseId: view.row.id,
    services: view.onward
      .flatMap((one) => one.tasks)
      .filter((task) => isOpen(task.status))
      .map((task) => ({ task: task.id ?? '', service: task.owner?.display ?? '' })),
    // The words of the region speak of "the resident"; the reasons stay the same.
    reasons: reasonsFor(
      ground.definitions.in(ask.context.lang).pathway(view.row.pathway, view.row.pathway_version),
      'cancelled',
      'resident',
    ).map((one) => ({ ...one, label: one.label.replace(/^De inwoner /, 'Ik ') })),
  };
}
