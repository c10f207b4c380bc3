import { z } from '@hono/zod-openapi';

/** What `/api/v1` says of the figures of the region. */
const link = z.url().openapi({ example: 'https://omzien.example.nl/api/v1/indicatoren/grijze-druk' });
const id = z.string().openapi({ example: 'grijze-druk' });

export const Gebied = z
  .object({
    id: z.string().openapi({ example: 'borne', description: 'Van een postcodegebied: de vier cijfers.' }),
    naam: z.string(),
    soort: z.enum(['gemeente', 'eigen-regio', 'land', 'provincie', 'regio', 'postcodegebied']),
    gemeente: z
      .string()
      .optional()
      .openapi({ example: 'enschede', description: 'De gemeente waar een postcodegebied in ligt.' }),
  })
  .openapi('Gebied', { description: 'Een gebied waarover cijfers gaan.' });

export const IndicatorInLijst = z
  .object({
    id,
    url: link,
    titel: z.string(),
    thema: z.object({ id: z.string(), titel: z.string() }),
    definitie: z.string(),
    eenheid: z.enum(['mensen', 'procent', 'verhouding', 'uren', 'verandering-in-procent']),
    waarden: link.openapi({ description: 'Waar de waarden staan.' }),
  })
  .openapi('IndicatorInLijst');

export const Bron = z
  .object({
    id: z.string(),
    naam: z.string(),
    soort: z.enum(['telling', 'enquete', 'schatting', 'prognose', 'plan']),
    bron: z.string(),
    link: z.string().nullable(),
    licentie: z.string().nullable(),
    datum: z.iso.date(),
    definitie: z.string(),
    methode: z.string().nullable(),
    kanttekening: z.string().nullable(),
  })
  .openapi('Bron', { description: 'Waar waarden vandaan komen, en wat ze dan wel en niet zeggen.' });

export const Indicator = IndicatorInLijst.extend({
  waarom: z.string().openapi({ description: 'Waarom de regio dit volgt.' }),
  richting: z.enum(['meer-is-beter', 'minder-is-beter', 'neutraal']),
  doel: z
    .object({ waarde: z.number(), jaar: z.int().nullable(), tekst: z.string(), bron: z.string() })
    .nullable()
    .openapi({ description: 'Wat de regio wil bereiken.' }),
  verschil: z.string().nullable().openapi({ description: 'Waarom de bronnen van elkaar verschillen.' }),
  bronnen: z.array(Bron),
}).openapi('Indicator');

export const Waarde = z
  .object({
    gebied: z.string(),
    bron: z.string(),
    jaar: z.int(),
    geslacht: z.enum(['alle', 'mannen', 'vrouwen']),
    leeftijd: z.string().openapi({ example: '65-69', description: '`alle`, of een groep leeftijden.' }),
    waarde: z.number(),
    ondergrens: z.number().nullable(),
    bovengrens: z.number().nullable(),
  })
  .openapi('Waarde', {
    description: 'Een cijfer van een gebied in een jaar. De grenzen: het interval van 95%, als de bron er een geeft.',
  });

export const Stap = z
  .object({
    maand: z.iso.date().openapi({ example: '2026-10-01', description: 'De eerste dag van de maand.' }),
    gebied: z.string(),
    stap: z.enum(['signaal', 'bereikt', 'gesprek', 'verwezen', 'aangenomen', 'afgerond', 'beter']),
    mensen: z.int().nullable(),
    opTijd: z.int().nullable(),
    dagen: z.number().nullable().openapi({ description: 'De mediaan sinds de stap ervoor.' }),
  })
  .openapi('Stap', {
    description: 'Hoeveel mensen een stap zetten, afgerond op 5. Niet ingevuld: afgeschermd, of er is geen norm.',
  });

export const Vooruitzicht = z
  .object({
    id: z.string().openapi({ example: '65-plus' }),
    titel: z.string(),
    definitie: z.string(),
    eenheid: z.enum(['mensen', 'procent', 'verhouding']),
    lijnen: z.array(
      z.object({
        id: z.string(),
        jaren: z.array(z.object({ jaar: z.int(), waarde: z.number(), ondergrens: z.number(), bovengrens: z.number() })),
      }),
    ),
  })
  .openapi('Vooruitzicht', { description: 'Wat Omzien verwacht, met de band over alle varianten.' });
