import { regionRoom, seedFigures } from '../../src/region/index.ts';
import { shippedRegion } from './pathways.ts';
import { type TestWeb, testWeb } from './web.ts';

const role = (persona: string, code: string, organisation: string) => ({
  id: persona,
  persona,
  code,
  organisation: `Organization/${organisation}`,
  organisationName: organisation,
});

/** The house with the room of the figures in it, over the region as shipped. */
export async function monitorWeb(options: Parameters<typeof regionRoom>[2] = {}): Promise<TestWeb> {
  const region = shippedRegion();
  const web = await testWeb({
    personas: [
      { id: 'adviser', name: 'Petra Voorbeeld', role: 'policy-adviser' },
      { id: 'enschede', name: 'Marit Voorbeeld', role: 'policy-adviser' },
      { id: 'coach', name: 'Wilma Voorbeeld', role: 'welfare-coach' },
    ],
    roles: [
      role('adviser', 'policy-adviser', 'samentwente'),
      role('enschede', 'policy-adviser', 'gemeente-enschede'),
      role('coach', 'welfare-coach', 'voorbeeld-welzijn-enschede'),
    ],
    settings: { RATE_LIMIT_SIGN_IN: '0', RATE_PUBLIC: '0' },
    change: (parts) => ({ ...parts, rooms: [regionRoom(parts.ground, region, options)] }),
  });
  await seedFigures(web.ground, region);
  return web;
}
