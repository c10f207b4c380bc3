import type { Hono } from 'hono';
import type { Answer, Ask, FormAsk, Kit, WebEnv } from '../../../web/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { report, setRight, showDeath } from './death/handler.ts';
import { lifePath, PRACTICE, TEAM } from './parts.tsx';
import { showProviderSafety, showSafety } from './safety/handler.tsx';

/** The pages about what happens in a life, under the addresses of the practice and of the team. */
export function lifeRoutes(app: Hono<WebEnv>, kit: Kit, ground: PathwayGround): void {
  for (const roles of [PRACTICE, TEAM]) {
    const one = roles === PRACTICE ? '/praktijk/verwijzing/:case' : '/werk/zaak/:case';
    const page = (part: string, show: (ground: PathwayGround, ask: Ask) => Promise<Answer>) =>
      app.get(
        `${one}/${part}`,
        kit.page({ roles }, (ask) => show(ground, ask)),
      );
    const form = (part: string, act: (ground: PathwayGround, ask: FormAsk) => Promise<Answer>) =>
      app.post(
        `${one}/${part}`,
        kit.form({ roles }, (ask) => act(ground, ask)),
      );
    const button = (part: string, on: string, act: (ground: PathwayGround, ask: FormAsk) => Promise<Answer>) =>
      app.post(
        `${one}/${part}`,
        kit.form({ roles, formPath: (c) => lifePath(roles[0]!, c.req.param('case') ?? '', on) }, (ask) =>
          act(ground, ask),
        ),
      );
    page('overlijden', showDeath);
    form('overlijden', report);
    button('overlijden/vergissing', 'overlijden', (on, ask) => setRight(on, ask, 'correct'));
    button('overlijden/heropenen', 'overlijden', (on, ask) => setRight(on, ask, 'reopen'));
    page('veiligheid', showSafety);
  }
  app.get(
    '/aanbod/aanmelding/:task/veiligheid',
    kit.page({ roles: ['provider'] }, (ask) => showProviderSafety(ground, ask)),
  );
}
