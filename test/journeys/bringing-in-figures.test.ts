import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../support/browser.ts';
import { type Running, startOmzien } from '../support/running.ts';
import { type Someone, signedIn, someone } from '../support/walk.ts';

/** A policy adviser brings figures in from a file, sees what is wrong in it, and undoes a wrong load whole. */
let running: Running;
before(async () => {
  running = await startOmzien();
});
after(async () => {
  await closeBrowser();
  await running?.stop();
});

for (const javaScript of [true, false]) {
  describe(`Bringing figures in, ${javaScript ? 'with' : 'without'} JavaScript`, { timeout: 120_000 }, () => {
    const value = javaScript ? '31,5' : '32,5';
    const name = `Proefmonitor ${javaScript ? 'een' : 'twee'}`;
    let who: Someone;
    let reader: Someone;
    before(async () => {
      who = await signedIn(running.url, 'policy-adviser', { javaScript, width: javaScript ? 1280 : 360 });
      reader = await someone(running.url, { javaScript });
    });
    after(async () => {
      await who.leave();
      await reader.leave();
    });
    const send = async (text: string) => {
      await who.page.locator('input[name="file"]').setInputFiles({
        name: 'monitor.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(text),
      });
      await who.press('Lees het bestand');
    };
    const describeSource = () =>
      who.fill({
        series: '+',
        'date-day': '31',
        'date-month': '12',
        'date-year': '2024',
        name,
        kind: 'survey',
        source: 'Verzonnen monitor voor de proef',
        definition: 'Mensen die zeggen dat zij te zwaar zijn.',
        differ: 'Deze monitor vraagt het anders.',
      });

    it('they choose a subject, and are told what is missing without losing what they typed', async () => {
      await who.go('/cijfers/inbrengen');
      await who.follow('Uit een bestand');
      await who.fill({ cijfer: 'overgewicht' });
      await who.press('Verder met dit onderwerp');
      await who.fill({ series: '+', name });
      await who.press('Lees het bestand');
      await who.sees('Vul een datum in die bestaat.');
      await who.sees('Kies een bestand van ten hoogste 2 MB.');
      assert.equal(await who.page.locator('input[name="name"]').inputValue(), name);
    });

    it('a file with mistakes is told line by line, and nothing of it comes in', async () => {
      await describeSource();
      await send('gebied;jaar;waarde\nBorne;2024;31,5\nAtlantis;2024;3\nBorne;2024;140\n');
      await who.sees('Er staan 3 fouten in. Er is niets ingebracht.');
      await who.sees('‘Atlantis’ is geen gebied dat wij kennen');
      await who.sees('Dit gebied en jaar staan ook in regel 2');
      assert.equal(await who.page.getByRole('button', { name: 'Breng deze cijfers in' }).count(), 0);
      await reader.go('/regiobeeld/overgewicht?gebied=borne');
      await reader.seesNot(name);
    });

    it('a good one shows what changes, comes in by a button, and anyone sees it with its source', async () => {
      await who.follow('Opnieuw lezen');
      await describeSource();
      await send(`gebied;jaar;waarde\nBorne;2024;${value}\nHengelo;2024;30\n`);
      await who.sees('Nieuw: 2');
      await who.press('Breng deze cijfers in');
      await who.sees(/Levering \d+ is ingebracht/);
      await reader.go('/regiobeeld/overgewicht?gebied=borne');
      await reader.sees(name);
      await reader.sees('Deze monitor vraagt het anders.');
      assert.match(
        await (await fetch(`${running.url}/regiobeeld/overgewicht.csv`)).text(),
        new RegExp(value.replace(',', '.')),
      );
    });

    it('it was wrong: they undo the load whole, and everybody sees what stood before', async () => {
      await who.press('Draai deze levering terug');
      await who.sees('Schrijf kort waarom u dit terugdraait.');
      await who.fill({ why: 'Verkeerd bestand' });
      await who.press('Draai deze levering terug');
      await who.sees('is teruggedraaid. De eerdere cijfers gelden weer.');
      await reader.go('/regiobeeld/overgewicht?gebied=borne');
      await reader.seesNot(name);
    });

    it('of CBS the demo says that it fetches nothing from the internet', async () => {
      await who.go('/cijfers/inbrengen/cbs');
      await who.sees('Deze Omzien haalt niets op van internet');
    });
  });
}
