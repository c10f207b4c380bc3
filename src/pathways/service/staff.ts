import { administer, colleagueIn, endLeave, type Leave, othersIn, SAID } from '../../directory/index.ts';
import {
  type Actor,
  type Door,
  fail,
  type LocalDate,
  ok,
  Refusal,
  type Result,
  systemActor,
  withActor,
} from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';
import { keepHandOver } from './hand-over.ts';
import { perform } from './perform.ts';
import { assignInside } from './task.ts';

/**
 * Whose cases go where is arranged by an administrator, who may see no resident: Omzien itself does the work, case by
 * case, and tells only whether all of it went through. In the record stand the new assignee and who did it.
 */
const HANDS_OVER = systemActor('hand-over');

type Held = { readonly resident_id: string; readonly id: string; readonly team: string };

async function casesOf(ground: PathwayGround, person: string, teams: readonly string[]): Promise<readonly Held[]> {
  return withActor(ground, HANDS_OVER, { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query<Held>(
      `select resident_id, id, team from pathways."case"
       where assignee = $1 and team = any ($2) and closed_at is null order by resident_id, id`,
      [person, teams],
    );
    return rows;
  });
}

/** In which of these teams open cases are in somebody's name. */
export async function teamsWithCases(
  ground: PathwayGround,
  person: string,
  teams: readonly string[],
): Promise<readonly string[]> {
  return [...new Set((await casesOf(ground, person, teams)).map(({ team }) => team))];
}

/** Who takes over in each team: `HealthcareService/…` → `Practitioner/…`. */
export type Takers = Readonly<Record<string, string>>;

/** The time away because of which cases go over, and its last day where that is known. */
export type Away = { readonly id: string; readonly until?: LocalDate | null | undefined };

/**
 * Hands every open case of a colleague in these teams to who takes over there. Says whether all went; what did not is
 * for the team's coordinator. `leave`: because of which time away, so that they can come back; without one, because the
 * colleague's work in the team ends.
 */
export async function handOverCases(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly person: string; readonly takers: Takers; readonly leave?: Away },
  door: Door,
): Promise<Result<{ readonly all: boolean }>> {
  const named = await administer(ground, actor, door, async (trx, tell) => {
    const colleague = await colleagueIn(ground, trx, actor, what.person);
    if (!colleague) throw new Refusal({ kind: 'absent', text: SAID.noColleague });
    const others = await othersIn(ground, trx, actor, Object.keys(what.takers), what.person);
    const names = new Map([[what.person, colleague.name]]);
    for (const [team, person] of Object.entries(what.takers)) {
      const taker = others.find((one) => one.person === person && one.services.includes(team));
      if (!taker)
        throw new Refusal({ kind: 'unprocessable', text: SAID.cover, at: [{ place: 'cover', text: SAID.cover }] });
      names.set(person, taker.name);
    }
    await tell({ type: 'Practitioner', id: what.person.replace('Practitioner/', ''), detail: 'cases handed over' });
    return names;
  });
  if (!named.ok) return named;
  let all = true;
  for (const held of await casesOf(ground, what.person, Object.keys(what.takers))) {
    const person = what.takers[held.team]!;
    const to = { person, name: named.value.get(person) ?? '' };
    const done = await move(ground, held, to, door, {
      from: { person: what.person, name: named.value.get(what.person) ?? '' },
      leave: what.leave,
      by: actor.name,
    });
    all = all && done;
  }
  return ok({ all });
}

type Colleague = { readonly person: string; readonly name: string };

async function move(
  ground: PathwayGround,
  held: Held,
  to: Colleague,
  door: Door,
  because:
    | { readonly from: Colleague; readonly leave: Away | undefined; readonly by: string }
    | { readonly back: string },
): Promise<boolean> {
  const which = { resident: held.resident_id, caseId: held.id };
  const done = await perform(
    ground,
    HANDS_OVER,
    { resident: which.resident, act: 'hand-over' },
    door,
    async (trx, why) => {
      await assignInside(ground, trx, HANDS_OVER, { ...which, to }, why, door);
      if ('back' in because)
        await trx.query(
          'update pathways.hand_over set back_at = $4 where resident_id = $1 and case_id = $2 and leave = $3 and back_at is null',
          [which.resident, which.caseId, because.back, ground.clock.now()],
        );
      else
        await keepHandOver(ground, trx, {
          ...which,
          team: held.team,
          from: because.from,
          to,
          reason: because.leave ? 'away' : 'team',
          until: because.leave?.until ?? undefined,
          leave: because.leave?.id,
          by: because.by,
        });
    },
  );
  return done.ok;
}

/** Whether cases went over because of this time away that could come back. */
export async function casesAway(ground: PathwayGround, leave: string): Promise<boolean> {
  return withActor(ground, HANDS_OVER, { kind: 'region' }, async (trx) => {
    const { rowCount } = await trx.query(`${AWAY} limit 1`, [leave]);
    return (rowCount ?? 0) > 0;
  });
}

/** Cases that went over and are still with who took them. */
const AWAY = `select distinct h.resident_id, h.case_id as id, k.team from pathways.hand_over h
  join pathways."case" k on k.resident_id = h.resident_id and k.id = h.case_id
  where h.leave = $1 and h.back_at is null and k.closed_at is null and k.assignee = h.to_person`;

/** A colleague is back. By choice the cases that went over come back; what is with somebody else by now stays there. */
export async function comeBack(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly person: string; readonly name: string; readonly leave: string; readonly cases: boolean },
  door: Door,
): Promise<Result<{ readonly leave: Leave; readonly all: boolean }>> {
  const ended = await endLeave(ground, actor, what, door);
  if (!ended.ok) return ended;
  if (!what.cases) return ok({ leave: ended.value, all: true });
  const rows = await withActor(
    ground,
    HANDS_OVER,
    { kind: 'region' },
    async (trx) => (await trx.query<Held>(AWAY, [what.leave])).rows,
  );
  let all = true;
  for (const held of rows) {
    const done = await move(ground, held, what, door, { back: what.leave });
    all = all && done;
  }
  return ok({ leave: ended.value, all });
}

/**
 * Ends something of a colleague (a role, a team, their work here) with their cases: those in the teams that end go
 * over first, to who is named for each; without a name for one that has cases nothing is ended.
 */
export async function endWithCases<T>(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly person: string; readonly teams: readonly string[]; readonly takers: Takers },
  door: Door,
  end: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const handed = await handAll(ground, actor, what, door);
  if (!handed.ok) return handed;
  const done = await end();
  // What was put in their name between the two goes over as well; nobody gets it any more now.
  if (done.ok) await handAll(ground, actor, what, door);
  return done;
}

async function handAll(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly person: string; readonly teams: readonly string[]; readonly takers: Takers },
  door: Door,
): Promise<Result<void>> {
  const held = await teamsWithCases(ground, what.person, what.teams);
  if (held.length === 0) return ok(undefined);
  if (held.some((team) => !what.takers[team]))
    return fail('unprocessable', SAID.coverNeeded, [{ place: 'cover', text: SAID.coverNeeded }]);
  const takers = Object.fromEntries(held.map((team) => [team, what.takers[team]!]));
  const handed = await handOverCases(ground, actor, { person: what.person, takers }, door);
  if (!handed.ok) return handed;
  return handed.value.all ? ok(undefined) : fail('conflict', NOT_ALL);
}

const NOT_ALL = {
  nl: 'Niet alle zaken konden over. Vraag de coördinator van het team om ze over te dragen, en probeer het daarna opnieuw.',
  en: 'Not all cases could go over. Ask the coordinator of the team to hand them over, then try again.',
};
