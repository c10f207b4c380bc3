import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../support/browser.ts';
import { type Running, startOmzien } from '../support/running.ts';
import { type Someone, signedIn, someone } from '../support/walk.ts';

/** Anyone, without signing in: help nearby, found in one's own words. */
let running: Running;
before(async () => {
  running = await startOmzien();
});
after(async () => {
  await closeBrowser();
  await running?.stop();
});

for (const javaScript of [true, false]) {
  describe(`Help nearby, ${javaScript ? 'with' : 'without'} JavaScript`, { timeout: 120_000 }, () => {
    let who: Someone;
    before(async () => {
      who = await someone(running.url, { javaScript, width: javaScript ? 1280 : 360 });
    });
    after(() => who.leave());

    it('somebody types what is the matter on the front page, and where, and finds places with what matters', async () => {
      await who.go('/');
      await who.sees('Waar kunnen wij u mee helpen?');
      await who.sees('Inloggen');
      await who.fill({ q: 'ik ben vaak aleen', plaats: 'Enschde' });
      await who.send('/hulp');
      assert.equal(who.path(), '/hulp');
      await who.sees('Enschede');
      await who.sees(/\d+ (plek|plekken)/);
      await who.sees(/km|\d+ m\b/);
      await who.sees('gratis');
      await who.sees('wachttijd');
      await who.sees('Nagekeken op');
      await who.sees('hemelsbreed');
      const cookies = await who.page.context().cookies();
      assert.deepEqual(cookies, [], 'searching leaves no cookie');
    });

    it('they narrow it by links that can be shared, and open one place', async () => {
      await who.follow('Gratis');
      assert.match(who.page.url(), /gratis=1/);
      const href = await who.page.locator('main article a').first().getAttribute('href');
      await who.go(href ?? '');
      assert.match(who.path(), /^\/hulp\/[a-z0-9-]+$/);
      for (const what of ['Voor wie', 'Wanneer', 'Kosten', 'Aanmelden', 'Waar']) await who.sees(what);
      await who.go('/hulp/eettafel-enschede');
      await who.sees('Hoe u er komt');
      const coach = await who.page.getByRole('link', { name: /Geef door aan mijn coach/ }).getAttribute('href');
      assert.match(coach ?? '', /^\/mijn\/berichten\/nieuw\?dienst=[a-z0-9-]+$/);
    });

    it('words of danger show whom to call before anything else', async () => {
      await who.go('/hulp?q=ik+wil+niet+meer+leven&plaats=Borne');
      const text = await who.text();
      assert.ok(text.indexOf('0800-0113') > 0);
      const place = text.search(/\d+ (plek|plekken)/);
      assert.ok(place < 0 || text.indexOf('0800-0113') < place, 'the number comes first');
    });

    it('who finds nothing reads what to do, and whom to call', async () => {
      await who.go('/hulp?q=xqzwvk');
      await who.sees('Niets gevonden');
      await who.sees('085 000 00 99');
    });

    it('five questions tell which schemes somebody may be missing; the answers stand in no address', async () => {
      await who.go('/hulp/inkomen');
      await who.fill({ household: 'alone', children: 'none', age: 'pension', income: 'lowest', home: 'rent' });
      await who.send('/hulp/inkomen');
      await who.sees('Huurtoeslag');
      await who.sees('AIO-aanvulling');
      await who.seesNot('Kindgebonden budget');
      await who.sees('aanwijzing');
      assert.equal(new URL(who.page.url()).search, '');
      assert.deepEqual(await who.page.context().cookies(), []);
    });

    it('a signed-in coach searches as well', async () => {
      const coach = await signedIn(running.url, 'coach-noord', { javaScript });
      await coach.follow('Hulp in de buurt');
      assert.equal(coach.path(), '/hulp');
      await coach.fill({ q: 'wandelen', plaats: '7511' });
      await coach.send('/hulp');
      await coach.sees('Wandelgroep Enschede');
      await coach.leave();
    });
  });
}
