import type { Region } from '../../content/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  fail,
  type Ground,
  ok,
  Refusal,
  type Result,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { denied, mayDo, type RegionGround, refusals, told } from '../acts.ts';
import { municipalityOf } from '../model/brought.ts';
import { fairShare, type HomeNumber, keyParts, type NumberKind, type Plan, type Weights } from '../model/homes.ts';
import { numbersOf, numbersState, planById } from './store.ts';

export type PlanChange = Omit<Plan, 'id' | 'municipality' | 'version'>;

const FIRST = fail('conflict', {
  nl: 'Iemand anders heeft dit intussen veranderd. Er is niets bewaard. Kijk wat er nu staat en bewaar opnieuw.',
  en: 'Somebody else changed this in the meantime. Nothing was kept. Look at what stands now and save again.',
});

/** The municipality whose homes this actor keeps: their own; who works for the region keeps those of any. */
export function keeps(region: Region, actor: Actor, municipality: string): boolean {
  const own = municipalityOf(region, actor);
  return region.municipalities.some(({ id }) => id === municipality) && (own === undefined || own === municipality);
}

type Asked = { readonly municipality: string };

/** Keeps a plan: a new one, or the next version of one. Problems: `absent`, `conflict` where somebody was first. */
export async function keepPlan(
  house: RegionGround,
  actor: Actor,
  asked: Asked & {
    readonly plan?: { readonly id: string; readonly version: number } | undefined;
    readonly change: PlanChange;
  },
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  return act(house, actor, asked, door, async (trx, ground, allowed) => {
    const { change, plan } = asked;
    const values = [
      change.name,
      change.place,
      change.type,
      change.tenure,
      change.homes,
      change.phase,
      change.year,
      change.partners,
      change.funding,
      change.obstacles,
      ground.clock.now(),
      actor.name,
    ];
    const id = plan?.id ?? ulid(ground.clock);
    if (plan) {
      const { rowCount } = await trx.query(
        `update region.home_plan set name = $4, place = $5, type = $6, tenure = $7, homes = $8, phase = $9, year = $10,
           partners = $11, funding = $12, obstacles = $13, at = $14, by_name = $15, version = version + 1
         where id = $1 and municipality = $2 and version = $3 and removed_at is null`,
        [id, asked.municipality, plan.version, ...values],
      );
      if (!rowCount) {
        const now = await planById(trx, id);
        if (now?.municipality !== asked.municipality) throw new Refusal(ABSENT);
        return FIRST;
      }
    } else
      await trx.query(
        `insert into region.home_plan (id, municipality, name, place, type, tenure, homes, phase, year, partners, funding, obstacles, at, by_name)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        [id, asked.municipality, ...values],
      );
    await told(trx, ground, actor, allowed, plan ? 'updated' : 'created', 'HomePlan', id, door);
    return ok({ id });
  });
}

/** Takes a plan that is off the table away. */
export async function removePlan(
  house: RegionGround,
  actor: Actor,
  asked: Asked & { readonly plan: string },
  door: Door,
): Promise<Result<undefined>> {
  return act(house, actor, asked, door, async (trx, ground, allowed) => {
    const { rowCount } = await trx.query(
      'update region.home_plan set removed_at = $3, by_name = $4 where id = $1 and municipality = $2 and removed_at is null',
      [asked.plan, asked.municipality, ground.clock.now(), actor.name],
    );
    if (!rowCount) throw new Refusal(ABSENT);
    await told(trx, ground, actor, allowed, 'deleted', 'HomePlan', asked.plan, door);
    return ok(undefined);
  });
}

/**
 * Supplies the numbers of one kind and year, all together; what is left empty is taken back. `state` is what its maker
 * saw (`conflict` where somebody was first).
 */
export async function supplyNumbers(
  house: RegionGround,
  actor: Actor,
  asked: Asked & {
    readonly kind: NumberKind;
    readonly year: number;
    readonly state: string;
    readonly values: Readonly<Record<string, number | undefined>>;
  },
  door: Door,
): Promise<Result<undefined>> {
  return act(house, actor, asked, door, async (trx, ground, allowed) => {
    const { municipality, kind, year } = asked;
    // One at a time for each municipality and kind: rows are added, never changed, so there is none to lock.
    await trx.query('select pg_advisory_xact_lock(hashtext($1))', [
      `region.home_number ${municipality} ${kind} ${year}`,
    ]);
    if ((await numbersState(trx, municipality, kind, year)) !== asked.state) return FIRST;
    const before = new Map(
      (await numbersOf(trx, kind))
        .filter((one) => one.municipality === municipality && one.year === year)
        .map(({ part, value }) => [part, value]),
    );
    for (const [part, value] of Object.entries(asked.values))
      if (before.get(part) !== value)
        await trx.query(
          'insert into region.home_number (municipality, kind, year, part, value, at, by_name) values ($1, $2, $3, $4, $5, $6, $7)',
          [municipality, kind, year, part, value ?? null, ground.clock.now(), actor.name],
        );
    await told(trx, ground, actor, allowed, 'updated', 'HomeNumbers', `${municipality} ${kind} ${year}`, door);
    return ok(undefined);
  });
}

/** Keeps a division as the owners decided it; for who works for the region. What came of the weights is kept with it. */
export async function keepDecision(
  house: RegionGround,
  actor: Actor,
  asked: {
    readonly name: string;
    readonly decided_on: string;
    readonly scenario: string;
    readonly type: string;
    readonly total: number;
    readonly weights: Weights;
  },
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  const { ground, region } = house;
  const decision = mayDo(house, actor, 'keep-homes');
  if (!decision.allow || municipalityOf(region, actor)) return denied(ground, actor, door);
  return withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const ids = region.municipalities.map(({ id }) => id);
    const shares = fairShare(asked.total, ids, keyParts(region, await numbersOf(trx, 'key')), asked.weights);
    const id = ulid(ground.clock);
    await trx.query(
      `insert into region.fair_share (id, name, decided_on, scenario, type, total, weights, shares, at, by_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        asked.name,
        asked.decided_on,
        asked.scenario,
        asked.type,
        asked.total,
        JSON.stringify(asked.weights),
        JSON.stringify(Object.fromEntries(shares)),
        ground.clock.now(),
        actor.name,
      ],
    );
    await told(trx, ground, actor, decision, 'created', 'FairShare', id, door);
    return ok({ id });
  });
}

type Inside<T> = (
  trx: Parameters<typeof told>[0],
  ground: Ground,
  allowed: Parameters<typeof told>[3],
) => Promise<Result<T>>;

async function act<T>(
  house: RegionGround,
  actor: Actor,
  asked: Asked,
  door: Door,
  work: Inside<T>,
): Promise<Result<T>> {
  const { ground, region } = house;
  const decision = mayDo(house, actor, 'keep-homes');
  if (!decision.allow || !keeps(region, actor, asked.municipality)) return denied(ground, actor, door);
  return refusals(() => withActor(ground, actor, { kind: 'none' }, (trx) => work(trx, ground, decision)));
}

export type { HomeNumber };
