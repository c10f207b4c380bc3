import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../support/browser.ts';
import { type Running, startOmzien } from '../support/running.ts';
import { type Someone, signedIn, someone } from '../support/walk.ts';

/** A policy adviser of Enschede keeps its plans for homes; anyone sees what is needed, and works out a fair share. */
let running: Running;
before(async () => {
  running = await startOmzien();
});
after(async () => {
  await closeBrowser();
  await running?.stop();
});

for (const javaScript of [true, false]) {
  describe(`Homes, ${javaScript ? 'with' : 'without'} JavaScript`, { timeout: 120_000 }, () => {
    const name = `Voorbeeldhuis ${javaScript ? 'een' : 'twee'}`;
    const width = javaScript ? 1280 : 360;
    let reader: Someone;
    let enschede: Someone;
    before(async () => {
      reader = await someone(running.url, { javaScript, width });
      enschede = await signedIn(running.url, 'policy-enschede', { javaScript, width });
    });
    after(async () => {
      await reader.leave();
      await enschede.leave();
    });

    it('anyone sees the task in both scenarios, the plans, and that the split was not supplied', async () => {
      await reader.go('/regiobeeld');
      await reader.follow(/^Woningen voor ouderen/);
      for (const words of [
        '4.500',
        '2.000',
        '1.560',
        '2.710',
        '5.310',
        '1.100',
        'niet aangeleverd',
        'Voorbeeldhof',
        'verzonnen',
      ])
        await reader.sees(words);
      await reader.sees('Huur of koop');
      await reader.sees('Afgesproken deel');
    });

    it('the adviser of Enschede enters a plan; a mistake keeps what was typed', async () => {
      await enschede.go('/cijfers/wonen');
      assert.equal(enschede.path(), '/cijfers/wonen/enschede');
      await enschede.follow('Nieuw plan');
      await enschede.fill({
        name,
        place: 'Glanerbrug',
        type: 'nultreden',
        tenure: 'social',
        homes: 'veel',
        phase: 'permit',
        year: '2028',
      });
      await enschede.press('Bewaar');
      await enschede.sees('Schrijf een heel getal van 1 tot 5000.');
      await enschede.fill({ homes: '64', obstacles: 'Stikstof' });
      await enschede.press('Bewaar');
      await enschede.sees(`${name} is bewaard.`);
      await reader.go('/regiobeeld/wonen');
      await reader.sees(name);
      await reader.sees('Stikstof');
      await enschede.go('/cijfers/wonen/hengelo');
      await enschede.sees('Deze pagina is er niet');
    });

    it('they supply their part of the task, and the page says it', async () => {
      await enschede.go('/cijfers/wonen/enschede/opgave');
      await enschede.fill({
        'basis-nultreden': '1000',
        'basis-geclusterd': '400',
        'basis-zorggeschikt': javaScript ? '301' : '302',
      });
      await enschede.press('Bewaar');
      await enschede.sees('De cijfers zijn bewaard.');
      await reader.go('/regiobeeld/wonen');
      await reader.sees(javaScript ? '1.701' : '1.702');
    });

    it('anyone moves the weights of the key and sees what it does; who works for the region records what was decided', async () => {
      await reader.go('/regiobeeld/wonen/verdeling');
      await reader.sees(/telt nog niet mee: \d+ van de 14 gemeenten/);
      await reader.fill({ 'w-residents': '0', 'w-need': '100' });
      await reader.press('Reken uit');
      await reader.sees('Nultredenwoning: 4.500 woningen verdeeld');
      assert.match(new URL(reader.page.url()).search, /w-need=100/);
      const adviser = await signedIn(running.url, 'policy-adviser', { javaScript, width });
      await adviser.go(new URL(reader.page.url()).pathname + new URL(reader.page.url()).search);
      await adviser.fill({
        name: `Besluit ${name}`,
        'decided-day': '1',
        'decided-month': '11',
        'decided-year': '2026',
      });
      await adviser.press('Leg vast');
      await adviser.sees('Het besluit is vastgelegd.');
      await adviser.leave();
      await reader.go('/regiobeeld/wonen/verdeling');
      await reader.sees(`Besluit ${name}`);
    });

    it('by neighbourhood anyone sees load and strength, what is near, and moves the weights of where homes would fit', async () => {
      await reader.go('/regiobeeld/wonen');
      await reader.follow(/^Kijk per buurt/);
      await reader.sees('Cirkels van bereikbaarheid in Twente');
      await reader.follow('Enschede');
      await reader.sees('Waar past een zorggeschikte woning in Enschede?');
      await reader.fill({ 'w-need': 'veel' });
      await reader.press('Zet op volgorde');
      await reader.sees('Schrijf een getal van 0 tot 100.');
      await reader.fill({ 'w-need': '100', 'w-growth': '0', 'w-near': '0', 'w-plans': '0' });
      await reader.press('Zet op volgorde');
      assert.match(new URL(reader.page.url()).search, /gemeente=enschede.*w-need=100/);
      await reader.go('/regiobeeld/wonen/buurten');
      await reader.fill({ zoek: '7511 AB' });
      await reader.press('Zoek');
      assert.equal(reader.path(), '/regiobeeld/wonen/buurten/7511');
      for (const words of ['Draaglast', 'Draagkracht', 'rechte lijn', 'Wat deze pagina niet weet'])
        await reader.sees(words);
    });

    it('and from signal to better there is a page, with the size of the task beside it', async () => {
      await reader.go('/regiobeeld/trechter?keten=valpreventie');
      await reader.sees('43.134');
      await reader.go('/regiobeeld/trechter');
      await reader.sees('afgeschermd');
      await reader.fill({ gebied: 'borne' });
      await reader.press('Toon');
      await reader.sees('Van signaal naar beter');
    });
  });
}
