import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../../../test/support/browser.ts';
import { PEOPLE, staffOf } from '../../../test/support/pathways.ts';
import {
  asResident,
  offeredCase,
  type PeopleWeb,
  PLACES,
  peopleWeb,
  spokenCase,
  value,
} from '../../../test/support/people.ts';
import { checkSent } from '../../../test/support/sent.ts';
import { personaPage } from '../../demo/pages/index.ts';
import { computeFigures } from '../figures/compute.ts';
import * as engine from '../index.ts';
import { followUps } from '../messages/follow-up.ts';

const DOOR = { door: 'page' } as const;
const { coach } = PEOPLE;
let web: PeopleWeb;
const pages = new Map<string, string>();

before(async () => {
  web = await peopleWeb();
  await tellStory();
});
after(async () => {
  await closeBrowser();
  await web.stop();
});

/** Walks through every page and state, and keeps the HTML of each. */
async function tellStory(): Promise<void> {
  const keep = async (name: string, answer: Response | Promise<Response>) => {
    pages.set(name, await (await answer).text());
  };
  const anyone = web.visitor();
  await keep('gone', anyone.get('/vragen/verzonnen'));
  await keep('thanks', anyone.get('/vragen/bedankt'));
  for (const [name, path] of [
    ['demo', '/demo'],
    ['clock', '/demo/klok'],
    ['post-empty', '/demo/post'],
  ] as const)
    await keep(name, anyone.get(path));
  pages.set(
    'personas',
    personaPage(
      [
        { id: 'a', name: 'Anna Voorbeeld', role: 'resident' },
        { id: 'b', name: 'Petra Voorbeeld', role: 'practice-nurse' },
        { id: 'c', name: 'Bartholomeus van der Voorbeeldenburg-Proefsma', role: 'privacy-officer' },
        { id: 'd', name: 'Proefsysteem', role: 'system' },
      ],
      { action: '/demo/oidc/sign-in/x', csrf: 'x' },
    ),
  );

  const staff = await web.signIn('first-place');
  await keep('provider-empty', staff.get('/aanbod'));
  const quiet = await spokenCase(web);
  const nobody = await asResident(web, quiet.resident);
  await keep('resident-consents', nobody.get('/mijn/toestemming'));
  await keep('resident-stop-all', nobody.get('/mijn/stop'));

  const late = await offeredCase(web, { given: 'Bartholomeus' });
  web.clock.advance(9 * 86_400_000);
  const fresh = await offeredCase(web, { given: 'Fatima' });
  const running = await offeredCase(web);
  await keep('provider-list', staff.get('/aanbod'));
  await keep('provider-offer-late', staff.get(`/aanbod/aanmelding/${late.offer}`));
  await keep('provider-offer', staff.get(`/aanbod/aanmelding/${fresh.offer}`));
  await keep('provider-decline', staff.get(`/aanbod/aanmelding/${fresh.offer}/nee`));
  await keep('provider-decline-mistake', staff.post(`/aanbod/aanmelding/${fresh.offer}/nee`, {}));
  const url = `/aanbod/aanmelding/${running.offer}`;
  await keep('provider-accepted', staff.follow(await staff.post(`${url}/ja`, {}, { page: url })));
  const asked = await asResident(web, fresh.resident);
  await keep('resident-offered', asked.get('/mijn'));
  await keep('resident-stop', asked.get('/mijn/stop'));
  await keep('resident-stop-mistake', asked.post('/mijn/stop', {}));
  await keep('provider-session-mistake', staff.post(`${url}/aanwezigheid`, {}, { page: url }));

  value(
    await engine.holdConversation(
      web.pathways,
      coach,
      {
        ...running,
        answers: {
          body: 5,
          mind: 4,
          meaning: 6,
          'quality-of-life': 5,
          'taking-part': 3,
          'daily-life': 7,
          matters: 'Weer mensen zien.',
          goal: ['Elke week met anderen eten', 'Twee keer per week naar buiten'],
        },
        measure: { satisfied: 5, worthwhile: 5, happy: 4, anxious: 6 },
      },
      DOOR,
    ),
  );
  const provider = staffOf(PLACES[0]);
  for (const [date, attended, note] of [
    ['2026-11-30', 'attended', 'Vond het gezellig.'],
    ['2026-12-01', 'excused', ''],
    ['2026-12-02', 'no-show', ''],
  ] as const)
    value(
      await engine.recordAttendance(
        web.pathways,
        provider,
        { task: running.offer, date, attended, note, time: '09:00' },
        DOOR,
      ),
    );
  await keep('provider-running', staff.get(url));
  for (const [name, path] of [
    ['pause', 'pauze'],
    ['complete', 'afronden'],
    ['stop', 'stoppen'],
  ] as const)
    await keep(`provider-${name}`, staff.get(`${url}/${path}`));
  await staff.post(`${url}/pauze`, { reason: 'resident-ill' });
  await keep('provider-held', staff.get(url));
  const helped = await asResident(web, running.resident);
  await keep('resident-held', helped.get('/mijn'));
  await staff.post(`${url}/verder`, {}, { page: url });
  await keep('resident-support', helped.get('/mijn'));
  await keep('resident-looks', helped.get('/mijn/inzage'));
  await keep('resident-messages-none', helped.get('/mijn/berichten'));
  await keep('resident-message-new', helped.get(`/mijn/berichten/nieuw?dienst=${PLACES[0]}`));
  await keep('resident-message-mistake', helped.post('/mijn/berichten/nieuw', {}));
  await helped.post('/mijn/berichten/nieuw', { text: 'Mag mijn dochter mee?\n\nZij kan op dinsdag.' });
  value(await engine.sendMessage(web.pathways, coach, { ...running, text: 'Ja hoor, graag.' }, DOOR));
  await keep('resident-messages', helped.get('/mijn/berichten'));
  const [thread = ''] = /\/mijn\/berichten\/[0-9a-f]{32}-[0-9a-z]{26}/.exec(pages.get('resident-messages') ?? '') ?? [];
  await keep('resident-thread', helped.get(thread));
  await keep('resident-thread-mistake', helped.post(thread, { text: '' }));
  await keep('resident-goals', helped.get('/mijn/doelen'));
  await keep('resident-goals-mistake', helped.post('/mijn/doelen', { goal: '' }));
  const [goal = ''] = /\/mijn\/doelen\/[0-9a-f]{32}-[0-9a-z]{26}/.exec(pages.get('resident-goals') ?? '') ?? [];
  await keep('resident-goal', helped.get(goal));
  await keep('resident-goal-mistake', helped.post(goal, {}));
  await keep('resident-details', helped.get('/mijn/gegevens'));
  await keep('resident-details-mistake', helped.post('/mijn/gegevens', { phone: 'x', postcode: '1' }));
  const wishes = { way: 'letter', language: 'tr', interpreter: 'yes', easyRead: 'yes', codeWord: 'Tulp' };
  await helped.post('/mijn/gegevens/voorkeuren', wishes, { page: '/mijn/gegevens' });
  await keep('resident-details-large', helped.get('/mijn/gegevens'));
  await keep('resident-wishes-mistake', helped.post('/mijn/gegevens/voorkeuren', {}, { page: '/mijn/gegevens' }));
  await keep('resident-all', helped.get('/mijn/alles'));
  await keep('resident-self-running', helped.get('/mijn/aanmelden'));
  await keep('ask', anyone.get('/hulp-vragen'));
  await keep('signed-out', anyone.get('/uitgelogd'));
  const list = await (await helped.get('/mijn/toestemming')).text();
  const link = /\/mijn\/toestemming\/[0-9a-z-]+\/intrekken/.exec(list)?.[0] ?? '';
  await keep('resident-withdraw', helped.get(link));
  const text = web.pathways.definitions.consentText('lifting-secrecy') as { version: number };
  text.version += 1;
  await keep('resident-consents-changed', helped.get('/mijn/toestemming'));
  await keep('resident-home-changed', helped.get('/mijn'));
  const [renew = ''] =
    /\/mijn\/toestemming\/[0-9a-z-]+\/nieuw/.exec(pages.get('resident-consents-changed') ?? '') ?? [];
  await keep('resident-consent-renew', helped.get(renew));
  text.version -= 1;

  web.clock.advance(88 * 86_400_000);
  await followUps(web.pathways, 'http://localhost:8080');
  await engine.sweepClocks(web.pathways);
  await web.whole.events.drain();
  const coachVisitor = await web.signIn('coach');
  const letters = await (await coachVisitor.get('/werk/brieven')).text();
  pages.set('letters', letters);
  const hrefs = [
    ...new Set([...letters.matchAll(/\/werk\/brieven\/[0-9a-f]{32}-[0-9a-z]{26}/g)].map(([href]) => href)),
  ];
  await keep('letter', coachVisitor.get(hrefs[0] ?? ''));
  for (const href of hrefs) {
    const html = await (await coachVisitor.get(href)).text();
    if (html.includes('Hoe gaat het nu met u?')) pages.set('letter-questions', html);
  }
  await keep('resident-late', helped.get('/mijn'));
  const { token } = value(await engine.inviteFollowUp(web.pathways, coach, running, DOOR));
  await keep('questions', anyone.get(`/vragen/${token}`));
  await keep('questions-mistake', anyone.post(`/vragen/${token}`, {}));

  await staff.post(`${url}/afronden`, { outcome: 'goal-reached', summary: 'Komt nu elke week.' });
  await keep('provider-completed', staff.get(url));
  await keep('provider-closed-list', staff.get('/aanbod?fase=afgerond'));
  await helped.post('/mijn/stop', { what: 'all', reason: 'changed-mind' });
  await keep('resident-withdrawn', helped.get('/mijn'));
  await keep('resident-consents-ended', helped.get('/mijn/toestemming'));
  const [no = ''] = /\/mijn\/toestemming\/[0-9a-z-]+\/intrekken/.exec(pages.get('resident-consents-ended') ?? '') ?? [];
  await helped.post(no, {});
  const consents = await (await helped.get('/mijn/toestemming')).text();
  const [again = ''] = /\/mijn\/toestemming\/[0-9a-z-]+\/weer/.exec(consents) ?? [];
  await keep('resident-consent-again', helped.get(again));
  await keep('resident-thread-closed', helped.get(thread));
  await keep('resident-message-nobody', helped.get('/mijn/berichten/nieuw'));
  await keep('resident-self', helped.get('/mijn/aanmelden'));
  await keep('resident-self-mistake', helped.post('/mijn/aanmelden', {}));

  const officer = await web.signIn('privacy');
  await keep('privacy', officer.get('/privacy'));
  await keep('privacy-mistake', officer.get('/privacy?inwoner=WOR-0'));
  await keep('privacy-none', officer.get('/privacy?persoon=niemand'));
  await keep('grants-ask', officer.get('/privacy/inwoner'));
  await keep('grants', officer.get(`/privacy/inwoner?inwoner=${running.number}`));
  const adviser = await web.signIn('adviser');
  await keep('figures-none', adviser.get('/cijfers'));
  for (let index = 0; index < 12; index++) await spokenCase(web);
  await computeFigures(web.pathways);
  await keep('figures', adviser.get('/cijfers'));
  await keep('debt', (await web.signIn('debt')).get('/schuldhulp'));
  await keep('post', anyone.get('/demo/post'));
}

