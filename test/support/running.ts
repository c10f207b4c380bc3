import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Omzien as `npm start` gives it: a process of its own, on a home of its own, with demo personas and residents. */
export type Running = {
  readonly url: string;
  readonly home: string;
  readonly said: () => string;
  readonly stop: () => Promise<void>;
  /** As if the power went: kill -9. The home stays. */
  readonly kill: () => Promise<void>;
};

/**
 * Starts Omzien and waits until it is ready. Throws with what it said when it ends or takes longer than ten minutes: a
 * demo is born slowly where two cores do much else.
 * Under `npm test` the demo is born once, and each journey goes on from a copy of that home.
 */
export async function startOmzien(on?: string): Promise<Running> {
  const born = process.env.OMZIEN_TEST_BORN;
  if (on !== undefined || !born) return start(on ?? mkdtempSync(join(tmpdir(), 'omzien-journey-')));
  await bearOnce(born);
  const home = mkdtempSync(join(tmpdir(), 'omzien-journey-'));
  // Whose the files are is kept: PostgreSQL started by root runs as somebody else.
  execFileSync('cp', ['-a', `${born}/.`, home]);
  return start(home);
}

/**
 * What copies of the born home run with: a test does not wait for the disk. A process that is killed loses nothing by it,
 * only a machine would. Omzien gives PostgreSQL no such settings itself (embedded.test.ts), so the file's hold.
 */
const HURRIED = `
fsync = off
full_page_writes = off
autovacuum_naptime = 10min
max_wal_size = 4GB
`;

/** A busy machine takes its time; longer than this it is not coming. */
const BIRTH_MS = 600_000;

/**
 * Lets a demo be born in a folder, once for all test files of a run; who comes second waits. Where it cannot be born
 * everybody is told why, rather than to wait for ever.
 */
export async function bearOnce(home: string): Promise<void> {
  const making = `${home}.making`;
  const failed = `${home}.failed`;
  const until = Date.now() + BIRTH_MS + 60_000;
  while (!existsSync(home)) {
    if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'));
    if (Date.now() > until) throw new Error(`No demo was born in ${making}.`);
    try {
      mkdirSync(making);
    } catch {
      await new Promise((done) => setTimeout(done, 200));
      continue;
    }
    try {
      const omzien = await start(making);
      await omzien.end();
      appendFileSync(join(making, 'postgres/postgresql.conf'), HURRIED);
      renameSync(making, home);
    } catch (error) {
      writeFileSync(failed, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }
}

async function start(home: string): Promise<Running & { readonly end: () => Promise<void> }> {
  chmodSync(home, 0o711);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let said = '';
  const child: ChildProcess = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      OMZIEN_HOME: home,
      RATE_SIGN_IN: '0',
      RATE_PUBLIC: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  /** Stops it as an operator does; the home stays. */
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const stop = async (): Promise<void> => {
    await end();
    rmSync(home, { recursive: true, force: true });
  };
  const deadline = Date.now() + BIRTH_MS;
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) {
      const kill = async (): Promise<void> => {
        child.kill('SIGKILL');
        await ended;
      };
      return { url, home, said: () => said, stop, kill, end };
    }
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`Omzien did not start.\n${said}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}
