import { parseExactly, type ReadVersion, type Resource, type ResourceType } from '../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  decide,
  type Facet,
  type Problem,
  partiesOf,
  type Result,
  residentOf,
  type Seen,
  withActor,
} from '../platform/index.ts';
import type { RecordGround } from './ground.ts';
import { withoutSecret } from './secret.ts';
import { loadHistory, type StoredRow } from './store.ts';
import { openRow } from './write.ts';

type Guarded = Pick<StoredRow, 'facet' | 'categories' | 'parties'> & { readonly id?: string };

/** The first lock for one row: may this actor see it, given what the grants say? */
export function maySee(
  ground: RecordGround,
  actor: Actor,
  row: Guarded,
  seen: Seen | undefined,
): ReturnType<typeof decide> {
  const mine = partiesOf(actor);
  if (row.id !== undefined && seen?.h?.includes(row.id)) return { allow: false, reason: 'withheld from who looks' };
  return decide(
    actor,
    {
      kind: 'see',
      facet: row.facet as Facet,
      categories: row.categories,
      ownParty: row.parties.some((party) => mine.includes(party)),
    },
    seen,
    undefined,
    ground.access,
  );
}

/**
 * The first lock for the rows of one answer. Most of them are guarded alike: each kind is decided once, and what is
 * withheld by its id is looked at one by one.
 */
export function maySeeRows(
  ground: RecordGround,
  actor: Actor,
  seenOf: (resident: string) => Seen | undefined,
): (row: StoredRow) => ReturnType<typeof decide> {
  const decided = new Map<string, ReturnType<typeof decide>>();
  return (row) => {
    const seen = seenOf(row.resident_id);
    if (seen?.h?.includes(row.id)) return maySee(ground, actor, row, seen);
    const kind = `${row.resident_id} ${row.facet} ${row.categories} ${row.parties}`;
    const known = decided.get(kind);
    if (known) return known;
    const { facet, categories, parties } = row;
    const may = maySee(ground, actor, { facet, categories, parties }, seen);
    decided.set(kind, may);
    return may;
  };
}

/**
 * What one reader gets of a text that both locks let through: a provider who has not said yes reads the request
 * without the coach's note (LAW, table: only the need); an address that is kept secret goes to who needs it only.
 */
export function textFor(actor: Actor, type: string, whole: string, seen: Seen | undefined): string {
  const text = withoutSecret(actor, type, whole, seen);
  const provides = actor.role === 'provider' || (actor.role === 'partner-system' && actor.services.length > 0);
  if (!provides || type !== 'ServiceRequest' || seen?.r.includes('supporting')) return text;
  const { note: _note, ...rest } = parseExactly(text) as Resource;
  return JSON.stringify(rest);
}

/** Who reads a BSN: who the law gives it (care providers, the resident, systems with an agreement); LAW 4. */
export function readsBsn(actor: Actor): boolean {
  if (actor.role === 'partner-system') return actor.readsBsn === true;
  return actor.role === 'practice-nurse' || actor.role === 'gp' || actor.role === 'resident' || actor.role === 'system';
}

/** Which database scope an actor reads one resident's record with. */
export function readingScope(actor: Actor): 'region' | 'resident' {
  return actor.role === 'system' ? 'region' : 'resident';
}

/** Said of what was removed, to who may know that it was (R4 3.1.0.7). */
export const GONE: Problem = {
  kind: 'gone',
  text: { nl: 'Dit gegeven is verwijderd.', en: 'This information was removed.' },
};

