import type { Resource } from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Decision,
  type Door,
  decide,
  ok,
  type Result,
  withActor,
} from '../../platform/index.ts';
import { loadOfPerson, madeOrder, maySee, openRow, recordsIn } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';

/** One time that somebody opened something of a resident's record. */
export type Look = {
  readonly id: string;
  readonly at: Date;
  readonly person_name: string;
  readonly role: string;
  readonly organisation: string;
  readonly subject_type: string;
  readonly purpose: string;
};

const LOOKS = 25;

/**
 * Who opened what of the record of the resident who asks, newest first, from a key on (LAW 13: seen in a list is not
 * shown here). Left out: the resident's own looks, and what
 * Omzien itself does to keep things running; a system of a partner is shown.
 */
export async function whoLooked(
  ground: PathwayGround,
  actor: Actor,
  after: string | undefined,
  door: Door,
): Promise<Result<{ readonly looks: readonly Look[]; readonly next: string | undefined }>> {
  const resident = actor.residentId;
  if (!resident || actor.role !== 'resident') return { ok: false, problem: ABSENT };
  const read = await withActor(ground, actor, { kind: 'resident', resident }, async (trx, seen) => {
    const may = maySee(ground, actor, { facet: 'trail', categories: [], parties: [] }, seen[resident]);
    const records = recordsIn(seen, resident);
    if (!may.allow) return { may, records, rows: [] as readonly Look[] };
    const { rows } = await trx.query<Look>(
      `select id, at, person_name, role, organisation, subject_type,
         case when purpose = 'emergency' and detail like 'break-glass: %' then 'emergency-' || substr(detail, 14) else purpose end as purpose
       from platform.audit
       where resident_id = any ($1::uuid[]) and action = 'opened' and allowed and role <> 'resident' and person not like 'Device/omzien-%' and ($2::text is null or id < $2)
       order by id desc limit $3`,
      [records, after ?? null, LOOKS + 1],
    );
    return { may, records, rows };
  });
  await leave(ground, actor, read.records, 'AuditEvent', read.may, door);
  if (!read.may.allow) return { ok: false, problem: ABSENT };
  const looks = read.rows.slice(0, LOOKS);
  return ok({ looks, next: read.rows.length > LOOKS ? looks.at(-1)?.id : undefined });
}

/** Every agreement of the resident who asks, in all their records, newest first. */
export async function ownConsents(
  ground: PathwayGround,
  actor: Actor,
  door: Door,
): Promise<Result<readonly Resource[]>> {
  const resident = actor.residentId;
  if (!resident || actor.role !== 'resident') return { ok: false, problem: ABSENT };
  const read = await withActor(ground, actor, { kind: 'resident', resident }, async (trx, seen) => {
    const records = recordsIn(seen, resident);
    const rows = await loadOfPerson(trx, records, ['Consent']);
    return {
      may: decide(
        actor,
        { kind: 'see', facet: 'consent', categories: [], ownParty: true },
        seen[resident],
        undefined,
        ground.access,
      ),
      records,
      rows: rows.filter((row) => maySee(ground, actor, row, seen[row.resident_id]).allow).toSorted(madeOrder),
    };
  });
  await leave(ground, actor, read.records, 'Consent', read.may, door);
  if (!read.may.allow) return { ok: false, problem: ABSENT };
  return ok(read.rows.toReversed().map((row) => JSON.parse(openRow(ground, row, false)) as Resource));
}

/** A reading of one person leaves its line in the log of each of their records. */
export async function leave(
  ground: PathwayGround,
  actor: Actor,
  records: readonly string[],
  subjectType: string,
  may: Decision,
  door: Door,
): Promise<void> {
  const line = {
    actor,
    action: 'opened',
    allowed: may.allow,
    subjectType,
    purpose: may.allow ? may.purpose : 'none',
    ground: may.allow ? may.ground : 'none',
    ...door,
  } as const;
  await Promise.all(records.map((resident) => ground.audit.write({ ...line, resident })));
}
