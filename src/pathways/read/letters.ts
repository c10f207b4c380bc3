import {
  ABSENT,
  type Actor,
  auditInside,
  type Decision,
  type Door,
  decide,
  type Language,
  ok,
  type Result,
  residentOf,
  type Seen,
  withActor,
} from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';

/** A letter that waits to be printed by the team that sends it. */
export type WaitingLetter = {
  readonly resident_id: string;
  readonly id: string;
  readonly at: Date;
  /** Name, then the lines of the address. */
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly event_id: string;
  readonly case_number: string;
  readonly case_id: string;
  readonly sender: string;
  readonly sent_at: Date | null;
  readonly large: boolean;
  /** What the letter is written in. */
  readonly language: Language;
};

const COLUMNS =
  'resident_id, id, at, recipient, subject, body, event_id, case_number, case_id, sender, sent_at, large, language';

/** The address of a letter's page: the resident without dashes, then the letter. */
export const letterKey = (letter: Pick<WaitingLetter, 'resident_id' | 'id'>): string =>
  `${letter.resident_id.replaceAll('-', '')}-${letter.id}`;

const mayPrint = (ground: PathwayGround, actor: Actor, seen: Seen | undefined): Decision =>
  decide(actor, { kind: 'do', act: 'contact' }, seen, 'support-referral', ground.access);

/** The letters that the actor's teams have yet to print, oldest first; at most 200. */
export async function waitingLetters(
  ground: PathwayGround,
  actor: Actor,
  door: Door,
): Promise<Result<readonly WaitingLetter[]>> {
  const found = await withActor(
    ground,
    actor,
    { kind: 'none' },
    async (trx) =>
      (
        await trx.query<WaitingLetter>(
          `select ${COLUMNS} from platform.message
           where kind = 'letter' and sender = any ($1) and sent_at is null and cancelled_at is null order by at, id limit 200`,
          [[...actor.services]],
        )
      ).rows,
  );
  const residents = [...new Set(found.map((letter) => letter.resident_id))];
  const seen = await withActor(ground, actor, { kind: 'page', residents }, async (_, by) => by);
  const letters = found.filter((letter) => mayPrint(ground, actor, seen[letter.resident_id]).allow);
  await Promise.all(
    [...new Set(letters.map((letter) => letter.resident_id))].map((resident) => {
      const may = mayPrint(ground, actor, seen[resident]);
      return ground.audit.write({
        actor,
        action: 'listed',
        allowed: true,
        resident,
        subjectType: 'Letter',
        purpose: may.allow ? may.purpose : 'none',
        ground: may.allow ? may.ground : 'none',
        ...door,
      });
    }),
  );
  return ok(letters);
}

/** Opens one letter to print it; audited. A letter that was sent already is still shown. */
export async function openLetter(
  ground: PathwayGround,
  actor: Actor,
  key: string,
  door: Door,
): Promise<Result<WaitingLetter>> {
  const resident = residentOf(key);
  if (!resident) return { ok: false, problem: ABSENT };
  const read = await withActor(ground, actor, { kind: 'resident', resident }, async (trx, seen) => {
    const may = mayPrint(ground, actor, seen[resident]);
    if (!may.allow) return { may, letter: undefined };
    const { rows } = await trx.query<WaitingLetter>(
      `select ${COLUMNS} from platform.message
       where resident_id = $1 and id = $2 and kind = 'letter' and sender = any ($3) and cancelled_at is null`,
      [resident, key.slice(33), [...actor.services]],
    );
    return { may, letter: rows[0] };
  });
  const allowed = read.may.allow && read.letter !== undefined;
  await ground.audit.write({
    actor,
    action: 'opened',
    allowed,
    resident,
    subjectType: 'Letter',
    subjectId: key,
    purpose: read.may.allow ? read.may.purpose : 'none',
    ground: read.may.allow ? read.may.ground : 'none',
    ...door,
  });
  return read.letter ? ok(read.letter) : { ok: false, problem: ABSENT };
}

/** Notes that a letter went into the post; a second time changes nothing. */
export async function letterSent(
  ground: PathwayGround,
  actor: Actor,
  key: string,
  door: Door,
): Promise<Result<{ readonly resident: string }>> {
  const opened = await openLetter(ground, actor, key, door);
  if (!opened.ok) return opened;
  const { resident_id: resident, id } = opened.value;
  await withActor(ground, actor, { kind: 'resident', resident }, async (trx, seen) => {
    const may = mayPrint(ground, actor, seen[resident]);
    const { rowCount } = await trx.query(
      'update platform.message set sent_at = $3 where resident_id = $1 and id = $2 and sent_at is null',
      [resident, id, ground.clock.now()],
    );
    if (rowCount === 1 && may.allow)
      await auditInside(trx, ground.clock, {
        actor,
        action: 'acted',
        allowed: true,
        resident,
        subjectType: 'Letter',
        subjectId: key,
        purpose: may.purpose,
        ground: may.ground,
        detail: 'letter posted',
        ...door,
      });
  });
  return ok({ resident });
}
