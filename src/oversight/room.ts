import { sweepCorrections } from '../pathways/index.ts';
import type { Actor, Ground } from '../platform/index.ts';
import type { Language, NavItem } from '../ui/index.ts';
import type { WebRoom } from '../web/index.ts';
import type { OversightGround } from './ground.ts';
import { apartWords } from './pages/apart/words.ts';
import { glassWords } from './pages/glass-words.ts';
import { dutyLetterWords } from './pages/letters/words.ts';
import { lookingWords } from './pages/looking/words.ts';
import { requestWords } from './pages/requests/words.ts';
import { retentionWords } from './pages/retention/words.ts';
import { needRoutes, officerRoutes, ownRoutes } from './pages/routes.ts';
import { textsWords } from './pages/texts/words.ts';
import { privacyWords } from './pages/words.ts';
import { endEmergencies } from './service/break-glass.ts';
import { keepHouse } from './service/housekeeping.ts';
import { watchLooking } from './service/looking.ts';
import { finishCorrections } from './service/requests.ts';
import { lookForDue, runApproved } from './service/retention.ts';
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
      needRoutes(app, kit, ground);
      officerRoutes(app, kit, ground);
      return app;
    },
    navigation,
    home: (actor) => (actor.role === 'privacy-officer' ? '/privacy' : undefined),
    sweeps: [
      { name: 'emergencies', run: async () => void (await endEmergencies(ground)) },
      { name: 'tell residents', run: async (_: Ground) => void (await tellResidents(ground, publicUrl)) },
      { name: 'looking', run: async () => void (await watchLooking(ground)) },
      { name: 'due', run: async () => void (await lookForDue(ground)) },
      { name: 'purge', run: async () => void (await runApproved(ground)) },
      { name: 'left corrections', run: async () => void (await sweepCorrections(ground)) },
      { name: 'corrections', run: async () => void (await finishCorrections(ground)) },
      { name: 'housekeeping', run: async () => void (await keepHouse(ground)) },
    ],
  };
}

function navigation(actor: Actor, lang: Language): readonly NavItem[] {
  const words = privacyWords(lang).nav;
  switch (actor.role) {
    case 'practice-nurse':
    case 'gp':
      return [{ href: '/praktijk/nood', label: glassWords(lang).nav }];
    case 'privacy-officer':
      return [
        { href: '/privacy', label: words.log },
        { href: '/privacy/inwoner', label: words.grants },
        { href: '/privacy/opvallend', label: lookingWords(lang).nav },
        { href: '/privacy/verzoeken', label: requestWords(lang).nav },
        { href: '/privacy/brieven', label: dutyLetterWords(lang).nav },
        { href: '/privacy/nood', label: glassWords(lang).nav },
        { href: '/privacy/afgeschermd', label: apartWords(lang).nav },
        { href: '/privacy/bewaren', label: retentionWords(lang).nav },
        { href: '/privacy/teksten', label: textsWords(lang).nav },
      ];
    default:
      return [];
  }
}
