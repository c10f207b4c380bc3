import { type Keys, type LocalDate, seal, type Trx, unseal } from '../../platform/index.ts';
import type { GlassOutcome, GlassReason } from '../model/break-glass.ts';

/** One time that somebody broke the glass. */
export type BreakGlass = {
  readonly resident: string;
  readonly id: string;
  readonly at: Date;
  readonly person: string;
  readonly personName: string;
  readonly role: string;
  readonly organisation: string;
  readonly reason: GlassReason;
  readonly said: string;
  readonly until: Date;
  readonly reviewBy: LocalDate;
  readonly reviewedAt: Date | undefined;
  readonly outcome: GlassOutcome | undefined;
  readonly note: string | undefined;
};

type Row = {
  readonly resident_id: string;
  readonly id: string;
  readonly at: Date;
  readonly person: string;
  readonly person_name: string;
  readonly role: string;
  readonly organisation: string;
  readonly reason: GlassReason;
  readonly said: Buffer;
  readonly until: Date;
  readonly review_by: LocalDate;
  readonly reviewed_at: Date | null;
  readonly outcome: GlassOutcome | null;
  readonly note: Buffer | null;
};

const COLUMNS =
  'resident_id, id, at, person, person_name, role, organisation, reason, said, until, review_by::text as review_by, reviewed_at, outcome, note';
const place = (id: string, field: string) => `oversight.break_glass/${id}/${field}`;

const opened = (keys: Keys, row: Row): BreakGlass => ({
  resident: row.resident_id,
  id: row.id,
  at: row.at,
  person: row.person,
  personName: row.person_name,
  role: row.role,
  organisation: row.organisation,
  reason: row.reason,
  said: unseal(keys, row.said, place(row.id, 'said')),
  until: row.until,
  reviewBy: row.review_by,
  reviewedAt: row.reviewed_at ?? undefined,
  outcome: row.outcome ?? undefined,
  note: row.note ? unseal(keys, row.note, place(row.id, 'note')) : undefined,
});

export async function insertGlass(
  keys: Keys,
  trx: Trx,
  glass: Omit<BreakGlass, 'reviewedAt' | 'outcome' | 'note'>,
): Promise<void> {
  await trx.query(
    `insert into oversight.break_glass (resident_id, id, at, person, person_name, role, organisation, reason, said, until, review_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      glass.resident,
      glass.id,
      glass.at,
      glass.person,
      glass.personName,
      glass.role,
      glass.organisation,
      glass.reason,
      seal(keys, glass.said, place(glass.id, 'said')),
      glass.until,
      glass.reviewBy,
    ],
  );
}

/** The present emergency access of one person to one resident. */
export async function presentGlass(
  keys: Keys,
  trx: Trx,
  resident: string,
  person: string,
  at: Date,
): Promise<BreakGlass | undefined> {
  const { rows } = await trx.query<Row>(
    `select ${COLUMNS} from oversight.break_glass where resident_id = $1 and person = $2 and until > $3 order by id desc limit 1`,
    [resident, person, at],
  );
  return rows[0] && opened(keys, rows[0]);
}

/** What waits for review by its last day, or what was reviewed, newest first. */
export async function glassesIn(
  keys: Keys,
  trx: Trx,
  which: 'open' | 'closed',
  most = 200,
): Promise<readonly BreakGlass[]> {
  const { rows } = await trx.query<Row>(
    which === 'open'
      ? `select ${COLUMNS} from oversight.break_glass where reviewed_at is null order by review_by, id limit $1`
      : `select ${COLUMNS} from oversight.break_glass where reviewed_at is not null order by id desc limit $1`,
    [most],
  );
  return rows.map((row) => opened(keys, row));
}

export async function loadGlass(
  keys: Keys,
  trx: Trx,
  resident: string,
  id: string,
  lock = false,
): Promise<BreakGlass | undefined> {
  const { rows } = await trx.query<Row>(
    `select ${COLUMNS} from oversight.break_glass where resident_id = $1 and id = $2${lock ? ' for update' : ''}`,
    [resident, id],
  );
  return rows[0] && opened(keys, rows[0]);
}

export async function reviewed(
  keys: Keys,
  trx: Trx,
  glass: Pick<BreakGlass, 'resident' | 'id'>,
  review: { readonly at: Date; readonly by: string; readonly outcome: GlassOutcome; readonly note: string },
): Promise<void> {
  await trx.query(
    `update oversight.break_glass set reviewed_at = $3, reviewed_by = $4, outcome = $5, note = $6 where resident_id = $1 and id = $2`,
    [glass.resident, glass.id, review.at, review.by, review.outcome, seal(keys, review.note, place(glass.id, 'note'))],
  );
}
