import type { Pathway, Region } from '../content/index.ts';
import {
  FUNNEL_STEPS,
  type FunnelCount,
  type FunnelStep,
  normsOf,
  publishMonthAs,
  unpublishedMonths,
} from '../pathways/index.ts';
import type { Ground } from '../platform/index.ts';
import { onlyInDemo } from './born.ts';
import { DEMO_SEED } from './seed.ts';
import { chanceOf } from './synthetic/chance.ts';

/** Signals a month for every 10,000 residents, in the first and in the last month. */
const SIGNALS = [2.5, 6.5] as const;
/** Of who took the step before: how many take this one, and in how many days (the middle value). */
const ON: Readonly<Record<Exclude<FunnelStep, 'signal'>, { readonly share: number; readonly days: number }>> = {
  reached: { share: 0.88, days: 4 },
  conversation: { share: 0.86, days: 16 },
  referred: { share: 0.82, days: 6 },
  accepted: { share: 0.88, days: 5 },
  completed: { share: 0.78, days: 84 },
  better: { share: 0.74, days: 84 },
};
/** How many are in time, from the municipality that manages worst to the one that manages best. */
const IN_TIME = [0.62, 0.94] as const;

/**
 * Gives a demo the months that went before it: counts as they may have been in a region where the pathway has run for two
 * years, drawn with the seed of the demo and published as every month is, small counts hidden. The pages say that they are
 * made up. Months that were published stand. Gives how many it published.
 */
export async function seedPastMonths(ground: Ground, region: Region): Promise<number> {
  await onlyInDemo(ground, 'Months that never were');
  let published = 0;
  for (const pathway of region.pathways) {
    const months = await unpublishedMonths(ground, pathway.id);
    for (const [index, month] of months.entries()) {
      const counts = drawnMonth(region, pathway, month, (index + 1) / months.length);
      published += (await publishMonthAs(ground, region, pathway, month, async () => counts)) ? 1 : 0;
    }
  }
  return published;
}

/** One month drawn; `along` from 0 (the first month) to 1 (the last). Always the same for the same month. */
export function drawnMonth(
  region: Region,
  pathway: Pick<Pathway, 'id' | 'norms'>,
  month: string,
  along: number,
): readonly FunnelCount[] {
  const rate = SIGNALS[0] + (SIGNALS[1] - SIGNALS[0]) * along;
  const places = region.population.municipalities.flatMap(({ municipality, men, women }, index) => {
    const { next } = chanceOf(`${DEMO_SEED}-${pathway.id}-${month}`, index);
    const residents = [...men, ...women].reduce((sum, count) => sum + count, 0);
    const punctual = IN_TIME[0] + (IN_TIME[1] - IN_TIME[0]) * chanceOf(`${DEMO_SEED}-punctual`, index).next();
    let people = drawn(residents, rate / 10_000, next);
    return FUNNEL_STEPS.map(({ step }): FunnelCount => {
      if (step !== 'signal') people = drawn(people, ON[step].share, next);
      const normed = normsOf(pathway, step).length > 0;
      return {
        place: municipality,
        step,
        people,
        in_time: normed ? drawn(people, punctual, next) : 0,
        days: step === 'signal' || people === 0 ? null : Math.round(ON[step].days * (0.75 + 0.5 * next())),
      };
    });
  });
  return [...places, ...FUNNEL_STEPS.map(({ step }) => wholeOf(region.id, step, places))];
}

/** How many of `of` it comes to, each by the same chance. */
function drawn(of: number, chance: number, next: () => number): number {
  // So many people by so small a chance: the nearest normal draw will do, and costs two numbers.
  if (of > 500) {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    return Math.max(0, Math.round(of * chance + normal * Math.sqrt(of * chance * (1 - chance))));
  }
  let count = 0;
  for (let one = 0; one < of; one++) if (next() < chance) count += 1;
  return count;
}

function wholeOf(regionId: string, step: FunnelStep, places: readonly FunnelCount[]): FunnelCount {
  const of = places.filter((one) => one.step === step);
  const sum = (pick: (one: FunnelCount) => number) => of.reduce((total, one) => total + pick(one), 0);
  const people = sum((one) => one.people);
  const days = sum((one) => (one.days ?? 0) * one.people);
  return {
    place: regionId,
    step,
    people,
    in_time: sum((one) => one.in_time),
    days: step === 'signal' || people === 0 ? null : Math.round(days / people),
  };
}
