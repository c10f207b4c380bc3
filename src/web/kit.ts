import { type Context, Hono } from 'hono';
import { routePath } from 'hono/route';
import { takeDraft } from '../platform/http/index.ts';
import { ROLE_HEADER } from '../platform/identity/index.ts';
import { ABSENT, type Actor, fail, ok, type Problem, type Result } from '../platform/index.ts';
import { answerWith, problemAnswer, problemJson, toSignIn } from './answers.ts';
import { arrivalOf, enter, forgetArrival } from './arrival.ts';
import { pageContextOf } from './context.ts';
import { handleForm } from './forms.ts';
import { launchOf } from './launch.ts';
import type { House } from './parts.ts';
import type { ApiAsk, Ask, Gate, Kit, WebContext, WebEnv } from './types.ts';
import { clientOf, csrfHolds, doorOf, personOf, visitorOf } from './visit.ts';

/** What the rooms write their routes with. */
export function createKit(house: House): Kit {
  return {
    ground: house.ground,
    config: house.config,
    wall: house.ground.wall,
    demo: house.config.mode === 'demo',
    routes: () => new Hono<WebEnv>(),
    page: (gate, handler) => async (c) => {
      const visitor = await visitorOf(house, c);
      if (visitor.kind === 'choosing') return c.redirect(chooseAt(c), 303);
      if (visitor.kind !== 'signed-in') return toSignIn(c, pathAndQuery(c));
      const { actor } = visitor;
      const refusal = await gateProblem(house, c, gate, actor);
      if (refusal) return problemAnswer(house, c, refusal);
      const ask = await askOf(house, c, actor);
      return answerWith(house, c, await handler(ask), ask.context);
    },
    publicPage: (handler) => async (c) => {
      const visitor = await visitorOf(house, c);
      const actor = visitor.kind === 'signed-in' ? visitor.actor : undefined;
      const busy = publicLimit(house, c, actor);
      if (busy) return problemAnswer(house, c, busy);
      const ask = await askOf(house, c, actor);
      return answerWith(house, c, await handler(ask), ask.context);
    },
    form: (gate, handler) => (c) => handleForm(house, c, gate, (ask) => handler({ ...ask, actor: ask.actor as Actor })),
    publicForm: (rules, handler) => (c) => handleForm(house, c, { ...rules, roles: 'public' }, handler),
    api: (gate, handler) => async (c) => {
      const found = await actorOf(house, c);
      if (!found.ok) return problemJson(c, found.problem);
      const refusal = await gateProblem(house, c, gate, found.value);
      return refusal ? problemJson(c, refusal) : jsonAnswer(c, await handler(apiAsk(house, c, found.value)));
    },
    publicApi: (handler) => async (c) => {
      const busy = publicLimit(house, c, undefined);
      return busy ? problemJson(c, busy) : jsonAnswer(c, await handler(apiAsk(house, c, undefined)));
    },
    arrived: (c) => arrivalOf(house, c),
    forget: (c) => forgetArrival(house, c),
    letIn: async (c, who, door) => {
      forgetArrival(house, c);
      return enter(house, c, who, door, '/');
    },
    actorOf: (c) => actorOf(house, c as WebContext),
    launched: (c) => launchOf(house, c),
    answer: (c, answer) => answerWith(house, c, answer),
  };
}

const pathAndQuery = (c: Context) => c.req.url.slice(new URL(c.req.url).origin.length);
const chooseAt = (c: Context) => `/rol?${new URLSearchParams({ terug: pathAndQuery(c) })}`;

/** What a handler is told; the same for pages and forms. */
export async function askOf<Who extends Actor | undefined>(house: House, c: WebContext, actor: Who): Promise<Ask<Who>> {
  const { pool, keys, wall } = house.ground;
  const context = await pageContextOf(house, c);
  return {
    c,
    actor,
    context,
    person: personOf(house, c, await visitorOf(house, c)),
    door: doorOf(house, c, 'page'),
    param: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name),
    draft: async (path = c.req.path) =>
      actor ? takeDraft(pool, keys, { person: actor.person, path, at: wall.now() }) : undefined,
  };
}

/**
 * Why this person may not pass: another role (it looks as if nothing is there, and the audit says so), or too many
 * look-ups in a minute.
 */
export async function gateProblem(house: House, c: WebContext, gate: Gate, actor: Actor): Promise<Problem | undefined> {
  if (gate.roles !== 'any' && !gate.roles.includes(actor.role)) {
    await house.ground.audit.write({
      actor,
      action: 'opened',
      allowed: false,
      subjectType: 'Page',
      // The pattern of the path: no id of anyone.
      subjectId: routePath(c, -1),
      purpose: 'page',
      ground: 'none',
      detail: 'not a page of this role',
      ...doorOf(house, c, c.req.path.startsWith('/api/') ? 'api' : 'page'),
    });
    return ABSENT;
  }
  return gate.limit === 'lookUp' ? tooMany(house.limiter.take('look-up', actor.person)) : undefined;
}

/** The limit on doors that need no sign-in, for one address. */
export function publicLimit(house: House, c: Context, actor: Actor | undefined): Problem | undefined {
  return actor ? undefined : tooMany(house.limiter.take('public', clientOf(house, c, undefined)));
}

/** A wait as a problem; undefined when there is nothing to wait for. */
export function tooMany(seconds: number): Problem | undefined {
  if (seconds === 0) return undefined;
  return {
    kind: 'too-many',
    text: {
      nl: 'U probeerde dit vaker dan mag in korte tijd.',
      en: 'You tried this more often than is allowed in a short time.',
    },
    retryAfter: seconds,
  };
}

async function actorOf(house: House, c: WebContext): Promise<Result<Actor>> {
  const header = c.req.header('authorization');
  if (header !== undefined) {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(header)?.[1];
    if (!token) return fail('sign-in', 'Send a token along: Authorization: Bearer …');
    const found = await house.bearer(token, c.req.header(ROLE_HEADER));
    if (!found.ok) return found;
    const busy = tooMany(house.limiter.take('system', found.value.clientId));
    if (busy) return { ok: false, problem: busy };
    c.set('role', found.value.actor.role);
    return ok(found.value.actor);
  }
  const visitor = await visitorOf(house, c);
  if (visitor.kind !== 'signed-in') return fail('sign-in', 'Sign in, or send a token along.');
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  // A browser sends its cookie by itself, so a change needs what only our own pages know.
  if (!reads && !csrfHolds(house, c, visitor, c.req.header('x-csrf-token') ?? '').session)
    return fail('forbidden', 'Send X-CSRF-Token along with a change, or use a token.');
  return ok(visitor.actor);
}

function apiAsk<Who extends Actor | undefined>(house: House, c: WebContext, actor: Who): ApiAsk<Who> {
  return {
    c,
    actor,
    door: doorOf(house, c, 'api'),
    param: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name),
    json: async () => {
      try {
        return ok(JSON.parse(await c.req.text()) as unknown);
      } catch {
        return fail('invalid', 'The content is not valid JSON.');
      }
    },
  };
}

function jsonAnswer(c: Context, given: Result<unknown> | Response): Response {
  if (given instanceof Response) return given;
  return given.ok ? c.json(given.value as object) : problemJson(c, given.problem);
}
