import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../../../../../test/support/browser.ts';
import { monitorWeb } from '../../../../../test/support/monitor.ts';
import { checkSent } from '../../../../../test/support/sent.ts';
import type { TestWeb } from '../../../../../test/support/web.ts';
import { HOME_WORK, KIND_PATHS } from './paths.ts';

/** The pages of who keeps homes: whole region, one municipality, a new plan, each kind of numbers. */
const PAGES: Readonly<Record<string, string>> = {
  choose: HOME_WORK,
  municipality: `${HOME_WORK}/enschede`,
  plan: `${HOME_WORK}/enschede/plan/nieuw`,
  ...Object.fromEntries(KIND_PATHS.map(({ path }) => [path, `${HOME_WORK}/enschede/${path}`])),
};

let web: TestWeb;
const pages = new Map<string, string>();
before(async () => {
  web = await monitorWeb();
  const adviser = await web.signIn('adviser');
  for (const [name, path] of Object.entries(PAGES)) {
    const answer = await adviser.get(path);
    assert.equal(answer.status, 200, path);
    pages.set(name, await answer.text());
  }
  const path = PAGES.plan!;
  const wrong = await adviser.post(path, { name: '' }, { page: path });
  assert.equal(wrong.status, 422);
  pages.set('plan-mistakes', await wrong.text());
});
after(async () => {
  await closeBrowser();
  await web.stop();
});

describe('the pages where homes are kept', { timeout: 300_000 }, () => {
  for (const name of [...Object.keys(PAGES), 'plan-mistakes'])
    it(`hold to what every page is held to, without JavaScript: ${name}`, async () => {
      await checkSent(`homes-${name}`, pages.get(name)!);
    });
});
