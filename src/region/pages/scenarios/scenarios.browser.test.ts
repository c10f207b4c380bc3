import { mkdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { closeBrowser, withBrowser } from '../../../../test/support/browser.ts';
import { monitorWeb } from '../../../../test/support/monitor.ts';
import { checkPage, showHtml } from '../../../../test/support/pagechecks.ts';
import { twente } from '../../../../test/support/region.ts';
import type { TestWeb } from '../../../../test/support/web.ts';
import { installJobs } from '../../../platform/jobs/index.ts';
import { differenceOf, findingsOf, modelOf, numbers, project, swings } from '../../../simulation/index.ts';
import { contentSecurityPolicy } from '../../../ui/index.ts';
import { doRuns, type Runner } from '../../what-if/queue.ts';

const shots = process.env.OMZIEN_SHOTS;
const region = twente();

/** A run as it is expected, without living anybody: what the page shows is as large as a real one. */
const expectedly: Runner = async ({ order, scenario }) => {
  const { residents, country, from, until, seed } = order;
  const grounds = { projection: project(residents, country, until + 1), from, until };
  const made = numbers();
  const difference = findingsOf(differenceOf(modelOf(grounds, made), scenario), scenario, made);
  const times = (factor: number) => ({ ...difference, cells: difference.cells.map((cell) => cell * factor) });
  return {
    difference,
    baseline: times(-20),
    chance: { ...difference, cells: difference.cells.map((cell) => Math.abs(cell) / 9) },
    low: times(1.3),
    high: times(0.7),
    tornado: [...swings(grounds, scenario, ['fallsEffect', 'atRisk', 'fallEmergency', 'fallsCost'])],
    people: 868_123,
    personYears: 11_402_332,
    touched: 23_410,
    mark: 3_311_042_117 + seed,
  };
};

let web: TestWeb;
const pages = new Map<string, string>();
before(async () => {
  web = await monitorWeb();
  await installJobs(web);
  const adviser = await web.signIn('adviser');
  const kept = async (naam: string, keuze: string) => {
    const saved = await adviser.post(
      '/regiobeeld/wat-als/scenarios',
      { naam, keuze },
      { page: '/regiobeeld/wat-als?aanpak=valpreventie' },
    );
    const at = saved.headers.get('location')!;
    return { at, run: () => adviser.post(`${at}/doorrekenen`, {}, { page: at }) };
  };
  const first = await kept('Vallen, een vijfde doet mee', 'aanpak=valpreventie');
  const second = await kept(
    'Vallen en gezonder gewicht in de hele regio, alleen voor wie alleen woont',
    'aanpak=valpreventie&aanpak=gezonder-gewicht&bereik-valpreventie=60',
  );
  await first.run();
  pages.set('waiting', await (await adviser.get(first.at)).text());
  await second.run();
  await doRuns(web.ground, region, expectedly);
  await kept('Nog niets', 'aanpak=respijtzorg');
  pages.set('list', await (await adviser.get('/regiobeeld/wat-als/scenarios')).text());
  pages.set('done', await (await adviser.get(`${first.at}?gebied=borne`)).text());
  const ids = [first, second].map(({ at }) => `met=${at.split('/').at(-1)}`).join('&');
  pages.set('compare', await (await adviser.get(`/regiobeeld/wat-als/vergelijk?${ids}`)).text());
  const english = web.visitor();
  await english.get('/taal?naar=en&terug=/regiobeeld');
  pages.set('english-assumptions', await (await english.get('/regiobeeld/wat-als/aannames')).text());
});
after(async () => {
  await closeBrowser();
  await web.stop();
});

describe('the pages with kept scenarios', { timeout: 300_000 }, () => {
  for (const name of ['waiting', 'list', 'done', 'compare', 'english-assumptions'])
    it(`hold to what every page is held to, without JavaScript: ${name}`, async () => {
      const html = pages.get(name)!;
      await withBrowser({ javaScript: false }, async (page) => {
        await showHtml(page, html, contentSecurityPolicy);
        if (shots) {
          mkdirSync(shots, { recursive: true });
          for (const width of [1280, 360]) {
            await page.setViewportSize({ width, height: 900 });
            await page.screenshot({ path: `${shots}/scenarios-${name}-${width}.png`, fullPage: true });
          }
        }
        await checkPage(page, html);
      });
    });
});
