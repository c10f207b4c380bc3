import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as client from 'openid-client';
import { createTokenVerifier } from '../../platform/identity/token.ts';
import { fixedClock, systemClock } from '../../platform/time/index.ts';
import { createIdentityProvider, type IdentityProvider } from './index.ts';
import { grantedScopes, isWithin } from './scopes.ts';

const issuer = 'http://localhost:8080/demo/oidc';
const audience = 'http://localhost:8080/fhir/r4';
const back = 'http://localhost:8080/sign-in/return';
const personas = [
  { id: 'nurse-enschede', name: 'Marit Wolters', role: 'practice-nurse' },
  { id: 'demo-system', name: 'Regionaal systeem', role: 'system' },
];
const keysDir = mkdtempSync(join(tmpdir(), 'omzien-identity-'));

const open = (at = issuer) =>
  createIdentityProvider({
    issuer: at,
    personas,
    keysDir,
    audience,
    redirectUris: [back],
    startOver: '/sign-in',
    renderLogin: (all, form) =>
      `<form method="post" action="${form.action}"><input name="csrf" value="${form.csrf}">${all
        .map(({ id, name }) => `<button name="persona" value="${id}">${name}</button>`)
        .join('')}</form>`,
  });

let provider: IdentityProvider;
before(async () => {
  provider = await open();
});
after(() => rmSync(keysDir, { recursive: true, force: true }));

/** A browser: keeps cookies, and stops at the first answer that leads out of the provider or asks for a choice. */
function browser() {
  const cookies = new Map<string, string>();
  return async (address: string | URL, form?: Record<string, string>): Promise<Response> => {
    let url = new URL(address);
    let body = form && new URLSearchParams(form);
    for (;;) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await provider.handle(
        new Request(url, { method: body ? 'POST' : 'GET', headers: { cookie }, body }),
      );
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const next = answer.headers.get('location');
      if (!next || !new URL(next, url).pathname.startsWith('/demo/oidc/')) return answer;
      url = new URL(next, url);
      body = undefined;
    }
  };
}

async function web(): Promise<client.Configuration> {
  const found = await client.discovery(
    new URL(issuer),
    provider.webClient.clientId,
    { client_secret: provider.webClient.clientSecret, id_token_signed_response_alg: 'ES256' },
    undefined,
    {
      execute: [client.allowInsecureRequests],
      [client.customFetch]: (url, given) => provider.handle(new Request(url, given as RequestInit)),
    },
  );
  found[client.customFetch] = (url, given) => provider.handle(new Request(url, given as RequestInit));
  return found;
}

