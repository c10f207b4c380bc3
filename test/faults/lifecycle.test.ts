import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Client } from 'pg';
import { DEMO_SECRET } from '../../src/platform/config/index.ts';
import { emptyDatabase, type TestDatabase, testAdminUrl, testDatabase } from '../support/database.ts';

const repository = join(import.meta.dirname, '../..');
const running = new Set<ChildProcess>();
after(() => {
  for (const child of running) child.kill('SIGKILL');
});

type House = { readonly child: ChildProcess; readonly heard: { said: string }; readonly ended: Promise<number | null> };

/** Starts Omzien as `npm start` does, with these settings and none of ours. */
function start(settings: Readonly<Record<string, string | undefined>>): House {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...settings };
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: repository,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const heard = { said: '' };
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      heard.said += text;
    });
  const ended = new Promise<number | null>((done) =>
    child.once('close', (code) => {
      running.delete(child);
      done(code);
    }),
  );
  return { child, heard, ended };
}

/** Seconds until it is ready; throws with what it said when it ends first or takes too long. */
async function ready({ child, heard }: House, port: number, within: number): Promise<number> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  while (seconds() < within) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.\n${heard.said}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    if (answer?.status === 200) return seconds();
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`It was not ready within ${within} seconds.\n${heard.said}`);
}

async function stopped({ child, ended }: House, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  return ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

describe('a demo on an empty home', () => {
  const home = mkdtempSync(join(tmpdir(), 'omzien-lifecycle-'));
  chmodSync(home, 0o711);
  after(() => rmSync(home, { recursive: true, force: true }));
  let settings: Record<string, string>;
  let port: number;
  before(async () => {
    port = await freePort();
    settings = { PORT: String(port), OMZIEN_HOME: home };
  });
  const databaseLog = () => readFileSync(join(home, 'postgres.log'), 'utf8');

  /** Seconds of the first start: what a later one is measured against, on whatever machine this is. */
  let first = 0;

  test('someone who starts for the first time can work, and does nothing else for it', async (t) => {
    const house = start(settings);
    first = await ready(house, port, 300);
    t.diagnostic(`first start: ${first.toFixed(1)} s`);
    assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200);
    const personas = (await (await fetch(`http://127.0.0.1:${port}/demo/personas`)).json()) as unknown[];
    assert.ok(personas.length > 10);
    assert.equal(await stopped(house, 'SIGTERM'), 0, house.heard.said);
    assert.match(databaseLog(), /database system is shut down\s*$/);
    assert.equal(existsSync(join(home, 'lock')), false);
  });

  test('a later start takes a fourth of the first at most', async (t) => {
    const house = start(settings);
    const later = await ready(house, port, 300);
    t.diagnostic(`later start: ${later.toFixed(1)} s`);
    assert.equal(await stopped(house, 'SIGINT'), 0, house.heard.said);
    assert.ok(later <= first / 4, `${later} s after ${first} s`);
  });

  test('someone who starts it twice is told that it runs already, and the first goes on', async () => {
    const house = start(settings);
    await ready(house, port, 60);
    const second = start({ ...settings, PORT: String(await freePort()) });
    assert.notEqual(await second.ended, 0);
    assert.match(second.heard.said, /already runs/);
    await ready(house, port, 60);
    assert.equal(await stopped(house, 'SIGTERM'), 0, house.heard.said);
  });

  test('after a kill -9 it starts again, with nothing lost and nothing left over', async () => {
    const house = start(settings);
    await ready(house, port, 60);
    const before = await (await fetch(`http://127.0.0.1:${port}/demo/personas`)).text();
    await stopped(house, 'SIGKILL');
    const again = start(settings);
    await ready(again, port, 60);
    assert.equal(await (await fetch(`http://127.0.0.1:${port}/demo/personas`)).text(), before);
    assert.equal(await stopped(again, 'SIGTERM'), 0, again.heard.said);
  });
});

