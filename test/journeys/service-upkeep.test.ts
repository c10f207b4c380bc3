import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../support/browser.ts';
import { type Running, startOmzien } from '../support/running.ts';
import { type Someone, signedIn, someone } from '../support/walk.ts';

/** A provider keeps its own services right in minutes, and everybody sees it. */
let running: Running;
before(async () => {
  running = await startOmzien();
});
after(async () => {
  await closeBrowser();
  await running?.stop();
});

for (const javaScript of [true, false]) {
  const service = javaScript ? 'buurtsportcoach-enschede' : 'fietsgroep-enschede';
  describe(`Upkeep of services, ${javaScript ? 'with' : 'without'} JavaScript`, { timeout: 120_000 }, () => {
    let who: Someone;
    before(async () => {
      who = await signedIn(running.url, 'provider-beweegpunt', { javaScript });
    });
    after(() => who.leave());

    it('a provider sees its own services, what is full and what nobody confirmed', async () => {
      await who.follow('Onze diensten');
      assert.equal(who.path(), '/aanbod/diensten');
      await who.sees('Buurtsportcoach Enschede');
      await who.seesNot('Eettafel Enschede');
    });

    it('says that all is still right with one press', async () => {
      await who.send(`/aanbod/diensten/${service}/klopt`);
      await who.sees('Bedankt');
      await who.sees(/vandaag/i);
    });

    it('sets until when it is full, free places, hours and the wait; the public page says so at once', async () => {
      await who.go(`/aanbod/diensten/${service}`);
      await who.fill({
        'fullUntil-day': '15',
        'fullUntil-month': '1',
        'fullUntil-year': '2030',
        waitingDays: '21',
        'when-0-weekday': 'tuesday',
        'when-0-from': '9.30',
        'when-0-to': '11:00',
        phone: '085 000 00 77',
      });
      await who.send(`/aanbod/diensten/${service}`);
      assert.equal(who.path(), '/aanbod/diensten', await who.text());
      await who.sees('Opgeslagen');
      const anyone = await someone(running.url, { javaScript });
      await anyone.go(`/hulp/${service}`);
      await anyone.sees('15 januari 2030');
      await anyone.sees('085 000 00 77');
      await anyone.sees(/dinsdag/i);
      await anyone.sees('9.30');
      await anyone.leave();
    });

    it('a mistake keeps what was typed', async () => {
      await who.go(`/aanbod/diensten/${service}`);
      await who.fill({ waitingDays: 'veel', description: 'Nieuwe tekst die bewaard blijft.' });
      await who.send(`/aanbod/diensten/${service}`);
      await who.sees(/klopt/);
      assert.equal(await who.page.locator('[name="description"]').inputValue(), 'Nieuwe tekst die bewaard blijft.');
      assert.equal(await who.page.locator('[name="waitingDays"]').inputValue(), 'veel');
    });

    it('who saves second is told, and loses nothing', async () => {
      const colleague = await signedIn(running.url, 'provider-beweegpunt', { javaScript });
      await colleague.go(`/aanbod/diensten/${service}`);
      await who.go(`/aanbod/diensten/${service}`);
      await who.fill({ waitingDays: '5' });
      await who.send(`/aanbod/diensten/${service}`);
      await colleague.fill({ waitingDays: '9', description: 'Tekst van de collega.' });
      await colleague.send(`/aanbod/diensten/${service}`);
      await colleague.sees('Iemand anders');
      assert.equal(await colleague.page.locator('[name="description"]').inputValue(), 'Tekst van de collega.');
      await colleague.send(`/aanbod/diensten/${service}`);
      await colleague.sees('Opgeslagen');
      await colleague.leave();
    });

    it('a service of another provider looks absent', async () => {
      const answer = await who.page.goto(`${running.url}/aanbod/diensten/eettafel-enschede`);
      assert.equal(answer?.status(), 404);
    });
  });
}
