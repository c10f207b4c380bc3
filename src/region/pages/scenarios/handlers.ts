import { ABSENT, type Actor, textIn } from '../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../web/index.ts';
import { type AheadRegion, looksAhead } from '../../futures/ahead.ts';
import { areaOf } from '../../model/area.ts';
import { type KeptScenario, resultOf } from '../../store/scenarios.ts';
import {
  askForRun,
  fromKept,
  keepScenario,
  listScenarios,
  openScenario,
  removeScenario,
  shareScenario,
  toKeep,
} from '../../what-if/keep.ts';
import { groundsOf, readResult } from '../../what-if/queue.ts';
import type { RunResult } from '../../what-if/run.ts';
import { csvAnswer } from '../take-along.ts';
import { expectedOf, pageOf, placesOf, readForm, type WhatIfHouse, yearOf } from '../what-if/handler.ts';
import { outcomeOf } from '../what-if/present.ts';
import { linesOfResult } from '../what-if/results.tsx';
import { whatIfWords } from '../what-if/words.ts';
import { type Compared, comparePage } from './compare.tsx';
import { listPage } from './list.tsx';
import { scenarioPage } from './scenario.tsx';
import { scenarioWords } from './words.ts';

const LIST = '/regiobeeld/wat-als/scenarios';

/** POST /regiobeeld/wat-als/scenarios */
export async function keep(house: WhatIfHouse, ask: FormAsk): Promise<Answer> {
  const words = scenarioWords(ask.context.lang);
  const read = readForm(house, ask, new URLSearchParams(text(ask.posted, 'keuze').slice(0, 5000)));
  if (!read || read.scenario.approaches.length === 0) return { problem: ABSENT };
  const name = text(ask.posted, 'naam').trim();
  if (name === '' || name.length > 80) {
    const error = whatIfWords(ask.context.lang).nameMissing;
    return { again: await pageOf(house, ask, read, { value: name, error }) };
  }
  const approaches = toKeep(read.region, read.scenario);
  const kept = await keepScenario(house.ground, ask.actor, { name, approaches }, ask.door);
  if (!kept.ok) return { problem: kept.problem };
  return { to: `${LIST}/${kept.value}`, flash: { kind: 'good', text: words.saved({ name }) } };
}

/** GET /regiobeeld/wat-als/scenarios */
export async function showList(house: WhatIfHouse, ask: Ask): Promise<Answer> {
  return listPage(ask.context, {
    region: house.region,
    scenarios: await listScenarios(house.ground, ask.actor, ask.door),
    me: ask.actor.person,
  });
}

/** GET /regiobeeld/wat-als/scenarios/:id?gebied=&jaar=&uitkomst=, and the same with .csv */
export async function showScenario(house: WhatIfHouse, ask: Ask, id: string, csv: boolean): Promise<Answer> {
  const { ground, region } = house;
  if (!looksAhead(region)) return { problem: ABSENT };
  const found = await openScenario(ground, ask.actor, id, ask.door);
  if (!found.ok) return { problem: found.problem };
  const result = await resultIn(house, found.value);
  const places = placesOf(house, { region });
  if (csv) {
    if (!result) return { problem: ABSENT };
    const ids = places.map((place) => place.id);
    return csvAnswer(`scenario-${id}`, linesOfResult(result, ids, region.id));
  }
  const scenario = fromKept(region, found.value.approaches);
  const area = areaOf(region, ask.query('gebied') || region.id);
  if (area?.kind !== 'here' && area?.kind !== 'municipality') return { problem: ABSENT };
  return scenarioPage(ask.context, {
    region,
    kept: found.value,
    scenario,
    result,
    area,
    outcome: outcomeOf(scenario, ask.query('uitkomst')),
    year: yearOf(ask.query('jaar')),
    places: places.map(({ name }) => name),
    mine: found.value.byPerson === ask.actor.person,
    stale: result !== undefined && found.value.grounds !== groundsOf(region),
  });
}

