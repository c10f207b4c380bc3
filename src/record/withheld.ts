import type { Resource } from '../fhir/index.ts';
import { type Actor, type LocalDate, type Trx, ulid } from '../platform/index.ts';
import type { RecordGround } from './ground.ts';

/** HL7's own label for what is kept from the patient, family and caregivers (v3-ActCode NOPAT). */
const NOT_FOR_RESIDENT = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'NOPAT' } as const;

type Label = { readonly system?: string; readonly code?: string };
const labelsOf = (resource: Resource): readonly Label[] =>
  (resource.meta?.security as readonly Label[] | undefined) ?? [];

/** True where an entry carries the label that keeps it from its resident. */
export function isWithheld(resource: Resource): boolean {
  return labelsOf(resource).some(
    (label) => label.system === NOT_FOR_RESIDENT.system && label.code === NOT_FOR_RESIDENT.code,
  );
}

/** The same entry with or without that label. */
export function withLabel(resource: Resource, withheld: boolean): Resource {
  const others = labelsOf(resource).filter((label) => label.code !== NOT_FOR_RESIDENT.code);
  const { security: _security, ...meta } = resource.meta ?? {};
  const security = withheld ? [...others, NOT_FOR_RESIDENT] : others;
  return { ...resource, meta: { ...meta, ...(security.length > 0 ? { security } : {}) } };
}

/** One entry that is kept from its resident; nothing of what it says. */
export type Withheld = {
  readonly id: string;
  readonly resource_type: string;
  readonly resource_id: string;
  readonly case_id: string | null;
  readonly reason: string;
  readonly review: LocalDate;
  readonly at: Date;
  readonly by_name: string;
};

/** What is withheld now of one resident, as far as the context of the transaction sees it; the next to look at first. */
export async function withheldOf(trx: Trx, resident: string): Promise<readonly Withheld[]> {
  const { rows } = await trx.query<Withheld>(
    `select id, resource_type, resource_id, case_id, reason, review::text as review, at, by_name from record.withheld
     where resident_id = $1 and lifted_at is null order by review, id`,
    [resident],
  );
  return rows;
}

/** Keeps an entry from its resident, or sets a new day to look at it again; in the transaction of the act. */
export async function keepFrom(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  entry: {
    readonly resident: string;
    readonly type: string;
    readonly id: string;
    readonly caseId: string | undefined;
    readonly reason: string;
    readonly review: LocalDate;
  },
): Promise<void> {
  await trx.query(
    `insert into record.withheld (resident_id, id, resource_type, resource_id, case_id, reason, review, at, by_person, by_name, organisation)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (resident_id, resource_type, resource_id) where lifted_at is null
     do update set reason = excluded.reason, review = excluded.review`,
    [
      entry.resident,
      ulid(ground.clock),
      entry.type,
      entry.id,
      entry.caseId ?? null,
      entry.reason,
      entry.review,
      ground.clock.now(),
      actor.person,
      actor.name,
      actor.organisation,
    ],
  );
}

/** Shows an entry to its resident again; false where it was not withheld. */
export async function letThrough(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  entry: { readonly resident: string; readonly type: string; readonly id: string },
): Promise<boolean> {
  const { rowCount } = await trx.query(
    `update record.withheld set lifted_at = $4, lifted_by = $5
     where resident_id = $1 and resource_type = $2 and resource_id = $3 and lifted_at is null`,
    [entry.resident, entry.type, entry.id, ground.clock.now(), actor.name],
  );
  return (rowCount ?? 0) > 0;
}
