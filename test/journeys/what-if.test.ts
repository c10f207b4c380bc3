import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../support/browser.ts';
import { type Running, startOmzien } from '../support/running.ts';
import { type Someone, signedIn, someone } from '../support/walk.ts';

/**
 * A policy adviser looks ahead, moves an approach and sees at once what may change, keeps it and has it run whole. The
 * one with JavaScript waits for the result; the other sees that it is being reckoned.
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
  describe(`Futures and what if, ${javaScript ? 'with' : 'without'} JavaScript`, { timeout: 180_000 }, () => {
    let who: Someone;
    const options = { javaScript, width: javaScript ? 1280 : 360 };
    before(async () => {
      who = await someone(running.url, options);
    });
    after(() => who.leave());

    it('anybody looks ahead, and sees our figure beside that of the plans', async () => {
      await who.go('/regiobeeld');
      await who.follow('Vooruitkijken tot 2050');
      await who.sees('De berekening is niet bijgesteld naar de plannen');
      await who.follow('Grijze druk');
      await who.sees('van 36% in 2021 naar ongeveer 52% in 2040');
      await who.fill({ gebied: 'tubbergen', variant: 'ouder' });
      await who.send('/regiobeeld/vooruit/grijze-druk');
      assert.match(who.page.url(), /gebied=tubbergen&variant=ouder/);
      await who.sees('Grijze druk: Tubbergen');
    });

    it('chooses an approach and sees what may change, for whom, and what cannot be known', async () => {
      await who.go('/regiobeeld/wat-als');
      await who.sees('mensen die vallen: −');
      await who.fill({ aanpak: ['valpreventie', 'respijtzorg'], jaar: '2035' });
      if (javaScript) await who.page.getByText('per gemeente, 2035').waitFor();
      else await who.send('/regiobeeld/wat-als');
      for (const words of ['Wat er verandert', 'Zorgverzekeraar', 'Wat dit model niet kan weten', 'Per gemeente'])
        await who.sees(words);
      assert.match(who.page.url(), /aanpak=valpreventie&aanpak=respijtzorg/);
      assert.match(who.page.url(), /jaar=2035/);
    });

    it('moves reach and start, and the figures move along; a value that cannot be is said', async () => {
      const falls = async () => /mensen die vallen: (−[\d.,]*\d)/.exec(await who.text())?.[1];
      const before = await falls();
      assert.ok(before);
      if (!(await who.page.locator('[name="bereik-valpreventie"]').isVisible()))
        await who.page.getByText('Valpreventie: hoeveel').click();
      await who.fill({ 'bereik-valpreventie': '60' });
      if (javaScript)
        await who.page.waitForFunction(
          (old) => !document.querySelector('#vooruitblik')?.textContent.includes(`: ${old}.`),
          before,
        );
      else await who.send('/regiobeeld/wat-als');
      assert.notEqual(await falls(), before);
      await who.go('/regiobeeld/wat-als?aanpak=valpreventie&bereik-valpreventie=160');
      await who.sees('Vul een bereik in van 0 tot en met 100');
    });

    it('reads every assumption, with its source or that it is one', async () => {
      await who.go('/regiobeeld/wat-als/aannames');
      await who.sees('Twentse Koers, project valpreventie: 10% van wie in een jaar valt');
      await who.sees('Sherrington e.a. (2019), Cochrane CD012424');
    });

    it('as a policy adviser keeps it under a name and has it run whole', async () => {
      await who.go('/regiobeeld/wat-als?aanpak=valpreventie');
      await who.sees('Bewaren kan een beleidsadviseur die is ingelogd');
      await who.leave();
      who = await signedIn(running.url, 'policy-adviser', options);
      await who.go('/regiobeeld/wat-als?aanpak=valpreventie&gemeente=borne');
      await who.send('/regiobeeld/wat-als/scenarios');
      await who.sees('Geef het scenario een naam');
      const name = javaScript ? 'Vallen in Borne' : 'Nog eens Borne';
      await who.fill({ naam: name });
      await who.send('/regiobeeld/wat-als/scenarios');
      await who.sees(`‘${name}’ is bewaard`);
      await who.press('Reken volledig door');
      await who.sees('De berekening is aangevraagd');
      if (javaScript) {
        await who.page.getByText('Kenmerk van alle levens').waitFor({ timeout: 120_000 });
        for (const words of ['Toeval', 'Welke aannames het meest uitmaken', 'valpreventie: vallen bij deelnemers'])
          await who.sees(words);
      } else await who.page.getByRole('link', { name: 'Kijk of het klaar is' }).click();
    });

    it('shares it, finds it in the list, and removes it', async () => {
      await who.press('Deel met collega');
      await who.sees('Collega’s in de regio met de rol van beleidsadviseur kunnen dit nu lezen');
      await who.go('/regiobeeld/wat-als/scenarios');
      await who.sees(javaScript ? 'Vallen in Borne' : 'Nog eens Borne');
      // What is kept stands beside what a colleague shares, also before it is run; in the region or one municipality.
      await who.page.getByLabel('Vergelijk Voorbeeld: valpreventie voor een vijfde').check();
      await who.page.getByLabel(`Vergelijk ${javaScript ? 'Vallen in Borne' : 'Nog eens Borne'}`).check();
      await who.send('/regiobeeld/wat-als/vergelijk');
      await who.sees('verwachting, nog niet doorgerekend');
      await who.fill({ gebied: 'losser' });
      await who.send('/regiobeeld/wat-als/vergelijk');
      await who.sees('Scenario’s naast elkaar: Losser');
      await who.sees('Kosten per extra gezond jaar');
      if (javaScript) return;
      await who.go('/regiobeeld/wat-als/scenarios');
      await who.follow('Nog eens Borne');
      await who.press('Verwijder');
      await who.sees('Het scenario is verwijderd');
    });
  });
}
