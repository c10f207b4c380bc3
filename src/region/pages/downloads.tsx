import { ABSENT, type Actor } from '../../platform/index.ts';
import { chartPicture } from '../../ui/index.ts';
import type { Answer, Ask } from '../../web/index.ts';
import type { Figure } from '../model/figure.ts';
import { allOf } from '../store/figures.ts';
import type { MonitorHouse } from './house.ts';
import { AreaTiles, hasYears, YearsChart } from './indicator/chart.tsx';
import { addressOf, indicatorOf, readIndicator, sourcesOf } from './indicator/handler.ts';
import { csvAnswer, OPEN_DATA, type PictureKind, pictureAnswer } from './take-along.ts';
import { monitorWords } from './words.ts';

/** GET /regiobeeld/:indicator.csv — every figure, one line each. */
export async function downloadCsv({ ground, region }: MonitorHouse, id: string): Promise<Answer> {
  if (!indicatorOf(region, id)) return { problem: ABSENT };
  return csvAnswer(id, [HEAD, ...(await allOf(ground, id)).map(fieldsOf)]);
}

/** The names of the columns, the same in every language: programs read them. */
const HEAD = ['indicator', 'area', 'series', 'year', 'sex', 'age', 'value', 'lower', 'upper'];
const fieldsOf = (one: Figure): readonly string[] =>
  [one.indicator, one.area, one.series, one.year, one.sex, one.age, one.value, one.lower ?? '', one.upper ?? ''].map(
    String,
  );

/** GET /regiobeeld/:indicator.json — the indicator with its series and sources, and every figure. */
export async function downloadJson({ ground, region }: MonitorHouse, id: string): Promise<Answer> {
  const indicator = indicatorOf(region, id);
  if (!indicator) return { problem: ABSENT };
  const { series, ...about } = indicator;
  const sources = series.map(({ values: _values, counted: _counted, own: _own, ...source }) => source);
  const figures = (await allOf(ground, id)).map(({ indicator: _indicator, ...figure }) => figure);
  return Response.json({ ...about, series: sources, figures }, { headers: OPEN_DATA });
}

/**
 * GET /regiobeeld/:indicator.svg and .png ?gebied= — the chart over the years as a picture, with where it comes from in
 * it; with `beeld=kaart` the map, and with `kaart=grenzen` that with boundaries.
 */
export async function downloadPicture(
  house: MonitorHouse,
  ask: Ask<Actor | undefined>,
  id: string,
  kind: PictureKind,
): Promise<Answer> {
  const asMap = ask.query('beeld') === 'kaart';
  const read = await readIndicator(house, id, ask.query('gebied'), asMap && ask.query('kaart') === 'grenzen');
  if (!read || !(asMap ? read.across.length > 0 : hasYears(read))) return { problem: ABSENT };
  const { lang } = ask.context;
  const sources = sourcesOf(read).join('; ');
  const credit = monitorWords(lang).page.credit({ sources, url: addressOf(house, read) });
  const Drawn = asMap ? AreaTiles : YearsChart;
  const picture = chartPicture(ask.context, <Drawn read={read} lang={lang} alone />, credit);
  const name = [id, asMap ? 'kaart' : undefined, read.area.kind === 'here' ? undefined : read.area.id];
  return pictureAnswer(name.filter(Boolean).join('-'), picture, kind);
}