async function authorizationUrl(config: client.Configuration, verifier: string): Promise<URL> {
  return client.buildAuthorizationUrl(config, {
    redirect_uri: back,
    scope: 'openid profile',
    state: 'kept-by-the-browser',
    nonce: 'said-once',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
}

async function pick(
  visit: ReturnType<typeof browser>,
  start: URL,
  persona: string,
  change: Record<string, string> = {},
) {
  const page = await (await visit(start)).text();
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  return visit(new URL(action, issuer), { persona, csrf, ...change });
}

const token = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  provider.handle(new Request(`${issuer}/token`, { method: 'POST', headers, body: new URLSearchParams(form) }));

const asNurse = { grant_type: 'client_credentials', client_id: 'nurse-enschede', client_secret: 'demo' };

const verifier = (clock = systemClock) => createTokenVerifier({ issuer, audience, keySet: provider.keySet, clock });

test('a visitor picks the nurse and Omzien learns who signed in, over code and PKCE', async () => {
  const config = await web();
  const secret = client.randomPKCECodeVerifier();
  const visit = browser();
  const page = await visit(await authorizationUrl(config, secret));
  assert.equal(page.status, 200);
  assert.match(await page.text(), /Marit Wolters/);
  const returned = await pick(visit, await authorizationUrl(config, secret), 'nurse-enschede');
  const tokens = await client.authorizationCodeGrant(config, new URL(returned.headers.get('location') ?? ''), {
    pkceCodeVerifier: secret,
    expectedState: 'kept-by-the-browser',
    expectedNonce: 'said-once',
  });
  assert.equal(tokens.claims()?.sub, 'nurse-enschede');
  assert.equal(tokens.claims()?.name, 'Marit Wolters');
});

test('who comes back to sign in is asked again who to be', async () => {
  const config = await web();
  const secret = client.randomPKCECodeVerifier();
  const visit = browser();
  await pick(visit, await authorizationUrl(config, secret), 'nurse-enschede');
  const again = await visit(await authorizationUrl(config, secret));
  assert.equal(again.status, 200);
  assert.match(await again.text(), /Regionaal systeem/);
});

test('a code is worth nothing without the secret that the browser kept', async () => {
  const config = await web();
  const visit = browser();
  const returned = await pick(visit, await authorizationUrl(config, client.randomPKCECodeVerifier()), 'nurse-enschede');
  await assert.rejects(
    client.authorizationCodeGrant(config, new URL(returned.headers.get('location') ?? ''), {
      pkceCodeVerifier: client.randomPKCECodeVerifier(),
      expectedState: 'kept-by-the-browser',
      expectedNonce: 'said-once',
    }),
  );
});

test('a client that leaves PKCE out is refused', async () => {
  const start = new URL(`${issuer}/auth`);
  start.search = new URLSearchParams({
    client_id: 'omzien',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: back,
  }).toString();
  const answer = await browser()(start);
  assert.match(answer.headers.get('location') ?? '', /error=invalid_request/);
});

test('a choice that another site posts is not taken', async () => {
  const config = await web();
  const start = await authorizationUrl(config, client.randomPKCECodeVerifier());
  const answer = await pick(browser(), start, 'nurse-enschede', { csrf: 'guessed' });
  assert.equal(answer.status, 400);
  assert.equal(answer.headers.get('location'), null);
});

test('someone who picks a persona that is not there sees the page again', async () => {
  const config = await web();
  const answer = await pick(browser(), await authorizationUrl(config, client.randomPKCECodeVerifier()), 'nobody');
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), /Marit Wolters/);
});

test('someone whose sign-in ran out starts over', async () => {
  const answer = await provider.handle(new Request(`${issuer}/sign-in/long-gone`));
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/sign-in');
});

test('a persona gets a token of its own, with its secret in the form or in the header', async () => {
  const basic = { authorization: `Basic ${Buffer.from('nurse-enschede:demo').toString('base64')}` };
  for (const answer of [await token(asNurse), await token({ grant_type: 'client_credentials' }, basic)]) {
    assert.equal(answer.status, 200);
    const { access_token, expires_in, scope } = (await answer.json()) as Record<string, string>;
    assert.equal(expires_in, 3600);
    assert.equal(scope, 'user/*.cruds');
    const checked = await verifier()(access_token ?? '');
    assert.ok(checked.ok);
    assert.equal(checked.value.subject, 'nurse-enschede');
    assert.equal(checked.value.clientId, 'nurse-enschede');
    assert.deepEqual(checked.value.scopes, ['user/*.cruds']);
  }
});

test('the system client gets the scopes it asks for within those it has', async () => {
  const asSystem = { ...asNurse, client_id: 'demo-system' };
  const scope = 'system/Patient.rs system/Task.read user/Patient.rs';
  const given = (await (await token({ ...asSystem, scope })).json()) as { scope: string };
  assert.equal(given.scope, 'system/Patient.rs system/Task.read');
  const refused = await token({ ...asSystem, scope: 'user/Patient.rs' });
  assert.equal(refused.status, 400);
  assert.equal(((await refused.json()) as { error: string }).error, 'invalid_scope');
});

test('a wrong secret gives no token', async () => {
  const answer = await token({ ...asNurse, client_secret: 'guess' });
  assert.equal(answer.status, 401);
  assert.equal(((await answer.json()) as { error: string }).error, 'invalid_client');
});

