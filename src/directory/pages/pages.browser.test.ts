import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../../../test/support/browser.ts';
import { type DirectoryWeb, directoryWeb, EDIT, LONG_SERVICE } from '../../../test/support/directory.ts';
import { checkSent } from '../../../test/support/sent.ts';
import { tokensIn } from '../../../test/support/web.ts';

let web: DirectoryWeb;
const pages = new Map<string, string>();

before(async () => {
  web = await directoryWeb();
  await look();
});
after(async () => {
  await closeBrowser();
  await web.stop();
});

/** Opens every page in its states and keeps the HTML of each. */
async function look(): Promise<void> {
  const keep = async (name: string, answer: Response | Promise<Response>) => {
    pages.set(name, await (await answer).text());
  };
  const anyone = web.visitor();
  await keep('front', anyone.get('/'));
  await keep('search-empty', anyone.get('/hulp'));
  await keep('search-many', anyone.get('/hulp?q=ik+ben+vaak+aleen&plaats=Enschde&gratis=1'));
  await keep('search-none', anyone.get('/hulp?q=xqzwvk'));
  await keep('search-filtered-away', anyone.get('/hulp?q=roken&plaats=Losser&thuis=1&taal=ti'));
  await keep('search-several', anyone.get('/hulp?q=wandelen&plaats=Haarle'));
  await keep('search-crisis', anyone.get('/hulp?q=ik+wil+niet+meer+leven&plaats=Atlantis'));
  await keep('service', anyone.get('/hulp/eettafel-enschede'));
  await keep('service-stale-long', anyone.get(`/hulp/${LONG_SERVICE}`));
  await keep('service-absent', anyone.get('/hulp/nergens'));
  await keep('income', anyone.get('/hulp/inkomen'));
  await keep('income-mistake', anyone.send('/hulp/inkomen', { household: 'alone' }));
  const answers = { household: 'alone', children: 'under-12', age: '21-to-pension', income: 'lowest', home: 'rent' };
  await keep('income-schemes', anyone.send('/hulp/inkomen', answers));
  await keep(
    'income-none',
    anyone.send('/hulp/inkomen', { ...answers, children: 'none', income: 'higher', home: 'own' }),
  );
  const provider = await web.signIn('provider');
  const at = `/aanbod/diensten/${LONG_SERVICE}`;
  await keep('provider-list', provider.get('/aanbod/diensten'));
  await keep('provider-edit', provider.get(at));
  await keep('provider-edit-mistakes', provider.post(at, { waitingDays: 'veel', 'when-0-from': '25 uur', places: '' }));
  const right = { ...EDIT, version: '1' };
  const late = tokensIn(await (await provider.get(at)).text(), at);
  await provider.post(at, right);
  await keep('provider-conflict', provider.send(at, { ...late, ...right, waitingDays: '40', fullUntil: '' }));
  await keep('provider-list-saved', provider.get('/aanbod/diensten'));
  const english = web.visitor();
  english.cookies.set('omzien-taal', 'en');
  await keep('english-search', english.get('/hulp?q=I+am+lonely&plaats=Hengelo'));
}

const NAMES = [
  'front',
  'search-empty',
  'search-many',
  'search-none',
  'search-filtered-away',
  'search-several',
  'search-crisis',
  'service',
  'service-stale-long',
  'service-absent',
  'income',
  'income-mistake',
  'income-schemes',
  'income-none',
  'english-search',
  'provider-list',
  'provider-edit',
  'provider-edit-mistakes',
  'provider-conflict',
  'provider-list-saved',
];

describe('the pages of help nearby', () => {
  for (const name of NAMES)
    it(`hold to what every page is held to, without JavaScript: ${name}`, async () => {
      await checkSent(name, pages.get(name) ?? '');
    });
});
