import { mkdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { closeBrowser, withBrowser } from '../../../test/support/browser.ts';
import { checkPage, showHtml } from '../../../test/support/pagechecks.ts';
import { openTour, type Shown } from '../../../test/support/tour.ts';
import { contentSecurityPolicy } from '../../ui/index.ts';

let shown: readonly Shown[] = [];
let stop: () => Promise<void> = async () => undefined;

before(async () => {
  ({ shown, stop } = await openTour());
});
after(async () => {
  await closeBrowser();
  await stop();
});

/** Where pictures of every page go, at 1280 and 360 px, for who wants to look at them. */
const shots = process.env.OMZIEN_SHOTS;

describe('the pages of who refers and who coaches', () => {
  it('are good enough in every state: accessible, valid, 320 px wide, by keyboard', { timeout: 600_000 }, async (t) => {
    for (const { name, html } of shown)
      await t.test(name, async () => {
        for (const width of shots ? [1280, 360] : [360])
          await withBrowser({ javaScript: false, viewport: { width, height: 900 } }, async (page) => {
            await showHtml(page, html, contentSecurityPolicy);
            if (shots) {
              mkdirSync(shots, { recursive: true });
              await page.screenshot({ path: `${shots}/${name.replace(/\W+/g, '-')}-${width}.png`, fullPage: true });
            }
            if (width === 360) await checkPage(page, html);
          });
      });
  });
});
