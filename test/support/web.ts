import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type AppParts, composeApp } from '../../src/compose.ts';
import { createIdentityProvider, type IdentityProvider } from '../../src/demo/identity/index.ts';
import { type Config, readConfig } from '../../src/platform/config/index.ts';
import { silentLog } from '../../src/platform/http/index.ts';
import { forgetful } from '../../src/platform/identity/index.ts';
import { type FixedClock, fixedClock, type Ground } from '../../src/platform/index.ts';
import type { WebRoom } from '../../src/web/index.ts';
import { testGround } from './ground.ts';

export type TestPersona = { readonly id: string; readonly name: string; readonly role: string };

/** A role that a test person holds; the first part of the id is their persona. */
export type TestRole = {
  readonly id: string;
  readonly persona: string;
  readonly code: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly services?: readonly string[];
};

export type TestWeb = {
  readonly app: App['app'];
  readonly whole: App;
  readonly ground: Ground;
  readonly config: Config;
  /** Business time. */
  readonly clock: FixedClock;
  /** The clock of the machine, as sign-in sees it. */
  readonly wall: FixedClock;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly provider: IdentityProvider;
  readonly visitor: () => Visitor;
  /** A visitor who has signed in as this persona; `role` chooses where there are several. */
  readonly signIn: (persona: string, role?: string) => Promise<Visitor>;
  readonly stop: () => Promise<void>;
};

