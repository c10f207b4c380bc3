import type { Hono } from 'hono';
import type { Actor } from '../../../platform/index.ts';
import type { Answer, Ask, FormAsk, Kit, WebEnv } from '../../../web/index.ts';
import type { RegionGround } from '../../acts.ts';
import type { MonitorHouse } from '../house.ts';
import { downloadAreas } from './areas/download.ts';
import { showAreas, showNeighbourhood } from './areas/handler.ts';
import { AREAS } from './areas/words.ts';
import { showHomes } from './overview/handler.ts';
import { decideShare, showShare } from './share/handler.ts';
import {
  chooseMunicipality,
  dropPlan,
  saveNumbers,
  savePlan,
  showHomeWork,
  showNumbers,
  showPlan,
} from './work/handler.ts';
import { HOME_WORK } from './work/paths.ts';

const GATE = { roles: ['policy-adviser'] } as const;

/** The pages about homes, for anyone; and those of who keeps them. */
export function homeRoutes(
  app: Hono<WebEnv>,
  kit: Kit,
  house: (ask: Ask<Actor | undefined>) => Promise<MonitorHouse>,
): void {
  app.get(
    '/regiobeeld/wonen',
    kit.publicPage(async (ask) => showHomes(await house(ask), ask, kit.demo)),
  );
  app.get(
    '/regiobeeld/wonen/verdeling',
    kit.publicPage(async (ask) => showShare(await house(ask), ask)),
  );
  app.get(
    AREAS,
    kit.publicPage(async (ask) => showAreas(await house(ask), ask, kit.demo)),
  );
  app.get(
    `${AREAS}.csv`,
    kit.publicPage(async (ask) => downloadAreas(await house(ask))),
  );
  app.get(
    `${AREAS}/:area`,
    kit.publicPage(async (ask) => showNeighbourhood(await house(ask), ask, kit.demo)),
  );
  const page = (path: string, show: (house: RegionGround, ask: Ask) => Promise<Answer>) =>
    app.get(
      `${HOME_WORK}${path}`,
      kit.page(GATE, async (ask) => show(await house(ask), ask)),
    );
  const form = (
    path: string,
    save: (house: MonitorHouse, ask: FormAsk) => Promise<Answer>,
    formPath?: (path: string) => string,
  ) =>
    app.post(
      `${HOME_WORK}${path}`,
      kit.form({ ...GATE, ...(formPath ? { formPath: (c) => formPath(c.req.path) } : {}) }, async (ask) =>
        save(await house(ask), ask),
      ),
    );
  form('/verdeling', decideShare, () => '/regiobeeld/wonen/verdeling');
  page('', chooseMunicipality);
  page('/:municipality', showHomeWork);
  page('/:municipality/plan/:plan', showPlan);
  form('/:municipality/plan/:plan', savePlan);
  form('/:municipality/plan/:plan/weg', dropPlan, (path) => path.replace(/\/weg$/, ''));
  page('/:municipality/:kind', showNumbers);
  form('/:municipality/:kind', saveNumbers);
}
