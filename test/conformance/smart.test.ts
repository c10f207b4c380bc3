import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { generateKeyPair, SignJWT } from 'jose';
import { type NewClient, registerClient, replaceKeys, revokeClient } from '../../src/platform/identity/index.ts';
import { assertion, type Claims, type PartnerKey, partnerKey, tokenForm } from '../support/clients.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

const HOME = 'http://localhost:8080';
const TOKEN = `${HOME}/auth/token`;
const KEYS_AT = 'https://keys.voorbeeld.example/jwks.json';

let web: TestWeb;
let rsa: PartnerKey;
let ec: PartnerKey;
/** What stands at the address of the keys of `partner-by-address`, and how often it was read. */
let published: PartnerKey[] = [];
let reads = 0;

before(async () => {
  [rsa, ec] = await Promise.all([partnerKey('rsa-1', 'RS384'), partnerKey('ec-1')]);
  published = [await partnerKey('first')];
  web = await testWeb({
    personas: [{ id: 'demo-system', name: 'Proefsysteem', role: 'system' }],
    settings: { RATE_SIGN_IN: '0', RATE_SYSTEM_CLIENTS: 'partner-slow=2' },
    change: (parts) => ({
      ...parts,
      clientKeys: {
        readAgain: 0,
        fetch: async (address) => {
          assert.equal(String(address), KEYS_AT);
          reads += 1;
          return Response.json({ keys: published.map(({ shown }) => shown) });
        },
      },
    }),
  });
  for (const id of ['partner', 'partner-slow', 'partner-closed', 'partner-turns'])
    await register({ id, keys: { jwks: { keys: [rsa.shown, ec.shown] } } });
  await register({ id: 'partner-by-address', keys: { jwksUri: KEYS_AT } });
});
after(() => web.stop());

async function register(given: Pick<NewClient, 'id' | 'keys'> & Partial<NewClient>): Promise<void> {
  const done = await registerClient(
    web.ground.pool,
    {
      name: given.id,
      organisation: undefined,
      organisationName: '',
      services: [],
      scopes: ['system/Patient.rs', 'system/Task.cru', 'system/Organization.read'],
      purpose: 'proef',
      readsBsn: false,
      ...given,
    },
    web.wall.now(),
    false,
  );
  assert.ok(done.ok, JSON.stringify(done));
}

type Told = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly [name: string]: string };
};

async function post(form: URLSearchParams, headers: Record<string, string> = {}): Promise<Told> {
  const answer = await web.app.fetch(new Request(TOKEN, { method: 'POST', body: form, headers }));
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Told['body'] };
}

async function ask(id: string, key: PartnerKey, scope?: string, claims: Claims = {}): Promise<Told> {
  return post(tokenForm(await assertion(key, id, TOKEN, web.wall.now(), claims), scope));
}

const read = async (token: string | undefined, path: string): Promise<number> =>
  (await web.app.fetch(new Request(`${HOME}/fhir/r4/${path}`, { headers: { authorization: `Bearer ${token}` } })))
    .status;

describe('the SMART configuration keeps every promise', () => {
  it('is read by anybody and names what holds, and nothing else', async () => {
    const answer = await web.app.fetch(new Request(`${HOME}/fhir/r4/.well-known/smart-configuration`));
    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.json(), {
      token_endpoint: TOKEN,
      token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_basic', 'client_secret_post'],
      token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
      grant_types_supported: ['client_credentials'],
      scopes_supported: ['system/*.cruds', 'user/*.cruds'],
      code_challenge_methods_supported: ['S256'],
      capabilities: [
        'client-confidential-asymmetric',
        'client-confidential-symmetric',
        'permission-user',
        'permission-v1',
        'permission-v2',
      ],
    });
  });

  it('private_key_jwt with RS384 and with ES384: a token for five minutes, that reads', async () => {
    for (const key of [rsa, ec]) {
      const told = await ask('partner', key, 'system/Patient.rs');
      assert.equal(told.status, 200, JSON.stringify(told.body));
      assert.equal(told.headers.get('cache-control'), 'no-store');
      assert.deepEqual(
        [told.body.token_type, told.body.expires_in, told.body.scope],
        ['bearer', 300, 'system/Patient.rs'],
      );
      assert.equal(await read(told.body.access_token, 'Patient?_count=1'), 200);
    }
  });

  it('client_secret_basic and client_secret_post: the personas of the demo', async () => {
    const asked = { grant_type: 'client_credentials', scope: 'system/Patient.rs' };
    const basic = await post(new URLSearchParams(asked), {
      authorization: `Basic ${Buffer.from('demo-system:demo').toString('base64')}`,
    });
    const posted = await post(new URLSearchParams({ ...asked, client_id: 'demo-system', client_secret: 'demo' }));
    for (const told of [basic, posted]) {
      assert.equal(told.status, 200, JSON.stringify(told.body));
      assert.equal(await read(told.body.access_token, 'Patient?_count=1'), 200);
    }
    const wrong = await post(new URLSearchParams({ ...asked, client_id: 'demo-system', client_secret: 'anders' }));
    assert.equal(wrong.status, 401);
  });

  it('permission-v1 and -v2: scopes of both spellings, granted in the second', async () => {
    assert.equal((await ask('partner', ec, 'system/Patient.read')).body.scope, 'system/Patient.rs');
    assert.equal((await ask('partner', ec, 'system/Organization.rs')).body.scope, 'system/Organization.rs');
  });
});

