import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Crawled, crawl, stranger } from './support/crawl.ts';
import { isLong, type Reading, read, sentencesOf, syllables } from './support/reading.ts';
import { type Running, startOmzien } from './support/running.ts';

/**
 * Every page that residents and the public read, by its address, with what a person's eye said of it. A page under
 * these addresses that is not here fails the test, and so does a line here that no page answers to.
 */
const PAGES: readonly string[] = [
  '/',
  '/hulp',
  '/hulp/:service',
  '/hulp/inkomen',
  '/hulp/inkomen: the answer',
  '/hulp-vragen',
  '/mijn',
  '/mijn/aanmelden',
  '/mijn/alles',
  '/mijn/berichten',
  '/mijn/berichten/:id',
  '/mijn/berichten/nieuw',
  '/mijn/doelen',
  '/mijn/doelen/:id',
  '/mijn/ervaring',
  '/mijn/gegevens',
  '/mijn/inzage',
  '/mijn/stop',
  '/mijn/toestemming',
  '/mijn/toestemming/:id/intrekken',
  '/mijn/verzoeken',
  '/mijn/verzoeken/nieuw',
  '/regiobeeld',
  '/vragen/:id',
  '/vragen/bedankt',
];

/** Pages that may ask more, with the reason; read aloud and found fit all the same. */
const EXCEPTIONS: Readonly<Record<string, { readonly why: string; readonly most?: number; readonly long?: number }>> = {
  '/mijn/toestemming': {
    why: 'A text on consent names all that is passed on in the one sentence that people say yes to.',
    most: 25,
  },
};

/** Words that are met all over and explained where they first stand. */
const KNOWN: ReadonlySet<string> = new Set(['welzijnscoach', 'welzijnscoaches', 'huisartsenpraktijk', 'toestemming']);

const LIMITS = { average: 12, most: 20, long: 0.12 } as const;
const RESIDENTS = ['resident-waiting', 'resident-supported', 'resident-finished'] as const;
/** Who may miss most of the schemes. */
const POOR = { household: 'alone', children: 'under-12', age: '21-to-pension', income: 'lowest', home: 'rent' };
const theirs = (path: string): boolean =>
  /^\/(?:mijn|hulp|hulp-vragen|vragen)(?:[/?]|$)|^\/(?:regiobeeld)?(?:\?|$)/.test(path) &&
  !/\.(?:json|ics|pdf)/.test(path);

let running: Running;
const dutch: Crawled[] = [];
const english: Crawled[] = [];
before(async () => {
  const nothing = async () => undefined;
  running = process.env.OMZIEN_URL
    ? { url: process.env.OMZIEN_URL, home: '', said: () => '', stop: nothing, kill: nothing }
    : await startOmzien();
  for (const [pages, language] of [
    [dutch, 'nl'],
    [english, 'en'],
  ] as const) {
    const anyone = stranger(running.url);
    await anyone.get(`/taal?naar=${language}&terug=/`);
    const open = [
      '/',
      '/hulp-vragen',
      '/regiobeeld',
      '/hulp?q=ik+ben+vaak+alleen&plaats=Borne',
      '/vragen/bedankt',
      `/vragen/${'a'.repeat(43)}`,
    ];
    pages.push(...(await crawl(anyone, open, theirs)));
    const path = '/hulp/inkomen';
    const html = await (await anyone.send(path, POOR)).text();
    pages.push({ path, pattern: `${path}: the answer`, html });
    for (const persona of RESIDENTS) {
      const resident = stranger(running.url);
      await resident.signIn(persona);
      await resident.get(`/taal?naar=${language}&terug=/mijn`);
      pages.push(...(await crawl(resident, ['/mijn'], theirs)));
    }
  }
});
after(() => running?.stop());

/** The page of each pattern that asks most. */
function hardest(pages: readonly Crawled[]): ReadonlyMap<string, Reading> {
  const found = new Map<string, Reading>();
  for (const { pattern, html } of pages) {
    const reading = read(html, KNOWN);
    const before = found.get(pattern);
    if (!before || reading.longestWords > before.longestWords || reading.average > before.average)
      found.set(pattern, reading);
  }
  return found;
}

const line = (name: string, { average, longestWords, long }: Reading): string =>
  `${name.padEnd(36)} ${average.toFixed(1).padStart(5)} ${String(longestWords).padStart(4)} ${(long * 100).toFixed(0).padStart(4)}%`;

describe('What residents and the public read', { timeout: 300_000 }, () => {
  it('is a list that is whole: no page is missing from it, and none stands in it for nothing', () => {
    const seen = [...new Set(dutch.map(({ pattern }) => pattern))].sort();
    assert.deepEqual(seen, [...PAGES].sort());
    assert.deepEqual([...new Set(english.map(({ pattern }) => pattern))].sort(), seen, 'the same pages in English');
  });

  it('is in short sentences and everyday words', () => {
    const rows = [...hardest(dutch)].sort(([a], [b]) => (a < b ? -1 : 1));
    console.log(`${'page'.padEnd(36)} words  most long (Dutch)`);
    for (const [name, reading] of rows) console.log(line(name, reading));
    const wrong = rows.flatMap(([name, reading]) => {
      const limit = { ...LIMITS, ...EXCEPTIONS[name] };
      return [
        ...(reading.average > limit.average ? [`${name}: ${reading.average.toFixed(1)} words a sentence`] : []),
        ...reading.sentences
          .filter((one) => (one.match(/\p{L}[\p{L}’'-]*/gu) ?? []).length > limit.most)
          .map((one) => `${name}: too long: ${one}`),
        ...(reading.long > limit.long
          ? [`${name}: ${(reading.long * 100).toFixed(0)}% long words: ${[...new Set(reading.longWords)].join(', ')}`]
          : []),
      ];
    });
    assert.deepEqual(wrong, []);
  });

  it('is as short in English', () => {
    const rows = [...hardest(english)].sort(([a], [b]) => (a < b ? -1 : 1));
    console.log(`${'page'.padEnd(36)} words  most (English)`);
    for (const [name, reading] of rows) console.log(line(name, reading).slice(0, 48));
    assert.deepEqual(
      rows.filter(([, { average }]) => average > LIMITS.average + 2).map(([name]) => name),
      [],
    );
  });
});

describe('The measure', () => {
  it('counts the syllables that people hear', () => {
    const told = {
      ja: 1,
      huis: 1,
      moeite: 2,
      reünie: 3,
      gemeente: 3,
      toeslagen: 3,
      informatie: 4,
      organisatie: 5,
      eeuw: 1,
      mooie: 2,
    };
    for (const [word, count] of Object.entries(told)) assert.equal(syllables(word), count, word);
    assert.ok(isLong('informatie') && isLong('huishoudtoeslag') && !isLong('gemeente'));
  });

  it('reads sentences, and not what stands in a field or in another language', () => {
    const html =
      '<main><h1>Kop</h1><p>Eén zin. Nog een?</p><span lang="nl">Niet dit.</span><textarea>Ook niet.</textarea></main>';
    assert.deepEqual(sentencesOf(html), ['Kop', 'Eén zin.', 'Nog een?']);
  });
});
