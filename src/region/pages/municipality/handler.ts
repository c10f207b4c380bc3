import { ABSENT, type Actor } from '../../../platform/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import { areaOf } from '../../model/area.ts';
import { newestIn, yearsIn } from '../../store/figures.ts';
import { type MonitorHouse, yearOf } from '../house.ts';
import { partOf } from '../part.tsx';
import { sheetPage } from './view.tsx';

/** GET /regiobeeld/gebied/:area?thema=&blad= */
export async function showSheet({ ground, region }: MonitorHouse, ask: Ask<Actor | undefined>): Promise<Answer> {
  const area = areaOf(region, ask.param('area'));
  const part = partOf(region, ask.query('thema') || undefined, ask.query('blad'));
  if (area?.kind !== 'municipality' || !part) return { problem: ABSENT };
  const { ids } = part;
  const thisYear = yearOf(ground);
  const [own, whole, years] = await Promise.all([
    newestIn(ground, area.id, ids, thisYear),
    newestIn(ground, region.id, ids, thisYear),
    yearsIn(ground, area.id, ids),
  ]);
  return sheetPage(ask.context, { region, area, part, own, whole, years, thisYear });
}
