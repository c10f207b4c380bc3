import type { Facet, RoleCode } from './actor.ts';
import { PARTNER_SYSTEMS } from './partner.ts';

/** What connects an actor with a resident; it comes from a grant, or from what the actor is. */
export type Relation =
  | 'self'
  | 'referrer'
  | 'case-team'
  | 'offered'
  | 'supporting'
  | 'mandate'
  | 'duty'
  /** Treating care in need, for a while (LAW 6). */
  | 'emergency'
  /** The privacy officer, for one request of this resident. */
  | 'request'
  | 'own-service'
  | 'agreement'
  | 'none';

/** What people do; the word is the same in pages, API and audit. */
export type Act =
  | 'look-up'
  | 'register'
  | 'refer'
  | 'undo'
  | 'close-own'
  | 'answer'
  | 'support'
  | 'converse'
  | 'contact'
  | 'plan'
  | 'refer-on'
  | 'assign'
  | 'pause'
  | 'hand-over'
  | 'consent'
  | 'change-mind'
  | 'answer-questions'
  | 'break-glass'
  | 'ask'
  | 'message'
  | 'correct'
  | 'set-wishes'
  | 'refer-self'
  | 'own-goal'
  | 'look-at-audit'
  | 'oversee'
  | 'look-at-figures'
  /** To bring open figures of the region in, and to undo that. */
  | 'bring-in-figures'
  /** To keep what a municipality, or the owners together, say of homes. */
  | 'keep-homes'
  /** To keep what-if scenarios of the region, have them run and share them; no resident is in them. */
  | 'weigh-scenarios'
  | 'keep-directory'
  | 'report-death'
  | 'administer'
  | 'withhold'
  /** What care writes: conditions, medicines, letters and the like, under an agreement. */
  | 'record-care'
  /** What a provider's own system writes to who asked it, about that request. */
  | 'write-letter'
  | 'keep-secret'
  | 'merge'
  /** To ask to be told of events. */
  | 'subscribe';

export type Purpose =
  | 'support-referral'
  | 'self'
  | 'privacy-duty'
  | 'emergency'
  | 'region-figures'
  | 'directory'
  | 'organisation'
  | 'agreement'
  | 'debt-help';

/** One row of the table: for this role in this relation, what is seen whole, what only where one's own party is named, and what may be done. */
export type AccessRow = {
  readonly role: RoleCode;
  readonly relation: Relation;
  readonly whole: readonly Facet[];
  readonly own: readonly Facet[];
  readonly acts: readonly Act[];
  readonly purpose: Purpose;
  readonly ground: string;
};

const EVERYTHING: readonly Facet[] = [
  'identity',
  'referral',
  'conversation',
  'contact',
  'consent',
  'team',
  'trail',
  'care',
];
const CARE = 'GDPR 6(1)(c), 9(2)(h); WGBO BW 7:457';
const WELFARE = 'GDPR 6(1)(e), 9(2)(a); Wmo 2015';
const EMERGENCY = 'GDPR 6(1)(d), 9(2)(c); WGBO BW 7:466';
const PROVIDER = 'GDPR 6(1)(a), 9(2)(a)';

