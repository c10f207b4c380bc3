import type { Actor } from '../../../platform/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import { findArea } from '../../model/find.ts';
import type { MonitorHouse } from '../house.ts';
import { indicatorOf } from '../indicator/handler.ts';
import { findPage } from './view.tsx';

/** GET /regiobeeld/gebied?zoek=&cijfer= — straight to the area where only one is meant. */
export async function showFind({ region }: MonitorHouse, ask: Ask<Actor | undefined>): Promise<Answer> {
  const typed = (ask.query('zoek') ?? '').trim();
  const indicator = indicatorOf(region, ask.query('cijfer') ?? '')?.id;
  const to = (area: string) => (indicator ? `/regiobeeld/${indicator}?gebied=${area}` : `/regiobeeld/gebied/${area}`);
  const meant = findArea(region, typed);
  if (meant.kind === 'found' && meant.areas.length === 1) return { to: to(meant.areas[0]!.id) };
  return findPage(ask.context, { region, typed, indicator, meant, to });
}