describe('production', () => {
  let database: TestDatabase;
  let settings: Record<string, string>;
  let port: number;
  const home = mkdtempSync(join(tmpdir(), 'omzien-lifecycle-'));
  before(async () => {
    database = await emptyDatabase();
    port = await freePort();
    settings = {
      OMZIEN_MODE: 'production',
      OMZIEN_HOME: home,
      PORT: String(port),
      PUBLIC_URL: 'https://omzien.example.nl',
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATABASE_WORKER_URL: database.workerUrl,
      OMZIEN_SECRET: Buffer.alloc(48, 'kept by the operator').toString('base64'),
      OIDC_ISSUER: 'https://login.example.nl',
      OIDC_CLIENT_ID: 'omzien',
      OIDC_CLIENT_SECRET: 'given-by-the-broker',
    };
  });
  after(async () => {
    await database.drop();
    rmSync(home, { recursive: true, force: true });
  });

  test('an operator with a database of their own gets it without anything of the demo', async () => {
    const house = start(settings);
    await ready(house, port, 60);
    for (const path of ['/demo/personas', '/demo/oidc/.well-known/openid-configuration', '/demo/outbox']) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
      assert.equal(answer.status, 404, path);
    }
    assert.equal(existsSync(join(home, 'postgres')), false, 'it started a database of its own');
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    const born = await client.query(`select value from platform.meta where key = 'born'`);
    await client.end();
    assert.deepEqual(born.rows, [{ value: 'production' }]);
    assert.equal(await stopped(house, 'SIGTERM'), 0, house.heard.said);
  });

  async function refused(change: Readonly<Record<string, string | undefined>>, sentence: RegExp): Promise<void> {
    const house = start({ ...settings, ...change });
    const late = setTimeout(() => house.child.kill('SIGKILL'), 30_000);
    const code = await house.ended;
    clearTimeout(late);
    assert.ok(code !== null && code !== 0, `it went on, or was killed: ${code}\n${house.heard.said}`);
    assert.match(house.heard.said, sentence);
    assert.doesNotMatch(house.heard.said, /\n\s+at .*:\d+:\d+/, 'an operator gets a sentence, not a stack');
  }

  test('it refuses to start without a database of its own', () =>
    refused(
      { DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined, DATABASE_WORKER_URL: undefined },
      /DATABASE_URL is missing/,
    ));

  test('it refuses the identity provider of the demo', () =>
    refused({ OIDC_ISSUER: `http://localhost:${port}/demo/oidc` }, /OIDC_ISSUER is this machine/));

  test('it refuses the secret of the demo', () =>
    refused({ OMZIEN_SECRET: DEMO_SECRET }, /OMZIEN_SECRET is the secret of the demo/));

  test('it refuses a superuser', async () => {
    const name = new URL(database.appUrl).pathname;
    await refused(
      { DATABASE_URL: (await testAdminUrl()).replace(/\/[^/]*$/, name) },
      /a superuser or one with BYPASSRLS/,
    );
  });

  test('it refuses a role that may pass row security', async () => {
    const admin = new Client({ connectionString: await testAdminUrl() });
    await admin.connect();
    try {
      await admin.query(`create role t_passes login bypassrls password 'x' in role omzien_app`);
      await refused(
        { DATABASE_URL: database.appUrl.replace(/\/\/[^@]+@/, '//t_passes:x@') },
        /a superuser or one with BYPASSRLS/,
      );
    } finally {
      await admin.query('drop role if exists t_passes');
      await admin.end();
    }
  });

  test('it refuses a database that was born in a demo', async () => {
    const demo = await testDatabase();
    try {
      await refused(
        { DATABASE_URL: demo.appUrl, DATABASE_OWNER_URL: demo.ownerUrl, DATABASE_WORKER_URL: demo.workerUrl },
        /born in demo mode/,
      );
    } finally {
      await demo.drop();
    }
  });

  test('an operator sees all mistakes at once', () =>
    refused(
      { PUBLIC_URL: undefined, OMZIEN_SECRET: 'c2hvcnQ=', OIDC_CLIENT_ID: undefined },
      /PUBLIC_URL[\s\S]*OIDC_CLIENT_ID|OMZIEN_SECRET[\s\S]*PUBLIC_URL/,
    ));
});
