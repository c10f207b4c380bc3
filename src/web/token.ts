import { Hono } from 'hono';
import { ABSENT } from '../platform/index.ts';
import { problemJson } from './answers.ts';
import type { House } from './parts.ts';
import type { WebContext, WebEnv } from './types.ts';
import { clientOf, doorOf } from './visit.ts';

/** Where systems get their tokens. */
export const TOKEN_PATH = '/auth/token';

const NEVER_KEPT = { 'cache-control': 'no-store', pragma: 'no-cache' };

/**
 * The token endpoint (RFC 6749, section 3.2; SMART App Launch 2.2, Backend Services). A client that shows no assertion
 * is sent on to the identity provider of the demo, where there is one: the personas have a secret there.
 */
export function tokenRoutes(house: House): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.post(TOKEN_PATH, (c) => answer(house, c));
  return app;
}

async function answer(house: House, c: WebContext): Promise<Response> {
  if (!house.clients) return problemJson(c, ABSENT);
  const wait = house.limiter.take('sign-in', clientOf(house, c, undefined));
  if (wait > 0)
    return c.json({ error: 'temporarily_unavailable', error_description: 'Too many requests. Try again later.' }, 429, {
      ...NEVER_KEPT,
      'retry-after': String(wait),
    });
  const body = await c.req.text();
  const form = new URLSearchParams(body);
  const bySecret = !form.has('client_assertion') && (form.has('client_secret') || c.req.header('authorization'));
  if (bySecret && house.secretToken) return house.secretToken(c.req.raw.headers, body);
  const told = await house.clients.issue(form, doorOf(house, c, 'api'));
  return told.status === 200
    ? c.json(
        { access_token: told.token, token_type: 'bearer', expires_in: told.seconds, scope: told.scopes.join(' ') },
        200,
        NEVER_KEPT,
      )
    : c.json({ error: told.error, error_description: told.description }, told.status, NEVER_KEPT);
}
