import type { Hono } from 'hono';
import type { Region } from '../../content/index.ts';
import { ABSENT, type Ground, localDate, ok, type Result } from '../../platform/index.ts';
import type { ApiAsk, Kit, WebEnv } from '../../web/index.ts';
import type { Search } from '../search/search.ts';
import { type ListQuery, pageOf, readListQuery } from './query.ts';
import {
  type Around,
  organisationBrief,
  organisationFull,
  serviceAtLocationFull,
  serviceAtLocationListed,
  serviceBrief,
  serviceFull,
} from './shapes.ts';
import {
  listOrganisations,
  listServices,
  oneOrganisation,
  oneService,
  organisationsOf,
  type StoredOrganisation,
  type StoredService,
} from './store.ts';
import { resolveTaxonomy, resolveTerm, taxonomies, termsOf } from './taxonomy.ts';

type House = { readonly ground: Ground; readonly region: Region; readonly search: Search };
type Ask = Pick<ApiAsk, 'c' | 'param' | 'query'>;

/** The same data as the pages and FHIR, for anyone, as HSDS 3.0 has it. */
export function hsdsRoutes(app: Hono<WebEnv>, kit: Kit, house: House): void {
  const { ground, region, search } = house;
  const around = (): Around => ({
    region,
    today: localDate(ground.clock.now()),
    publicUrl: kit.config.publicUrl,
  });
  const open = (path: string, answer: (ask: Ask) => Promise<Result<unknown> | Response>) =>
    app.get(
      path,
      kit.publicApi(async (ask) => {
        // Open data: pages elsewhere may read it.
        ask.c.header('access-control-allow-origin', '*');
        return answer(ask);
      }),
    );
  const list = (path: string, answer: (query: ListQuery) => Promise<{ all: readonly unknown[]; total: number }>) =>
    open(path, async (ask) => {
      const query = readListQuery(ask.query);
      if (!query.ok) return query;
      if (query.value.format === 'json') {
        const { all, total } = await answer(query.value);
        return ok(pageOf(all, total, query.value));
      }
      const { all } = await answer({ ...query.value, page: 1, perPage: 100_000 });
      return ask.c.body(all.map((one) => `${JSON.stringify(one)}\n`).join(''), 200, {
        'content-type': 'application/x-ndjson; charset=utf-8',
      });
    });
  const one = (path: string, answer: (id: string, ask: Ask) => Promise<unknown>) =>
    open(path, async (ask) => {
      const found = await answer(ask.param('id'), ask);
      return found === undefined ? { ok: false, problem: ABSENT } : ok(found);
    });
  const services = async (
    query: ListQuery,
    shape: (stored: StoredService, organisation: StoredOrganisation) => unknown,
  ) => {
    const byFit = query.search === '' ? undefined : await search.ids(query.search);
    const { services: found, total } = await listServices(ground, region, query, byFit);
    const organisations = await byId(ground, found);
    return { all: found.map((stored) => shape(stored, organisations(stored))), total };
  };

  const about = async () =>
    ok({
      version: '3.0',
      profile: 'https://docs.openreferral.org/',
      openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json',
    });
  open('/hsds', about);
  open('/hsds/', about);

  list('/hsds/services', (query) =>
    services(query, (stored, organisation) => {
      const brief = serviceBrief(stored, organisation, around());
      if (query.minimal) return { id: brief.id, modified_date: brief.modified_date };
      return query.full ? serviceFull(stored, organisation, around()) : brief;
    }),
  );
  one('/hsds/services/:id', async (id) => {
    const stored = await oneService(ground, id);
    return stored && serviceFull(stored, (await byId(ground, [stored]))(stored), around());
  });
  list('/hsds/service_at_locations', (query) =>
    services(query, (stored, organisation) =>
      query.full
        ? serviceAtLocationFull(stored, organisation, around())
        : serviceAtLocationListed(stored, organisation, around()),
    ),
  );
  one('/hsds/service_at_locations/:id', async (id) => {
    const stored = await oneService(ground, id, 'service-at-location');
    return stored && serviceAtLocationFull(stored, (await byId(ground, [stored]))(stored), around());
  });
  list('/hsds/organizations', async (query) => {
    const { organisations, total } = await listOrganisations(ground, region, query);
    if (!query.full) return { all: organisations.map(organisationBrief), total };
    const whole = await Promise.all(
      organisations.map(async ({ id }) => {
        const found = await oneOrganisation(ground, id);
        return found && organisationFull(found.organisation, found.services, around(), true);
      }),
    );
    return { all: whole, total };
  });
  one('/hsds/organizations/:id', async (id, ask) => {
    const found = await oneOrganisation(ground, id);
    return (
      found && organisationFull(found.organisation, found.services, around(), ask.query('full_service') === 'true')
    );
  });
  const sliced = <T extends { readonly name: string }>(all: readonly T[], query: ListQuery) => {
    const wanted = all.filter(({ name }) => name.toLowerCase().includes(query.search.toLowerCase()));
    const from = (query.page - 1) * query.perPage;
    return { all: wanted.slice(from, from + query.perPage), total: wanted.length };
  };
  list('/hsds/taxonomies', async (query) => sliced(taxonomies(), query));
  one('/hsds/taxonomies/:id', async (id) => {
    const code = resolveTaxonomy(id);
    return taxonomies().find((_, index) => ['needs', 'domains'][index] === code);
  });
  list('/hsds/taxonomy_terms', async (query) => {
    const of = query.taxonomy && taxonomies().find(({ id }) => id === query.taxonomy?.toLowerCase())?.id;
    const terms = query.taxonomy ? termsOf(region).filter((term) => term.taxonomy_id === of) : termsOf(region);
    return sliced(terms, query);
  });
  one('/hsds/taxonomy_terms/:id', async (id) => {
    const code = resolveTerm(region, id);
    return termsOf(region).find((term) => term.code === code);
  });
}

/** The organisations of these services, read at once. */
async function byId(
  ground: Ground,
  services: readonly StoredService[],
): Promise<(stored: StoredService) => StoredOrganisation> {
  const found = await organisationsOf(ground, [...new Set(services.map(({ service }) => service.organisation))]);
  const organisations = new Map(found.map((organisation) => [organisation.id, organisation]));
  return ({ service: { organisation: id } }) =>
    organisations.get(id) ?? { id, name: id, about: undefined, phone: undefined, mail: undefined, address: undefined };
}
