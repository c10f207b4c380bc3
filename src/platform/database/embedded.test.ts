import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { findBinaries } from './binaries.ts';
import { createPool, DatabaseProblem, startEmbedded } from './index.ts';
import { commandLine, isAlive } from './processes.ts';

const root = process.getuid?.() === 0;
const here = (file: string) => pathToFileURL(join(import.meta.dirname, file)).href;
const folder = mkdtempSync(join(tmpdir(), 'omzien-embedded-'));
chmodSync(folder, 0o711);
const children: ChildProcess[] = [];
after(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

let homes = 0;
function newHome(mode = 0o711): string {
  const home = join(folder, `home-${++homes}`);
  mkdirSync(home, { mode });
  chmodSync(home, mode);
  return home;
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const answers = [await client.query<Row>(sql)].flat();
    return answers.at(-1)?.rows[0];
  } finally {
    await client.end();
  }
}

function postmaster(home: string): number {
  return Number.parseInt(readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

/** Another Omzien process on that home; resolves when its database is up. */
async function otherProcess(home: string): Promise<ChildProcess> {
  const code = `import { startEmbedded } from ${JSON.stringify(here('index.ts'))};
    await startEmbedded({ home: ${JSON.stringify(home)}, fast: true });
    console.log('up');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise<void>((done, fail) => {
    child.stdout?.on('data', () => done());
    child.once('exit', () => fail(new Error('the other process ended')));
  });
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await exit;
}

async function until(what: () => boolean, seconds: number): Promise<boolean> {
  const end = Date.now() + seconds * 1000;
  while (!what()) {
    if (Date.now() > end) return false;
    await new Promise((done) => setTimeout(done, 25));
  }
  return true;
}

test('what was written is there at the next start, and nobody else may read the passwords', async () => {
  const home = newHome();
  const first = await startEmbedded({ home });
  await ask(first.ownerUrl, 'create schema mine; create table mine.kept as select 7 as value');
  const pid = postmaster(home);
  await first.stop();
  assert.equal(isAlive(pid), false);
  assert.equal(existsSync(join(home, 'lock')), false);
  const second = await startEmbedded({ home });
  assert.equal((await ask<{ value: number }>(second.ownerUrl, 'select value from mine.kept'))?.value, 7);
  assert.equal((await ask<{ fsync: string }>(second.ownerUrl, 'show fsync'))?.fsync, 'on');
  await second.stop();
  assert.equal(statSync(join(home, 'postgres-passwords.json')).mode & 0o777, 0o600);
});

test('nobody gets in without the password', async () => {
  const database = await startEmbedded({ home: newHome(), fast: true });
  try {
    await assert.rejects(ask(database.adminUrl.replace(/:[^:@]+@/, ':guess@'), 'select 1'), { code: '28P01' });
    await assert.rejects(ask(database.adminUrl.replace(/:[^:@]+@/, '@'), 'select 1'));
    const where = (await ask<{ listen_addresses: string }>(database.adminUrl, 'show listen_addresses'))
      ?.listen_addresses;
    assert.equal(where, '127.0.0.1');
  } finally {
    await database.stop();
  }
});

test('a second start on the same home is told to stop the first; a command beside it may join', async () => {
  const home = newHome();
  const first = await startEmbedded({ home, fast: true });
  try {
    await ask(first.ownerUrl, 'create schema mine; create table mine.kept as select 7 as value');
    await assert.rejects(startEmbedded({ home }), (error: Error) => {
      assert.ok(error instanceof DatabaseProblem);
      return /already runs on .*home-\d+ \(process \d+\)/.test(error.message);
    });
    const joined = await startEmbedded({ home, whenRunning: 'join' });
    assert.equal((await ask<{ value: number }>(joined.ownerUrl, 'select value from mine.kept'))?.value, 7);
    await joined.stop();
    assert.equal((await ask<{ value: number }>(first.ownerUrl, 'select value from mine.kept'))?.value, 7);
  } finally {
    await first.stop();
  }
});

test('of several starts at the same moment on an empty home, exactly one gets it', async () => {
  const home = newHome();
  const results = await Promise.allSettled([1, 2, 3].map(() => startEmbedded({ home, fast: true })));
  const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  await Promise.all(started.map((database) => database.stop()));
  assert.equal(started.length, 1);
});

test('when Omzien is killed its database stops by itself, and the next start finds everything', async () => {
  const home = newHome();
  const child = await otherProcess(home);
  const pid = postmaster(home);
  const joined = await startEmbedded({ home, whenRunning: 'join' });
  await ask(joined.ownerUrl, 'create schema mine; create table mine.kept as select 7 as value');
  await killed(child);
  assert.ok(await until(() => !isAlive(pid), 10), 'the database outlived its parent');
  const again = await startEmbedded({ home, fast: true });
  assert.equal((await ask<{ value: number }>(again.ownerUrl, 'select value from mine.kept'))?.value, 7);
  await again.stop();
});

test('a start right after a kill waits for the old database to end', async () => {
  const home = newHome();
  const child = await otherProcess(home);
  const pid = postmaster(home);
  await killed(child);
  const again = await startEmbedded({ home, fast: true });
  assert.equal(isAlive(pid), false);
  assert.notEqual(postmaster(home), pid);
  await again.stop();
});

test('an orphan that nothing stopped is stopped by the next start', { skip: !existsSync('/proc') }, async () => {
  const home = newHome();
  const child = await otherProcess(home);
  const pid = postmaster(home);
  const watchers = readdirSync('/proc').filter(
    (other) => Number(other) > 0 && commandLine(Number(other)).trim().endsWith(`omzien-postgres-watcher ${pid}`),
  );
  assert.equal(watchers.length, 1);
  for (const watcher of watchers) process.kill(Number(watcher), 'SIGKILL');
  await killed(child);
  const again = await startEmbedded({ home, fast: true });
  assert.equal(isAlive(pid), false);
  await again.stop();
});

test('a note that names a process of somebody else does not stop the start', async () => {
  const home = newHome();
  await (await startEmbedded({ home, fast: true })).stop();
  const data = join(home, 'postgres');
  writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
  const again = await startEmbedded({ home, fast: true });
  await again.stop();
  assert.ok(isAlive(process.pid));
});

test('a first start that was cut off halfway is begun anew', async () => {
  const home = newHome();
  mkdirSync(join(home, 'postgres.new', 'base'), { recursive: true });
  writeFileSync(join(home, 'postgres.password'), 'left behind');
  writeFileSync(join(home, 'lock'), JSON.stringify({ pid: 999_999_999, mark: 'long ago' }));
  const database = await startEmbedded({ home, fast: true });
  await database.stop();
  assert.equal(existsSync(join(home, 'postgres.new')), false);
  assert.equal(existsSync(join(home, 'postgres.password')), false);
});

test('when the database is killed under Omzien it comes back, and the same pool works on', {
  timeout: 60_000,
}, async (t) => {
  const home = newHome();
  const database = await startEmbedded({ home });
  t.mock.method(console, 'error', () => undefined);
  const pool = createPool(database.ownerUrl, 2);
  try {
    await pool.query('create schema mine; create table mine.kept as select 7 as value');
    process.kill(postmaster(home), 'SIGKILL');
    let value: number | undefined;
    for (const end = Date.now() + 30_000; value === undefined && Date.now() < end; ) {
      value = await pool.query<{ value: number }>('select value from mine.kept').then(
        ({ rows }) => rows[0]?.value,
        () => new Promise<undefined>((done) => setTimeout(done, 100, undefined)),
      );
    }
    assert.equal(value, 7);
  } finally {
    await pool.end();
    await database.stop();
  }
});

test('data of another PostgreSQL are left alone, with what to do', async () => {
  const home = newHome();
  await (await startEmbedded({ home, fast: true })).stop();
  writeFileSync(join(home, 'postgres', 'PG_VERSION'), '17\n');
  await assert.rejects(startEmbedded({ home, fast: true }), /of PostgreSQL 17, this is 18/);
  rmSync(join(home, 'postgres-passwords.json'));
  await assert.rejects(startEmbedded({ home, fast: true }), /passwords of the database are gone/);
});

test('root starts it in a folder that only root may enter', { skip: !root && 'needs root' }, async () => {
  const home = newHome(0o700);
  const first = await startEmbedded({ home, fast: true });
  await ask(first.ownerUrl, 'create schema mine; create table mine.kept as select 7 as value');
  await first.stop();
  const again = await startEmbedded({ home, fast: true });
  assert.equal((await ask<{ value: number }>(again.ownerUrl, 'select value from mine.kept'))?.value, 7);
  await again.stop();
});

/** A clone in a folder of mode 700, with programs of its own; runs there with only these commands in the path. */
function rootInClosedClone(commands: readonly string[]) {
  const clone = newHome(0o700);
  const native = dirname(dirname(findBinaries().postgres));
  cpSync(native, join(clone, 'native'), { recursive: true, verbatimSymlinks: true });
  const bin = join(clone, 'bin');
  mkdirSync(bin);
  for (const command of commands) spawnSync('sh', ['-c', `ln -s "$(command -v ${command})" ${bin}/${command}`]);
  const code = `import { chooseRunAs } from ${JSON.stringify(here('run-as.ts'))};
    import { createCluster } from ${JSON.stringify(here('cluster.ts'))};
    import { startServer } from ${JSON.stringify(here('server.ts'))};
    const home = ${JSON.stringify(clone)}, bin = home + '/native/bin/';
    const binaries = { initdb: bin + 'initdb', postgres: bin + 'postgres' };
    const runAs = chooseRunAs(binaries.postgres, home);
    const data = home + '/postgres';
    createCluster({ binaries, data, runAs, password: 'x', sync: false });
    const server = await startServer({ binaries, data, runAs, log: home + '/log', fast: true });
    await server.stop();
    console.log('way: ' + (runAs.wrap[0] ?? 'plain') + ' ' + (runAs.wrap.at(-1) ?? ''));`;
  const ran = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    encoding: 'utf8',
    env: { ...process.env, PATH: bin },
  });
  rmSync(clone, { recursive: true });
  return `${ran.stdout}${ran.stderr}`;
}

const passes = (program: string, ...given: string[]) => root && spawnSync(program, [...given, 'true']).status === 0;
const capabilities = passes('setpriv', '--inh-caps=+dac_override', '--ambient-caps=+dac_override');
const namespaces = passes('unshare', '--user', '--map-user=1000');

test('root starts it from a clone that only root may enter', {
  skip: !capabilities && 'needs a root with all rights',
}, () => {
  assert.match(rootInClosedClone(['setpriv', 'unshare']), /way: setpriv .*dac_/);
});

test('root starts it there also where no capability can be passed on', {
  skip: !namespaces && 'needs user namespaces',
}, () => {
  assert.match(rootInClosedClone(['unshare']), /way: unshare/);
});

test('root is told what to do where neither can be had', { skip: !root && 'needs root' }, () => {
  const said = rootInClosedClone([]);
  assert.match(said, /start Omzien as an ordinary user/);
  assert.match(said, /chmod o\+x/);
});

/** Some machines keep /dev/null for root alone; no account but root can then run PostgreSQL's programs. */
const asNobody = { uid: 65_534, gid: 65_534, stdio: 'ignore' } as const;
const nobodyCan = root && spawnSync('/bin/sh', ['-c', ': >/dev/null'], asNobody).status === 0;

test('someone who is not root starts it as themselves', {
  skip: !root ? 'run as an ordinary user by other tests' : !nobodyCan && '/dev/null is closed to all but root here',
}, () => {
  const home = newHome(0o777);
  const code = `import { startEmbedded } from ${JSON.stringify(here('index.ts'))};
    const database = await startEmbedded({ home: ${JSON.stringify(home)}, fast: true });
    await database.stop();
    console.log('came up as ' + process.getuid());`;
  const ran = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    encoding: 'utf8',
    uid: 65_534,
    gid: 65_534,
    env: { PATH: process.env.PATH, TMPDIR: home },
  });
  assert.match(`${ran.stdout}${ran.stderr}`, /came up as 65534/);
  assert.equal(statSync(join(home, 'postgres')).uid, 65_534);
});
