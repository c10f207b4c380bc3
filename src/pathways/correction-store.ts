import { type Keys, type LocalDate, seal, type Trx, unseal } from '../platform/index.ts';

/** How an entry was corrected. */
export type CorrectedHow = 'corrected' | 'entered-in-error';

/** One entry that is to be corrected, or was; `wish`: what it has to say, for who may read it. */
export type Correction = {
  readonly id: string;
  readonly caseId: string;
  readonly request: string;
  readonly number: string;
  readonly type: string;
  readonly entry: string;
  readonly wish: string;
  readonly at: Date;
  readonly due: LocalDate;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
  readonly how: CorrectedHow | null;
};

type Row = Omit<Correction, 'wish'> & { readonly wish: Buffer };

const COLUMNS = `id, case_id as "caseId", request_id as request, request_number as number, entry_type as type, entry_id as entry,
  wish, at, due::text as due, done_at as "doneAt", done_by as "doneBy", how`;
const placeOf = (id: string): string => `pathways.correction/${id}`;
/** What an entry has to say, opened. */
export const wishOf = (keys: Keys, id: string, wish: Buffer): string => unseal(keys, wish, placeOf(id));
const opened = (keys: Keys, rows: readonly Row[]): readonly Correction[] =>
  rows.map((row) => ({ ...row, wish: wishOf(keys, row.id, row.wish) }));

/** What a case has yet to correct, the first due first. */
export async function openCorrections(
  keys: Keys,
  trx: Trx,
  resident: string,
  caseId: string,
): Promise<readonly Correction[]> {
  const { rows } = await trx.query<Row>(
    `select ${COLUMNS} from pathways.correction where resident_id = $1 and case_id = $2 and done_at is null order by due, id`,
    [resident, caseId],
  );
  return opened(keys, rows);
}

/** Everything that one request asks to correct, done or not. */
export async function correctionsFor(
  keys: Keys,
  trx: Trx,
  resident: string,
  request: string,
): Promise<readonly Correction[]> {
  const { rows } = await trx.query<Row>(
    `select ${COLUMNS} from pathways.correction where resident_id = $1 and request_id = $2 order by id`,
    [resident, request],
  );
  return opened(keys, rows);
}

export async function insertCorrection(
  keys: Keys,
  trx: Trx,
  resident: string,
  one: Omit<Correction, 'doneAt' | 'doneBy' | 'how'>,
): Promise<void> {
  await trx.query(
    `insert into pathways.correction (resident_id, id, case_id, request_id, request_number, entry_type, entry_id, wish, at, due)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      resident,
      one.id,
      one.caseId,
      one.request,
      one.number,
      one.type,
      one.entry,
      seal(keys, one.wish, placeOf(one.id)),
      one.at,
      one.due,
    ],
  );
}

/** Marks one as done; false where somebody was first. */
export async function correctionDone(
  trx: Trx,
  resident: string,
  id: string,
  done: { readonly at: Date; readonly by: string; readonly how: CorrectedHow },
): Promise<boolean> {
  const { rowCount } = await trx.query(
    `update pathways.correction set done_at = $3, done_by = $4, how = $5 where resident_id = $1 and id = $2 and done_at is null`,
    [resident, id, done.at, done.by, done.how],
  );
  return rowCount === 1;
}