async function resultIn({ ground }: WhatIfHouse, { id, status }: KeptScenario): Promise<RunResult | undefined> {
  const kept = status === 'done' ? await resultOf(ground.pool, id) : undefined;
  return kept === undefined || kept === null ? undefined : readResult(kept);
}

/** POST /regiobeeld/wat-als/scenarios/:id/doorrekenen */
export async function run({ ground }: WhatIfHouse, ask: FormAsk): Promise<Answer> {
  const words = scenarioWords(ask.context.lang);
  const id = ask.param('id');
  const asked = await askForRun(ground, ask.actor, id, ask.door);
  if (asked.ok)
    return { to: `${LIST}/${id}`, flash: { kind: 'good', text: asked.value ? words.asked : words.askedAlready } };
  if (asked.problem.kind !== 'conflict') return { problem: asked.problem };
  return { to: `${LIST}/${id}`, flash: { kind: 'error', text: textIn(asked.problem.text, ask.context.lang) } };
}

/** POST /regiobeeld/wat-als/scenarios/:id/delen */
export async function share({ ground }: WhatIfHouse, ask: FormAsk): Promise<Answer> {
  const words = scenarioWords(ask.context.lang);
  const id = ask.param('id');
  const shared = text(ask.posted, 'delen') === 'ja';
  const done = await shareScenario(ground, ask.actor, { id, shared }, ask.door);
  if (!done.ok) return { problem: done.problem };
  return { to: `${LIST}/${id}`, flash: { kind: 'good', text: shared ? words.shareNow : words.unshareNow } };
}

/** POST /regiobeeld/wat-als/scenarios/:id/verwijderen */
export async function remove({ ground }: WhatIfHouse, ask: FormAsk): Promise<Answer> {
  const done = await removeScenario(ground, ask.actor, ask.param('id'), ask.door);
  if (!done.ok) return { problem: done.problem };
  return { to: LIST, flash: { kind: 'good', text: scenarioWords(ask.context.lang).removed } };
}

/** So many stand beside each other. */
const MOST_COMPARED = 4;

/** GET /regiobeeld/wat-als/vergelijk?met=&met=&gebied= */
export async function compare(house: WhatIfHouse, ask: Ask): Promise<Answer> {
  const { region } = house;
  const area = areaOf(region, ask.query('gebied') || region.id);
  if (!looksAhead(region) || (area?.kind !== 'here' && area?.kind !== 'municipality')) return { problem: ABSENT };
  const asked = (ask.c.req.queries('met') ?? []).flatMap((each) => each.split(','));
  const ids = [...new Set(asked)].filter(Boolean).slice(0, MOST_COMPARED);
  const opened = await Promise.all(ids.map((id) => openScenario(house.ground, ask.actor, id, ask.door)));
  const lost = opened.find((one) => !one.ok);
  if (lost && !lost.ok) return { problem: lost.problem };
  const pairs = await Promise.all(opened.flatMap((one) => (one.ok ? [comparable(house, region, one.value)] : [])));
  return comparePage(ask.context, { region, area, pairs: pairs.flatMap((pair) => (pair ? [pair] : [])) });
}

/** What a scenario brings: as its lives were lived or, until they are, as is expected. */
async function comparable(house: WhatIfHouse, region: AheadRegion, kept: KeptScenario): Promise<Compared | undefined> {
  const result = await resultIn(house, kept);
  if (result) return { kept, told: result, lived: true };
  const { approaches } = fromKept(region, kept.approaches);
  if (approaches.length === 0) return undefined;
  const told = await expectedOf(house, { approaches });
  return told === 'busy' || !told ? undefined : { kept, told, lived: false };
}

/** Whether somebody may come here at all is the gate's; of these pages no other role knows. */
export const KEEPERS = { roles: ['policy-adviser'] } as const satisfies { readonly roles: readonly Actor['role'][] };
