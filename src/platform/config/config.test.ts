import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEMO_SECRET, isLoopbackHost, readConfig } from './index.ts';

const production = {
  OMZIEN_MODE: 'production',
  DATABASE_URL: 'postgres://omzien_app:a@db.example.nl/omzien',
  DATABASE_OWNER_URL: 'postgres://omzien_owner:b@db.example.nl/omzien',
  OMZIEN_SECRET: Buffer.alloc(32, 7).toString('base64'),
  OIDC_ISSUER: 'https://login.example.nl',
  OIDC_CLIENT_ID: 'omzien',
  OIDC_CLIENT_SECRET: 'given-by-the-broker',
  PUBLIC_URL: 'https://omzien.example.nl/',
};

function mistakes(environment: Record<string, string | undefined>): readonly string[] {
  const read = readConfig(environment);
  return read.ok ? [] : read.problem.mistakes;
}

test('someone who sets nothing gets the demo, on this machine only', () => {
  const read = readConfig({});
  assert.ok(read.ok);
  assert.equal(read.value.mode, 'demo');
  assert.equal(read.value.host, '127.0.0.1');
  assert.equal(read.value.port, 8080);
  assert.equal(read.value.publicUrl, 'http://localhost:8080');
  assert.match(read.value.home, /\/\.omzien$/);
  assert.match(read.value.region, /\/region\/twente$/);
  assert.deepEqual(read.value.database, { kind: 'embedded' });
  assert.deepEqual(read.value.identity, { kind: 'embedded' });
});

test('an operator who sets all that production needs gets production', () => {
  const read = readConfig(production);
  assert.ok(read.ok);
  assert.equal(read.value.publicUrl, 'https://omzien.example.nl');
  assert.equal(read.value.secret.length, 32);
  assert.equal(read.value.database.kind === 'own' && read.value.database.workerUrl, production.DATABASE_URL);
});

test('an operator sees all mistakes at once', () => {
  const told = mistakes({ OMZIEN_MODE: 'production', PORT: 'eighty', OMZIEN_SECRET: 'c2hvcnQ=' });
  for (const name of ['PORT', 'OMZIEN_SECRET', 'DATABASE_URL', 'PUBLIC_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_ID'])
    assert.equal(told.filter((mistake) => mistake.startsWith(`${name} `)).length, 1, `${name} in ${told.join('\n')}`);
});

const refused: readonly (readonly [string, Record<string, string | undefined>, RegExp])[] = [
  ['no database', { DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined }, /^DATABASE_URL is missing/],
  ['no owner', { DATABASE_OWNER_URL: undefined }, /^DATABASE_OWNER_URL is missing/],
  ['the owner as application', { DATABASE_OWNER_URL: production.DATABASE_URL }, /must not run as the owner/],
  ['the secret of the demo', { OMZIEN_SECRET: DEMO_SECRET }, /^OMZIEN_SECRET is the secret of the demo/],
  ['no secret', { OMZIEN_SECRET: '' }, /^OMZIEN_SECRET is missing/],
  ['the embedded issuer', { OIDC_ISSUER: 'http://localhost:8080/demo/oidc' }, /^OIDC_ISSUER is this machine/],
  ['a loopback issuer by number', { OIDC_ISSUER: 'https://127.8.9.1/' }, /^OIDC_ISSUER is this machine/],
  ['itself as issuer', { OIDC_ISSUER: 'https://omzien.example.nl/demo/oidc' }, /^OIDC_ISSUER is this machine/],
  ['an issuer without TLS', { OIDC_ISSUER: 'http://login.example.nl' }, /https/],
  ['people without TLS', { PUBLIC_URL: 'http://omzien.example.nl' }, /https/],
];
for (const [what, change, sentence] of refused)
  test(`production refuses ${what}`, () => {
    const told = mistakes({ ...production, ...change });
    assert.equal(told.length, 1, told.join('\n'));
    assert.match(told[0] ?? '', sentence);
  });

test('a demo refuses to be seen from outside', () => {
  for (const LISTEN of ['0.0.0.0', '::', '10.0.0.5', 'omzien.example.nl'])
    assert.match(mistakes({ LISTEN })[0] ?? '', /^LISTEN must stay/);
  assert.deepEqual(mistakes({ LISTEN: '::1' }), []);
});

test('a demo with half of an identity provider asks for the other half', () => {
  const told = mistakes({ OIDC_ISSUER: 'https://login.example.nl', OIDC_CLIENT_ID: 'omzien' });
  assert.equal(told.length, 1);
  assert.match(told[0] ?? '', /^OIDC_CLIENT_SECRET is missing/);
});

test('an operator gives a system client its own limit', () => {
  const read = readConfig({ RATE_SYSTEM: '60', RATE_SYSTEM_CLIENTS: 'ziekenhuis=600, gemeente=0' });
  assert.ok(read.ok);
  assert.deepEqual(read.value.rateLimits.systemClients, { ziekenhuis: 600, gemeente: 0 });
  assert.match(mistakes({ RATE_SYSTEM_CLIENTS: 'ziekenhuis' })[0] ?? '', /^RATE_SYSTEM_CLIENTS/);
});

test('names that only look like this machine are not taken for it', () => {
  for (const host of ['localhost.example.nl', '128.0.0.1', '127.example.nl', 'login.example.nl'])
    assert.equal(isLoopbackHost(host), false, host);
  for (const host of ['LOCALHOST', 'x.localhost', '[::1]', '127.255.0.1', '::ffff:127.0.0.1', '[::ffff:7f00:1]'])
    assert.equal(isLoopbackHost(host), true, host);
});

test('an operator names the system that events come from, by its OIN', () => {
  const read = readConfig({ EVENT_SOURCE: 'urn:nld:oin:00000001234567890000:systeem:omzien' });
  assert.ok(read.ok);
  assert.equal(read.value.eventSource, 'urn:nld:oin:00000001234567890000:systeem:omzien');
  for (const wrong of ['omzien', 'https://omzien.example.nl', 'urn:nld:oin:123:systeem:omzien'])
    assert.match(mistakes({ EVENT_SOURCE: wrong }).join(), /EVENT_SOURCE/, wrong);
});
