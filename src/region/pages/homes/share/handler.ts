import type { Housing, Region } from '../../../../content/index.ts';
import { ABSENT, type Actor } from '../../../../platform/index.ts';
import { dateOfParts, readDateParts } from '../../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, type Posted, text } from '../../../../web/index.ts';
import { denied, mayDo } from '../../../acts.ts';
import { keepDecision } from '../../../homes/keep.ts';
import { type Decided, decidedShares, numbersOf } from '../../../homes/store.ts';
import { municipalityOf } from '../../../model/brought.ts';
import {
  fairShare,
  type HomeNumber,
  KEY_PARTS,
  type KeyPart,
  type KeyParts,
  keyParts,
  type Weights,
} from '../../../model/homes.ts';
import type { MonitorHouse } from '../../house.ts';
import { homeWords } from '../words.ts';
import { sharePage } from './view.tsx';

export type ShareRead = {
  readonly region: Region;
  readonly housing: Housing;
  readonly scenario: Housing['scenarios'][number];
  readonly type: Housing['types'][number];
  readonly total: number;
  readonly weights: Weights;
  readonly parts: KeyParts;
  /** How many municipalities supplied a part of the key. */
  readonly have: (part: KeyPart) => number;
  readonly shares: ReadonlyMap<string, number>;
  readonly even: ReadonlyMap<string, number>;
  readonly decided: readonly Decided[];
  /** May this reader record a decision? */
  readonly mine: boolean;
};

const EVEN: Weights = { residents: 100, stock: 0, need: 0, capacity: 0 };
const START: Weights = { residents: 50, stock: 0, need: 50, capacity: 0 };

/** Weights and choices as they were given; what cannot be is said by field. */
function readChoices(given: (name: string) => string | undefined, lang: Ask['context']['lang']) {
  const errors: Record<string, string> = {};
  const weights = Object.fromEntries(
    KEY_PARTS.map((part) => {
      const typed = given(`w-${part}`);
      if (typed === undefined || typed === '') return [part, typed === undefined ? START[part] : 0];
      const value = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
      if (!(value <= 100)) errors[`w-${part}`] = homeWords(lang).mistakes.weight;
      return [part, value <= 100 ? value : 0];
    }),
  ) as Weights;
  return { weights, errors };
}

async function readShare(
  { ground, region }: MonitorHouse,
  given: (name: string) => string | undefined,
  weights: Weights,
  actor: Actor | undefined,
): Promise<ShareRead | undefined> {
  const { housing } = region;
  const scenario = housing?.scenarios.find(({ id }) => id === (given('scenario') ?? housing.scenarios[0]!.id));
  const type = housing?.types.find(({ id }) => id === (given('soort') ?? housing.types[0]!.id));
  if (!housing || !scenario || !type) return undefined;
  const numbers: readonly HomeNumber[] = await numbersOf(ground.pool, 'key');
  const parts = keyParts(region, numbers);
  const ids = region.municipalities.map(({ id }) => id);
  const total = scenario.homes[type.id] ?? 0;
  return {
    region,
    housing,
    scenario,
    type,
    total,
    weights,
    parts,
    have: (part) => numbers.filter((one) => one.part === part).length,
    shares: fairShare(total, ids, parts, weights),
    even: fairShare(total, ids, parts, EVEN),
    decided: await decidedShares(ground.pool),
    mine:
      actor !== undefined &&
      mayDo({ ground, region }, actor, 'keep-homes').allow &&
      municipalityOf(region, actor) === undefined,
  };
}

/** GET /regiobeeld/wonen/verdeling?scenario=&soort=&w-residents=… */
export async function showShare(house: MonitorHouse, ask: Ask<Actor | undefined>): Promise<Answer> {
  const given = (name: string) => ask.query(name);
  const { weights, errors } = readChoices(given, ask.context.lang);
  const read = await readShare(house, given, weights, ask.actor);
  if (!read) return { problem: ABSENT };
  const typed = Object.fromEntries(
    KEY_PARTS.map((part) => [`w-${part}`, ask.query(`w-${part}`) ?? String(weights[part])]),
  );
  return sharePage(ask.context, read, { values: typed, errors });
}

/** POST /cijfers/wonen/verdeling */
export async function decideShare(house: MonitorHouse, ask: FormAsk): Promise<Answer> {
  const words = homeWords(ask.context.lang);
  const posted: Posted = ask.posted;
  const given = (name: string) => text(posted, name) || undefined;
  const { weights } = readChoices((name) => text(posted, name), ask.context.lang);
  const read = await readShare(house, given, weights, ask.actor);
  if (!read) return { problem: ABSENT };
  if (!read.mine) return { problem: (await denied(house.ground, ask.actor, ask.door)).problem };
  const name = text(posted, 'name');
  const date = dateOfParts(readDateParts(posted, 'decided'));
  const errors = {
    ...(name.length < 3 || name.length > 80 ? { name: words.mistakes.name } : {}),
    ...(date === undefined ? { decided: words.mistakes.date } : {}),
  };
  if (date === undefined || Object.keys(errors).length > 0)
    return { again: sharePage(ask.context, read, { values: posted, errors }) };
  const { scenario, type, total } = read;
  const asked = { name, decided_on: date, scenario: scenario.id, type: type.id, total, weights };
  const done = await keepDecision(house, ask.actor, asked, ask.door);
  if (!done.ok) return { problem: done.problem };
  return { to: '/regiobeeld/wonen/verdeling', flash: { kind: 'good', text: words.share.kept } };
}
