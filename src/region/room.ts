import { inEnglish, type Region } from '../content/index.ts';
import type { Actor, Ground, Language } from '../platform/index.ts';
import type { Ask, WebRoom } from '../web/index.ts';
import { downloadCsv, downloadJson, downloadSvg } from './pages/downloads.tsx';
import { downloadFuture, downloadSubject } from './pages/futures/downloads.tsx';
import { showFuture, showSubject } from './pages/futures/handler.ts';
import type { MonitorHouse } from './pages/house.ts';
import { showIndicator } from './pages/indicator/handler.ts';
import { showSheet } from './pages/municipality/handler.ts';
import { showOverview } from './pages/overview/handler.ts';
import { monitorWords } from './pages/words.ts';

/** The region in figures, open to anyone. */
export function regionRoom(ground: Ground, region: Region): WebRoom {
  const said: Readonly<Record<Language, Region>> = { nl: region, en: inEnglish(region) };
  return {
    name: 'region',
    routes: (kit) => {
      const app = kit.routes();
      const house = (ask: Ask<Actor | undefined>): MonitorHouse => ({
        ground,
        region: said[ask.context.lang],
        publicUrl: kit.config.publicUrl,
      });
      app.get(
        '/regiobeeld',
        kit.publicPage((ask) => showOverview(house(ask), ask)),
      );
      app.get(
        '/regiobeeld/gebied/:area',
        kit.publicPage((ask) => showSheet(house(ask), ask)),
      );
      app.get(
        '/regiobeeld/vooruit',
        kit.publicPage((ask) => showFuture(house(ask), ask)),
      );
      for (const kind of ['csv', 'json'] as const)
        app.get(
          `/regiobeeld/vooruit.${kind}`,
          kit.publicPage((ask) => downloadFuture(house(ask), ask, kind)),
        );
      app.get(
        '/regiobeeld/vooruit/:figure',
        kit.publicPage((ask) => {
          const [, slug = '', kind] = /^(.*?)(?:\.(csv|json|svg))?$/.exec(ask.param('figure')) ?? [];
          return kind ? downloadSubject(house(ask), ask, slug, kind) : showSubject(house(ask), ask, slug);
        }),
      );
      app.get(
        '/regiobeeld/:indicator',
        kit.publicPage((ask) => {
          const [, id = '', kind] = /^(.*?)(?:\.(csv|json|svg))?$/.exec(ask.param('indicator')) ?? [];
          if (kind === 'csv') return downloadCsv(house(ask), id);
          if (kind === 'json') return downloadJson(house(ask), id);
          if (kind === 'svg') return downloadSvg(house(ask), ask, id);
          return showIndicator(house(ask), ask);
        }),
      );
      return app;
    },
    navigation: (_actor, lang) => [{ href: '/regiobeeld', label: monitorWords(lang).nav }],
    publicNavigation: (lang) => [{ href: '/regiobeeld', label: monitorWords(lang).nav }],
  };
}
