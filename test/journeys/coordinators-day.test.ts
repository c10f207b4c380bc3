import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { localDate } from '../../src/platform/time/index.ts';
import { closeBrowser } from '../support/browser.ts';
import { type Running, startOmzien } from '../support/running.ts';
import { type Someone, signedIn } from '../support/walk.ts';

/** The day of a coordinator, on the demo as `npm start` gives it, once with and once without JavaScript. */
let running: Running;
before(async () => {
  running = process.env.OMZIEN_URL
    ? {
        url: process.env.OMZIEN_URL,
        home: '',
        said: () => '',
        stop: async () => undefined,
        kill: async () => undefined,
      }
    : await startOmzien();
});
after(async () => {
  await closeBrowser();
  await running?.stop();
});

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
const file = (name: string, buffer = PDF) => ({ name, mimeType: 'application/octet-stream', buffer });

/** Today as Omzien has it, so many days from now. */
async function day(from: number): Promise<Readonly<Record<string, string>>> {
  const { date } = (await (await fetch(`${running.url}/fhir/r4/metadata`)).json()) as { date: string };
  const [year, month, ofMonth] = localDate(new Date(Date.parse(date) + from * 86_400_000)).split('-');
  return { day: ofMonth!, month: month!, year: year! };
}
const dated = async (name: string, from: number) =>
  Object.fromEntries(Object.entries(await day(from)).map(([part, value]) => [`${name}-${part}`, value]));

