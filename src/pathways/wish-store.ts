import type { Trx } from '../platform/index.ts';

/** How one resident is served, beside their Patient. */
export type PreferenceRow = {
  readonly resident_id: string;
  readonly easy_read: boolean;
  readonly code_word: Buffer | null;
  readonly code_word_at: Date | null;
};

/** The row of one resident, or undefined where nothing was ever set or it may not be seen. */
export async function loadPreference(trx: Trx, resident: string): Promise<PreferenceRow | undefined> {
  const { rows } = await trx.query<PreferenceRow>('select * from pathways.preference where resident_id = $1', [
    resident,
  ]);
  return rows[0];
}

/** Keeps whether somebody reads large letters; a row is made only where there is something to keep. */
export async function keepEasyRead(trx: Trx, resident: string, easyRead: boolean): Promise<void> {
  await trx.query(
    easyRead
      ? 'insert into pathways.preference (resident_id, easy_read) values ($1, true) on conflict (resident_id) do update set easy_read = true'
      : 'update pathways.preference set easy_read = false where resident_id = $1 and easy_read',
    [resident],
  );
}

/** Keeps the word by which somebody is known on the telephone, sealed; undefined takes it away. */
export async function keepCodeWord(
  trx: Trx,
  resident: string,
  sealed: Uint8Array | undefined,
  at: Date,
): Promise<void> {
  await trx.query(
    `insert into pathways.preference (resident_id, code_word, code_word_at) values ($1, $2, $3)
     on conflict (resident_id) do update set code_word = excluded.code_word, code_word_at = excluded.code_word_at`,
    [resident, sealed ?? null, sealed ? at : null],
  );
}
