import { Hono } from 'hono';
import { text } from '../platform/http/index.ts';
import {
  AS_RESIDENT,
  auditRefusal,
  choicesOf,
  chooseRole,
  type LoginKept,
  signOut,
} from '../platform/identity/index.ts';
import { seal, type Text, textIn, unseal } from '../platform/index.ts';
import { LinkButton, type PageContext, renderPage } from '../ui/index.ts';
import { problemAnswer } from './answers.ts';
import { enter, keepArrival, whereTo } from './arrival.ts';
import { pageContextOf } from './context.ts';
import { handleForm } from './forms.ts';
import { tooMany } from './kit.ts';
import { languageOf } from './language.ts';
import { type House, homeOf, localPath } from './parts.ts';
import { rolePage } from './role-page.tsx';
import type { WebContext, WebEnv } from './types.ts';
import { clientOf, doorOf, visitorOf } from './visit.ts';
import { webWords } from './words.ts';

const LOGIN_PLACE = 'login';
/** How long someone may take at the identity provider, in seconds. */
const LOGIN_TIME = 900;

/** Signing in, choosing a role, signing out. */
export function signInRoutes(house: House): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/inloggen', (c) => start(house, c));
  app.get('/inloggen/terug', (c) => comeBack(house, c));
  app.get('/rol', (c) => showRoles(house, c));
  app.post('/rol', (c) => takeRole(house, c));
  app.get('/uitgelogd', async (c) => c.html(signedOutPage(await pageContextOf(house, c))));
  app.post('/uitloggen', (c) =>
    // Whoever has no session (any more) is signed out as they wished.
    handleForm(house, c, { roles: 'public' }, async ({ door }) => {
      const visitor = await visitorOf(house, c);
      if (visitor.kind === 'signed-in' || visitor.kind === 'choosing')
        await signOut(house.ground, visitor.session, visitor.kind === 'signed-in' ? visitor.actor : undefined, door);
      house.jar.remove(c, 'omzien');
      // A borrowed device keeps nothing: no cookie, nothing stored, no page to go back to (Clear-Site-Data, W3C).
      c.header('clear-site-data', '"cache", "cookies", "storage"');
      return { to: '/uitgelogd' };
    }),
  );
  return app;
}

async function start(house: House, c: WebContext): Promise<Response> {
  const busy = tooMany(house.limiter.take('sign-in', clientOf(house, c, undefined)));
  if (busy) return problemAnswer(house, c, busy);
  const { publicUrl } = house.config;
  // Cookies belong to one name: who came in by another name of this machine goes on under ours.
  if (house.config.mode === 'demo' && new URL(c.req.url).host !== new URL(publicUrl).host)
    return c.redirect(`${publicUrl}${c.req.url.slice(new URL(c.req.url).origin.length)}`, 302);
  const begun = await house.signIn.start(localPath(c.req.query('terug')), house.ground.wall.now());
  if (!begun.ok)
    return problemAnswer(house, c, begun.problem, {
      happened: textIn(begun.problem.text, (await pageContextOf(house, c)).lang),
    });
  const kept = seal(house.ground.keys, JSON.stringify(begun.value.kept), LOGIN_PLACE).toString('base64url');
  house.jar.write(c, 'omzien-login', kept, LOGIN_TIME);
  return c.redirect(begun.value.url.href, 302);
}