/** Reads the present version. Denied and absent are the same problem; the audit line is durable before this resolves. */
export async function readResource(
  ground: RecordGround,
  actor: Actor,
  type: ResourceType,
  id: string,
  door: Door,
): Promise<Result<ReadVersion>> {
  const resident = residentOf(id);
  if (!resident) return { ok: false, problem: ABSENT };
  const { rows } = await ground.pool.query({
    name: 'read',
    text: 'select * from record.read($1, $2, $3, $4, $5, $6)',
    values: [readingScope(actor), partiesOf(actor), resident, ground.clock.now(), type, id],
  });
  const present = rows[0] as (StoredRow & { readonly seen: Seen | null }) | undefined;
  const row = present ?? (await lastReceived(ground, actor, resident, type, id));
  const decision = row ? maySee(ground, actor, { ...row, id }, row.seen ?? undefined) : undefined;
  await ground.audit.write(lineOf(actor, 'opened', type, id, resident, decision, door));
  if (!row || !decision?.allow || row.deleted)
    return {
      ok: false,
      problem: row?.deleted && decision?.allow ? GONE : ABSENT,
    };
  return {
    ok: true,
    value: {
      text: textFor(
        actor,
        type,
        openRow(ground, { ...row, resident_id: resident, type, id }, readsBsn(actor)),
        row.seen ?? undefined,
      ),
      id,
      type,
      version: row.version,
      lastUpdated: row.last_updated,
    },
  };
}

/** The newest version that was received before a relation ended, where the present one came later; both locks hold. */
async function lastReceived(
  ground: RecordGround,
  actor: Actor,
  resident: string,
  type: ResourceType,
  id: string,
): Promise<(StoredRow & { readonly seen: Seen }) | undefined> {
  if (actor.role === 'system') return undefined;
  return withActor(ground, actor, { kind: 'resident', resident }, async (trx, seenBy) => {
    const seen = seenBy[resident];
    if (!seen?.u) return undefined;
    const found = (await loadHistory(trx, resident, type, id)).find((row) => maySee(ground, actor, row, seen).allow);
    return found && { ...found, seen };
  });
}

/** Reads one version, or every version (newest first), under the same locks. */
export async function readVersions(
  ground: RecordGround,
  actor: Actor,
  type: ResourceType,
  id: string,
  door: Door,
  version?: number,
): Promise<Result<readonly ReadVersion[]>> {
  const resident = residentOf(id);
  if (!resident) return { ok: false, problem: ABSENT };
  const scope = readingScope(actor);
  const read = await withActor(
    ground,
    actor,
    scope === 'region' ? { kind: 'region' } : { kind: 'resident', resident },
    async (trx, seen) => {
      const rows = await loadHistory(trx, resident, type, id);
      return { rows, seen: seen[resident] };
    },
  );
  const allowed = read.rows.filter(
    (row) => maySee(ground, actor, row, read.seen).allow && (version === undefined || row.version === version),
  );
  const decision = allowed[0] ? maySee(ground, actor, allowed[0], read.seen) : undefined;
  await ground.audit.write({
    ...lineOf(actor, 'opened', type, id, resident, decision, door),
    detail: version === undefined ? 'history' : `version ${version}`,
  });
  if (allowed.length === 0) return { ok: false, problem: ABSENT };
  if (version !== undefined && allowed[0]!.deleted) return { ok: false, problem: GONE };
  return {
    ok: true,
    value: allowed.map((row) => ({
      text: textFor(actor, type, openRow(ground, row, readsBsn(actor)), read.seen),
      id,
      type,
      version: row.version,
      lastUpdated: row.last_updated,
      ...(row.deleted ? { deleted: true as const } : {}),
    })),
  };
}

/** The audit line of a read, allowed or denied. */
export function lineOf(
  actor: Actor,
  action: 'opened' | 'searched' | 'listed',
  type: string,
  id: string | undefined,
  resident: string | undefined,
  decision: ReturnType<typeof decide> | undefined,
  door: Door,
) {
  return {
    actor,
    action,
    allowed: decision?.allow ?? false,
    resident,
    subjectType: type,
    subjectId: id,
    purpose: decision?.allow ? decision.purpose : 'none',
    ground: decision?.allow ? decision.ground : 'none',
    ...door,
  } as const;
}
