import { createTransport } from 'nodemailer';
import { systemActor } from '../access/actor.ts';
import { type Ground, withActor } from '../access/with-actor.ts';
import { pauseAfter } from '../events/index.ts';
import { describeError, type Log } from '../http/log.ts';
import type { Clock } from '../time/index.ts';

/** One mail as it leaves. `messageId` is the same at every attempt, so that a receiver knows the second as the first. */
export type Letter = {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};
export type Post = (letter: Letter) => Promise<void>;

export type MailOptions = {
  readonly ground: Ground;
  readonly wall: Clock;
  readonly log: Log;
  /** Absent: nothing leaves (the demo shows what waits on its outbox page). */
  readonly post?: Post | undefined;
  /** The name of this installation, for the Message-ID. */
  readonly host: string;
};

const SENDER = systemActor('mail');
const MOST_ATTEMPTS = 8;

/** Sends over SMTP. `from` is the address that mail comes from. */
export function smtpPost(url: string, from: string): Post {
  const transport = createTransport({ url, connectionTimeout: 10_000, socketTimeout: 20_000 });
  return async ({ messageId, to, subject, text }) => {
    await transport.sendMail({ from, to, subject, text, messageId, disableFileAccess: true, disableUrlAccess: true });
  };
}

/**
 * Sends the mails that wait, one by one; gives how many left. Each is claimed while it is sent (`for update skip
 * locked`), so two processes do not send the same. When a process dies between sending and noting it, the mail is sent
 * again under the same Message-ID.
 */
export async function sendWaiting(options: MailOptions): Promise<number> {
  const { post } = options;
  if (!post) return 0;
  let sent = 0;
  for (;;) {
    const result = await sendNext(options, post);
    if (result === 'none') return sent;
    if (result === 'sent') sent += 1;
  }
}

type Waiting = {
  readonly resident_id: string;
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly attempts: number;
};

function sendNext(options: MailOptions, post: Post): Promise<'none' | 'sent' | 'failed'> {
  const { ground, wall, host, log } = options;
  return withActor(ground, SENDER, { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query<Waiting>(
      `select resident_id, id, recipient, subject, body, attempts from platform.message
       where sent_at is null and cancelled_at is null and kind = 'mail' and attempts < $1
         and (retry_at is null or retry_at <= $2)
         -- Stored only (GDPR 18): nothing leaves but what the privacy officer has to tell.
         and (sender = 'Duty/privacy' or not exists (select 1 from platform.restriction r where r.resident_id = platform.message.resident_id and r.lifted_at is null))
       order by at limit 1 for update skip locked`,
      [MOST_ATTEMPTS, wall.now()],
    );
    const mail = rows[0];
    if (!mail) return 'none';
    const key = [mail.resident_id, mail.id];
    try {
      const { recipient: to, subject, body: text } = mail;
      if (!/^[^\s@,<>]+@[^\s@,<>]+$/.test(to)) throw new Error('not one e-mail address');
      await post({ messageId: `<${mail.id}@${host}>`, to, subject, text });
    } catch (error) {
      const retryAt = new Date(wall.now().getTime() + 30 * pauseAfter(mail.attempts + 1));
      await trx.query(
        `update platform.message set attempts = attempts + 1, retry_at = $3, failed_reason = $4 where resident_id = $1 and id = $2`,
        [...key, retryAt, reasonOf(error)],
      );
      log('warn', { event: 'mail not sent', attempts: mail.attempts + 1, error: reasonOf(error) });
      return 'failed';
    }
    await trx.query(
      // A secret of which only the hash is kept does not stay behind in the mail that brought it.
      `update platform.message set sent_at = $3, failed_reason = null, body = case when secret then '' else body end where resident_id = $1 and id = $2`,
      [...key, ground.clock.now()],
    );
    return 'sent';
  });
}

/** What may be kept of a failure: a code, never the answer of a mail server, which repeats the address. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const told = [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');
  return told || String(describeError(error).error);
}
