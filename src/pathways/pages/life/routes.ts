import type { Hono } from 'hono';
import type { Answer, Ask, FormAsk, Kit, WebEnv } from '../../../web/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { askFor, setSecret, showAddress } from './address/handler.ts';
import { sendCorrect, showCorrect } from './correct/handler.ts';
import { report, setRight, showDeath } from './death/handler.ts';
import { merge, showMerge, takeApart } from './merge/handler.ts';
import { showMisplaced, takeAway } from './misplaced/handler.tsx';
import { endMoved, settleMove, showMove } from './move/handler.ts';
import { lifePath, PRACTICE, TEAM } from './parts.tsx';
import { showProviderSafety, showSafety } from './safety/handler.tsx';
import { keepAway, showAgain, showWithheld } from './withheld/handler.ts';

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
    page('adres', showAddress);
    form('adres', (on, ask) => setSecret(on, ask, true));
    button('adres/tonen', 'adres', (on, ask) => setSecret(on, ask, false));
    // Of the team the coordinator merges: it asks to look at a document, and at two records.
    const mergers = roles === TEAM ? (['coordinator'] as const) : roles;
    page('samenvoegen', showMerge);
    app.post(
      `${one}/samenvoegen`,
      kit.form({ roles: mergers }, (ask) => merge(ground, ask)),
    );
    app.post(
      `${one}/samenvoegen/uit-elkaar`,
      kit.form(
        { roles: mergers, formPath: (c) => lifePath(roles[0]!, c.req.param('case') ?? '', 'samenvoegen') },
        (ask) => takeApart(ground, ask),
      ),
    );
    // A practice wrote nothing here that is not its own referral; what is withheld is with the team.
    if (roles === PRACTICE) continue;
    button('adres/opvragen', 'adres', askFor);
    page('verhuizing', showMove);
    form('verhuizing', settleMove);
    button('verhuizing/einde', 'verhuizing', endMoved);
    page('verbeteren', showCorrect);
    form('verbeteren', sendCorrect);
    page('verkeerd', showMisplaced);
    form('verkeerd', takeAway);
    page('afgeschermd', showWithheld);
    form('afgeschermd', keepAway);
    button('afgeschermd/:entry/tonen', 'afgeschermd', showAgain);
  }
  app.get(
    '/aanbod/aanmelding/:task/veiligheid',
    kit.page({ roles: ['provider'] }, (ask) => showProviderSafety(ground, ask)),
  );
}
