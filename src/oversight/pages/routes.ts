import type { Hono } from 'hono';
import type { Kit, WebContext, WebEnv } from '../../web/index.ts';
import type { OversightGround } from '../ground.ts';
import { showMisplaced, showWithheld } from './apart/handler.ts';
import { sendReview, showGlass, showGlasses } from './glass/handler.ts';
import { showGrants } from './grants/handler.ts';
import { sendHome, showHomes } from './homes/handler.ts';
import { postLetter, showLetter, showLetters } from './letters/handler.ts';
import { showLog, takeLog } from './log/handler.ts';
import { sendFlag, sendKnown, showFlag, showFlags, showKnown } from './looking/handler.ts';
import { sendNeed, showNeed, showNeeded } from './need/handler.ts';
import { sendAsk, showAsk } from './own/ask/handler.ts';
import { showOwnRequests } from './own/list/handler.ts';
import { showOwnRequest, takeBackRequest } from './own/request/handler.ts';
import { sendEnter, showEnter } from './requests/enter/handler.ts';
import { showRequests } from './requests/list/handler.ts';
import {
  sendDecision,
  sendExtend,
  sendFinish,
  sendIdentity,
  showContent,
  showRequest,
} from './requests/request/handler.ts';
import { sendRetention, showRetention } from './retention/handler.ts';
import { showTexts } from './texts/handler.ts';

const OFFICER = { roles: ['privacy-officer'] } as const;
const RESIDENT = { roles: ['resident'] } as const;
/** Who treats (LAW 6). */
const TREATING = { roles: ['practice-nurse', 'gp'] } as const;

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

/** Break-glass, for who treats. */
export function needRoutes(app: Hono<WebEnv>, kit: Kit, ground: OversightGround): void {
  app.get(
    '/praktijk/nood',
    kit.page(TREATING, (ask) => showNeed(ground, ask)),
  );
  app.post(
    '/praktijk/nood',
    kit.form({ ...TREATING, limit: 'lookUp' }, (ask) => sendNeed(ground, ask)),
  );
  app.get(
    '/praktijk/nood/:glass',
    kit.page(TREATING, (ask) => showNeeded(ground, ask)),
  );
}

/** The log, rights, emergency access and requests. */
export function officerRoutes(app: Hono<WebEnv>, kit: Kit, ground: OversightGround): void {
  app.get(
    '/privacy',
    kit.page(OFFICER, (ask) => showLog(ground, ask)),
  );
  app.get(
    '/privacy/logboek.csv',
    kit.page(OFFICER, (ask) => takeLog(ground, ask)),
  );
  app.get(
    '/privacy/inwoner',
    kit.page(OFFICER, (ask) => showGrants(ground, ask)),
  );
  app.get(
    '/privacy/bewaren',
    kit.page(OFFICER, (ask) => showRetention(ground, ask)),
  );
  app.post(
    '/privacy/bewaren',
    kit.form(OFFICER, (ask) => sendRetention(ground, ask)),
  );
  app.get(
    '/privacy/opvallend',
    kit.page(OFFICER, (ask) => showFlags(ground, ask)),
  );
  app.get(
    '/privacy/opvallend/:flag',
    kit.page(OFFICER, (ask) => showFlag(ground, ask)),
  );
  app.post(
    '/privacy/opvallend/:flag',
    kit.form(OFFICER, (ask) => sendFlag(ground, ask)),
  );
  app.get(
    '/privacy/bekend',
    kit.page(OFFICER, (ask) => showKnown(ground, ask)),
  );
  app.post(
    '/privacy/bekend',
    kit.form(OFFICER, (ask) => sendKnown(ground, ask)),
  );
  app.get(
    '/privacy/teksten',
    kit.page(OFFICER, (ask) => showTexts(ground, ask)),
  );
  app.get(
    '/privacy/afgeschermd',
    kit.page(OFFICER, (ask) => showWithheld(ground, ask)),
  );
  app.get(
    '/privacy/afgeschermd/verkeerd',
    kit.page(OFFICER, (ask) => showMisplaced(ground, ask)),
  );
  app.get(
    '/privacy/brieven',
    kit.page(OFFICER, (ask) => showLetters(ground, ask)),
  );
  app.get(
    '/privacy/brieven/:letter',
    kit.page(OFFICER, (ask) => showLetter(ground, ask)),
  );
  app.post(
    '/privacy/brieven/:letter/verstuurd',
    kit.form({ ...OFFICER, formPath: withoutLast }, (ask) => postLetter(ground, ask)),
  );
  app.get(
    '/privacy/buren',
    kit.page(OFFICER, (ask) => showHomes(ground, ask)),
  );
  app.post(
    '/privacy/buren',
    kit.form(OFFICER, (ask) => sendHome(ground, ask)),
  );
  app.get(
    '/privacy/nood',
    kit.page(OFFICER, (ask) => showGlasses(ground, ask)),
  );
  app.get(
    '/privacy/nood/:glass',
    kit.page(OFFICER, (ask) => showGlass(ground, ask)),
  );
  app.post(
    '/privacy/nood/:glass',
    kit.form(OFFICER, (ask) => sendReview(ground, ask)),
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
  app.get(
    `${one}/inhoud`,
    kit.page(OFFICER, (ask) => showContent(ground, ask)),
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
