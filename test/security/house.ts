import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, composeApp } from '../../src/compose.ts';
import { createIdentityProvider } from '../../src/demo/identity/index.ts';
import { NEWCOMERS, personasOf, seedPersonas } from '../../src/demo/index.ts';
import { seedDirectory } from '../../src/directory/index.ts';
import { loadDefinitions, OMZIEN, type Resource } from '../../src/fhir/index.ts';
import { definitionResources, definitionsOf, type PathwayGround, withPathways } from '../../src/pathways/index.ts';
import { readConfig } from '../../src/platform/config/index.ts';
import { createPool } from '../../src/platform/database/index.ts';
import {
  ACCESS,
  type AccessRow,
  createAuditWriter,
  deriveKeys,
  type FixedClock,
  fixedClock,
} from '../../src/platform/index.ts';
import type { WebRoom } from '../../src/web/index.ts';
import { testDatabase } from '../support/database.ts';
import { shippedRegion } from '../support/pathways.ts';
import { createVisitor, type Visitor } from '../support/web.ts';
import { registerPartners } from './partners.ts';
import { buildWorld, type World } from './world.ts';

/** The house as it stands on the street, with the fixed world in it, and everyone of the demo with a token of their own. */
export type House = {
  readonly ground: PathwayGround;
  readonly clock: FixedClock;
  readonly world: World;
  /** The table that `decide()` reads in this house; the mutation check changes it in place. */
  readonly access: AccessRow[];
  readonly ownerUrl: string;
  /** Every line that was logged, as text. */
  readonly log: readonly string[];
  /** Sends a request as a persona, with a bearer token from the token endpoint; `undefined` sends none. */
  readonly ask: (persona: string | undefined, path: string, init?: RequestInit) => Promise<Response>;
  /** A token of a persona that was asked for these scopes only. */
  readonly tokenWith: (persona: string, scope: string) => Promise<string>;
  /** A browser in which nobody has signed in. */
  readonly visitor: () => Visitor;
  /** A browser in which this persona has signed in. */
  readonly signIn: (persona: string) => Promise<Visitor>;
  readonly stop: () => Promise<void>;
};

export const PUBLIC_URL = 'http://localhost:8080';
const ISSUER = `${PUBLIC_URL}/demo/oidc`;
const AUDIENCE = `${PUBLIC_URL}/fhir/r4`;

/** A clock that a test moves, and that goes on a millisecond each time it is read: no two moments are the same. */
function tickingClock(at: string): FixedClock {
  const fixed = fixedClock(at);
  return {
    ...fixed,
    now: () => {
      fixed.advance(1);
      return fixed.now();
    },
  };
}

/** A persona, or a second role of one: `two-employers/two-employers-2` acts in the role after the slash. */
const split = (persona: string): readonly [string, string | undefined] => {
  const [id = '', role] = persona.split('/');
  return [id, role];
};

/** Builds the house on a database of its own. `rooms`: the pages that are walked. */
export async function buildHouse(rooms: (parts: PathwayGround) => readonly WebRoom[] = () => []): Promise<House> {
  loadDefinitions();
  const read = readConfig({ PUBLIC_URL, RATE_SYSTEM: '0', RATE_LOOK_UP: '100000', RATE_SIGN_IN: '100000' });
  if (!read.ok) throw new Error(read.problem.mistakes.join('\n'));
  const database = await testDatabase();
  const pool = createPool(database.appUrl, 10);
  const clock = tickingClock('2026-11-02T09:00:00Z');
  const audit = createAuditWriter(pool, clock);
  const access = ACCESS.map((row) => ({ ...row }));
  const region = shippedRegion();
  const ground = withPathways({
    pool,
    clock,
    keys: deriveKeys(new Uint8Array(32).fill(7)),
    access,
    audit,
    definitions: definitionsOf(region),
  });
  await seedDirectory(ground, region, definitionResources(region, OMZIEN) as unknown as readonly Resource[]);
  await seedPersonas(ground, region, ISSUER);
  const keysDir = mkdtempSync(join(tmpdir(), 'omzien-security-'));
  const provider = await createIdentityProvider({
    issuer: ISSUER,
    personas: [...personasOf(region).map(({ id, name, role }) => ({ id, name, role })), ...NEWCOMERS],
    keysDir,
    audience: AUDIENCE,
    redirectUris: [`${PUBLIC_URL}/inloggen/terug`],
    startOver: '/inloggen',
    renderLogin: (_, form) =>
      `<form method="post" action="${form.action}"><input name="csrf" value="${form.csrf}"></form>`,
  });
  const log: string[] = [];
  const whole: App = composeApp({
    config: read.value,
    ground,
    rooms: rooms(ground),
    identity: { ...provider.webClient, issuer: ISSUER, idTokenAlgorithm: 'ES256', handle: provider.handle },
    keySet: provider.keySet,
    mounts: [{ path: '/demo/oidc', handle: provider.handle }],
    workerUrl: database.workerUrl,
    log: (level, line) => void log.push(JSON.stringify([level, line])),
  });
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (id: string) => {
    const known = tokens.get(id) ?? tokenFor(provider.handle, id);
    tokens.set(id, known);
    return known;
  };
  const partners = await registerPartners(ground, async (form) =>
    whole.app.fetch(new Request(`${PUBLIC_URL}/auth/token`, { method: 'POST', body: form })),
  );
  const world = await buildWorld(ground, clock, database.ownerUrl);
  return {
    ground,
    clock,
    world,
    access,
    ownerUrl: database.ownerUrl,
    log,
    ask: async (persona, path, init = {}) => {
      const headers = new Headers(init.headers);
      if (persona !== undefined) {
        const [id, role] = split(persona);
        headers.set('authorization', `Bearer ${await (partners.has(id) ? partners.tokenOf(id) : tokenOf(id))}`);
        if (role) headers.set('x-omzien-role', role);
      }
      return whole.app.fetch(new Request(new URL(path, PUBLIC_URL), { redirect: 'manual', ...init, headers }));
    },
    tokenWith: (persona, scope) => tokenFor(provider.handle, split(persona)[0], scope),
    visitor: () => createVisitor(PUBLIC_URL, async (request) => whole.app.fetch(request)),
    signIn: async (persona) => {
      const [id, role] = split(persona);
      const visitor = createVisitor(PUBLIC_URL, async (request) => whole.app.fetch(request));
      await visitor.signIn(id, role);
      return visitor;
    },
    stop: async () => {
      await whole.events.stop();
      await audit.stop();
      await pool.end();
      await database.drop();
      rmSync(keysDir, { recursive: true, force: true });
    },
  };
}

async function tokenFor(handle: (request: Request) => Promise<Response>, id: string, scope?: string): Promise<string> {
  const body = new URLSearchParams({
    ...{ grant_type: 'client_credentials', client_id: id, client_secret: 'demo' },
    ...(scope ? { scope } : {}),
  });
  const answer = await handle(new Request(`${ISSUER}/token`, { method: 'POST', body }));
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error(`No token for ${id}: ${answer.status}`);
  return token;
}
