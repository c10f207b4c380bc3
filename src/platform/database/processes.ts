import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Is there a process with this number? One that we may not signal counts as there; a zombie does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !stat(pid)?.startsWith('Z');
}

/**
 * Something that tells this process from a later one with the same number: boot and start. Undefined when there is no
 * such process.
 */
export function processMark(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  if (existsSync('/proc/self/stat')) {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // Field 22 of proc(5) stat; the first that stat() gives is field 3.
    const started = stat(pid)?.split(' ')[19];
    return started === undefined ? undefined : `${boot}/${started}`;
  }
  const shown = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } });
  return shown.stdout?.trim() || undefined;
}

/** The command line of a process; empty when it is gone or not ours to see. */
export function commandLine(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

/** Waits until the process is gone. Gives false when it is still there after so many milliseconds. */
export async function gone(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await new Promise((done) => setTimeout(done, 20));
  }
  return true;
}

/** The fields of /proc/<pid>/stat from the third (the state) on: the second, the name, may hold anything. */
function stat(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2);
  } catch {
    return undefined;
  }
}
