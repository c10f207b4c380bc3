import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type DirectoryWeb, directoryWeb } from '../../../test/support/directory.ts';

let web: DirectoryWeb;
before(async () => {
  web = await directoryWeb();
});
after(() => web.stop());

const SAID = 'ik ben zwanger en eenzaam';

describe('what somebody searches', () => {
  it('stands in no line of the log, no cookie and no store', async () => {
    const who = web.visitor();
    const answer = await who.get(`/hulp?${new URLSearchParams({ q: SAID, plaats: 'Borne' })}`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(who.cookies.size, 0);
    const income = { household: 'alone', children: 'none', age: 'pension', income: 'lowest', home: 'rent' };
    assert.equal((await who.send('/hulp/inkomen', income)).status, 200);
    assert.equal((await who.get(`/hsds/services?${new URLSearchParams({ search: SAID })}`)).status, 200);
    assert.equal(who.cookies.size, 0);
    assert.ok(web.logged.length >= 3, 'the log has its lines');
    for (const line of web.logged) assert.doesNotMatch(line, /zwanger|eenzaam|Borne|pension/);
  });

  it('is found by its own words in any order of letters that people type, and never breaks the page', async () => {
    const who = web.visitor();
    for (const q of ["'; drop table --", ':*&|!()', '<script>', '\\', '%00', '🙂', 'a'.repeat(2000), '""', "d'r"])
      for (const plaats of ['', q]) {
        const answer = await who.get(`/hulp?${new URLSearchParams({ q, plaats, na: q })}`);
        assert.equal(answer.status, 200, q);
        assert.doesNotMatch(await answer.text(), /<script>/);
      }
  });

  it('with a place shows how far, the nearest of what fits as well first, over pages without doubles', async () => {
    const who = web.visitor();
    const seen: string[] = [];
    let next: string | undefined = '/hulp?q=bewegen&plaats=Hengelo';
    for (let page = 0; next !== undefined && page < 30; page++) {
      const html: string = await (await who.get(next)).text();
      seen.push(
        ...[...html.matchAll(/omzien-result__title"><a[^>]*href="\/hulp\/([a-z0-9-]+)"/g)].map((one) => one[1]!),
      );
      next = /<a[^>]*href="([^"]+)"[^>]*rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    assert.ok(seen.length > 20);
    assert.equal(new Set(seen).size, seen.length);
  });

  it('shows a service for residents of one municipality only to who asks there', async () => {
    const who = web.visitor();
    const long = 'lange-naam-enschede';
    assert.match(
      await (await who.get('/hulp?q=buurtontmoetingsactiviteitencentrum&plaats=7511')).text(),
      new RegExp(long),
    );
    assert.doesNotMatch(
      await (await who.get('/hulp?q=buurtontmoetingsactiviteitencentrum&plaats=Almelo')).text(),
      new RegExp(`/hulp/${long}"`),
    );
  });
});
