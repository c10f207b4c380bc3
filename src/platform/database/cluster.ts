import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { DatabaseProblem } from './problem.ts';
import { command, environment, type RunAs } from './run-as.ts';

const MAJOR = '18';

type Cluster = {
  readonly binaries: Binaries;
  readonly data: string;
  readonly runAs: RunAs;
  readonly password: string;
  readonly sync: boolean;
};

/**
 * Makes the folder with data, or checks the one that is there. It is made beside its place and then renamed: a start
 * that was cut off leaves nothing half made. Case folding and word characters follow Unicode, sorting is by code point,
 * on every machine alike (provider "builtin").
 */
export function createCluster(cluster: Cluster): void {
  const { binaries, data, runAs } = cluster;
  if (existsSync(data)) {
    checkCluster(data, runAs);
    return;
  }
  const draft = `${data}.new`;
  const passwordFile = `${data}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  for (const path of [draft, passwordFile]) chownSync(path, runAs.uid, runAs.gid);
  try {
    const run = command(runAs, binaries.initdb, [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(cluster.sync ? [] : ['--no-sync']),
    ]);
    const made = spawnSync(run.file, run.arguments, { ...run.as, cwd: '/', env: environment(), encoding: 'utf8' });
    if (made.status !== 0) {
      const said = `${made.stderr ?? ''}`.trim() || made.error?.message || 'no explanation';
      throw new DatabaseProblem(`The database could not be made in ${data}.\n${said}`);
    }
    renameSync(draft, data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function checkCluster(data: string, runAs: RunAs): void {
  const version = readFileIfThere(join(data, 'PG_VERSION'));
  if (version !== undefined && version !== MAJOR)
    throw new DatabaseProblem(
      `The data in ${data} are of PostgreSQL ${version}, this is ${MAJOR}. Remove the folder to begin anew, or go back to the version of Omzien that made it.`,
    );
  const { uid } = statSync(data);
  if (uid === runAs.uid) return;
  if (process.getuid?.() === 0) {
    // An earlier start, in another way, left the data to another account.
    const changed = spawnSync('chown', ['-R', `${runAs.uid}:${runAs.gid}`, data]);
    if (changed.status === 0) return;
  }
  throw new DatabaseProblem(
    `The data in ${data} belong to another account (number ${uid}). Start Omzien as that account, or set OMZIEN_HOME to another folder.`,
  );
}

function readFileIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
