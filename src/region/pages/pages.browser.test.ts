import { after, before, describe, it } from 'node:test';
import { closeBrowser } from '../../../test/support/browser.ts';
import { monitorWeb } from '../../../test/support/monitor.ts';
import { shippedRegion } from '../../../test/support/pathways.ts';
import { checkSent } from '../../../test/support/sent.ts';
import type { TestWeb } from '../../../test/support/web.ts';
import { seedDirectory } from '../../directory/index.ts';
import { FUNNEL_STEPS } from '../../pathways/index.ts';
import { keepReach } from '../homes/reach.ts';

/** Each page in its states: several sources, one source, no figure, by age, one municipality, English. */
const PAGES: Readonly<Record<string, string>> = {
  overview: '/regiobeeld',
  'sources-differ': '/regiobeeld/grijze-druk',
  'with-interval': '/regiobeeld/aandeel-65?gebied=hof-van-twente',
  'by-age': '/regiobeeld/inwoners-65?gebied=rijssen-holten',
  'one-figure': '/regiobeeld/roken',
  'no-figure': '/regiobeeld/eenzaamheid?gebied=borne',
  postcode: '/regiobeeld/aandeel-85?gebied=7536',
  'postcode-beside': '/regiobeeld/grijze-druk?gebied=7511',
  sheet: '/regiobeeld/gebied/tubbergen',
  'sheet-postcode': '/regiobeeld/gebied/7495',
  'find-several': '/regiobeeld/gebied?zoek=enschede&cijfer=aandeel-75',
  'find-unknown': '/regiobeeld/gebied?zoek=1012+AB',
  future: '/regiobeeld/vooruit',
  'future-residents': '/regiobeeld/vooruit/inwoners?gebied=tubbergen&jaar=2050',
  homes: '/regiobeeld/wonen',
  'neighbourhoods-empty': '/regiobeeld/wonen/buurten?dienst=welfare',
  'fair-share': '/regiobeeld/wonen/verdeling?w-need=oud',
  'funnel-empty': '/regiobeeld/trechter',
  'funnel-task-only': '/regiobeeld/trechter?keten=valpreventie&gebied=borne',
  'what-if-falls':
    '/regiobeeld/wat-als?aanpak=valpreventie&aanpak=respijtzorg&bereik-respijtzorg=101&gebied=hof-van-twente',
  absent: '/regiobeeld/bestaat-niet',
};

/** Once there are months that were published, and services with a place. */
const FILLED: Readonly<Record<string, string>> = {
  neighbourhoods: '/regiobeeld/wonen/buurten?dienst=welfare',
  'neighbourhoods-of': '/regiobeeld/wonen/buurten?gemeente=hof-van-twente&w-need=veel',
  neighbourhood: '/regiobeeld/wonen/buurten/7614',

  funnel: '/regiobeeld/trechter?gebied=enschede&maand=2026-10',
  'funnel-hidden': '/regiobeeld/trechter?gebied=losser&maand=2026-09',
};

/** Two months of steps as they may have been published: much in the large places, all hidden in the small. */
async function publishedFunnel({ ground }: TestWeb): Promise<void> {
  const sizes = { twente: 1250, enschede: 420, hengelo: 210, almelo: 190, 'hof-van-twente': 55, losser: 0 };
  for (const month of ['2026-09-01', '2026-10-01'])
    for (const [area, size] of Object.entries(sizes))
      for (const [index, { step }] of FUNNEL_STEPS.entries()) {
        const left = size - index * 5 * Math.ceil(size / 50);
        const people = left < 10 ? null : left;
        await ground.pool.query(
          `insert into pathways.funnel (pathway, month, area, step, people, in_time, days, published_at)
           values ('welzijn-op-recept', $1, $2, $3, $4, $5, $6, $7)`,
          [month, area, step, people, people && people - 10, people && index * 4, ground.clock.now()],
        );
      }
}

let web: TestWeb;
const pages = new Map<string, string>();
before(async () => {
  web = await monitorWeb();
  for (const [name, path] of Object.entries(PAGES)) pages.set(name, await (await web.visitor().get(path)).text());
  await publishedFunnel(web);
  const region = shippedRegion();
  await seedDirectory(web.ground, region);
  await keepReach(web.ground, region);
  for (const [name, path] of Object.entries(FILLED)) pages.set(name, await (await web.visitor().get(path)).text());
  const english = web.visitor();
  await english.get('/taal?naar=en&terug=/regiobeeld');
  pages.set('english', await (await english.get('/regiobeeld/mantelzorgers-per-85?gebied=enschede')).text());
});
after(async () => {
  await closeBrowser();
  await web.stop();
});

describe('the pages with figures', { timeout: 300_000 }, () => {
  for (const name of [...Object.keys(PAGES), ...Object.keys(FILLED), 'english'])
    it(`hold to what every page is held to, without JavaScript: ${name}`, async () => {
      await checkSent(`figures-${name}`, pages.get(name)!);
    });
});
