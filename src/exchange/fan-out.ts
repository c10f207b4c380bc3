import { type Ground, systemActor, withActor } from '../platform/index.ts';

/** The work of our own that tells other systems. */
export const TELLER = systemActor('exchange');

const OF_A_RESOURCE = /^nl\.omzien\.([A-Z][A-Za-z]+)\.(created|updated|deleted)$/;

/** Whether an event tells of a resource, which is what a topic is about. */
export function tellsOfResource(type: string): boolean {
  return OF_A_RESOURCE.test(type);
}

export type ToldEvent = {
  readonly id: string;
  readonly residentId: string;
  readonly at: Date;
  readonly type: string;
  readonly subject: string;
  readonly data: unknown;
};

/**
 * Puts one event in the queue of everybody who asked for it: one statement, whatever their number, found by the index
 * on types. The same event comes once, however often it is told. A system of one organisation is queued for residents
 * with whom its parties have a relation now; what it may see of the event is decided when it is sent. Gives how many.
 */
export async function fanOut(ground: Ground, event: ToldEvent): Promise<number> {
  const [, type, what] = OF_A_RESOURCE.exec(event.type) ?? [];
  if (!type) return 0;
  const id = event.subject.split('/')[1] ?? '';
  const status = (event.data as { status?: unknown } | null)?.status;
  return withActor(ground, TELLER, { kind: 'region' }, async (trx) => {
    const { rowCount } = await trx.query({
      name: 'fan-out',
      text: `insert into exchange.notification (resident_id, receiver, event_id, at, type, subject, what)
        select $1, r.id, $2, $3, $4, $5, $6
        from exchange.receiver r
        join lateral (
          select case when c.organisation is null then null
              when cardinality(c.services) > 0 then array[r.owner] || c.services
              else array[r.owner, c.organisation] end as parties
          from platform.client c where c.id = substr(r.owner, 8) and c.revoked_at is null
          union all
          select null from platform.account a where a.person = r.owner and a.closed_at is null
          limit 1) who on true
        where r.types @> array[$4::text] and r.status <> 'off' and r.since <= $3
          and (r.sent_at is not null or r.channel = 'cloudevents')
          and (r.statuses is null or $7 = any (r.statuses))
          and (r.named is null or r.named && (
            select refs from record.resource where resident_id = $1 and type = $4 and id = $8))
          and (who.parties is null or exists (
            select from platform."grant" g
            where g.resident_id = $1 and g.grantee = any (who.parties) and g.closed_at is null))
        on conflict do nothing`,
      values: [
        event.residentId,
        event.id,
        event.at,
        type,
        event.subject,
        what,
        typeof status === 'string' ? status : null,
        id,
      ],
    });
    return rowCount ?? 0;
  });
}