export type WebOptions = {
  readonly rooms?: readonly WebRoom[];
  readonly personas: readonly TestPersona[];
  readonly roles?: readonly TestRole[];
  /** Personas who are residents: persona → resident id. */
  readonly residents?: Readonly<Record<string, string>>;
  /** Settings, as environment variables. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly publicUrl?: string;
  readonly change?: (parts: AppParts) => AppParts;
};

/** The whole web layer over a database of its own, with the identity provider of the demo and a few test people. */
export async function testWeb(options: WebOptions): Promise<TestWeb> {
  const publicUrl = options.publicUrl ?? 'http://localhost:8080';
  const read = readConfig({ PUBLIC_URL: publicUrl, ...options.settings });
  if (!read.ok) throw new Error(read.problem.mistakes.join('\n'));
  const config = read.value;
  const made = await testGround();
  const wall = fixedClock(new Date().toISOString());
  const keysDir = mkdtempSync(join(tmpdir(), 'omzien-web-'));
  const provider = await createIdentityProvider({
    issuer: `${publicUrl}/demo/oidc`,
    personas: options.personas,
    keysDir,
    audience: `${publicUrl}/fhir/r4`,
    redirectUris: [`${publicUrl}/inloggen/terug`],
    startOver: '/inloggen',
    renderLogin: (_, form) =>
      `<form method="post" action="${form.action}"><input name="csrf" value="${form.csrf}"></form>`,
  });
  await seedPeople(made.ground, provider.issuer, options);
  const parts: AppParts = {
    config,
    ground: { ...made.ground, ports: [] },
    rooms: options.rooms ?? [],
    identity: { ...provider.webClient, issuer: provider.issuer, idTokenAlgorithm: 'ES256', handle: provider.handle },
    keySet: provider.keySet,
    mounts: [{ path: '/demo/oidc', handle: forgetful(provider.handle, ['_session']) }],
    workerUrl: made.workerUrl,
    wall,
    log: silentLog,
  };
  const whole = composeApp(options.change?.(parts) ?? parts);
  const visitor = () => createVisitor(publicUrl, async (request) => whole.app.fetch(request));
  return {
    app: whole.app,
    whole,
    ground: made.ground,
    config,
    clock: made.clock,
    wall,
    ownerUrl: made.ownerUrl,
    appUrl: made.appUrl,
    workerUrl: made.workerUrl,
    provider,
    visitor,
    signIn: async (persona, role) => {
      const someone = visitor();
      await someone.signIn(persona, role);
      return someone;
    },
    stop: async () => {
      await whole.events.stop();
      await made.stop();
      rmSync(keysDir, { recursive: true, force: true });
    },
  };
}

async function seedPeople(ground: Ground, issuer: string, options: WebOptions): Promise<void> {
  for (const { id, name, role } of options.personas) {
    const resident = options.residents?.[id];
    const person = resident ? `Patient/${resident}` : role === 'system' ? `Device/${id}` : `Practitioner/${id}`;
    await ground.pool.query(
      'insert into platform.account (issuer, subject, person, name, resident_id) values ($1, $2, $3, $4, $5)',
      [issuer, id, person, name, resident ?? null],
    );
    for (const held of options.roles?.filter(({ persona }) => persona === id) ?? [])
      await ground.pool.query(
        `insert into platform.role (id, person, person_name, code, organisation, organisation_name, services)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [held.id, person, name, held.code, held.organisation, held.organisationName, held.services ?? []],
      );
  }
}

/** Someone with a browser: keeps cookies, follows nothing by itself, and sends forms as they stand on the page. */
export type Visitor = {
  readonly cookies: Map<string, string>;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** Opens `page` (the same path unless given), takes `_csrf` and `_once` from its form, and sends the fields. */
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    from?: { readonly page?: string; readonly headers?: Record<string, string> },
  ) => Promise<Response>;
  /** Sends exactly these fields. */
  readonly send: (
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** Follows an answer to where it leads, as long as that is here. */
  readonly follow: (answer: Response) => Promise<Response>;
  readonly signIn: (persona: string, role?: string, start?: string) => Promise<Response>;
};

/** A browser for tests, over whatever answers requests. */
export function createVisitor(publicUrl: string, ask: (request: Request) => Promise<Response>): Visitor {
  const cookies = new Map<string, string>();
  const request = async (path: string, given: RequestInit & { headers?: Record<string, string> }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie ? { cookie } : {}), ...given.headers };
    const answer = await ask(new Request(new URL(path, publicUrl), { redirect: 'manual', ...given, headers }));
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const get = (path: string, headers: Record<string, string> = {}) => request(path, { headers });
  const send: Visitor['send'] = (path, fields, headers = {}) => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return request(path, { method: 'POST', body, headers });
  };
  const follow: Visitor['follow'] = async (answer) => {
    let at = answer;
    for (let hops = 0; hops < 20; hops++) {
      const next = at.headers.get('location');
      if (!next || (at.status !== 302 && at.status !== 303)) return at;
      at = await get(next);
    }
    throw new Error('The answers lead round and round.');
  };
  const post: Visitor['post'] = async (path, fields, { page = path, headers = {} } = {}) => {
    const html = await (await get(page)).text();
    return send(path, { ...tokensIn(html, path), ...fields }, headers);
  };
  const signIn: Visitor['signIn'] = async (persona, role, start = '/inloggen') => {
    const page = await (await follow(await get(start))).text();
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    let answer = await send(action, { persona, csrf });
    for (let hops = 0; hops < 10; hops++) {
      const next = answer.headers.get('location');
      if (!next) break;
      if (new URL(next, publicUrl).pathname === '/rol' && role !== undefined) {
        answer = await post('/rol', { role, terug: new URL(next, publicUrl).searchParams.get('terug') ?? '/' });
        break;
      }
      if (/^\/(?!demo\/oidc|inloggen)/.test(new URL(next, publicUrl).pathname)) break;
      answer = await get(next);
    }
    return answer;
  };
  return { cookies, get, send, post, follow, signIn };
}

/** The hidden tokens of the form on this page that posts to `action` (of the first form when none does). */
export function tokensIn(html: string, action: string): Record<string, string> {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((one) => one.includes(`action="${action}"`)) ?? forms[0] ?? '';
  const found: Record<string, string> = {};
  for (const name of ['_csrf', '_once']) {
    const input = form.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`))?.[0];
    const value = input && /value="([^"]*)"/.exec(input)?.[1];
    if (value !== undefined) found[name] = value;
  }
  return found;
}
