import { bodyLimit } from 'hono/body-limit';
import type { JSONWebKeySet } from 'jose';
import { directoryShelf } from './directory/index.ts';
import { exchangeRoom, subscriptionShelf, withSubscriptions } from './exchange/index.ts';
import { createEvents, type Events } from './platform/events/index.ts';
import { createRateLimiter, jsonLog, type Log, type Readiness } from './platform/http/index.ts';
import {
  ASSERTION_ALGORITHMS,
  type AssertionRules,
  createBearer,
  createClientDesk,
  createLaunch,
  createSignIn,
  createTokenVerifier,
  type IdentitySource,
  sweepVisits,
} from './platform/identity/index.ts';
import { type Clock, type Config, systemClock } from './platform/index.ts';
import { createJobs, type Jobs } from './platform/jobs/index.ts';
import { type Post, sendWaiting } from './platform/mail/index.ts';
import { fhirApi, type RecordGround } from './record/index.ts';
import { createWeb, type Kit, TOKEN_PATH, type Web, type WebRoom } from './web/index.ts';

export type AppParts = {
  readonly config: Config;
  readonly ground: RecordGround;
  readonly rooms: readonly WebRoom[];
  readonly identity: IdentitySource;
  /** The keys of the issuer, where no request is needed to know them. */
  readonly keySet?: JSONWebKeySet;
  /** Doors that answer for themselves, such as the identity provider of the demo at `/demo/oidc`. */
  readonly mounts?: readonly { readonly path: string; readonly handle: (request: Request) => Promise<Response> }[];
  /** How the keys of system clients are read; given by tests. */
  readonly clientKeys?: Pick<AssertionRules, 'fetch' | 'readAgain'>;
  /** How the systems of practices are asked: those of a demo answer in process. */
  readonly systems?: { readonly fetch: typeof fetch };
  readonly readiness?: Readiness;
  /** The role that runs the queue; without it nothing is queued or ticks (tests of pages). */
  readonly workerUrl?: string;
  readonly post?: Post | undefined;
  /** The clock of the machine; tests give another. */
  readonly wall?: Clock;
  /** The clock of the pauses between two tries of a delivery, where it is not `wall`: a test moves it. */
  readonly pauses?: Clock;
  readonly log?: Log;
};

export type App = {
  readonly app: Web['app'];
  readonly kit: Kit;
  readonly events: Events;
  readonly jobs: Jobs;
  /** Tells other systems; is stopped before the database is. */
  readonly notifier: { readonly drain: () => Promise<void>; readonly stop: () => Promise<void> };
};

/** Puts the house together, without listening: the same for the server and for tests. */
export function composeApp(parts: AppParts): App {
  const { config, ground, identity, wall = systemClock, log = jsonLog } = parts;
  const { publicUrl, eventSource: source, receivers: rules } = config;
  const exchange = exchangeRoom({ ground, rules, publicUrl, source, log, wall: parts.pauses ?? wall });
  const rooms = [...parts.rooms, exchange.room];
  const fhirUrl = `${config.publicUrl}/fhir/r4`;
  const events = createEvents({ ground, wall, log, subscribers: rooms.flatMap((room) => room.subscribers ?? []) });
  const verify = createTokenVerifier({
    issuer: identity.issuer,
    audience: fhirUrl,
    clock: wall,
    ...(parts.keySet ? { keySet: parts.keySet } : {}),
  });
  const tokenUrl = `${config.publicUrl}${TOKEN_PATH}`;
  const clients = createClientDesk({ ...ground, wall }, { audience: tokenUrl, wall, ...parts.clientKeys });
  const launch = createLaunch({ redirectUri: `${config.publicUrl}/launch/terug`, ...parts.systems });
  const { handle } = identity;
  const { app, kit } = createWeb({
    ground: { ...ground, wall },
    config,
    rooms,
    log,
    wake: events.wake,
    signIn: createSignIn(identity, `${config.publicUrl}/inloggen/terug`),
    bearer: createBearer({ pool: ground.pool, clock: ground.clock, wall, verify, clients }),
    clients,
    launch,
    ...(handle
      ? {
          secretToken: (headers, body) =>
            handle(new Request(`${identity.issuer}/token`, { method: 'POST', headers, body })),
        }
      : {}),
    limiter: createRateLimiter(config.rateLimits, wall),
    readiness: parts.readiness ?? (async () => []),
  });
  app.route(
    '/fhir/r4',
    fhirApi({
      ground,
      shelf: withSubscriptions(
        directoryShelf(ground),
        subscriptionShelf({ ground, rules, wake: exchange.notifier.wake }),
      ),
      actorOf: kit.actorOf,
      baseUrl: fhirUrl,
      version: VERSION,
      authorization: async () => smartConfiguration(tokenUrl, handle !== undefined),
    }),
  );
  for (const { path, handle } of parts.mounts ?? [])
    app.all(`${path}/*`, bodyLimit({ maxSize: 50_000 }), (c) => handle(c.req.raw));

  const host = new URL(config.publicUrl).hostname;
  const jobs = createJobs({
    workerUrl: parts.workerUrl ?? '',
    pool: ground.pool,
    log,
    tasks: Object.fromEntries(
      rooms.flatMap((room) =>
        Object.entries(room.tasks ?? {}).map(([name, task]) => [name, (payload: unknown) => task(payload, ground)]),
      ),
    ),
    sweeps: [
      ...rooms.flatMap((room) =>
        (room.sweeps ?? []).map(({ name, run }) => ({ name: `${room.name}: ${name}`, run: () => run(ground) })),
      ),
      { name: 'visits', run: () => sweepVisits(ground.pool, wall) },
      // What the sweeps brought about is told and sent at once.
      { name: 'events', run: async () => void (await events.drain()) },
      { name: 'mail', run: async () => void (await sendWaiting({ ground, wall, log, post: parts.post, host })) },
    ],
  });
  return { app, kit, events, jobs, notifier: exchange.notifier };
}

export const VERSION = '0.1.0';

/**
 * Where and how systems get their tokens (SMART App Launch 2.2, sections 4.0 and 7.0): no more than holds, as a test
 * tries. `secrets`: the personas of a demo may come with theirs.
 */
function smartConfiguration(tokenUrl: string, secrets: boolean): Readonly<Record<string, unknown>> {
  return {
    token_endpoint: tokenUrl,
    token_endpoint_auth_methods_supported: [
      'private_key_jwt',
      ...(secrets ? ['client_secret_basic', 'client_secret_post'] : []),
    ],
    token_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGORITHMS,
    grant_types_supported: ['client_credentials'],
    scopes_supported: ['system/*.cruds', ...(secrets ? ['user/*.cruds'] : [])],
    // The standard asks for it of every server; there is no authorization endpoint here to use it at.
    code_challenge_methods_supported: ['S256'],
    capabilities: [
      'client-confidential-asymmetric',
      ...(secrets ? ['client-confidential-symmetric', 'permission-user'] : []),
      'permission-v1',
      'permission-v2',
    ],
  };
}
