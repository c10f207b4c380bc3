import type { Actor } from '../../../platform/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import { newestIn } from '../../store/figures.ts';
import { type MonitorHouse, yearOf } from '../house.ts';
import { overviewPage } from './view.tsx';

/** GET /regiobeeld */
export async function showOverview({ ground, region }: MonitorHouse, ask: Ask<Actor | undefined>): Promise<Answer> {
  const ids = region.themes.flatMap(({ indicators }) => indicators.map(({ id }) => id));
  const figures = await newestIn(ground, region.id, ids, yearOf(ground));
  return overviewPage(ask.context, { region, figures, thisYear: yearOf(ground) });
}
