import type { RouteConfig } from '@hono/zod-openapi';
import { ABSENT, type Actor } from '../../platform/index.ts';
import { type ApiAsk, problemJson, type WebContext } from '../../web/index.ts';
import { FIGURE_ROUTES as ROUTES } from './described-figures.ts';
import { keptAnswer } from './kept.ts';
import type { Kept, OpenFigure, OpenFigures } from './open-figures.ts';
import type { At } from './shapes.ts';
import { gebied, indicator, indicatorInLijst, stap, vooruitzicht, waarde } from './shapes-figures.ts';
import { valid } from './valid.ts';

type Open = (route: RouteConfig, work: (ask: ApiAsk<Actor | undefined>) => Promise<Response>) => void;
type Query = Readonly<Record<string, string | number | undefined>>;

/** The figures of the region as open data: what the pages show, from the same engine, so that hidden stays hidden. */
export function figureRoutes(open: Open, figures: OpenFigures, at: At): void {
  const list = (c: WebContext, path: string, results: readonly object[], changedAt: Date, next?: Query) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(next ?? {})) if (value !== undefined) query.set(name, String(value));
    const volgende = next ? { volgende: `${at.api}${path}?${query}` } : {};
    return keptAnswer(c, { resultaten: results, ...volgende }, changedAt);
  };
  const all = <T>(c: WebContext, path: string, found: Kept<readonly T[]> | undefined, shape: (one: T) => object) =>
    found ? list(c, path, found.value.map(shape), found.changedAt) : problemJson(c, ABSENT);

  open(ROUTES.gebieden, async ({ c }) => all(c, '/gebieden', figures.areas(), gebied));
  open(ROUTES.indicatoren, async ({ c }) => {
    const { na, aantal, thema } = valid<{ na?: string; aantal: number; thema?: string }>(c, 'query');
    const { value: themes, changedAt } = await figures.themes();
    const lines = themes
      .filter(({ id }) => thema === undefined || id === thema)
      .flatMap((theme) => theme.indicators.map((one) => ({ theme, one })))
      .toSorted((a, b) => (a.one.id < b.one.id ? -1 : 1))
      .filter(({ one }) => na === undefined || one.id > na);
    const page = lines.slice(0, aantal);
    const more = lines.length > aantal ? { na: page.at(-1)?.one.id, aantal, thema } : undefined;
    const shown = page.map(({ theme, one }) => indicatorInLijst(at, theme, one));
    return list(c, '/indicatoren', shown, changedAt, more);
  });
  open(ROUTES.indicator, async ({ c }) => {
    const found = await figures.indicator(valid<{ id: string }>(c, 'param').id);
    if (!found) return problemJson(c, ABSENT);
    return keptAnswer(c, indicator(at, found.value.theme, found.value.indicator), found.changedAt);
  });
  open(ROUTES.waarden, async ({ c }) => {
    const { id } = valid<{ id: string }>(c, 'param');
    const asked = valid<{ gebied?: string; jaar?: number; bron?: string; na?: string; aantal: number }>(c, 'query');
    const { gebied: area, jaar: year, bron: series, aantal } = asked;
    const after = asked.na === undefined ? undefined : placed(asked.na);
    const found = await figures.values(id, { area, year, series, after, count: aantal + 1 });
    if (!found) return problemJson(c, ABSENT);
    const page = found.value.slice(0, aantal);
    const more =
      found.value.length > aantal
        ? { na: placeOf(page.at(-1)!), aantal, gebied: area, jaar: year, bron: series }
        : undefined;
    return list(c, `/indicatoren/${id}/waarden`, page.map(waarde), found.changedAt, more);
  });
  open(ROUTES.stappen, async ({ c }) => {
    const { id } = valid<{ id: string }>(c, 'param');
    return all(c, `/ketenaanpakken/${id}/stappen`, await figures.steps(id), stap);
  });
  open(ROUTES.vooruitzichten, async ({ c }) => {
    const {
      gebied: area,
      variant,
      totalen,
    } = valid<{ gebied?: string; variant?: string; totalen?: string }>(c, 'query');
    const found = figures.outlooks({ area, variant, toPlans: totalen === 'plannen' });
    return all(c, '/vooruitzichten', found, vooruitzicht);
  });
}

const placeOf = ({ series, area, year, sex, age }: OpenFigure): string => [series, area, year, sex, age].join('~');

/** The description of the route let only a place through. */
function placed(na: string): Pick<OpenFigure, 'series' | 'area' | 'year' | 'sex' | 'age'> {
  const [series = '', area = '', year, sex, age = ''] = na.split('~');
  return { series, area, year: Number(year), sex: sex as OpenFigure['sex'], age };
}
