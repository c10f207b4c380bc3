import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { Client } from 'pg';
import { emptyDatabase, type TestDatabase, testAdminUrl, testDatabase } from '../../../test/support/database.ts';
import { checkProductionDatabase, createPool, DatabaseProblem, migrate, readMigrations } from './index.ts';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), 'omzien-migrations-'));
  write('001-ground.sql', META);
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

const META = `create schema platform;
create table platform.meta (key text primary key, value text not null);
grant usage on schema platform to omzien_app;
grant select on platform.meta to omzien_app;`;

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
const run = (mode: 'demo' | 'production' = 'demo') => migrate({ ownerUrl: database.ownerUrl, mode, folder });

async function ask<Row>(sql: string, url = database.ownerUrl): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

const objections = async (url = database.appUrl) => {
  const pool = createPool(url, 1);
  try {
    return await checkProductionDatabase(pool);
  } finally {
    await pool.end();
  }
};

test('an operator who starts a new version gets only the migrations that are new', async () => {
  write('002-more.sql', 'create table platform.more (a int);');
  assert.deepEqual((await run()).applied, ['001-ground.sql', '002-more.sql']);
  write('003-again.sql', 'create table platform.again (a int);');
  assert.deepEqual((await run()).applied, ['003-again.sql']);
  assert.deepEqual((await run()).applied, []);
});

test('two starts at once do each migration once', async () => {
  write('002-slow.sql', 'select pg_sleep(0.3); create table platform.slow (a int);');
  const both = await Promise.all([run(), run()]);
  assert.deepEqual(both.map(({ applied }) => applied.length).sort(), [0, 2]);
});

test('a migration that fails leaves nothing of itself, names its line, and keeps what came before', async () => {
  write('002-half.sql', 'create table platform.half (a int);\n\nselect nonsense;');
  await assert.rejects(run(), /Migration 002-half\.sql failed: .*nonsense.* \(line 3\)/);
  const found = await ask<{ meta: boolean; half: boolean }>(
    `select to_regclass('platform.meta') is not null as meta, to_regclass('platform.half') is not null as half`,
  );
  assert.deepEqual(found[0], { meta: true, half: false });
  write('002-half.sql', 'create table platform.half (a int);');
  assert.deepEqual((await run()).applied, ['002-half.sql']);
});

test('a developer who changes an applied migration is told to write a new one', async () => {
  await run();
  write('001-ground.sql', `${META}\n`.replaceAll('\n', '\r\n'));
  await assert.rejects(run(), DatabaseProblem);
  write('001-ground.sql', META.replaceAll('\n', '\r\n'));
  assert.deepEqual((await run()).applied, [], 'line endings alone are no change');
  write('001-ground.sql', `${META} -- and more`);
  await assert.rejects(run(), /001-ground\.sql was changed after it was applied/);
});

test('an older version does not start on the database of a newer one', async () => {
  write('002-newer.sql', 'create table platform.newer (a int);');
  await run();
  rmSync(join(folder, '002-newer.sql'));
  await assert.rejects(run(), /002-newer\.sql, which this version does not know/);
});

test('a developer whose migration comes too late in the order, or without one, is told', async () => {
  write('003-third.sql', 'select 1;');
  await run();
  write('002-second.sql', 'select 1;');
  await assert.rejects(run(), /002-second\.sql comes before 003-third\.sql/);
  for (const name of ['4-four.sql', '003-other.sql']) {
    write(name, 'select 1;');
    assert.throws(() => readMigrations(folder), /a number of its own/);
    rmSync(join(folder, name));
  }
});

test('a demo and production never share a database', async () => {
  await run('demo');
  await assert.rejects(run('production'), /born in demo mode/);
  assert.match((await objections()).join('\n'), /born in demo mode/);
});

test('a database born in production refuses the demo, and is fit for production', async () => {
  await run('production');
  await assert.rejects(run('demo'), /database of production/);
  assert.deepEqual(await objections(), []);
});

test('production refuses a role that stands above row security, or may come to', async () => {
  await run('production');
  const admin = await testAdminUrl();
  const name = new URL(database.ownerUrl).pathname;
  const as = (user: string) => database.appUrl.replace(/\/\/[^@]+@/, `//${user}:x@`).replace(/\/[^/]*$/, name);
  assert.match((await objections(admin.replace(/\/[^/]*$/, name))).join('\n'), /"postgres", a superuser/);
  const made = ['t_bypass', 't_borrower', 't_lender'];
  try {
    await ask(`create role t_bypass login bypassrls password 'x' in role omzien_app`, admin);
    await ask(`create role t_lender bypassrls`, admin);
    await ask(`create role t_borrower login password 'x' in role omzien_app, t_lender`, admin);
    assert.match((await objections(as('t_bypass'))).join('\n'), /"t_bypass", a superuser or one with BYPASSRLS/);
    assert.match((await objections(as('t_borrower'))).join('\n'), /"t_borrower", which may become/);
  } finally {
    for (const role of made) await ask(`drop role if exists ${role}`, admin);
  }
});

test('production refuses to run as the role that owns the tables', async () => {
  await run('production');
  assert.match((await objections(database.ownerUrl)).join('\n'), /"omzien_owner", which owns tables/);
});

test('production refuses a database that was never migrated', async () => {
  assert.deepEqual(await objections(), ['The database has not been migrated.']);
});

test('the migrations of this house run on an empty database, and the application can read where it was born', async () => {
  const whole = await testDatabase();
  try {
    const born = await ask<{ value: string }>(`select value from platform.meta where key = 'born'`, whole.appUrl);
    assert.equal(born[0]?.value, 'demo');
  } finally {
    await whole.drop();
  }
});

test('an operator whose database cannot be reached is told so', async () => {
  const ownerUrl = database.ownerUrl.replace(/:\d+\//, ':1/');
  await assert.rejects(migrate({ ownerUrl, mode: 'demo', folder }), /cannot be reached as its owner/);
});
