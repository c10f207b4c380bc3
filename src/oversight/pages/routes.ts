import type { Hono } from 'hono';
import type { Kit, WebContext, WebEnv } from '../../web/index.ts';
import type { OversightGround } from '../ground.ts';
import { showGrants } from './grants/handler.ts';
import { showLog } from './log/handler.ts';
import { sendAsk, showAsk } from './own/ask/handler.ts';
import { showOwnRequests } from './own/list/handler.ts';
import { showOwnRequest, takeBackRequest } from './own/request/handler.ts';
import { sendEnter, showEnter } from './requests/enter/handler.ts';
import { showRequests } from './requests/list/handler.ts';
import { sendDecision, sendExtend, sendFinish, sendIdentity, showRequest } from './requests/request/handler.ts';

const OFFICER = { roles: ['privacy-officer'] } as const;
const RESIDENT = { roles: ['resident'] } as const;

/** What a resident asks about their own data. */
export function ownRoutes(app: Hono<WebEnv>, kit: Kit, ground: OversightGround): void {
  app.get(
    '/mijn/verzoeken',
    kit.page(RESIDENT, (ask) => showOwnRequests(ground, ask)),
  );
  app.get(
    '/mijn/verzoeken/nieuw',
    kit.page(RESIDENT, (ask) => showAsk(ground, ask)),
  );
  app.post(
    '/mijn/verzoeken/nieuw',
    kit.form(RESIDENT, (ask) => sendAsk(ground, ask)),
  );
  app.get(
    '/mijn/verzoeken/:request',
    kit.page(RESIDENT, (ask) => showOwnRequest(ground, ask)),
  );
  app.post(
    '/mijn/verzoeken/:request/intrekken',
    kit.form({ ...RESIDENT, formPath: withoutLast }, (ask) => takeBackRequest(ground, ask)),
  );
}

const withoutLast = (c: WebContext): string => c.req.path.replace(/\/[^/]+$/, '');

/** The log, rights and requests. */
export function officerRoutes(app: Hono<WebEnv>, kit: Kit, ground: OversightGround): void {
  app.get(
    '/privacy',
    kit.page(OFFICER, (ask) => showLog(ground, ask)),
  );
  app.get(
    '/privacy/inwoner',
    kit.page(OFFICER, (ask) => showGrants(ground, ask)),
  );
  app.get(
    '/privacy/verzoeken',
    kit.page(OFFICER, (ask) => showRequests(ground, ask)),
  );
  app.get(
    '/privacy/verzoeken/nieuw',
    kit.page(OFFICER, (ask) => showEnter(ground, ask)),
  );
  app.post(
    '/privacy/verzoeken/nieuw',
    kit.form({ ...OFFICER, limit: 'lookUp' }, (ask) => sendEnter(ground, ask)),
  );
  const one = '/privacy/verzoeken/:request';
  app.get(
    one,
    kit.page(OFFICER, (ask) => showRequest(ground, ask)),
  );
  for (const [step, send] of [
    ['identiteit', sendIdentity],
    ['verlengen', sendExtend],
    ['besluit', sendDecision],
    ['klaar', sendFinish],
  ] as const)
    app.post(
      `${one}/${step}`,
      kit.form({ ...OFFICER, formPath: withoutLast }, (ask) => send(ground, ask)),
    );
}
