import { setTimeout } from 'node:timers/promises';
import { ABSENT, type Actor } from '../../../platform/index.ts';
import type { Scenario } from '../../../simulation/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import { looksAhead } from '../../futures/ahead.ts';
import { areaOf } from '../../model/area.ts';
import { Busy, type Previewer, type Spread } from '../../what-if/preview.ts';
import { APPROACH_SLUGS, FROM, queryOfScenario, readScenario, UNTIL } from '../../what-if/scenario.ts';
import type { MonitorHouse } from '../house.ts';
import { csvAnswer } from '../take-along.ts';
import type { FormRead } from './form.tsx';
import { OUTCOME_SLUGS, outcomeOf } from './present.ts';
import { linesOfResult, type Told } from './results.tsx';
import { whatIfPage } from './view.tsx';
import { whatIfWords } from './words.ts';

export type WhatIfHouse = MonitorHouse & { readonly previewer: Previewer | undefined };

/** So long a page waits for the ranges of a preview, in milliseconds; it is shown without them after that. */
const PATIENCE = 1500;

/** GET /regiobeeld/wat-als */
export async function showWhatIf(house: WhatIfHouse, ask: Ask<Actor | undefined>): Promise<Answer> {
  const read = readForm(house, ask);
  return read ? pageOf(house, ask, read) : { problem: ABSENT };
}

/** The page with what is read; `naming`: what was typed as a name and is wrong. */
export async function pageOf(
  house: WhatIfHouse,
  ask: Ask<Actor | undefined>,
  read: FormRead,
  naming?: { readonly value: string; readonly error: string },
): Promise<string> {
  return whatIfPage(ask.context, {
    ...read,
    naming,
    shown: await shownOf(house, read),
    places: placesOf(house, read).map(({ name }) => name),
    address: addressOf(house.publicUrl, read),
    mayKeep: ask.actor?.role === 'policy-adviser',
  });
}

/** GET /regiobeeld/wat-als.csv: every area, year and outcome of the preview, ranges included. */
export async function downloadWhatIf(house: WhatIfHouse, ask: Ask<Actor | undefined>): Promise<Answer> {
  const read = readForm(house, ask);
  if (!read || read.scenario.approaches.length === 0 || !house.previewer) return { problem: ABSENT };
  try {
    const { middle, baseline, spread } = await house.previewer.of(read.scenario);
    const told = { difference: middle, baseline, ...(await spread) };
    const places = placesOf(house, read).map(({ id }) => id);
    return csvAnswer('wat-als', linesOfResult(told, places, read.region.id));
  } catch (error) {
    if (error instanceof Busy) return { problem: BUSY };
    throw error;
  }
}

const BUSY = {
  kind: 'too-many',
  text: { nl: 'Het is nu druk met berekeningen.', en: 'It is busy with runs now.' },
  retryAfter: 60,
} as const;

/** Reads the form from the address; undefined where the region cannot look ahead or the area is none. */
export function readForm(
  { region }: MonitorHouse,
  ask: Ask<Actor | undefined>,
  query?: URLSearchParams,
): FormRead | undefined {
  if (!looksAhead(region)) return undefined;
  // Who opens the page and has chosen nothing yet sees one approach, so that there is something to move at once.
  const opened = query === undefined && Object.keys(ask.c.req.queries()).length === 0;
  const get = (name: string) =>
    opened && name === 'aanpak' ? [APPROACH_SLUGS.falls] : (query?.getAll(name) ?? ask.c.req.queries(name) ?? []);
  const area = areaOf(region, get('gebied')[0] || region.id);
  if (area?.kind !== 'here' && area?.kind !== 'municipality') return undefined;
  const words = whatIfWords(ask.context.lang);
  const { scenario, errors } = readScenario(region, get);
  return {
    region,
    get,
    scenario,
    area: area.id,
    outcome: outcomeOf(scenario, get('uitkomst')[0]),
    year: yearOf(get('jaar')[0]),
    errors: Object.fromEntries(Object.entries(errors).map(([field, which]) => [field, words.mistakes[which]])),
  };
}

/** The number of a year of the scenario, counted from the first; undefined for all together. */
export function yearOf(asked: string | undefined): number | undefined {
  const year = Number(asked) - FROM;
  return Number.isInteger(year) && year >= 0 && year < UNTIL - FROM ? year : undefined;
}

/** The municipalities in the order of the model, by id and name. */
export function placesOf(_house: MonitorHouse, { region }: Pick<FormRead, 'region'>) {
  const names = new Map(region.municipalities.map(({ id, name }) => [id, name]));
  return region.population.municipalities.map(({ municipality: id }) => ({ id, name: names.get(id) ?? id }));
}

async function shownOf(
  house: WhatIfHouse,
  { scenario }: FormRead,
): Promise<{ readonly told: Told } | 'nothing' | 'busy'> {
  const told = scenario.approaches.length === 0 ? undefined : await expectedOf(house, scenario);
  return told === undefined ? 'nothing' : told === 'busy' ? told : { told };
}

/** What is expected of a scenario, with its ranges where they are there in time. */
export async function expectedOf({ previewer }: WhatIfHouse, scenario: Scenario): Promise<Told | 'busy' | undefined> {
  if (!previewer) return undefined;
  try {
    const { middle, baseline, spread } = await previewer.of(scenario);
    const ranges = await Promise.race([spread, setTimeout<Spread | undefined>(PATIENCE, undefined, { ref: false })]);
    return { difference: middle, baseline, ...ranges };
  } catch (error) {
    if (error instanceof Busy) return 'busy';
    throw error;
  }
}

/** The address of a choice, as short as it can be. */
function addressOf(publicUrl: string, { region, scenario, area, outcome, year, get }: FormRead): string {
  const query = queryOfScenario(region, scenario);
  if (area !== region.id) query.append('gebied', area);
  if (year !== undefined) query.append('jaar', String(FROM + year));
  if (get('uitkomst')[0]) query.append('uitkomst', OUTCOME_SLUGS[outcome]);
  return `${publicUrl}/regiobeeld/wat-als?${query}`;
}
