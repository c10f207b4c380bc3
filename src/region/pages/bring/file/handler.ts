import { createHash } from 'node:crypto';
import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import { denied, mayDo } from '../../../acts.ts';
import { indicatorIn, keepDraft, onlyOf, shownRegion } from '../../../bring/bring.ts';
import { checkRows } from '../../../bring/check.ts';
import { readCsv } from '../../../bring/csv.ts';
import { BRING, type BringHouse } from '../house.ts';
import { readSeries } from '../series.ts';
import { bringWords } from '../words.ts';
import { filePage } from './view.tsx';

/** A file holds so many bytes at most. */
export const MOST_BYTES = 2_000_000;

/** GET /cijfers/inbrengen/bestand?cijfer= */
export async function showFile(house: BringHouse, ask: Ask): Promise<Answer> {
  if (!mayDo(house, ask.actor, 'bring-in-figures').allow)
    return { problem: (await denied(house.ground, ask.actor, ask.door)).problem };
  const region = await shownRegion(house.ground, house.region);
  const indicator = indicatorIn(region, ask.query('cijfer') ?? '');
  return filePage(ask.context, { region, indicator, values: (await ask.draft()) ?? {} });
}

/** POST /cijfers/inbrengen/bestand?cijfer= */
export async function readFile(house: BringHouse, ask: FormAsk): Promise<Answer> {
  if (!mayDo(house, ask.actor, 'bring-in-figures').allow)
    return { problem: (await denied(house.ground, ask.actor, ask.door)).problem };
  const words = bringWords(ask.context.lang).mistakes;
  const region = await shownRegion(house.ground, house.region);
  const indicator = indicatorIn(region, ask.query('cijfer') ?? '');
  if (!indicator) return { to: `${BRING}/bestand` };
  const form = readSeries(ask.posted, indicator, words);
  const [file] = ask.files;
  const noFile = !file || file.bytes.length === 0 || file.bytes.length > MOST_BYTES;
  if (!form.ok || noFile)
    return {
      again: filePage(ask.context, {
        region,
        indicator,
        values: ask.posted,
        errors: { ...(form.ok ? {} : form.errors), ...(noFile ? { file: words.file } : {}) },
      }),
    };
  const { rows, mistakes } = readCsv(house.region, file.bytes);
  const only = onlyOf(house.region, ask.actor);
  const draft = await keepDraft(
    house,
    ask.actor,
    {
      kind: 'csv',
      indicator: indicator.id,
      ...form.value,
      rows: rows.map(({ row }) => row),
      mistakes: [...mistakes, ...checkRows(indicator, rows, only)].toSorted((a, b) => a.line - b.line),
      file: file.name.slice(0, 120),
      digest: createHash('sha256').update(file.bytes).digest('hex'),
      pick: null,
    },
    ask.door,
  );
  return draft.ok ? { to: `${BRING}/concept/${draft.value.id}` } : { problem: draft.problem };
}
