import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import { type OversightGround, rulesOf } from '../../../ground.ts';
import { ownRequest, withdrawRequest } from '../../../service/own-requests.ts';
import { ownWords } from '../words.ts';
import { ownRequestPage } from './view.tsx';

/** GET /mijn/verzoeken/:request */
export async function showOwnRequest(ground: OversightGround, ask: Ask): Promise<Answer> {
  const found = await ownRequest(ground, ask.actor, ask.param('request'), ask.door);
  if (!found.ok) return { problem: found.problem };
  return ownRequestPage(ask.context, found.value, rulesOf(ground).requests.refusals);
}

/** POST /mijn/verzoeken/:request/intrekken */
export async function takeBackRequest(ground: OversightGround, ask: FormAsk): Promise<Answer> {
  const done = await withdrawRequest(ground, ask.actor, ask.param('request'), ask.door);
  if (!done.ok) return { problem: done.problem };
  return { to: '/mijn/verzoeken', flash: { kind: 'good', text: ownWords(ask.context.lang).one.withdrawn } };
}
