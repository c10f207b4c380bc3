import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { closeBrowser, withBrowser } from '../../../../test/support/browser.ts';
import { type Cbs, cbsServer } from '../../../../test/support/cbs.ts';
import { monitorWeb } from '../../../../test/support/monitor.ts';
import { checkPage, showHtml } from '../../../../test/support/pagechecks.ts';
import { shippedRegion } from '../../../../test/support/pathways.ts';
import { type TestWeb, tokensIn, type Visitor } from '../../../../test/support/web.ts';
import { contentSecurityPolicy } from '../../../ui/index.ts';
import { openData } from '../../index.ts';

const shots = process.env.OMZIEN_SHOTS;
const BRING = '/cijfers/inbrengen';

let cbs: Cbs;
let web: TestWeb;
let adviser: Visitor;
const pages = new Map<string, string>();
const keep = async (name: string, answer: Response) => {
  const html = await answer.text();
  pages.set(name, html);
  return html;
};
before(async () => {
  cbs = await cbsServer(shippedRegion().municipalities.map(({ cbsCode }) => cbsCode));
  web = await monitorWeb({ openData: openData({ base: cbs.base, wait: async () => undefined }) });
  adviser = await web.signIn('adviser');
});
after(async () => {
  await closeBrowser();
  await web.stop();
  await cbs.down();
});

const SERIES = {
  series: '+',
  'date-day': '1',
  'date-month': '1',
  'date-year': '2024',
  name: 'Proefbron',
  kind: 'count',
  source: 'Verzonnen',
  definition: 'Verzonnen telling',
  differ: 'Deze bron telt anders.',
};

describe('a table of CBS', () => {
  it('is searched, picked from, previewed and brought in; after that it is fetched each week', async () => {
    await keep('search', await adviser.get(`${BRING}/cbs?zoek=val`));
    assert.match(pages.get('search')!, /Valrisico; regio, geslacht/);
    const path = `${BRING}/cbs/99001NED?cijfer=valrisico`;
    await keep('table', await adviser.get(path));
    const form = await adviser.post(path, { ...SERIES, measure: 'M001' }, { page: path });
    assert.equal(form.status, 422);
    await keep('table-mistakes', form);
    assert.match(pages.get('table-mistakes')!, /Kies een waarde uit deze kolom/);
    const picked = {
      ...SERIES,
      measure: 'M001',
      area: 'RegioS',
      time: 'Perioden',
      'fixed-Geslacht': 'T001038',
      factor: '1000',
      every: 'week',
    };
    const sent = await adviser.post(path, picked, { page: path });
    assert.equal(sent.status, 303);
    const draft = sent.headers.get('location')!;
    const html = await keep('draft', await adviser.get(draft));
    assert.match(html, /Nieuw<!-- -->: <!-- -->30|Nieuw: 30/);
    const state = /name="state" value="([^"]+)"/.exec(html)![1]!;
    const done = await adviser.send(draft, { ...tokensIn(html, draft), state });
    assert.equal(done.status, 303);
    await keep('load', await adviser.follow(done));
    assert.match(pages.get('load')!, /2026-10-01/);
    assert.match(await keep('list', await adviser.get(BRING)), /Elke week/);
    assert.match(await (await web.visitor().get('/regiobeeld/valrisico')).text(), /Proefbron/);
  });

  it('that does not answer is said, and what was typed stays', async () => {
    cbs.trouble.push(...Array<number>(12).fill(503));
    assert.match(await keep('failed', await adviser.get(`${BRING}/cbs?zoek=val`)), /geeft nu geen antwoord/);
    cbs.trouble.length = 0;
  });

  it('is not for a coach; an adviser of Enschede takes Enschede from it', async () => {
    const coach = await web.signIn('coach');
    assert.equal((await coach.get(`${BRING}/cbs?zoek=val`)).status, 404);
    const own = await web.signIn('enschede');
    assert.match(await (await own.get(BRING)).text(), /U werkt voor Enschede/);
  });
});

describe('the pages where figures are brought in', { timeout: 300_000 }, () => {
  for (const name of ['search', 'table', 'table-mistakes', 'draft', 'load', 'list', 'failed'])
    it(`hold to what every page is held to: ${name}`, async () => {
      const html = pages.get(name)!;
      await withBrowser({ javaScript: false }, async (page) => {
        await showHtml(page, html, contentSecurityPolicy);
        if (shots) {
          mkdirSync(shots, { recursive: true });
          for (const width of [1280, 360]) {
            await page.setViewportSize({ width, height: 900 });
            await page.screenshot({ path: `${shots}/bring-${name}-${width}.png`, fullPage: true });
          }
        }
        await checkPage(page, html);
      });
    });
});
