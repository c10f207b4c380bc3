import { type Keys, type LocalDate, seal, type Trx, unseal } from '../../platform/index.ts';
import type { Flag, Rule } from '../model/looking.ts';

export const FLAG_STATES = ['explained', 'asked', 'reported'] as const;
export type FlagState = 'open' | (typeof FLAG_STATES)[number];

export type KeptFlag = Flag & {
  readonly id: string;
  readonly day: LocalDate;
  readonly state: FlagState;
  readonly reviewedAt: Date | undefined;
  readonly reviewedBy: string | undefined;
  readonly note: string | undefined;
};

type Row = {
  readonly resident_id: string;
  readonly id: string;
  readonly day: LocalDate;
  readonly person: string;
  readonly person_name: string;
  readonly role: string;
  readonly organisation: string;
  readonly rule: Rule;
  readonly count: number;
  readonly lines: readonly string[];
  readonly state: FlagState;
  readonly reviewed_at: Date | null;
  readonly reviewed_by: string | null;
  readonly note: Buffer | null;
};

const COLUMNS =
  'resident_id, id, day::text as day, person, person_name, role, organisation, rule, count, lines, state, reviewed_at, reviewed_by, note';
const place = (id: string) => `oversight.flag/${id}`;

const flagOf = (keys: Keys, row: Row): KeptFlag => ({
  resident: row.resident_id,
  id: row.id,
  day: row.day,
  person: row.person,
  personName: row.person_name,
  role: row.role,
  organisation: row.organisation,
  rule: row.rule,
  count: row.count,
  lines: row.lines,
  state: row.state,
  reviewedAt: row.reviewed_at ?? undefined,
  reviewedBy: row.reviewed_by ?? undefined,
  note: row.note ? unseal(keys, row.note, place(row.id)) : undefined,
});

/** Once a person, day, rule and resident, however often it is looked. */
export async function insertFlag(
  trx: Trx,
  flag: Flag & { readonly id: string; readonly day: LocalDate; readonly at: Date },
): Promise<boolean> {
  const { rowCount } = await trx.query(
    `insert into oversight.flag (resident_id, id, day, person, person_name, role, organisation, rule, count, lines, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (resident_id, person, day, rule) do nothing`,
    [
      flag.resident,
      flag.id,
      flag.day,
      flag.person,
      flag.personName,
      flag.role,
      flag.organisation,
      flag.rule,
      flag.count,
      flag.lines,
      flag.at,
    ],
  );
  return rowCount === 1;
}

export async function flagsIn(
  keys: Keys,
  trx: Trx,
  which: 'open' | 'closed',
  most = 200,
): Promise<readonly KeptFlag[]> {
  const { rows } = await trx.query<Row>(
    which === 'open'
      ? `select ${COLUMNS} from oversight.flag where state = 'open' order by day desc, id desc limit $1`
      : `select ${COLUMNS} from oversight.flag where state <> 'open' order by reviewed_at desc, id desc limit $1`,
    [most],
  );
  return rows.map((row) => flagOf(keys, row));
}

export async function loadFlag(keys: Keys, trx: Trx, id: string, lock = false): Promise<KeptFlag | undefined> {
  const { rows } = await trx.query<Row>(
    `select ${COLUMNS} from oversight.flag where id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  return rows[0] && flagOf(keys, rows[0]);
}

export async function reviewFlag(
  keys: Keys,
  trx: Trx,
  flag: Pick<KeptFlag, 'resident' | 'id'>,
  review: { readonly state: FlagState; readonly note: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await trx.query(
    `update oversight.flag set state = $3, note = $4, reviewed_by = $5, reviewed_at = $6 where resident_id = $1 and id = $2`,
    [flag.resident, flag.id, review.state, seal(keys, review.note, place(flag.id)), review.by, review.at],
  );
}

/** How many flags were reviewed by rule, and how many of those were explained. */
export async function shares(
  trx: Trx,
): Promise<readonly { readonly rule: Rule; readonly reviewed: number; readonly explained: number }[]> {
  const { rows } = await trx.query<{ rule: Rule; reviewed: number; explained: number }>(
    `select rule, count(*)::int as reviewed, count(*) filter (where state = 'explained')::int as explained
     from oversight.flag where state <> 'open' group by rule order by rule`,
  );
  return rows;
}
