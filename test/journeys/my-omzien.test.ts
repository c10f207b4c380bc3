import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../support/browser.ts';
import { type Running, startOmzien } from '../support/running.ts';
import { type Someone, signedIn } from '../support/walk.ts';

/** Mijn Omzien, as residents walk it: somebody with a phone and a mail address, and somebody of 83 who gets letters. */
let running: Running;
const open = new Set<Someone>();
before(async () => {
  running = await startOmzien();
});
after(async () => {
  for (const who of open) await who.leave();
  await closeBrowser();
  await running?.stop();
});

for (const javaScript of [true, false]) {
  describe(`Mijn Omzien, ${javaScript ? 'with' : 'without'} JavaScript`, { timeout: 120_000 }, () => {
    const as = async (persona: string, width?: number): Promise<Someone> => {
      const who = await signedIn(running.url, persona, { javaScript, ...(width ? { width } : {}) });
      open.add(who);
      return who;
    };
    const mark = javaScript ? 'Mag mijn dochter mee?' : 'Is er ook koffie?';
    let mehmet: Someone;
    let coach: Someone;

    it('a resident writes to the coach on a telephone, is told it is not read at once, and nothing is sent twice', async () => {
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
      await coach.sees(mark);
      await coach.fill({ text: `Ja hoor. Antwoord op: ${mark}` });
      await coach.send('/berichten');
      await coach.sees('Antwoord op');
      await mehmet.go('/mijn');
      await mehmet.follow(/^berichten ?1/i);
      await mehmet.sees('1 nieuw bericht');
      await mehmet.page.locator('main table a').first().click();
      await mehmet.page.waitForLoadState('load');
      await mehmet.sees('Antwoord op');
      await mehmet.sees('gelezen op');
    });

    it('signing out leaves nothing on a borrowed tablet', async () => {
      await mehmet.sees(/om \d\d[:.]\d\d( uur)? uitgelogd/);
      await mehmet.page.getByRole('button', { name: 'Uitloggen' }).click();
      await mehmet.page.waitForLoadState('load');
      await mehmet.sees('niets meer van u');
      assert.deepEqual(
        (await mehmet.page.context().cookies()).filter((cookie) => !cookie.name.includes('oidc')),
        [],
      );
      await mehmet.page.goBack();
      await mehmet.seesNot('Antwoord op');
    });
  });
}
