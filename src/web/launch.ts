import { Hono } from 'hono';
import { text } from '../platform/http/index.ts';
import {
  auditRefusal,
  findAccount,
  keepLaunch,
  LAUNCH_SECONDS,
  type Launched,
  type LaunchKept,
  type LaunchSite,
  openSite,
  readLaunch,
  tieIdentity,
  type Visitor,
} from '../platform/identity/index.ts';
import { type Problem, seal, type Text, textIn, unseal } from '../platform/index.ts';
import type { ProblemView } from '../ui/index.ts';
import { problemAnswer } from './answers.ts';
import { enter } from './arrival.ts';
import { pageContextOf } from './context.ts';
import { handleForm } from './forms.ts';
import { tooMany } from './kit.ts';
import { OTHER_PATH, otherPage, signInFirstPage, TIE_PATH, tiePage } from './launch-view.tsx';
import { launchWords } from './launch-words.ts';
import { type House, homeOf } from './parts.ts';
import type { Answer, FormAsk, WebContext, WebEnv } from './types.ts';
import { clientOf, doorOf, visitorOf } from './visit.ts';

/** Where a launch leads once it is known who this is: the room of practices finds the resident there. */
export const LAUNCHED_PATH = '/launch/patient';

const START_PLACE = 'launch-start';
/** How long somebody may be away at their system, in seconds. */
const AWAY = 600;

/** What a room is told of a launch in this browser. */
export type LaunchHere = {
  readonly launched: Launched;
  readonly site: LaunchSite;
  /** Whom the system vouches for here; undefined while it is nobody. */
  readonly person: string | undefined;
};

/** Opening Omzien from another system (SMART App Launch 2.2, EHR launch): who it is; whom it is about is for a room. */
export function launchRoutes(house: House): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/launch', (c) => start(house, c));
  app.get('/launch/terug', (c) => comeBack(house, c));
  app.get(TIE_PATH, (c) => showTie(house, c));
  app.post(TIE_PATH, (c) => handleForm(house, c, { roles: 'any' }, (ask) => tie(house, c, ask)));
  app.get(OTHER_PATH, (c) => showOther(house, c));
  app.post(OTHER_PATH, (c) => handleForm(house, c, { roles: 'public' }, (ask) => goOn(house, c, ask)));
  return app;
}

/** The launch that this browser came with, while it is kept and its system is still one of ours. */
export async function launchOf(house: House, c: WebContext): Promise<LaunchHere | undefined> {
  const { pool, keys, wall } = house.ground;
  const launched = await readLaunch(pool, keys, house.jar.read(c, 'omzien-launch'), wall.now());
  const site = launched && (await openSite(pool, keys, launched.issuer));
  if (!launched || !site) return undefined;
  const account = await findAccount(pool, launched.issuer, launched.subject);
  return { launched, site, person: account?.person };
}

async function start(house: House, c: WebContext): Promise<Response> {
  const busy = tooMany(house.limiter.take('sign-in', clientOf(house, c, undefined)));
  if (busy) return problemAnswer(house, c, busy);
  const { ground, launch } = house;
  const words = launchWords((await pageContextOf(house, c)).lang);
  const [iss, what] = [c.req.query('iss') ?? '', c.req.query('launch') ?? ''];
  if (iss === '' || what === '' || what.length > 4000) return failed(house, c, words.incomplete);
  const site = await openSite(ground.pool, ground.keys, iss);
  if (!site) {
    await auditRefusal(ground, undefined, doorOf(house, c, 'page'), 'launch from a system that is not registered');
    return failed(house, c, words.unknownSite);
  }
  const begun = await launch.start(site, what, ground.wall.now());
  if (!begun.ok) return failed(house, c, begun.problem.text);
  const kept = seal(ground.keys, JSON.stringify(begun.value.kept), START_PLACE).toString('base64url');
  house.jar.write(c, 'omzien-start', kept, AWAY);
  return c.redirect(begun.value.url.href, 302);
}

async function comeBack(house: House, c: WebContext): Promise<Response> {
  const { ground, launch } = house;
  const { pool, keys, wall } = ground;
  const door = doorOf(house, c, 'page');
  const words = launchWords((await pageContextOf(house, c)).lang);
  const kept = readKept(house, c);
  // Used once, whatever comes of it.
  house.jar.remove(c, 'omzien-start');
  const site = kept && (await openSite(pool, keys, kept.issuer));
  if (!kept || !site) {
    const busy = tooMany(house.limiter.take('sign-in', clientOf(house, c, undefined)));
    if (busy) return problemAnswer(house, c, busy);
    await auditRefusal(ground, undefined, door, 'came back from a launch without having left');
    return failed(house, c, words.over);
  }
  const search = c.req.url.includes('?') ? c.req.url.slice(c.req.url.indexOf('?')) : '';
  const done = await launch.finish(site, search, kept);
  if (!done.ok) {
    await auditRefusal(ground, undefined, door, `launch not vouched for (${done.problem.kind})`);
    return failed(house, c, done.problem.text);
  }
  house.jar.write(c, 'omzien-launch', await keepLaunch(pool, keys, done.value, wall.now()), LAUNCH_SECONDS);
  const account = await findAccount(pool, done.value.issuer, done.value.subject);
  if (!account) return c.redirect(TIE_PATH, 303);
  const visitor = await visitorOf(house, c);
  const here = personIn(visitor);
  if (here === undefined) return letIn(house, c, done.value);
  if (here !== account.person) return c.redirect(OTHER_PATH, 303);
  return c.redirect(visitor.kind === 'choosing' ? CHOOSE : LAUNCHED_PATH, 303);
}

