import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { isLoopbackHost } from '../platform/config/index.ts';
import { createJar, describeError, securityHeaders } from '../platform/http/index.ts';
import { ABSENT, type Problem, Refusal } from '../platform/index.ts';
import { assets, contentSecurityPolicy, LinkButton, renderPage } from '../ui/index.ts';
import { problemAnswer, problemJson } from './answers.ts';
import { createKit } from './kit.ts';
import { languageRoutes } from './language-routes.ts';
import { launchRoutes } from './launch.ts';
import { type House, homeOf, type WebParts } from './parts.ts';
import { signInRoutes } from './sign-in.tsx';
import { tokenRoutes } from './token.ts';
import type { Kit, WebContext, WebEnv } from './types.ts';
import { visitorOf } from './visit.ts';
import { webWords } from './words.ts';

export type Web = {
  readonly app: Hono<WebEnv>;
  readonly kit: Kit;
};

const FORM_LIMIT = 200_000;
const API_LIMIT = 2_000_000;

/** The web layer with the rooms in it. Doors that bring their own limits (FHIR, the demo's sign-in) are mounted after. */
export function createWeb(parts: WebParts): Web {
  const { config, log } = parts;
  const https = config.publicUrl.startsWith('https:');
  const ownOrigins = [new URL(config.publicUrl).origin];
  const house: House = { ...parts, https, ownOrigins, jar: createJar(https) };
  const app = new Hono<WebEnv>();
  const isApi = (c: WebContext) => /^\/(?:api|hsds|fhir)\//.test(c.req.path);
  const tell = (c: WebContext, problem: Problem) =>
    isApi(c) ? problemJson(c, problem) : problemAnswer(house, c, problem);

  app.use(logged(house));
  app.use(securityHeaders({ contentSecurityPolicy, https }));
  if (config.mode === 'demo') app.use(onlyOurNames(config.publicUrl));
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const wrong = await house.readiness();
    return wrong.length === 0 ? c.json({ status: 'ready' }) : c.json({ status: 'not ready', wrong }, 503);
  });
  app.get('/assets/*', (c) => {
    const asset = assets.get(c.req.path);
    if (!asset) return tell(c, ABSENT);
    return c.body(asset.body, 200, { 'content-type': asset.contentType, 'cache-control': asset.cacheControl });
  });
  const limits = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: (c) =>
        tell(c as WebContext, {
          kind: 'too-large',
          text: {
            nl: `Meer dan ${maxSize / 1000} kB nemen we niet aan.`,
            en: `We accept no more than ${maxSize / 1000} kB.`,
          },
        }),
    });
  const [small, large] = [limits(FORM_LIMIT), limits(API_LIMIT)];
  app.use((c, next) => {
    if (/^\/(?:fhir|demo\/oidc)\//.test(c.req.path)) return next();
    // A form in parts is bounded while it is read, by what that form may send.
    if (!isApi(c) && /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')) return next();
    return isApi(c) ? large(c, next) : small(c, next);
  });
  app.use(async (c, next) => {
    await next();
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && c.res.status < 400) house.wake();
  });

  app.use(async (c, next) => {
    await next();
    // A page is written for who asks: in their language, by their cookie.
    if (c.res.headers.get('content-type')?.startsWith('text/html'))
      c.header('vary', 'Cookie, Accept-Language', { append: true });
  });

  app.route('/', languageRoutes(house));
  app.route('/', signInRoutes(house));
  app.route('/', tokenRoutes(house));
  app.route('/', launchRoutes(house));
  app.get('/', async (c, next) => {
    const visitor = await visitorOf(house, c);
    if (visitor.kind === 'choosing') return c.redirect('/rol', 303);
    const home = visitor.kind === 'signed-in' ? homeOf(house, visitor.actor) : undefined;
    return home && home !== '/' ? c.redirect(home, 303) : next();
  });
  const kit = createKit(house);
  for (const room of parts.rooms) if (room.routes) app.route('/', room.routes(kit));
  app.get(
    '/',
    kit.publicPage((ask) => welcomePage(ask.context)),
  );

  app.notFound((c) => tell(c, ABSENT));
  app.onError((error, c) => {
    if (error instanceof Refusal) return tell(c, error.problem);
    if (error instanceof HTTPException && error.status === 413)
      return tell(c, {
        kind: 'too-large',
        text: { nl: 'Dit is meer dan we aannemen.', en: 'This is more than we accept.' },
      });
    const requestId = c.get('requestId');
    log('error', { event: 'failed', requestId, route: routePath(c, -1), ...describeError(error) });
    const problem: Problem = {
      kind: 'failed',
      text: { nl: 'Er ging iets mis bij ons.', en: 'Something went wrong on our side.' },
    };
    return isApi(c) ? problemJson(c, problem) : problemAnswer(house, c, problem, { reference: requestId });
  });
  return { app, kit };
}

/** Gives each request its id and its line in the log: which route and how it went, nothing that anyone typed. */
function logged({ config, log }: House) {
  return async (c: WebContext, next: () => Promise<void>): Promise<void> => {
    const sent = config.trustProxy ? c.req.header('x-request-id') : undefined;
    const requestId = sent && /^[\w.-]{8,80}$/.test(sent) ? sent : randomUUID();
    c.set('requestId', requestId);
    const began = performance.now();
    await next();
    c.header('x-request-id', requestId);
    const route = routePath(c, -1);
    if (/^\/(?:assets|healthz|readyz)/.test(c.req.path)) return;
    const { status } = c.res;
    const ms = Math.round(performance.now() - began);
    const role = c.get('role');
    log(status >= 500 ? 'error' : 'info', {
      event: 'request',
      requestId,
      method: c.req.method,
      route,
      status,
      ms,
      role,
    });
  };
}

/** A demo answers to its own names only, so that no page elsewhere can reach it by a name that points here. */
function onlyOurNames(publicUrl: string) {
  const own = new URL(publicUrl).hostname;
  return async (c: WebContext, next: () => Promise<void>): Promise<Response | undefined> => {
    const name = new URL(c.req.url).hostname;
    if (name !== own && !isLoopbackHost(name)) return c.text('This demo answers on localhost only.', 421);
    await next();
    return undefined;
  };
}

function welcomePage(context: Parameters<typeof renderPage>[0]['context']): string {
  const words = webWords(context.lang).welcome;
  return renderPage({
    title: words.title,
    kind: 'public',
    context,
    intro: words.intro,
    main: (
      <>
        <p>{words.body}</p>
        <LinkButton href="/inloggen">{words.signIn}</LinkButton>
      </>
    ),
  });
}
