import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Socket } from 'node:net';
import type { Binaries } from './binaries.ts';
import { command, environment, type RunAs } from './run-as.ts';

export type ServerOptions = {
  readonly binaries: Binaries;
  readonly data: string;
  readonly runAs: RunAs;
  /** Where PostgreSQL writes what it has to say. */
  readonly log: string;
  /** Gives up durability for speed; for tests. */
  readonly fast: boolean;
};

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  random_page_cost: '1.1',
  log_checkpoints: 'off',
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
  // Databases are made and dropped by the hundred: no checkpoints and no log for standbys, reads by who needs them.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
  io_method: 'sync',
  update_process_title: 'off',
} as const;

/**
 * Launches PostgreSQL in a session of its own: Ctrl-C is for Omzien, which stops PostgreSQL when its own work is done.
 * A watcher beside it stops it when this process ends in whatever way. Neither keeps this process alive.
 */
export function launch(options: ServerOptions, port: number): ChildProcess {
  const settings = { ...SETTINGS, ...(options.fast ? FAST : {}), port: String(port) };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const run = command(options.runAs, options.binaries.postgres, ['-D', options.data, ...given]);
  const log = openSync(options.log, 'a', 0o600);
  const child = spawn(run.file, run.arguments, {
    ...run.as,
    cwd: '/',
    env: environment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  if (child.pid !== undefined) watch(child, child.pid);
  return child;
}

/** The watcher is a small shell: its input ends when this process does, and then it stops PostgreSQL. */
function watch(child: ChildProcess, pid: number): void {
  const script = 'trap "" HUP INT TERM; read -r _; kill -INT "$1"';
  const watcher = spawn('/bin/sh', ['-c', script, 'omzien-postgres-watcher', String(pid)], {
    cwd: '/',
    env: environment(),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => undefined);
  watcher.unref();
  (watcher.stdin as Socket).on('error', () => undefined).unref();
  child.once('exit', () => watcher.kill('SIGKILL'));
}
