import type { ChildProcess } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { launch, type ServerOptions } from './launch.ts';
import { signalled } from './orphan.ts';
import { DatabaseProblem } from './problem.ts';
import { gone } from './processes.ts';

export type Server = { readonly port: number; readonly stop: () => Promise<void> };

/**
 * Starts PostgreSQL on a free port of 127.0.0.1 and waits until it takes connections. When it ends without being asked,
 * it is started again on the same port; whoever holds a pool connects anew. Throws DatabaseProblem.
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const first = await launched(options, freePort);
  let current = first.child;
  let stopping = false;

  const keepUp = (child: ChildProcess): void => {
    child.once('exit', async (code, signal) => {
      if (stopping) return;
      console.error(`PostgreSQL ended by itself (${signal ?? code}); it is started again.`);
      try {
        current = (await launched(options, async () => first.port)).child;
        if (stopping) await stopChild(current);
        else keepUp(current);
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    });
  };
  keepUp(first.child);

  return {
    port: first.port,
    stop: async () => {
      stopping = true;
      await stopChild(current);
    },
  };
}

type Launched = { readonly child: ChildProcess; readonly port: number };

/** Launches, and again where that may help: the port was taken meanwhile, or children of a killed server still end. */
async function launched(options: ServerOptions, choosePort: () => Promise<number>): Promise<Launched> {
  let said = '';
  for (let attempt = 0; attempt < 40; attempt++) {
    const port = await choosePort();
    const from = startOfLog(options.log);
    const child = launch(options, port);
    if (await ready(child, options.data)) return { child, port };
    said = readFileSync(options.log).subarray(from).toString().trim();
    if (!/Address already in use|pre-existing shared memory/.test(said)) break;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new DatabaseProblem(`PostgreSQL did not start on ${options.data}.\n${said.split('\n').slice(-6).join('\n')}`);
}

/** Fast first (sessions are ended, work is kept), then immediate, then hard. */
async function stopChild(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signalled(pid, signal);
    if (await gone(pid, 15_000)) return;
  }
}

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
