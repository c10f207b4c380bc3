import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { organisationFull, serviceAtLocationFull, serviceFull } from '../../src/directory/hsds/shapes.ts';
import type { Term } from '../../src/directory/hsds/taxonomy.ts';
import { directoryShelf } from '../../src/directory/index.ts';
import { readSent } from '../../src/fhir/index.ts';
import { type DirectoryWeb, directoryWeb, EDIT, LONG_SERVICE, OWN_SERVICES } from '../support/directory.ts';
import { SYSTEM } from '../support/ground.ts';

/** The directory as HSDS 3.0 (Open Referral): the lists, the things themselves, paging, filters and problems. */
let web: DirectoryWeb;
before(async () => {
  web = await directoryWeb();
});
after(() => web.stop());

type Whole = ReturnType<typeof serviceFull> & { readonly url: string };
type Organisation = ReturnType<typeof organisationFull> & { readonly id: string; readonly name: string };
type Place = ReturnType<typeof serviceAtLocationFull> & { readonly id: string; readonly service_id: string };
type Page<T> = {
  readonly contents: readonly T[];
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
};
type Told = { readonly status: number; readonly errors: readonly { readonly place: string }[] };
type Fhir = {
  readonly name: string;
  readonly comment: string;
  readonly providedBy: { readonly display: string };
  readonly extension: readonly {
    readonly url: string;
    readonly extension: readonly { readonly valueDate?: string; readonly valueMoney?: { readonly value: number } }[];
  }[];
  readonly communication: readonly Coded[];
  readonly type: readonly Coded[];
  readonly availableTime?: readonly {
    readonly daysOfWeek: readonly string[];
    readonly availableStartTime: string;
    readonly availableEndTime: string;
  }[];
};
type Coded = { readonly coding: readonly [{ readonly code: string }] };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const raw = (path: string) => web.visitor().get(`/hsds${path}`);
async function get<T>(path: string): Promise<T> {
  const answer = await raw(path);
  assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`);
  assert.match(answer.headers.get('content-type') ?? '', /application\/json/);
  return (await answer.json()) as T;
}
async function all<T>(path: string): Promise<readonly T[]> {
  const found: T[] = [];
  for (let page = 1; ; page++) {
    const one = await get<Page<T>>(`${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`);
    found.push(...one.contents);
    if (one.last_page) return found;
  }
}

describe('the directory for other systems', () => {
  it('tells which version it speaks and where that is described', async () => {
    for (const path of ['', '/']) {
      const about = await get<{ version: string; openapi_url: string }>(path);
      assert.equal(about.version, '3.0');
      assert.match(about.openapi_url, /openreferral.*3\.0.*openapi\.json$/);
    }
  });

  it('lists every service once over its pages, with what HSDS requires', async () => {
    const first = await get<Page<Whole>>('/services?per_page=100');
    const { contents, ...page } = first;
    assert.deepEqual(page, {
      total_items: web.region.services.length,
      total_pages: Math.ceil(web.region.services.length / 100),
      page_number: 1,
      size: 100,
      first_page: true,
      last_page: false,
      empty: false,
    });
    const services = await all<Whole>('/services');
    assert.equal(services.length, web.region.services.length);
    assert.equal(new Set(services.map(({ id }) => id)).size, services.length);
    for (const service of services) {
      assert.match(service.id ?? '', UUID);
      assert.ok(service.name && service.description);
      assert.equal(service.status, 'active');
      assert.match(service.organization?.id ?? '', UUID);
      assert.equal(service.organization_id, service.organization?.id);
      assert.ok(!Object.values(service).some((value) => value === null), 'what is not known is left out');
    }
    const beyond = await get<Page<Whole>>('/services?page=9999');
    assert.deepEqual([beyond.empty, beyond.total_items], [true, services.length]);
  });

  it('says of each service what the FHIR door says', async () => {
    const services = await all<Whole>('/services?full=true');
    for (const service of services) {
      const id = String(service.url).replace(/^.*\/hulp\//, '');
      const read = await directoryShelf(web.ground).read(SYSTEM, 'HealthcareService', id, { door: 'fhir' });
      assert.ok(read.ok, id);
      const fhir = JSON.parse(read.value.text) as Fhir;
      const ext = (name: string) => fhir.extension.find((one) => one.url.endsWith(`/${name}`));
      assert.equal(service.name, fhir.name);
      assert.equal(service.description, fhir.comment);
      assert.equal(service.organization?.name, fhir.providedBy.display);
      assert.equal(service.assured_date, ext('confirmed')?.extension[0]?.valueDate);
      assert.deepEqual(
        service.languages.map(({ code }) => code),
        fhir.communication.map((one) => one.coding[0].code),
      );
      assert.deepEqual(
        service.schedules.flatMap((one) =>
          'freq' in one ? [`${one.byday} ${one.opens_at}:00 ${one.closes_at}:00`] : [],
        ),
        (fhir.availableTime ?? []).map(
          (one) => `${one.daysOfWeek[0]?.slice(0, 2).toUpperCase()} ${one.availableStartTime} ${one.availableEndTime}`,
        ),
      );
      assert.equal(service.cost_options[0]?.amount, ext('cost')?.extension[0]?.valueMoney?.value);
      const needs = service.attributes
        .map(({ taxonomy_term: term }) => term.code)
        .filter((code) => web.region.needs.some((need) => need.id === code));
      assert.deepEqual(needs.toSorted(), fhir.type.map((one) => one.coding[0].code).toSorted());
      const [place] = service.service_at_locations;
      const location = await directoryShelf(web.ground).read(SYSTEM, 'Location', id, { door: 'fhir' });
      assert.ok(location.ok);
      const { position } = JSON.parse(location.value.text) as {
        readonly position: { readonly latitude: number; readonly longitude: number };
      };
      assert.deepEqual(
        [place?.location?.latitude, place?.location?.longitude],
        [position.latitude, position.longitude],
      );
    }
  });

  it('follows at once what a provider changes, and finds it by when it changed', async () => {
    const [service] = OWN_SERVICES;
    web.clock.advance(86_400_000);
    const since = web.clock.now().toISOString();
    assert.equal((await get<Page<Whole>>(`/services?modified_after=${since}`)).empty, true);
    const who = await web.signIn('provider');
    const saved = await who.post(`/aanbod/diensten/${service}`, { ...EDIT, version: '1' });
    assert.equal(saved.status, 303);
    const now = await get<Whole>(`/services/${service}`);
    assert.deepEqual(
      now.phones.map(({ number }) => number),
      ['085 000 00 77'],
    );
    assert.equal(now.cost_options[0]?.amount, 2.5);
    const changed = await get<Page<Whole>>(`/services?modified_after=${since}&minimal=true`);
    assert.deepEqual(changed.contents, [{ id: now.id, modified_date: since }]);
  });

  it('follows what another system writes through FHIR, and leaves out what is not given any more', async () => {
    const [, service] = OWN_SERVICES;
    const shelf = directoryShelf(web.ground);
    const read = async () => {
      const found = await shelf.read(SYSTEM, 'HealthcareService', service, { door: 'fhir' });
      assert.ok(found.ok);
      return JSON.parse(found.value.text) as Fhir & { readonly active: boolean };
    };
    const write = async (resource: object) => {
      const sent = readSent('HealthcareService', JSON.stringify(resource));
      assert.ok(sent.ok);
      const done = await shelf.update(SYSTEM, 'HealthcareService', service, sent.value, undefined, { door: 'fhir' });
      assert.ok(done.ok, JSON.stringify(done));
    };
    const before = await read();
    await write({ ...before, comment: 'Een nieuwe beschrijving, door een ander systeem.' });
    assert.equal(
      (await get<Whole>(`/services/${service}`)).description,
      'Een nieuwe beschrijving, door een ander systeem.',
    );
    assert.match(await (await web.visitor().get(`/hulp/${service}`)).text(), /door een ander systeem/);
    await write({ ...before, active: false });
    assert.equal((await raw(`/services/${service}`)).status, 404);
    assert.equal((await web.visitor().get(`/hulp/${service}`)).status, 404);
    await write(before);
    assert.equal((await get<Whole>(`/services/${service}`)).description, before.comment);
  });

  it('gives one service whole, by its UUID or the id it has in FHIR; what is not there is a problem', async () => {
    const bySlug = await get<Whole>(`/services/${LONG_SERVICE}`);
    assert.deepEqual(await get(`/services/${bySlug.id}`), bySlug);
    assert.match(bySlug.alert ?? '', /vol tot 2027-01-15.*niemand/);
    assert.equal(bySlug.service_areas.length, 1);
    const absent = await raw('/services/nergens');
    assert.equal(absent.status, 404);
    assert.match(absent.headers.get('content-type') ?? '', /application\/problem\+json/);
    assert.equal(((await absent.json()) as Told).status, 404);
    assert.equal((await raw('/nothing')).headers.get('content-type')?.includes('problem+json'), true);
  });

  it('filters by need, domain, organisation, words and place', async () => {
    const terms = await all<Term>('/taxonomy_terms');
    const loneliness = terms.find(({ code }) => code === 'loneliness');
    const lonely = await all<Whole>(`/services?taxonomy_term_id=${loneliness?.id}`);
    assert.equal(lonely.length, web.region.services.filter(({ needs }) => needs.includes('loneliness')).length);
    const income = await all<Whole>('/services?taxonomy_term_id=income');
    assert.equal(income.length, web.region.services.filter(({ domain }) => domain === 'income').length);
    const [organisation] = (await get<Page<Organisation>>('/organizations?search=beweegpunt+enschede')).contents;
    const own = await all<Whole>(`/services?organization_id=${organisation?.id}`);
    assert.equal(
      own.length,
      web.region.services.filter(({ organisation: id }) => id === 'voorbeeld-beweegpunt-enschede').length,
    );
    const words = await get<Page<Whole>>('/services?search=formulieren+invullen&per_page=5');
    assert.ok(
      words.contents.some(({ name }) => /formulier|papier/i.test(name ?? '')),
      JSON.stringify(words.contents[0]),
    );
    const near = await all<Place>('/service_at_locations?postcode=7511&proximity=2000');
    assert.ok(near.length > 0 && near.length < 40);
    for (const { location } of near) assert.match(location?.addresses[0]?.city ?? '', /Enschede/);
    assert.equal((await get<Page<Whole>>('/services?taxonomy_term_id=nothing')).empty, true);
    const elsewhere = await all<Whole>('/services?postcode=7591');
    assert.ok(!elsewhere.some(({ url }) => url.endsWith(LONG_SERVICE)), 'it is for residents of Enschede only');
  });

  it('lists organisations, places and taxonomies', async () => {
    const organisations = await all<Organisation>('/organizations');
    assert.equal(organisations.length, new Set(web.region.services.map(({ organisation }) => organisation)).size);
    for (const { id, name, description } of organisations) assert.ok(UUID.test(id) && name && description);
    const whole = await get<{ services: readonly Whole[] }>(`/organizations/${organisations[0]?.id}?full_service=true`);
    assert.ok(whole.services[0]?.schedules);
    const [listed] = (await get<Page<Place>>('/service_at_locations')).contents;
    assert.ok(listed?.service.name && listed.location?.location_type);
    const place = await get<Place>(`/service_at_locations/${listed?.id}`);
    assert.equal(place.service.id, listed?.service_id);
    const [needs] = (await get<Page<Term>>('/taxonomies')).contents;
    assert.equal((await get<Term>(`/taxonomies/${needs?.id}`)).name, needs?.name);
    const terms = await all<Term>(`/taxonomy_terms?taxonomy_id=${needs?.id}`);
    assert.equal(terms.length, web.region.needs.length);
    assert.equal((await get<Term>(`/taxonomy_terms/${terms[0]?.id}`)).code, terms[0]?.code);
  });

  it('gives all lines at once where that is asked', async () => {
    const answer = await raw('/services?format=ndjson');
    assert.match(answer.headers.get('content-type') ?? '', /ndjson/);
    const lines = (await answer.text()).trim().split('\n');
    assert.equal(lines.length, web.region.services.length);
    assert.ok(JSON.parse(lines[0] ?? '').id);
  });

  it('says which parameter it cannot read', async () => {
    for (const query of [
      'page=0',
      'per_page=many',
      'full=maybe',
      'modified_after=yesterday',
      'proximity=5',
      'format=xml',
    ]) {
      const answer = await raw(`/services?${query}`);
      assert.equal(answer.status, 400, query);
      const problem = (await answer.json()) as Told;
      assert.equal(problem.errors[0]?.place, query.split('=')[0]);
    }
  });

  it('is bounded for who asks too often', async () => {
    const busy = await directoryWeb({ RATE_PUBLIC: '3' });
    const asker = busy.visitor();
    const statuses: number[] = [];
    for (let turn = 0; turn < 5; turn++) statuses.push((await asker.get('/hsds/services?per_page=1')).status);
    for (const path of ['/hulp?q=koor', '/hulp/inkomen']) statuses.push((await asker.get(path)).status);
    await busy.stop();
    assert.deepEqual(statuses.slice(0, 3), [200, 200, 200]);
    assert.deepEqual(statuses.slice(-3), [429, 429, 429]);
  });
});
