import { type Resource, type ResourceType, type Sent, typeRow } from '../fhir/index.ts';
import {
  ABSENT,
  type Act,
  type Actor,
  type Door,
  decide,
  fail,
  isResidentId,
  newResidentId,
  type Problem,
  Refusal,
  type Result,
  residentOf,
  type Seen,
  type Trx,
  withActor,
} from '../platform/index.ts';
import type { RecordGround } from './ground.ts';
import { replacedBy } from './merge.ts';
import { GONE, lineOf, maySee } from './read.ts';
import { loadPresent } from './store.ts';
import { createInside, updateInside, type Written } from './write.ts';

/** Acts that themselves begin a relation with a resident. */
const OPENING: readonly Act[] = ['register', 'refer'];

/** The resident a resource is about, by its subject element. */
export function subjectOf(type: ResourceType, resource: Resource): string | undefined {
  const element = typeRow(type).subject;
  if (!element) return undefined;
  const value = resource[element] as unknown;
  const items = (Array.isArray(value) ? value : [value]) as { reference?: string; actor?: { reference?: string } }[];
  for (const item of items) {
    const reference = item?.reference ?? item?.actor?.reference;
    const match = reference && /^Patient\/([0-9a-f-]{36})$/.exec(reference);
    if (match && isResidentId(match[1]!)) return match[1];
    const other = reference && /^[A-Za-z]+\/([0-9a-f]{32}-[0-9a-z]{26})$/.exec(reference);
    if (element === 'target' && other) return residentOf(other[1]!);
  }
  return undefined;
}

/** The decision for a write through a door, by the acts the type asks; any of them suffices. */
export function decideWrite(
  ground: RecordGround,
  actor: Actor,
  acts: readonly Act[],
  seen: Seen | undefined,
): ReturnType<typeof decide> {
  let denied: ReturnType<typeof decide> = { allow: false, reason: 'written by nobody' };
  for (const act of acts) {
    const decision = decide(actor, { kind: 'do', act }, seen, undefined, ground.access);
    if (decision.allow) return decision;
    denied = decision;
  }
  return denied;
}

/** Creates a resource through a door: decided, checked, stored, audited, with its event and read models, in one transaction. */
export async function createResource(
  ground: RecordGround,
  actor: Actor,
  type: ResourceType,
  sent: Sent,
  door: Door,
): Promise<Result<Written>> {
  const resident = type === 'Patient' ? newResidentId() : subjectOf(type, sent.resource);
  if (!resident) return missingSubject(type);
  return guarded(ground, actor, type, undefined, resident, door, () =>
    withActor(ground, actor, { kind: 'act', resident, opens: mayOpen(ground, actor, type) }, (trx, seen) =>
      createDecided(ground, trx, actor, type, sent, resident, seen[resident], door),
    ),
  );
}

/** As `createResource`, inside an open transaction. */
export async function createDecided(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  type: ResourceType,
  sent: Sent,
  resident: string,
  seen: Seen | undefined,
  door: Door,
  id?: string,
): Promise<Written> {
  const decision = decideWrite(ground, actor, typeRow(type).create, seen);
  if (!decision.allow) throw new Refusal(ABSENT);
  if (type === 'Patient')
    await trx.query('insert into record.resident (resident_id, since) values ($1, $2)', [resident, ground.clock.now()]);
  return createInside(
    ground,
    trx,
    actor,
    {
      resource: sent.resource,
      text: sent.text,
      resident,
      purpose: decision.purpose,
      ground: decision.ground,
      ...(id ? { id } : {}),
    },
    door,
  );
}

/** Writes the next version through a door. `ifMatch` is the version the sender saw. */
export async function updateResource(
  ground: RecordGround,
  actor: Actor,
  type: ResourceType,
  id: string,
  sent: Sent,
  ifMatch: number | undefined,
  door: Door,
): Promise<Result<Written>> {
  const resident = residentOf(id);
  if (!resident) return { ok: false, problem: ABSENT };
  if (sent.resource.id !== undefined && sent.resource.id !== id)
    return fail('invalid', `The id in the body (${sent.resource.id}) is not the one in the address.`, [
      { place: `${type}.id`, text: 'Differs from the address' },
    ]);
  const also =
    type === 'Patient' && actor.role === 'system' ? await linkedTo(ground, resident, sent.resource) : undefined;
  return guarded(ground, actor, type, id, resident, door, () =>
    withActor(ground, actor, { kind: 'act', resident, also }, (trx, seen) =>
      updateDecided(ground, trx, actor, type, id, sent, seen[resident], ifMatch, door),
    ),
  );
}

