import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Pool } from 'pg';
import { loadRegion, type Region, regionCheckReport } from './content/index.ts';
import { Refusal, textIn } from './platform/index.ts';

/** The region's content cannot be used. The message is the report with files and lines; show it as it is. */
export class ContentProblem extends Error {
  override readonly name = 'ContentProblem';
}

/** Under which key of platform.applied the content is that was applied. */
const APPLIED = 'region-content';
/** And under which the hash of the files that it was read from, so that a start need not read them again. */
const FILES = 'region-files';

export type RegionInUse = {
  readonly region: Region;
  /** Why this is not what stands in the folder now: for the operator. */
  readonly warning?: string;
};

/** Writes content into the database; refuses by throwing a Refusal. */
export type Apply = (region: Region) => Promise<unknown>;

/**
 * The content that Omzien works with. The first start takes it from the folder, and a mistake there stops it, with a
 * report that says what to write instead. From then on it is what was applied last: a folder that says something else,
 * or has mistakes, is told of and changes nothing until `omzien region apply`. Throws ContentProblem.
 */
export async function regionInUse(pool: Pool, folder: string, apply: Apply): Promise<RegionInUse> {
  const applied = await appliedRegion(pool);
  if (!applied) return { region: await applyRegion(pool, folder, apply) };
  if ((await kept(pool, FILES)) === filesMark(folder)) return { region: applied };
  const loaded = loadRegion(folder);
  if (!loaded.ok)
    return {
      region: applied,
      warning: `The content in ${folder} has mistakes; Omzien works with what was applied before.\n${regionCheckReport(folder).text}`,
    };
  const changes = regionChanges(applied, loaded.region);
  if (changes.length === 0) return { region: applied };
  return {
    // A part of the content that this version of Omzien is the first to know was never applied: it comes from the folder.
    region: { ...loaded.region, ...applied },
    warning: `The content in ${folder} differs from what Omzien works with, in ${changes.length} place(s). See them and take them over with: npm run omzien -- region apply`,
  };
}

/** Takes the content of the folder over. Throws ContentProblem when it has mistakes, or is refused; then nothing changes. */
export async function applyRegion(pool: Pool, folder: string, apply: Apply): Promise<Region> {
  const mark = filesMark(folder);
  const loaded = loadRegion(folder);
  if (!loaded.ok)
    throw new ContentProblem(
      `The content of the region has mistakes (${folder}).\n\n${regionCheckReport(folder).text}`,
    );
  try {
    await apply(loaded.region);
  } catch (error) {
    if (error instanceof Refusal) throw new ContentProblem(textIn(error.problem.text, 'nl'));
    throw error;
  }
  await pool.query(
    `insert into platform.applied (key, value) values ($1, $2), ($3, $4)
     on conflict (key) do update set value = excluded.value, at = clock_timestamp()`,
    [APPLIED, JSON.stringify(loaded.region), FILES, mark],
  );
  return loaded.region;
}

/** Parts of content that came later: what was applied before them works on, and knows none of it until it is applied anew. */
const LATER_PARTS: Pick<Region, 'search' | 'schemes' | 'monitor' | 'themes'> = {
  monitor: { areas: [], tiles: [] },
  themes: [],
  search: { help: { name: '', phone: '', open: '' }, popular: [], phrases: [] },
  schemes: { incomes: { lowest: '', low: '', middle: '', higher: '' }, schemes: [] },
};

/** What was applied last; undefined before the first start. */
export async function appliedRegion(pool: Pool): Promise<Region | undefined> {
  const value = await kept(pool, APPLIED);
  return value === undefined ? undefined : { ...LATER_PARTS, ...(JSON.parse(value) as Region) };
}

/** What is new, changed or gone in `after`, one line each: `services: + id`. Lists are compared by id, the rest as a whole. */
export function regionChanges(before: Region, after: Region): readonly string[] {
  const [old, fresh] = [plain(before), plain(after)];
  const lines: string[] = [];
  for (const part of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
    const [left, right] = [byId(old[part]), byId(fresh[part])];
    if (!left || !right) {
      if (!isDeepStrictEqual(old[part], fresh[part])) lines.push(`${part}: ~`);
      continue;
    }
    for (const [id, item] of right) {
      if (!left.has(id)) lines.push(`${part}: + ${id}`);
      else if (!isDeepStrictEqual(left.get(id), item)) lines.push(`${part}: ~ ${id}`);
    }
    for (const id of left.keys()) if (!right.has(id)) lines.push(`${part}: - ${id}`);
  }
  return lines;
}

async function kept(pool: Pool, key: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ value: string }>('select value from platform.applied where key = $1', [key]);
  return rows[0]?.value;
}

function filesMark(folder: string): string {
  const hash = createHash('sha256');
  for (const name of globSync('**/*.yaml', { cwd: folder }).sort())
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(folder, name)))
      .update('\0');
  return hash.digest('hex');
}

const plain = (region: Region): Record<string, unknown> => JSON.parse(JSON.stringify(region));

function byId(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (!Array.isArray(value)) return undefined;
  const keyed = value.map((item: unknown): [string, unknown] => {
    const { id, code, practice } = (item ?? {}) as { id?: unknown; code?: unknown; practice?: unknown };
    return [String(id ?? code ?? practice ?? JSON.stringify(item)), item];
  });
  return new Map(keyed);
}