test('a persona cannot ask for a token for another place', async () => {
  const answer = await token({ ...asNurse, resource: 'https://elsewhere.example.nl/fhir' });
  assert.equal(((await answer.json()) as { error: string }).error, 'invalid_target');
});

test('a token does not hold after its hour, even when it was checked before', async () => {
  const { access_token } = (await (await token(asNurse)).json()) as { access_token: string };
  const clock = fixedClock(new Date().toISOString());
  const check = verifier(clock);
  assert.ok((await check(access_token)).ok);
  clock.advance(3_601_000);
  const later = await check(access_token);
  assert.equal(!later.ok && later.problem.kind, 'sign-in');
});

test('a token that was changed, or made for something else, does not hold', async () => {
  const { access_token } = (await (await token(asNurse)).json()) as { access_token: string };
  const [head, body = '', signature] = access_token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'demo-system' })).toString('base64url');
  const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
  for (const bad of [`${head}.${forged}.${signature}`, `${unsigned}.${body}.`, 'not-a-token', '']) {
    const checked = await verifier()(bad);
    assert.equal(!checked.ok && checked.problem.kind, 'sign-in', bad);
  }
  const elsewhere = createTokenVerifier({
    issuer,
    audience: 'https://elsewhere.nl',
    keySet: provider.keySet,
    clock: systemClock,
  });
  assert.equal((await elsewhere(access_token)).ok, false);
});

test('the keys are found by discovery, and an issuer that is away is told apart from a bad token', async () => {
  const { access_token } = (await (await token(asNurse)).json()) as { access_token: string };
  let there = false;
  const fetch = async (url: string | URL | Request, given?: RequestInit) =>
    there ? provider.handle(new Request(url, given)) : Promise.reject(new TypeError('fetch failed'));
  const check = createTokenVerifier({ issuer, audience, clock: systemClock, fetch });
  const away = await check(access_token);
  assert.equal(!away.ok && away.problem.kind, 'failed');
  there = true;
  assert.ok((await check(access_token)).ok);
});

test('tokens still hold after a restart, and the keys are for nobody else to read', async () => {
  const { access_token } = (await (await token(asNurse)).json()) as { access_token: string };
  const restarted = await open();
  const check = createTokenVerifier({ issuer, audience, keySet: restarted.keySet, clock: systemClock });
  assert.ok((await check(access_token)).ok);
  assert.equal(statSync(join(keysDir, 'keys.json')).mode & 0o777, 0o600);
  assert.equal('d' in (restarted.keySet.keys[0] ?? {}), false);
});

test("the provider also answers behind Node's own server", async () => {
  const server = createServer((request, response) => void provider.callback(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const { port } = server.address() as { port: number };
    const there = `http://127.0.0.1:${port}/demo/oidc`;
    const found = (await (await fetch(`${there}/.well-known/openid-configuration`)).json()) as Record<string, string>;
    assert.equal(found.issuer, issuer);
    const keys = (await (await fetch(found.jwks_uri ?? '')).json()) as { keys: { kid: string; d?: string }[] };
    assert.equal(keys.keys[0]?.kid, provider.keySet.keys[0]?.kid);
    assert.equal(keys.keys[0]?.d, undefined);
    const answer = await fetch(found.token_endpoint ?? '', { method: 'POST', body: new URLSearchParams(asNurse) });
    assert.equal(answer.status, 200);
  } finally {
    server.close();
  }
});

test('a scope covers what it names and no more', () => {
  assert.ok(isWithin('system/Patient.rs', 'system/*.cruds'));
  assert.ok(isWithin('user/Patient.read', 'user/*.rs'));
  for (const asked of [
    'user/Patient.cruds',
    'user/Patient.write',
    'system/Patient.rs',
    'user/Patient.rs?name=x',
    'openid',
  ])
    assert.equal(isWithin(asked, 'user/*.rs'), false, asked);
  assert.deepEqual(grantedScopes(undefined, ['user/*.rs']), ['user/*.rs']);
  assert.deepEqual(grantedScopes('launch user/Task.r', ['user/*.rs']), ['user/Task.r']);
});
