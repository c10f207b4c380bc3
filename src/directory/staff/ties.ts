import type { Trx } from '../../platform/index.ts';

/** Which team takes the referrals of one practice. Ids as in the content, without a type. */
export type Tie = {
  readonly practice: string;
  readonly team: string;
  /** The coach who is the fixed one of this practice, by choice: `Practitioner/…`. */
  readonly coach: string | null;
  readonly coachName: string | null;
  readonly version: number;
  /** When somebody changed it in Omzien; from then on the content does not overwrite it. */
  readonly editedAt: Date | null;
};

const COLUMNS = 'practice, service as team, coach, coach_name as "coachName", version, edited_at as "editedAt"';

/** The tie of one practice; undefined where it has none. `db`: a transaction or the pool. */
export async function tieOf(db: Trx, practice: string): Promise<Tie | undefined> {
  const { rows } = await db.query<Tie>({
    name: 'tie-of',
    text: `select ${COLUMNS} from directory.tie where practice = $1`,
    values: [practice],
  });
  return rows[0];
}

/** The ties of these teams and of these practices, by practice. */
export async function tiesOf(
  db: Trx,
  of: { readonly teams: readonly string[]; readonly practices: readonly string[] },
): Promise<readonly Tie[]> {
  const { rows } = await db.query<Tie>(
    `select ${COLUMNS} from directory.tie where service = any ($1) or practice = any ($2) order by practice`,
    [of.teams, of.practices],
  );
  return rows;
}
