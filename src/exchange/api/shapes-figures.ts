import type { z } from '@hono/zod-openapi';
import type { Indicator as ContentIndicator, Series, Theme } from '../../content/index.ts';
import type { FunnelFigure } from '../../pathways/index.ts';
import type { OpenFigure, Outlook } from './open-figures.ts';
import type { Gebied, Indicator, IndicatorInLijst, Stap, Vooruitzicht, Waarde } from './schemas-figures.ts';
import type { At } from './shapes.ts';

const SOORT: Readonly<Record<string, z.infer<typeof Gebied>['soort']>> = {
  municipality: 'gemeente',
  here: 'eigen-regio',
  country: 'land',
  province: 'provincie',
  region: 'regio',
  postcode: 'postcodegebied',
};
const EENHEID = {
  people: 'mensen',
  percent: 'procent',
  ratio: 'verhouding',
  hours: 'uren',
  change: 'verandering-in-procent',
} as const satisfies Readonly<Record<ContentIndicator['unit'], string>>;
const RICHTING = {
  'more-is-better': 'meer-is-beter',
  'less-is-better': 'minder-is-beter',
  neutral: 'neutraal',
} as const satisfies Readonly<Record<ContentIndicator['polarity'], string>>;
const BRONSOORT = {
  count: 'telling',
  survey: 'enquete',
  estimate: 'schatting',
  projection: 'prognose',
  plan: 'plan',
} as const satisfies Readonly<Record<Series['kind'], string>>;
const GESLACHT = { all: 'alle', men: 'mannen', women: 'vrouwen' } as const;
const STAP = {
  signal: 'signaal',
  reached: 'bereikt',
  conversation: 'gesprek',
  referred: 'verwezen',
  accepted: 'aangenomen',
  completed: 'afgerond',
  better: 'beter',
} as const satisfies Readonly<Record<FunnelFigure['step'], string>>;

export function gebied(area: {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly within?: string | undefined;
}): z.infer<typeof Gebied> {
  const soort = SOORT[area.kind] ?? 'regio';
  return { id: area.id, naam: area.name, soort, ...(area.within ? { gemeente: area.within } : {}) };
}

export function indicatorInLijst(at: At, theme: Theme, one: ContentIndicator): z.infer<typeof IndicatorInLijst> {
  const url = `${at.api}/indicatoren/${one.id}`;
  return {
    id: one.id,
    url,
    titel: one.title,
    thema: { id: theme.id, titel: theme.title },
    definitie: one.definition,
    eenheid: EENHEID[one.unit],
    waarden: `${url}/waarden`,
  };
}

export function indicator(at: At, theme: Theme, one: ContentIndicator): z.infer<typeof Indicator> {
  const { target } = one;
  return {
    ...indicatorInLijst(at, theme, one),
    waarom: one.why,
    richting: RICHTING[one.polarity],
    doel: target ? { waarde: target.value, jaar: target.year ?? null, tekst: target.text, bron: target.source } : null,
    verschil: one.differ ?? null,
    bronnen: one.series.map((series) => ({
      id: series.id,
      naam: series.name,
      soort: BRONSOORT[series.kind],
      bron: series.source,
      link: series.url ?? null,
      licentie: series.licence ?? null,
      datum: series.date,
      definitie: series.definition,
      methode: series.method ?? null,
      kanttekening: series.caveat ?? null,
    })),
  };
}

export function waarde(one: OpenFigure): z.infer<typeof Waarde> {
  return {
    gebied: one.area,
    bron: one.series,
    jaar: one.year,
    geslacht: GESLACHT[one.sex],
    leeftijd: one.age === 'all' ? 'alle' : one.age,
    waarde: one.value,
    ondergrens: one.lower,
    bovengrens: one.upper,
  };
}

export function stap(one: FunnelFigure): z.infer<typeof Stap> {
  const { month, area, step, people, in_time, days } = one;
  return { maand: month, gebied: area, stap: STAP[step], mensen: people, opTijd: in_time, dagen: days };
}

export function vooruitzicht(one: Outlook): z.infer<typeof Vooruitzicht> {
  return {
    id: one.id,
    titel: one.title,
    definitie: one.definition,
    eenheid: EENHEID[one.unit as 'people' | 'percent' | 'ratio'],
    lijnen: one.lines.map(({ key, points }) => ({
      id: key,
      jaren: points.map(({ year, value, lower, upper }) => ({
        jaar: year,
        waarde: value,
        ondergrens: lower ?? value,
        bovengrens: upper ?? value,
      })),
    })),
  };
}
