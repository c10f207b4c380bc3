import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { contentSecurityPolicy } from '../../src/ui/index.ts';
import { plainPage } from './browser.ts';
import { checkPage, showHtml } from './pagechecks.ts';

/** Where pictures of every page go, at 1280 and 360 px, for who wants to look at them. */
const shots = process.env.OMZIEN_SHOTS;

/**
 * Holds a page that a server sent to all that every page is held to (`pageFindings`), without script and under our own
 * Content-Security-Policy, at this width in px. Ends the browser with `closeBrowser` in `after`.
 */
export async function checkSent(name: string, html: string, width = 1280): Promise<void> {
  const page = await plainPage();
  await page.setViewportSize({ width, height: 900 });
  const { blocked } = await showHtml(page, html, contentSecurityPolicy);
  if (shots) {
    mkdirSync(shots, { recursive: true });
    for (const wide of [1280, 360]) {
      await page.setViewportSize({ width: wide, height: 900 });
      await page.screenshot({ path: `${shots}/${name.replace(/\W+/g, '-')}-${wide}.png`, fullPage: true });
    }
    await page.setViewportSize({ width, height: 900 });
  }
  await checkPage(page, html);
  assert.deepEqual(blocked, [], 'nothing is blocked by our own policy');
}
