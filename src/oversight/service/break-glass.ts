import {
  ABSENT,
  type Actor,
  auditInside,
  type Door,
  dueDate,
  grantFacets,
  localDate,
  NOBODY,
  ok,
  Refusal,
  type Result,
  residentOf,
  startOfLocalDay,
  systemActor,
  type Trx,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { alongWith, guarded } from '../../record/index.ts';
import { type OversightGround, rulesOf } from '../ground.ts';
import type { GlassOutcome, GlassReason } from '../model/break-glass.ts';
import { type BreakGlass, glassesIn, insertGlass, loadGlass, presentGlass, reviewed } from '../store/break-glass.ts';
import { addNotice } from '../store/notices.ts';
import { onDuty } from './duty.ts';
import { type FullIdentity, findForCertain } from './find.ts';
import { type Overview, readOverview } from './overview.ts';
import { refuseWith } from './refusals.ts';

/** What is read in need, in this order: first what harms when it is not known. */
const EMERGENCY_TYPES = [
  'Patient',
  'AllergyIntolerance',
  'MedicationStatement',
  'Condition',
  'ServiceRequest',
  'Communication',
  'Appointment',
  'QuestionnaireResponse',
  'Observation',
  'Goal',
] as const;

const lookingInNeed = (actor: Actor): Actor => ({ ...actor, mode: 'emergency' });
const key = (glass: { readonly resident: string; readonly id: string }) =>
  `${glass.resident.replaceAll('-', '')}-${glass.id}`;

/** Who, and why it cannot wait. */
export type Emergency = { readonly identity: FullIdentity; readonly reason: GlassReason; readonly said: string };

/**
 * Opens, for a while, what treating care needs of one resident (LAW 6). The answer is the same as long as it is not
 * certain who it is, whatever there is. The resident is told, and the privacy officer has it to review. Gives the key
 * of the page; somebody who has access already gets that one.
 */
export async function breakGlass(
  ground: OversightGround,
  actor: Actor,
  emergency: Emergency,
  door: Door,
): Promise<Result<string>> {
  const why = { act: 'break-glass', purpose: 'emergency' } as const;
  const found = await findForCertain(ground, actor, emergency.identity, why, door);
  if (!found.ok) return found;
  const resident = found.value;
  return guarded(ground, actor, 'BreakGlass', undefined, resident ?? NOBODY, door, async () => {
    if (!resident) return refuseWith('nobody-certain', 'unprocessable');
    return withActor(ground, actor, { kind: 'act', resident, opens: true }, (trx) =>
      openInside(ground, trx, actor, resident, emergency, door),
    );
  });
}

async function openInside(
  ground: OversightGround,
  trx: Trx,
  actor: Actor,
  resident: string,
  emergency: Emergency,
  door: Door,
): Promise<string> {
  const at = ground.clock.now();
  const rules = rulesOf(ground).breakGlass;
  const present = await presentGlass(ground.keys, trx, resident, actor.person, at);
  if (present) return key(present);
  const { rows } = await trx.query<{ times: number }>('select oversight.glass_broken($1, $2) as times', [
    actor.person,
    startOfLocalDay(localDate(at)),
  ]);
  if ((rows[0]?.times ?? 0) >= rules.perDay) refuseWith('too-many-today', 'too-many');
  const id = ulid(ground.clock);
  const until = new Date(at.getTime() + rules.hours * 3_600_000);
  await insertGlass(ground.keys, trx, {
    resident,
    id,
    at,
    person: actor.person,
    personName: actor.name,
    role: actor.role,
    organisation: actor.organisation,
    reason: emergency.reason,
    said: emergency.said,
    until,
    reviewBy: dueDate({ start: at, norm: rules.reviewWithin, holidays: ground.definitions.holidays }),
  });
  const { whole, own, purpose } = grantFacets('emergency', ground.access);
  for (const one of [resident, ...(await alongWith(trx, resident))]) {
    await trx.query('select platform.give($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
      one,
      ulid(ground.clock),
      `${actor.person}#emergency`,
      'emergency',
      rules.categories,
      whole,
      own,
      purpose,
      id,
      at,
      until,
    ]);
    await auditInside(trx, ground.clock, {
      actor,
      action: 'acted',
      allowed: true,
      resident: one,
      subjectType: 'BreakGlass',
      subjectId: id,
      purpose,
      ground: groundOf(ground, actor),
      detail: `break-glass: ${emergency.reason}`,
      ...door,
    });
  }
  await addNotice(ground, trx, { resident, kind: 'break-glass', about: id });
  return key({ resident, id });
}

