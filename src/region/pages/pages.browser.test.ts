import { mkdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { closeBrowser, withBrowser } from '../../../test/support/browser.ts';
import { monitorWeb } from '../../../test/support/monitor.ts';
import { checkPage, showHtml } from '../../../test/support/pagechecks.ts';
import type { TestWeb } from '../../../test/support/web.ts';
import { contentSecurityPolicy } from '../../ui/index.ts';

/** Where pictures go, for whoever looks at them; without it none are made. */
const shots = process.env.OMZIEN_SHOTS;

/** Each page in its states: several sources, one source, no figure, by age, one municipality, English. */
const PAGES: Readonly<Record<string, string>> = {
  overview: '/regiobeeld',
  'sources-differ': '/regiobeeld/grijze-druk',
  'with-interval': '/regiobeeld/aandeel-65?gebied=hof-van-twente',
  'by-age': '/regiobeeld/inwoners-65?gebied=rijssen-holten',
  'one-figure': '/regiobeeld/roken',
  'no-figure': '/regiobeeld/eenzaamheid?gebied=borne',
  sheet: '/regiobeeld/gebied/tubbergen',
  absent: '/regiobeeld/bestaat-niet',
};

let web: TestWeb;
const pages = new Map<string, string>();
before(async () => {
  web = await monitorWeb();
  for (const [name, path] of Object.entries(PAGES)) pages.set(name, await (await web.visitor().get(path)).text());
  const english = web.visitor();
  await english.get('/taal?naar=en&terug=/regiobeeld');
  pages.set('english', await (await english.get('/regiobeeld/mantelzorgers-per-85?gebied=enschede')).text());
});
after(async () => {
  await closeBrowser();
  await web.stop();
});

describe('the pages with figures', { timeout: 300_000 }, () => {
  for (const name of [...Object.keys(PAGES), 'english'])
    it(`hold to what every page is held to, without JavaScript: ${name}`, async () => {
      const html = pages.get(name)!;
      await withBrowser({ javaScript: false }, async (page) => {
        await showHtml(page, html, contentSecurityPolicy);
        if (shots) {
          mkdirSync(shots, { recursive: true });
          for (const width of [1280, 360]) {
            await page.setViewportSize({ width, height: 900 });
            await page.screenshot({ path: `${shots}/figures-${name}-${width}.png`, fullPage: true });
          }
        }
        await checkPage(page, html);
      });
    });
});
