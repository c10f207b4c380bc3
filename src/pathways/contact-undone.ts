import type { Resource } from '../fhir/index.ts';
import type { Trx } from '../platform/index.ts';
import { momentId } from '../record/index.ts';
import type { PathwayGround } from './ground.ts';
import { codesIn, idIn, SYSTEM } from './shapes.ts';

type Contact = Resource & {
  readonly status: string;
  readonly basedOn?: readonly { readonly reference?: string }[];
  readonly reasonCode?: Parameters<typeof codesIn>[0];
};

/** Whether this version says that a contact was written down by mistake. */
export const isUndone = (type: string, before: Resource | undefined, after: Resource): boolean =>
  type === 'Communication' && after.status === 'entered-in-error' && before?.status !== 'entered-in-error';

/**
 * Takes back what a contact that was a mistake had meant in its case: it was no attempt, and it did not reach anybody.
 * Where it counted as the first contact, the next one that did reach the resident (or the conversation) does. Found from
 * the record alone, so that a rebuild takes the same back. Gives the events that no longer happened.
 */
export async function takeBackContact(
  ground: PathwayGround,
  trx: Trx,
  contact: { readonly resident: string; readonly caseId: string; readonly id: string; readonly at: Date },
): Promise<readonly string[]> {
  const { resident, caseId, id } = contact;
  const { rows } = await trx.query<{ id: string; version: number; last_updated: Date; content: string }>(
    `select id, version, last_updated, content from record.resource where resident_id = $1 and type = 'Communication'
     union all select id, version, last_updated, content from record.history where resident_id = $1 and type = 'Communication'
     order by last_updated, id, version`,
    [resident],
  );
  const first = rows.find((row) => row.id === id && row.version === 1);
  if (!first) return [];
  const told = (of: { id: string; last_updated: Date }, event: string) =>
    momentId(of.last_updated, `Communication/${of.id}/1/${event}`);
  const gone = await trx.query<{ event: string }>(
    'delete from pathways.happening where resident_id = $1 and id = any ($2) returning event',
    [resident, ['contact-attempt', 'first-contact'].map((event) => told(first, event))],
  );
  const events = gone.rows.map(({ event }) => event);
  if (!events.includes('first-contact')) return events;
  const newest = new Map(rows.map((row) => [row.id, JSON.parse(row.content) as Contact]));
  const reached = rows.find((row) => {
    const now = newest.get(row.id)!;
    return row.version === 1 && row.last_updated <= contact.at && now.status !== 'entered-in-error' && reaches(now);
  });
  const { rows: talks } = await trx.query<{ id: string; at: Date }>(
    "select id, at from pathways.happening where resident_id = $1 and case_id = $2 and event = 'conversation-held' order by at limit 1",
    [resident, caseId],
  );
  const next = [
    ...(reached ? [{ id: told(reached, 'first-contact'), at: reached.last_updated }] : []),
    ...talks.map(({ id: talk, at }) => ({ id: momentId(at, `${talk}/first-contact`), at })),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
  if (!next) return events;
  await trx.query(
    "insert into pathways.happening (resident_id, case_id, id, event, at) values ($1, $2, $3, 'first-contact', $4)",
    [resident, caseId, next.id, next.at],
  );
  return events.filter((event) => event !== 'first-contact');

  function reaches(one: Contact): boolean {
    if (!one.basedOn?.some((ref) => idIn(ref.reference) === caseId)) return false;
    const codes = codesIn(one.reasonCode, SYSTEM.contactOutcome);
    return ground.definitions.region.pathways.some((pathway) =>
      pathway.contact.outcomes.some((outcome) => outcome.reached && codes.includes(outcome.code)),
    );
  }
}
