import type { Pool } from 'pg';
import type { Trx } from '../access/with-actor.ts';
import type { Clock } from '../time/index.ts';

/**
 * Marks a form as sent, in the transaction of what it does. The second of two equal posts waits here for the first and
 * gets where that one led; undefined means that this is the first. Holds over a crash: mark and effect are one commit.
 */
export async function once(
  trx: Trx,
  person: string,
  key: string,
  location: string,
  at: Date,
): Promise<string | undefined> {
  const made = await trx.query(
    'insert into platform.once (person, key, at, location) values ($1, $2, $3, $4) on conflict do nothing',
    [person, key, at, location],
  );
  if (made.rowCount === 1) return undefined;
  const { rows } = await trx.query<{ location: string | null }>(
    'select location from platform.once where person = $1 and key = $2',
    [person, key],
  );
  return rows[0]?.location ?? location;
}

/** What a form led to. Only `done` uses its key up; anything else leaves it free for the next try. */
export type Once<T> =
  | { readonly kind: 'done'; readonly location: string; readonly flash?: Uint8Array | undefined; readonly answer: T }
  | { readonly kind: 'undone'; readonly answer: T };

export type Outcome<T> =
  /** This request did it (or tried). */
  | { readonly kind: 'own'; readonly answer: T }
  /** An equal one did it: go where that one went. */
  | { readonly kind: 'before'; readonly location: string; readonly flash: Uint8Array | undefined }
  /** An equal one began and never ended: nobody knows whether it was done. */
  | { readonly kind: 'unknown' };

export type OnceRules = {
  readonly pool: Pool;
  readonly wall: Clock;
  /** How long the second waits for the first, in milliseconds. */
  readonly patience?: number;
};

/**
 * Does `work` once for a person and a key, however many equal requests come at the same time: the key is reserved first,
 * in a transaction of its own; the others wait until it is known where the first led. A reservation whose process died
 * is not taken over: doing it twice is worse than asking the person to look.
 */
export async function postOnce<T>(
  rules: OnceRules,
  asked: { readonly person: string; readonly key: string; readonly work: () => Promise<Once<T>> },
): Promise<Outcome<T>> {
  const { pool } = rules;
  const { person, key } = asked;
  const until = Date.now() + (rules.patience ?? 15_000);
  for (let pause = 15; ; pause = Math.min(pause * 1.5, 250)) {
    const reserved = await pool.query(
      'insert into platform.once (person, key, at) values ($1, $2, $3) on conflict do nothing',
      [person, key, rules.wall.now()],
    );
    if (reserved.rowCount === 1) return { kind: 'own', answer: await doIt(pool, asked) };
    const { rows } = await pool.query<{ location: string | null; flash: Uint8Array | null }>(
      'select location, flash from platform.once where person = $1 and key = $2',
      [person, key],
    );
    const location = rows[0]?.location;
    if (location) return { kind: 'before', location, flash: rows[0]?.flash ?? undefined };
    // No row: the first gave its key back meanwhile, so this one may try at once.
    if (rows.length === 0) continue;
    if (Date.now() > until) return { kind: 'unknown' };
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function doIt<T>(
  pool: Pool,
  { person, key, work }: { person: string; key: string; work: () => Promise<Once<T>> },
): Promise<T> {
  let done: Once<T>;
  try {
    done = await work();
  } catch (error) {
    await release(pool, person, key);
    throw error;
  }
  if (done.kind === 'undone') await release(pool, person, key);
  else
    await pool.query('update platform.once set location = $3, flash = $4 where person = $1 and key = $2', [
      person,
      key,
      done.location,
      done.flash ?? null,
    ]);
  return done.answer;
}

async function release(pool: Pool, person: string, key: string): Promise<void> {
  await pool.query('delete from platform.once where person = $1 and key = $2 and location is null', [person, key]);
}
