import type { Region, Service } from '../../src/content/index.ts';
import { directoryRoom, seedDirectory } from '../../src/directory/index.ts';
import type { WebRoom } from '../../src/web/index.ts';
import { shippedRegion } from './pathways.ts';
import { type TestWeb, testWeb } from './web.ts';

/** A service with everything long that nobody confirmed for half a year. */
export const LONG_SERVICE = 'lange-naam-enschede';
/** Services of the provider who can sign in as `provider`; `other` gives another one. */
export const OWN_SERVICES = ['wandelgroep-enschede', 'buurtsportcoach-enschede', LONG_SERVICE] as const;
export const OTHER_SERVICE = 'eettafel-enschede';

export type DirectoryWeb = TestWeb & {
  readonly region: Region;
  /** Every line of the server's log so far, as JSON. */
  readonly logged: readonly string[];
};

/** The house with the room of the directory in it, over the region as shipped and one service with long words. */
export async function directoryWeb(settings: Readonly<Record<string, string>> = {}): Promise<DirectoryWeb> {
  const shipped = shippedRegion();
  const like = shipped.services.find(({ id }) => id === 'wandelgroep-enschede') as Service;
  const long: Service = {
    ...like,
    id: LONG_SERVICE,
    name: 'Buurtontmoetingsactiviteitencentrum voor iedereen die dat graag wil in de wijk Stroinkslanden',
    description: `${'U bent welkom, ook als u er nooit eerder was. '.repeat(8).trim()}`,
    audience: {
      ...like.audience,
      text: 'Mensen die een arbeidsongeschiktheidsverzekering hebben',
      residentsOnly: true,
    },
    when: [...like.when, { weekday: 'saturday', from: '09:00', to: '21:30' }],
    whenNote: 'Niet in de schoolvakanties',
    places: 12,
    placesFree: 3,
    languages: ['nl', 'en', 'de', 'ar', 'tr', 'pl', 'uk', 'ti', 'fa', 'so', 'fr', 'es', 'ru'],
    confirmed: { on: '2025-12-01', by: 'Voorbeeld Beweegpunt Enschede' },
    fullUntil: '2027-01-15',
  };
  const region: Region = { ...shipped, services: [...shipped.services, long] };
  let room: WebRoom | undefined;
  const logged: string[] = [];
  const web = await testWeb({
    settings: { RATE_LIMIT_SIGN_IN: '0', RATE_PUBLIC: '0', ...settings },
    personas: [
      { id: 'provider', name: 'Bas Voorbeeldhof', role: 'provider' },
      { id: 'other', name: 'Olga Proefhuis', role: 'provider' },
      { id: 'coach', name: 'Wilma Voorbeeldsma', role: 'welfare-coach' },
      { id: 'system', name: 'Proefsysteem', role: 'system' },
    ],
    roles: [
      {
        id: 'provider',
        persona: 'provider',
        code: 'provider',
        organisation: 'Organization/voorbeeld-beweegpunt-enschede',
        organisationName: 'Voorbeeld Beweegpunt Enschede',
        services: OWN_SERVICES.map((id) => `HealthcareService/${id}`),
      },
      {
        id: 'other',
        persona: 'other',
        code: 'provider',
        organisation: 'Organization/voorbeeld-ontmoeting-enschede',
        organisationName: 'Voorbeeld Ontmoeting Enschede',
        services: [`HealthcareService/${OTHER_SERVICE}`],
      },
      {
        id: 'coach',
        persona: 'coach',
        code: 'welfare-coach',
        organisation: 'Organization/voorbeeld-welzijn-enschede',
        organisationName: 'Voorbeeld Welzijn Enschede',
        services: ['HealthcareService/voorbeeld-welzijn-enschede-noord'],
      },
    ],
    change: (parts) => {
      room = directoryRoom(parts.ground, region);
      return { ...parts, rooms: [room], log: (level, line) => void logged.push(JSON.stringify({ level, ...line })) };
    },
  });
  await seedDirectory(web.ground, region);
  return { ...web, region, logged };
}

/** A form of a service, filled in rightly; `version` comes beside it. */
export const EDIT: Readonly<Record<string, string | readonly string[]>> = {
  waitingDays: '14',
  places: '12',
  placesFree: '4',
  'when-0-weekday': 'tuesday',
  'when-0-from': '9.30',
  'when-0-to': '11',
  whenNote: 'Niet in de schoolvakanties.',
  description: 'U wandelt met anderen door de stad. Daarna is er koffie.',
  phone: '085 000 00 77',
  languages: ['nl', 'tr'],
  costPer: 'session',
  amount: '2,50',
  costNote: 'Koffie hoort erbij',
};
