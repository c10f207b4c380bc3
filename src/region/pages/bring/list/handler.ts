import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import { listLoads, onlyOf, shownRegion } from '../../../bring/bring.ts';
import { plannedFetches, stopFetch } from '../../../bring/fetch.ts';
import { BRING, type BringHouse } from '../house.ts';
import { bringWords } from '../words.ts';
import { listPage } from './view.tsx';

/** GET /cijfers/inbrengen?voor= */
export async function showLoads(house: BringHouse, ask: Ask): Promise<Answer> {
  const before = /^\d{1,9}$/.exec(ask.query('voor') ?? '')?.[0];
  const listed = await listLoads(house, ask.actor, before ? Number(before) : undefined, ask.door);
  if (!listed.ok) return { problem: listed.problem };
  return listPage(ask.context, {
    ...listed.value,
    planned: before ? [] : await plannedFetches(house.ground.pool),
    region: await shownRegion(house.ground, house.region),
    only: onlyOf(house.region, ask.actor),
  });
}

/** POST /cijfers/inbrengen/ophalen/:fetch/stop */
export async function stopFetching(house: BringHouse, ask: FormAsk): Promise<Answer> {
  const done = await stopFetch(house, ask.actor, ask.param('fetch'), ask.door);
  if (!done.ok) return { problem: done.problem };
  return { to: BRING, flash: { kind: 'good', text: bringWords(ask.context.lang).list.stopped } };
}
