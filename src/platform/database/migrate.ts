import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { Mode } from '../config/index.ts';
import { ROLES } from './embedded.ts';
import { DatabaseProblem } from './problem.ts';

export type MigrateOptions = {
  /** A role that may make schemas in this database. */
  readonly ownerUrl: string;
  /** What a new database is born as; a database born otherwise is refused. */
  readonly mode: Mode;
  /** A folder of files `NNN-name.sql`; the one of this house unless tests give another. */
  readonly folder?: string;
};

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** The number that two starts at once agree on, so that one waits for the other. */
const LOCK = 7_211_600;

const houseFolder = fileURLToPath(new URL('./migrations/', import.meta.url));

/**
 * Brings the database up to date: runs the migrations it has not had, in order, each in a transaction of its own.
 * Gives the names of those. Throws DatabaseProblem when an applied file was changed, when the database is newer than
 * this code, when the roles are missing, or when it was born in the other mode.
 */
export async function migrate(options: MigrateOptions): Promise<{ readonly applied: readonly string[] }> {
  const migrations = readMigrations(options.folder ?? houseFolder);
  const client = new Client({ connectionString: options.ownerUrl });
  client.on('error', () => undefined);
  try {
    await connect(client);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await checkRoles(client);
    await checkBirth(client, options.mode);
    const known = await appliedBefore(client);
    check(migrations, known);
    const waiting = migrations.filter((migration) => !known.has(migration.name));
    for (const migration of waiting) await apply(client, migration, options.mode);
    return { applied: waiting.map((migration) => migration.name) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The migrations of a folder in their order. Throws DatabaseProblem for a name that gives no order. */
export function readMigrations(folder: string): readonly Migration[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const numbers = names.map((name) => /^(\d{3})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
  for (const [index, name] of names.entries())
    if (numbers[index] === undefined || numbers.indexOf(numbers[index]) !== index)
      throw new DatabaseProblem(
        `Migration ${name} needs a name such as 007-what-it-does.sql, with a number of its own.`,
      );
  return names.map((name) => {
    const sql = readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

async function connect(client: Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseProblem(`The database cannot be reached as its owner: ${(error as Error).message}`);
  }
}

/** Migrations grant rights to roles; those belong to the whole server, so its operator makes them (docs/operations). */
async function checkRoles(client: Client): Promise<void> {
  const found = await client.query<{ name: string }>('select rolname as name from pg_roles where rolname = any($1)', [
    ROLES.slice(1),
  ]);
  const missing = ROLES.slice(1).filter((role) => !found.rows.some((row) => row.name === role));
  if (missing.length === 0) return;
  const make = missing.map((role) => `create role ${role} login nosuperuser nobypassrls password '…';`).join(' ');
  throw new DatabaseProblem(`The database misses roles. As its administrator, run: ${make}`);
}

async function checkBirth(client: Client, mode: Mode): Promise<void> {
  if (!(await exists(client, 'platform.meta'))) return;
  const born = await client.query<{ value: string }>(`select value from platform.meta where key = 'born'`);
  const as = born.rows[0]?.value;
  if (as === undefined || as === mode) return;
  throw new DatabaseProblem(
    mode === 'production'
      ? 'DATABASE_URL points to a database that was born in demo mode. Production needs one of its own: make a new, empty database.'
      : 'DATABASE_URL points to a database of production. A demo never touches it: make a new, empty database.',
  );
}

async function appliedBefore(client: Client): Promise<ReadonlyMap<string, { checksum: string; at: Date }>> {
  if (!(await exists(client, 'platform.migration'))) return new Map();
  const rows = await client.query<{ name: string; checksum: string; at: Date }>(
    'select name, checksum, applied_at as at from platform.migration',
  );
  return new Map(rows.rows.map((row) => [row.name, row]));
}

function check(migrations: readonly Migration[], known: ReadonlyMap<string, { checksum: string; at: Date }>): void {
  for (const [name, before] of known) {
    const now = migrations.find((migration) => migration.name === name);
    if (!now)
      throw new DatabaseProblem(
        `The database had migration ${name}, which this version does not know. Start the newer version.`,
      );
    if (now.checksum !== before.checksum)
      throw new DatabaseProblem(
        `Migration ${name} was changed after it was applied (${before.at.toISOString()}). Put the file back and write the change as a new migration; a demo may also begin anew: remove its folder (.omzien).`,
      );
  }
  const last = [...known.keys()].sort().at(-1);
  const late = migrations.find(
    (migration) => !known.has(migration.name) && last !== undefined && migration.name < last,
  );
  if (late)
    throw new DatabaseProblem(
      `Migration ${late.name} comes before ${last}, which was applied already. Give it a later number.`,
    );
}

async function apply(client: Client, migration: Migration, mode: Mode): Promise<void> {
  await client.query('begin');
  try {
    const metaBefore = await exists(client, 'platform.meta');
    await client.query(migration.sql);
    await client.query(`create schema if not exists platform`);
    if (!(await exists(client, 'platform.migration'))) await client.query(LEDGER);
    await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    if (!metaBefore && (await exists(client, 'platform.meta')))
      await client.query(`insert into platform.meta (key, value) values ('born', $1)`, [mode]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new DatabaseProblem(`Migration ${migration.name} failed: ${described(error, migration.sql)}`);
  }
}

const LEDGER = `
  create table platform.migration (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default clock_timestamp()
  );
  comment on table platform.migration is 'A row is a migration that this database has had.'`;

/** The message of PostgreSQL with the line of the file that it is about. */
function described(error: unknown, sql: string): string {
  const { message, position } = error as { message: string; position?: string };
  return position ? `${message} (line ${sql.slice(0, Number(position)).split('\n').length})` : message;
}

async function exists(client: Client, table: string): Promise<boolean> {
  const found = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table]);
  return found.rows[0]?.there ?? false;
}
