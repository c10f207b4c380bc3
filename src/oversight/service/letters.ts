import {
  ABSENT,
  type Actor,
  type Door,
  type Language,
  Refusal,
  type Result,
  residentOf,
  type Trx,
} from '../../platform/index.ts';
import type { OversightGround } from '../ground.ts';
import { onDuty } from './duty.ts';
import { DUTY } from './tell.ts';

/** A letter of the privacy officer themself: an answer for who has no mail. */
export type DutyLetter = {
  readonly key: string;
  readonly at: Date;
  /** Name, then the lines of the address; the name alone where the address is secret. */
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly sentAt: Date | null;
  readonly large: boolean;
  readonly language: Language;
};

const COLUMNS = `replace(resident_id::text, '-', '') || '-' || id as key, at, recipient, subject, body, sent_at as "sentAt", large, language`;
const OWN = "kind = 'letter' and sender = $1 and cancelled_at is null";

/** The letters the privacy officer has yet to print, oldest first; at most 200. */
export async function dutyLetters(
  ground: OversightGround,
  actor: Actor,
  door: Door,
): Promise<Result<readonly DutyLetter[]>> {
  return onDuty(ground, actor, { action: 'listed', subject: { type: 'Letter' } }, door, async (trx) => {
    const { rows } = await trx.query<DutyLetter>(
      `select ${COLUMNS} from platform.message where ${OWN} and sent_at is null order by at, id limit 200`,
      [DUTY],
    );
    return rows;
  });
}

/** Opens one letter to print it. One that was sent already is still shown. */
export async function openDutyLetter(
  ground: OversightGround,
  actor: Actor,
  key: string,
  door: Door,
): Promise<Result<DutyLetter>> {
  const subject = { type: 'Letter', id: key, resident: residentOf(key) };
  return onDuty(ground, actor, { action: 'opened', subject }, door, (trx) => letterIn(trx, key));
}

/** Notes that a letter went into the post; a second time changes nothing. */
export async function dutyLetterPosted(
  ground: OversightGround,
  actor: Actor,
  key: string,
  door: Door,
): Promise<Result<DutyLetter>> {
  const subject = { type: 'Letter', id: key, resident: residentOf(key), detail: 'letter posted' };
  return onDuty(ground, actor, { action: 'acted', subject }, door, async (trx) => {
    const letter = await letterIn(trx, key);
    await trx.query(
      `update platform.message set sent_at = $4 where ${OWN} and resident_id = $2 and id = $3 and sent_at is null`,
      [DUTY, residentOf(key), key.slice(33), ground.clock.now()],
    );
    return letter;
  });
}

async function letterIn(trx: Trx, key: string): Promise<DutyLetter> {
  const resident = residentOf(key);
  if (!resident) throw new Refusal(ABSENT);
  const { rows } = await trx.query<DutyLetter>(
    `select ${COLUMNS} from platform.message where ${OWN} and resident_id = $2 and id = $3`,
    [DUTY, resident, key.slice(33)],
  );
  if (!rows[0]) throw new Refusal(ABSENT);
  return rows[0];
}
