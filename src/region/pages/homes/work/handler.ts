import type { Housing, Municipality } from '../../../../content/index.ts';
import { ABSENT, type Problem, textIn } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, type Posted, text } from '../../../../web/index.ts';
import { denied, mayDo, type RegionGround } from '../../../acts.ts';
import { keepPlan, keeps, removePlan, supplyNumbers } from '../../../homes/keep.ts';
import { numbersOf, numbersState, planById, plansOf } from '../../../homes/store.ts';
import { municipalityOf } from '../../../model/brought.ts';
import type { NumberKind } from '../../../model/homes.ts';
import { yearOf } from '../../house.ts';
import { homeWords } from '../words.ts';
import { numberFields, planFields, readNumbers, readPlan } from './form.ts';
import { HOME_WORK, KINDS } from './paths.ts';
import { choicePage, homeWorkPage, numbersPage, planPage } from './view.tsx';

type Here = { readonly housing: Housing; readonly municipality: Municipality };

/** The municipality of this page, where this reader keeps it; else the page of what is not there. */
async function here(house: RegionGround, ask: Ask): Promise<Here | { readonly problem: Problem }> {
  const municipality = house.region.municipalities.find(({ id }) => id === ask.param('municipality'));
  const { housing } = house.region;
  const may =
    mayDo(house, ask.actor, 'keep-homes').allow &&
    municipality !== undefined &&
    keeps(house.region, ask.actor, municipality.id);
  if (!may || !municipality || !housing) return { problem: (await denied(house.ground, ask.actor, ask.door)).problem };
  return { housing, municipality };
}

/** GET /cijfers/wonen */
export async function chooseMunicipality(house: RegionGround, ask: Ask): Promise<Answer> {
  if (!mayDo(house, ask.actor, 'keep-homes').allow)
    return { problem: (await denied(house.ground, ask.actor, ask.door)).problem };
  const own = municipalityOf(house.region, ask.actor);
  return own ? { to: `${HOME_WORK}/${own}` } : choicePage(ask.context, house.region);
}

/** GET /cijfers/wonen/:municipality */
export async function showHomeWork(house: RegionGround, ask: Ask): Promise<Answer> {
  const found = await here(house, ask);
  if ('problem' in found) return found;
  const plans = await plansOf(house.ground.pool, found.municipality.id);
  return homeWorkPage(ask.context, found, plans);
}

/** GET /cijfers/wonen/:municipality/plan/:plan (`nieuw`: a new one) */
export async function showPlan(house: RegionGround, ask: Ask): Promise<Answer> {
  const found = await here(house, ask);
  if ('problem' in found) return found;
  const id = ask.param('plan');
  const plan = id === 'nieuw' ? undefined : await planById(house.ground.pool, id);
  if (id !== 'nieuw' && plan?.municipality !== found.municipality.id) return { problem: ABSENT };
  const values = (await ask.draft()) ?? (plan ? planFields(plan) : {});
  return planPage(ask.context, found, plan, { values });
}

/** POST /cijfers/wonen/:municipality/plan/:plan */
export async function savePlan(house: RegionGround, ask: FormAsk): Promise<Answer> {
  const found = await here(house, ask);
  if ('problem' in found) return found;
  const words = homeWords(ask.context.lang);
  const { municipality, housing } = found;
  const id = ask.param('plan');
  const plan = id === 'nieuw' ? undefined : await planById(house.ground.pool, id);
  if (id !== 'nieuw' && plan?.municipality !== municipality.id) return { problem: ABSENT };
  const form = readPlan(ask.posted, housing, words.mistakes);
  if (!form.ok) return { again: planPage(ask.context, found, plan, { values: ask.posted, errors: form.errors }) };
  const version = Number(/^\d{1,9}$/.exec(text(ask.posted, 'version'))?.[0] ?? 0);
  const asked = { municipality: municipality.id, plan: plan && { id: plan.id, version }, change: form.value };
  const done = await keepPlan(house, ask.actor, asked, ask.door);
  if (done.ok)
    return {
      to: `${HOME_WORK}/${municipality.id}`,
      flash: { kind: 'good', text: words.work.kept({ name: form.value.name }) },
    };
  if (done.problem.kind !== 'conflict' || !plan) return { problem: done.problem };
  // What was typed stays, with the version that stands now: sending it again is a choice made knowingly.
  const now = await planById(house.ground.pool, plan.id);
  if (!now) return { problem: ABSENT };
  return {
    again: planPage(ask.context, found, now, { values: ask.posted }, textIn(done.problem.text, ask.context.lang)),
  };
}

