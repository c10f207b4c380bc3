/** Where the pages of this room live; one place, so that a link and its route cannot drift apart. */
export const paths = {
  practice: '/praktijk',
  find: '/praktijk/verwijzen',
  found: (ticket: string) => `/praktijk/verwijzen/gevonden?voor=${ticket}`,
  nobody: (ticket: string) => `/praktijk/verwijzen/niemand?van=${ticket}`,
  register: '/praktijk/inschrijven',
  registerFrom: (ticket: string) => `/praktijk/inschrijven?van=${ticket}`,
  newReferral: '/praktijk/verwijzing/nieuw',
  newReferralFor: (ticket: string) => `/praktijk/verwijzing/nieuw?voor=${ticket}`,
  referral: (caseId: string, part = '') => `/praktijk/verwijzing/${caseId}${part ? `/${part}` : ''}`,
  work: '/werk',
  handOver: '/werk/overdragen',
  handBack: '/werk/overdragen/terug',
  assignMany: '/werk/toewijzen',
  offer: (task: string) => `/werk/aanmelding/${task}`,
  messages: '/werk/berichten',
  case: (caseId: string, part = '') => `/werk/zaak/${caseId}${part ? `/${part}` : ''}`,
} as const;