describe('a system of a partner', () => {
  it('gets of what it asks what is registered, and no more by asking for everything', async () => {
    const all = await ask('partner', ec, 'system/*.cruds');
    assert.deepEqual(all.body.scope?.split(' ').sort(), [
      'system/Organization.rs',
      'system/Patient.rs',
      'system/Task.cru',
    ]);
    assert.equal(await read(all.body.access_token, 'Consent?_count=1'), 403);
    const narrow = await ask('partner', ec, 'system/Patient.r launch offline_access');
    assert.equal(narrow.body.scope, 'system/Patient.r');
    assert.equal(await read(narrow.body.access_token, 'Patient?_count=1'), 403);
    const beyond = await ask('partner', ec, 'system/Consent.rs user/Patient.rs');
    assert.deepEqual([beyond.status, beyond.body.error], [400, 'invalid_scope']);
  });

  it('is refused, with a reason, where its assertion does not hold', async () => {
    const stranger = await partnerKey('ec-1');
    const unknownKid = await partnerKey('ec-9');
    const cases: readonly (readonly [string, Promise<Told>])[] = [
      ['another key under a known kid', ask('partner', stranger)],
      ['a kid that is not registered', ask('partner', unknownKid)],
      ['of another client', ask('partner', ec, undefined, { sub: 'partner-slow' })],
      ['for another server', ask('partner', ec, undefined, { aud: 'https://elders.example/token' })],
      ['for the FHIR API and not this endpoint', ask('partner', ec, undefined, { aud: `${HOME}/fhir/r4` })],
      ['expired beyond the skew', ask('partner', ec, undefined, { exp: -31 })],
      ['good for an hour', ask('partner', ec, undefined, { exp: 3600 })],
      ['without a jti', ask('partner', ec, undefined, { jti: '' })],
      ['of nobody', ask('partner-nobody', ec)],
    ];
    for (const [what, told] of cases) {
      const { status, body } = await told;
      assert.deepEqual([status, body.error], [401, 'invalid_client'], what);
      assert.ok(body.error_description, what);
    }
    assert.equal((await ask('partner', ec, undefined, { exp: -20 })).status, 200, 'two clocks may differ a little');
  });

  it('cannot come with a signature that anybody can make', async () => {
    const head = Buffer.from('{"alg":"none","kid":"ec-1"}').toString('base64url');
    const [, body] = (await assertion(ec, 'partner', TOKEN, web.wall.now())).split('.');
    assert.equal((await post(tokenForm(`${head}.${body}.`))).status, 401);
    const shared = await new SignJWT({ iss: 'partner', sub: 'partner', aud: TOKEN, jti: 'een' })
      .setProtectedHeader({ alg: 'HS384', kid: 'ec-1' })
      .setExpirationTime('1m')
      .sign(new TextEncoder().encode(JSON.stringify(ec.shown)));
    assert.equal((await post(tokenForm(shared))).status, 401);
    const { privateKey } = await generateKeyPair('PS384');
    const other = await new SignJWT({ iss: 'partner', sub: 'partner', aud: TOKEN, jti: 'twee' })
      .setProtectedHeader({ alg: 'PS384', kid: 'rsa-1' })
      .setExpirationTime('1m')
      .sign(privateKey);
    assert.match(String((await post(tokenForm(other))).body.error_description), /RS384 or ES384/);
    assert.equal((await post(tokenForm('geen.jwt'))).status, 401);
    assert.equal((await post(new URLSearchParams({ grant_type: 'password' }))).body.error, 'unsupported_grant_type');
    assert.equal((await post(new URLSearchParams({ grant_type: 'client_credentials' }))).body.error, 'invalid_request');
  });

  it('uses an assertion once, also when it sends it twice at the same moment', async () => {
    const jwt = await assertion(ec, 'partner', TOKEN, web.wall.now());
    const both = await Promise.all([1, 2, 3].map(() => post(tokenForm(jwt))));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 401, 401]);
    assert.match(String((await post(tokenForm(jwt))).body.error_description), /used before/);
  });

  it('holds a token for five minutes', async () => {
    const { body } = await ask('partner', ec);
    web.wall.advance(299_000);
    assert.equal(await read(body.access_token, 'Patient?_count=1'), 200);
    web.wall.advance(2000);
    assert.equal(await read(body.access_token, 'Patient?_count=1'), 401);
  });

  it('is nobody from the next request on when the operator closes it', async () => {
    const { body } = await ask('partner-closed', ec);
    assert.equal(await read(body.access_token, 'Patient?_count=1'), 200);
    assert.equal(await revokeClient(web.ground.pool, 'partner-closed', web.wall.now()), true);
    assert.equal(await read(body.access_token, 'Patient?_count=1'), 401);
    const again = await ask('partner-closed', ec);
    assert.deepEqual([again.status, again.body.error_description], [401, 'no such client']);
  });

  it('turns its keys over: at its own address without telling us, or by the operator', async () => {
    const [first] = published;
    assert.equal((await ask('partner-by-address', first!)).status, 200);
    assert.equal((await ask('partner-by-address', first!)).status, 200);
    assert.equal(reads, 1, 'keys that are known are not read again');
    const second = await partnerKey('second');
    published = [second];
    assert.equal((await ask('partner-by-address', second)).status, 200);
    assert.equal(reads, 2);
    assert.equal((await ask('partner-by-address', first!)).status, 401, 'a key that was taken away is none');
    assert.equal((await ask('partner-turns', ec)).status, 200);
    assert.equal(await replaceKeys(web.ground.pool, 'partner-turns', { jwks: { keys: [second.shown] } }), true);
    assert.equal((await ask('partner-turns', ec)).status, 401);
    assert.equal((await ask('partner-turns', second)).status, 200);
  });

  it('is counted by itself: too many requests of one slow nobody else', async () => {
    const { body } = await ask('partner-slow', ec);
    const answers = [];
    for (let n = 0; n < 3; n++) answers.push(await read(body.access_token, 'Patient?_count=1'));
    assert.deepEqual(answers, [200, 200, 429]);
    assert.equal(await read((await ask('partner', ec)).body.access_token, 'Patient?_count=1'), 200);
  });

  it('is in the log, by its own name: each token, each refusal, each read', async () => {
    const before = web.clock.now();
    web.clock.advance(1000);
    const { body } = await ask('partner', ec, 'system/Patient.rs');
    web.clock.advance(1);
    await read(body.access_token, 'Patient?_count=1');
    web.clock.advance(1);
    await ask('partner', ec, 'system/Consent.rs');
    const { rows } = await asOwner(
      'select person, action, allowed, detail from platform.audit where at > $1 order by at, id',
      [before],
    );
    assert.deepEqual(
      rows.map(({ person, action }) => `${person} ${action}`),
      ['Device/partner signed-in', 'Device/partner searched', 'Device/omzien-sign-in sign-in-refused'],
    );
    assert.match(String(rows[0]!.detail), /system\/Patient\.rs/);
    assert.ok(!JSON.stringify(rows).includes(String(body.access_token)));
  });
});

async function asOwner(sql: string, values: readonly unknown[]) {
  const { Client } = await import('pg');
  const owner = new Client({ connectionString: web.ownerUrl });
  await owner.connect();
  try {
    return await owner.query<Record<string, unknown>>(sql, [...values]);
  } finally {
    await owner.end();
  }
}
