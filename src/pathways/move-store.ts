import type { Trx } from '../platform/index.ts';

/** One move of a resident while a case ran. */
export type MoveRow = {
  readonly id: string;
  readonly case_id: string;
  readonly to_place: string | null;
  readonly inside: boolean;
  readonly at: Date;
  readonly said: string | null;
  readonly by_name: string | null;
  readonly task: string | null;
};

/** The move of a case that is not settled yet; undefined where there is none. */
export async function openMove(trx: Trx, resident: string, caseId: string): Promise<MoveRow | undefined> {
  const { rows } = await trx.query<MoveRow>(
    `select id, case_id, to_place, inside, at, said, by_name, task from pathways.move
     where resident_id = $1 and case_id = $2 and settled_at is null`,
    [resident, caseId],
  );
  return rows[0];
}
