import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../../../test/support/browser.ts';
import { personOfCase } from '../../../test/support/need.ts';
import { PEOPLE } from '../../../test/support/pathways.ts';
import { asResident, offeredCase, type PeopleWeb, peopleWeb, spokenCase, value } from '../../../test/support/people.ts';
import { checkSent } from '../../../test/support/sent.ts';
import * as engine from '../../pathways/index.ts';
import { addDays, localDate } from '../../platform/index.ts';
import { watchDay } from '../service/looking.ts';
import { lookForDue } from '../service/retention.ts';
import { tellResidents } from '../service/tell.ts';

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

const NAMES = [
  'own-empty',
  'own-ask',
  'own-ask-mistake',
  'own-list',
  'own-request',
  'own-answered',
  'requests-empty',
  'requests',
  'enter',
  'enter-mistake',
  'request',
  'request-mistake',
  'request-decided',
  'request-content',
  'need',
  'need-mistake',
  'needed',
  'glasses',
  'glass',
  'glass-mistake',
  'glasses-closed',
  'flags-empty',
  'flags',
  'flag',
  'flag-mistake',
  'flags-closed',
  'known',
  'known-mistake',
  'homes',
  'homes-mistake',
  'retention-empty',
  'retention',
  'retention-hold',
  'retention-mistake',
  'texts',
  'letters-empty',
  'letters',
  'letter',
  'letter-posted',
  'withheld-empty',
  'withheld',
  'withheld-lifted',
  'misplaced-empty',
  'misplaced',
  'correct-content',
  'correct-request',
  'correct-mistake',
  'correct-decided',
  'correct-own',
] as const;

