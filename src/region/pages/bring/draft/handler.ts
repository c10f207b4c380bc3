import { textIn } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import { bringIn, openDraft } from '../../../bring/bring.ts';
import { BRING, type BringHouse } from '../house.ts';
import { bringWords } from '../words.ts';
import { draftPage } from './view.tsx';

/** GET /cijfers/inbrengen/concept/:draft */
export async function showDraft(house: BringHouse, ask: Ask): Promise<Answer> {
  const read = await openDraft(house, ask.actor, ask.param('draft'), ask.door);
  return read.ok ? draftPage(ask.context, house.region, read.value) : { problem: read.problem };
}

/** POST /cijfers/inbrengen/concept/:draft */
export async function bringDraft(house: BringHouse, ask: FormAsk): Promise<Answer> {
  const asked = { draft: ask.param('draft'), state: text(ask.posted, 'state') };
  const done = await bringIn(house, ask.actor, asked, ask.door);
  const words = bringWords(ask.context.lang).draft;
  if (done.ok)
    return {
      to: `${BRING}/levering/${done.value.load}`,
      flash: { kind: 'good', text: words.done({ number: done.value.number }) },
    };
  if (done.problem.kind === 'absent') return { problem: done.problem };
  // Somebody was first, or there are mistakes in it: what stands now is shown beside it, and what happened is said.
  const read = await openDraft(house, ask.actor, asked.draft, ask.door);
  if (!read.ok) return { problem: read.problem };
  return { again: draftPage(ask.context, house.region, read.value, textIn(done.problem.text, ask.context.lang)) };
}
