import type { Resource } from '../fhir/index.ts';
import type { Trx } from '../platform/index.ts';

type Planned = Resource & {
  readonly status?: string;
  readonly start?: string;
  readonly end?: string;
  readonly serviceType?: readonly { readonly text?: string }[];
  readonly participant?: readonly { readonly actor?: { readonly reference?: string } }[];
};

/**
 * Keeps who has a conversation when, in the transaction that writes the Appointment: while it is planned. Sessions at a
 * provider are kept afterwards and are not in it.
 */
export async function followAppointment(trx: Trx, resident: string, id: string, appointment: Resource): Promise<void> {
  const { status, start, end, serviceType, participant } = appointment as Planned;
  const starts = new Date(start ?? '');
  if (status !== 'booked' || serviceType?.[0]?.text === 'session' || Number.isNaN(starts.getTime())) {
    await trx.query('delete from pathways.appointment where resident_id = $1 and id = $2', [resident, id]);
    return;
  }
  const ends = new Date(end ?? '');
  const person = participant?.find((one) => one.actor?.reference?.startsWith('Practitioner/'))?.actor?.reference;
  await trx.query(
    `insert into pathways.appointment (resident_id, id, person, starts_at, ends_at) values ($1, $2, $3, $4, $5)
     on conflict (resident_id, id) do update set person = excluded.person, starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
    [resident, id, person ?? null, starts, Number.isNaN(ends.getTime()) ? starts : ends],
  );
}
