import { addDays, localDate, withActor } from '../../platform/index.ts';
import { loadCase } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { workMail } from './compose.ts';
import { mailboxOf } from './recipients.ts';
import { putReady, takeBack } from './store.ts';
import { MESSENGER } from './subscriber.ts';
import { whoseTurn } from './turn.ts';

/** Calendar days before the last day on which who has the turn is reminded. */
const DAYS_BEFORE = 2;

/**
 * Reminds who has the turn that a norm's last day comes near, once for each clock. A clock that was shorter than the
 * warning itself gives none. Safe to run twice or in two processes: each case is looked at again under its lock.
 * Returns how many mails were made.
 */
export async function remindBefore(ground: PathwayGround, publicUrl: string, most = 500): Promise<number> {
  const today = localDate(ground.clock.now());
  const near = await withActor(ground, MESSENGER, { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query<{ resident_id: string; case_id: string; id: string }>(
      `select c.resident_id, c.case_id, c.id from pathways.clock c
       where c.state = 'running' and c.due between $1 and $2
         and (c.started_at at time zone 'Europe/Amsterdam')::date < c.due - $3::int
         and not exists (select 1 from platform.message m where m.resident_id = c.resident_id and m.event_id = 'before-' || c.id)
       order by c.due limit $4`,
      [today, addDays(today, DAYS_BEFORE), DAYS_BEFORE, most],
    );
    return rows;
  });
  let made = 0;
  for (const line of near) {
    await withActor(ground, MESSENGER, { kind: 'act', resident: line.resident_id }, async (trx) => {
      const { rows } = await trx.query<{ norm: string; task: string | null }>(
        "select norm, task from pathways.clock where resident_id = $1 and id = $2 and state = 'running'",
        [line.resident_id, line.id],
      );
      const clock = rows[0];
      const row = clock && (await loadCase(trx, line.resident_id, line.case_id));
      if (!clock || !row || row.closed_at) return;
      const party = await whoseTurn(ground, trx, row, clock);
      if (!party) return;
      const to = mailboxOf(ground.definitions, party);
      if (!to) return;
      const about = { resident: line.resident_id, row, eventId: `before-${line.id}` };
      if (await putReady(ground, trx, workMail(about, to, 'due-soon', publicUrl))) made += 1;
    });
  }
  return made;
}

/**
 * Takes back reminders that wait while what they remind of is done, stopped or closed: checked right before mail
 * leaves. Returns how many.
 */
export async function takeBackStale(ground: PathwayGround): Promise<number> {
  const stale = await withActor(ground, MESSENGER, { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query<{ resident_id: string; case_id: string; event_id: string }>(
      `select m.resident_id, m.case_id, m.event_id from platform.message m
       where m.sent_at is null and m.cancelled_at is null and m.case_id is not null
         and ((m.event_id like 'before-%' and not exists (
                select 1 from pathways.clock c where c.resident_id = m.resident_id and 'before-' || c.id = m.event_id and c.state in ('running', 'paused')))
           or (m.event_id like 'follow-up%' and not exists (
                select 1 from pathways.invitation i where i.resident_id = m.resident_id and i.case_id = m.case_id and i.used_at is null and i.until >= $1::date)))`,
      [localDate(ground.clock.now())],
    );
    return rows;
  });
  let count = 0;
  for (const line of stale)
    count += await withActor(ground, MESSENGER, { kind: 'act', resident: line.resident_id }, (trx) =>
      takeBack(ground, trx, { resident: line.resident_id, caseId: line.case_id, like: line.event_id }),
    );
  return count;
}
