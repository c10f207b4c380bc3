import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../../../test/support/browser.ts';
import { checkSent } from '../../../test/support/sent.ts';
import { openTour, type Shown } from '../../../test/support/tour.ts';

let shown: readonly Shown[] = [];
let stop: () => Promise<void> = async () => undefined;

before(async () => {
  ({ shown, stop } = await openTour());
});
after(async () => {
  await closeBrowser();
  await stop();
});

describe('the pages of who refers and who coaches', () => {
  it('are good enough in every state: accessible, valid, 320 px wide, by keyboard', { timeout: 600_000 }, async (t) => {
    for (const { name, html } of shown) await t.test(name, () => checkSent(name, html, 360));
  });
});
