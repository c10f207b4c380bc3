import type { Hono } from 'hono';
import type { Actor } from '../../platform/index.ts';
import type { Ask, Kit, WebEnv } from '../../web/index.ts';
import { assumptionsPage } from './assumptions/view.tsx';
import { compare, KEEPERS, keep, remove, run, share, showList, showScenario } from './scenarios/handlers.ts';
import { downloadWhatIf, showWhatIf, type WhatIfHouse } from './what-if/handler.ts';

const SCENARIO = '/regiobeeld/wat-als/scenarios/:id';

/** What an approach may bring: open to anyone; keeping, running and sharing is for policy advisers. */
export function whatIfRoutes(
  app: Hono<WebEnv>,
  kit: Kit,
  house: (ask: Ask<Actor | undefined>) => Promise<WhatIfHouse>,
): void {
  app.get(
    '/regiobeeld/wat-als',
    kit.publicPage(async (ask) => showWhatIf(await house(ask), ask)),
  );
  app.get(
    '/regiobeeld/wat-als.csv',
    kit.publicPage(async (ask) => downloadWhatIf(await house(ask), ask)),
  );
  app.get(
    '/regiobeeld/wat-als/aannames',
    kit.publicPage(async (ask) => assumptionsPage(ask.context, (await house(ask)).region)),
  );
  app.get(
    '/regiobeeld/wat-als/scenarios',
    kit.page(KEEPERS, async (ask) => showList(await house(ask), ask)),
  );
  app.post(
    '/regiobeeld/wat-als/scenarios',
    kit.form({ ...KEEPERS, formPath: () => '/regiobeeld/wat-als' }, async (ask) => keep(await house(ask), ask)),
  );
  app.get(
    '/regiobeeld/wat-als/vergelijk',
    kit.page(KEEPERS, async (ask) => compare(await house(ask), ask)),
  );
  app.get(
    SCENARIO,
    kit.page(KEEPERS, async (ask) => {
      const id = ask.param('id');
      return showScenario(await house(ask), ask, id.replace(/\.csv$/, ''), id.endsWith('.csv'));
    }),
  );
  const gate = {
    ...KEEPERS,
    formPath: (c: { readonly req: { readonly path: string } }) => c.req.path.replace(/\/[a-z]+$/, ''),
  };
  app.post(
    `${SCENARIO}/doorrekenen`,
    kit.form(gate, async (ask) => run(await house(ask), ask)),
  );
  app.post(
    `${SCENARIO}/delen`,
    kit.form(gate, async (ask) => share(await house(ask), ask)),
  );
  app.post(
    `${SCENARIO}/verwijderen`,
    kit.form(gate, async (ask) => remove(await house(ask), ask)),
  );
}
