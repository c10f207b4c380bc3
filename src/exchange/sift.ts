import { systemNow } from '../platform/identity/index.ts';
import { type Actor, withActor } from '../platform/index.ts';
import { maySee, type RecordGround, scopesCover } from '../record/index.ts';
import { TELLER } from './fan-out.ts';
import { type Notification, type Receiver, settle } from './store.ts';

/** The system behind a receiver as its agreement stands now, within the token with which it asked; undefined when that has ended. */
export function clientOf(ground: RecordGround, receiver: Receiver): Promise<Actor | undefined> {
  return systemNow(ground.pool, receiver.owner, receiver.scopes ?? undefined);
}

/**
 * Settles what of these events their receiver may be told now: both locks are asked at this moment, so consent that was
 * withdrawn, a relation that ended or an agreement that stopped closes what had not left yet. Denied looks absent: it is
 * not counted. What is told for the first time leaves a line in the log of its resident.
 */
export async function sift(
  ground: RecordGround,
  receiver: Receiver,
  client: Actor | undefined,
  rows: readonly Notification[],
): Promise<readonly Notification[]> {
  if (rows.length === 0) return [];
  const { seen, decisions } = client ? await seenNow(ground, client, rows) : NOTHING;
  // The line stands before anything leaves; told again, it is not written again.
  await Promise.all(
    rows.map((row) => {
      const decision = row.number === null ? decisions.get(row.event_id) : undefined;
      if (!client || !decision) return undefined;
      return ground.audit.write({
        actor: client,
        action: 'exported',
        allowed: true,
        resident: row.resident_id,
        subjectType: row.type,
        subjectId: row.subject.split('/')[1],
        purpose: decision.purpose,
        ground: decision.ground,
        door: 'job',
        detail: `told of: ${row.what}`,
      });
    }),
  );
  return withActor(ground, TELLER, { kind: 'region' }, (trx) => settle(trx, receiver.id, rows, seen));
}

type Seen = {
  readonly seen: ReadonlySet<string>;
  readonly decisions: ReadonlyMap<string, { readonly purpose: string; readonly ground: string }>;
};
const NOTHING: Seen = { seen: new Set(), decisions: new Map() };

async function seenNow(ground: RecordGround, client: Actor, rows: readonly Notification[]): Promise<Seen> {
  const asked = rows.filter((row) => !row.blank && scopesCover(client, 'r', row.type));
  if (asked.length === 0) return NOTHING;
  const residents = [...new Set(asked.map((row) => row.resident_id))];
  const scope = client.role === 'system' ? ({ kind: 'region' } as const) : ({ kind: 'page', residents } as const);
  const found = await withActor(ground, client, scope, async (trx, seenBy) => {
    const { rows: guarded } = await trx.query<{
      resident_id: string;
      type: string;
      id: string;
      facet: string;
      categories: string[];
      parties: string[];
    }>(
      `select resident_id, r.type, id, facet, categories, parties from record.resource r
       join unnest($1::uuid[], $2::text[]) k (resident, subject) on r.resident_id = k.resident and r.type || '/' || r.id = k.subject`,
      [asked.map((row) => row.resident_id), asked.map((row) => row.subject)],
    );
    const may = new Map<string, { purpose: string; ground: string }>();
    for (const row of guarded) {
      const seen = seenBy[row.resident_id];
      // A relation that has ended is told of nothing any more, not even of what it may still read.
      if (seen?.u) continue;
      const decision = maySee(ground, client, row, seen);
      if (decision.allow) may.set(`${row.type}/${row.id}`, decision);
    }
    return may;
  });
  const decisions = new Map(
    asked.flatMap((row) => {
      const decision = found.get(row.subject);
      return decision ? [[row.event_id, decision] as const] : [];
    }),
  );
  return { seen: new Set(decisions.keys()), decisions };
}
