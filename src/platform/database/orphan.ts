import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseProblem } from './problem.ts';
import { commandLine, gone, isAlive } from './processes.ts';

/**
 * Clears what an earlier start left behind: a PostgreSQL still at work on these data is stopped, a note that names a
 * process of something else is removed. To be called only while holding the lock of the home. A note of a process that
 * died stays: PostgreSQL itself then checks that no child of it is left.
 */
export async function stopOrphan(data: string): Promise<void> {
  const note = join(data, 'postmaster.pid');
  const pid = readPid(note);
  if (pid === undefined || !isAlive(pid)) return;
  if (!commandLine(pid).includes(data)) {
    rmSync(note, { force: true });
    return;
  }
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signalled(pid, signal);
    if (await gone(pid, 10_000)) return;
  }
  throw new DatabaseProblem(`An earlier PostgreSQL (process ${pid}) still works on ${data} and cannot be stopped.`);
}

/** Signals a process; false when it is gone or not ours. */
export function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

function readPid(note: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(note, 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
