import type { Region } from '../content/index.ts';
import type { PathwayGround } from '../pathways/index.ts';
import { localDate, systemActor, withActor } from '../platform/index.ts';
import { onlyInDemo } from './born.ts';
import { tellAsPersonas } from './case-messages.ts';
import { type DemoStage, type Plot, STAGES } from './case-plot.ts';
import { caseStaff } from './case-staff.ts';
import { play } from './case-story.ts';
import { PERSONA_RESIDENTS } from './persona-residents.ts';
import { DEMO_SEED } from './seed.ts';
import { chanceOf, oneOf } from './synthetic/chance.ts';
import { syntheticResidents } from './synthetic/index.ts';

/** How many days ago a case of a stage began, from the one to the other. */
const AGE: Readonly<Record<DemoStage, readonly [number, number]>> = {
  referred: [0, 2],
  'referred-late': [8, 12],
  declined: [5, 15],
  accepted: [1, 3],
  contact: [3, 6],
  planned: [6, 12],
  paused: [10, 20],
  'conversation-held': [14, 25],
  offered: [14, 20],
  'offered-second': [16, 24],
  'none-left': [18, 30],
  'accepted-by-provider': [25, 35],
  'in-support': [40, 90],
  'on-hold': [40, 80],
  completed: [90, 115],
  measured: [125, 150],
  finished: [130, 170],
  closed: [140, 230],
  withdrawn: [10, 60],
  mistake: [3, 40],
  'not-reached': [20, 50],
};

/**
 * Lets cases come about through the engine itself, as people would have made them: through every rule, lock, clock and
 * audit line, on a clock that stands where each step was taken. Idempotent: a resident with a case gets no second one.
 * Returns how many were made.
 */
export async function seedCases(
  ground: PathwayGround,
  region: Region,
  ask: { readonly residents: number; readonly lanes?: number },
): Promise<number> {
  const staff = caseStaff(region);
  await onlyInDemo(ground, 'Demo cases');
  let made = 0;
  const plots = plotsOf(region, ask.residents, localDate(ground.clock.now()));
  const known = new Set(
    await withActor(ground, systemActor('demo'), { kind: 'region' }, async (trx) =>
      (await trx.query<{ resident_id: string }>('select distinct resident_id from pathways."case"')).rows.map(
        (row) => row.resident_id,
      ),
    ),
  );
  const lane = async (): Promise<void> => {
    for (let plot = plots.next(); !plot.done; plot = plots.next())
      if (!known.has(plot.value.resident) && (await play(ground, staff, plot.value))) made += 1;
  };
  await Promise.all(Array.from({ length: ask.lanes ?? 4 }, lane));
  if (!PERSONA_RESIDENTS.some(({ id }) => known.has(id))) await tellAsPersonas(ground, staff.coachOf);
  return made;
}

function* plotsOf(region: Region, residents: number, today: ReturnType<typeof localDate>): Generator<Plot> {
  const practicesOf = (municipality: string) =>
    region.organisations
      .filter((one) => one.kind === 'gp-practice' && one.municipality === municipality)
      .map((one) => one.id);
  const tie = (practice: string) => region.ties.find((one) => one.practice === practice)!.team;
  const personaStages: readonly DemoStage[] = ['planned', 'in-support', 'closed'];
  const practice = 'voorbeeldpraktijk-de-brink-enschede';
  for (const [index, resident] of PERSONA_RESIDENTS.entries()) {
    const { next } = chanceOf(DEMO_SEED, -1 - index);
    yield {
      resident: resident.id,
      practice,
      team: tie(practice),
      municipality: 'enschede',
      stage: personaStages[index]!,
      daysAgo: AGE[personaStages[index]!][0] + 2,
      next,
    };
  }
  // One resident in thirty has a case; in each municipality, so that every team has work.
  let number = 0;
  for (const resident of syntheticResidents({ count: residents, seed: DEMO_SEED, region, today })) {
    if (resident.number % 30 !== 7) continue;
    const { next } = chanceOf(`${DEMO_SEED}-case`, resident.number);
    const stage = STAGES[number++ % STAGES.length]!;
    const [from, to] = AGE[stage];
    const chosen = oneOf(practicesOf(resident.municipality), next());
    yield {
      resident: resident.id,
      practice: chosen,
      team: tie(chosen),
      municipality: resident.municipality,
      stage,
      daysAgo: from + Math.floor(next() * (to - from + 1)),
      next,
    };
  }
}
