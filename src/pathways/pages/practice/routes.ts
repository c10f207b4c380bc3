import type { Hono } from 'hono';
import { type Kit, LAUNCHED_PATH, type WebEnv } from '../../../web/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { paths, showTimeline } from '../shared/index.ts';
import { find, showFind, showFound, showNobody } from './find/handler.ts';
import { showLaunched } from './launch/handler.ts';
import { showLetter } from './letter/handler.ts';
import { showList } from './list/handler.ts';
import { REFERRERS } from './parts.ts';
import { makeReferral, showRefer } from './refer/handler.ts';
import { close, showReferral, showStop, stop } from './referral/handler.ts';
import { register, showRegister } from './register/handler.ts';

/** The pages of who refers: find or register, refer, follow, close. */
export function practiceRoutes(app: Hono<WebEnv>, kit: Kit, ground: PathwayGround): void {
  const parts = { ground, kit };
  const gate = { roles: REFERRERS };
  const one = '/praktijk/verwijzing/:case';
  app.get(
    paths.practice,
    kit.page(gate, (ask) => showList(parts, ask)),
  );
  app.get(
    paths.find,
    kit.page(gate, (ask) => showFind(parts, ask)),
  );
  app.post(
    paths.find,
    kit.form({ ...gate, limit: 'lookUp' }, (ask) => find(parts, ask)),
  );
  app.get(
    '/praktijk/verwijzen/gevonden',
    kit.page(gate, (ask) => showFound(parts, ask)),
  );
  app.get(
    '/praktijk/verwijzen/niemand',
    kit.page(gate, (ask) => showNobody(parts, ask)),
  );
  app.get(
    LAUNCHED_PATH,
    kit.page({ ...gate, limit: 'lookUp' }, (ask) => showLaunched(parts, ask)),
  );
  app.get(
    paths.register,
    kit.page(gate, (ask) => showRegister(parts, ask)),
  );
  app.post(
    paths.register,
    kit.form({ ...gate, limit: 'lookUp' }, (ask) => register(parts, ask)),
  );
  app.get(
    paths.newReferral,
    kit.page(gate, (ask) => showRefer(parts, ask)),
  );
  app.post(
    paths.newReferral,
    kit.form(gate, (ask) => makeReferral(parts, ask)),
  );
  app.get(
    one,
    kit.page(gate, (ask) => showReferral(parts, ask)),
  );
  app.get(
    `${one}/tijdlijn`,
    kit.page(gate, (ask) =>
      showTimeline(parts.ground, ask, {
        anchor: { type: 'ServiceRequest', id: ask.param('case') },
        back: paths.referral(ask.param('case')),
      }),
    ),
  );
  app.get(
    `${one}/brief`,
    kit.page(gate, (ask) => showLetter(parts, ask)),
  );
  app.get(
    `${one}/ongedaan`,
    kit.page(gate, (ask) => showStop(parts, ask, 'undo')),
  );
  app.post(
    `${one}/ongedaan`,
    kit.form(gate, (ask) => stop(parts, ask, 'undo')),
  );
  app.get(
    `${one}/intrekken`,
    kit.page(gate, (ask) => showStop(parts, ask, 'withdraw')),
  );
  app.post(
    `${one}/intrekken`,
    kit.form(gate, (ask) => stop(parts, ask, 'withdraw')),
  );
  app.post(
    `${one}/sluiten`,
    kit.form({ ...gate, formPath: (c) => paths.referral(c.req.param('case') ?? '') }, (ask) => close(parts, ask)),
  );
}
