import { z } from '@hono/zod-openapi';
import { Bladzijde, get, HEADERS, Id, json, ONE, OPEN } from './describe.ts';
import { lijstVan } from './schemas.ts';
import { Gebied, Indicator, IndicatorInLijst, Stap, Vooruitzicht, Waarde } from './schemas-figures.ts';

const CIJFERS = ['Cijfers van de regio'];
const text = (description: string) => ({ schema: { type: 'string' as const }, description });

/** Open data are kept: the answer says how long, and what to ask with the next time. */
const kept = <T extends z.ZodType>(schema: T, description: string) => ({
  ...json(schema, description),
  headers: {
    ...HEADERS,
    ETag: text('Stuur dit mee als `If-None-Match`.'),
    'Last-Modified': text('Stuur dit mee als `If-Modified-Since`.'),
    'Cache-Control': text('Hoelang het bewaard mag worden.'),
  },
});
const SAME = { 304: { description: 'Niet veranderd', headers: HEADERS } };
const gebied = z.string().max(60).optional().openapi({ example: 'borne' });

/** Where a figure stands in the order of `waarden`: bron, gebied, jaar, geslacht en leeftijd. */
const PLACE = /^[a-z0-9-]+~[a-z0-9-]+~\d{4}~(?:all|men|women)~[a-z0-9+-]+$/;

/** The addresses of the open figures. */
export const FIGURE_ROUTES = {
  gebieden: get('/gebieden', CIJFERS, 'De gebieden waarover er cijfers zijn', {
    operationId: 'lijstGebieden',
    security: [],
    responses: { 200: kept(lijstVan('Gebieden', Gebied), 'Alle gebieden'), ...SAME, ...OPEN },
  }),
  indicatoren: get('/indicatoren', CIJFERS, 'De onderwerpen waarover er cijfers zijn', {
    operationId: 'lijstIndicatoren',
    security: [],
    request: { query: Bladzijde.extend({ thema: z.string().max(60).optional() }) },
    responses: { 200: kept(lijstVan('Indicatoren', IndicatorInLijst), 'Een bladzijde'), ...SAME, ...OPEN },
  }),
  indicator: get('/indicatoren/{id}', CIJFERS, 'Eén onderwerp: definitie, doel, bronnen en waarom die verschillen', {
    operationId: 'leesIndicator',
    security: [],
    request: { params: Id },
    responses: { 200: kept(Indicator, 'Het onderwerp'), ...SAME, ...OPEN, ...ONE },
  }),
  waarden: get('/indicatoren/{id}/waarden', CIJFERS, 'De waarden per gebied, bron en jaar, met hun interval', {
    operationId: 'lijstWaarden',
    security: [],
    request: {
      params: Id,
      query: z.object({
        gebied,
        jaar: z.coerce.number().int().min(1990).max(2100).optional(),
        bron: z.string().max(60).optional(),
        na: z.string().max(240).regex(PLACE).optional().openapi({ description: 'Zie `volgende`.' }),
        aantal: z.coerce.number().int().min(1).max(1000).default(500),
      }),
    },
    responses: { 200: kept(lijstVan('Waarden', Waarde), 'Een bladzijde'), ...SAME, ...OPEN, ...ONE },
  }),
  stappen: get('/ketenaanpakken/{id}/stappen', CIJFERS, 'Van signaal tot beter: de stappen per maand en gemeente', {
    operationId: 'lijstStappen',
    security: [],
    request: { params: Id },
    responses: { 200: kept(lijstVan('Stappen', Stap), 'Het laatste jaar'), ...SAME, ...OPEN, ...ONE },
  }),
  vooruitzichten: get('/vooruitzichten', CIJFERS, 'Wat Omzien verwacht tot 2050, per jaar en met een band', {
    operationId: 'lijstVooruitzichten',
    security: [],
    request: {
      query: z.object({
        gebied,
        variant: z.enum(['midden', 'laag', 'hoog', 'ouder', 'jonger']).optional(),
        totalen: z.enum(['eigen', 'plannen']).optional().openapi({
          description: '`plannen`: de totalen van de plannen, en daarbinnen onze verdeling.',
        }),
      }),
    },
    responses: { 200: kept(lijstVan('Vooruitzichten', Vooruitzicht), 'Alle figuren'), ...SAME, ...OPEN, ...ONE },
  }),
} as const;
