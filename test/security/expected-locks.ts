/**
 * What the database itself has to answer to the application's role, table by table, typed by hand. Contexts:
 * `self`: the resident signed in, reading their own record. `act`: a decided act on one resident. `duty`: the privacy
 * officer. `region`: a system. Letters: s see, i insert, u update (or lock), d delete. What is not written is refused.
 * Another resident's rows are never seen, added, changed or deleted in `self` and `act`; an empty context never does
 * anything, but for adding lines to the audit.
 */
export type TableLocks = {
  readonly self?: string;
  readonly act?: string;
  readonly duty?: string;
  readonly region?: string;
  readonly empty?: string;
  /** Of rows that name the party itself (its list, its letters), whichever resident they are about. */
  readonly party?: string;
};

export const LOCKS: Readonly<Record<string, TableLocks>> = {
  'platform.grant': { self: 's', act: 's', duty: 's', region: 's' },
  'platform.audit': { self: 'si', act: 'si', duty: 'si', region: 'si', empty: 'i' },
  // An event is written with the change it tells of, and never read back but by who delivers it.
  // Changed through its functions, by the privacy officer only.
  'platform.restriction': { self: 's', act: 's', duty: 's', region: 's' },
  'platform.outbox': { act: 'i', region: 'siud' },
  // A team prints its own letters, and marks them; an act takes back what no longer holds; the privacy officer prints the
  // letters of the duty itself, of no team.
  'platform.message': { self: 's', act: 'siu', duty: 'su', region: 'siud', party: 'su' },
  'record.resident': { self: 's', act: 'siu', region: 'siu' },
  'record.resource': { self: 's', act: 'siu', region: 'siu' },
  'record.history': { self: 's', act: 'si', region: 'si' },
  // Only its own functions reach the identities.
  'record.identity': {},
  'record.person': { self: 's', act: 'siu', region: 'siu' },
  'record.attachment': { self: 's', act: 'siu', region: 'siu' },
  // What is kept from a resident: they do not learn that there is something.
  'record.withheld': { act: 'siu', duty: 's', region: 'siu' },
  // Whether a record goes on in another: for who knows either of the two.
  'record.misplaced': { self: 's', act: 'siu', duty: 's', region: 'siu' },
  'record.merged': { self: 's', act: 's', duty: 's', region: 'siu' },
  'record.timeline': { self: 's', act: 'si', region: 'sid' },
  // Deliveries to other systems: written and sent by works of our own only.
  'exchange.notification': { region: 'siud' },
  'pathways.case': { self: 's', act: 'siud', region: 'siud' },
  'pathways.happening': { self: 's', act: 'siud', region: 'siud' },
  'pathways.clock': { self: 's', act: 'siud', region: 'siud' },
  'pathways.pause': { self: 's', act: 'siud', region: 'siud' },
  'pathways.hand_over': { act: 'siud', region: 'siud', party: 's' },
  'pathways.appointment': { act: 'siud', region: 'siud' },
  'pathways.place': { act: 'siud', region: 'siud' },
  'pathways.move': { self: 's', act: 'siud', region: 'siud' },
  // The resident and the team; the privacy officer sees how far it is, and not what it has to say: that is sealed.
  'pathways.correction': { self: 's', act: 'siud', duty: 's', region: 'siud' },
  'pathways.worklist': { act: 'siud', region: 'siud', party: 's' },
  // The privacy officer works on requests; a resident sees their own, and makes and withdraws them in an act.
  'oversight.request': { self: 's', act: 'siu', duty: 'siu', region: 'siu' },
  'oversight.request_step': { self: 's', act: 'si', duty: 'siu', region: 'siu' },
  // Who breaks the glass writes the line, in that act; nobody but the officer, a system and the resident reads it.
  'oversight.break_glass': { self: 's', act: 'si', duty: 'siu', region: 'siu' },
  'oversight.flag': { duty: 'siud', region: 'siud' },
  'oversight.due': { duty: 'siud', region: 'siud' },
  'oversight.notice': { self: 's', act: 'si', duty: 'siu', region: 'siu' },
  // The team sees its own exchanges.
  'pathways.thread': { self: 's', act: 'siud', region: 'siud', party: 's' },
  'pathways.preference': { self: 's', act: 'siud', region: 'siud' },
  'pathways.invitation': { act: 'siud', region: 'siud' },
};

/**
 * Tables that name a resident and are read before anybody is known, so that no context exists yet: who signs in, and
 * the browser they signed in with. They hold no part of a record.
 */
export const BEFORE_ANYBODY = ['platform.account', 'platform.session'];
