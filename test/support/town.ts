import { seedDirectory } from '../../src/directory/index.ts';
import { definitionsOf, type PathwayGround, withPathways } from '../../src/pathways/index.ts';
import { practiceCoachRoom } from '../../src/pathways/pages/room-practice-coach.tsx';
import type { Actor, RoleCode } from '../../src/platform/index.ts';
import { shippedRegion } from './pathways.ts';
import { type TestWeb, testWeb, type Visitor } from './web.ts';

const NOORD = 'HealthcareService/voorbeeld-welzijn-enschede-noord';
const ZUID = 'HealthcareService/voorbeeld-welzijn-enschede-zuid';

const STAFF = [
  {
    id: 'nurse',
    name: 'Nora Naaste',
    code: 'practice-nurse',
    organisation: 'voorbeeldpraktijk-de-brink-enschede',
    services: [],
  },
  {
    id: 'other-nurse',
    name: 'Olga Oord',
    code: 'practice-nurse',
    organisation: 'voorbeeldpraktijk-de-es-hengelo',
    services: [],
  },
  {
    id: 'coach',
    name: 'Carla Coach',
    code: 'welfare-coach',
    organisation: 'voorbeeld-welzijn-enschede',
    services: [NOORD],
  },
  {
    id: 'colleague',
    name: 'Karim Collega',
    code: 'welfare-coach',
    organisation: 'voorbeeld-welzijn-enschede',
    services: [NOORD],
  },
  {
    id: 'other-coach',
    name: 'Zoë Zuid',
    code: 'welfare-coach',
    organisation: 'voorbeeld-welzijn-enschede',
    services: [ZUID],
  },
  {
    id: 'coordinator',
    name: 'Coby Ordening',
    code: 'coordinator',
    organisation: 'voorbeeld-welzijn-enschede',
    services: [NOORD, ZUID],
  },
] as const satisfies readonly {
  id: string;
  name: string;
  code: RoleCode;
  organisation: string;
  services: readonly string[];
}[];

/** Somebody who works in the town of these tests. */
export type Staff = (typeof STAFF)[number]['id'];

/** A small town with its pages: practices, two teams and a coordinator, on a database of its own. */
export type Town = {
  readonly web: TestWeb;
  readonly ground: PathwayGround;
  readonly actor: (id: Staff) => Actor;
  readonly visit: (id: Staff) => Promise<Visitor>;
  readonly stop: () => Promise<void>;
};

/** Opens the town. `publicUrl`: where a browser finds it. */
export async function openTown(publicUrl?: string): Promise<Town> {
  const region = shippedRegion();
  const definitions = definitionsOf(region);
  let ground: PathwayGround | undefined;
  const web = await testWeb({
    personas: STAFF.map(({ id, name, code }) => ({ id, name, role: code })),
    roles: STAFF.map(({ id, code, organisation, services }) => ({
      id,
      persona: id,
      code,
      organisation: `Organization/${organisation}`,
      organisationName: definitions.organisationName(organisation),
      services,
    })),
    ...(publicUrl ? { publicUrl } : {}),
    change: (parts) => {
      ground = withPathways({ ...parts.ground, definitions });
      return { ...parts, ground, rooms: [practiceCoachRoom(ground)] };
    },
  });
  if (!ground) throw new Error('The town has no ground.');
  const found = ground;
  // Proposals read the services as their providers keep them.
  await seedDirectory(found, region);
  const visits = new Map<Staff, Promise<Visitor>>();
  return {
    web,
    ground: found,
    actor: (id) => {
      const one = STAFF.find((staff) => staff.id === id)!;
      return {
        role: one.code,
        person: `Practitioner/${id}`,
        name: one.name,
        roleRef: `PractitionerRole/${id}`,
        organisation: `Organization/${one.organisation}`,
        organisationName: definitions.organisationName(one.organisation),
        services: one.services,
      };
    },
    visit: (id) => {
      const known = visits.get(id) ?? web.signIn(id);
      visits.set(id, known);
      return known;
    },
    stop: web.stop,
  };
}
