import type { Region } from '../../content/index.ts';
import {
  ABSENT,
  type Actor,
  auditInside,
  type Door,
  decide,
  fail,
  type Ground,
  ok,
  Refusal,
  type Result,
  type Trx,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import type { Scenario } from '../../simulation/index.ts';
import {
  askRun,
  countOf,
  type KeptApproach,
  type KeptScenario,
  runsWaiting,
  scenarioFor,
  scenariosFor,
} from '../store/scenarios.ts';
import { RUN_TASK } from './scenario.ts';

/** So many scenarios one person keeps, and so many runs wait in the region: an endless row is of use to nobody. */
export const MOST_KEPT = 30;
export const MOST_WAITING = 5;

/** A scenario with municipalities by id, as it is kept. */
export const toKeep = (region: Region, { approaches }: Scenario): readonly KeptApproach[] =>
  approaches.map(({ municipalities, ...one }) => ({
    ...one,
    ...(municipalities
      ? { municipalities: municipalities.map((index) => region.population.municipalities[index]!.municipality) }
      : {}),
  }));

/** A kept scenario as the simulation takes it; a municipality that is no more is left out. */
export function fromKept(region: Region, approaches: readonly KeptApproach[]): Scenario {
  const places = region.population.municipalities.map(({ municipality }) => municipality);
  return {
    approaches: approaches.map(({ municipalities, ...one }) => ({
      ...one,
      ...(municipalities
        ? { municipalities: municipalities.map((id) => places.indexOf(id)).filter((index) => index >= 0) }
        : {}),
    })),
  };
}

/** Keeps a scenario under a name, and gives its id. */
export function keepScenario(
  ground: Ground,
  actor: Actor,
  asked: { readonly name: string; readonly approaches: readonly KeptApproach[] },
  door: Door,
): Promise<Result<string>> {
  return acting(ground, actor, 'created', 'new', door, async (trx) => {
    if ((await countOf(trx, actor.person)) >= MOST_KEPT) throw new Refusal(FULL);
    const id = ulid(ground.clock);
    await trx.query(
      `insert into region.scenario (id, name, approaches, seed, by_person, by_name, organisation, kept_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        asked.name,
        JSON.stringify(asked.approaches),
        seedOf(id),
        actor.person,
        actor.name,
        actor.organisation,
        ground.clock.now(),
      ],
    );
    return { id, value: id };
  });
}

const FULL = {
  kind: 'conflict',
  text: {
    nl: `U bewaart al ${MOST_KEPT} scenario’s. Verwijder er eerst een.`,
    en: `You keep ${MOST_KEPT} scenarios already. Remove one first.`,
  },
} as const;

/** A seed that is the scenario's own: a small number, so that it can be read aloud. */
function seedOf(id: string): number {
  let mixed = 7;
  for (const letter of id) mixed = (Math.imul(mixed, 31) + letter.codePointAt(0)!) | 0;
  return 1 + ((mixed >>> 0) % 999_999);
}

/** Opens a scenario: one's own, or one that is shared. Anything else is absent. */
export async function openScenario(
  ground: Ground,
  actor: Actor,
  id: string,
  door: Door,
): Promise<Result<KeptScenario>> {
  const found = may(ground, actor) ? await scenarioFor(ground.pool, actor.person, id) : undefined;
  await ground.audit.write({ ...lineOf(actor, id), action: 'opened', allowed: found !== undefined, ...door });
  return found ? ok(found) : { ok: false, problem: ABSENT };
}

/** Lists one's own scenarios and those that are shared. */
export async function listScenarios(ground: Ground, actor: Actor, door: Door): Promise<readonly KeptScenario[]> {
  if (!may(ground, actor)) return [];
  const found = await scenariosFor(ground.pool, actor.person);
  await ground.audit.write({ ...lineOf(actor, undefined), action: 'listed', allowed: true, ...door });
  return found;
}

/** Asks for the whole run of one's own scenario. Asked twice at once, it is run once; where many wait, the answer says so. */
export function askForRun(ground: Ground, actor: Actor, id: string, door: Door): Promise<Result<boolean>> {
  return acting(ground, actor, 'acted', id, door, async (trx) => {
    await own(trx, actor, id);
    const waiting = await runsWaiting(trx);
    if (waiting >= MOST_WAITING) throw new Refusal(CROWDED);
    const asked = await askRun(trx, id, ground.clock.now());
    if (asked) await enqueue(trx, RUN_TASK, {}, { key: RUN_TASK });
    return { id, value: asked };
  });
}

const CROWDED = {
  kind: 'conflict',
  text: {
    nl: 'Er wachten al vijf berekeningen. Probeer het over een paar minuten opnieuw; uw scenario is bewaard.',
    en: 'Five runs are waiting already. Try again in a few minutes; your scenario is kept.',
  },
} as const;

/** Lets colleagues read one's own scenario, or no longer. */
export function shareScenario(
  ground: Ground,
  actor: Actor,
  { id, shared }: { readonly id: string; readonly shared: boolean },
  door: Door,
): Promise<Result<boolean>> {
  return acting(ground, actor, 'updated', id, door, async (trx) => {
    await own(trx, actor, id);
    await trx.query('update region.scenario set shared = $2 where id = $1', [id, shared]);
    return { id, value: shared };
  });
}

/** Removes one's own scenario with its run. */
export function removeScenario(ground: Ground, actor: Actor, id: string, door: Door): Promise<Result<true>> {
  return acting(ground, actor, 'deleted', id, door, async (trx) => {
    await own(trx, actor, id);
    await trx.query('delete from region.scenario where id = $1', [id]);
    return { id, value: true as const };
  });
}

/** Only whose it is changes it; of anybody else's, shared or not, it is absent. */
async function own(trx: Trx, actor: Actor, id: string): Promise<void> {
  const { rowCount } = await trx.query('select from region.scenario where id = $1 and by_person = $2 for update', [
    id,
    actor.person,
  ]);
  if (rowCount === 0) throw new Refusal(ABSENT);
}

async function acting<T>(
  ground: Ground,
  actor: Actor,
  action: 'created' | 'acted' | 'updated' | 'deleted',
  id: string,
  door: Door,
  work: (trx: Trx) => Promise<{ readonly id: string; readonly value: T }>,
): Promise<Result<T>> {
  try {
    if (!may(ground, actor)) throw new Refusal(ABSENT);
    return await withActor(ground, actor, { kind: 'none' }, async (trx) => {
      const done = await work(trx);
      await auditInside(trx, ground.clock, { ...lineOf(actor, done.id), action, allowed: true, ...door });
      return ok(done.value);
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.problem === ABSENT) await ground.audit.write({ ...lineOf(actor, id), action, allowed: false, ...door });
    return fail(error.problem.kind, error.problem.text);
  }
}

function may(ground: Ground, actor: Actor): boolean {
  return decide(actor, { kind: 'do', act: 'weigh-scenarios' }, undefined, undefined, ground.access).allow;
}

const lineOf = (actor: Actor, id: string | undefined) =>
  ({
    actor,
    subjectType: 'Scenario',
    subjectId: id,
    purpose: 'region-figures',
    ground: 'published figures',
  }) as const;
