import type { Language } from '../../../../platform/index.ts';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { organisationBehind } from '../../../messages/recipients.ts';
import { letterSent, openLetter, waitingLetters } from '../../../read/letters.ts';
import { letterPage, lettersPage } from './view.tsx';
import { letterWords } from './words.ts';

/** GET /werk/brieven */
export async function showLetters(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const letters = await waitingLetters(ground, ask.actor, ask.door);
  return letters.ok ? lettersPage(ask.context, letters.value) : { problem: letters.problem };
}

/** GET /werk/brieven/:letter */
export async function showLetter(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const opened = await openLetter(ground, ask.actor, ask.param('letter'), ask.door);
  if (!opened.ok) return { problem: opened.problem };
  const letter = opened.value;
  const organisation = organisationBehind(ground.definitions, letter.sender);
  const sender = {
    name: ground.definitions.organisationName(letter.sender.slice(letter.sender.indexOf('/') + 1)),
    lines: organisation ? [organisation.name, organisation.address, organisation.phone] : [],
  };
  const questions = letter.event_id.startsWith('follow-up') ? questionsFor(ground, letter.language) : [];
  return letterPage(ask.context, letter, sender, questions);
}

/** The questions that go on paper with a letter of the look-back. */
function questionsFor(ground: PathwayGround, language: Language) {
  const definitions = ground.definitions.in(language);
  const ids = definitions.region.pathways.flatMap((pathway) => pathway.followUp?.questionnaires ?? []);
  return [...new Set(ids)].map((id) => definitions.questionnaire(id));
}

/** POST /werk/brieven/:letter/verstuurd */
export async function markLetter(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const done = await letterSent(ground, ask.actor, ask.param('letter'), ask.door);
  if (!done.ok) return { problem: done.problem };
  return { to: '/werk/brieven', flash: { kind: 'good', text: letterWords(ask.context.lang).done } };
}
