import type { Resource } from '../../fhir/index.ts';
import { ABSENT, type Actor, type Door, ok, type Result, withActor } from '../../platform/index.ts';
import { loadOfPerson, madeOrder, maySee, openRow, recordsIn } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { leave } from './own.ts';

/** The goals of a resident and the answers they gave, over all their cases, oldest first. */
export type OwnProgress = { readonly goals: readonly Resource[]; readonly responses: readonly Resource[] };

/** What the resident who asks wants to reach and how they said it goes; logged as opened. */
export async function ownProgress(ground: PathwayGround, actor: Actor, door: Door): Promise<Result<OwnProgress>> {
  const resident = actor.residentId;
  if (!resident || actor.role !== 'resident') return { ok: false, problem: ABSENT };
  const read = await withActor(ground, actor, { kind: 'resident', resident }, async (trx, seen) => {
    const may = maySee(ground, actor, { facet: 'conversation', categories: [], parties: [] }, seen[resident]);
    const records = recordsIn(seen, resident);
    const rows = await loadOfPerson(trx, records, ['Goal', 'QuestionnaireResponse']);
    const mine = rows.filter((row) => maySee(ground, actor, row, seen[row.resident_id]).allow);
    return { may, records, rows: mine.toSorted(madeOrder) };
  });
  await leave(ground, actor, read.records, 'Goal', read.may, door);
  if (!read.may.allow) return { ok: false, problem: ABSENT };
  const of = (type: string) =>
    read.rows.filter((row) => row.type === type).map((row) => JSON.parse(openRow(ground, row, false)) as Resource);
  return ok({ goals: of('Goal'), responses: of('QuestionnaireResponse') });
}
