import type { RoleCode } from '../../../platform/index.ts';
import type { Answer, Ask, Kit } from '../../../web/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { paths } from '../shared/index.ts';
import { findWords } from './find/words.ts';
import { type Found, openTicket, sealTicket } from './ticket.ts';

/** Who refers. */
export const REFERRERS: readonly RoleCode[] = ['practice-nurse', 'gp'];

/** What the handlers of a practice stand on. */
export type PracticeParts = { readonly ground: PathwayGround; readonly kit: Kit };

/** Who was found, out of the ticket a page carries. */
export function foundIn(parts: PracticeParts, ask: Ask, ticket: string | undefined): Found | undefined {
  return openTicket(parts.ground.keys, 'found', ticket, ask.actor.person, parts.kit.wall.now());
}

/** A ticket for who was found. */
export function ticketFor(parts: PracticeParts, ask: Ask, found: Found): string {
  return sealTicket(parts.ground.keys, 'found', found, ask.actor.person, parts.kit.wall.now());
}

/** Back to searching, because what was found is no longer kept. */
export function lapsed(ask: Ask): Answer {
  return {
    to: paths.find,
    flash: { kind: 'info', text: findWords(ask.context.lang).lapsed },
  };
}
