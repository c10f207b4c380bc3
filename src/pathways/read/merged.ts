import { type Actor, partiesOf, residentOf, withActor } from '../../platform/index.ts';
import { mergedWith, recordsIn, samePerson } from '../../record/index.ts';
import { casesOf } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';

/** A case of the same person in another record, on a list of who asks. */
export type OtherCase = { readonly resident_id: string; readonly case_id: string; readonly label: string };

/** Cases of the same person in other records that are on the actor's own lists; nothing of others. */
export async function otherCases(ground: PathwayGround, actor: Actor, resident: string): Promise<readonly OtherCase[]> {
  return withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const others = (await samePerson(trx, [resident])).filter((one) => one !== resident);
    if (others.length === 0) return [];
    const { rows } = await trx.query<OtherCase>(
      `select distinct resident_id, case_id, label from pathways.worklist
       where viewer = any ($1) and resident_id = any ($2::uuid[]) and kind in ('case', 'sent') order by case_id`,
      [[...partiesOf(actor)], others],
    );
    return rows;
  });
}

/** The records of the resident who asks: their own, and those that were merged with it. */
export function ownRecords(ground: PathwayGround, resident: string): Promise<readonly string[]> {
  return samePerson(ground.pool, [resident]);
}

/**
 * In which record of the resident who asks something new is kept: that of their case that runs, else the one that goes on.
 */
export async function recordToWriteIn(ground: PathwayGround, actor: Actor, resident: string): Promise<string> {
  return withActor(ground, actor, { kind: 'resident', resident }, async (trx, seen) => {
    const records = recordsIn(seen, resident);
    if (records.length === 1) return resident;
    for (const one of records) if ((await casesOf(trx, one)).some((row) => row.closed_at === null)) return one;
    return (await mergedWith(trx, resident))[0]?.survivor ?? resident;
  });
}

/** The record in which the person who asks is referred anew: the one that goes on. */
export async function recordThatGoesOn(ground: PathwayGround, actor: Actor, resident: string): Promise<string> {
  return withActor(ground, actor, { kind: 'resident', resident }, async (trx) => {
    return (await mergedWith(trx, resident))[0]?.survivor ?? resident;
  });
}

/** The case with this number on the actor's own lists; undefined where there is none. */
export async function caseByNumber(
  ground: PathwayGround,
  actor: Actor,
  number: string,
): Promise<{ readonly resident: string; readonly caseId: string } | undefined> {
  return withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const { rows } = await trx.query<{ resident: string | null }>('select pathways.resident_of_case($1) as resident', [
      number.trim().toUpperCase(),
    ]);
    const resident = rows[0]?.resident;
    if (!resident) return undefined;
    const found = await trx.query<{ case_id: string }>(
      `select case_id from pathways.worklist where viewer = any ($1) and resident_id = $2 and kind in ('case', 'sent')
       order by since desc limit 1`,
      [[...partiesOf(actor)], resident],
    );
    const caseId = found.rows[0]?.case_id;
    return caseId && residentOf(caseId) === resident ? { resident, caseId } : undefined;
  });
}
