import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processMark } from './processes.ts';

export type HomeLock = { readonly release: () => void };

type Holder = { readonly pid: number; readonly mark: string };

/**
 * Takes the home for this process. Gives the process id of the holder when another living process has it. A lock left
 * by a process that died is taken over; a number that was given to a new process is told apart by its start.
 */
export function lockHome(
  home: string,
): { readonly ok: true; readonly value: HomeLock } | { readonly ok: false; readonly heldBy: number } {
  mkdirSync(home, { recursive: true });
  const place = join(home, 'lock');
  const mine = join(home, `lock.${process.pid}.${Math.random().toString(36).slice(2)}`);
  const text = JSON.stringify({ pid: process.pid, mark: processMark(process.pid) ?? '' } satisfies Holder);
  writeFileSync(mine, text);
  try {
    for (;;) {
      if (linked(mine, place)) return { ok: true, value: { release: () => release(place, text) } };
      const held = read(place);
      if (held === undefined) continue;
      const holder = parse(held);
      if (holder && processMark(holder.pid) === holder.mark) return { ok: false, heldBy: holder.pid };
      setAside(place, held, `${mine}.stale`);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Removes a stale lock. If someone took the lock in between, theirs is put back. */
function setAside(place: string, stale: string, aside: string): void {
  try {
    renameSync(place, aside);
  } catch {
    return;
  }
  if (read(aside) !== stale) linked(aside, place);
  rmSync(aside, { force: true });
}

function release(place: string, text: string): void {
  if (read(place) === text) rmSync(place, { force: true });
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(place: string): string | undefined {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}
