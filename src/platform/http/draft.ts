import type { Pool } from 'pg';
import { type Keys, seal, unseal } from '../seal.ts';
import type { Posted } from './posted.ts';

const place = (person: string, path: string) => `draft|${person}|${path}`;

/** Keeps what a person had typed when their sign-in ran out: encrypted, tied to that person and that form. */
export async function keepDraft(
  pool: Pool,
  keys: Keys,
  draft: { readonly person: string; readonly path: string; readonly posted: Posted; readonly at: Date },
): Promise<void> {
  const { person, path, posted, at } = draft;
  await pool.query(
    `insert into platform.draft (person, path, at, sealed) values ($1, $2, $3, $4)
     on conflict (person, path) do update set at = excluded.at, sealed = excluded.sealed`,
    [person, path, at, seal(keys, JSON.stringify(posted), place(person, path))],
  );
}

/** Gives what was kept, once, to the person it is of; undefined when there is nothing, or it is older than a day. */
export async function takeDraft(
  pool: Pool,
  keys: Keys,
  draft: { readonly person: string; readonly path: string; readonly at: Date },
): Promise<Posted | undefined> {
  const { person, path, at } = draft;
  const { rows } = await pool.query<{ at: Date; sealed: Uint8Array }>(
    'delete from platform.draft where person = $1 and path = $2 returning at, sealed',
    [person, path],
  );
  const kept = rows[0];
  if (!kept || at.getTime() - kept.at.getTime() > 86_400_000) return undefined;
  try {
    return JSON.parse(unseal(keys, kept.sealed, place(person, path))) as Posted;
  } catch {
    // Sealed under another secret than today's: it cannot be opened any more.
    return undefined;
  }
}