const groundOf = (ground: OversightGround, actor: Actor): string =>
  ground.access.find((row) => row.role === actor.role && row.relation === 'emergency')?.ground ?? 'none';

/** What emergency access shows, as long as it lasts; to the one person who asked for it. */
export async function readInNeed(
  ground: OversightGround,
  actor: Actor,
  glassKey: string,
  door: Door,
): Promise<Result<{ readonly overview: Overview; readonly until: Date }>> {
  const resident = residentOf(glassKey);
  if (!resident) return { ok: false, problem: ABSENT };
  const looking = lookingInNeed(actor);
  const present = await withActor(ground, looking, { kind: 'resident', resident }, async (trx) => {
    const { rows } = await trx.query<{ until: Date; reason: GlassReason }>(
      'select until, reason from oversight.present_glass($1, $2, $3)',
      [resident, actor.person, ground.clock.now()],
    );
    return rows[0];
  });
  // Why it could not wait goes along into the log, where the resident reads it.
  const detail = present ? `break-glass: ${present.reason}` : 'break-glass';
  const read = await readOverview(ground, looking, { resident, types: EMERGENCY_TYPES, detail, messages: false }, door);
  if (!read.ok) return read;
  return present ? ok({ overview: read.value, until: present.until }) : { ok: false, problem: ABSENT };
}

/** Ends what has run out, so that the database keeps it shut as well; gives how many. */
export async function endEmergencies(ground: OversightGround): Promise<number> {
  const system = systemActor('oversight');
  const due = await withActor(ground, system, { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query<{ resident_id: string; relation: string; source: string }>(
      `select resident_id, relation, source from platform."grant"
       where relation in ('emergency', 'request') and closed_at is null and until <= $1 limit 500`,
      [ground.clock.now()],
    );
    return rows;
  });
  for (const { resident_id: resident, relation, source } of due)
    await withActor(ground, system, { kind: 'act', resident }, async (trx) => {
      const at = ground.clock.now();
      await trx.query(
        'update oversight.break_glass set closed_at = $3 where resident_id = $1 and id = $2 and closed_at is null',
        [resident, source, at],
      );
      // What such a grant had shown stays nobody's: it ends as one that opens nothing any more.
      const closing = [resident, relation, source, at, 'entered-in-error'];
      await trx.query('select platform.close_grants($1, null, $2, $3, $4, $5)', closing);
    });
  return due.length;
}

/** What the officer still has to review, by its last day; or what was reviewed. */
export function listGlasses(
  ground: OversightGround,
  actor: Actor,
  which: 'open' | 'closed',
  door: Door,
): Promise<Result<readonly BreakGlass[]>> {
  return onDuty(ground, actor, { action: 'listed', subject: { type: 'BreakGlass' } }, door, (trx) =>
    glassesIn(ground.keys, trx, which),
  );
}

/** One time, for review. */
export function openGlass(
  ground: OversightGround,
  actor: Actor,
  glassKey: string,
  door: Door,
): Promise<Result<BreakGlass>> {
  const resident = residentOf(glassKey);
  const subject = { type: 'BreakGlass', id: glassKey, resident };
  return onDuty(ground, actor, { action: 'opened', subject }, door, async (trx) => {
    const glass = resident && (await loadGlass(ground.keys, trx, resident, glassKey.slice(33)));
    if (!glass) throw new Refusal(ABSENT);
    return glass;
  });
}

/** The officer's finding, once. */
export function reviewGlass(
  ground: OversightGround,
  actor: Actor,
  glassKey: string,
  review: { readonly outcome: GlassOutcome; readonly note: string },
  door: Door,
): Promise<Result<void>> {
  const resident = residentOf(glassKey);
  const subject = { type: 'BreakGlass', id: glassKey, resident, detail: `review: ${review.outcome}` };
  return onDuty(ground, actor, { action: 'acted', subject }, door, async (trx) => {
    const glass = resident && (await loadGlass(ground.keys, trx, resident, glassKey.slice(33), true));
    if (!glass) throw new Refusal(ABSENT);
    if (glass.reviewedAt) refuseWith('reviewed');
    await reviewed(ground.keys, trx, glass, { ...review, at: ground.clock.now(), by: actor.name });
  });
}

export { key as glassKey };
