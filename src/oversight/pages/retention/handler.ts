import { isResidentId } from '../../../platform/index.ts';
import type { FormState } from '../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../web/index.ts';
import { type OversightGround, rulesOf } from '../../ground.ts';
import { isPart } from '../../model/retention.ts';
import { approveDue, holdDue, listDue, releaseDue } from '../../service/retention.ts';
import { retentionPage } from './view.tsx';
import { retentionWords } from './words.ts';

/** GET /privacy/bewaren */
export async function showRetention(
  ground: OversightGround,
  ask: Ask,
  form?: FormState<'because' | 'resident' | 'part'>,
): Promise<Answer> {
  const found = await listDue(ground, ask.actor, ask.door);
  if (!found.ok) return { problem: found.problem };
  const { retention } = ground.definitions.in(ask.context.lang).region;
  const asked = form ? `${form.values?.resident}-${form.values?.part}` : ask.query('houd');
  const holding = found.value.dues.find((due) => due.state === 'due' && `${due.resident}-${due.part}` === asked);
  const page = retentionPage(ask.context, { ...found.value, retention, rules: rulesOf(ground), holding }, form);
  return form ? { again: page } : page;
}

/** POST /privacy/bewaren: let a part go, hold it, or put it back. */
export async function sendRetention(ground: OversightGround, ask: FormAsk): Promise<Answer> {
  const words = retentionWords(ask.context.lang).due;
  const [resident, part, step] = ['resident', 'part', 'step'].map((name) => text(ask.posted, name));
  if (!resident || !isResidentId(resident) || !part || !isPart(part)) return showRetention(ground, ask);
  const choice = { resident, part };
  const because = text(ask.posted, 'because').slice(0, 1000);
  if (step === 'hold' && !because)
    return showRetention(ground, ask, { values: ask.posted, errors: { because: words.becauseEmpty } });
  const done =
    step === 'hold'
      ? await holdDue(ground, ask.actor, { ...choice, because }, ask.door)
      : step === 'release'
        ? await releaseDue(ground, ask.actor, choice, ask.door)
        : await approveDue(ground, ask.actor, choice, ask.door);
  if (!done.ok) return { problem: done.problem };
  const said = step === 'hold' ? words.held : step === 'release' ? words.released : words.approved;
  return { to: '/privacy/bewaren', flash: { kind: 'good', text: said } };
}
