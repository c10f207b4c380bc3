import type { Region } from '../content/index.ts';
import type { OpenFigures, Outlook } from '../exchange/index.ts';
import { funnelPublishedAt } from '../pathways/index.ts';
import { type Ground, localDate } from '../platform/index.ts';
import { shownRegion } from './bring/bring.ts';
import { lookAhead, looksAhead, VARIANT_NAMES } from './futures/ahead.ts';
import { SUBJECTS } from './futures/subjects.ts';
import { anyAreaOf, areaOf, areasIn, areasOf } from './model/area.ts';
import { readFunnel } from './pages/funnel/handler.ts';
import { VARIANT_SLUGS } from './pages/futures/present.ts';
import { futureWords } from './pages/futures/words.ts';
import { valuesOf } from './store/figures.ts';
import { loadedAt } from './store/loads.ts';

const DIGITS = 4;

/** The figures for who reads them through the API: read as the pages read them. What the content says came with this start. */
export function openFigures(ground: Ground, region: Region): OpenFigures {
  const started = ground.clock.now();
  const latest = (...moments: readonly (Date | undefined)[]): Date =>
    new Date(Math.max(started.getTime(), ...moments.map((one) => one?.getTime() ?? 0)));
  const shown = async () => {
    const [read, at] = await Promise.all([shownRegion(ground, region), loadedAt(ground.pool)]);
    return { themes: read.themes, changedAt: latest(at) };
  };
  const indicator: OpenFigures['indicator'] = async (id) => {
    const { themes, changedAt } = await shown();
    const theme = themes.find(({ indicators }) => indicators.some((one) => one.id === id));
    const found = theme?.indicators.find((one) => one.id === id);
    return theme && found && { value: { indicator: found, theme }, changedAt };
  };
  return {
    areas: () => ({ value: [...areasOf(region), ...areasIn(region)], changedAt: started }),
    themes: async () => {
      const { themes, changedAt } = await shown();
      return { value: themes, changedAt };
    },
    indicator,
    values: async (id, asked) => {
      const found = await indicator(id);
      if (!found || (asked.area !== undefined && !anyAreaOf(region, asked.area))) return undefined;
      return { value: await valuesOf(ground, id, asked), changedAt: found.changedAt };
    },
    steps: async (pathway) => {
      const task = region.monitor.tasks?.find((one) => one.pathway === pathway);
      const read = task && (await readFunnel({ ground, region }, { keten: task.id }));
      if (!read?.pathway) return undefined;
      return { value: read.figures, changedAt: latest(await funnelPublishedAt(ground, pathway), monthBegan(ground)) };
    },
    outlooks: ({ area: id = region.id, variant: slug = VARIANT_SLUGS.middle, toPlans }) => {
      const area = areaOf(region, id);
      const variant = VARIANT_NAMES.find((name) => VARIANT_SLUGS[name] === slug);
      if (!looksAhead(region) || !variant || (area?.kind !== 'here' && area?.kind !== 'municipality')) return undefined;
      const ahead = lookAhead(region, { area: area.id, variant, toPlans });
      const words = futureWords('nl');
      const plain = (value: number) => Number(value.toFixed(DIGITS));
      const value = SUBJECTS.map(
        ({ figure, slug: at, unit }): Outlook => ({
          id: at,
          title: words.titles[figure],
          definition: words.definitions[figure],
          unit,
          lines: ahead.linesOf(figure).map(({ key, points }) => ({
            key,
            points: points.map((one) => ({
              year: one.year,
              value: plain(one.value),
              lower: plain(one.lower),
              upper: plain(one.upper),
            })),
          })),
        }),
      );
      return { value, changedAt: started };
    },
  };
}

/** With a new month the oldest one falls off. */
function monthBegan({ clock }: Pick<Ground, 'clock'>): Date {
  const now = clock.now();
  return new Date(Math.min(now.getTime(), Date.parse(`${localDate(now).slice(0, 7)}-01`)));
}
