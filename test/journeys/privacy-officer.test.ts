import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../support/browser.ts';
import { type Running, startOmzien } from '../support/running.ts';
import { type Someone, signedIn, someone } from '../support/walk.ts';

/**
 * The privacy officer's work as people walk it, on the demo as `npm start` gives it: a resident asks, a practice nurse
 * breaks the glass, the officer answers, reviews, searches and lets go; once with and once without JavaScript.
 */
let running: Running;
before(async () => {
  running = await startOmzien();
});
after(async () => {
  await closeBrowser();
  await running?.stop();
});

for (const javaScript of [true, false]) {
  describe(`the privacy officer, ${javaScript ? 'with' : 'without'} JavaScript`, { timeout: 300_000 }, () => {
    const open = new Set<Someone>();
    const as = async (persona: string): Promise<Someone> => {
      const who = await signedIn(running.url, persona, { javaScript });
      open.add(who);
      return who;
    };
    after(async () => {
      for (const who of open) await who.leave();
    });
    const mark = javaScript ? 'met' : 'zonder';
    let officer: Someone;
    let number = '';
    /** What the minute brings about, now: the demo's clock moves and the sweeps run. */
    async function aDay(): Promise<void> {
      const who = await someone(running.url, { javaScript });
      await who.go('/demo/klok');
      await who.send('/demo/klok', 'day');
      await who.leave();
    }

    it('a resident asks to see everything, and hears by when the answer comes', async () => {
      const resident = await as('resident-supported');
      await resident.go('/mijn/verzoeken/nieuw');
      await resident.send('/mijn/verzoeken/nieuw');
      await resident.sees(/Kies wat u wilt/);
      await resident.fill({ kind: 'see', said: `Graag alles, ${mark} script.` });
      await resident.send('/mijn/verzoeken/nieuw');
      assert.equal(resident.path(), '/mijn/verzoeken');
      number = /AVG-[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(await resident.text())?.[0] ?? '';
      assert.ok(number, 'a number to read out');
      await resident.sees(/antwoord op uiterlijk/i);
    });

    it('the officer finds it on top of the list, opens the record for it, and grants it', async () => {
      officer = await as('privacy-officer');
      await officer.go('/privacy/verzoeken');
      await officer.follow(number);
      await officer.sees(`Graag alles, ${mark} script.`);
      const at = officer.path();
      await officer.go(`${at}/inhoud`);
      await officer.sees(/Wie het is/);
      await officer.go(at);
      await officer.send('/besluit');
      await officer.sees(/Kies een besluit/);
      await officer.fill({ decision: 'granted', told: 'Alles ligt voor u klaar.' });
      await officer.send('/besluit');
      await officer.fill({ note: 'Meegegeven op papier.' });
      await officer.send('/klaar');
      await officer.go('/privacy/verzoeken?lijst=afgerond');
      await officer.sees(number);
      const resident = await as('resident-supported');
      await resident.go('/mijn/verzoeken');
      await resident.page.locator('main tr', { hasText: number }).locator('a').first().click();
      await resident.page.waitForLoadState('load');
      await resident.sees('Alles ligt voor u klaar.');
      await resident.sees(/opende uw gegevens voor dit verzoek/);
    });

    it('somebody calls to have everything removed; the officer checks who it is and explains what must stay', async () => {
      await officer.go('/privacy/verzoeken/nieuw');
      await officer.fill({ bsn: '999900006', kind: 'erase', via: 'phone', said: `Alles weg, ${mark}.` });
      const { date } = (await (await fetch(`${running.url}/fhir/r4/metadata`)).json()) as { date: string };
      await officer.fill({
        'received-day': date.slice(8, 10),
        'received-month': date.slice(5, 7),
        'received-year': date.slice(0, 4),
      });
      await officer.send('/privacy/verzoeken/nieuw');
      assert.ok(!officer.page.url().includes('9999'), 'no BSN in the address');
      await officer.seesNot('Wat besluit u?');
      await officer.fill({ identity: 'Teruggebeld op het bekende nummer' });
      await officer.send('/identiteit');
      await officer.fill({ decision: 'refused', told: 'Uw praktijk moet dit bewaren.' });
      await officer.send('/besluit');
      await officer.sees(/Kies waarom/);
      await officer.fill({ grounds: 'care-duty' });
      await officer.send('/besluit');
      await officer.sees(/7:454/);
    });

    it('a practice nurse breaks the glass for somebody who is not hers, sees no money, and it is reviewed', async () => {
      const nurse = await as(javaScript ? 'nurse-hengelo' : 'gp-hengelo');
      await nurse.go('/praktijk/nood');
      await nurse.fill({ bsn: '999900006', reason: 'acute', said: `Ligt hier, ${mark}.` });
      await nurse.send('/praktijk/nood');
      assert.match(nurse.path(), /^\/praktijk\/nood\/[0-9a-f]{32}-/, await nurse.text());
      await nurse.sees(/U kunt dit lezen tot/);
      const page = nurse.path();
      await officer.go('/privacy/nood');
      await officer.page.locator('main table a').last().click();
      await officer.page.waitForLoadState('load');
      await officer.sees(`Ligt hier, ${mark}.`);
      await officer.fill({ outcome: 'rightful', note: 'Gebeld met de praktijk.' });
      await officer.send(officer.path());
      await officer.sees(/vastgelegd/);
      await aDay();
      await nurse.go(page);
      await nurse.seesNot(/U kunt dit lezen tot/);
      const resident = await as('resident-waiting');
      await resident.go('/mijn/inzage');
      await resident.sees(/noodtoegang/i);
    });

    it('somebody without mail asks, and the answer goes to them on paper', async () => {
      const resident = await as('resident-finished');
      await resident.go('/mijn/verzoeken/nieuw');
      await resident.fill({ kind: 'see', said: `Op papier graag, ${mark} script.` });
      await resident.send('/mijn/verzoeken/nieuw');
      const paper = /AVG-[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(await resident.text())?.[0] ?? '';
      await officer.go('/privacy/verzoeken');
      await officer.follow(paper);
      await officer.fill({ decision: 'granted', told: `Het zit bij deze brief, ${mark}.` });
      await officer.send('/besluit');
      await aDay();
      await officer.go('/privacy/brieven');
      await officer.page
        .locator('main tr', { hasText: `Antwoord op uw verzoek ${paper}` })
        .locator('a')
        .click();
      await officer.page.waitForLoadState('load');
      await officer.sees(`Het zit bij deze brief, ${mark}.`);
      await officer.send('/verstuurd');
      await officer.sees('de brief is op de post');
      await officer.seesNot(`Antwoord op uw verzoek ${paper}`);
    });

    it('a correction that is granted changes the details at once, and the resident reads it', async () => {
      const resident = await as('resident-waiting');
      await resident.go('/mijn/verzoeken/nieuw');
      await resident.fill({ kind: 'correct', said: `Mijn telefoon klopt niet, ${mark}.` });
      await resident.send('/mijn/verzoeken/nieuw');
      const asked = /AVG-[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(await resident.text())?.[0] ?? '';
      await officer.go('/privacy/verzoeken');
      await officer.follow(asked);
      await officer.page.locator('summary', { hasText: 'De eigen gegevens' }).click();
      const phone = javaScript ? '085 000 01 01' : '085 000 01 02';
      await officer.fill({ decision: 'granted', told: 'Het is verbeterd.', phone });
      await officer.send('/besluit');
      await resident.go('/mijn/gegevens');
      assert.equal(await resident.page.locator('[name="phone"]').inputValue(), phone);
      await resident.go('/mijn/verzoeken');
      await resident.page.locator('main tr', { hasText: asked }).locator('a').first().click();
      await resident.page.waitForLoadState('load');
      await resident.sees('Wij doen wat u vroeg');
      await resident.sees('Klaar');
    });

    it('what stood out that day is on the officer’s list, to be explained', async () => {
      await officer.go('/privacy/opvallend');
      await officer.page.locator('main table a', { hasText: 'noodtoegang' }).first().click();
      await officer.page.waitForLoadState('load');
      await officer.fill({ state: 'explained', note: 'Al nagekeken.' });
      await officer.send(officer.path());
      await officer.sees(/vastgelegd/);
      await officer.go('/privacy/opvallend?lijst=beoordeeld');
      await officer.sees('100%');
    });

    it('the log says who looked, why and from where, and goes along as CSV', async () => {
      await officer.go('/privacy?doel=emergency');
      await officer.sees(/noodtoegang/);
      await officer.sees('127.0.0.1');
      const csv = await officer.page.request.get(`${running.url}/privacy/logboek.csv?doel=emergency`);
      assert.match(await csv.text(), /emergency/);
      await officer.go('/privacy?actie=exported');
      await officer.sees('Fenna Proefhof');
    });

    it('what is kept, for how long and in which words, is there to read', async () => {
      await officer.go('/privacy/bewaren');
      await officer.sees(/20 jaar/);
      await officer.sees(/opruimen/);
      await officer.go('/privacy/teksten');
      await officer.sees(/Versie 1/);
      await officer.go('/privacy/bekend');
      await officer.fill({
        family: 'Bekendstra',
        'birthDate-day': '1',
        'birthDate-month': '2',
        'birthDate-year': '1970',
      });
      await officer.send('/privacy/bekend', undefined, 'family');
      await officer.sees('Bekendstra');
      await officer.send('/privacy/bekend', undefined, 'remove');
      await officer.seesNot('Bekendstra');
    });
  });
}
