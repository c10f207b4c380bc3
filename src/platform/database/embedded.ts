import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { findBinaries } from './binaries.ts';
import { createCluster } from './cluster.ts';
import { lockHome } from './home-lock.ts';
import { stopOrphan } from './orphan.ts';
import { DatabaseProblem } from './problem.ts';
import { chooseRunAs } from './run-as.ts';
import { type Server, startServer } from './server.ts';

/** The roles besides the superuser: the first owns the schemas, the other two own nothing and obey row security. */
export const ROLES = ['omzien_owner', 'omzien_app', 'omzien_worker'] as const;
type Role = (typeof ROLES)[number] | 'postgres';

export type EmbeddedDatabase = {
  /** Superuser, database "postgres": for tests that make databases. The application never gets it. */
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  /** Stops PostgreSQL gracefully; sessions still open are ended. Does nothing when another process started it. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** The folder that holds the data, absolute. It is made when it is not there. */
  readonly home: string;
  /** Gives up durability for speed. For tests only. */
  readonly fast?: boolean;
  /** When another process already runs this home: refuse (the default), or use the PostgreSQL that it started. */
  readonly whenRunning?: 'refuse' | 'join';
};

/**
 * Starts the PostgreSQL that npm installed, on 127.0.0.1 and a free port, with its data under `home`; makes it at the
 * first start. When this process dies, by whatever cause, PostgreSQL stops too. Throws DatabaseProblem.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { home } = options;
  mkdirSync(home, { recursive: true });
  const lock = lockHome(home);
  if (!lock.ok) {
    if (options.whenRunning === 'join') return joinRunning(home);
    throw new DatabaseProblem(
      `Omzien already runs on ${home} (process ${lock.heldBy}). Stop that one first, or set OMZIEN_HOME to another folder.`,
    );
  }
  const note = join(home, 'postgres-running.json');
  try {
    rmSync(note, { force: true });
    const binaries = findBinaries();
    const data = join(home, 'postgres');
    await stopOrphan(data);
    const passwords = readPasswords(home, existsSync(data));
    const runAs = chooseRunAs(binaries.postgres, home);
    createCluster({ binaries, data, runAs, password: passwords.postgres, sync: !options.fast });
    const server = await startServer({
      binaries,
      data,
      runAs,
      log: join(home, 'postgres.log'),
      fast: options.fast ?? false,
    });
    const urls = urlsFor(server.port, passwords);
    await prepare(server, urls.adminUrl, passwords);
    writePrivate(note, { port: server.port });
    return {
      ...urls,
      stop: async () => {
        rmSync(note, { force: true });
        await server.stop();
        lock.value.release();
      },
    };
  } catch (error) {
    lock.value.release();
    throw error;
  }
}

/** Makes the roles and the database where they are not there yet; stops the server again when that fails. */
async function prepare(server: Server, adminUrl: string, passwords: Passwords): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const known = await client.query<{ name: string }>('select rolname as name from pg_roles');
    for (const role of ROLES) {
      if (known.rows.some((row) => row.name === role)) continue;
      await client.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole
        password ${client.escapeLiteral(passwords[role])}`);
    }
    const database = await client.query(`select from pg_database where datname = 'omzien'`);
    if (database.rowCount === 0) await client.query('create database omzien owner omzien_owner');
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Uses the PostgreSQL of the process that holds the home, which may still be busy starting it. */
async function joinRunning(home: string): Promise<EmbeddedDatabase> {
  const note = join(home, 'postgres-running.json');
  for (const until = Date.now() + 60_000; Date.now() < until; await new Promise((done) => setTimeout(done, 100))) {
    if (!existsSync(note)) continue;
    const { port } = JSON.parse(readFileSync(note, 'utf8')) as { port: number };
    return { ...urlsFor(port, readPasswords(home, true)), stop: async () => undefined };
  }
  throw new DatabaseProblem(`Another process holds ${home}, but its database did not become ready within a minute.`);
}

type Passwords = Readonly<Record<Role, string>>;

function readPasswords(home: string, cluster: boolean): Passwords {
  const place = join(home, 'postgres-passwords.json');
  if (existsSync(place)) return JSON.parse(readFileSync(place, 'utf8')) as Passwords;
  if (cluster)
    throw new DatabaseProblem(
      `The passwords of the database are gone: ${place}. Put that file back, or remove ${home} to begin anew.`,
    );
  const make = () => randomBytes(24).toString('base64url');
  const passwords = { postgres: make(), omzien_owner: make(), omzien_app: make(), omzien_worker: make() };
  writePrivate(place, passwords);
  return passwords;
}

/** Written beside and renamed, so that nobody reads half a file. */
function writePrivate(place: string, content: unknown): void {
  writeFileSync(`${place}.new`, JSON.stringify(content), { mode: 0o600 });
  chmodSync(`${place}.new`, 0o600);
  renameSync(`${place}.new`, place);
}

function urlsFor(port: number, passwords: Passwords) {
  const url = (role: Role, database: string) => `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
  return {
    adminUrl: url('postgres', 'postgres'),
    ownerUrl: url('omzien_owner', 'omzien'),
    appUrl: url('omzien_app', 'omzien'),
    workerUrl: url('omzien_worker', 'omzien'),
  };
}
