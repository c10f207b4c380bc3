import type { FormState } from '../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../web/index.ts';
import { type OversightGround, rulesOf } from '../../ground.ts';
import { isGlassReason } from '../../model/break-glass.ts';
import { breakGlass, readInNeed } from '../../service/break-glass.ts';
import { glassWords } from '../glass-words.ts';
import { readIdentity } from '../who.tsx';
import { type NeedField, neededPage, needPage } from './view.tsx';

/** GET /praktijk/nood */
export async function showNeed(ground: OversightGround, ask: Ask): Promise<Answer> {
  const values = await ask.draft();
  return needPage(ask.context, rulesOf(ground).breakGlass.hours, values ? { values } : {});
}

/** POST /praktijk/nood */
export async function sendNeed(ground: OversightGround, ask: FormAsk): Promise<Answer> {
  const words = glassWords(ask.context.lang).form;
  const again = (errors: FormState<NeedField>['errors']): Answer => ({
    again: needPage(ask.context, rulesOf(ground).breakGlass.hours, { values: ask.posted, errors: errors ?? {} }),
  });
  const identity = readIdentity(ask.posted);
  const [reason, said] = [text(ask.posted, 'reason'), text(ask.posted, 'said').slice(0, 2000)];
  const errors = {
    ...(identity ? {} : { bsn: words.notCertain }),
    ...(isGlassReason(reason) ? {} : { reason: words.chooseReason }),
    ...(said ? {} : { said: words.writeSaid }),
  };
  if (!identity || !isGlassReason(reason) || !said) return again(errors);
  const opened = await breakGlass(ground, ask.actor, { identity, reason, said }, ask.door);
  if (opened.ok) return { to: `/praktijk/nood/${opened.value}` };
  // The same words for nobody, several, and somebody who is not here any more.
  if (opened.problem.kind === 'unprocessable') return again({ bsn: words.notCertain });
  return { problem: opened.problem };
}

/** GET /praktijk/nood/:glass */
export async function showNeeded(ground: OversightGround, ask: Ask): Promise<Answer> {
  const read = await readInNeed(ground, ask.actor, ask.param('glass'), ask.door);
  return read.ok ? neededPage(ask.context, read.value) : { problem: read.problem };
}
