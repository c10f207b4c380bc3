import { weightOf } from '../evaluation/index.ts';
import { type ApproachName, HELPED, type Scenario } from './model/approaches.ts';
import { type Counts, figure, type Measure } from './model/measures.ts';
import type { Numbers, ValueId } from './parameters/index.ts';

/** Who pays: the municipality (Wmo), the insurer (Zvw), the care office (Wlz), people themselves. */
export const PAYERS = ['municipality', 'insurer', 'careOffice', 'household'] as const;
export type Payer = (typeof PAYERS)[number];

/**
 * Who pays an approach, in parts. Assumption, as these are paid in the Netherlands now: falls prevention by municipality
 * and insurer (integral agreement of 2022), stays for respite and social prescribing by the municipality, technology and
 * the lifestyle programme by the insurer, assessing together by both whose work it is.
 */
export const PAID_BY: Readonly<Record<ApproachName, Readonly<Partial<Record<Payer, number>>>>> = {
  falls: { municipality: 0.5, insurer: 0.5 },
  respite: { municipality: 1 },
  wellbeing: { municipality: 1 },
  together: { municipality: 0.5, insurer: 0.5 },
  technology: { insurer: 1 },
  weight: { insurer: 1 },
};
const COST: Readonly<Record<ApproachName, ValueId>> = {
  falls: 'fallsCost',
  respite: 'respiteCost',
  wellbeing: 'wellbeingCost',
  together: 'togetherCost',
  technology: 'technologyCost',
  weight: 'weightCost',
};

/** What is paid for one of a measure, by whom. */
function prices({ of }: Numbers): readonly (readonly [Measure, Payer, number])[] {
  return [
    ['emergencyVisits', 'insurer', of('emergencyVisit')],
    ['hospitalDays', 'insurer', of('hospitalDay')],
    ['nursingHours', 'insurer', of('nursingHour')],
    ['gpVisits', 'insurer', of('gpVisit')],
    ['nursingHomeYears', 'careOffice', of('nursingHomeYear') - of('ownPayment')],
    ['nursingHomeYears', 'household', of('ownPayment')],
    ['carerHours', 'household', of('carerHour')],
    ['householdHelpHours', 'municipality', of('householdHelpHour')],
  ];
}

/** Euros of 2022. `spent` on the approaches, `saved` by less use (negative where there is more), and what is left over. */
export type Account = { readonly spent: number; readonly saved: number; readonly net: number };
export type Money = Readonly<Record<Payer, Account>>;

/**
 * What a scenario costs and brings each payer, of a municipality or the region, a year or all years. Euros of a later year
 * count (1 + `discount`)^−years, the first year whole (Zorginstituut guideline 2024: 3% for costs); 0 leaves them as they
 * are. Hours of carers are counted at their reference price and are nobody's bill.
 */
export function moneyOf(
  difference: Counts,
  scenario: Scenario,
  numbers: Numbers,
  of: { readonly municipality?: number; readonly year?: number; readonly discount?: number } = {},
): Money {
  const accounts = Object.fromEntries(PAYERS.map((payer) => [payer, { spent: 0, saved: 0 }])) as Record<
    Payer,
    { spent: number; saved: number }
  >;
  const years = of.year === undefined ? Array.from({ length: difference.years }, (_, year) => year) : [of.year];
  for (const year of years) {
    const weight = weightOf(of.discount ?? 0, year);
    const count = (measure: Measure) => figure(difference, measure, of.municipality, year) * weight;
    for (const [measure, payer, price] of prices(numbers)) accounts[payer].saved -= count(measure) * price;
    for (const approach of scenario.approaches) {
      const spent = count(HELPED[approach.name]) * (approach.cost ?? numbers.of(COST[approach.name]));
      for (const [payer, part] of Object.entries(PAID_BY[approach.name]))
        accounts[payer as Payer].spent += spent * part;
    }
  }
  return Object.fromEntries(
    PAYERS.map((payer) => [payer, { ...accounts[payer], net: accounts[payer].saved - accounts[payer].spent }]),
  ) as Money;
}
