import { fileURLToPath } from 'node:url';
import { loadRegion, type Region } from '../../src/content/index.ts';
import { definitionsOf, type NewResident, type PathwayGround, withPathways } from '../../src/pathways/index.ts';
import type { Actor, FixedClock, RoleCode } from '../../src/platform/index.ts';
import { actor, testGround } from './ground.ts';

let region: Region | undefined;

/** The region as shipped, loaded once a process. */
export function shippedRegion(): Region {
  if (!region) {
    const loaded = loadRegion(fileURLToPath(new URL('../../region/twente', import.meta.url)));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes));
    region = loaded.region;
  }
  return region;
}

/** People of a small town for tests of the engine: their roles are in the database, as sign-in would find them. */
export const PEOPLE = {
  nurse: worker('nurse', 'practice-nurse', 'voorbeeldpraktijk-de-brink-enschede'),
  otherNurse: worker('other-nurse', 'practice-nurse', 'voorbeeldpraktijk-de-es-hengelo'),
  coach: worker('coach', 'welfare-coach', 'voorbeeld-welzijn-enschede', ['voorbeeld-welzijn-enschede-noord']),
  colleague: worker('colleague', 'welfare-coach', 'voorbeeld-welzijn-enschede', ['voorbeeld-welzijn-enschede-noord']),
  otherCoach: worker('other-coach', 'welfare-coach', 'voorbeeld-welzijn-enschede', ['voorbeeld-welzijn-enschede-zuid']),
  coordinator: worker('coordinator', 'coordinator', 'voorbeeld-welzijn-enschede', ['voorbeeld-welzijn-enschede-noord']),
} as const;

function worker(id: string, role: RoleCode, organisation: string, services: readonly string[] = []): Actor {
  return actor({
    role,
    person: `Practitioner/${id}`,
    name: `${id} Voorbeeld`,
    roleRef: `PractitionerRole/${id}`,
    organisation: `Organization/${organisation}`,
    organisationName: organisation,
    services: services.map((service) => `HealthcareService/${service}`),
  });
}

/** Staff of one service. */
export function staffOf(service: string): Actor {
  return worker(`staff-${service}`, 'provider', 'aanbieder', [service]);
}

/** The resident themself, signed in. */
export function residentActor(resident: string): Actor {
  return actor({ role: 'resident', person: `Patient/${resident}`, name: 'Inwoner', roleRef: '', residentId: resident });
}

/** A ground with the pathway engine on a database of its own, and the people above in it. */
export async function testPathways(options: { readonly at?: string; readonly region?: Region } = {}): Promise<{
  readonly ground: PathwayGround;
  readonly clock: FixedClock;
  readonly ownerUrl: string;
  readonly stop: () => Promise<void>;
}> {
  const made = await testGround(options);
  const ground = withPathways({ ...made.ground, definitions: definitionsOf(options.region ?? shippedRegion()) });
  for (const person of Object.values(PEOPLE)) {
    await ground.pool.query(
      'insert into platform.role (id, person, person_name, code, organisation, services) values ($1, $2, $3, $4, $5, $6)',
      [
        person.roleRef.slice('PractitionerRole/'.length),
        person.person,
        person.name,
        person.role,
        person.organisation,
        person.services,
      ],
    );
  }
  return { ground, clock: made.clock, ownerUrl: made.ownerUrl, stop: made.stop };
}

/** Somebody whom a practice registers; the family name is given, the rest where it matters. */
export const newcomer = (family: string, more: Partial<NewResident> = {}): NewResident => ({
  given: 'Anna',
  family,
  birthDate: '1948-03-02',
  gender: 'female',
  street: 'Voorbeeldstraat 1',
  postcode: '7511 AB',
  city: 'Enschede',
  municipality: 'Enschede',
  language: 'nl',
  ...more,
});
