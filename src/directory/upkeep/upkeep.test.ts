import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type DirectoryWeb, directoryWeb, EDIT, OTHER_SERVICE, OWN_SERVICES } from '../../../test/support/directory.ts';
import { actor, SYSTEM } from '../../../test/support/ground.ts';
import { shippedRegion } from '../../../test/support/pathways.ts';
import type { Service } from '../../content/index.ts';
import { ok, systemActor, withActor } from '../../platform/index.ts';
import { directoryShelf, seedDirectory, servicesAnswering } from '../index.ts';
import { createSearch, NO_FILTERS } from '../search/search.ts';
import { keepService, openOwnService, type ServiceChange } from './keep.ts';
import { remindProviders } from './remind.ts';

const [SERVICE, SPARE] = OWN_SERVICES;
const DOOR = { door: 'page' } as const;
const provider = actor({
  role: 'provider',
  person: 'Practitioner/provider',
  organisation: 'Organization/voorbeeld-beweegpunt-enschede',
  organisationName: 'Voorbeeld Beweegpunt Enschede',
  services: OWN_SERVICES.map((id) => `HealthcareService/${id}`),
});

let web: DirectoryWeb;
before(async () => {
  web = await directoryWeb();
});
after(() => web.stop());

const detail = async (id: string): Promise<Service> =>
  (await web.ground.pool.query<{ detail: Service }>('select detail from directory.service where id = $1', [id]))
    .rows[0]!.detail;
const healthcare = async (id: string) => {
  const found = await directoryShelf(web.ground).read(SYSTEM, 'HealthcareService', id, { door: 'fhir' });
  assert.ok(found.ok);
  return { version: found.value.version, resource: JSON.parse(found.value.text) as Record<string, unknown> };
};
const lines = async (id: string) => {
  const client = await web.ground.pool.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('omzien.scope', 'region', true)");
    const { rows } = await client.query<{ person: string; allowed: boolean; purpose: string; detail: string | null }>(
      'select person, allowed, purpose, detail from platform.audit where subject_id = $1 order by id',
      [id],
    );
    return rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
};
const changeOf = ({ confirmed: _confirmed, ...service }: Service, more: Partial<ServiceChange>): ServiceChange => ({
  description: service.description,
  cost: service.cost,
  languages: service.languages,
  waitingDays: service.waitingDays,
  places: service.places,
  placesFree: service.placesFree,
  when: service.when,
  whenNote: service.whenNote,
  phone: service.phone,
  fullUntil: service.fullUntil,
  ...more,
});

