import { type Language, type Trx, ulid } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';

/** One message to one recipient. `eventId` and `recipient` together make it once (an index sees to it). */
export type NewMessage = {
  readonly resident: string;
  readonly kind: 'mail' | 'letter';
  /** An e-mail address; of a letter the name and the lines of the address. */
  readonly recipient: string;
  readonly recipientKind: 'resident' | 'team' | 'provider' | 'practice';
  readonly subject: string;
  readonly body: string;
  readonly eventId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  /** The team that sends it. */
  readonly sender: string;
  /** A letter in large print. */
  readonly large?: boolean;
  /** What it is written in; Dutch unless said. */
  readonly language?: Language;
};

/** Puts a message ready; false when this recipient has had it already, or when the resident it is for has died. */
export async function putReady(ground: PathwayGround, trx: Trx, message: NewMessage): Promise<boolean> {
  const { rowCount } = await trx.query(
    `insert into platform.message (resident_id, id, at, kind, recipient, recipient_kind, subject, body, event_id, case_number, case_id, sender, large, language)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
     where $6 <> 'resident' or not exists (
       select 1 from record.person where resident_id in (select record.same_person(array[$1::uuid])) and deceased)
     on conflict (resident_id, event_id, recipient) do nothing`,
    [
      message.resident,
      ulid(ground.clock),
      ground.clock.now(),
      message.kind,
      message.recipient,
      message.recipientKind,
      message.subject,
      message.body,
      message.eventId,
      message.caseNumber,
      message.caseId,
      message.sender,
      message.large ?? false,
      message.language ?? 'nl',
    ],
  );
  return rowCount === 1;
}

/** Takes back what was ready and not yet sent, where its event matches; gives how many. `like`: a pattern of SQL. */
export async function takeBack(
  ground: PathwayGround,
  trx: Trx,
  what: { readonly resident: string; readonly caseId: string; readonly like: string },
): Promise<number> {
  const { rowCount } = await trx.query(
    `update platform.message set cancelled_at = $4
     where resident_id = $1 and case_id = $2 and event_id like $3 and sent_at is null and cancelled_at is null`,
    [what.resident, what.caseId, what.like, ground.clock.now()],
  );
  return rowCount ?? 0;
}
