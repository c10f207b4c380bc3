import { organisationBehind } from '../../../pathways/index.ts';
import type { Answer, Ask, FormAsk } from '../../../web/index.ts';
import type { OversightGround } from '../../ground.ts';
import { dutyLetterPosted, dutyLetters, openDutyLetter } from '../../service/letters.ts';
import { letterPage, lettersPage } from './view.tsx';
import { dutyLetterWords } from './words.ts';

/** GET /privacy/brieven */
export async function showLetters(ground: OversightGround, ask: Ask): Promise<Answer> {
  const letters = await dutyLetters(ground, ask.actor, ask.door);
  return letters.ok ? lettersPage(ask.context, letters.value) : { problem: letters.problem };
}

/** GET /privacy/brieven/:letter */
export async function showLetter(ground: OversightGround, ask: Ask): Promise<Answer> {
  const opened = await openDutyLetter(ground, ask.actor, ask.param('letter'), ask.door);
  if (!opened.ok) return { problem: opened.problem };
  const home = organisationBehind(ground.definitions, ask.actor.organisation);
  return letterPage(ask.context, opened.value, home ? [home.name, home.address, home.phone] : []);
}

/** POST /privacy/brieven/:letter/verstuurd */
export async function postLetter(ground: OversightGround, ask: FormAsk): Promise<Answer> {
  const done = await dutyLetterPosted(ground, ask.actor, ask.param('letter'), ask.door);
  if (!done.ok) return { problem: done.problem };
  return { to: '/privacy/brieven', flash: { kind: 'good', text: dutyLetterWords(ask.context.lang).done } };
}
