import { ABSENT, type Actor } from '../../../platform/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import { newestIn } from '../../store/figures.ts';
import { type MonitorHouse, yearOf } from '../house.ts';
import { partOf } from '../part.tsx';
import { overviewPage } from './view.tsx';

/** GET /regiobeeld?thema=&blad= */
export async function showOverview({ ground, region }: MonitorHouse, ask: Ask<Actor | undefined>): Promise<Answer> {
  const part = partOf(region, ask.query('thema') || undefined, ask.query('blad'));
  if (!part) return { problem: ABSENT };
  const figures = await newestIn(ground, region.id, part.ids, yearOf(ground));
  return overviewPage(ask.context, { region, part, figures, thisYear: yearOf(ground) });
}
