import type { Region } from '../content/index.ts';
import type { Ground } from '../platform/index.ts';
import { keepPlan, type PlanChange, plansOf, supplyNumbers } from '../region/index.ts';
import { personaAtWork } from './case-staff.ts';

const DOOR = { door: 'bulk' } as const;

/** Plainly fictional plans: names begin with Voorbeeld, and so do partners. */
const PLANS: readonly (readonly [municipality: string, change: PlanChange])[] = [
  [
    'enschede',
    {
      name: 'Voorbeeldhof',
      place: 'Enschede',
      type: 'geclusterd',
      tenure: 'social',
      homes: 48,
      phase: 'building',
      year: 2027,
      partners: 'Voorbeeld Wonen, Voorbeeld Zorg',
      funding: 'Rond',
      obstacles: '',
    },
  ],
  [
    'enschede',
    {
      name: 'Voorbeeldflat zonder drempels',
      place: 'Enschede',
      type: 'nultreden',
      tenure: 'middle',
      homes: 120,
      phase: 'permit',
      year: 2028,
      partners: 'Voorbeeld Bouw',
      funding: 'Nog 10% te vinden',
      obstacles: 'Aansluiting op het stroomnet duurt lang',
    },
  ],
  [
    'hengelo',
    {
      name: 'Voorbeelderf',
      place: 'Beckum',
      type: 'zorggeschikt',
      tenure: 'social',
      homes: 24,
      phase: 'study',
      year: 2029,
      partners: 'Voorbeeld Zorg',
      funding: 'Subsidie gevraagd',
      obstacles: 'Er is nog geen grond',
    },
  ],
  [
    'hengelo',
    {
      name: 'Proefhuizen',
      place: 'Hengelo',
      type: 'nultreden',
      tenure: 'owner',
      homes: 36,
      phase: 'done',
      year: 2025,
      partners: 'Voorbeeld Bouw',
      funding: 'Rond',
      obstacles: '',
    },
  ],
  [
    'almelo',
    {
      name: 'Voorbeeldoord',
      place: 'Almelo',
      type: 'zorggeschikt',
      tenure: 'social',
      homes: 40,
      phase: 'permit',
      year: 2029,
      partners: 'Voorbeeld Zorg, Voorbeeld Wonen',
      funding: 'Rond',
      obstacles: '',
    },
  ],
  [
    'borne',
    {
      name: 'Voorbeeldtuin',
      place: 'Borne',
      type: 'geclusterd',
      tenure: 'other-rent',
      homes: 30,
      phase: 'decided',
      year: 2030,
      partners: 'Bewoners van de Voorbeeldtuin',
      funding: 'Deels',
      obstacles: '',
    },
  ],
];
/** Asked for priority, granted, and housed: made up, for one past year. */
const URGENCY: Readonly<Record<string, readonly [number, number, number]>> = {
  enschede: [210, 140, 120],
  hengelo: [95, 60, 50],
  borne: [18, 12, 11],
};

/** Housed, and agreed, of groups that ask for attention: made up, for one past year. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  enschede: {
    beperking: [45, 60],
    uitstroom: [70, 75],
    dakloos: [55, 50],
    statushouders: [210, 240],
    studenten: [90, 120],
  },
  hengelo: { beperking: [25, 20], uitstroom: [30, 35], dakloos: [20, 30], statushouders: [95, 105] },
  borne: { beperking: [4, 10], uitstroom: [12, 10], statushouders: [28, 30] },
};

/** Gives the demo plans for homes, an account on urgency and on groups that ask for attention, once. */
export async function seedHomes(ground: Ground, region: Region): Promise<void> {
  if ((await plansOf(ground.pool)).length > 0) return;
  const actor = personaAtWork(region, 'policy-adviser');
  const house = { ground, region };
  for (const [municipality, change] of PLANS) await keepPlan(house, actor, { municipality, change }, DOOR);
  const year = ground.clock.now().getUTCFullYear() - 1;
  for (const [municipality, [asked, granted, housed]] of Object.entries(URGENCY))
    await supplyNumbers(
      house,
      actor,
      { municipality, kind: 'urgency', year, state: '0', values: { asked, granted, housed } },
      DOOR,
    );
  for (const [municipality, groups] of Object.entries(GROUPS))
    await supplyNumbers(
      house,
      actor,
      {
        municipality,
        kind: 'group',
        year,
        state: '0',
        values: Object.fromEntries(
          Object.entries(groups).flatMap(([group, [housed, agreed]]) => [
            [`${group} housed`, housed],
            [`${group} agreed`, agreed],
          ]),
        ),
      },
      DOOR,
    );
}