async function comeBack(house: House, c: WebContext): Promise<Response> {
  const { ground } = house;
  const door = doorOf(house, c, 'page');
  const words = webWords(languageOf(house, c, await visitorOf(house, c)));
  const kept = readKept(house, c);
  // Used once: whoever comes back a second time with the same address begins anew.
  house.jar.remove(c, 'omzien-login');
  if (!kept) {
    const busy = tooMany(house.limiter.take('sign-in', clientOf(house, c, undefined)));
    if (busy) return problemAnswer(house, c, busy);
    await auditRefusal(ground, undefined, door, 'came back without having left');
    return failed(house, c, words.failedSignIn);
  }
  const search = c.req.url.includes('?') ? c.req.url.slice(c.req.url.indexOf('?')) : '';
  const who = await house.signIn.finish(search, kept);
  if (!who.ok) {
    await auditRefusal(ground, undefined, door, `not vouched for (${who.problem.kind})`);
    return failed(house, c, words.failedSignIn, who.problem.text);
  }
  // An invitation may be for somebody who is nobody here yet: its page asks whether it is them.
  if (house.rooms.some((room) => room.arrivals?.(kept.returnTo))) {
    keepArrival(house, c, who.value);
    return c.redirect(kept.returnTo, 303);
  }
  const entered = await enter(house, c, who.value, door, kept.returnTo);
  return entered.ok ? c.redirect(entered.value.to, 303) : failed(house, c, words.refused, entered.problem.text);
}

function readKept(house: House, c: WebContext): LoginKept | undefined {
  const { keys, wall } = house.ground;
  try {
    const sealed = Buffer.from(house.jar.read(c, 'omzien-login') ?? '', 'base64url');
    const kept = JSON.parse(unseal(keys, sealed, LOGIN_PLACE)) as LoginKept;
    return wall.now().getTime() / 1000 - kept.at <= LOGIN_TIME ? kept : undefined;
  } catch {
    return undefined;
  }
}

async function failed(
  house: House,
  c: WebContext,
  view: { readonly title: string; readonly todo: string; readonly kept: string },
  happened: Text = {
    nl: 'Het inloggen was al afgerond, of duurde te lang.',
    en: 'The sign-in was finished already, or took too long.',
  },
): Promise<Response> {
  const context = await pageContextOf(house, c);
  const action = { href: '/inloggen', label: webWords(context.lang).again };
  return problemAnswer(house, c, { kind: 'invalid', text: happened }, { ...view, action }, context);
}

async function showRoles(house: House, c: WebContext, mistake?: string): Promise<Response> {
  const visitor = await visitorOf(house, c);
  if (visitor.kind !== 'signed-in' && visitor.kind !== 'choosing') return c.redirect('/inloggen', 303);
  const { roles, resident } = await choicesOf(house.ground, visitor.session);
  const actor = visitor.kind === 'signed-in' ? visitor.actor : undefined;
  const html = rolePage(await pageContextOf(house, c), {
    roles,
    asResident: resident !== undefined,
    current: actor ? (visitor.session.roleId ?? AS_RESIDENT) : undefined,
    returnTo: localPath(c.req.query('terug')),
    home: (actor && homeOf(house, actor)) ?? '/',
    mistake,
  });
  return c.html(html, mistake ? 422 : 200);
}

async function takeRole(house: House, c: WebContext): Promise<Response> {
  const visitor = await visitorOf(house, c);
  if (visitor.kind !== 'signed-in' && visitor.kind !== 'choosing') return c.redirect('/inloggen', 303);
  return handleForm(house, c, { roles: 'public' }, async ({ posted, door, context }) => {
    const actor = visitor.kind === 'signed-in' ? visitor.actor : undefined;
    const chosen = await chooseRole(house.ground, visitor.session, text(posted, 'role'), door, actor);
    if (!chosen.ok && chosen.problem.kind === 'unprocessable')
      return showRoles(house, c, webWords(context.lang).choose.mistake);
    if (!chosen.ok) return { problem: chosen.problem };
    house.jar.write(c, 'omzien', chosen.value.secret);
    // A page of the former role may not be one of this; what was opened from a system asks for the role that fits.
    const asked = localPath(text(posted, 'terug'));
    const returnTo = actor && !asked.startsWith('/launch/') ? '/' : asked;
    return { to: chosen.value.actor ? whereTo(house, chosen.value.actor, returnTo) : '/' };
  });
}

/** Said once more after signing out, for who sits at a device that is not theirs. */
function signedOutPage(context: PageContext): string {
  const words = webWords(context.lang);
  return renderPage({
    title: words.signedOut,
    kind: 'public',
    context,
    intro: words.signedOutMore,
    main: <LinkButton href="/inloggen">{words.again}</LinkButton>,
  });
}
