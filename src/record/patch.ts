import { isDeepStrictEqual } from 'node:util';
import { type Patch, patched, type Resource, type ResourceType, typeRow } from '../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  type Problem,
  Refusal,
  type Result,
  residentOf,
  withActor,
} from '../platform/index.ts';
import { decideWrite, guarded, updateDecided } from './doors.ts';
import type { RecordGround } from './ground.ts';
import { GONE, maySee, readsBsn, textFor } from './read.ts';
import { loadPresent } from './store.ts';
import { openRow, type Written } from './write.ts';

/**
 * Writes the next version as a patch makes it of the present one (R4 3.1.0.6), through the same ports as an update; the
 * resident is held meanwhile, so that nothing is written between.
 */
export async function patchResource(
  ground: RecordGround,
  actor: Actor,
  type: ResourceType,
  id: string,
  patch: Patch,
  ifMatch: number | undefined,
  door: Door,
): Promise<Result<Written>> {
  const resident = residentOf(id);
  if (!resident) return { ok: false, problem: ABSENT };
  return guarded(ground, actor, type, id, resident, door, () =>
    withActor(ground, actor, { kind: 'act', resident }, async (trx, seenBy) => {
      const seen = seenBy[resident];
      const row = await loadPresent(trx, resident, type, id, true);
      if (!row || !maySee(ground, actor, row, seen).allow) throw new Refusal(ABSENT);
      if (!decideWrite(ground, actor, typeRow(type).update, seen).allow) throw new Refusal(ABSENT);
      if (row.deleted) throw new Refusal(GONE);
      const whole = openRow(ground, row, true);
      // A patch counts in what its sender read; of what is kept from them it would count wrong, or ask.
      if (textFor(actor, type, openRow(ground, row, readsBsn(actor)), seen) !== whole) throw new Refusal(IN_PART);
      const sent = patched(type, whole, patch);
      if (!sent.ok) throw new Refusal(sent.problem);
      const problem = stays(JSON.parse(whole) as Resource, sent.value.resource);
      if (problem) throw new Refusal(problem);
      return updateDecided(ground, trx, actor, type, id, sent.value, seen, ifMatch, door);
    }),
  );
}

const IN_PART: Problem = {
  kind: 'forbidden',
  text: 'You read this in part, so that a patch would not fit what you have. Use the pages of Omzien for this change.',
};

/** What a patch leaves as it is: the id, and the link by which records of one person are merged. */
function stays(before: Resource, after: Resource): Problem | undefined {
  if (after.id !== before.id)
    return {
      kind: 'invalid',
      text: 'A patch keeps the id.',
      at: [{ place: `${before.resourceType}.id`, text: 'Stays' }],
    };
  if (before.resourceType === 'Patient' && !isDeepStrictEqual(before.link, after.link))
    return {
      kind: 'unprocessable',
      text: 'Records are merged, or taken apart, by an update (PUT) of the Patient.',
      at: [{ place: 'Patient.link', text: 'Not by a patch', code: 'not-supported' }],
    };
  return undefined;
}