/** The other record that this write merges with, or takes apart from: both are locked, in one order. */
async function linkedTo(ground: RecordGround, resident: string, patient: Resource): Promise<string | undefined> {
  const asked = replacedBy(patient);
  if (asked && asked !== resident && isResidentId(asked)) return asked;
  const { rows } = await ground.pool.query<{ survivor: string }>('select record.survivor_of($1) as survivor', [
    resident,
  ]);
  return rows[0]?.survivor === resident ? undefined : rows[0]?.survivor;
}

/** As `updateResource`, inside an open transaction. */
export async function updateDecided(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  type: ResourceType,
  id: string,
  sent: Sent,
  seen: Seen | undefined,
  ifMatch: number | undefined,
  door: Door,
): Promise<Written> {
  const resident = residentOf(id)!;
  const row = await loadPresent(trx, resident, type, id);
  if (!row || !maySee(ground, actor, row, seen).allow) throw new Refusal(ABSENT);
  const decision = decideWrite(ground, actor, typeRow(type).update, seen);
  if (!decision.allow) throw new Refusal(ABSENT);
  if (row.deleted) throw new Refusal(GONE);
  if (type !== 'Patient' && subjectOf(type, sent.resource) !== resident)
    throw new Refusal({
      kind: 'unprocessable',
      text: 'A resource stays with its resident; the subject cannot change.',
      at: [{ place: `${type}.${typeRow(type).subject}`, text: 'Must stay the same' }],
    });
  return updateInside(
    ground,
    trx,
    actor,
    { resource: sent.resource, text: sent.text, resident, id, purpose: decision.purpose, ground: decision.ground },
    door,
    ifMatch,
  );
}

/** Whether creating this type may itself begin a relation, for this actor. */
export function mayOpen(ground: RecordGround, actor: Actor, type: ResourceType): boolean {
  return typeRow(type).create.some(
    (act) => OPENING.includes(act) && decide(actor, { kind: 'do', act }, undefined, undefined, ground.access).allow,
  );
}

/** Said where a resource of a resident names none. */
export function missingSubject(type: ResourceType): { readonly ok: false; readonly problem: Problem } {
  const element = typeRow(type).subject ?? 'subject';
  return fail(
    'unprocessable',
    `A ${type} here is about one resident: give ${element} a reference such as Patient/<id>.`,
    [{ place: `${type}.${element}`, text: 'Missing, or not a Patient of this server', code: 'required' }],
  );
}

/** Turns a Refusal into a value, and records a denial in a transaction of its own. */
export async function guarded<T>(
  ground: RecordGround,
  actor: Actor,
  type: string,
  id: string | undefined,
  resident: string,
  door: Door,
  work: () => Promise<T>,
  action: 'created' | 'updated' | 'deleted' = id ? 'updated' : 'created',
): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const problem = error instanceof Refusal ? error.problem : problemOfDatabase(error);
    if (!problem) throw error;
    if (problem.kind === 'absent' || problem.kind === 'forbidden')
      await ground.audit.write({
        ...lineOf(actor, 'opened', type, id, resident, { allow: false, reason: 'denied' }, door),
        action,
      });
    return { ok: false, problem };
  }
}

/** Errors of the database that a sender can mend, recognised by SQLSTATE. */
function problemOfDatabase(error: unknown): Problem | undefined {
  const code = (error as { code?: string }).code;
  if (code === '23503') return ABSENT;
  if (code === '23505')
    return { kind: 'conflict', text: { nl: 'Dit is al vastgelegd.', en: 'This has been recorded already.' } };
  if (code === '40001' || code === '40P01')
    return {
      kind: 'conflict',
      text: {
        nl: 'Iemand anders was net iets eerder. Probeer het opnieuw.',
        en: 'Somebody else was just a little earlier. Try again.',
      },
    };
  return undefined;
}
