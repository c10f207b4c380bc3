import { createRoute, z } from '@hono/zod-openapi';
import { API_VERSION, Bladzijde, CLOSED, get, HEADERS, Id, json, ONE, OPEN, problem } from './describe.ts';
import { FIGURE_ROUTES } from './described-figures.ts';
import {
  Abonnement,
  Begin,
  Dienst,
  Gebeurtenis,
  GemaaktAbonnement,
  Gemeente,
  Ketenaanpak,
  lijstVan,
  NieuwAbonnement,
  Zaak,
  ZaakInLijst,
} from './schemas.ts';

const toegang = (...scopes: string[]) => [{ oauth2: scopes }];
const LEZEN = toegang('system/ServiceRequest.rs', 'system/Task.rs');

/** Every address of the API, as `openapi.json` says it and the routes hold it. */
export const ROUTES = {
  begin: get('/', ['Begin'], 'Wat er is, en waar het beschreven staat', {
    operationId: 'leesBegin',
    security: [],
    responses: { 200: json(Begin, 'Begin'), ...OPEN },
  }),
  zaken: get('/zaken', ['Zaken'], 'De zaken die uw organisatie aangaan', {
    operationId: 'lijstZaken',
    security: LEZEN,
    request: { query: Bladzijde.extend({ afgesloten: z.enum(['true', 'false']).optional() }) },
    responses: { 200: json(lijstVan('Zaken', ZaakInLijst), 'Een bladzijde, op id'), ...CLOSED },
  }),
  zaak: get('/zaken/{id}', ['Zaken'], 'Eén zaak: stand, stappen, data, normen en verwijzingen', {
    operationId: 'leesZaak',
    security: LEZEN,
    request: { params: Id },
    responses: { 200: json(Zaak, 'De zaak'), ...CLOSED },
  }),
  abonnementen: get('/abonnementen', ['Abonnementen'], 'Uw abonnementen op gebeurtenissen', {
    operationId: 'lijstAbonnementen',
    security: toegang('system/Subscription.rs'),
    request: { query: Bladzijde },
    responses: { 200: json(lijstVan('Abonnementen', Abonnement), 'Een bladzijde, op id'), ...CLOSED },
  }),
  nieuwAbonnement: createRoute({
    method: 'post',
    path: '/abonnementen',
    tags: ['Abonnementen'],
    summary: 'Vraag om meldingen: CloudEvents 1.0, ondertekend',
    operationId: 'maakAbonnement',
    security: toegang('system/Subscription.c'),
    request: { body: { required: true, content: { 'application/json': { schema: NieuwAbonnement } } } },
    responses: {
      201: {
        ...json(GemaaktAbonnement, 'Gemaakt; het geheim wordt alleen nu getoond'),
        headers: { ...HEADERS, Location: { schema: { type: 'string' as const }, description: 'Het abonnement.' } },
      },
      ...CLOSED,
      409: problem('Te veel abonnementen'),
      415: problem('Geen application/json'),
      422: problem('Tegen een regel'),
    },
  }),
  abonnement: get('/abonnementen/{id}', ['Abonnementen'], 'Eén abonnement en hoe het ermee staat', {
    operationId: 'leesAbonnement',
    security: toegang('system/Subscription.rs'),
    request: { params: Id },
    responses: { 200: json(Abonnement, 'Het abonnement'), ...CLOSED },
  }),
  weg: createRoute({
    method: 'delete',
    path: '/abonnementen/{id}',
    tags: ['Abonnementen'],
    summary: 'Zeg een abonnement op',
    operationId: 'verwijderAbonnement',
    security: toegang('system/Subscription.d'),
    request: { params: Id },
    responses: { 204: { description: 'Opgezegd', headers: HEADERS }, ...CLOSED },
  }),
  gebeurtenissen: get(
    '/abonnementen/{id}/gebeurtenissen',
    ['Abonnementen'],
    'Wat er gebeurd is, op nummer: om in te halen wat u miste',
    {
      operationId: 'lijstGebeurtenissen',
      security: toegang('system/Subscription.rs'),
      request: {
        params: Id,
        query: z.object({
          vanaf: z.coerce.number().int().min(1).default(1).openapi({ description: 'Het eerste nummer.' }),
        }),
      },
      responses: { 200: json(lijstVan('Gebeurtenissen', Gebeurtenis), 'Een bladzijde, op nummer'), ...CLOSED },
    },
  ),
  diensten: get('/diensten', ['Sociale kaart'], 'De diensten van de sociale kaart', {
    operationId: 'lijstDiensten',
    security: [],
    request: {
      query: Bladzijde.extend({ gemeente: z.string().max(60).optional(), behoefte: z.string().max(60).optional() }),
    },
    responses: { 200: json(lijstVan('Diensten', Dienst), 'Een bladzijde, op id'), ...OPEN },
  }),
  dienst: get('/diensten/{id}', ['Sociale kaart'], 'Eén dienst', {
    operationId: 'leesDienst',
    security: [],
    request: { params: Id },
    responses: { 200: json(Dienst, 'De dienst'), ...OPEN, ...ONE },
  }),
  gemeenten: get('/gemeenten', ['Referentielijsten'], 'De gemeenten van de regio', {
    operationId: 'lijstGemeenten',
    security: [],
    responses: { 200: json(lijstVan('Gemeenten', Gemeente), 'Alle gemeenten'), ...OPEN },
  }),
  ketenaanpakken: get('/ketenaanpakken', ['Referentielijsten'], 'De ketenaanpakken van de regio', {
    operationId: 'lijstKetenaanpakken',
    security: [],
    responses: { 200: json(lijstVan('Ketenaanpakken', Ketenaanpak), 'Alle ketenaanpakken'), ...OPEN },
  }),
  ...FIGURE_ROUTES,
} as const;

/** What stands in `openapi.json` beside the addresses (OpenAPI 3.0.3: ADR `/core/doc-openapi`). */
export function documentOf(publicUrl: string) {
  return {
    openapi: '3.0.3',
    info: {
      title: 'Omzien API',
      version: API_VERSION,
      description:
        'Voor systemen van organisaties in de regio, zoals een zaaksysteem: zaken die de organisatie aangaan, meldingen, de sociale kaart en de open cijfers van de regio. Namen van mensen en BSN’s staan er niet in. Volgt de NL API Design Rules. Wat er tussen versies verandert, staat in de wijzigingen (docs/api.md); een versie die vervalt, blijft een jaar bestaan.',
      contact: { name: 'Beheer van Omzien', url: `${publicUrl}/` },
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/nl/' },
    },
    servers: [{ url: `${publicUrl}/api/v1`, description: 'Deze omgeving' }],
    tags: [...new Set(Object.values(ROUTES).flatMap(({ tags }) => tags ?? []))].map((name) => ({ name })),
  };
}

/** How a system signs in (SMART Backend Services). */
export function securityOf(publicUrl: string) {
  const scopes = {
    'system/ServiceRequest.rs': 'verwijzingen lezen',
    'system/Task.rs': 'aanmeldingen lezen',
    'system/Subscription.rs': 'abonnementen lezen',
    'system/Subscription.c': 'abonnementen maken',
    'system/Subscription.d': 'abonnementen opzeggen',
  };
  return {
    type: 'oauth2' as const,
    description: 'Client credentials met private_key_jwt (SMART Backend Services).',
    flows: { clientCredentials: { tokenUrl: `${publicUrl}/auth/token`, scopes } },
  };
}
