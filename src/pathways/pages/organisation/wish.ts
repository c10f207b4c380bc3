import { type OwnOrganisation, ROLES_WITH_SERVICES, type RoleWish } from '../../../directory/index.ts';
import { many, type Posted } from '../../../web/index.ts';

/** The roles that were ticked, each with the teams or services that were ticked; what does not fit is left out. */
export function wishesIn(posted: Posted, organisation: OwnOrganisation): readonly RoleWish[] {
  const services = servicesIn(posted, organisation);
  return organisation.roles
    .filter((code) => many(posted, 'role').includes(code))
    .map((code) => ({ code, services: ROLES_WITH_SERVICES.includes(code) ? services : [] }));
}

/** The teams or services of the organisation that were ticked. */
export function servicesIn(posted: Posted, organisation: OwnOrganisation): readonly string[] {
  const ticked = many(posted, 'services');
  return organisation.services.map(({ reference }) => reference).filter((one) => ticked.includes(one));
}

/** Whether a team or service must be chosen with these roles. */
export const needsServices = (wishes: readonly RoleWish[]): boolean =>
  wishes.some(({ code }) => ROLES_WITH_SERVICES.includes(code));
