import type { OwnOrganisation } from '../../../directory/index.ts';

/** Where an administrator's pages live. A person goes by the id of their Practitioner. */
export const adminPaths = {
  overview: '/organisatie',
  people: '/organisatie/mensen',
  invite: '/organisatie/mensen/nieuw',
  resend: (id: string) => `/organisatie/uitnodiging/${id}/opnieuw`,
  withdraw: (id: string) => `/organisatie/uitnodiging/${id}/intrekken`,
  person: (id: string, part = '') => `/organisatie/mensen/${id}${part ? `/${part}` : ''}`,
  teams: '/organisatie/teams',
  tie: (practice: string) => `/organisatie/teams/${practice}`,
  rights: '/organisatie/rechten',
  figures: '/organisatie/cijfers',
  figuresFile: '/organisatie/cijfers/bestand',
} as const;

/** The id of a reference: `Practitioner/x` is `x`. */
export const idIn = (reference: string): string => reference.slice(reference.indexOf('/') + 1);

/** The names of teams or services of an organisation by their reference; one that it no longer has goes by its id. */
export function serviceNames(organisation: OwnOrganisation): (reference: string) => string {
  const names = new Map(organisation.services.map(({ reference, name }) => [reference, name]));
  return (reference) => names.get(reference) ?? idIn(reference);
}
