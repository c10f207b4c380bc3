import type { RoleCode } from '../platform/index.ts';

/** One role of a persona. `services`: team or service slugs; 'all' stands for every service of the organisation. */
export type PersonaRole = {
  readonly id: string;
  readonly code: RoleCode;
  readonly organisation: string;
  readonly services: readonly string[] | 'all';
};

/** A person at work whom a visitor of the demo may be; nobody real bears these names. */
export type PersonAtWork = {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly roles: readonly [PersonaRole, ...PersonaRole[]];
};

const role = (
  code: RoleCode,
  organisation: string,
  services: PersonaRole['services'] = [],
): Omit<PersonaRole, 'id'> => ({ code, organisation, services });

/** A person with roles; the first role bears the person's id, the next ones a number. */
function person(id: string, given: string, family: string, ...roles: Omit<PersonaRole, 'id'>[]): PersonAtWork {
  const [first, ...others] = roles.map((one, index) => ({ ...one, id: index === 0 ? id : `${id}-${index + 1}` }));
  if (!first) throw new Error(`${id} needs a role`);
  return { id, given, family, roles: [first, ...others] };
}

const NOORD = ['voorbeeld-welzijn-enschede-noord'];
const WELZIJN = 'voorbeeld-welzijn-enschede';

/** Everyone at work in the demo, in the order in which the sign-in page shows them. */
export const PEOPLE_AT_WORK: readonly PersonAtWork[] = [
  person('nurse-enschede', 'Petra', 'Voorbeeld', role('practice-nurse', 'voorbeeldpraktijk-de-brink-enschede')),
  person('nurse-hengelo', 'Harm', 'Proefsma', role('practice-nurse', 'voorbeeldpraktijk-de-es-hengelo')),
  person('gp-enschede', 'Hans', 'van Voorbeeld', role('gp', 'voorbeeldpraktijk-de-brink-enschede')),
  person('gp-hengelo', 'Gerda', 'Proefkamp', role('gp', 'voorbeeldpraktijk-de-es-hengelo')),
  person('coach-noord', 'Wilma', 'Voorbeeldsma', role('welfare-coach', WELZIJN, NOORD)),
  person('coach-noord-colleague', 'Karim', 'Proefstra', role('welfare-coach', WELZIJN, NOORD)),
  person('coach-zuid', 'Zwanet', 'van der Proef', role('welfare-coach', WELZIJN, ['voorbeeld-welzijn-enschede-zuid'])),
  person('provider-beweegpunt', 'Bas', 'Voorbeeldhof', role('provider', 'voorbeeld-beweegpunt-enschede', 'all')),
  person('provider-ontmoeting', 'Olga', 'Proefhuis', role('provider', 'voorbeeld-ontmoeting-enschede', 'all')),
  person('coordinator-noord', 'Corrie', 'Voorbeeldbrink', role('coordinator', WELZIJN, NOORD)),
  person(
    'coordinator-hengelo',
    'Co',
    'Proefmans',
    role('coordinator', 'voorbeeld-welzijn-hengelo', ['voorbeeld-welzijn-hengelo-team']),
  ),
  person(
    'two-employers',
    'Tamara',
    'Voorbeeld-Proef',
    role('welfare-coach', 'voorbeeld-welzijn-hengelo', ['voorbeeld-welzijn-hengelo-team']),
    role('provider', 'voorbeeld-wonen-enschede', 'all'),
  ),
  person('admin-welzijn', 'Arend', 'Voorbeeldinga', role('organisation-admin', WELZIJN)),
  person('admin-hengelo', 'Astrid', 'Proefink', role('organisation-admin', 'voorbeeld-welzijn-hengelo')),
  person('admin-brink', 'Aukje', 'Voorbeeldma', role('organisation-admin', 'voorbeeldpraktijk-de-brink-enschede')),
  person('admin-beweegpunt', 'Anton', 'Proefkate', role('organisation-admin', 'voorbeeld-beweegpunt-enschede')),
  person('privacy-officer', 'Fenna', 'Proefhof', role('privacy-officer', 'samentwente')),
  person('policy-adviser', 'Bregje', 'Voorbeeldkamp', role('policy-adviser', 'samentwente')),
  // Two who speak for one municipality: they keep its plans for homes.
  person('policy-enschede', 'Marit', 'Voorbeeldkate', role('policy-adviser', 'gemeente-enschede')),
  person('policy-hengelo', 'Joost', 'Proefhuizen', role('policy-adviser', 'gemeente-hengelo')),
  person('debt-officer', 'Sjoerd', 'Proefinga', role('debt-officer', 'voorbeeld-schuldhulp-enschede')),
];
