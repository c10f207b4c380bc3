import { createHash } from 'node:crypto';
import { ABSENT, localDate } from '../../../../platform/index.ts';
import { datePartsOf } from '../../../../ui/index.ts';
import type { Answer, Ask, FormAsk, Posted } from '../../../../web/index.ts';
import { denied, mayDo } from '../../../acts.ts';
import { indicatorIn, keepDraft, onlyOf, shownRegion } from '../../../bring/bring.ts';
import { fetchPicked, guessDimensions } from '../../../bring/from-cbs.ts';
import { OpenDataFailure, type TableAbout } from '../../../bring/odata.ts';
import { BRING, type BringHouse } from '../house.ts';
import { NEW, readSeries } from '../series.ts';
import { bringWords } from '../words.ts';
import { readPick } from './form.ts';
import { searchPage, tablePage } from './view.tsx';

/** What CBS gives, or nothing where it does not answer. */
async function asked<T>(work: () => Promise<T>): Promise<{ readonly answer: T } | undefined> {
  try {
    return { answer: await work() };
  } catch (error) {
    if (error instanceof OpenDataFailure) return undefined;
    throw error;
  }
}

/** GET /cijfers/inbrengen/cbs?zoek= */
export async function searchTables(house: BringHouse, ask: Ask): Promise<Answer> {
  if (!mayDo(house, ask.actor, 'bring-in-figures').allow)
    return { problem: (await denied(house.ground, ask.actor, ask.door)).problem };
  const { openData } = house;
  const search = (ask.query('zoek') ?? '').slice(0, 100);
  if (!openData || search === '') return searchPage(ask.context, { on: openData !== undefined, search });
  const found = await asked(() => openData.tables(search));
  return searchPage(ask.context, { on: true, search, tables: found?.answer, failed: !found });
}

/** GET /cijfers/inbrengen/cbs/:table?cijfer= */
export async function showTable(house: BringHouse, ask: Ask): Promise<Answer> {
  if (!mayDo(house, ask.actor, 'bring-in-figures').allow)
    return { problem: (await denied(house.ground, ask.actor, ask.door)).problem };
  const { openData } = house;
  if (!openData) return { problem: ABSENT };
  const found = await asked(() => openData.table(ask.param('table')));
  if (!found) return searchPage(ask.context, { on: true, search: '', failed: true });
  const table = found.answer;
  if (!table) return { problem: ABSENT };
  const region = await shownRegion(house.ground, house.region);
  const indicator = indicatorIn(region, ask.query('cijfer') ?? '');
  const values = (await ask.draft()) ?? begin(table, ask.context.lang);
  return tablePage(ask.context, { table, region, indicator, values });
}

/** What the form begins with: what the table says of itself. */
function begin(table: TableAbout, lang: Ask['context']['lang']): Posted {
  const words = bringWords(lang).cbs;
  const { area, time } = guessDimensions(table);
  const date = datePartsOf(table.modified);
  return {
    area,
    time,
    factor: '1',
    every: 'once',
    series: NEW,
    name: words.defaultName({ table: table.id }),
    kind: 'count',
    source: words.defaultSource({ table: table.id, title: table.title }),
    url: `https://opendata.cbs.nl/statline/#/CBS/nl/dataset/${table.id}/table`,
    licence: 'CC BY 4.0',
    'date-day': date.day,
    'date-month': date.month,
    'date-year': date.year,
    ...(table.measures.length === 1 ? { measure: table.measures[0]!.id } : {}),
  };
}

/** POST /cijfers/inbrengen/cbs/:table?cijfer= */
export async function pickFromTable(house: BringHouse, ask: FormAsk): Promise<Answer> {
  if (!mayDo(house, ask.actor, 'bring-in-figures').allow)
    return { problem: (await denied(house.ground, ask.actor, ask.door)).problem };
  const { openData } = house;
  if (!openData) return { problem: ABSENT };
  const words = bringWords(ask.context.lang);
  const found = await asked(() => openData.table(ask.param('table')));
  if (!found) return { again: searchPage(ask.context, { on: true, search: '', failed: true }) };
  const table = found.answer;
  if (!table) return { problem: ABSENT };
  const region = await shownRegion(house.ground, house.region);
  const indicator = indicatorIn(region, ask.query('cijfer') ?? '');
  if (!indicator) return { to: `${BRING}/cbs/${table.id}` };
  const shown = { table, region, indicator, values: ask.posted };
  const pick = readPick(ask.posted, table, words.mistakes);
  const series = readSeries(ask.posted, indicator, words.mistakes);
  if (!pick.ok || !series.ok) {
    const errors = { ...(pick.ok ? {} : pick.errors), ...(series.ok ? {} : series.errors) };
    return { again: tablePage(ask.context, { ...shown, errors }) };
  }
  const only = onlyOf(house.region, ask.actor);
  const fetched = await asked(() => fetchPicked(openData, house.region, indicator, pick.value, only));
  if (!fetched) return { again: tablePage(ask.context, { ...shown, failed: true }) };
  const { rows, mistakes } = fetched.answer;
  const draft = await keepDraft(
    house,
    ask.actor,
    {
      kind: 'cbs',
      indicator: indicator.id,
      ...series.value,
      rows,
      mistakes,
      file: `CBS ${table.id}`,
      digest: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
      source_version: table.modified || localDate(house.ground.clock.now()),
      pick: pick.value,
    },
    ask.door,
  );
  return draft.ok ? { to: `${BRING}/concept/${draft.value.id}` } : { problem: draft.problem };
}
