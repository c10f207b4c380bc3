import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../support/browser.ts';
import { type Running, startOmzien } from '../support/running.ts';
import { type Someone, signedIn } from '../support/walk.ts';

/**
 * Life happens, as people meet it: in a browser, on the demo as `npm start` gives it, once with and once without
 * JavaScript. A worry about safety, an entry and an address that must not be seen, one person with two records, a move, a
 * death, and a mistake set right.
 */
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

for (const javaScript of [true, false]) {
  describe(`Life happens, ${javaScript ? 'with' : 'without'} JavaScript`, { timeout: 300_000 }, () => {
    const surname = `Leven${javaScript ? 'met' : 'zonder'}${Date.now()
      .toString(36)
      .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)}`;
    const open = new Set<Someone>();
    const as = async (persona: string): Promise<Someone> => {
      const who = await signedIn(running.url, persona, { javaScript });
      open.add(who);
      return who;
    };
    after(async () => {
      for (const who of open) await who.leave();
    });
    let nurse: Someone;
    let coach: Someone;
    let zaak = '';
    let referral = '';

    /** Registers and refers somebody, whom the coach of team Noord accepts; gives the pages of practice and team. */
    async function referred(
      given: string,
      family: string,
    ): Promise<{ referral: string; zaak: string; number: string }> {
      await nurse.go('/praktijk/verwijzen');
      await nurse.fill({ family, 'birthDate-day': '2', 'birthDate-month': '3', 'birthDate-year': '1948' });
      await nurse.send('/praktijk/verwijzen', undefined, 'family');
      await nurse.page.locator('main a[href*="/praktijk/inschrijven"]').first().click();
      await nurse.page.waitForLoadState('load');
      await nurse.fill({
        given,
        gender: 'female',
        street: 'Verborgenlaan 9',
        postcode: '7511 AB',
        city: 'Enschede',
        phone: '085 000 00 77',
      });
      await nurse.send('/praktijk/inschrijven');
      await nurse.fill({ reasons: ['psychosocial'], urgency: 'routine', agreed: 'yes' });
      await nurse.send('/praktijk/verwijzing/nieuw', 'check');
      await nurse.send('/praktijk/verwijzing/nieuw', 'send');
      const own = nurse.path();
      const number = /WOR-[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(await nurse.text())?.[0] ?? '';
      await coach.go('/werk?lijst=nieuw');
      await coach.page.locator('main tr', { hasText: given }).locator('a[href*="/werk/aanmelding/"]').first().click();
      await coach.page.waitForLoadState('load');
      await coach.fill({ answer: 'accept' });
      await coach.send(coach.path());
      return { referral: own, zaak: coach.path(), number };
    }

    it('a coach who fears violence finds the right door beside where the worry is written', async () => {
      nurse = await as('nurse-enschede');
      coach = await as('coach-noord');
      ({ referral, zaak } = await referred(javaScript ? 'Wilhelmina' : 'Jacoba', surname));
      await coach.go(`${zaak}/contact`);
      await coach.sees('Veilig Thuis');
      await coach.fill({ kind: 'phone', outcome: 'spoken', note: 'De zoon schreeuwde en sloeg met de deur.' });
      await coach.follow(/Dit zijn de stappen/);
      await coach.sees('Stap 3');
      await coach.sees('vertrouwenspersoon');
      await coach.go(`${zaak}/contact`);
      await coach.fill({ kind: 'phone', outcome: 'spoken', note: 'De zoon schreeuwde en sloeg met de deur.' });
      await coach.send('/contact');
    });

    it('withholds what was written, and everybody of the team sees the mark', async () => {
      await coach.go(`${zaak}/veiligheid`);
      await coach.follow('Een notitie afschermen');
      await coach.send('/afgeschermd');
      await coach.sees('Kies wat u wilt afschermen');
      await coach.page.locator('main input[name="entry"]').first().check({ force: true });
      await coach.fill({ reason: 'violence' });
      await coach.send('/afgeschermd');
      await coach.sees('De inwoner ziet het niet');
      const coordinator = await as('coordinator-noord');
      await coordinator.go(zaak);
      await coordinator.sees('Afgeschermd voor de inwoner');
      const officer = await as('privacy-officer');
      await officer.go('/privacy/afgeschermd');
      await officer.sees('geweld of dreiging thuis');
      await officer.seesNot(/schreeuwde/);
    });

    it('keeps the address secret, and asks for it with a reason when a visit needs it', async () => {
      await coach.go(zaak);
      await coach.sees('Verborgenlaan');
      await coach.follow('Het adres moet geheim blijven');
      await coach.fill({ reason: 'threat' });
      await coach.send('/adres');
      await coach.go(zaak);
      await coach.seesNot('Verborgenlaan');
      await coach.seesNot('085 000 00 77');
      await coach.follow('Adres opvragen');
      await coach.fill({ need: 'visit' });
      await coach.send('/adres/opvragen');
      await coach.sees('Verborgenlaan');
      await nurse.go(referral);
      await nurse.sees('Verborgenlaan');
    });

    it('a practice sees that one person has two records, merges them, and takes them apart', async () => {
      const second = await referred(javaScript ? 'Wilma' : 'Koba', `${surname}dubbel`);
      await nurse.go(referral);
      await nurse.follow('Deze inwoner staat twee keer in Omzien');
      await nurse.fill({ number: 'WOR-000-0000' });
      await nurse.send('/samenvoegen');
      await nurse.sees('Deze zaak vinden wij niet bij u');
      await nurse.fill({ number: second.number });
      await nurse.send('/samenvoegen');
      await nurse.sees(`${surname}dubbel`);
      await nurse.sees('anders');
      await nurse.fill({ keep: 'here', checked: 'yes' });
      await nurse.send('/samenvoegen');
      await nurse.sees('De dossiers zijn samengevoegd');
      await coach.go(zaak);
      await coach.sees('één mens met twee dossiers');
      await nurse.go(`${referral}/samenvoegen`);
      await nurse.send('/uit-elkaar');
      await nurse.sees('Het zijn weer twee dossiers');
    });

    it('a death stops everything, says whom to call, and a mistake is set right and opened again', async () => {
      await coach.go(zaak);
      await coach.follow('Deze inwoner is overleden');
      await coach.send('/overlijden');
      await coach.sees('Kijk na of het om deze inwoner gaat');
      await coach.fill({ sure: 'yes' });
      await coach.send('/overlijden');
      await coach.sees('Wie het nog moet weten');
      await nurse.go(referral);
      await nurse.sees('Deze inwoner is overleden');
      await nurse.follow('Wie het nog moet weten');
      await nurse.send('/overlijden/vergissing');
      await nurse.sees('teruggezet');
      await coach.go(`${zaak}/overlijden`);
      await coach.send('/overlijden/heropenen');
      await coach.go('/werk?lijst=nieuw');
      await coach.sees(javaScript ? 'Wilhelmina' : 'Jacoba');
      assert.match(coach.path(), /^\/werk/);
    });
  });
}
