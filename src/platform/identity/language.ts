import type { Pool } from 'pg';
import type { Language } from '../language.ts';
import type { Session } from './session.ts';

/** Keeps the language a signed-in person chose: for this session, and with their account for the devices to come. */
export async function keepLanguage(pool: Pool, session: Session, language: Language): Promise<void> {
  await pool.query('update platform.account set language = $2 where person = $1 and language is distinct from $2', [
    session.person,
    language,
  ]);
  await pool.query(
    `update platform.session set data = data || jsonb_build_object('language', $2::text) where id_hash = $1`,
    [session.hash, language],
  );
}