/** Who sees what between care and welfare (LAW, table; purposes stay apart: LAW 2). What is not here is denied. */
export const ACCESS: readonly AccessRow[] = [
  {
    role: 'practice-nurse',
    relation: 'none',
    whole: [],
    own: [],
    acts: ['look-up', 'register', 'refer', 'break-glass'],
    purpose: 'support-referral',
    ground: CARE,
  },
  {
    role: 'practice-nurse',
    relation: 'referrer',
    whole: ['identity'],
    own: ['referral', 'consent'],
    acts: ['refer', 'undo', 'close-own', 'consent', 'report-death', 'keep-secret', 'merge', 'break-glass'],
    purpose: 'support-referral',
    ground: CARE,
  },
  {
    role: 'gp',
    relation: 'none',
    whole: [],
    own: [],
    acts: ['look-up', 'register', 'refer', 'break-glass'],
    purpose: 'support-referral',
    ground: CARE,
  },
  {
    role: 'gp',
    relation: 'referrer',
    whole: ['identity'],
    own: ['referral', 'consent'],
    acts: ['refer', 'undo', 'close-own', 'consent', 'report-death', 'keep-secret', 'merge', 'break-glass'],
    purpose: 'support-referral',
    ground: CARE,
  },
  {
    role: 'welfare-coach',
    relation: 'case-team',
    whole: ['identity', 'referral', 'conversation', 'contact', 'consent', 'team'],
    own: [],
    acts: [
      'answer',
      'converse',
      'contact',
      'plan',
      'refer-on',
      'undo',
      'support',
      'assign',
      'pause',
      'hand-over',
      'consent',
      'answer-questions',
      'close-own',
      'report-death',
      'message',
      'set-wishes',
      'withhold',
      'keep-secret',
    ],
    purpose: 'support-referral',
    ground: WELFARE,
  },
  {
    role: 'welfare-coach',
    relation: 'offered',
    whole: [],
    own: ['referral'],
    acts: ['answer'],
    purpose: 'support-referral',
    ground: WELFARE,
  },
  {
    role: 'coordinator',
    relation: 'case-team',
    whole: ['identity', 'referral', 'conversation', 'contact', 'consent', 'team'],
    own: [],
    acts: [
      'answer',
      'contact',
      'plan',
      'undo',
      'assign',
      'pause',
      'hand-over',
      'message',
      'set-wishes',
      'report-death',
      'withhold',
      'keep-secret',
      'merge',
    ],
    purpose: 'support-referral',
    ground: WELFARE,
  },
  {
    role: 'coordinator',
    relation: 'offered',
    whole: [],
    own: ['referral'],
    acts: ['answer'],
    purpose: 'support-referral',
    ground: WELFARE,
  },
  {
    role: 'provider',
    relation: 'offered',
    whole: [],
    own: ['referral'],
    acts: ['answer'],
    purpose: 'support-referral',
    ground: PROVIDER,
  },
  {
    role: 'provider',
    relation: 'supporting',
    whole: ['identity'],
    own: ['referral', 'contact'],
    acts: ['answer', 'support'],
    purpose: 'support-referral',
    ground: PROVIDER,
  },
  {
    role: 'provider',
    relation: 'own-service',
    whole: [],
    own: [],
    acts: ['keep-directory'],
    purpose: 'directory',
    ground: 'agreement with the region on the directory',
  },
  {
    role: 'resident',
    relation: 'self',
    whole: EVERYTHING,
    own: [],
    acts: [
      'consent',
      'change-mind',
      'answer-questions',
      'message',
      'correct',
      'set-wishes',
      'refer-self',
      'own-goal',
      'ask',
    ],
    purpose: 'self',
    ground: 'GDPR 15; WGBO BW 7:456',
  },
  {
    // Keeps people, roles and teams of the own organisation, and nothing of any resident.
    role: 'organisation-admin',
    relation: 'none',
    whole: [],
    own: [],
    acts: ['administer'],
    purpose: 'organisation',
    ground: 'GDPR 6(1)(c)(f), 32; NEN 7513',
  },
  {
    role: 'privacy-officer',
    relation: 'duty',
    whole: ['trail'],
    own: [],
    acts: ['look-at-audit', 'oversee'],
    purpose: 'privacy-duty',
    ground: 'GDPR 6(1)(c), 39',
  },
  // Content only through a request of the resident, on one page, and written down (LAW, table).
  {
    role: 'privacy-officer',
    relation: 'request',
    whole: EVERYTHING,
    own: [],
    acts: [],
    purpose: 'privacy-duty',
    ground: 'GDPR 6(1)(c), 12, 15-21',
  },
  // Break-glass: who treats, and nobody else; what it opens is read on one page and ends by itself (decision 31).
  ...(['practice-nurse', 'gp'] as const).map(
    (role): AccessRow => ({
      role,
      relation: 'emergency',
      whole: ['identity', 'referral', 'contact', 'conversation', 'care'],
      own: [],
      acts: [],
      purpose: 'emergency',
      ground: EMERGENCY,
    }),
  ),
  {
    role: 'policy-adviser',
    relation: 'duty',
    whole: [],
    own: [],
    acts: ['look-at-figures', 'bring-in-figures', 'keep-homes', 'weigh-scenarios'],
    purpose: 'region-figures',
    ground: 'published figures',
  },
  ...PARTNER_SYSTEMS,
  {
    role: 'system',
    relation: 'agreement',
    whole: EVERYTHING,
    own: [],
    acts: [
      'look-up',
      'register',
      'refer',
      'undo',
      'close-own',
      'answer',
      'support',
      'converse',
      'contact',
      'plan',
      'refer-on',
      'assign',
      'pause',
      'hand-over',
      'consent',
      'change-mind',
      'answer-questions',
      'message',
      'correct',
      'set-wishes',
      'keep-directory',
      'report-death',
      'withhold',
      'keep-secret',
      'merge',
      'record-care',
      'write-letter',
      'subscribe',
    ],
    purpose: 'agreement',
    ground: 'GDPR 28 agreement',
  },
];
