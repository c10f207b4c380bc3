import { addDays, type LocalDate, localDate, type Trx, withActor } from '../../platform/index.ts';
import { formatDate } from '../../ui/index.ts';
import { type CaseRow, loadCase } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { inviteInside } from '../service/follow-up.ts';
import { type About, residentMessage, workMail } from './compose.ts';
import { mailboxOf, type ResidentDoor, residentDoor } from './recipients.ts';
import { putReady } from './store.ts';
import { MESSENGER } from './subscriber.ts';
import { messageWords } from './words.ts';

/** The questions are sent so many calendar days before the norm's last day, so that an answer can be in time. */
export const FOLLOW_UP_EARLY = 7;
/** Calendar days of silence after which the one reminder goes out. */
export const FOLLOW_UP_AGAIN = 7;

const firstKey = (caseId: string): string => `follow-up-${caseId}`;
const againKey = (caseId: string): string => `follow-up-again-${caseId}`;

/**
 * Asks residents how it goes, a week before the look-back is due: a mail with a link, or a letter with the questions on
 * paper; once a case. Whoever does not answer gets one reminder after a week, and the team hears of the silence.
 * Nothing is asked once the case has ended, the answers are in, or the resident withdrew.
 */
export async function followUps(ground: PathwayGround, publicUrl: string, most = 500): Promise<number> {
  const norms = [...new Set(ground.definitions.region.pathways.flatMap((pathway) => pathway.followUp?.after ?? []))];
  const today = localDate(ground.clock.now());
  const due = await withActor(ground, MESSENGER, { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query<{ resident_id: string; case_id: string }>(
      `select distinct c.resident_id, c.case_id from pathways.clock c
       join pathways."case" k on k.resident_id = c.resident_id and k.id = c.case_id and k.closed_at is null
       left join platform.message f on f.resident_id = c.resident_id and f.event_id = 'follow-up-' || c.case_id
       where c.state in ('running', 'overdue') and c.norm = any ($1) and c.due <= $2
         and (f.id is null or ((f.at at time zone 'Europe/Amsterdam')::date <= $3
           and not exists (select 1 from platform.message m where m.resident_id = c.resident_id and m.event_id = 'follow-up-again-' || c.case_id)
           and exists (select 1 from pathways.invitation i where i.resident_id = c.resident_id and i.case_id = c.case_id and i.used_at is null and i.until >= $4)))
       limit $5`,
      [norms, addDays(today, FOLLOW_UP_EARLY), addDays(today, -FOLLOW_UP_AGAIN), today, most],
    );
    return rows;
  });
  let made = 0;
  for (const line of due)
    made += await withActor(ground, MESSENGER, { kind: 'act', resident: line.resident_id }, (trx) =>
      askOne(ground, trx, publicUrl, line.resident_id, line.case_id, norms),
    );
  return made;
}

async function askOne(
  ground: PathwayGround,
  trx: Trx,
  publicUrl: string,
  resident: string,
  caseId: string,
  norms: readonly string[],
): Promise<number> {
  const row = await loadCase(trx, resident, caseId);
  // Looked at again under the resident's lock: another process, or the resident, may have been first.
  const clock = await trx.query(
    "select 1 from pathways.clock where resident_id = $1 and case_id = $2 and norm = any ($3) and state in ('running', 'overdue')",
    [resident, caseId, norms],
  );
  if (!row || row.closed_at || clock.rowCount === 0) return 0;
  const { rows } = await trx.query<{ at: Date; body: string }>(
    'select at, body from platform.message where resident_id = $1 and event_id = $2',
    [resident, firstKey(caseId)],
  );
  return rows[0] ? again(ground, trx, publicUrl, row, rows[0]) : first(ground, trx, publicUrl, row);
}

async function first(ground: PathwayGround, trx: Trx, publicUrl: string, row: CaseRow): Promise<number> {
  const to = await residentDoor(ground, trx, row.resident_id);
  if (!to) return 0;
  const { token, until } = await inviteInside(ground, trx, MESSENGER, { resident: row.resident_id, caseId: row.id });
  const about = aboutOf(row, firstKey(row.id));
  const text = textOf('follow-up', until, to, `${publicUrl}/vragen/${token}`);
  return (await putReady(ground, trx, residentMessage(ground, about, to, text, publicUrl))) ? 1 : 0;
}

async function again(
  ground: PathwayGround,
  trx: Trx,
  publicUrl: string,
  row: CaseRow,
  before: { readonly at: Date; readonly body: string },
): Promise<number> {
  const today = localDate(ground.clock.now());
  if (addDays(localDate(before.at), FOLLOW_UP_AGAIN) > today) return 0;
  const { rows } = await trx.query<{ until: LocalDate }>(
    'select until::text as until from pathways.invitation where resident_id = $1 and case_id = $2 and used_at is null and until >= $3',
    [row.resident_id, row.id, today],
  );
  const to = await residentDoor(ground, trx, row.resident_id);
  const open = rows[0];
  // The link is kept as a hash only; the first mail is the one place that has it.
  const link = /https?:\/\/\S+\/vragen\/[\w-]+/.exec(before.body)?.[0];
  if (!open || !to || (to.mail !== undefined && !link)) return 0;
  const about = aboutOf(row, againKey(row.id));
  const text = textOf('follow-up-again', open.until, to, link ?? '');
  const made = await putReady(ground, trx, residentMessage(ground, about, to, text, publicUrl));
  const team = mailboxOf(ground.definitions, row.team);
  if (team) await putReady(ground, trx, workMail(about, team, 'follow-up-silent', publicUrl));
  return made ? 1 : 0;
}

const aboutOf = (row: CaseRow, eventId: string): About => ({ resident: row.resident_id, row, eventId });

function textOf(which: 'follow-up' | 'follow-up-again', until: LocalDate, to: ResidentDoor, link: string) {
  const { subject, body, paper } = messageWords(to.language).resident[which];
  return to.mail === undefined
    ? { subject, body: paper }
    : { subject, body: body({ until: formatDate(until, 'weekday', to.language) }), link };
}
