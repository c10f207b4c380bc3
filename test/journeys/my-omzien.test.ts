import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../support/browser.ts';
import { type Running, startOmzien } from '../support/running.ts';
import { type Someone, signedIn, someone } from '../support/walk.ts';

/** Mijn Omzien, as residents walk it: somebody with a phone and a mail address, and somebody of 83 who gets letters. */
let running: Running;
const open = new Set<Someone>();
before(async () => {
  const nothing = async () => undefined;
  running = process.env.OMZIEN_URL
    ? { url: process.env.OMZIEN_URL, home: '', said: () => '', stop: nothing, kill: nothing }
    : await startOmzien();
});
after(async () => {
  for (const who of open) await who.leave();
  await closeBrowser();
  await running?.stop();
});

for (const javaScript of [true, false]) {
  describe(`Mijn Omzien, ${javaScript ? 'with' : 'without'} JavaScript`, { timeout: 240_000 }, () => {
    const as = async (persona: string, width?: number): Promise<Someone> => {
      const who = await signedIn(running.url, persona, { javaScript, ...(width ? { width } : {}) });
      open.add(who);
      return who;
    };
    const mark = `${javaScript ? 'Mag mijn dochter mee?' : 'Is er ook koffie?'} ${Date.now()}`;
    let mehmet: Someone;
    let coach: Someone;
    let casePath = '';

    it('a resident writes to the coach on a telephone and is told it is not read at once', async () => {
      mehmet = await as('resident-supported', 360);
      assert.equal(mehmet.path(), '/mijn');
      await mehmet.follow(/bericht sturen/i);
      assert.equal(mehmet.path(), '/mijn/berichten/nieuw');
      await mehmet.sees('niet meteen gelezen');
      await mehmet.sees('113');
      await mehmet.send('/mijn/berichten/nieuw');
      await mehmet.sees('Schrijf eerst uw bericht');
      await mehmet.fill({ text: mark });
      await mehmet.send('/mijn/berichten/nieuw');
      assert.equal(mehmet.path(), '/mijn/berichten', await mehmet.text());
      await mehmet.sees('verstuurd');
    });

    it('the coach finds it in the list, answers, and the resident reads the answer', async () => {
      coach = await as('coach-noord');
      await coach.follow(/^berichten/i);
      assert.equal(coach.path(), '/werk/berichten');
      await coach.page.locator('main tr', { hasText: 'Proefsma' }).locator('a').first().click();
      await coach.page.waitForLoadState('load');
      casePath = coach.path().replace('/berichten', '');
      await coach.sees(mark);
      await coach.fill({ text: `Ja hoor. Antwoord op: ${mark}` });
      await coach.send('/berichten');
      await coach.sees('Antwoord op');
      await mehmet.go('/mijn');
      await mehmet.follow(/^berichten ?\d/i);
      await mehmet.sees(/nieuwe? bericht/);
      await mehmet.page.locator('main table a').first().click();
      await mehmet.page.waitForLoadState('load');
      await mehmet.sees(`Antwoord op: ${mark}`);
      await mehmet.sees('gelezen op');
    });

    it('sets a goal, says how it goes, and sees then and now', async () => {
      await mehmet.go('/mijn/doelen');
      const goal = `Elke dag een ommetje ${mark}`;
      await mehmet.fill({ goal });
      await mehmet.send('/mijn/doelen');
      await mehmet.sees(goal);
      await mehmet.page.locator('main a[href*="/mijn/doelen/"]', { hasText: 'Zeg hoe het gaat' }).last().click();
      await mehmet.page.waitForLoadState('load');
      await mehmet.fill({ progress: 'improving', note: 'Al drie keer gedaan.' });
      await mehmet.send(mehmet.path());
      await mehmet.sees('Al drie keer gedaan.');
      assert.ok(await mehmet.page.locator('main svg').count(), 'a spider web');
      await coach.go(casePath);
      await coach.sees(goal);
    });

    it('corrects the telephone number and asks for an interpreter; the coach sees both, the code word only on asking', async () => {
      await mehmet.go('/mijn/gegevens');
      await mehmet.sees('Die verandert u bij');
      await mehmet.fill({ phone: 'bel maar' });
      await mehmet.send('/mijn/gegevens');
      await mehmet.sees('geen telefoonnummer');
      await mehmet.fill({ phone: '085 000 0777' });
      await mehmet.send('/mijn/gegevens');
      await mehmet.sees('Bewaard');
      await mehmet.fill({ language: 'tr', interpreter: 'yes', easyRead: 'yes', codeWord: 'Tulp' });
      await mehmet.send('/mijn/gegevens/voorkeuren');
      await mehmet.sees('Opgeslagen');
      assert.match((await mehmet.page.locator('body').getAttribute('class')) ?? '', /large/);
      await mehmet.seesNot('Tulp');
      await coach.go(casePath);
      await coach.sees('085 000 0777');
      await coach.sees('Turks, tolk nodig');
      await coach.seesNot('Tulp');
      await coach.go(`${casePath}/voorkeuren`);
      await coach.send('/codewoord');
      await coach.sees('Tulp');
      await mehmet.go('/mijn/gegevens');
      await mehmet.page.locator('[name="interpreter"]').uncheck({ force: true });
      await mehmet.page.locator('[name="easyRead"]').uncheck({ force: true });
      await mehmet.send('/mijn/gegevens/voorkeuren');
    });

    it('sees who looked, by day, and asks about that very line', async () => {
      await mehmet.go('/mijn/inzage');
      await mehmet.sees('uw codewoord');
      await mehmet.page.locator('main a[href*="regel="]').first().click();
      await mehmet.page.waitForLoadState('load');
      assert.equal(mehmet.path(), '/mijn/verzoeken/nieuw');
    });

    it('says no and yes again, each in two clicks, and reads what it means', async () => {
      const annie = await as('resident-waiting');
      await annie.go('/mijn/toestemming');
      const again = annie.page.locator('main a[href$="/weer"]');
      if (!(await again.count())) {
        await annie.page.locator('main a[href$="/intrekken"]').first().click();
        await annie.page.waitForLoadState('load');
        await annie.sees('Wat er dan gebeurt');
        await annie.press(/ja, trek dit in/i);
        assert.equal(annie.path(), '/mijn/toestemming');
      }
      await again.first().click();
      await annie.page.waitForLoadState('load');
      await annie.sees('begint niet vanzelf opnieuw');
      await annie.press(/ja, dit mag weer/i);
      assert.equal(annie.path(), '/mijn/toestemming');
      await annie.sees('U zei weer ja');
    });

    it('takes everything along: to read, and as a FHIR Bundle that holds who looked and the own BSN', async () => {
      await mehmet.go('/mijn/alles');
      await mehmet.sees('AVG artikel 15 en 20');
      await mehmet.sees(mark);
      await mehmet.seesNot('999900018');
      const answer = await mehmet.page.context().request.get(`${running.url}/mijn/alles.json`);
      assert.match(answer.headers()['content-type'] ?? '', /fhir\+json/);
      const bundle = (await answer.json()) as { type: string; entry: { resource: { resourceType: string } }[] };
      assert.equal(bundle.type, 'collection');
      const types = new Set(bundle.entry.map(({ resource }) => resource.resourceType));
      for (const type of ['Patient', 'ServiceRequest', 'Communication', 'Provenance', 'AuditEvent'])
        assert.ok(types.has(type), type);
      assert.match(JSON.stringify(bundle.entry[0]), /999900018/);
    });

    it('who had help before asks again themself, once, and the team gets an offer without a name', async () => {
      const truus = await as('resident-finished');
      if (javaScript) {
        await truus.go('/mijn');
        await truus.follow(/ik wil hulp van een welzijnscoach/i);
        assert.equal(truus.path(), '/mijn/aanmelden');
        await truus.sees('113');
        await truus.send('/mijn/aanmelden');
        await truus.sees('Kies ten minste één antwoord');
        await truus.fill({ reasons: 'psychosocial', note: 'Ik ben weer vaak alleen.' });
        await truus.send('/mijn/aanmelden');
        assert.equal(truus.path(), '/mijn', await truus.text());
        await truus.sees('Uw vraag is bij');
        await coach.go('/werk?lijst=nieuw');
        await coach.sees('Truus');
        await coach.seesNot('van der Proef');
      }
      await truus.go('/mijn/aanmelden');
      await truus.sees('Er loopt al een aanvraag voor u');
    });

    it('who is new is told whom to call, without signing in', async () => {
      const anyone = await someone(running.url, { javaScript });
      open.add(anyone);
      await anyone.go('/hulp-vragen');
      await anyone.sees('Hof van Twente');
      await anyone.sees('Zelf inschrijven met DigiD kan nog niet');
    });

    it('signing out leaves nothing on a borrowed tablet', async () => {
      await mehmet.go('/mijn/berichten');
      await mehmet.sees(/om \d\d[:.]\d\d( uur)? uitgelogd/);
      await mehmet.page.getByRole('button', { name: 'Uitloggen' }).click();
      await mehmet.page.waitForLoadState('load');
      await mehmet.sees('niets meer van u');
      const left = (await mehmet.page.context().cookies()).map(({ name }) => name);
      assert.deepEqual(
        left.filter((name) => /^(__Host-)?omzien(-(visit|flash|login))?$/.test(name)),
        [],
      );
      await mehmet.page.goBack();
      await mehmet.seesNot('nieuw bericht');
    });
  });
}
