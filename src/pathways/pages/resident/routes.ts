import type { Hono } from 'hono';
import type { Answer, Ask, FormAsk, Kit, WebEnv } from '../../../web/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { fetchCalendar } from '../shared/index.ts';
import { downloadAll, showAll } from './all/handler.tsx';
import { giveAgain, sendRenew, showAgain, showConsents, showRenew, showWithdraw, withdraw } from './consent/handler.ts';
import { keepDetails, keepWishes, showDetails } from './details/handler.ts';
import { keepExperience, showExperience } from './experience/handler.tsx';
import { addGoal, showGoal, showGoals, tellGoal } from './goals/handler.ts';
import { showHome } from './home/handler.ts';
import { showLooks } from './looks/handler.ts';
import { reply, sendNewMessage, showMessages, showNewMessage, showThread } from './messages/handler.ts';
import { askForHelp, showSelf } from './self/handler.ts';
import { showStop, stop } from './stop/handler.ts';

const RESIDENT = { roles: ['resident'] } as const;

/** The pages of a resident about themselves. */
export function residentRoutes(app: Hono<WebEnv>, kit: Kit, ground: PathwayGround): void {
  const page = (path: string, show: (ground: PathwayGround, ask: Ask) => Promise<Answer>) =>
    app.get(
      path,
      kit.page(RESIDENT, (ask) => show(ground, ask)),
    );
  const form = (path: string, act: (ground: PathwayGround, ask: FormAsk) => Promise<Answer>) =>
    app.post(
      path,
      kit.form(RESIDENT, (ask) => act(ground, ask)),
    );
  page('/mijn/aanmelden', showSelf);
  form('/mijn/aanmelden', askForHelp);
  page('/mijn/toestemming/:consent/weer', showAgain);
  form('/mijn/toestemming/:consent/weer', giveAgain);
  page('/mijn/toestemming/:consent/nieuw', showRenew);
  form('/mijn/toestemming/:consent/nieuw', sendRenew);
  page('/mijn/alles', showAll);
  page('/mijn/alles.json', (_, ask) => downloadAll(ground, ask, `${kit.config.publicUrl}/fhir/r4`));
  page('/mijn/doelen', showGoals);
  form('/mijn/doelen', addGoal);
  page('/mijn/doelen/:goal', showGoal);
  form('/mijn/doelen/:goal', tellGoal);
  page('/mijn/ervaring', showExperience);
  form('/mijn/ervaring', keepExperience);
  page('/mijn/gegevens', showDetails);
  form('/mijn/gegevens', keepDetails);
  app.post(
    '/mijn/gegevens/voorkeuren',
    kit.form({ ...RESIDENT, formPath: () => '/mijn/gegevens' }, (ask) => keepWishes(ground, ask)),
  );
  page('/mijn/berichten', showMessages);
  page('/mijn/berichten/nieuw', showNewMessage);
  form('/mijn/berichten/nieuw', sendNewMessage);
  page('/mijn/berichten/:thread', showThread);
  form('/mijn/berichten/:thread', reply);
  app.get(
    '/mijn',
    kit.page(RESIDENT, (ask) => showHome(ground, ask)),
  );
  app.get(
    '/mijn/afspraak/:file',
    kit.page(RESIDENT, (ask) => fetchCalendar(ground, ask)),
  );
  app.get(
    '/mijn/toestemming',
    kit.page(RESIDENT, (ask) => showConsents(ground, ask)),
  );
  app.get(
    '/mijn/toestemming/:consent/intrekken',
    kit.page(RESIDENT, (ask) => showWithdraw(ground, ask)),
  );
  app.post(
    '/mijn/toestemming/:consent/intrekken',
    kit.form(RESIDENT, (ask) => withdraw(ground, ask)),
  );
  app.get(
    '/mijn/stop',
    kit.page(RESIDENT, (ask) => showStop(ground, ask)),
  );
  app.post(
    '/mijn/stop',
    kit.form(RESIDENT, (ask) => stop(ground, ask)),
  );
  app.get(
    '/mijn/inzage',
    kit.page(RESIDENT, (ask) => showLooks(ground, ask)),
  );
}
