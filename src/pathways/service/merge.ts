import type { Resource } from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  decide,
  Refusal,
  type Result,
  type Trx,
  withActor,
} from '../../platform/index.ts';
import { guarded, mergedWith, updateInside, withLink } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { thePatient } from './death.ts';
import { auditAct, refuse, theCase, type Why } from './perform.ts';

/** A record, by a case in it that who acts has a relation with. */
export type OfRecord = { readonly resident: string; readonly caseId: string };

/**
 * Two records turn out to be of one person: one goes on in the other. For who has a relation with both and checked the
 * document. Nothing moves: both are read together from now on, and `unmergeRecords` makes them two again.
 */
export async function mergeRecords(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly ends: OfRecord; readonly goesOn: OfRecord; readonly checked: boolean },
  door: Door,
): Promise<Result<{ readonly survivor: string }>> {
  const { ends, goesOn } = what;
  return onBoth(ground, actor, ends, goesOn, door, async (trx, why) => {
    if (!what.checked)
      refuse(
        'unprocessable',
        { nl: 'Kijk eerst het document van de inwoner na.', en: 'First check the resident’s document.' },
        'checked',
      );
    const patient = await thePatient(ground, trx, ends.resident);
    const resource = { ...withLink(patient, 'replaced-by', goesOn.resident, true), active: false } as Resource;
    await updateInside(ground, trx, actor, { resource, resident: ends.resident, id: ends.resident, ...why }, door);
    for (const one of [ends, goesOn])
      await auditAct(ground, trx, actor, one.resident, why, door, {
        type: 'Patient',
        id: one.resident,
        detail: one === ends ? 'merged into another record' : 'another record merged into this one',
      });
    return { survivor: goesOn.resident };
  });
}

/** The two records are of two people after all: each is again what it was. What was written meanwhile stays where it is. */
export async function unmergeRecords(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly one: OfRecord; readonly other: OfRecord },
  door: Door,
): Promise<Result<{ readonly resident: string }>> {
  return onBoth(ground, actor, what.one, what.other, door, async (trx, why) => {
    const merged = (await mergedWith(trx, what.one.resident)).find((one) =>
      [one.resident_id, one.survivor].includes(what.other.resident),
    );
    if (!merged)
      refuse('conflict', {
        nl: 'Deze dossiers zijn niet (meer) samengevoegd.',
        en: 'These records are not merged (any more).',
      });
    const apart = withLink(await thePatient(ground, trx, merged.resident_id), 'replaced-by', merged.survivor, false);
    const { active: _active, ...never } = apart;
    const resource = (merged.was_active === null ? never : { ...apart, active: merged.was_active }) as Resource;
    await updateInside(
      ground,
      trx,
      actor,
      { resource, resident: merged.resident_id, id: merged.resident_id, ...why },
      door,
    );
    for (const one of [what.one, what.other])
      await auditAct(ground, trx, actor, one.resident, why, door, {
        type: 'Patient',
        id: one.resident,
        detail: 'records taken apart again',
      });
    return { resident: merged.resident_id };
  });
}

/** The one place where an act touches two residents: a relation with both, both locked in the order of their ids. */
async function onBoth<T>(
  ground: PathwayGround,
  actor: Actor,
  one: OfRecord,
  other: OfRecord,
  door: Door,
  work: (trx: Trx, why: Why) => Promise<T>,
): Promise<Result<T>> {
  if (one.resident === other.resident)
    return {
      ok: false,
      problem: { kind: 'unprocessable', text: { nl: 'Dit is hetzelfde dossier.', en: 'This is the same record.' } },
    };
  return guarded(ground, actor, 'Patient', one.resident, one.resident, door, () =>
    withActor(ground, actor, { kind: 'act', resident: one.resident, also: other.resident }, async (trx, seen) => {
      let why: Why | undefined;
      for (const { resident, caseId } of [one, other]) {
        const decision = decide(actor, { kind: 'do', act: 'merge' }, seen[resident], undefined, ground.access);
        if (!decision.allow) throw new Refusal(ABSENT);
        await theCase(trx, actor, resident, caseId);
        why = { purpose: decision.purpose, ground: decision.ground };
      }
      return work(trx, why!);
    }),
  );
}
