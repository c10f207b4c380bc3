import type { WebRoom } from '../../web/index.ts';
import type { PathwayGround } from '../ground.ts';
import { frameWords } from './coach/frame-words.ts';
import { coachMessagesWords } from './coach/messages/words.ts';
import { TEAM } from './coach/parts.ts';
import { coachRoutes } from './coach/routes.ts';
import { lifeRoutes } from './life/routes.ts';
import { REFERRERS } from './practice/parts.ts';
import { practiceRoomWords } from './practice/room-words.ts';
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
      lifeRoutes(app, kit, ground);
      return app;
    },
    navigation: (actor, lang) => {
      const words = practiceRoomWords(lang);
      if (REFERRERS.includes(actor.role))
        return [
          { href: paths.practice, label: words.referrals },
          { href: paths.find, label: words.refer },
        ];
      return TEAM.includes(actor.role)
        ? [
            { href: paths.work, label: frameWords(lang).worklist },
            { href: paths.messages, label: coachMessagesWords(lang).nav },
          ]
        : [];
    },
    home: (actor) => {
      if (REFERRERS.includes(actor.role)) return paths.practice;
      return TEAM.includes(actor.role) ? paths.work : undefined;
    },
  };
}
