import type { WebRoom } from '../../web/index.ts';
import type { PathwayGround } from '../ground.ts';
import { TEAM } from './coach/parts.ts';
import { coachRoutes } from './coach/routes.ts';
import { REFERRERS } from './practice/parts.ts';
import { practiceRoutes } from './practice/routes.ts';
import { paths } from './shared/index.ts';

/** The pages of professionals who refer (practices) and who coach (teams of welfare coaches). */
export function practiceCoachRoom(ground: PathwayGround): WebRoom {
  return {
    name: 'practice-coach',
    routes: (kit) => {
      const app = kit.routes();
      practiceRoutes(app, kit, ground);
      coachRoutes(app, kit, ground);
      return app;
    },
    navigation: (actor) => {
      if (REFERRERS.includes(actor.role))
        return [
          { href: paths.practice, label: 'Onze verwijzingen' },
          { href: paths.find, label: 'Verwijzen' },
        ];
      return TEAM.includes(actor.role) ? [{ href: paths.work, label: 'Werklijst' }] : [];
    },
    home: (actor) => {
      if (REFERRERS.includes(actor.role)) return paths.practice;
      return TEAM.includes(actor.role) ? paths.work : undefined;
    },
  };
}
