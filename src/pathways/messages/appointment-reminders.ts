import type { Resource } from '../../fhir/index.ts';
import { addDays, endOfLocalDay, localDate, startOfLocalDay, type Trx, withActor } from '../../platform/index.ts';
import { loadResource } from '../../record/index.ts';
import { formatDateTime } from '../../ui/index.ts';
import { loadCase } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { idIn } from '../shapes.ts';
import { appointmentMessageWords } from './appointment-words.ts';
import { residentMessage, teamName } from './compose.ts';
import { residentDoor } from './recipients.ts';
import { putReady } from './store.ts';
import { MESSENGER } from './subscriber.ts';

/** Calendar days before an appointment on which the resident is reminded; a letter needs as long to arrive. */
export const REMIND_DAYS = 2;

type Booked = Resource & {
  readonly status: string;
  readonly start?: string;
  readonly created?: string;
  readonly serviceType?: readonly { readonly text?: string }[];
  readonly basedOn?: readonly { readonly reference?: string }[];
};

/**
 * Reminds residents of a conversation that comes within two days, once for each moment it was planned for. Not of one
 * that was planned within those days: the message about that has just gone. Safe to run twice or in two processes.
 * Gives how many were made.
 */
export async function remindAppointments(ground: PathwayGround, publicUrl: string, most = 500): Promise<number> {
  const today = localDate(ground.clock.now());
  const near = await withActor(ground, MESSENGER, { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query<{ resident_id: string; id: string }>(
      `select r.resident_id, r.id from pathways.appointment r
       where r.starts_at >= $1 and r.starts_at < $2
         and not exists (select 1 from platform.message m
           where m.resident_id = r.resident_id and m.event_id = 'soon-' || r.id || '-' || to_char(r.starts_at at time zone 'UTC', 'YYYYMMDDHH24MI'))
       order by r.starts_at limit $3`,
      [startOfLocalDay(addDays(today, 1)), endOfLocalDay(addDays(today, REMIND_DAYS)), most],
    );
    return rows;
  });
  let made = 0;
  for (const one of near)
    made += await withActor(ground, MESSENGER, { kind: 'act', resident: one.resident_id }, (trx) =>
      remindOne(ground, trx, publicUrl, one.resident_id, one.id),
    );
  return made;
}

async function remindOne(
  ground: PathwayGround,
  trx: Trx,
  publicUrl: string,
  resident: string,
  id: string,
): Promise<number> {
  const row = await loadResource(trx, resident, 'Appointment', id);
  const booked = row && (JSON.parse(row.content) as Booked);
  if (!row || booked?.status !== 'booked' || !booked.start || booked.serviceType?.[0]?.text === 'session') return 0;
  const first = startOfLocalDay(addDays(localDate(new Date(booked.start)), -REMIND_DAYS));
  if (row.last_updated >= first) return 0;
  const found = await loadCase(trx, resident, idIn(booked.basedOn?.[0]?.reference));
  const to = found && !found.closed_at ? await residentDoor(ground, trx, resident) : undefined;
  if (!found || !to) return 0;
  const { subject, body } = appointmentMessageWords(to.language).soon;
  const moment = new Date(booked.start).toISOString().replace(/\D/g, '').slice(0, 12);
  const text = {
    subject: subject({ team: teamName(ground, found.team) }),
    body: body({ when: formatDateTime(booked.start, 'weekday', to.language) }),
  };
  const about = { resident, row: found, eventId: `soon-${id}-${moment}` };
  return (await putReady(ground, trx, residentMessage(ground, about, to, text, publicUrl))) ? 1 : 0;
}
