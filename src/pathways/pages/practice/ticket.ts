import { type Keys, seal, unseal } from '../../../platform/index.ts';
import type { Posted } from '../../../web/index.ts';

/** How long a found person may be carried from page to page. */
const MINUTES = 30;

/** Somebody who was found or registered: no more than a look-up shows (LAW 5). */
export type Found = {
  readonly resident: string;
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly postcode?: string | undefined;
  /** Where this patient stands in the system from which Omzien was opened. */
  readonly from?: string | undefined;
};

type Kinds = { readonly found: Found; readonly typed: Posted };

/**
 * Seals what goes from page to page in an address: unreadable, only for this person, for half an hour. So a name, a
 * birth date or a BSN is never in a URL or a log.
 */
export function sealTicket<K extends keyof Kinds>(
  keys: Keys,
  kind: K,
  what: Kinds[K],
  person: string,
  now: Date,
): string {
  const until = now.getTime() + MINUTES * 60_000;
  return seal(keys, JSON.stringify({ until, what }), `ticket:${kind}:${person}`).toString('base64url');
}

/** What a ticket carries; undefined when it is too old, somebody else's or no ticket at all. */
export function openTicket<K extends keyof Kinds>(
  keys: Keys,
  kind: K,
  ticket: string | undefined,
  person: string,
  now: Date,
): Kinds[K] | undefined {
  if (!ticket || ticket.length > 8000) return undefined;
  try {
    const { until, what } = JSON.parse(unseal(keys, Buffer.from(ticket, 'base64url'), `ticket:${kind}:${person}`)) as {
      readonly until: number;
      readonly what: Kinds[K];
    };
    return until >= now.getTime() ? what : undefined;
  } catch {
    return undefined;
  }
}
