import type { AccessRow } from './table.ts';

/**
 * A system of one organisation (a hospital, a GP system, a provider's own): what the people of that organisation may,
 * within the scopes of its client, under an agreement. Part of the one table.
 */
export const PARTNER_SYSTEMS: readonly AccessRow[] = [
  {
    role: 'partner-system',
    relation: 'none',
    whole: [],
    own: [],
    acts: ['look-up', 'register', 'refer', 'consent', 'subscribe'],
    purpose: 'support-referral',
    ground: 'GDPR 28 agreement; GDPR 6(1)(c), 9(2)(h); WGBO BW 7:457',
  },
  {
    role: 'partner-system',
    relation: 'referrer',
    whole: ['identity'],
    own: ['referral', 'consent'],
    acts: ['refer', 'undo', 'close-own', 'consent', 'subscribe'],
    purpose: 'support-referral',
    ground: 'GDPR 28 agreement; GDPR 6(1)(c), 9(2)(h); WGBO BW 7:457',
  },
  {
    role: 'partner-system',
    relation: 'offered',
    whole: [],
    own: ['referral'],
    acts: ['answer', 'subscribe'],
    purpose: 'support-referral',
    ground: 'GDPR 28 agreement; GDPR 6(1)(a), 9(2)(a)',
  },
  {
    role: 'partner-system',
    relation: 'supporting',
    whole: ['identity'],
    own: ['referral', 'contact'],
    acts: ['answer', 'support', 'write-letter', 'subscribe'],
    purpose: 'support-referral',
    ground: 'GDPR 28 agreement; GDPR 6(1)(a), 9(2)(a)',
  },
  // The case system of the organisation whose team has the case: which referrals there are and how far they are, and not
  // who they are about (decision 41).
  {
    role: 'partner-system',
    relation: 'case-team',
    whole: ['referral'],
    own: [],
    acts: ['subscribe'],
    purpose: 'support-referral',
    ground: 'GDPR 28 agreement; GDPR 6(1)(e); Wmo 2015',
  },
];
