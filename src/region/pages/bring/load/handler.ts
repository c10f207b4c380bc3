import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import { openLoad, shownRegion, undoLoad } from '../../../bring/bring.ts';
import { BRING, type BringHouse } from '../house.ts';
import { bringWords } from '../words.ts';
import { loadPage } from './view.tsx';

/** GET /cijfers/inbrengen/levering/:load */
export async function showLoad(house: BringHouse, ask: Ask): Promise<Answer> {
  const read = await openLoad(house, ask.actor, ask.param('load'), ask.door);
  if (!read.ok) return { problem: read.problem };
  const region = await shownRegion(house.ground, house.region);
  return loadPage(ask.context, region, read.value, { values: (await ask.draft(`${ask.c.req.path}/terug`)) ?? {} });
}

/** POST /cijfers/inbrengen/levering/:load/terug */
export async function undo(house: BringHouse, ask: FormAsk): Promise<Answer> {
  const words = bringWords(ask.context.lang);
  const why = text(ask.posted, 'why');
  const id = ask.param('load');
  if (why.length < 3 || why.length > 300) {
    const read = await openLoad(house, ask.actor, id, ask.door);
    if (!read.ok || !read.value.mine) return read.ok ? { to: `${BRING}/levering/${id}` } : { problem: read.problem };
    const region = await shownRegion(house.ground, house.region);
    const state = { values: ask.posted, errors: { why: words.mistakes.why } };
    return { again: loadPage(ask.context, region, read.value, state) };
  }
  const done = await undoLoad(house, ask.actor, { load: id, why }, ask.door);
  if (!done.ok) return { problem: done.problem };
  const flash = { kind: 'good', text: words.load.undone({ number: done.value.number }) } as const;
  return { to: `${BRING}/levering/${id}`, flash };
}
