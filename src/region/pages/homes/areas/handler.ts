import { serviceNames } from '../../../../directory/index.ts';
import { ABSENT, type Actor } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import { fitsOf } from '../../../model/neighbourhood.ts';
import { KINDS } from '../../../model/reach.ts';
import type { MonitorHouse } from '../../house.ts';
import { areasPage } from './areas.tsx';
import { neighbourhoodPage } from './neighbourhood.tsx';
import { reachPage } from './reach.tsx';
import { readAreas, readWeights, typeOf } from './read.ts';

/** GET /regiobeeld/wonen/buurten?gemeente=&dienst=&soort=&w-need=… — of the region, or of one municipality. */
export async function showAreas(
  { ground, region }: MonitorHouse,
  ask: Ask<Actor | undefined>,
  demo: boolean,
): Promise<Answer> {
  const read = await readAreas(ground, region);
  const asked = ask.query('gemeente') || undefined;
  const municipality = region.municipalities.find(({ id }) => id === asked);
  const kind = KINDS.find((one) => one === (ask.query('dienst') || KINDS[0]));
  const type = read && typeOf(read.housing, ask.query('soort') || undefined);
  if (!read || !type || !kind || (asked && !municipality)) return { problem: ABSENT };
  if (!municipality) return reachPage(ask.context, read, kind, demo);
  const { weights, state } = readWeights(ask.query, ask.context.lang);
  const fits = fitsOf(read.areas, read.plans, type.id, weights).filter(
    ({ area }) => area.municipality === municipality.id,
  );
  return areasPage(ask.context, { ...read, municipality, type, fits, state }, demo);
}

/** GET /regiobeeld/wonen/buurten/:area — of one four-digit postcode area. */
export async function showNeighbourhood(
  { ground, region }: MonitorHouse,
  ask: Ask<Actor | undefined>,
  demo: boolean,
): Promise<Answer> {
  const read = await readAreas(ground, region);
  const area = read?.areas.find(({ code }) => code === ask.param('area'));
  const type = read && typeOf(read.housing, undefined);
  if (!read || !area || !type) return { problem: ABSENT };
  const { weights } = readWeights(() => undefined, ask.context.lang);
  const order = fitsOf(read.areas, read.plans, type.id, weights).filter(
    (one) => one.area.municipality === area.municipality,
  );
  const services = await serviceNames(
    ground,
    [...area.nearest.values()].map(({ service }) => service),
  );
  return neighbourhoodPage(ask.context, { ...read, area, type, order, services }, demo);
}
