import type { Region } from '../../../../content/index.ts';
import { type Actor, type Ground, localDate } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import type { Search } from '../../../search/search.ts';
import { readAddress } from './form.ts';
import { searchPage } from './view.tsx';

const ON_A_PAGE = 10;

/** GET /hulp */
export async function showSearch(
  { ground, region, search }: { readonly ground: Ground; readonly region: Region; readonly search: Search },
  ask: Ask<Actor | undefined>,
): Promise<Answer> {
  const asked = readAddress(ask.query);
  const result = await search.find({
    words: asked.q,
    place: asked.place,
    filters: asked.filters,
    after: asked.after,
    count: ON_A_PAGE,
  });
  // What somebody looks for may tell of their health: no store keeps the answer.
  ask.c.header('cache-control', 'no-store');
  return searchPage(ask.context, { asked, result, region, today: localDate(ground.clock.now()) });
}
