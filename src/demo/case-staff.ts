import type { Organisation, Region } from '../content/index.ts';
import type { Actor } from '../platform/index.ts';
import { type HeldByPersona, type Persona, personasOf } from './personas.ts';

/** Who acts in the demo's cases: personas where there are, else a named fictional colleague of the same organisation. */
export type CaseStaff = {
  readonly nurseOf: (practice: string) => Actor;
  readonly coachOf: (team: string, second?: boolean) => Actor;
  readonly staffOf: (service: string) => Actor;
};

function inRole(person: Persona, role: HeldByPersona): Actor {
  return {
    person: person.person,
    name: person.name,
    role: role.code,
    roleRef: `PractitionerRole/${role.id}`,
    organisation: `Organization/${role.organisation}`,
    organisationName: role.organisationName,
    services: role.services.map((service) => `HealthcareService/${service}`),
  };
}

/** A persona at work, in their first role. */
export function personaAtWork(region: Region, id: string): Actor {
  const person = personasOf(region).find((one) => one.id === id);
  const role = person?.roles[0];
  if (!person || !role) throw new Error(`The demo has nobody at work called ${id}`);
  return inRole(person, role);
}

/** A resident, signed in. */
export function residentAtHome(id: string, name: string): Actor {
  const nowhere = { roleRef: '', organisation: '', organisationName: '', services: [] };
  return { ...nowhere, person: `Patient/${id}`, name, role: 'resident', residentId: id };
}

/** The people of a region's demo cases. */
export function caseStaff(region: Region): CaseStaff {
  const personas = personasOf(region);
  const organisations = new Map<string, Organisation>(region.organisations.map((one) => [one.id, one]));
  const persona = (
    code: string,
    test: (role: { readonly organisation: string; readonly services: readonly string[] }) => boolean,
  ): Actor | undefined => {
    for (const person of personas) {
      const role = person.roles.find((one) => one.code === code && test(one));
      if (role) return inRole(person, role);
    }
    return undefined;
  };
  const colleague = (
    id: string,
    name: string,
    role: Actor['role'],
    organisation: string,
    services: readonly string[],
  ): Actor => ({
    person: `Practitioner/${id}`,
    name,
    role,
    roleRef: `PractitionerRole/${id}`,
    organisation: `Organization/${organisation}`,
    organisationName: organisations.get(organisation)?.name ?? organisation,
    services: services.map((service) => `HealthcareService/${service}`),
  });
  const welfareOf = (team: string): string =>
    region.organisations.find((one) => one.teams.some((candidate) => candidate.id === team))?.id ?? '';
  const ownerOf = (service: string): string => region.services.find((one) => one.id === service)?.organisation ?? '';
  return {
    nurseOf: (practice) =>
      persona('practice-nurse', (role) => role.organisation === practice) ??
      colleague(`nurse-${practice}`, 'M. Voorbeeld', 'practice-nurse', practice, []),
    coachOf: (team, second = false) => {
      const found = persona('welfare-coach', (role) => role.services.includes(team));
      if (!second && found) return { ...found, services: [`HealthcareService/${team}`] };
      return colleague(`coach-${team}`, 'S. Proefsma', 'welfare-coach', welfareOf(team), [team]);
    },
    staffOf: (service) => {
      const found = persona('provider', (role) => role.services.includes(service));
      return found
        ? { ...found, services: [`HealthcareService/${service}`] }
        : colleague(`staff-${ownerOf(service)}`, 'J. Testema', 'provider', ownerOf(service), [service]);
    },
  };
}