const CHOOSE = `/rol?${new URLSearchParams({ terug: LAUNCHED_PATH })}`;
const personIn = (visitor: Visitor): string | undefined =>
  visitor.kind === 'signed-in' || visitor.kind === 'choosing' ? visitor.session.person : undefined;

async function letIn(house: House, c: WebContext, who: Launched): Promise<Response> {
  const entered = await enter(house, c, who, doorOf(house, c, 'page'), LAUNCHED_PATH);
  if (entered.ok) return c.redirect(entered.value.to, 303);
  const { refused } = launchWords((await pageContextOf(house, c)).lang);
  return failed(house, c, entered.problem.text, refused);
}

function readKept(house: House, c: WebContext): LaunchKept | undefined {
  const { keys, wall } = house.ground;
  try {
    const sealed = Buffer.from(house.jar.read(c, 'omzien-start') ?? '', 'base64url');
    const kept = JSON.parse(unseal(keys, sealed, START_PLACE)) as LaunchKept;
    return wall.now().getTime() / 1000 - kept.at <= AWAY ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Says what happened, that nothing was lost, and what to do; the same for every launch that does not hold. */
async function failed(
  house: House,
  c: WebContext,
  happened: Text,
  view: Partial<Pick<ProblemView, 'title' | 'todo' | 'action'>> = {},
): Promise<Response> {
  const context = await pageContextOf(house, c);
  const { home, ...words } = launchWords(context.lang).failed;
  const action = view.action ?? { href: context.homeHref ?? '/', label: home };
  const problem: Problem = { kind: 'invalid', text: happened };
  const said = { kind: 'work', happened: textIn(happened, context.lang) } as const;
  return problemAnswer(house, c, problem, { ...words, ...said, ...view, action }, context);
}

const overNow = async (house: House, c: WebContext): Promise<Response> =>
  failed(house, c, launchWords((await pageContextOf(house, c)).lang).over);

async function showTie(house: House, c: WebContext): Promise<Response> {
  const here = await launchOf(house, c);
  if (!here) return overNow(house, c);
  const visitor = await visitorOf(house, c);
  const context = await pageContextOf(house, c);
  if (visitor.kind === 'choosing') return c.redirect(`/rol?${new URLSearchParams({ terug: TIE_PATH })}`, 303);
  if (visitor.kind !== 'signed-in') return c.html(signInFirstPage(context, here.site.name));
  if (here.person === visitor.actor.person) return c.redirect(LAUNCHED_PATH, 303);
  if (visitor.actor.organisation !== here.site.organisation) return elsewhere(house, c, here);
  const asked = { system: here.site.name, there: here.launched.userName, here: visitor.actor.name };
  return c.html(tiePage(context, asked));
}

/** The system is of another practice than the one somebody works for now. */
async function elsewhere(house: House, c: WebContext, { site }: LaunchHere): Promise<Response> {
  const words = launchWords((await pageContextOf(house, c)).lang).tie;
  return failed(house, c, words.elsewhere({ organisation: site.organisationName }), {
    title: words.title,
    todo: words.elsewhereTodo,
    action: { href: `/rol?${new URLSearchParams({ terug: TIE_PATH })}`, label: words.chooseRole },
  });
}

async function tie(house: House, c: WebContext, ask: FormAsk<FormAsk['actor'] | undefined>): Promise<Answer> {
  const here = await launchOf(house, c);
  const { actor, context } = ask;
  if (!here || !actor) return overNow(house, c);
  const words = launchWords(context.lang).tie;
  const home = homeOf(house, actor) ?? '/';
  if (text(ask.posted, 'answer') !== 'yes') {
    house.jar.remove(c, 'omzien-launch');
    return { to: home, flash: { kind: 'info', text: words.not } };
  }
  if (actor.organisation !== here.site.organisation) return elsewhere(house, c, here);
  const tied = await tieIdentity(house.ground, actor, here.launched, ask.door);
  return tied.ok
    ? { to: LAUNCHED_PATH, flash: { kind: 'good', text: words.done({ system: here.site.name }) } }
    : { problem: tied.problem, action: { href: home, label: launchWords(context.lang).failed.home } };
}

async function showOther(house: House, c: WebContext): Promise<Response> {
  const here = await launchOf(house, c);
  const visitor = await visitorOf(house, c);
  if (!here?.person) return overNow(house, c);
  if (visitor.kind !== 'signed-in' && visitor.kind !== 'choosing') return letIn(house, c, here.launched);
  if (here.person === visitor.session.person) return c.redirect(LAUNCHED_PATH, 303);
  const context = await pageContextOf(house, c);
  const asked = { system: here.site.name, here: visitor.session.name, stay: context.homeHref ?? '/' };
  return c.html(otherPage(context, asked));
}

async function goOn(house: House, c: WebContext, _ask: FormAsk<FormAsk['actor'] | undefined>): Promise<Answer> {
  const here = await launchOf(house, c);
  return here?.person ? letIn(house, c, here.launched) : overNow(house, c);
}
