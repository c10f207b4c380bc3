import { localDate } from '../../../platform/index.ts';
import type { FormState } from '../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../web/index.ts';
import type { OversightGround } from '../../ground.ts';
import { isGlassOutcome } from '../../model/break-glass.ts';
import { listGlasses, openGlass, reviewGlass } from '../../service/break-glass.ts';
import { glassWords } from '../glass-words.ts';
import { glassesPage, glassPage, type ReviewField } from './view.tsx';

const nameOf = (ground: OversightGround) => (reference: string) =>
  ground.definitions.organisationName(reference.slice(reference.indexOf('/') + 1));

/** GET /privacy/nood */
export async function showGlasses(ground: OversightGround, ask: Ask): Promise<Answer> {
  const which = ask.query('lijst') === 'nagekeken' ? 'closed' : 'open';
  const found = await listGlasses(ground, ask.actor, which, ask.door);
  if (!found.ok) return { problem: found.problem };
  const today = localDate(ground.clock.now());
  return glassesPage(ask.context, { which, glasses: found.value, today, nameOf: nameOf(ground) });
}

/** GET /privacy/nood/:glass */
export async function showGlass(ground: OversightGround, ask: Ask, form?: FormState<ReviewField>): Promise<Answer> {
  const found = await openGlass(ground, ask.actor, ask.param('glass'), ask.door);
  if (!found.ok) return { problem: found.problem };
  const page = glassPage(ask.context, found.value, nameOf(ground), form);
  return form ? { again: page } : page;
}

/** POST /privacy/nood/:glass */
export async function sendReview(ground: OversightGround, ask: FormAsk): Promise<Answer> {
  const words = glassWords(ask.context.lang).review;
  const [outcome, note] = [text(ask.posted, 'outcome'), text(ask.posted, 'note').slice(0, 2000)];
  if (!isGlassOutcome(outcome) || !note)
    return showGlass(ground, ask, {
      values: ask.posted,
      errors: {
        ...(isGlassOutcome(outcome) ? {} : { outcome: words.chooseOutcome }),
        ...(note ? {} : { note: words.writeNote }),
      },
    });
  const done = await reviewGlass(ground, ask.actor, ask.param('glass'), { outcome, note }, ask.door);
  return done.ok ? { to: '/privacy/nood', flash: { kind: 'good', text: words.done } } : { problem: done.problem };
}
