import { createHash } from 'node:crypto';
import { setInterval } from 'node:timers';
import type { Region } from '../../content/index.ts';
import { auditInside, type Ground, systemActor, withActor } from '../../platform/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { DRAWN_AS, holdsAll, PARAMETERS } from '../../simulation/index.ts';
import { beat, endRun, takeRun, wakeLost } from '../store/scenarios.ts';
import { fromKept } from './keep.ts';
import { type RunOrder, type RunResult, runWhole } from './run.ts';
import { FROM, RUN_TASK, UNTIL } from './scenario.ts';

/** How often all parameters are drawn in a whole run, and how many threads live the lives. */
const DRAWS = 40;
const WORKERS = 2;
const BEAT = 5_000;
const ACTOR = systemActor('what-if');

/** How a run is done; tests give a quicker one. */
export type Runner = (order: RunOrder) => Promise<RunResult>;

/**
 * Takes the runs that wait, one after the other, until none is left or another process runs one. Each lives in threads of
 * its own and gives a sign of life every five seconds; what has none is taken up anew by `sweepRuns`.
 */
export async function doRuns(ground: Ground, region: Region, runner: Runner = runWhole): Promise<void> {
  for (;;) {
    const taken = await withActor(ground, ACTOR, { kind: 'none' }, takeRun).catch((error: unknown) => {
      // Another process took one in the same moment.
      if ((error as { code?: string }).code === '23505') return undefined;
      throw error;
    });
    if (!taken) return;
    await doRun(ground, region, taken, runner);
  }
}

async function doRun(
  ground: Ground,
  region: Region,
  { scenario, tries }: { readonly scenario: string; readonly tries: number },
  runner: Runner,
): Promise<void> {
  const pulse = setInterval(() => void beat(ground.pool, scenario, tries).catch(() => undefined), BEAT);
  pulse.unref();
  let result: RunResult | undefined;
  try {
    result = await runner(await orderOf(ground, region, scenario));
  } catch {
    // What went wrong is no secret of a person, but nothing that a reader can mend: the page says that it failed.
    result = undefined;
  } finally {
    clearInterval(pulse);
  }
  await withActor(ground, ACTOR, { kind: 'none' }, async (trx) => {
    const at = ground.clock.now();
    const ended = await endRun(trx, scenario, tries, {
      at,
      grounds: groundsOf(region),
      result: result && plain(result),
    });
    if (ended)
      await auditInside(trx, ground.clock, {
        actor: ACTOR,
        action: 'acted',
        allowed: result !== undefined,
        subjectType: 'Scenario',
        subjectId: scenario,
        purpose: 'region-figures',
        ground: 'published figures',
        door: 'job',
        detail: result ? 'run' : 'run failed',
      });
  });
}

async function orderOf(ground: Ground, region: Region, id: string): Promise<RunOrder> {
  const { rows } = await ground.pool.query('select approaches, seed from region.scenario where id = $1', [id]);
  if (!rows[0] || !region.demography) throw new Error('there is nothing to run');
  return {
    order: { residents: region.population, country: region.demography, from: FROM, until: UNTIL, seed: rows[0].seed },
    scenario: fromKept(region, rows[0].approaches),
    draws: DRAWS,
    workers: WORKERS,
  };
}

/** A run whose process died waits again, or is told to have failed; and somebody looks for what waits. */
export async function sweepRuns(ground: Ground): Promise<void> {
  await withActor(ground, ACTOR, { kind: 'none' }, async (trx) => {
    const waiting = await wakeLost(trx, ground.clock.now());
    if (waiting > 0) await enqueue(trx, RUN_TASK, {}, { key: RUN_TASK });
  });
}

/** A mark of everything that a run stands on: the same mark and seed give the same people. */
export function groundsOf({ population, demography }: Region): string {
  return createHash('sha256')
    .update(JSON.stringify([population, demography, PARAMETERS, DRAWN_AS]))
    .digest('hex')
    .slice(0, 12);
}

/** Numbers of a result as they are kept: arrays, no more exact than is shown. */
function plain(result: RunResult): unknown {
  return JSON.parse(
    JSON.stringify(result, (_key, value: unknown) =>
      value instanceof Float64Array ? Array.from(value, (each) => Number(each.toPrecision(7))) : value,
    ),
  );
}

/** A kept result as it is read again; undefined where it was made by a version that counted other things. */
export function readResult(kept: unknown): RunResult | undefined {
  const result = kept as RunResult;
  if (!holdsAll(result.difference)) return undefined;
  const back = (findings: RunResult['low']) => ({ ...findings, cells: Float64Array.from(findings.cells) });
  return {
    ...result,
    difference: back(result.difference),
    baseline: back(result.baseline),
    chance: back(result.chance),
    low: back(result.low),
    high: back(result.high),
  };
}
