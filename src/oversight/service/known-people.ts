import { type Actor, type Door, type Result, seal, ulid, unseal } from '../../platform/index.ts';
import type { OversightGround } from '../ground.ts';
import { onDuty } from './duty.ts';
import { identityKey } from './looking.ts';

/** Somebody on the officer's own list of well-known people. */
export type KnownPerson = { readonly id: string; readonly family: string; readonly birthDate: string };

/** The list; opened by the officer only, and each time written down. */
export function listKnown(ground: OversightGround, actor: Actor, door: Door): Promise<Result<readonly KnownPerson[]>> {
  return onDuty(ground, actor, { action: 'listed', subject: { type: 'KnownPerson' } }, door, async (trx) => {
    const { rows } = await trx.query<{ id: string; sealed: Buffer }>(
      'select id, sealed from oversight.known_person order by added_at desc, id limit 500',
    );
    return rows.map(({ id, sealed }) => ({
      id,
      ...(JSON.parse(unseal(ground.keys, sealed, `oversight.known_person/${id}`)) as Omit<KnownPerson, 'id'>),
    }));
  });
}

/** Adds somebody; who is on it already stays on it once. */
export function addKnown(
  ground: OversightGround,
  actor: Actor,
  who: Omit<KnownPerson, 'id'>,
  door: Door,
): Promise<Result<void>> {
  return onDuty(
    ground,
    actor,
    { action: 'acted', subject: { type: 'KnownPerson', detail: 'added' } },
    door,
    async (trx) => {
      const id = ulid(ground.clock);
      await trx.query(
        `insert into oversight.known_person (id, hash, sealed, added_at, added_by) values ($1, $2, $3, $4, $5) on conflict (hash) do nothing`,
        [
          id,
          identityKey(ground, who.family, who.birthDate),
          seal(ground.keys, JSON.stringify(who), `oversight.known_person/${id}`),
          ground.clock.now(),
          actor.person,
        ],
      );
    },
  );
}

export function removeKnown(ground: OversightGround, actor: Actor, id: string, door: Door): Promise<Result<void>> {
  return onDuty(
    ground,
    actor,
    { action: 'acted', subject: { type: 'KnownPerson', detail: 'removed' } },
    door,
    async (trx) => {
      await trx.query('delete from oversight.known_person where id = $1', [id]);
    },
  );
}
