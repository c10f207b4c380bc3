import { z } from '@hono/zod-openapi';

/**
 * What `/api/v1` says and takes, once: checked when it comes in, described in `openapi.json`. Names are Dutch, as the
 * API Design Rules ask (`/core/interface-language`); moments are UTC, days are days (`/core/date-time`).
 */
const moment = z.iso.datetime().openapi({ example: '2026-11-23T09:00:00Z' });
const day = z.iso.date().openapi({ example: '2026-12-01' });
const id = z.string().openapi({ example: '5b1f0c3e7d524e0a9a610d6c2f7e1a01-01jdc0000000000000000000aa' });
const link = z.url().openapi({ example: 'https://omzien.example.nl/api/v1/zaken/5b1f0c3e' });

export const Probleem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ place: z.string(), text: z.string(), code: z.string().optional() })).optional(),
  })
  .openapi('Probleem', { description: 'Wat er niet kon en waarom (RFC 9457).' });

/** A page of a list: what is on it, and where the next one begins. */
export const lijstVan = <T extends z.ZodType>(naam: string, een: T) =>
  z
    .object({
      resultaten: z.array(een),
      volgende: link.optional().openapi({ description: 'De volgende bladzijde; niet aanwezig op de laatste.' }),
    })
    .openapi(naam);

export const ZaakInLijst = z
  .object({
    id,
    url: link,
    soort: z.enum(['zaak', 'aanmelding', 'ondersteuning', 'verwijzing']),
    stand: z.string().openapi({ example: 'conversation', description: 'Hoe ver het is.' }),
    begonnen: moment,
    uiterlijk: day.nullable().openapi({ description: 'Laatste dag die nog op tijd is voor wat nu moet gebeuren.' }),
    spoed: z.boolean(),
    stilgezet: z.boolean(),
    afgesloten: z.boolean(),
  })
  .openapi('ZaakInLijst', { description: 'Een zaak die de organisatie aangaat, zonder wie het is.' });

export const Zaak = ZaakInLijst.extend({
  zaaknummer: z.string().nullable().openapi({ description: 'Alleen voor wie de hele zaak ziet.' }),
  ketenaanpak: z.string().nullable().openapi({ example: 'welzijn-op-recept' }),
  stappen: z.array(z.object({ gebeurtenis: z.string(), tijdstip: moment })),
  normen: z.array(
    z.object({ norm: z.string(), begonnen: moment, uiterlijk: day, stand: z.string().openapi({ example: 'running' }) }),
  ),
  verwijzingen: z.array(
    z.object({
      id,
      fhir: link,
      stand: z.string().openapi({ example: 'active' }),
      aanvrager: z.string().nullable(),
      aanmeldingen: z.array(
        z.object({
          id,
          fhir: link,
          stand: z.string().openapi({ example: 'accepted' }),
          dienst: z.string().nullable().openapi({ example: 'voorbeeld-welzijn-enschede-noord' }),
          gewijzigd: moment.nullable(),
        }),
      ),
    }),
  ),
}).openapi('Zaak', {
  description: 'Een zaak: stand, stappen, data, normen en verwijzingen die deze organisatie mag zien.',
});

export const Gebeurtenis = z
  .object({
    nummer: z.int().openapi({ description: 'Loopt op per abonnement.' }),
    id: z.string().openapi({ description: 'Het id van het CloudEvent; dezelfde gebeurtenis houdt hetzelfde id.' }),
    soort: z.string().openapi({ example: 'nl.omzien.Task.updated' }),
    tijdstip: moment,
    onderwerp: z.string().nullable().openapi({ description: 'Niet aanwezig als dit niet (meer) gezien mag worden.' }),
    fhir: link.nullable(),
  })
  .openapi('Gebeurtenis');

export const SOORTEN = ['Task', 'ServiceRequest', 'Appointment', 'Communication', 'CarePlan', 'Goal'] as const;

export const NieuwAbonnement = z
  .object({
    adres: z.url().openapi({
      example: 'https://zaken.example.nl/meldingen',
      description: 'Waar meldingen heen gaan. Het adres staat op de lijst van de beheerder.',
    }),
    soorten: z.array(z.enum(SOORTEN)).min(1).openapi({
      description: 'Van welke gegevens. Een melding noemt het id; de inhoud wordt gelezen door wie dat mag.',
    }),
    standen: z
      .array(z.string().min(1).max(40))
      .max(20)
      .optional()
      .openapi({ example: ['accepted', 'rejected'] }),
  })
  .strict()
  .openapi('NieuwAbonnement');

export const Abonnement = z
  .object({
    id,
    url: link,
    adres: z.string(),
    soorten: z.array(z.string()),
    standen: z.array(z.string()).nullable(),
    stand: z
      .enum(['actief', 'stil', 'uit'])
      .openapi({ description: 'stil: de ontvanger antwoordt niet; er gaat niets verloren.' }),
    laatsteFout: z.string().nullable(),
    aantalGebeurtenissen: z.int(),
  })
  .openapi('Abonnement');

export const GemaaktAbonnement = Abonnement.extend({
  geheim: z.string().openapi({
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    description: 'Waarmee meldingen ondertekend zijn (Standard Webhooks). Wordt één keer getoond.',
  }),
}).openapi('GemaaktAbonnement');

export const Dienst = z
  .object({
    id: z.string(),
    url: link,
    naam: z.string(),
    omschrijving: z.string(),
    organisatie: z.object({ id: z.string(), naam: z.string() }),
    gemeente: z.string(),
    domein: z.string(),
    behoeften: z.array(z.string()),
    talen: z.array(z.string()),
    wachttijdDagen: z.int().nullable(),
    gewijzigd: moment,
  })
  .openapi('Dienst');

export const Gemeente = z
  .object({
    id: z.string(),
    naam: z.string(),
    code: z.string().openapi({ example: 'GM0153', description: 'Gemeentecode van het CBS.' }),
  })
  .openapi('Gemeente');

export const Ketenaanpak = z
  .object({ id: z.string(), naam: z.string(), versie: z.int(), fhir: link })
  .openapi('Ketenaanpak');

export const Begin = z
  .object({ naam: z.string(), versie: z.string(), beschrijving: link, wegwijzers: z.array(link) })
  .openapi('Begin');
