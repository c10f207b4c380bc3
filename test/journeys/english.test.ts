import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { closeBrowser } from '../support/browser.ts';
import { crawl, stranger } from '../support/crawl.ts';
import { shippedRegion } from '../support/pathways.ts';
import { sentencesOf } from '../support/reading.ts';
import { type Running, startOmzien } from '../support/running.ts';
import { type Someone, signedIn, someone } from '../support/walk.ts';

let running: Running;
const open = new Set<Someone>();
before(async () => {
  const nothing = async () => undefined;
  running = process.env.OMZIEN_URL
    ? { url: process.env.OMZIEN_URL, home: '', said: () => '', stop: nothing, kill: nothing }
    : await startOmzien();
});
after(async () => {
  for (const who of open) await who.leave();
  await closeBrowser();
  await running?.stop();
});

const languageOf = (who: Someone) => who.page.locator('html').getAttribute('lang');
/** Follows the link in the head to the other language. */
async function switchTo(who: Someone, name: 'English' | 'Nederlands'): Promise<void> {
  await who.page.locator('header').getByRole('link', { name }).click();
  await who.page.waitForLoadState('load');
}

for (const javaScript of [true, false]) {
  describe(`In English, ${javaScript ? 'with' : 'without'} JavaScript`, { timeout: 240_000 }, () => {
    const as = async (persona: string): Promise<Someone> => {
      const who = await signedIn(running.url, persona, { javaScript });
      open.add(who);
      return who;
    };

    it('a resident switches half-way, stays on the page, and still reads English on another device', async () => {
      const resident = await as('resident-waiting');
      await resident.go('/mijn/inzage');
      await switchTo(resident, 'English');
      assert.equal(resident.path(), '/mijn/inzage');
      assert.equal(await languageOf(resident), 'en');
      await resident.sees('Who looked');
      const elsewhere = await as('resident-waiting');
      assert.equal(await languageOf(elsewhere), 'en');
      await switchTo(elsewhere, 'Nederlands');
      assert.equal(await languageOf(elsewhere), 'nl');
    });

    it('somebody who is not signed in is remembered by their browser', async () => {
      const anyone = await someone(running.url, { javaScript });
      open.add(anyone);
      await anyone.go('/hulp?q=eenzaam');
      await switchTo(anyone, 'English');
      assert.equal(new URL(anyone.page.url()).search, '?q=eenzaam');
      await anyone.go('/');
      assert.equal(await languageOf(anyone), 'en');
    });

    it('a coach works in English, and what was typed goes along where script allows it', async () => {
      const coach = await as('coach-noord');
      await switchTo(coach, 'English');
      await coach.sees('Worklist');
      await coach.page.locator('main a[href*="/werk/zaak/"]').first().click();
      await coach.page.waitForLoadState('load');
      const casePath = /\/werk\/zaak\/[^/]+/.exec(coach.path())?.[0] ?? '';
      await coach.go(`${casePath}/contact`);
      await coach.sees('Record contact');
      await coach.page.locator('main textarea').first().fill('Belt liever na vijven.');
      if (javaScript && !(await coach.page.locator('main form[enctype="multipart/form-data"]').count())) {
        await switchTo(coach, 'Nederlands');
        assert.equal(await coach.page.locator('main textarea').first().inputValue(), 'Belt liever na vijven.');
      } else await switchTo(coach, 'Nederlands');
      assert.equal(await languageOf(coach), 'nl');
      assert.equal(coach.path(), `${casePath}/contact`);
    });
  });
}

type Tree = { readonly [key: string]: unknown };
/** Every plain text of a tree of words. */
function textsIn(tree: unknown): readonly string[] {
  if (typeof tree === 'string') return [tree];
  return tree && typeof tree === 'object' ? Object.values(tree as Tree).flatMap(textsIn) : [];
}

/** What catalogues and the region say in Dutch and not in English: of two words or more, so that no name is meant. */
async function dutchOnly(): Promise<ReadonlySet<string>> {
  const src = join(import.meta.dirname, '../../src');
  const both: Record<'nl' | 'en', string[]> = { nl: [], en: [] };
  for (const file of globSync('**/*words.ts', { cwd: src })) {
    const module = (await import(pathToFileURL(join(src, file)).href)) as Record<string, unknown>;
    for (const [name, words] of Object.entries(module))
      if (name.endsWith('Words') && typeof words === 'function')
        for (const language of ['nl', 'en'] as const) both[language].push(...textsIn(words(language)));
  }
  const region = shippedRegion();
  const said = [
    ...region.needs.map(({ label }) => label),
    ...textsIn(region.crisis.lines.map(({ when, open }) => [when, open])),
    ...textsIn(region.consents.map(({ title, means, withdraw }) => [title, means, withdraw])),
    ...region.questionnaires.flatMap(({ items }) => items.map(({ text }) => text)),
  ];
  // What services say of themselves stays in their own words.
  const own = region.services.flatMap(({ whenNote }) =>
    whenNote ? [whenNote, `${whenNote.replace(/\.$/, '')}.`] : [],
  );
  const english = new Set([...both.en, ...own]);
  return new Set([...both.nl, ...said].filter((text) => text.trim().includes(' ') && !english.has(text)));
}

describe('The pages in English', { timeout: 300_000 }, () => {
  it('say nothing of the Dutch catalogues or of the region’s Dutch, whoever reads them', async () => {
    const dutch = await dutchOnly();
    assert.ok(dutch.size > 1000, `${dutch.size} texts`);
    const personas = (await (await fetch(`${running.url}/demo/personas`)).json()) as { id: string; role: string }[];
    const roles = new Map(personas.filter(({ role }) => role !== 'system').map(({ id, role }) => [role, id]));
    const found: string[] = [];
    const mark = (pages: Awaited<ReturnType<typeof crawl>>) => {
      for (const { path, html } of pages) {
        assert.match(html, /<html lang="en"/, path);
        for (const sentence of [
          ...sentencesOf(html),
          ...(/<header[\s\S]*?<\/header>/.exec(html)?.[0].match(/>[^<]+</g) ?? []),
        ])
          if (dutch.has(sentence.replace(/^>|<$/g, ''))) found.push(`${path}: ${sentence}`);
      }
    };
    const anyone = stranger(running.url);
    await anyone.get('/taal?naar=en&terug=/');
    mark(await crawl(anyone, ['/', '/hulp?q=eenzaam&plaats=Borne'], (path) => /^\/(hulp|aanmelden|$)/.test(path), 20));
    for (const persona of [...roles.values(), 'resident-supported', 'resident-finished']) {
      const who = stranger(running.url);
      await who.signIn(persona);
      await who.get('/taal?naar=en&terug=/');
      // A paper or letter is in the language of the resident, and marked so.
      const mine = (path: string) =>
        !/^\/(demo|ui|taal|uitloggen|inloggen|assets|hulp|fhir|api|hsds)|\/papier|\/brieven\/|\.(json|ics|pdf)/.test(
          path,
        );
      mark(await crawl(who, ['/'], mine, 30));
      await who.get('/taal?naar=nl&terug=/');
    }
    assert.deepEqual([...new Set(found)], []);
  });
});
