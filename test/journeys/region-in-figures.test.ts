import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { madeUpBoundaries } from '../support/boundaries.ts';
import { closeBrowser } from '../support/browser.ts';
import { shippedRegion } from '../support/pathways.ts';
import { type Running, startOmzien } from '../support/running.ts';
import { type Someone, someone } from '../support/walk.ts';

/** A policy adviser looks a figure up, sees why two plans disagree, and takes it to the council. */
let running: Running;
before(async () => {
  running = await startOmzien();
});
after(async () => {
  await closeBrowser();
  await running?.stop();
});

for (const javaScript of [true, false]) {
  describe(`The region in figures, ${javaScript ? 'with' : 'without'} JavaScript`, { timeout: 120_000 }, () => {
    let who: Someone;
    before(async () => {
      who = await someone(running.url, { javaScript, width: javaScript ? 1280 : 360 });
    });
    after(() => who.leave());

    it('from theme to figure: what it is, and that two plans and the counts disagree', async () => {
      await who.go('/regiobeeld');
      await who.sees('Ouder worden');
      await who.follow('Grijze druk');
      assert.equal(who.path(), '/regiobeeld/grijze-druk');
      await who.sees('Twente: 36% in 2021 (CBS, bevolking).');
      for (const words of ['33%', '40%', '42%', 'Waarom de bronnen verschillen', 'Peildatum']) await who.sees(words);
    });

    it('they choose a municipality, share its address, and see it beside the region', async () => {
      await who.fill({ gebied: 'haaksbergen' });
      await who.send('/regiobeeld/grijze-druk');
      assert.match(who.page.url(), /\/regiobeeld\/grijze-druk\?gebied=haaksbergen$/);
      await who.sees('Haaksbergen: 46% in 2021');
      await who.sees('In Twente is het 36%');
    });

    it('by a tile of the map they come to another one, also with the keyboard', async () => {
      const tile = who.page.locator('svg a[href="/regiobeeld/grijze-druk?gebied=enschede"]');
      await tile.focus();
      await who.page.keyboard.press('Enter');
      await who.page.waitForURL(/gebied=enschede$/);
      await who.sees('Enschede: 29% in 2021');
    });

    it('by a postcode or a place they come to a postcode area, beside its municipality and the region', async () => {
      await who.go('/regiobeeld/aandeel-75');
      await who.fill({ zoek: '1012 AB' });
      await who.press('Zoek');
      await who.sees('kennen wij niet in Twente');
      await who.fill({ zoek: '7443 AB' });
      await who.press('Zoek');
      assert.match(who.page.url(), /\/regiobeeld\/aandeel-75\?gebied=7443$/);
      await who.sees(/7443 Nijverdal: [\d,]+% in 2021/);
      await who.sees('In Hellendoorn is het');
      await who.follow(/^7447 Hellendoorn/);
      await who.sees(/7447 Hellendoorn: [\d,]+% in 2021/);
    });

    it('one municipality stands on one sheet, with what differs beyond chance', async () => {
      await who.go('/regiobeeld');
      await who.follow('Tubbergen');
      assert.equal(who.path(), '/regiobeeld/gebied/tubbergen');
      await who.sees('Wat opvalt');
      await who.sees(/65 jaar of ouder is: 19,8%\. Dat is lager dan in Twente \(20,7%\)/);
      await who.sees('Wat eraan komt');
      await who.sees('Alleen bekend voor heel Twente');
      const paper = (await who.page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      assert.ok(paper.match(/\/Type \/Page\b/g)!.length <= 2, 'one sheet of paper, printed on both sides');
    });

    it('they take the picture for a slide, and the figures', async () => {
      await who.go('/regiobeeld/grijze-druk?gebied=haaksbergen');
      for (const [link, kind] of [
        ['Grafiek als PNG', 'png'],
        ['Grafiek als SVG', 'svg'],
        ['Getallen als CSV', 'csv'],
      ] as const) {
        const [file] = await Promise.all([
          who.page.waitForEvent('download'),
          who.page.getByRole('link', { name: link }).click(),
        ]);
        assert.match(file.suggestedFilename(), new RegExp(`^grijze-druk.*\\.${kind}$`));
      }
    });
  });
}

/** `npm run omzien -- import boundaries …` beside the running server, as an operator types it. */
function omzienImport(...given: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const words = ['--import', 'tsx', 'src/cli.ts', 'import', 'boundaries', ...given];
  const env = { ...process.env, OMZIEN_HOME: running.home };
  return new Promise((done) =>
    execFile(process.execPath, words, { cwd: join(import.meta.dirname, '../..'), env }, (error, stdout, stderr) =>
      done({ code: error ? 1 : 0, said: `${stdout}${stderr}` }),
    ),
  );
}

describe('An operator brings the boundaries of municipalities in', { timeout: 120_000 }, () => {
  const map = async () => {
    const html = await (await fetch(`${running.url}/regiobeeld/grijze-druk?gebied=borne&kaart=grenzen`)).text();
    return html.match(/<path d="M\d+ \d+L/g)?.length ?? 0;
  };
  const municipalities = shippedRegion().municipalities.length;

  it('from a file, while Omzien runs; readers have the map at once, and tiles again when it is taken away', async () => {
    const file = join(running.home, 'grenzen.geojson');
    writeFileSync(file, JSON.stringify(madeUpBoundaries(shippedRegion())));
    assert.equal(await map(), 0);
    const done = await omzienImport(file);
    assert.equal(done.code, 0, done.said);
    assert.match(done.said, new RegExp(`for ${municipalities} municipalities`));
    assert.equal(await map(), municipalities);
    assert.equal((await omzienImport('--remove')).code, 0);
    assert.equal(await map(), 0);
  });
});
