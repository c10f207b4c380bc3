import { Hono } from 'hono';
import { fromOurPages } from '../platform/http/index.ts';
import { keepLanguage, type Visitor } from '../platform/identity/index.ts';
import { firstLanguage, type Language } from '../platform/index.ts';
import { type House, localPath } from './parts.ts';
import type { WebContext, WebEnv } from './types.ts';
import { visitorOf } from './visit.ts';

/** How long a browser remembers the language, in seconds. */
const YEAR = 365 * 86_400;

const known = (value: string | undefined): Language | undefined =>
  value === 'nl' || value === 'en' ? value : undefined;

/** What this browser remembers; undefined while nobody chose here. */
export function rememberedLanguage(house: House, c: WebContext): Language | undefined {
  return known(house.jar.read(c, 'omzien-taal'));
}

/** The language of this request: what the person chose, else what the browser remembers, else what it asks for. */
export function languageOf(house: House, c: WebContext, visitor: Visitor): Language {
  const own = visitor.kind === 'signed-in' || visitor.kind === 'choosing' ? visitor.session.language : undefined;
  return own ?? rememberedLanguage(house, c) ?? firstLanguage(c.req.header('accept-language'));
}

/**
 * GET /taal?naar=en&terug=/mijn: goes on in another language, on the same page. A link, so that it works on every page
 * without a token or a cookie beforehand; what it changes is a taste, can be changed back in the same place, and is
 * remembered only when one of our own pages asked (docs/decisions/18).
 */
export function languageRoutes(house: House): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/taal', async (c) => {
    const language = known(c.req.query('naar'));
    if (language && fromOurPages(c, house.ownOrigins)) {
      house.jar.write(c, 'omzien-taal', language, YEAR);
      const visitor = await visitorOf(house, c);
      if (visitor.kind === 'signed-in' || visitor.kind === 'choosing')
        await keepLanguage(house.ground.pool, visitor.session, language);
    }
    const back = c.req.query('terug');
    return c.redirect(back?.startsWith('/rol') ? '/rol' : localPath(back), 303);
  });
  return app;
}
