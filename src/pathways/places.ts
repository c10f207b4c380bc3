import { type Actor, Refusal, type Trx, withActor } from '../platform/index.ts';
import type { PathwayGround } from './ground.ts';
import type { TaskStatus } from './model/index.ts';
import { idIn } from './shapes.ts';

/** What a Task at this status has of a service: a place, a wish for one, or neither. On hold the place is kept. */
function stateOf(status: TaskStatus): 'waiting' | 'taken' | undefined {
  if (status === 'requested') return 'waiting';
  return status === 'accepted' || status === 'in-progress' || status === 'on-hold' ? 'taken' : undefined;
}

/**
 * Follows one Task of a provider: a place is wished for, taken, or given back; in the transaction of the step. Who says
 * yes where every place is taken is refused: the row of the service is where two at once meet. `enforce` false: a rebuild,
 * which counts what is.
 */
export async function followPlace(
  trx: Trx,
  task: {
    readonly resident: string;
    readonly id: string;
    /** `HealthcareService/…`. */
    readonly service: string;
    readonly status: TaskStatus;
    readonly askedAt: Date;
  },
  enforce = true,
): Promise<void> {
  const { rows } = await trx.query<{ state: string }>(
    'select state from pathways.place where resident_id = $1 and id = $2',
    [task.resident, task.id],
  );
  const [before, after] = [rows[0]?.state, stateOf(task.status)];
  if (before === after) return;
  if (after === 'taken') await take(trx, task.service, enforce);
  else if (before === 'taken')
    await trx.query('update pathways.places_taken set taken = greatest(taken - 1, 0) where service = $1', [
      task.service,
    ]);
  if (after === undefined)
    await trx.query('delete from pathways.place where resident_id = $1 and id = $2', [task.resident, task.id]);
  else
    await trx.query(
      `insert into pathways.place (resident_id, id, service, state, asked_at) values ($1, $2, $3, $4, $5)
       on conflict (resident_id, id) do update set state = excluded.state`,
      [task.resident, task.id, task.service, after, task.askedAt],
    );
}

async function take(trx: Trx, service: string, enforce: boolean): Promise<void> {
  const { rows } = await trx.query<{ places: number | null }>('select places from directory.service where id = $1', [
    idIn(service),
  ]);
  const places = enforce ? (rows[0]?.places ?? null) : null;
  const { rowCount } = await trx.query(
    `insert into pathways.places_taken (service, taken) values ($1, 1)
     on conflict (service) do update set taken = pathways.places_taken.taken + 1
       where $2::int is null or pathways.places_taken.taken < $2`,
    [service, places],
  );
  if (rowCount !== 1)
    throw new Refusal({
      kind: 'conflict',
      text: {
        nl: `Alle ${places} plekken zijn bezet. Deze inwoner blijft op de wachtlijst. Komt er een plek vrij, of zet u het aantal plekken hoger? Zeg dan ja. Anders zegt u nee.`,
        en: `All ${places} places are taken. This resident stays on the waiting list. Say yes when a place becomes free or when you raise the number of places. Otherwise say no.`,
      },
    });
}

/** Takes out what a rebuild will put in again, so that the count follows. */
export async function clearPlaces(trx: Trx, resident: string): Promise<void> {
  const { rows } = await trx.query<{ service: string }>(
    "delete from pathways.place where resident_id = $1 returning case when state = 'taken' then service end as service",
    [resident],
  );
  for (const { service } of rows)
    if (service)
      await trx.query('update pathways.places_taken set taken = greatest(taken - 1, 0) where service = $1', [service]);
}

/** How full one service is. `places` null: there is no number. */
export type Fullness = {
  readonly service: string;
  readonly places: number | null;
  readonly taken: number;
  readonly free: number | null;
  /** Up to 100. */
  readonly waiting: number;
};

/** How full the services of the actor are: counts, nobody in them. */
export async function fullness(ground: PathwayGround, actor: Actor): Promise<readonly Fullness[]> {
  return withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const { rows } = await trx.query<Omit<Fullness, 'free'>>(
      `select s.service, d.places, coalesce(t.taken, 0) as taken,
         (select count(*)::int from (select 1 from pathways.place p where p.service = s.service and p.state = 'waiting' limit 100) few) as waiting
       from unnest($1::text[]) as s (service)
       left join directory.service d on 'HealthcareService/' || d.id = s.service
       left join pathways.places_taken t on t.service = s.service order by s.service`,
      [[...actor.services]],
    );
    return rows.map((row) => ({ ...row, free: row.places === null ? null : Math.max(row.places - row.taken, 0) }));
  });
}
