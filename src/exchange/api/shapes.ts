import type { z } from '@hono/zod-openapi';
import type { Listed } from '../../directory/index.ts';
import { type Followed, type FollowedCase, referralsOf } from '../../pathways/index.ts';
import type { Notification, Receiver } from '../store.ts';
import type { Abonnement, Dienst, Gebeurtenis, Zaak, ZaakInLijst } from './schemas.ts';

/** The address of the installation, and of what the API says of it. */
export type At = { readonly api: string; readonly fhir: string };

const SOORT: Readonly<Record<string, z.infer<typeof ZaakInLijst>['soort']>> = {
  case: 'zaak',
  offer: 'aanmelding',
  support: 'ondersteuning',
  sent: 'verwijzing',
};
const STAND: Readonly<Record<Receiver['status'], z.infer<typeof Abonnement>['stand']>> = {
  requested: 'actief',
  active: 'actief',
  error: 'stil',
  off: 'uit',
};

export function zaakInLijst(at: At, line: Followed): z.infer<typeof ZaakInLijst> {
  return {
    id: line.id,
    url: `${at.api}/zaken/${line.id}`,
    soort: SOORT[line.kind] ?? 'zaak',
    stand: line.status,
    begonnen: line.since.toISOString(),
    uiterlijk: line.due,
    spoed: line.urgent,
    stilgezet: line.paused,
    afgesloten: line.closed,
  };
}

export function zaak(at: At, { line, view, row, happenings, clocks }: FollowedCase): z.infer<typeof Zaak> {
  return {
    ...zaakInLijst(at, line),
    zaaknummer: row?.number ?? null,
    ketenaanpak: row?.pathway ?? null,
    stappen: happenings.map(({ event, at: when }) => ({ gebeurtenis: event, tijdstip: when.toISOString() })),
    normen: clocks.map((clock) => ({
      norm: clock.norm,
      begonnen: clock.started_at.toISOString(),
      uiterlijk: clock.due,
      stand: clock.state,
    })),
    verwijzingen: referralsOf(view).map(({ request, tasks }) => ({
      id: request.id ?? '',
      fhir: `${at.fhir}/ServiceRequest/${request.id}`,
      stand: request.status,
      aanvrager: atWork(request.requester?.reference),
      aanmeldingen: tasks.map((task) => ({
        id: task.id ?? '',
        fhir: `${at.fhir}/Task/${task.id}`,
        stand: task.status,
        dienst: task.owner?.reference?.replace(/^HealthcareService\//, '') ?? null,
        gewijzigd: task.meta?.lastUpdated ?? null,
      })),
    })),
  };
}

/** Who asked, where that is an organisation or service; a resident who asked for themself is not named. */
const atWork = (reference: string | undefined): string | null =>
  reference && /^(?:Organization|HealthcareService)\//.test(reference) ? reference : null;

export function dienst(at: At, { service, organisationName, changedAt }: Listed): z.infer<typeof Dienst> {
  return {
    id: service.id,
    url: `${at.api}/diensten/${service.id}`,
    naam: service.name,
    omschrijving: service.description,
    organisatie: { id: service.organisation, naam: organisationName },
    gemeente: service.municipality,
    domein: service.domain,
    behoeften: [...service.needs],
    talen: [...service.languages],
    wachttijdDagen: service.waitingDays ?? null,
    gewijzigd: changedAt.toISOString(),
  };
}

export function abonnement(at: At, receiver: Receiver): z.infer<typeof Abonnement> {
  return {
    id: receiver.id,
    url: `${at.api}/abonnementen/${receiver.id}`,
    adres: receiver.endpoint,
    soorten: [...receiver.types],
    standen: receiver.statuses ? [...receiver.statuses] : null,
    stand: STAND[receiver.status],
    laatsteFout: receiver.last_error,
    aantalGebeurtenissen: Number(receiver.events),
  };
}

export function gebeurtenis(at: At, event: Notification): z.infer<typeof Gebeurtenis> {
  return {
    nummer: Number(event.number),
    id: event.event_id,
    soort: `nl.omzien.${event.type}.${event.what}`,
    tijdstip: event.at.toISOString(),
    onderwerp: event.blank ? null : event.subject,
    fhir: event.blank ? null : `${at.fhir}/${event.subject}`,
  };
}
