import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { signalled } from './orphan.ts';
import { DatabaseProblem } from './problem.ts';
import { gone } from './processes.ts';
import { command, environment, type RunAs } from './run-as.ts';

export type Server = { readonly port: number; readonly stop: () => Promise<void> };

type ServerOptions = {
  readonly binaries: Binaries;
  readonly data: string;
  readonly runAs: RunAs;
  readonly log: string;
  readonly fast: boolean;
};

/** Starts PostgreSQL on a free port of 127.0.0.1 and waits until it takes connections. Throws DatabaseProblem. */
export async function startServer(options: ServerOptions): Promise<Server> {
  let said = '';
  for (let attempt = 0; attempt < 40; attempt++) {
    const port = await freePort();
    const from = startOfLog(options.log);
    const child = launch(options, port);
    if (await ready(child, options.data)) return running(child, port);
    said = readFileSync(options.log).subarray(from).toString().trim();
    // Another program took the port first, or the children of a killed PostgreSQL are still ending: try again.
    if (!/Address already in use|pre-existing shared memory/.test(said)) break;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new DatabaseProblem(`PostgreSQL did not start on ${options.data}.\n${said.split('\n').slice(-6).join('\n')}`);
}

function launch(options: ServerOptions, port: number): ChildProcess {
  const settings = { ...SETTINGS, ...(options.fast ? FAST : {}), port: String(port) };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const run = command(options.runAs, options.binaries.postgres, ['-D', options.data, ...given]);
  const log = openSync(options.log, 'a', 0o600);
  try {
    // In a session of its own: Ctrl-C is for Omzien, which stops PostgreSQL when its own work is done.
    return spawn(run.file, run.arguments, {
      ...run.as,
      cwd: '/',
      env: environment(),
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  log_checkpoints: 'off',
  random_page_cost: '1.1',
  // The log tells that a statement failed, never with which values: those may be about a resident.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
} as const;

const FAST = {
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum_naptime: '10min',
} as const;

/** True once PostgreSQL notes that it is ready, also after a long recovery; false when the process ended first. */
async function ready(child: ChildProcess, data: string): Promise<boolean> {
  let ended = false;
  child.once('error', () => {
    ended = true;
  });
  child.once('exit', () => {
    ended = true;
  });
  while (!ended) {
    if (notedReady(child, data)) return true;
    await new Promise((done) => setTimeout(done, 20));
  }
  return false;
}

/** The first line of postmaster.pid is the process, the eighth its state. */
function notedReady(child: ChildProcess, data: string): boolean {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return lines[0] === String(child.pid) && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function running(child: ChildProcess, port: number): Server {
  const pid = child.pid as number;
  const watcher = watch(pid);
  child.once('exit', () => watcher.kill('SIGKILL'));
  child.unref();
  return {
    port,
    stop: async () => {
      for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
        signalled(pid, signal);
        if (await gone(pid, 15_000)) break;
      }
      watcher.kill('SIGKILL');
    },
  };
}

/** A small shell that stops PostgreSQL when this process ends in whatever way: its input then ends. */
function watch(pid: number): ChildProcess {
  const script = 'trap "" HUP INT TERM; read -r _; kill -INT "$1"';
  const watcher = spawn('/bin/sh', ['-c', script, 'omzien-postgres-watcher', String(pid)], {
    cwd: '/',
    env: environment(),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => undefined);
  watcher.unref();
  (watcher.stdin as Socket).unref();
  return watcher;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Where the lines of this start begin. A log of more than 10 MB is begun anew. */
function startOfLog(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size < 10_000_000) return size;
  rmSync(log);
  return 0;
}
