import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DatabaseProblem, type EmbeddedDatabase, migrate, startEmbedded } from '../../src/platform/database/index.ts';

export type TestDatabase = {
  /** The role that owns the tables. Tests act as it only to look behind the locks. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  /** Removes the database; whatever is still connected is cut off. */
  readonly drop: () => Promise<void>;
};

/** How the runner tells the test files about the PostgreSQL that it started (JSON in OMZIEN_TEST_PG). */
export type TestServer = Pick<EmbeddedDatabase, 'adminUrl' | 'ownerUrl' | 'appUrl' | 'workerUrl'>;

/** The database that is copied for each test file; nobody works in it. */
const TEMPLATE = 'omzien';

let server: Promise<TestServer> | undefined;

/**
 * A migrated database, born in demo mode, for one test file. Under `npm test` it is a copy on the PostgreSQL of the
 * run; a test file that is run alone starts a PostgreSQL of its own, which ends with it.
 */
export async function testDatabase(): Promise<TestDatabase> {
  return newDatabase(`template ${TEMPLATE}`);
}

/** An empty database without migrations, for tests of the migrations themselves and of a first start. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return newDatabase('');
}

/** The superuser of the test server, for tests of what production refuses. */
export async function testAdminUrl(): Promise<string> {
  return (await testServer()).adminUrl;
}

async function newDatabase(like: string): Promise<TestDatabase> {
  const { adminUrl, ownerUrl, appUrl, workerUrl } = await testServer();
  const name = `t_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdmin(adminUrl, `create database ${name} ${like} owner omzien_owner`);
  const at = (url: string) => url.replace(/\/[^/]*$/, `/${name}`);
  return {
    ownerUrl: at(ownerUrl),
    appUrl: at(appUrl),
    workerUrl: at(workerUrl),
    drop: () => asAdmin(adminUrl, `drop database if exists ${name} with (force)`),
  };
}

function testServer(): Promise<TestServer> {
  server ??= process.env.OMZIEN_TEST_PG ? Promise.resolve(JSON.parse(process.env.OMZIEN_TEST_PG)) : startAlone();
  return server;
}

/** Starts a fast PostgreSQL under `home` and migrates the database that test files copy. */
export async function startTestServer(home: string): Promise<EmbeddedDatabase> {
  mkdirSync(home, { recursive: true });
  // Started as root, PostgreSQL runs as another account and must get here.
  chmodSync(home, 0o711);
  const started = await startEmbedded({ home, fast: true });
  try {
    await migrate({ ownerUrl: started.ownerUrl, mode: 'demo' });
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    // The migrations changed since this home was made: begin the template anew.
    await asAdmin(started.adminUrl, `drop database ${TEMPLATE} with (force)`);
    await asAdmin(started.adminUrl, `create database ${TEMPLATE} owner omzien_owner`);
    await migrate({ ownerUrl: started.ownerUrl, mode: 'demo' });
  }
  return started;
}

/** Test files that run alone at the same time take a home each; homes are kept, because making one takes a second. */
async function startAlone(): Promise<TestServer> {
  const homes = join(tmpdir(), `omzien-test-${process.getuid?.() ?? 'me'}`);
  mkdirSync(homes, { recursive: true });
  chmodSync(homes, 0o711);
  for (let number = 1; ; number++) {
    const home = join(homes, String(number));
    try {
      const started = await startTestServer(home);
      console.error(`# PostgreSQL for this test file alone, under ${home}`);
      await removeLeftovers(started.adminUrl);
      return started;
    } catch (error) {
      if (!(error instanceof DatabaseProblem) || !error.message.includes('already runs') || number >= 20) throw error;
    }
  }
}

async function removeLeftovers(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const left = await client.query<{ name: string }>(
      `select datname as name from pg_database where datname ~ '^t_\\d+_[0-9a-f]{8}$'`,
    );
    for (const { name } of left.rows) await client.query(`drop database if exists ${name} with (force)`);
  } finally {
    await client.end();
  }
}

async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
