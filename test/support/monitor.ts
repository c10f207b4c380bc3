import { regionRoom, seedFigures } from '../../src/region/index.ts';
import { shippedRegion } from './pathways.ts';
import { type TestWeb, testWeb } from './web.ts';

/** The house with the room of the figures in it, over the region as shipped. */
export async function monitorWeb(): Promise<TestWeb> {
  const region = shippedRegion();
  const web = await testWeb({
    personas: [{ id: 'adviser', name: 'Petra Voorbeeld', role: 'policy-adviser' }],
    settings: { RATE_LIMIT_SIGN_IN: '0', RATE_PUBLIC: '0' },
    change: (parts) => ({ ...parts, rooms: [regionRoom(parts.ground, region)] }),
  });
  await seedFigures(web.ground, region);
  return web;
}
