import type { Hono } from 'hono';
import type { Kit, WebEnv } from '../../../web/index.ts';
import { FIGURES, type FigureName, latestFigures } from '../../figures/compute.ts';
import type { PathwayGround } from '../../ground.ts';
import { debtPage } from './debt/view.tsx';
import { figuresPage } from './figures/view.tsx';
import { markLetter, showLetter, showLetters } from './letters/handler.ts';

const LETTERS = { roles: ['welfare-coach', 'coordinator'] } as const;

/** The pages of who oversees, and the letters of a team. */
export function otherRoutes(app: Hono<WebEnv>, kit: Kit, ground: PathwayGround): void {
  app.get(
    '/cijfers',
    kit.page({ roles: ['policy-adviser'] }, async (ask) => {
      const figures = await latestFigures(ground);
      const order = (figure: FigureName) => FIGURES.indexOf(figure);
      return figuresPage(
        ask.context,
        figures.toSorted((a, b) => order(a.figure) - order(b.figure)),
        (id) => ground.definitions.in(ask.context.lang).pathway(id).title,
      );
    }),
  );
  app.get(
    '/schuldhulp',
    kit.page({ roles: ['debt-officer'] }, (ask) => debtPage(ask.context)),
  );
  app.get(
    '/werk/brieven',
    kit.page(LETTERS, (ask) => showLetters(ground, ask)),
  );
  app.get(
    '/werk/brieven/:letter',
    kit.page(LETTERS, (ask) => showLetter(ground, ask)),
  );
  app.post(
    '/werk/brieven/:letter/verstuurd',
    kit.form({ ...LETTERS, formPath: (c) => c.req.path.replace(/\/verstuurd$/, '') }, (ask) => markLetter(ground, ask)),
  );
}
