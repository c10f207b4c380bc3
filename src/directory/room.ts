import { inEnglish, type Region } from '../content/index.ts';
import type { Actor, Ground, Language, RoleCode } from '../platform/index.ts';
import type { Ask, WebRoom } from '../web/index.ts';
import { hsdsRoutes } from './hsds/routes.ts';
import { confirm, saveEdit, showEdit } from './pages/provider/edit/handler.ts';
import { showOwnServices } from './pages/provider/list/handler.ts';
import { upkeepWords } from './pages/provider/words.ts';
import { frontPage } from './pages/public/front/view.tsx';
import { showQuestions, showSchemes } from './pages/public/income/handler.ts';
import { showSearch } from './pages/public/search/handler.ts';
import { showService } from './pages/public/service/handler.ts';
import { publicWords } from './pages/public/words.ts';
import { createSearch } from './search/search.ts';
import { remindProviders } from './upkeep/remind.ts';

const PROVIDER = { roles: ['provider'] } as const;

/** Who at work looks for help together with somebody. */
const SEEKERS: readonly RoleCode[] = ['resident', 'carer', 'practice-nurse', 'gp', 'welfare-coach', 'coordinator'];

/** Help nearby for anyone, and the upkeep of services by who gives them. */
export function directoryRoom(ground: Ground, region: Region): WebRoom {
  const said: Readonly<Record<Language, Region>> = { nl: region, en: inEnglish(region) };
  const search = createSearch(ground, region);
  const house = { ground, region, search };
  /** The same, as who asks reads it. */
  const spoken = (ask: Ask<Actor | undefined>) => ({ ...house, region: said[ask.context.lang] });
  let publicUrl = '';
  return {
    name: 'directory',
    routes: (kit) => {
      publicUrl = kit.config.publicUrl;
      const app = kit.routes();
      app.get(
        '/',
        kit.publicPage((ask) => frontPage(ask.context, said[ask.context.lang])),
      );
      app.get(
        '/hulp',
        kit.publicPage((ask) => showSearch(spoken(ask), ask)),
      );
      app.get(
        '/hulp/inkomen',
        kit.publicPage((ask) => showQuestions(said[ask.context.lang], ask)),
      );
      app.post(
        '/hulp/inkomen',
        kit.publicPage((ask) => showSchemes(said[ask.context.lang], ask)),
      );
      app.get(
        '/hulp/:service',
        kit.publicPage((ask) => showService(spoken(ask), ask)),
      );
      app.get(
        '/aanbod/diensten',
        kit.page(PROVIDER, (ask) => showOwnServices(ground, ask)),
      );
      app.get(
        '/aanbod/diensten/:service',
        kit.page(PROVIDER, (ask) => showEdit(spoken(ask), ask)),
      );
      app.post(
        '/aanbod/diensten/:service',
        kit.form(PROVIDER, (ask) => saveEdit(spoken(ask), ask)),
      );
      app.post(
        '/aanbod/diensten/:service/klopt',
        kit.form({ ...PROVIDER, formPath: () => '/aanbod/diensten' }, (ask) => confirm(spoken(ask), ask)),
      );
      hsdsRoutes(app, kit, house);
      return app;
    },
    navigation: (actor: Actor, lang) => [
      ...(actor.role === 'provider' ? [{ href: '/aanbod/diensten', label: upkeepWords(lang).nav }] : []),
      ...(SEEKERS.includes(actor.role) ? [{ href: '/hulp', label: publicWords(lang).nav }] : []),
    ],
    sweeps: [{ name: 'upkeep', run: async () => void (await remindProviders(ground, region, publicUrl)) }],
    publicNavigation: (lang) => [{ href: '/hulp', label: publicWords(lang).nav }],
  };
}
