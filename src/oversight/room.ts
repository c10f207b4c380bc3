import type { Actor, Ground } from '../platform/index.ts';
import type { Language, NavItem } from '../ui/index.ts';
import type { WebRoom } from '../web/index.ts';
import type { OversightGround } from './ground.ts';
import { ownWords } from './pages/own/words.ts';
import { requestWords } from './pages/requests/words.ts';
import { officerRoutes, ownRoutes } from './pages/routes.ts';
import { privacyWords } from './pages/words.ts';
import { tellResidents } from './service/tell.ts';

/** Oversight: the log, requests, break-glass, unusual looking, retention; and a resident's requests about their data. */
export function oversightRoom(ground: OversightGround): WebRoom {
  let publicUrl = '';
  return {
    name: 'oversight',
    routes: (kit) => {
      publicUrl = kit.config.publicUrl;
      const app = kit.routes();
      ownRoutes(app, kit, ground);
      officerRoutes(app, kit, ground);
      return app;
    },
    navigation,
    home: (actor) => (actor.role === 'privacy-officer' ? '/privacy' : undefined),
    sweeps: [{ name: 'tell residents', run: async (_: Ground) => void (await tellResidents(ground, publicUrl)) }],
  };
}

function navigation(actor: Actor, lang: Language): readonly NavItem[] {
  const words = privacyWords(lang).nav;
  switch (actor.role) {
    case 'resident':
      return [{ href: '/mijn/verzoeken', label: ownWords(lang).nav }];
    case 'privacy-officer':
      return [
        { href: '/privacy', label: words.log },
        { href: '/privacy/inwoner', label: words.grants },
        { href: '/privacy/verzoeken', label: requestWords(lang).nav },
      ];
    default:
      return [];
  }
}
