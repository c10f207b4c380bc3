import {
  type Condition,
  isBsnSystem,
  type ReadVersion,
  type ResourceType,
  type Sent,
  typeRow,
} from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  auditInside,
  type Door,
  decide,
  fail,
  newResidentId,
  ok,
  type Problem,
  Refusal,
  type Result,
  type Seen,
  type Trx,
  withActor,
} from '../../platform/index.ts';
import {
  createDecided,
  createResource,
  decideWrite,
  guarded,
  mayOpen,
  missingSubject,
  subjectOf,
  updateResource,
} from '../doors.ts';
import type { RecordGround } from '../ground.ts';
import { MAY_EXIST } from '../identity.ts';
import { lineOf, maySee, readsBsn, textFor } from '../read.ts';
import { bsnAsked } from '../search/conditions.ts';
import { type Elsewhere, searchResources } from '../search/search.ts';
import type { StoredRow } from '../store.ts';
import { openRow, type Written } from '../write.ts';
import { findOne, fitting, prepare } from './find.ts';

/** What a conditional write did: what is there now, and whether it was made, changed, or there already. */
export type Outcome = { readonly did: 'created' | 'updated' | 'found'; readonly version: ReadVersion };

/**
 * Creates a resource unless one fits the condition already (R4 3.1.0.8.1): then that one is given and nothing is
 * written. Looked for and created in one transaction that holds the resident, so that two at once make one.
 */
export async function createUnless(
  ground: RecordGround,
  actor: Actor,
  type: ResourceType,
  sent: Sent,
  condition: Condition,
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<Outcome>> {
  if (type === 'Patient' && bsnAsked(condition.search, isBsnSystem))
    return registerUnlessKnown(ground, actor, sent, condition, door, elsewhere);
  const ready = await prepare(ground, actor, condition, door, elsewhere);
  if (!ready.ok) return ready;
  const resident = type === 'Patient' ? newResidentId() : subjectOf(type, sent.resource);
  if (!resident) return missingSubject(type);
  const opens = mayOpen(ground, actor, type);
  return guarded(ground, actor, type, undefined, resident, door, () =>
    withActor(ground, actor, { kind: 'act', resident, opens }, async (trx, seenBy): Promise<Outcome> => {
      const seen = seenBy[resident];
      // Who may not create learns nothing of what is there.
      if (!decideWrite(ground, actor, typeRow(type).create, seen).allow) throw new Refusal(ABSENT);
      const found = await fitting(ground, trx, actor, ready.value, resident, seen, door);
      if (found) return { did: 'found', version: await shown(ground, trx, actor, found, seen, door) };
      const made = await createDecided(ground, trx, actor, type, sent, resident, seen, door);
      return { did: 'created', version: versionOf(type, made) };
    }),
  );
}

/** As above by BSN, which is a look-up (LAW 5): of who is there already, who has no relation sees no more than that shows. */
async function registerUnlessKnown(
  ground: RecordGround,
  actor: Actor,
  sent: Sent,
  condition: Condition,
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<Outcome>> {
  const may = decide(actor, { kind: 'do', act: 'look-up' }, undefined, undefined, ground.access).allow;
  const look = async () =>
    may ? searchResources(ground, actor, condition.search, door, elsewhere) : ok({ entries: [], next: undefined });
  const before = await look();
  if (!before.ok) return before;
  if (before.value.entries[0]) return ok({ did: 'found', version: before.value.entries[0] });
  const made = await createResource(ground, actor, 'Patient', sent, door);
  if (made.ok) return ok({ did: 'created', version: versionOf('Patient', made.value) });
  if (made.problem !== MAY_EXIST) return made;
  // Somebody else was first: the BSN is claimed once.
  const since = await look();
  return since.ok && since.value.entries[0] ? ok({ did: 'found', version: since.value.entries[0] }) : made;
}

/** Changes the one resource that fits the condition, or creates it where none does (R4 3.1.0.4.3). */
export async function updateFitting(
  ground: RecordGround,
  actor: Actor,
  type: ResourceType,
  sent: Sent,
  condition: Condition,
  ifMatch: number | undefined,
  door: Door,
  elsewhere: Elsewhere,
): Promise<Result<Outcome>> {
  const found = await findOne(ground, actor, condition, door, elsewhere);
  if (!found.ok) return found;
  const update = async (id: string): Promise<Result<Outcome>> => {
    const made = await updateResource(ground, actor, type, id, sent, ifMatch, door);
    return made.ok ? ok({ did: 'updated', version: versionOf(type, made.value) }) : made;
  };
  if (found.value !== undefined) return update(found.value.id);
  const refused = idsAreOurs(type, sent, ifMatch);
  if (refused) return refused;
  const made = await createUnless(ground, actor, type, sent, condition, door, elsewhere);
  return made.ok && made.value.did === 'found' ? update(made.value.version.id) : made;
}

/** Nothing fits: an id of the sender's own would have to be taken over (updateCreate), and a version cannot be matched. */
export function idsAreOurs(
  type: ResourceType,
  sent: Sent,
  ifMatch: number | undefined,
): { readonly ok: false; readonly problem: Problem } | undefined {
  if (ifMatch !== undefined)
    return fail('stale', 'Nothing fits this condition, so that no version of it can be matched.');
  if (sent.resource.id === undefined) return undefined;
  return fail(
    'invalid',
    'Nothing fits this condition, and this server gives ids itself. Leave the id out to create it.',
    [{ place: `${type}.id`, text: 'Leave out to create' }],
  );
}

async function shown(
  ground: RecordGround,
  trx: Trx,
  actor: Actor,
  row: StoredRow,
  seen: Seen | undefined,
  door: Door,
): Promise<ReadVersion> {
  const type = row.type as ResourceType;
  await auditInside(trx, ground.clock, {
    ...lineOf(actor, 'opened', type, row.id, row.resident_id, maySee(ground, actor, row, seen), door),
    detail: 'found by a condition',
  });
  return {
    text: textFor(actor, type, openRow(ground, row, readsBsn(actor)), seen),
    id: row.id,
    type,
    version: row.version,
    lastUpdated: row.last_updated,
  };
}

const versionOf = (type: ResourceType, { id, version, lastUpdated, text }: Written): ReadVersion => ({
  id,
  type,
  version,
  lastUpdated,
  text,
});
