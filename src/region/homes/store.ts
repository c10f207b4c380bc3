import type { Ground, Trx } from '../../platform/index.ts';
import type { HomeNumber, NumberKind, Plan, Weights } from '../model/homes.ts';

type On = Ground['pool'] | Trx;

const PLAN = 'id, municipality, version, name, place, type, tenure, homes, phase, year, partners, funding, obstacles';

/** The plans that stand, by municipality and year. */
export async function plansOf(on: On, municipality?: string): Promise<readonly Plan[]> {
  const { rows } = await on.query<Plan>(
    `select ${PLAN} from region.home_plan where removed_at is null and ($1::text is null or municipality = $1)
     order by municipality, year, name`,
    [municipality ?? null],
  );
  return rows;
}

/** One plan that stands. */
export async function planById(on: On, id: string): Promise<Plan | undefined> {
  const { rows } = await on.query<Plan>(`select ${PLAN} from region.home_plan where id = $1 and removed_at is null`, [
    id,
  ]);
  return rows[0];
}

/** The newest of every number that was supplied. */
export async function numbersOf(on: On, kind?: NumberKind): Promise<readonly HomeNumber[]> {
  const { rows } = await on.query<HomeNumber>(
    `select municipality, kind, year, part, value from (
       select distinct on (kind, municipality, year, part) kind, municipality, year, part, value from region.home_number
       where $1::text is null or kind = $1 order by kind, municipality, year, part, number desc) newest
     where value is not null order by kind, municipality, year, part`,
    [kind ?? null],
  );
  return rows;
}

/** Changes whenever this municipality supplies a number of this kind and year. */
export async function numbersState(on: On, municipality: string, kind: NumberKind, year: number): Promise<string> {
  const { rows } = await on.query<{ state: string }>(
    'select coalesce(max(number), 0)::text as state from region.home_number where municipality = $1 and kind = $2 and year = $3',
    [municipality, kind, year],
  );
  return rows[0]!.state;
}

/** A division that the owners decided on. */
export type Decided = {
  readonly id: string;
  readonly name: string;
  readonly decided_on: string;
  readonly scenario: string;
  readonly type: string;
  readonly total: number;
  readonly weights: Weights;
  readonly shares: Readonly<Record<string, number>>;
  readonly by_name: string;
};

/** The divisions that were decided on, newest first. */
export async function decidedShares(on: On): Promise<readonly Decided[]> {
  const { rows } = await on.query<Decided>(
    `select id, name, decided_on::text as decided_on, scenario, type, total, weights, shares, by_name from region.fair_share
     order by decided_on desc, id desc`,
  );
  return rows;
}
