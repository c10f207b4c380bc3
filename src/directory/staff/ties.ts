import { type Actor, type Door, type Ground, localDate, type Result, type Trx } from '../../platform/index.ts';
import { administer, bare, overtaken, refuse } from './act.ts';
import { organisationOf } from './kinds.ts';
import { SAID } from './said.ts';

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

/**
 * Changes which team of the actor's organisation takes a practice's referrals, and who is its fixed coach. Only a tie
 * that the organisation has can be changed by it; running cases stay where they are. `version`: what was seen.
 */
export function changeTie(
  ground: Ground,
  actor: Actor,
  what: { readonly practice: string; readonly version: number; readonly team: string; readonly coach: string | null },
  door: Door,
): Promise<Result<Tie>> {
  return administer(ground, actor, door, async (trx, tell) => {
    const organisation = await organisationOf(trx, actor.organisation);
    const own = (organisation?.services ?? []).map(({ reference }) => bare(reference));
    const { rows } = await trx.query<Tie>(`select ${COLUMNS} from directory.tie where practice = $1 for update`, [
      what.practice,
    ]);
    const tie = rows[0];
    if (!tie || organisation?.kind !== 'welfare' || !own.includes(tie.team))
      return refuse('absent', SAID.noOrganisation);
    if (tie.version !== what.version) overtaken();
    if (!own.includes(what.team)) refuse('unprocessable', SAID.notYourTeam, 'team');
    const coach = what.coach === null ? undefined : await coachIn(ground, trx, actor, what.team, what.coach);
    if (what.coach !== null && !coach) refuse('unprocessable', SAID.notInTeam, 'coach');
    const changed = await trx.query<Tie>(
      `update directory.tie set service = $2, coach = $3, coach_name = $4, version = version + 1, edited_at = $5, edited_by = $6
       where practice = $1 returning ${COLUMNS}`,
      [what.practice, what.team, what.coach, coach ?? null, ground.clock.now(), actor.person],
    );
    await tell({ type: 'HealthcareService', id: what.team, detail: `fixed team of ${what.practice}` });
    return changed.rows[0]!;
  });
}

/** The name of a coach at work in this team; undefined where they are not. */
async function coachIn(
  ground: Ground,
  trx: Trx,
  actor: Actor,
  team: string,
  coach: string,
): Promise<string | undefined> {
  const { rows } = await trx.query<{ name: string }>(
    `select person_name as name from platform.role where organisation = $1 and person = $2 and code = 'welfare-coach'
       and active and (until is null or until >= $4) and $3 = any (services) limit 1`,
    [actor.organisation, coach, `HealthcareService/${team}`, localDate(ground.clock.now())],
  );
  return rows[0]?.name;
}

/**
 * Ties that people changed in Omzien and that the content would have otherwise, one line each for the operator: they
 * stay as they are (DESIGN, Content), until the content says the same.
 */
export async function keptTies(
  db: Trx,
  content: readonly { readonly practice: string; readonly team: string }[],
): Promise<readonly string[]> {
  const { rows } = await db.query<Tie>(
    `select ${COLUMNS} from directory.tie where edited_at is not null order by practice`,
  );
  return rows.flatMap((tie) => {
    const wanted = content.find(({ practice }) => practice === tie.practice)?.team;
    const day = tie.editedAt ? localDate(tie.editedAt) : '';
    return wanted === undefined || wanted === tie.team
      ? []
      : [
          `ties: = ${tie.practice} stays with ${tie.team}, as it was changed in Omzien on ${day}; the content says ${wanted}`,
        ];
  });
}
