import { type Context, Hono } from 'hono';
import { directoryShelf } from '../../src/directory/index.ts';
import { operationRoutes, subscriptionShelf, withSubscriptions } from '../../src/exchange/index.ts';
import type { PathwayGround } from '../../src/pathways/index.ts';
import { type Actor, type FixedClock, fail } from '../../src/platform/index.ts';
import { fhirApi } from '../../src/record/index.ts';
import type { WebEnv } from '../../src/web/index.ts';
import { SYSTEM } from '../support/ground.ts';
import { testPathways } from '../support/pathways.ts';

export const BASE = 'http://localhost:8080/fhir/r4';

/** The one origin to which anything may be sent; nobody listens there. */
export const RECEIVER = 'https://his.example.org';

export type Json = Record<string, unknown>;

/** An answer, read once: its text as it came, and parsed. */
export type Told = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Json & { readonly entry?: readonly { readonly resource: Json; readonly fullUrl?: string }[] };
};

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  given?: { readonly as?: Actor; readonly headers?: Readonly<Record<string, string>> },
) => Promise<Told>;

export type Door = {
  readonly ask: Ask;
  readonly ground: PathwayGround;
  readonly clock: FixedClock;
  readonly ownerUrl: string;
  readonly stop: () => Promise<void>;
};

/**
 * The FHIR door over HTTP on a database of its own, with the pathway engine behind it. Who asks is the regional system
 * unless named; nobody is `as: undefined` with a header of its own.
 */
export async function openDoor(change: (ground: PathwayGround) => PathwayGround = (ground) => ground): Promise<Door> {
  const made = await testPathways();
  const ground = change(made.ground);
  const actors = new Map<string, Actor>();
  const actorOf = async (context: Context) => {
    const who = actors.get(context.req.header('x-who') ?? '');
    return who ? ({ ok: true, value: who } as const) : fail('sign-in', 'Give a bearer token.');
  };
  const app = new Hono<WebEnv>();
  operationRoutes(app, { actorOf, config: { publicUrl: BASE.replace('/fhir/r4', '') } }, ground);
  app.route(
    '/fhir/r4',
    fhirApi({
      ground,
      shelf: withSubscriptions(
        directoryShelf(ground),
        subscriptionShelf({ ground, rules: { origins: [RECEIVER], loopback: false }, wake: () => undefined }),
      ),
      actorOf,
      baseUrl: BASE,
      version: '0.0.0',
      authorization: async () => ({ token_endpoint: 'http://localhost:8080/demo/oidc/token' }),
      bodyLimit: 200_000,
    }),
  );
  const ask: Ask = async (method, path, body, { as = SYSTEM, headers = {} } = {}) => {
    actors.set(as.person, as);
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await app.request(path.startsWith('http') ? path : `${BASE}${path}`, {
      method,
      headers: {
        'x-who': as.person,
        ...(text === undefined ? {} : { 'content-type': 'application/fhir+json' }),
        ...headers,
      },
      ...(text === undefined ? {} : { body: text }),
    });
    const told = await answer.text();
    return { status: answer.status, headers: answer.headers, text: told, body: told === '' ? {} : JSON.parse(told) };
  };
  return { ask, ground, clock: made.clock, ownerUrl: made.ownerUrl, stop: made.stop };
}

/** A resource without what the server adds. */
export function asSent(resource: Json): Json {
  const { id: _id, meta, ...rest } = resource;
  const { versionId: _v, lastUpdated: _l, ...own } = (meta ?? {}) as Json;
  return Object.keys(own).length > 0 ? { ...rest, meta: own } : rest;
}

/** The elements that an OperationOutcome points at. */
export function placesOf(told: Told): readonly string[] {
  return ((told.body.issue ?? []) as readonly { readonly expression?: readonly string[] }[]).flatMap(
    (issue) => issue.expression ?? [],
  );
}

/** The ids on one page of a search. */
export function idsOf(told: Told): readonly string[] {
  return (told.body.entry ?? []).map((entry) => String(entry.resource.id));
}

/** Where the next page is. */
export function nextOf(told: Told): string | undefined {
  return ((told.body.link ?? []) as readonly { readonly relation: string; readonly url: string }[]).find(
    (link) => link.relation === 'next',
  )?.url;
}