async function tellStory(): Promise<void> {
  const keep: Keep = async (name, answer) => {
    const html = await (await answer).text();
    pages.set(name, html);
    return html;
  };
  const officer = await web.signIn('privacy');
  const made = await offeredCase(web, { given: 'Johanna Wilhelmina Antoinette', mail: 'anna@example.org' });
  await keep('requests-empty', officer.get('/privacy/verzoeken'));
  await keep('flags-empty', officer.get('/privacy/opvallend'));
  await keep('retention-empty', officer.get('/privacy/bewaren'));
  const resident = await asResident(web, made.resident);
  const ask = '/mijn/verzoeken/nieuw';
  await keep('own-empty', resident.get('/mijn/verzoeken'));
  await keep('own-ask', resident.get(ask));
  await keep('own-ask-mistake', resident.post(ask, { said: 'Bewaard.' }));
  const said = 'Ik wil graag weten wat er over mij staat, en wie dat heeft opgeschreven.';
  for (const kind of ['see', 'erase', 'object']) await resident.post(ask, { kind, said });
  const own = await keep('own-list', resident.get('/mijn/verzoeken'));
  const at = /\/mijn\/verzoeken\/([0-9a-f]{32}-[0-9a-z]{26})/g;
  const [object = '', erase = '', see = ''] = [...own.matchAll(at)].map((match) => match[1]!);
  await keep('own-request', resident.get(`/mijn/verzoeken/${object}`));
  await keep('requests', officer.get('/privacy/verzoeken'));
  await keep('enter', officer.get('/privacy/verzoeken/nieuw'));
  await keep('enter-mistake', officer.post('/privacy/verzoeken/nieuw', { said: 'Bewaard.', bsn: '123' }));
  const page = `/privacy/verzoeken/${erase}`;
  await keep('request', officer.get(page));
  await keep('request-mistake', officer.post(`${page}/besluit`, { decision: 'partly' }, { page }));
  await keep('request-content', officer.get(`/privacy/verzoeken/${see}/inhoud`));
  const partly = { decision: 'partly', grounds: ['care-duty'], parts: ['welfare-record'], told: 'Een deel gaat weg.' };
  await officer.post(`${page}/besluit`, partly, { page });
  await keep('request-decided', officer.get(page));
  await keep('own-answered', (await asResident(web, made.resident)).get(`/mijn/verzoeken/${erase}`));

  const nurse = await web.signIn('doctor');
  const need = '/praktijk/nood';
  await keep('need', nurse.get(need));
  await keep('need-mistake', nurse.post(need, { family: 'Niemand', said: 'Bewaard.' }));
  const who = await personOfCase(web.pathways, made.resident);
  if (who.by === 'name') {
    const [year = '', month = '', day = ''] = who.birthDate.split('-');
    const birth = { 'birthDate-day': day, 'birthDate-month': month, 'birthDate-year': year };
    const asked = { family: who.family, postcode: who.postcode, ...birth, reason: 'acute', said: 'Ligt hier.' };
    await keep('needed', nurse.follow(await nurse.post(need, asked)));
  }
  const glasses = await keep('glasses', officer.get('/privacy/nood'));
  const glass = /\/privacy\/nood\/[0-9a-f]{32}-[0-9a-z]{26}/.exec(glasses)?.[0] ?? '';
  await keep('glass', officer.get(glass));
  await keep('glass-mistake', officer.post(glass, {}));
  await officer.post(glass, { outcome: 'rightful', note: 'Gebeld.' });
  await keep('glasses-closed', officer.get('/privacy/nood?lijst=nagekeken'));

  await watchDay(web.pathways, localDate(web.clock.now()));
  const flags = await keep('flags', officer.get('/privacy/opvallend'));
  const flag = /\/privacy\/opvallend\/[0-9a-z]{26}/.exec(flags)?.[0] ?? '';
  await keep('flag', officer.get(flag));
  await keep('flag-mistake', officer.post(flag, {}));
  await officer.post(flag, { state: 'explained', note: 'Nagekeken.' });
  await keep('flags-closed', officer.get('/privacy/opvallend?lijst=beoordeeld'));
  await officer.post('/privacy/bekend', {
    family: 'van der Bekendstra-Beroemd tot Overal',
    'birthDate-day': '1',
    'birthDate-month': '2',
    'birthDate-year': '1970',
  });
  await keep('known', officer.get('/privacy/bekend'));
  await keep('known-mistake', officer.post('/privacy/bekend', { family: '' }));
  await officer.post('/privacy/buren', { worker: 'coach Voorbeeld', postcode: '7511AB', number: '12a', agreed: 'yes' });
  await officer.post('/privacy/buren', { worker: 'adviser', postcode: '7511AB', number: '12a', agreed: 'yes' });
  await keep('homes', officer.get('/privacy/buren'));
  await keep('homes-mistake', officer.post('/privacy/buren', { worker: 'niemand' }));
  const late = await offeredCase(web, { mail: 'lang@example.org' });
  await (await asResident(web, late.resident)).post('/mijn/stop', { what: 'all', reason: 'changed-mind' });
  web.clock.advance(740 * 86_400_000);
  await lookForDue(web.pathways);
  await keep('retention', officer.get('/privacy/bewaren'));
  const of = { resident: late.resident, part: 'welfare-record', step: 'hold' };
  await keep('retention-hold', officer.get(`/privacy/bewaren?houd=${late.resident}-welfare-record`));
  await keep('retention-mistake', officer.post('/privacy/bewaren', of));
  await keep('texts', officer.get('/privacy/teksten'));
  await tellApart(keep);
}

type Keep = (name: (typeof NAMES)[number], answer: Response | Promise<Response>) => Promise<string>;

