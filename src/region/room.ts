import { inEnglish, type Region } from '../content/index.ts';
import type { Actor, Ground, Language } from '../platform/index.ts';
import type { Ask, WebRoom } from '../web/index.ts';
import { shownRegion } from './bring/bring.ts';
import { fetchDue } from './bring/fetch.ts';
import { forgetDrafts } from './bring/forgotten.ts';
import type { OpenData } from './bring/odata.ts';
import { bringOwn } from './bring/own.ts';
import { keepReach } from './homes/reach.ts';
import { withMadeUp } from './model/made-up.ts';
import { BRING } from './pages/bring/house.ts';
import { bringRoutes } from './pages/bring/routes.ts';
import { bringWords } from './pages/bring/words.ts';
import { downloadCsv, downloadJson, downloadPicture } from './pages/downloads.tsx';
import { showFind } from './pages/find/handler.ts';
import { downloadFunnel, showFunnel } from './pages/funnel/handler.ts';
import { type DownloadKind, downloadFuture, downloadSubject } from './pages/futures/downloads.tsx';
import { showFuture, showSubject } from './pages/futures/handler.ts';
import { homeRoutes } from './pages/homes/routes.ts';
import { homeWords } from './pages/homes/words.ts';
import { HOME_WORK } from './pages/homes/work/paths.ts';
import type { MonitorHouse } from './pages/house.ts';
import { showIndicator } from './pages/indicator/handler.ts';
import { showSheet } from './pages/municipality/handler.ts';
import { showOverview } from './pages/overview/handler.ts';
import { whatIfRoutes } from './pages/what-if-routes.ts';
import { monitorWords } from './pages/words.ts';
import { openPreviewer } from './what-if/preview.ts';
import { doRuns, sweepRuns } from './what-if/queue.ts';
import { FROM, RUN_TASK, UNTIL } from './what-if/scenario.ts';

/** `openData`: where open data are fetched from; without it nothing is. */
export type RegionOptions = { readonly openData?: OpenData | undefined };

/** The parameters of the preview are drawn so often, always the same. */
const PREVIEW_DRAWS = 40;
const PREVIEW_SEED = 1;

/** The region in figures and in futures, open to anyone; and the pages of who brings figures in or keeps scenarios. */
export function regionRoom(ground: Ground, region: Region, { openData }: RegionOptions = {}): WebRoom {
  // The thread of the preview begins when somebody first asks for one.
  const previewer = region.demography
    ? openPreviewer(
        { residents: region.population, country: region.demography, from: FROM, until: UNTIL, seed: PREVIEW_SEED },
        PREVIEW_DRAWS,
      )
    : undefined;
  return {
    name: 'region',
    routes: (kit) => {
      const app = kit.routes();
      const say = (one: Region, lang: Language) => (kit.demo ? withMadeUp(one, lang) : one);
      const said: Readonly<Record<Language, Region>> = { nl: say(region, 'nl'), en: say(inEnglish(region), 'en') };
      const house = async (ask: Ask<Actor | undefined>): Promise<MonitorHouse> => ({
        ground,
        region: await shownRegion(ground, said[ask.context.lang]),
        publicUrl: kit.config.publicUrl,
      });
      app.get(
        '/regiobeeld',
        kit.publicPage(async (ask) => showOverview(await house(ask), ask)),
      );
      app.get(
        '/regiobeeld/gebied',
        kit.publicPage(async (ask) => showFind(await house(ask), ask)),
      );
      app.get(
        '/regiobeeld/gebied/:area',
        kit.publicPage(async (ask) => showSheet(await house(ask), ask)),
      );
      whatIfRoutes(app, kit, async (ask) => ({ ...(await house(ask)), previewer }));
      app.get(
        '/regiobeeld/vooruit',
        kit.publicPage(async (ask) => showFuture(await house(ask), ask)),
      );
      for (const kind of ['csv', 'json'] as const)
        app.get(
          `/regiobeeld/vooruit.${kind}`,
          kit.publicPage(async (ask) => downloadFuture(await house(ask), ask, kind)),
        );
      app.get(
        '/regiobeeld/vooruit/:figure',
        kit.publicPage(async (ask) => {
          const here = await house(ask);
          const [, slug = '', kind] = /^(.*?)(?:\.(csv|json|png|svg))?$/.exec(ask.param('figure')) ?? [];
          return kind ? downloadSubject(here, ask, slug, kind as DownloadKind) : showSubject(here, ask, slug);
        }),
      );
      app.get(
        '/regiobeeld/trechter',
        kit.publicPage(async (ask) => showFunnel(await house(ask), ask, kit.demo)),
      );
      for (const kind of ['csv', 'json'] as const)
        app.get(
          `/regiobeeld/trechter.${kind}`,
          kit.publicPage(async (ask) => downloadFunnel(await house(ask), ask, kind)),
        );
      homeRoutes(app, kit, house);
      app.get(
        '/regiobeeld/:indicator',
        kit.publicPage(async (ask) => {
          const here = await house(ask);
          const [, id = '', kind] = /^(.*?)(?:\.(csv|json|png|svg))?$/.exec(ask.param('indicator')) ?? [];
          if (kind === 'csv') return downloadCsv(here, id);
          if (kind === 'json') return downloadJson(here, id);
          if (kind === 'svg' || kind === 'png') return downloadPicture(here, ask, id, kind);
          return showIndicator(here, ask);
        }),
      );
      bringRoutes(app, kit, (ask) => ({ ground, region: said[ask.context.lang], openData }));
      return app;
    },
    navigation: (actor, lang) => [
      { href: '/regiobeeld', label: monitorWords(lang).nav },
      ...(actor.role === 'policy-adviser'
        ? [
            { href: BRING, label: bringWords(lang).nav },
            { href: HOME_WORK, label: homeWords(lang).work.nav },
          ]
        : []),
    ],
    tasks: { [RUN_TASK]: () => doRuns(ground, region) },
    sweeps: [
      { name: 'runs', run: () => sweepRuns(ground) },
      { name: 'reach', run: async () => void (await keepReach(ground, region)) },
      { name: 'drafts', run: async () => void (await forgetDrafts(ground)) },
      { name: 'own figures of the region', run: async () => void (await bringOwn(ground, region)) },
      ...(openData ? [{ name: 'open data', run: async () => void (await fetchDue(ground, region, openData)) }] : []),
    ],
    publicNavigation: (lang) => [{ href: '/regiobeeld', label: monitorWords(lang).nav }],
  };
}
