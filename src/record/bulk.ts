import { type Resource, typeRow } from '../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  isResidentId,
  type Problem,
  Refusal,
  type Trx,
  withActor,
} from '../platform/index.ts';
import { claimAll, insertAll, type Kept, markDelivered } from './bulk-statements.ts';
import { decideWrite } from './doors.ts';
import type { RecordGround } from './ground.ts';
import { MAY_EXIST } from './identity.ts';
import { createInside } from './write.ts';

/** How a load of Patients went. `present`: who was there already, left as they are; `refused`: who was not written, and why. */
export type Loaded = {
  readonly created: number;
  readonly present: number;
  readonly refused: readonly { readonly id: string; readonly problem: Problem }[];
};

/** A Patient with the resident id it is to have. */
export type PatientToLoad = Resource & { readonly id: string };

/** How many Patients one transaction holds. */
export const BATCH = 500;

/**
 * Registers many Patients under ids of their own, a batch to a transaction: what is committed stays when a later batch
 * fails, and the same load again goes on where it stopped. Each passes the single path whole (ports, validation,
 * BSN sealed and claimed, index, timeline, event, audit); only the statements are gathered and sent as sets.
 * Events are written as delivered: a load is agreed upon, and nobody is told of it once for each person.
 * Only a system registers so many; any other actor is refused (ABSENT).
 */
export async function createManyPatients(
  ground: RecordGround,
  actor: Actor,
  patients: Iterable<PatientToLoad>,
  door: Door,
): Promise<Loaded> {
  const decision = decideWrite(ground, actor, typeRow('Patient').create, undefined);
  if (!decision.allow || actor.role !== 'system') throw new Refusal(ABSENT);
  const why = { purpose: decision.purpose, ground: decision.ground };
  let loaded: Loaded = { created: 0, present: 0, refused: [] };
  let batch: PatientToLoad[] = [];
  const send = async () => {
    const one = await loadBatch(ground, actor, batch, why, door);
    loaded = {
      created: loaded.created + one.created,
      present: loaded.present + one.present,
      refused: [...loaded.refused, ...one.refused],
    };
    batch = [];
  };
  for (const patient of patients) {
    batch.push(patient);
    if (batch.length === BATCH) await send();
  }
  if (batch.length > 0) await send();
  return loaded;
}

async function loadBatch(
  ground: RecordGround,
  actor: Actor,
  patients: readonly PatientToLoad[],
  why: { readonly purpose: string; readonly ground: string },
  door: Door,
): Promise<Loaded> {
  return withActor(ground, actor, { kind: 'region' }, async (trx) => {
    const known = await presentOf(trx, patients);
    const gathered = gather(trx, ground.clock.now());
    const refused: { id: string; problem: Problem }[] = [];
    let asked = 0;
    for (const patient of patients) {
      if (known.has(patient.id)) continue;
      known.add(patient.id);
      asked += 1;
      const problem = isResidentId(patient.id)
        ? await gathered.add(patient.id, () =>
            createInside(ground, gathered.trx, actor, { resource: patient, resident: patient.id, ...why }, door),
          )
        : { kind: 'invalid' as const, text: 'A resident id is a UUID.' };
      if (problem) refused.push({ id: patient.id, problem });
    }
    await gathered.send();
    refused.push(...gathered.taken().map((id) => ({ id, problem: MAY_EXIST })));
    return { created: asked - refused.length, present: patients.length - asked, refused };
  });
}

async function presentOf(trx: Trx, patients: readonly PatientToLoad[]): Promise<Set<string>> {
  const { rows } = await trx.query<{ resident_id: string }>(
    'select resident_id from record.resident where resident_id = any ($1::uuid[])',
    [patients.map(({ id }) => id).filter(isResidentId)],
  );
  return new Set(rows.map((row) => row.resident_id));
}

/**
 * A transaction that keeps back the four statements every Patient causes and sends them together. Anything else
 * that a port asks goes through at once, after what was kept, so that it finds what the single path would have written.
 */
function gather(trx: Trx, since: Date) {
  let waiting = new Map<string, Kept>();
  let present = '';
  const taken = new Set<string>();
  const through = new Set<string>();

  const send = async (): Promise<void> => {
    const residents = waiting;
    waiting = new Map();
    for (const resident of await claimAll(trx, residents)) {
      residents.delete(resident);
      taken.add(resident);
    }
    await insertAll(trx, residents, since);
    if (taken.has(present)) throw new Refusal(MAY_EXIST);
  };
  const query = async (asked: { readonly name?: string; readonly values?: readonly unknown[] }, values?: unknown) => {
    const kept = waiting.get(present);
    const given = asked.values ?? [];
    if (kept && asked.name === 'claim') {
      kept.claims.push(given);
      return { rows: [{ mine: true }], rowCount: 1 };
    }
    if (kept && asked.name === 'insert-whole') kept.resources.push(given);
    else if (kept && asked.name === 'follow-patient') kept.persons.push(given);
    else if (kept && asked.name === 'give') kept.grants.push(given);
    else {
      through.add(present);
      await send();
      return trx.query(asked as never, values as never);
    }
    return { rows: [], rowCount: 1 };
  };
  return {
    trx: { query } as unknown as Trx,
    /** Runs the single path for one resident; the problem when it refuses. */
    add: async (resident: string, work: () => Promise<unknown>): Promise<Problem | undefined> => {
      present = resident;
      waiting.set(resident, { claims: [], resources: [], persons: [], grants: [] });
      try {
        await work();
        return undefined;
      } catch (error) {
        // What was sent already cannot be taken back apart from the others of this batch.
        if (!(error instanceof Refusal) || !(waiting.has(resident) || taken.has(resident))) throw error;
        waiting.delete(resident);
        return taken.has(resident) ? undefined : error.problem;
      } finally {
        present = '';
      }
    },
    send: async (): Promise<void> => {
      await send();
      if (through.size > 0) await markDelivered(trx, [...through], since);
    },
    /** Whose BSN somebody else holds. */
    taken: (): readonly string[] => [...taken],
  };
}
