import type { Actor, Door, Result } from '../../platform/index.ts';
import type { OversightGround } from '../ground.ts';
import { onDuty } from './duty.ts';
import { workersMeant } from './log.ts';
import { homeKey } from './looking.ts';

/** A worker who agreed to have looking at neighbours noticed. The address itself is kept nowhere. */
export type StatedHome = { readonly person: string; readonly name: string; readonly statedAt: Date };

export function listHomes(ground: OversightGround, actor: Actor, door: Door): Promise<Result<readonly StatedHome[]>> {
  return onDuty(ground, actor, { action: 'listed', subject: { type: 'StatedHome' } }, door, async (trx) => {
    const { rows } = await trx.query<{ person: string; name: string | null; stated_at: Date }>(
      `select h.person, max(r.person_name) as name, h.stated_at from oversight.stated_home h
       left join platform.role r on r.person = h.person group by h.person, h.stated_at order by name, h.person limit 500`,
    );
    return rows.map((row) => ({ person: row.person, name: row.name ?? row.person, statedAt: row.stated_at }));
  });
}

/** Keeps a key of a worker's own address, with their agreement; false where no one worker is meant. */
export async function stateHome(
  ground: OversightGround,
  actor: Actor,
  home: { readonly worker: string; readonly postcode: string; readonly number: string },
  door: Door,
): Promise<Result<boolean>> {
  const [person, ...more] = await workersMeant(ground, actor, home.worker);
  const subject = { type: 'StatedHome', id: person, detail: 'stated' };
  return onDuty(ground, actor, { action: 'acted', subject }, door, async (trx) => {
    if (!person || more.length > 0) return false;
    await trx.query(
      `insert into oversight.stated_home (person, hash, stated_at, stated_by) values ($1, $2, $3, $4)
       on conflict (person) do update set hash = excluded.hash, stated_at = excluded.stated_at, stated_by = excluded.stated_by`,
      [person, homeKey(ground, home.postcode, home.number), ground.clock.now(), actor.person],
    );
    return true;
  });
}

/** Forgets it again, whenever the worker wants. */
export function forgetHome(ground: OversightGround, actor: Actor, person: string, door: Door): Promise<Result<void>> {
  const subject = { type: 'StatedHome', id: person, detail: 'forgotten' };
  return onDuty(ground, actor, { action: 'acted', subject }, door, async (trx) => {
    await trx.query('delete from oversight.stated_home where person = $1', [person]);
  });
}
