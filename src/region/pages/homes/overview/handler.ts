import type { Housing, Region } from '../../../../content/index.ts';
import { ABSENT, type Actor } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import { type Decided, decidedShares, numbersOf, plansOf } from '../../../homes/store.ts';
import type { HomeNumber, Plan } from '../../../model/homes.ts';
import type { MonitorHouse } from '../../house.ts';
import { homesPage } from './view.tsx';

export type HomesRead = {
  readonly region: Region;
  readonly housing: Housing;
  readonly plans: readonly Plan[];
  readonly numbers: readonly HomeNumber[];
  readonly decided: Decided | undefined;
};

/** GET /regiobeeld/wonen */
export async function showHomes(
  { ground, region }: MonitorHouse,
  ask: Ask<Actor | undefined>,
  demo: boolean,
): Promise<Answer> {
  const { housing } = region;
  if (!housing) return { problem: ABSENT };
  const [plans, numbers, decided] = await Promise.all([
    plansOf(ground.pool),
    numbersOf(ground.pool),
    decidedShares(ground.pool),
  ]);
  return homesPage(ask.context, { region, housing, plans, numbers, decided: decided[0] }, demo);
}
