import type { Actor, Door, Ground, Result, Trx } from '../../platform/index.ts';
import { bare, refuse } from './act.ts';
import { changeColleague } from './roles.ts';
import { SAID } from './said.ts';

/** A sign-in at a system of this organisation that stands for a colleague (decision 45). */
export type TiedSystem = {
  readonly issuer: string;
  /** Who they are to that system. */
  readonly subject: string;
  /** What the system is called. */
  readonly name: string;
};

const TIED = `select a.issuer, a.subject, s.name from platform.account a
  join platform.launch_site s on s.issuer = a.issuer and s.organisation = $1
  where a.person = $2`;

/** From which systems of the organisation a colleague opens Omzien, closed ones among them. */
export async function systemsOf(trx: Trx, organisation: string, person: string): Promise<readonly TiedSystem[]> {
  const { rows } = await trx.query<TiedSystem>(`${TIED} order by s.name, a.issuer, a.subject`, [organisation, person]);
  return rows;
}

/**
 * Undoes a tie: that sign-in stands for nobody any more, and whoever is signed in as this colleague here is signed out,
 * since it may be somebody else. The colleague signs in as usual, and may tie their own sign-in anew.
 */
export function untieSystem(
  ground: Ground,
  actor: Actor,
  what: { readonly person: string; readonly issuer: string; readonly subject: string },
  door: Door,
): Promise<Result<{ readonly name: string }>> {
  return changeColleague(ground, actor, what, door, async ({ trx, tell }) => {
    const { rows } = await trx.query<TiedSystem>(`${TIED} and a.issuer = $3 and a.subject = $4 for update of a`, [
      actor.organisation,
      what.person,
      what.issuer,
      what.subject,
    ]);
    const tied = rows[0] ?? refuse('conflict', SAID.notTied);
    await trx.query('delete from platform.account where issuer = $1 and subject = $2', [tied.issuer, tied.subject]);
    await trx.query(
      `update platform.session set ended_at = now() where ended_at is null
       and role_id in (select id from platform.role where person = $1 and organisation = $2)`,
      [what.person, actor.organisation],
    );
    await tell({ type: 'Practitioner', id: bare(what.person), detail: `system untied: ${tied.issuer}` });
    return { name: tied.name };
  });
}