/** Letters of the officer, and what is kept apart. */
async function tellApart(keep: Keep): Promise<void> {
  const officer = await web.signIn('privacy');
  await keep('letters-empty', officer.get('/privacy/brieven'));
  await keep('withheld-empty', officer.get('/privacy/afgeschermd'));
  await keep('misplaced-empty', officer.get('/privacy/afgeschermd/verkeerd'));
  const made = await spokenCase(web, { given: 'Johanna Wilhelmina Antoinette' });
  const resident = await asResident(web, made.resident);
  await resident.post('/mijn/verzoeken/nieuw', { kind: 'see', said: 'Alles graag.' });
  await tellResidents(web.pathways, 'http://x');
  const letters = await keep('letters', officer.get('/privacy/brieven'));
  const letter = /\/privacy\/brieven\/[0-9a-f]{32}-[0-9a-z]{26}/.exec(letters)?.[0] ?? '';
  await keep('letter', officer.get(letter));
  await officer.post(`${letter}/verstuurd`, {}, { page: letter });
  await keep('letter-posted', officer.get(letter));
  const note = async (text: string) =>
    value(
      await engine.recordContact(
        web.pathways,
        PEOPLE.coach,
        { ...made, kind: 'phone', outcome: 'spoken', note: text },
        { door: 'page' },
      ),
    ).id;
  const review = addDays(localDate(web.clock.now()), 3);
  for (const reason of ['violence', 'protects-other']) {
    const entry = await note(reason);
    value(await engine.withhold(web.pathways, PEOPLE.coach, { ...made, entry, reason, review }, { door: 'page' }));
    if (reason === 'violence') continue;
    value(await engine.liftWithheld(web.pathways, PEOPLE.coach, { ...made, entry }, { door: 'page' }));
  }
  const wrong = await note('Van iemand anders.');
  value(await engine.openCase(web.pathways, PEOPLE.colleague, made, { door: 'page' }));
  value(await engine.undoMisplaced(web.pathways, PEOPLE.coach, { ...made, entry: wrong }, { door: 'page' }));
  web.clock.advance(5 * 86_400_000);
  const later = await web.signIn('privacy');
  await keep('withheld', later.get('/privacy/afgeschermd'));
  await keep('withheld-lifted', later.get('/privacy/afgeschermd?lijst=opgeheven'));
  await keep('misplaced', later.get('/privacy/afgeschermd/verkeerd'));
  await tellCorrected(keep);
}

/** A correction that was granted, with the officer, the resident and the team. */
async function tellCorrected(keep: Keep): Promise<void> {
  const officer = await web.signIn('privacy');
  const made = await spokenCase(web, { given: 'Gerrit', mail: 'gerrit@example.org' });
  const contact = { ...made, kind: 'phone', outcome: 'spoken', note: 'Rookt twee pakjes per dag.' };
  value(await engine.recordContact(web.pathways, PEOPLE.coach, contact, { door: 'page' }));
  const resident = await asResident(web, made.resident);
  const said = 'Ik rook niet. En mijn geboortedatum klopt niet.';
  await resident.post('/mijn/verzoeken/nieuw', { kind: 'correct', said });
  const own =
    /\/mijn\/verzoeken\/[0-9a-f]{32}-[0-9a-z]{26}/.exec(await (await resident.get('/mijn/verzoeken')).text())?.[0] ??
    '';
  const page = own.replace('/mijn/', '/privacy/');
  const content = await keep('correct-content', officer.get(`${page}/inhoud`));
  const [chosen = ''] = /gegeven=Communication\/[^"#]*/.exec(content) ?? [];
  await keep('correct-request', officer.get(`${page}?${chosen}`));
  const entry = chosen.replace('gegeven=', '');
  const wrong = { decision: 'granted', entry, 'birthDate-day': '31', 'birthDate-month': '2', 'birthDate-year': '1949' };
  await keep('correct-mistake', officer.post(`${page}/besluit`, { ...wrong, mail: 'geen' }, { page }));
  const wish = 'Rookt niet, en heeft nooit gerookt.';
  const right = { decision: 'granted', told: 'U heeft gelijk.', entry, wish, family: 'Voorbeeld-Jansen' };
  await officer.post(`${page}/besluit`, right, { page });
  await keep('correct-decided', officer.get(page));
  await keep('correct-own', resident.get(own));
}

describe('everyone can use the pages of oversight', () => {
  for (const name of NAMES)
    it(name, async () => {
      await checkSent(name, pages.get(name) ?? '');
    });
});
