import { Hono } from 'hono';
import { fromOurPages, keepDraft } from '../platform/http/index.ts';
import { keepLanguage } from '../platform/identity/index.ts';
import { handleForm } from './forms.ts';
import { known } from './language.ts';
import { type House, localPath } from './parts.ts';
import type { WebEnv } from './types.ts';
import { visitorOf } from './visit.ts';

/** How long a browser remembers the language, in seconds. */
const YEAR = 365 * 86_400;

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
  // From a form that somebody was filling in (a comfort with script): what was typed goes along to the other language.
  app.post('/taal', (c) =>
    handleForm(house, c, { roles: 'public' }, async ({ posted }) => {
      const language = known(c.req.query('naar'));
      const back = localPath(c.req.query('terug'));
      const visitor = await visitorOf(house, c);
      if (language) house.jar.write(c, 'omzien-taal', language, YEAR);
      if (visitor.kind !== 'signed-in') return { to: back };
      const { pool, keys, wall } = house.ground;
      if (language) await keepLanguage(pool, visitor.session, language);
      const [path = '/'] = back.split('?');
      await keepDraft(pool, keys, { person: visitor.session.person, path, posted, at: wall.now() });
      return { to: back };
    }),
  );
  return app;
}