/** POST /cijfers/wonen/:municipality/plan/:plan/weg */
export async function dropPlan(house: RegionGround, ask: FormAsk): Promise<Answer> {
  const found = await here(house, ask);
  if ('problem' in found) return found;
  const asked = { municipality: found.municipality.id, plan: ask.param('plan') };
  const done = await removePlan(house, ask.actor, asked, ask.door);
  if (!done.ok) return { problem: done.problem };
  const flash = { kind: 'good', text: homeWords(ask.context.lang).work.removed } as const;
  return { to: `${HOME_WORK}/${found.municipality.id}`, flash };
}

/** Numbers of the task and the key are of its last year; those of people of a year that is chosen, last year at first. */
function yearFor(
  house: RegionGround,
  kind: NumberKind,
  housing: Housing,
  given: string | undefined,
): number | undefined {
  if (kind === 'target' || kind === 'key') return housing.until;
  const last = yearOf(house.ground) - 1;
  const year = given === undefined ? last : Number(given);
  return Number.isInteger(year) && year > last - 5 && year <= last + 1 ? year : undefined;
}

/** GET /cijfers/wonen/:municipality/:kind?jaar= */
export async function showNumbers(house: RegionGround, ask: Ask): Promise<Answer> {
  const found = await here(house, ask);
  if ('problem' in found) return found;
  const kind = KINDS[ask.param('kind')];
  const year = kind && yearFor(house, kind, found.housing, ask.query('jaar'));
  if (!kind || !year) return { problem: ABSENT };
  const { ground } = house;
  const fields = numberFields(kind, found.housing, homeWords(ask.context.lang));
  const numbers = (await numbersOf(ground.pool, kind)).filter(
    (one) => one.municipality === found.municipality.id && one.year === year,
  );
  const values: Posted = Object.fromEntries(
    fields.map(({ part, field }) => [field, String(numbers.find((one) => one.part === part)?.value ?? '')]),
  );
  const state = await numbersState(ground.pool, found.municipality.id, kind, year);
  const shown = { values: (await ask.draft()) ?? values };
  return numbersPage(ask.context, { ...found, kind, path: ask.param('kind'), year, fields, state }, shown);
}

/** POST /cijfers/wonen/:municipality/:kind?jaar= */
export async function saveNumbers(house: RegionGround, ask: FormAsk): Promise<Answer> {
  const found = await here(house, ask);
  if ('problem' in found) return found;
  const kind = KINDS[ask.param('kind')];
  const year = kind && yearFor(house, kind, found.housing, ask.query('jaar'));
  if (!kind || !year) return { problem: ABSENT };
  const words = homeWords(ask.context.lang);
  const { municipality } = found;
  const fields = numberFields(kind, found.housing, words);
  const form = readNumbers(ask.posted, kind, fields, words.mistakes);
  const page = { ...found, kind, path: ask.param('kind'), year, fields };
  const state = text(ask.posted, 'state');
  if (!form.ok)
    return { again: numbersPage(ask.context, { ...page, state }, { values: ask.posted, errors: form.errors }) };
  const asked = { municipality: municipality.id, kind, year, state, values: form.value };
  const done = await supplyNumbers(house, ask.actor, asked, ask.door);
  if (done.ok) return { to: `${HOME_WORK}/${municipality.id}`, flash: { kind: 'good', text: words.work.numbersKept } };
  if (done.problem.kind !== 'conflict') return { problem: done.problem };
  const now = await numbersState(house.ground.pool, municipality.id, kind, year);
  const said = textIn(done.problem.text, ask.context.lang);
  return { again: numbersPage(ask.context, { ...page, state: now }, { values: ask.posted }, said) };
}
