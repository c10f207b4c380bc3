import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { DatabaseProblem } from './problem.ts';

/**
 * PostgreSQL refuses to run as root. A way says how a command is wrapped so that it runs as someone else: `uid` and
 * `gid` own the data on disk, `wrap` goes before the command.
 */
export type RunAs = {
  readonly uid: number;
  readonly gid: number;
  readonly wrap: readonly string[];
  readonly spawnAs: boolean;
};

/** Runs as whoever started us. */
const asWeAre = (): RunAs => ({ uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, wrap: [], spawnAs: false });

/**
 * Chooses how to run the PostgreSQL programs so that they reach both the programs and the data, even in a folder that
 * only root may enter (mode 700). Not as root: as we are. As root, the first way that works of: another account; that
 * account, allowed to pass closed folders; a user namespace in which root goes by another number.
 * Throws DatabaseProblem, saying what to do, when no way works.
 */
export function chooseRunAs(program: string, home: string): RunAs {
  if (process.getuid?.() !== 0) return asWeAre();
  const ways = waysForRoot(home);
  const found = ways.find((way) => works(way, program, home));
  if (found) return found;
  throw new DatabaseProblem(
    [
      'PostgreSQL does not run as root, and another account cannot reach it here.',
      'Do one of these: start Omzien as an ordinary user (who owns this folder);',
      'or open the folders above it ("chmod o+x" on each);',
      'or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of your own.',
      `(programs: ${program}; data: ${home})`,
    ].join('\n'),
  );
}

function waysForRoot(home: string): readonly RunAs[] {
  const { uid, gid } = account(home);
  const plain: RunAs = { uid, gid, wrap: [], spawnAs: true };
  const passing = (capability: string): RunAs => ({
    uid,
    gid,
    spawnAs: false,
    wrap: [
      'setpriv',
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      // Without it access(2) leaves the capability out, and PostgreSQL thinks that it cannot find its own programs.
      '--securebits=+no_setuid_fixup',
      `--inh-caps=+${capability}`,
      `--ambient-caps=+${capability}`,
    ],
  });
  const namespace: RunAs = {
    uid: 0,
    gid: 0,
    spawnAs: false,
    wrap: ['unshare', '--user', '--map-user=1000', '--map-group=1000'],
  };
  return [plain, passing('dac_read_search'), passing('dac_override'), namespace];
}

/** The owner of the folder, when that is an ordinary user (someone used sudo); otherwise "nobody". */
function account(home: string): { readonly uid: number; readonly gid: number } {
  const { uid, gid } = statSync(home);
  return uid === 0 ? { uid: 65_534, gid: 65_534 } : { uid, gid };
}

function works(way: RunAs, program: string, home: string): boolean {
  const run = command(way, '/bin/sh', ['-c', '"$1" --version >/dev/null && cd "$2"', 'sh', program, home]);
  const ran = spawnSync(run.file, run.arguments, { ...run.as, cwd: '/', env: environment(), encoding: 'utf8' });
  // A program that cannot look itself up says so, and goes on to tell its version.
  return ran.status === 0 && !/invalid binary|denied/i.test(ran.stderr);
}

/** The environment of the PostgreSQL programs: none of our settings or secrets, no PG* variables. */
export function environment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/** A command as `spawn` takes it, run that way. */
export function command(way: RunAs, program: string, given: readonly string[]) {
  const [file = program, ...rest] = [...way.wrap, program, ...given];
  return { file, arguments: rest, as: way.spawnAs ? { uid: way.uid, gid: way.gid } : {} };
}
