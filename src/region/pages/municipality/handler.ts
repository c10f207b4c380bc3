import { ABSENT, type Actor } from '../../../platform/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import { lookAhead, looksAhead } from '../../futures/ahead.ts';
import { plansOf } from '../../homes/store.ts';
import { anyAreaOf } from '../../model/area.ts';
import { newestIn, standingsOf, yearsIn } from '../../store/figures.ts';
import { type MonitorHouse, yearOf } from '../house.ts';
import { partOf } from '../part.tsx';
import { postcodeSheet } from './postcode.tsx';
import { rowsOf } from './rows.ts';
import { sheetPage } from './view.tsx';

/** GET /regiobeeld/gebied/:area?thema=&blad= */
export async function showSheet(
  { ground, region, publicUrl }: MonitorHouse,
  ask: Ask<Actor | undefined>,
): Promise<Answer> {
  const area = anyAreaOf(region, ask.param('area'));
  const part = partOf(region, ask.query('thema') || undefined, ask.query('blad'));
  if ((area?.kind !== 'municipality' && area?.kind !== 'postcode') || !part) return { problem: ABSENT };
  const { ids } = part;
  const thisYear = yearOf(ground);
  const [own, whole, years, plans] = await Promise.all([
    newestIn(ground, area.id, ids, thisYear),
    newestIn(ground, region.id, ids, thisYear),
    yearsIn(ground, area.id, ids),
    plansOf(ground.pool, area.id),
  ]);
  const rows = rowsOf({ part, own, whole, years, thisYear });
  const around = { address: publicUrl, today: ground.clock.now() };
  if (area.kind === 'postcode') return postcodeSheet(ask.context, { region, area, part, rows }, around);
  const standings = await standingsOf(
    ground,
    rows.flatMap(({ own: figure }) => figure ?? []),
    region.municipalities.map(({ id }) => id),
  );
  const ahead = looksAhead(region)
    ? lookAhead(region, { area: area.id, variant: 'middle', toPlans: false })
    : undefined;
  return sheetPage(ask.context, { region, area, part, rows, standings, ahead, plans }, around);
}
