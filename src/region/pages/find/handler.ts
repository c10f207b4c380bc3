import type { Actor } from '../../../platform/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import { anyAreaOf } from '../../model/area.ts';
import { findArea } from '../../model/find.ts';
import { AREAS } from '../homes/areas/words.ts';
import type { MonitorHouse } from '../house.ts';
import { indicatorOf } from '../indicator/handler.ts';
import { findPage } from './view.tsx';

/** GET /regiobeeld/gebied?zoek=&cijfer=&naar= — straight to the area where only one is meant. */
export async function showFind({ region }: MonitorHouse, ask: Ask<Actor | undefined>): Promise<Answer> {
  const typed = (ask.query('zoek') ?? '').trim();
  const indicator = indicatorOf(region, ask.query('cijfer') ?? '')?.id;
  const towards = ask.query('naar') === 'buurt' ? 'buurt' : undefined;
  const outlined = ask.query('kaart') === 'grenzen';
  const to = (id: string) => {
    if (indicator) return `/regiobeeld/${indicator}?gebied=${id}${outlined ? '&kaart=grenzen' : ''}`;
    if (!towards) return `/regiobeeld/gebied/${id}`;
    return anyAreaOf(region, id)?.kind === 'postcode' ? `${AREAS}/${id}` : `${AREAS}?gemeente=${id}`;
  };
  const meant = findArea(region, typed);
  if (meant.kind === 'found' && meant.areas.length === 1) return { to: to(meant.areas[0]!.id) };
  return findPage(ask.context, { region, typed, indicator, towards, outlined, meant, to });
}