describe('a provider keeps its services', () => {
  it('by a form: FHIR, search, matching and the public page say the same at once, and the log tells who did it', async () => {
    const who = await web.signIn('provider');
    const before = await healthcare(SERVICE);
    const answer = await who.post(`/aanbod/diensten/${SERVICE}`, {
      ...EDIT,
      version: String(before.version),
    });
    assert.equal(answer.status, 303, await answer.text());
    const now = await healthcare(SERVICE);
    assert.equal(now.version, before.version + 1);
    assert.deepEqual(now.resource.telecom, [{ system: 'phone', value: '085 000 00 77', use: 'work' }]);
    assert.deepEqual(now.resource.availableTime, [
      { daysOfWeek: ['tue'], availableStartTime: '09:30:00', availableEndTime: '11:00:00' },
    ]);
    const service = await detail(SERVICE);
    assert.equal(service.waitingDays, 14);
    assert.deepEqual(service.confirmed, { on: '2026-11-23', by: 'Voorbeeld Beweegpunt Enschede' });
    const { services } = await withActor(web.ground, provider, { kind: 'none' }, (trx) =>
      servicesAnswering(trx, ['exercise']),
    );
    assert.equal(services.find(({ id }) => id === SERVICE)?.waitingDays, 14, 'matching chooses from what is kept');
    const page = await (await web.visitor().get(`/hulp/${SERVICE}`)).text();
    assert.match(page, /085 000 00 77/);
    assert.match(page, /Dinsdag van 9\.30 tot 11\.00 uur/);
    const search = createSearch(web.ground, web.region);
    const turkish = await search.find({
      words: 'wandelgroep',
      place: 'Enschede',
      filters: { ...NO_FILTERS, language: 'tr' },
      count: 5,
    });
    assert.ok(turkish.found.some(({ service: { id } }) => id === SERVICE));
    const told = (await lines(SERVICE)).at(-1);
    assert.equal(told?.person, 'Practitioner/provider');
    assert.equal(told?.purpose, 'directory');
    assert.match(told?.detail ?? '', /waitingDays/);
    assert.ok(!told?.detail?.includes('085'), 'the log names fields, not what was typed');
  });

  it('mistakes are told by field, keep what was typed, and change nothing', async () => {
    const who = await web.signIn('provider');
    const before = await healthcare(SERVICE);
    const answer = await who.post(`/aanbod/diensten/${SERVICE}`, {
      ...EDIT,
      waitingDays: 'veel',
      placesFree: '99',
      'when-0-to': '8',
      phone: '12',
      languages: [],
      amount: '',
      'fullUntil-day': '31',
      'fullUntil-month': '2',
      'fullUntil-year': '2027',
    });
    assert.equal(answer.status, 422);
    const html = await answer.text();
    for (const field of ['waitingDays', 'placesFree', 'when-0-to', 'phone', 'languages', 'amount', 'fullUntil'])
      assert.match(html, new RegExp(`id="${field}-error"`), field);
    assert.match(html, /value="veel"/);
    assert.equal((await healthcare(SERVICE)).version, before.version);
  });

  it('one press says that all is still right, and pressing twice says it once', async () => {
    const who = await web.signIn('provider');
    const before = await healthcare(SPARE);
    const page = await (await who.get('/aanbod/diensten')).text();
    assert.match(page, new RegExp(`/aanbod/diensten/${SPARE}/klopt`));
    const path = `/aanbod/diensten/${SPARE}/klopt`;
    const form = page.slice(page.indexOf(`action="${path}"`));
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
    const fields = { _csrf: field('_csrf'), _once: field('_once'), version: field('version') };
    const [first, second] = await Promise.all([who.send(path, fields), who.send(path, fields)]);
    assert.deepEqual([first.status, second.status], [303, 303]);
    assert.equal((await detail(SPARE)).confirmed.on, '2026-11-23');
    assert.ok((await healthcare(SPARE)).version <= before.version + 1);
  });

  it('of two who save at once one is told that somebody was first, and nothing is lost', async () => {
    const own = await openOwnService(web.ground, provider, SERVICE, DOOR);
    assert.ok(own.ok);
    const { service, version } = own.value;
    const save = (waitingDays: number) =>
      keepService(
        web.ground,
        web.region,
        provider,
        { id: SERVICE, version, change: changeOf(service, { waitingDays }) },
        DOOR,
      );
    const both = await Promise.all([save(31), save(32)]);
    assert.equal(both.filter((one) => one.ok).length, 1);
    const late = both.find((one) => !one.ok);
    assert.equal(late && !late.ok && late.problem.kind, 'conflict');
    const won = both.find((one) => one.ok);
    assert.equal((await detail(SERVICE)).waitingDays, won?.ok && won.value.service.waitingDays);
  });

  it('a service of another provider is absent, and so it is for a coach; both are in the log', async () => {
    const who = await web.signIn('provider');
    assert.equal((await who.get(`/aanbod/diensten/${OTHER_SERVICE}`)).status, 404);
    const before = await healthcare(OTHER_SERVICE);
    const tokens = await who.get(`/aanbod/diensten/${SERVICE}`);
    const csrf = /name="_csrf" value="([^"]*)"/.exec(await tokens.text())?.[1] ?? '';
    const fields = { ...EDIT, _csrf: csrf, version: String(before.version) };
    assert.equal((await who.send(`/aanbod/diensten/${OTHER_SERVICE}`, fields)).status, 404);
    assert.equal((await who.send(`/aanbod/diensten/${OTHER_SERVICE}/klopt`, fields)).status, 404);
    const coach = await web.signIn('coach');
    assert.equal((await coach.get('/aanbod/diensten')).status, 404);
    assert.equal((await healthcare(OTHER_SERVICE)).version, before.version);
    assert.ok((await lines(OTHER_SERVICE)).every(({ allowed }) => !allowed));
    const asCoach = await keepService(
      web.ground,
      web.region,
      actor({ role: 'welfare-coach', services: [`HealthcareService/${SERVICE}`] }),
      { id: SERVICE, version: 1, change: changeOf(await detail(SERVICE), {}) },
      DOOR,
    );
    assert.deepEqual(!asCoach.ok && asCoach.problem.kind, 'absent');
  });

  it('a provider cannot write the directory by the FHIR door', async () => {
    const { resource } = await healthcare(SERVICE);
    const sent = { resource: resource as never, text: JSON.stringify(resource), taken: undefined } as never;
    const answer = await directoryShelf(web.ground).update(provider, 'HealthcareService', SERVICE, sent, undefined, {
      door: 'fhir',
    });
    assert.equal(!answer.ok && answer.problem.kind, 'absent');
  });
});

