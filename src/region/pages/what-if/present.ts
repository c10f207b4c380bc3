import {
  costOf,
  type FigureName,
  gainOf,
  OUTCOMES,
  type OutcomeName,
  PAYERS,
  type Scenario,
} from '../../../simulation/index.ts';
import { formatNumber, type Language } from '../../../ui/index.ts';

/** In the address: which outcome is drawn. */
export const OUTCOME_SLUGS = {
  helped: 'deelnames',
  falls: 'vallen',
  emergencyVisits: 'spoedeisende-hulp',
  hospitalDays: 'ziekenhuisdagen',
  nursingHours: 'wijkverpleging',
  nursingHomeYears: 'verpleeghuis',
  carerHours: 'mantelzorg',
  gpVisits: 'huisarts',
  householdHelpHours: 'huishoudelijke-hulp',
  deaths: 'overlijden',
  healthyYears: 'gezonde-jaren',
  municipality: 'gemeente',
  insurer: 'verzekeraar',
  careOffice: 'zorgkantoor',
  household: 'huishoudens',
} as const satisfies Readonly<Record<OutcomeName, string>>;

/** What each approach is mostly for: drawn first. */
const FIRST = {
  falls: 'falls',
  respite: 'carerHours',
  wellbeing: 'gpVisits',
  together: 'nursingHours',
  technology: 'nursingHours',
  weight: 'healthyYears',
} as const;

/** The outcome that is asked for, or the one that the scenario is for. */
export const outcomeOf = (scenario: Scenario, asked: string | undefined): OutcomeName =>
  OUTCOMES.find((name) => OUTCOME_SLUGS[name] === asked) ?? FIRST[scenario.approaches[0]?.name ?? 'falls'];

const MONEY: readonly FigureName[] = [...PAYERS, ...PAYERS.map(costOf), ...PAYERS.map(gainOf)];
export const isMoney = (name: FigureName): boolean => MONEY.includes(name);

/** A number no more exact than the model is: three figures, a true minus, euros in thousands. `sign`: a plus as well. */
export function shownAmount(name: FigureName, value: number, lang: Language, sign = true): string {
  const [digits, size] = rounded(value, isMoney(name));
  const number = formatNumber(size, digits, lang);
  const mark = size === 0 ? '' : value < 0 ? '−' : sign ? '+' : '';
  // The euro, the sign and the number stay on one line.
  return isMoney(name) ? `€\u00a0${mark}${number}` : `${mark}${number}`;
}

function rounded(value: number, money: boolean): readonly [number, number] {
  const size = Math.abs(value);
  if (size >= 1000 || money) {
    const step = Math.max(money ? 1000 : 10, 10 ** (Math.floor(Math.log10(size || 1)) - 2));
    return [0, Math.round(size / step) * step];
  }
  return size >= 100 ? [0, Math.round(size)] : [1, Math.round(size * 10) / 10];
}
