import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../support/browser.ts';
import { type Running, startOmzien } from '../support/running.ts';
import { type Someone, signedIn, someone } from '../support/walk.ts';

/**
 * An organisation's administrator, from inviting a colleague to their leaving, as people walk it: in a browser, on the
 * demo as `npm start` gives it, once with and once without JavaScript.
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

for (const javaScript of [true, false])
  describe(`the administrator, ${javaScript ? 'with' : 'without'} JavaScript`, { timeout: 300_000 }, () => {
    const identity = javaScript ? 'newcomer-nora' : 'newcomer-idris';
    const [given, family] = javaScript ? ['Nora', 'Voorbeeldstein'] : ['Idris', 'Proefveld'];
    const mail = `${given.toLowerCase()}@welzijn.example.org`;
    const open = new Set<Someone>();
    const as = async (persona: string, role?: RegExp): Promise<Someone> => {
      const who = await signedIn(running.url, persona, { javaScript, ...(role ? { role } : {}) });
      open.add(who);
      return who;
    };
    const stranger = async (): Promise<Someone> => {
      const who = await someone(running.url, { javaScript });
      open.add(who);
      return who;
    };
    after(async () => {
      for (const who of open) await who.leave();
    });

    /** The link in the newest mail to this address, as the outbox of the demo shows it. */
    async function linkTo(address: string): Promise<string> {
      const reader = await stranger();
      await reader.go(`/demo/post?${new URLSearchParams({ aan: address })}`);
      const link = /\/uitnodiging\/[\w-]{43}/.exec(await reader.page.content())?.[0];
      assert.ok(link, 'the mail holds a link');
      return link;
    }

    async function invite(admin: Someone, services: string): Promise<string> {
      await admin.go('/organisatie/mensen');
      await admin.follow('Iemand uitnodigen');
      await admin.fill({ given, family, mail, role: 'welfare-coach', services });
      await admin.send('/organisatie/mensen/nieuw');
      await admin.sees(`De uitnodiging voor ${given} ${family} is onderweg`);
      return linkTo(mail);
    }

    async function accept(link: string): Promise<Someone> {
      const who = await stranger();
      await who.go(link);
      await who.sees(`${given} ${family}`);
      await who.follow('Inloggen met uw werkaccount');
      await who.page.locator(`button[value="${identity}"]`).click();
      await who.page.waitForLoadState('load');
      await who.sees('Bent u dit?');
      await who.press('Ja, dit ben ik');
      return who;
    }

    let admin: Someone;
    let newcomer: Someone;
    let link = '';

    it('sees on one page who works here and what waits, and no resident', async () => {
      admin = await as('admin-welzijn');
      assert.equal(admin.path(), '/organisatie');
      await admin.sees('Wat op u wacht');
      await admin.follow('Mensen');
      await admin.sees('Wilma Voorbeeldsma');
      await admin.seesNot(/WOR-/);
    });

    it('invites a colleague; a mistake keeps what was typed', async () => {
      await admin.go('/organisatie/mensen/nieuw');
      await admin.fill({ given, mail: 'geen adres' });
      await admin.send('/organisatie/mensen/nieuw');
      await admin.sees('Vul één mailadres in');
      assert.equal(await admin.page.locator('[name="given"]').inputValue(), given);
      link = await invite(admin, 'HealthcareService/voorbeeld-welzijn-enschede-noord');
      await admin.sees(mail);
    });

    it('the colleague opens the link, signs in, says that it is them, and is at work', async () => {
      newcomer = await accept(link);
      assert.equal(newcomer.path(), '/werk');
      await newcomer.sees(`${given} ${family}`);
      const late = await stranger();
      await late.go(link);
      await late.sees('al gebruikt');
    });

    it('a second employer invites the same person, who from then on chooses for whom they work', async () => {
      const hengelo = await as('admin-hengelo');
      const second = await accept(await invite(hengelo, 'HealthcareService/voorbeeld-welzijn-hengelo-team'));
      assert.equal(second.path(), '/rol');
      await second.sees('Voorbeeld Welzijn Enschede');
      await second.sees('Voorbeeld Welzijn Hengelo');
      await admin.go(`/organisatie/mensen?naam=${family}`);
      await admin.sees(`${given} ${family}`);
      await admin.seesNot('Hengelo');
    });

    it('the administrator fills in leave with who takes over, and says that the colleague is back', async () => {
      await admin.follow(`${given} ${family}`);
      await admin.follow('Afwezigheid invullen');
      const [year = '', month = '', day = ''] = new Date().toISOString().slice(0, 10).split('-');
      await admin.fill({
        kind: 'leave',
        'from-day': day,
        'from-month': month,
        'from-year': year,
        cover: 'Practitioner/coach-noord-colleague',
      });
      await admin.send('/afwezig');
      await admin.sees('Het team ziet het');
      await admin.sees('Karim Proefstra');
      await admin.press('Is er weer');
      await admin.sees('Deze collega is niet afwezig');
    });

    it('takes a role: whoever is signed in sees nothing more with it from the next click on', async () => {
      await admin.follow('Wijzigen');
      await admin.sees('De rol stopt meteen');
      await admin.page.locator('button[value="take"]').click();
      await admin.page.waitForLoadState('load');
      await admin.sees('heeft de rol welzijnscoach niet meer');
      await newcomer.go('/werk');
      assert.notEqual(newcomer.path(), '/werk');
    });

    it('changes the fixed coach of a practice, which the practice sees', async () => {
      await admin.go('/organisatie/teams');
      await admin.page.locator('main a[href$="voorbeeldpraktijk-de-brink-enschede"]').click();
      await admin.fill({ coach: 'Practitioner/coach-noord' });
      await admin.send('/voorbeeldpraktijk-de-brink-enschede');
      await admin.sees('gaan vanaf nu naar');
      const practice = await as('admin-brink');
      await practice.follow('Teams');
      await practice.sees('Wilma Voorbeeldsma');
      await practice.seesNot('Wijzigen');
    });

    it('reads what the organisation may see and why, and its own figures', async () => {
      await admin.follow('Wat mag wie zien');
      await admin.sees('Het team heeft de zaak');
      await admin.sees('Wmo 2015');
      await admin.follow('Cijfers');
      await admin.sees('Eigen cijfers');
      await admin.seesNot(/WOR-/);
    });

    it('a wrong link says what to do', async () => {
      const who = await stranger();
      await who.go(`/uitnodiging/${'x'.repeat(43)}`);
      await who.sees('Vraag de beheerder van uw organisatie om een nieuwe uitnodiging');
    });
  });