const NAMES = [
  'questions',
  'questions-mistake',
  'thanks',
  'gone',
  'demo',
  'clock',
  'post-empty',
  'post',
  'personas',
  'provider-empty',
  'provider-list',
  'provider-offer',
  'provider-offer-late',
  'provider-decline',
  'provider-decline-mistake',
  'provider-accepted',
  'provider-session-mistake',
  'provider-running',
  'provider-held',
  'provider-pause',
  'provider-complete',
  'provider-stop',
  'provider-completed',
  'provider-closed-list',
  'resident-offered',
  'resident-held',
  'resident-support',
  'resident-late',
  'resident-withdrawn',
  'resident-consents',
  'resident-consents-ended',
  'resident-consents-changed',
  'resident-home-changed',
  'resident-consent-renew',
  'resident-withdraw',
  'resident-stop',
  'resident-stop-all',
  'resident-stop-mistake',
  'resident-looks',
  'resident-messages-none',
  'resident-message-new',
  'resident-message-mistake',
  'resident-messages',
  'resident-thread',
  'resident-thread-mistake',
  'resident-thread-closed',
  'resident-message-nobody',
  'resident-goals',
  'resident-goals-mistake',
  'resident-goal',
  'resident-goal-mistake',
  'resident-details',
  'resident-details-mistake',
  'resident-details-large',
  'resident-wishes-mistake',
  'resident-all',
  'resident-self-running',
  'resident-self',
  'resident-self-mistake',
  'resident-consent-again',
  'ask',
  'signed-out',
  'letters',
  'letter',
  'letter-questions',
  'privacy',
  'privacy-mistake',
  'privacy-none',
  'grants-ask',
  'grants',
  'figures-none',
  'figures',
  'debt',
] as const;

describe('everyone can use the page', () => {
  for (const name of NAMES)
    it(name, async () => {
      await checkSent(name, pages.get(name) ?? '');
    });
});