describe('the content of the region and what people changed', () => {
  it('applied anew, the content keeps its hands off what people changed and changes the rest', async () => {
    const own = await openOwnService(web.ground, provider, SERVICE, DOOR);
    assert.deepEqual(own.ok, true);
    const before = await detail(SERVICE);
    const region = {
      ...web.region,
      services: web.region.services.map((one) =>
        one.id === SERVICE ? { ...one, name: 'Wandelgroep met een nieuwe naam', waitingDays: 99 } : one,
      ),
    };
    await seedDirectory(web.ground, region);
    const now = await detail(SERVICE);
    assert.equal(now.name, 'Wandelgroep met een nieuwe naam');
    assert.equal(now.waitingDays, before.waitingDays);
    assert.equal((await healthcare(SERVICE)).resource.name, 'Wandelgroep met een nieuwe naam');
    assert.deepEqual(ok(now.confirmed), ok(before.confirmed));
  });
});

describe('a provider whose services nobody confirmed for half a year', () => {
  const mails = async () => {
    const { rows } = await withActor(web.ground, systemActor('test'), { kind: 'region' }, (trx) =>
      trx.query<{ recipient: string; body: string; event_id: string }>(
        "select recipient, body, event_id from platform.message where event_id like 'upkeep-%' order by event_id",
      ),
    );
    return rows;
  };

  it('gets one mail a month with all of them in it, and none for those that were confirmed', async () => {
    await web.ground.pool.query(
      "update directory.service set confirmed_on = case when organisation = 'voorbeeld-beweegpunt-enschede' then '2020-01-01'::date else '2099-01-01'::date end",
    );
    const remind = () => remindProviders(web.ground, shippedRegion(), 'http://omzien');
    const both = await Promise.all([remind(), remind()]);
    assert.deepEqual(both.toSorted(), [0, 1], 'also where two look at once');
    const [mail, ...more] = await mails();
    assert.deepEqual(more, []);
    for (const id of OWN_SERVICES) assert.ok(mail?.body.includes((await detail(id)).name), id);
    assert.match(mail?.body ?? '', /http:\/\/omzien\/aanbod\/diensten/);
    assert.equal(await remind(), 0);
    web.clock.advance(32 * 86_400_000);
    assert.equal(await remind(), 1, 'and again the next month');
    assert.match((await mails()).at(-1)!.body, /Beste collega/);
    await web.ground.pool.query(
      "update platform.account set language = 'en' where person in (select person from platform.role where organisation = $1 and code = 'provider')",
      [provider.organisation],
    );
    web.clock.advance(32 * 86_400_000);
    assert.equal(await remind(), 1);
    assert.match((await mails()).at(-1)!.body, /Dear colleague/, 'in English where all who read it chose that');
  });
});
