import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { localDate } from '../../src/platform/time/index.ts';
import { closeBrowser } from '../support/browser.ts';
import { type Running, startOmzien } from '../support/running.ts';
import { type Someone, signedIn, someone } from '../support/walk.ts';

/**
 * The main job, from the practice nurse's first search to the closing of her referral, as people walk it: in a browser,
 * on the demo as `npm start` gives it, once with and once without JavaScript.
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

/** Two services of two providers in Enschede that both answer loneliness. */
const FIRST = 'penvrienden-enschede';
const SECOND = 'stadswandelaars-enschede';

for (const javaScript of [true, false]) {
  describe(`Welzijn op recept, ${javaScript ? 'with' : 'without'} JavaScript`, { timeout: 300_000 }, () => {
    const surname = `Wandelaar${javaScript ? 'met' : 'zonder'}${Date.now()
      .toString(36)
      .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)}`;
    const open = new Set<Someone>();
    const as = async (persona: string, role?: RegExp): Promise<Someone> => {
      const who = await signedIn(running.url, persona, { javaScript, ...(role ? { role } : {}) });
      open.add(who);
      return who;
    };
    after(async () => {
      for (const who of open) await who.leave();
    });
    let nurse: Someone;
    let coach: Someone;
    let caseNumber = '';
    let casePath = '';
    let referralPath = '';

    async function clock(by: 'day' | 'week' | 'quarter'): Promise<void> {
      const who = await someone(running.url, { javaScript });
      await who.go('/demo/klok');
      await who.send('/demo/klok', by);
      await who.leave();
    }

    /** Today as Omzien has it, so many days from now: the demo's clock is moved on the way. */
    async function day(from: number): Promise<{ readonly day: string; readonly month: string; readonly year: string }> {
      const { date } = (await (await fetch(`${running.url}/fhir/r4/metadata`)).json()) as { date: string };
      const [year, month, ofMonth] = localDate(new Date(Date.parse(date) + from * 86_400_000)).split('-');
      return { day: ofMonth!, month: month!, year: year! };
    }

    it('a practice nurse finds nobody by name and birth date, and registers the resident', async () => {
      nurse = await as('nurse-enschede');
      assert.equal(nurse.path(), '/praktijk');
      await nurse.go('/praktijk/verwijzen');
      await nurse.fill({ family: surname, 'birthDate-day': '2', 'birthDate-month': '3', 'birthDate-year': '1948' });
      await nurse.send('/praktijk/verwijzen', undefined, 'family');
      assert.match(nurse.path(), /niemand/);
      await nurse.page.locator('main a[href*="/praktijk/inschrijven"]').first().click();
      await nurse.page.waitForLoadState('load');
      assert.equal(await nurse.page.locator('[name="family"]').inputValue(), surname, 'what was typed is kept');
      await nurse.fill({
        given: 'Anna Maria',
        gender: 'female',
        street: 'Voorbeeldstraat 9',
        postcode: '7511 AB',
        city: 'Enschede',
        phone: '085 000 00 09',
        mail: `${surname}@example.org`,
      });
      await nurse.send('/praktijk/inschrijven');
      assert.equal(nurse.path(), '/praktijk/verwijzing/nieuw', await nurse.text());
      assert.ok(!nurse.page.url().includes(surname), 'no name in the address');
    });

    it('who registers the same person again is told to check the document and the BSN, and is shown nobody', async () => {
      const other = await as('nurse-hengelo');
      await other.go('/praktijk/inschrijven');
      await other.fill({
        given: 'Annemarie',
        family: surname,
        'birthDate-day': '2',
        'birthDate-month': '3',
        'birthDate-year': '1948',
        gender: 'female',
        street: 'Voorbeeldstraat 1',
        postcode: '7551 AA',
        city: 'Hengelo',
        phone: '085 000 00 10',
      });
      await other.send('/praktijk/inschrijven');
      await other.sees(/document en het BSN/);
      await other.seesNot('Anna Maria');
    });

    it('she records why, how urgent and that the resident agrees, checks it and refers', async () => {
      await nurse.fill({
        reasons: ['psychosocial', 'lifestyle'],
        urgency: 'routine',
        note: 'Vaak alleen sinds haar man er niet meer is.',
      });
      await nurse.send('/praktijk/verwijzing/nieuw', 'check');
      await nurse.sees(/fout|niet goed|mis/i);
      assert.ok(await nurse.page.locator('[name="reasons"][value="lifestyle"]').isChecked(), 'what was chosen is kept');
      await nurse.fill({ agreed: 'yes' });
      await nurse.send('/praktijk/verwijzing/nieuw', 'check');
      await nurse.sees('Vaak alleen');
      await nurse.send('/praktijk/verwijzing/nieuw', 'send');
      assert.match(nurse.path(), /^\/praktijk\/verwijzing\/[0-9a-f]{32}-/);
      referralPath = nurse.path();
      caseNumber = /WOR-[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(await nurse.text())?.[0] ?? '';
      assert.ok(caseNumber);
    });

    it('the referral reaches the team tied to her practice, which sees no name before it says yes', async () => {
      coach = await as('coach-noord');
      assert.equal(coach.path(), '/werk');
      await coach.go('/werk?lijst=nieuw');
      await coach.sees('Anna');
      await coach.seesNot(surname);
      const zuid = await as('coach-zuid');
      await zuid.go('/werk?lijst=nieuw');
      await zuid.seesNot('Anna 78');
      await coach.page
        .locator('main tr', { hasText: 'Anna' })
        .filter({ hasText: '7511' })
        .locator('a[href*="/werk/aanmelding/"]')
        .first()
        .click();
      await coach.page.waitForLoadState('load');
      await coach.fill({ answer: 'accept' });
      await coach.send(coach.path());
      assert.match(coach.path(), /^\/werk\/zaak\//);
      casePath = coach.path();
      await coach.sees(surname);
    });

    it('the coach records attempts, plans the conversation, and holds it', async () => {
      await coach.go(`${casePath}/contact`);
      await coach.fill({ kind: 'phone', outcome: 'no-answer' });
      await coach.send('/contact');
      await coach.go(`${casePath}/contact`);
      await coach.fill({ kind: 'phone', outcome: 'appointment', note: 'Liefst in de ochtend' });
      await coach.send('/contact');
      await coach.go(`${casePath}/afspraak`);
      const next = await day(3);
      await coach.fill({
        'date-day': next.day,
        'date-month': next.month,
        'date-year': next.year,
        time: '10:30',
        place: 'Bij u thuis',
        about: 'conversation',
      });
      await coach.send('/afspraak');
      assert.equal(coach.path(), casePath, await coach.text());
      await coach.go(`${casePath}/gesprek`);
      await coach.fill({
        body: '6',
        mind: '4',
        meaning: '7',
        'quality-of-life': '5',
        'taking-part': '2',
        'daily-life': '6',
        matters: 'Weer onder de mensen',
        goal: 'Elke week samen eten',
        'welzijn-satisfied': '5',
        'welzijn-worthwhile': '5',
        'welzijn-happy': '4',
        'welzijn-anxious': '6',
      });
      await coach.send('/gesprek');
      assert.equal(coach.path(), casePath, await coach.text());
      await coach.sees('Elke week samen eten');
      assert.equal((await coach.page.locator('main svg').count()) > 0, true, 'a spider web');
      await coach.sees('Weer onder de mensen');
    });

    it('Omzien proposes services and says why each fits; the coach refers on in the order the resident likes', async () => {
      await coach.go(`${casePath}/plek`);
      await coach.page.locator('main input[type="checkbox"][value="loneliness"]').first().check({ force: true });
      await coach.fill({ travel: 'bike' });
      await coach.send('/plek', 'search');
      await coach.sees(/waarom dit past/i);
      await coach.sees(/nagekeken/i);
      await coach.fill({ [`rank-${FIRST}`]: '1', [`rank-${SECOND}`]: '2' });
      await coach.send('/plek', 'choose');
      await coach.fill({ note: 'Komt graag eerst kijken.', agreed: 'yes' });
      await coach.send('/plek', 'send');
      assert.equal(coach.path(), casePath, await coach.text());
    });

    it('the first provider declines with a reason, and the next is asked at once', async () => {
      const first = await as('provider-ontmoeting');
      await first.go('/aanbod?fase=nieuw');
      await first.seesNot(surname);
      await first.page.locator('main tr', { hasText: 'Anna' }).filter({ hasText: '7511' }).locator('a').first().click();
      await first.page.waitForLoadState('load');
      await first.seesNot(surname);
      const offer = first.path();
      await first.go(`${offer}/nee`);
      await first.fill({ reason: 'full' });
      await first.send('/nee');
      const second = await as('provider-beweegpunt');
      await second.go('/aanbod?fase=nieuw');
      await second.page
        .locator('main tr', { hasText: 'Anna' })
        .filter({ hasText: '7511' })
        .locator('a')
        .first()
        .click();
      await second.page.waitForLoadState('load');
      const task = second.path();
      await second.send('/ja');
      await second.go(task);
      await second.sees(surname);
      const yesterday = await day(-1);
      await second.fill({
        'date-day': yesterday.day,
        'date-month': yesterday.month,
        'date-year': yesterday.year,
        time: '10:00',
        attended: 'attended',
      });
      await second.send('/aanwezigheid');
      await second.go(`${task}/afronden`);
      await second.fill({ outcome: 'goal-reached', summary: 'Loopt elke week mee.' });
      await second.send('/afronden');
      await first.go(offer);
      await first.seesNot(surname);
    });

    it('after three months the measure is asked again by mail, once, without signing in', async () => {
      await clock('quarter');
      const post = await someone(running.url, { javaScript });
      open.add(post);
      let link = '';
      for (let tries = 0; tries < 60 && !link; tries++) {
        await post.go(`/demo/post?aan=${surname}@example.org`);
        link = /\/vragen\/[\w-]{20,}/.exec(await post.page.content())?.[0] ?? '';
        if (!link) await new Promise((done) => setTimeout(done, 500));
      }
      assert.ok(link, 'a mail with a link to the questions');
      await post.go(link);
      await post.seesNot(surname);
      await post.seesNot('Anna');
      await post.fill({
        'well-being__satisfied': '7',
        'well-being__worthwhile': '7',
        'well-being__happy': '7',
        'well-being__anxious': '3',
      });
      for (const name of await post.page
        .locator('main input[type="radio"][name^="experience__"]')
        .evaluateAll((nodes) => [...new Set(nodes.map((node) => node.getAttribute('name')))])) {
        await post.page.locator(`main input[name="${name}"]`).first().check({ force: true });
      }
      await post.send(link);
      assert.equal(post.path(), '/vragen/bedankt', await post.text());
      await post.go(link);
      await post.sees(/werkt niet/);
    });

    it('the coach closes, the nurse reads the outcome and closes her referral', async () => {
      await coach.go(`${casePath}/afronden`);
      await coach.fill({ ending: 'goal-reached', summary: 'Loopt en eet elke week mee.' });
      await coach.send('/afronden', 'check');
      await coach.send('/afronden', 'send');
      await nurse.go(referralPath);
      await nurse.sees('Loopt en eet elke week mee.');
      await nurse.seesNot('Weer onder de mensen');
      await nurse.send('/sluiten');
      await nurse.go('/praktijk?lijst=afgesloten');
      await nurse.sees(surname);
    });

    it('a referral of the wrong resident is undone, and the team no longer sees it', async () => {
      await nurse.go('/praktijk/verwijzen');
      await nurse.fill({ family: surname, 'birthDate-day': '2', 'birthDate-month': '3', 'birthDate-year': '1948' });
      await nurse.send('/praktijk/verwijzen', undefined, 'family');
      await nurse.sees('Anna Maria');
      await nurse.seesNot('Voorbeeldstraat');
      await nurse.page.locator('main a[href*="/praktijk/verwijzing/nieuw"]').first().click();
      await nurse.page.waitForLoadState('load');
      await nurse.fill({ reasons: ['money'], urgency: 'routine', agreed: 'yes' });
      await nurse.send('/praktijk/verwijzing/nieuw', 'check');
      await nurse.send('/praktijk/verwijzing/nieuw', 'send');
      const mistaken = nurse.path();
      await nurse.go(`${mistaken}/ongedaan`);
      await nurse.fill({ reason: 'wrong-resident' });
      await nurse.send('/ongedaan');
      await coach.go('/werk?lijst=nieuw');
      await coach.seesNot('Anna 78');
    });

    it('the resident changes their mind, and everything stops', async () => {
      const resident = await as('resident-waiting');
      assert.equal(resident.path(), '/mijn');
      if (!(await resident.page.locator('main a[href*="/mijn/stop"], main form[action*="/mijn/stop"]').count()))
        await referAgain();
      await resident.go('/mijn/stop');
      await resident.page.locator('main form button').last().click();
      await resident.page.waitForLoadState('load');
      await resident.go('/mijn');
      await resident.sees(/gestopt|stopt|ingetrokken|niet meer/i);
    });

    /** In the second run the resident's first case has been stopped already: the practice refers anew, by BSN. */
    async function referAgain(): Promise<void> {
      await nurse.go('/praktijk/verwijzen');
      await nurse.fill({ bsn: '999900006' });
      await nurse.send('/praktijk/verwijzen', undefined, 'bsn');
      await nurse.sees('Annie');
      assert.ok(!nurse.page.url().includes('9999'), 'no BSN in the address');
      await nurse.page.locator('main a[href*="/praktijk/verwijzing/nieuw"]').first().click();
      await nurse.page.waitForLoadState('load');
      await nurse.fill({ reasons: ['psychosocial'], urgency: 'routine', agreed: 'yes' });
      await nurse.send('/praktijk/verwijzing/nieuw', 'check');
      await nurse.send('/praktijk/verwijzing/nieuw', 'send');
    }

    it('the coach is ill and a colleague takes over; nobody answers and the list says too late', async () => {
      const coordinator = await as('coordinator-noord');
      await coordinator.go('/werk/overdragen');
      await coordinator.fill({
        from: 'Practitioner/coach-noord',
        to: 'Practitioner/coach-noord-colleague',
        reason: 'illness',
      });
      await coordinator.send('/werk/overdragen');
      const colleague = await as('coach-noord-colleague');
      await colleague.go('/werk?lijst=mij');
      await colleague.sees('Z. van Testhof');
      await clock('week');
      await colleague.go('/werk?lijst=telaat');
      await colleague.sees(/te laat, \d+ dag/);
      await coordinator.go('/werk/overdragen');
      await coordinator.fill({
        from: 'Practitioner/coach-noord-colleague',
        to: 'Practitioner/coach-noord',
        reason: 'leave',
      });
      await coordinator.send('/werk/overdragen');
    });
  });
}