for (const javaScript of [true, false]) {
  describe(`The coordinator's day, ${javaScript ? 'with' : 'without'} JavaScript`, { timeout: 240_000 }, () => {
    let coordinator: Someone;
    let casePath = '';
    /** Two colleagues: whose cases they are first, and who gets them. */
    let [from, to] = ['', ''];
    after(() => coordinator?.leave());

    it('sees at a glance what is new, late and without a coach, who has how much, and shares each list by its link', async () => {
      coordinator = await signedIn(running.url, 'coordinator-noord', { javaScript });
      assert.equal(coordinator.path(), '/werk');
      for (const words of ['nieuw', 'zonder coach', 'te laat', 'wacht op een ander']) await coordinator.sees(words);
      await coordinator.page.locator('summary', { hasText: 'Wie heeft hoeveel' }).click();
      const rows = coordinator.page.locator('details table tbody tr');
      const load = await rows.evaluateAll((all) =>
        all.map((row) => ({
          name: row.querySelector('th')?.textContent?.trim() ?? '',
          open: Number(row.querySelector('td')?.textContent?.trim() ?? '0'),
        })),
      );
      const most = load.toSorted((a, b) => b.open - a.open);
      [from, to] = [most[0]!.name, most.find((one) => one.name !== most[0]!.name)!.name];
      assert.ok(most[0]!.open >= 3, JSON.stringify(load));
      await coordinator.page.locator('.omzien-filters a', { hasText: from }).click();
      assert.match(coordinator.page.url(), /\?bij=Practitioner/);
      await coordinator.sees(`bij ${from}`);
    });

    it('gives two of them to a colleague at once; a list without a choice says what to do', async () => {
      await coordinator.send('/werk/toewijzen');
      await coordinator.sees('Kies ten minste één zaak');
      await coordinator.sees('Kies een collega');
      const boxes = coordinator.page.locator('main input[name="case"]');
      casePath = `/werk/zaak/${(await boxes.first().getAttribute('value'))!.split('~')[0]}`;
      await boxes.nth(0).check({ force: true });
      await boxes.nth(1).check({ force: true });
      const option = coordinator.page.locator('main select[name="to"] option', { hasText: to });
      await coordinator.fill({ to: (await option.getAttribute('value'))! });
      await coordinator.send('/werk/toewijzen');
      await coordinator.sees(`2 zaken staan nu op naam van ${to}`);
      await coordinator.go(casePath);
      await coordinator.sees(to);
    });

    it('writes down an attempt with a file; what may not be kept is refused in plain words, and nothing typed is lost', async () => {
      await coordinator.go(`${casePath}/contact`);
      await coordinator.fill({ kind: 'phone', outcome: 'voicemail', note: 'Dochter belt terug.' });
      const box = coordinator.page.locator('main input[name="files"]');
      await box.setInputFiles([file('verslag 123456782.pdf')]);
      await coordinator.send('/contact');
      await coordinator.sees('lijkt een BSN te staan');
      await coordinator.seesNot('123456782');
      assert.equal(await coordinator.page.locator('[name="note"]').inputValue(), 'Dochter belt terug.');
      await box.setInputFiles([file('foto.png', Buffer.from('<svg onload="alert(1)"/>'))]);
      await coordinator.send('/contact');
      await coordinator.sees(/code van een webpagina|bewaren wij niet/);
      await box.setInputFiles([file('Brief gemeente.pdf'), file('afspraken.txt', Buffer.from('Dinsdag bellen.'))]);
      await coordinator.send('/contact');
      assert.equal(coordinator.path(), casePath, await coordinator.text());
      await coordinator.sees('Brief gemeente.pdf');
      const link = coordinator.page.locator('main a', { hasText: 'Brief gemeente.pdf' }).first();
      const answer = await coordinator.page.request.get(`${running.url}${await link.getAttribute('href')}`);
      assert.equal(answer.status(), 200);
      assert.deepEqual(await answer.body(), PDF);
      const headers = answer.headers();
      assert.match(headers['content-disposition'] ?? '', /^attachment; filename="Brief gemeente.pdf"/);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.match(headers['content-security-policy'] ?? '', /sandbox/);
    });

    it('takes back a file, and a contact that was a mistake', async () => {
      const href = await coordinator.page
        .locator('main a', { hasText: 'Brief gemeente.pdf' })
        .first()
        .getAttribute('href');
      const row = coordinator.page.locator('main tr', { hasText: 'Brief gemeente.pdf' });
      await row.getByRole('link', { name: /Herstel/ }).click();
      await coordinator.page.waitForLoadState('load');
      await coordinator.page.getByRole('button', { name: /Haal weg.*Brief gemeente/ }).click();
      await coordinator.page.waitForLoadState('load');
      await coordinator.sees('De bijlage is weg');
      assert.equal((await coordinator.page.request.get(`${running.url}${href}`)).status(), 404);
      await coordinator.send('/herstel');
      await coordinator.sees('Schrijf op wat er niet klopte');
      await coordinator.fill({ reason: 'Bij de verkeerde inwoner opgeschreven' });
      await coordinator.send('/herstel');
      await coordinator.sees('vergissing: Bij de verkeerde inwoner opgeschreven');
      await coordinator.seesNot('Dochter belt terug');
    });

    it('plans a conversation, moves it, takes it to the calendar, and calls it off with a reason', async () => {
      await coordinator.go(`${casePath}/afspraak`);
      await coordinator.fill({ about: 'conversation', ...(await dated('date', 9)), time: '10:30', way: 'home' });
      await coordinator.send('/afspraak');
      await coordinator.sees('De afspraak staat');
      await coordinator.sees('Bij de inwoner thuis');
      await coordinator.follow(/^Verander/);
      assert.equal(await coordinator.page.locator('[name="time"]').inputValue(), '10:30');
      await coordinator.fill({ time: '13:15', minutes: '45' });
      await coordinator.send('/wijzigen');
      await coordinator.sees('De afspraak is veranderd');
      const calendar = coordinator.page.getByRole('link', { name: /^In agenda/ }).first();
      const got = await coordinator.page.request.get(`${running.url}${await calendar.getAttribute('href')}`);
      const text = await got.text();
      assert.match(text, /BEGIN:VEVENT[\s\S]*SEQUENCE:1[\s\S]*SUMMARY:Afspraak zaak WOR-/);
      await coordinator.follow(/^Zeg af/);
      await coordinator.send('/afzeggen');
      await coordinator.sees('Kies waarom het niet doorgaat');
      await coordinator.fill({ reason: 'resident' });
      await coordinator.send('/afzeggen');
      await coordinator.sees('gaat niet door');
    });

    it('lets the clock stand still until a day, with a reason, and lets it run on', async () => {
      await coordinator.go(casePath);
      if (await coordinator.page.getByRole('button', { name: 'Klok weer laten lopen' }).count())
        await coordinator.press('Klok weer laten lopen');
      await coordinator.go(`${casePath}/pauze`);
      await coordinator.fill({ reason: 'Op vakantie', ...(await dated('expected', 14)) });
      await coordinator.send('/pauze');
      await coordinator.sees(/De klok staat stil\. Op .* loopt hij vanzelf weer/);
      await coordinator.sees('Op vakantie, naar verwachting tot');
      await coordinator.press('Klok weer laten lopen');
      await coordinator.sees('De klok loopt weer');
    });

    it('reads it all on one timeline, and only one kind by its link', async () => {
      await coordinator.follow('Hele tijdlijn');
      for (const words of ['Een contact was een vergissing', 'gaat niet door', 'De klok staat stil', 'heeft de zaak'])
        await coordinator.sees(words);
      await coordinator.page.locator('.omzien-filters a', { hasText: 'afspraken' }).click();
      await coordinator.page.waitForLoadState('load');
      await coordinator.sees('gaat niet door');
      await coordinator.seesNot('De klok staat stil');
    });

    it('hands all cases of a colleague on leave to another until a day, and gives them back', async () => {
      await coordinator.go('/werk/overdragen');
      const choice = (field: string, name: string) =>
        coordinator.page.locator(`main input[name="${field}"]`).and(coordinator.page.getByLabel(name));
      await choice('from', to).check({ force: true });
      await choice('to', from).check({ force: true });
      await coordinator.fill({ reason: 'leave', ...(await dated('until', 10)) });
      await coordinator.send('/werk/overdragen');
      await coordinator.sees(new RegExp(`nu op naam van ${from}`));
      await coordinator.go('/werk/overdragen');
      await coordinator.sees('Tijdelijk overgedragen');
      await coordinator.page.getByRole('button', { name: new RegExp(`Zet terug.*${to}`) }).click();
      await coordinator.page.waitForLoadState('load');
      await coordinator.sees(new RegExp(`weer op naam van ${to}`));
    });
  });
}
