import { after, before } from 'node:test';
import { COACH, type PartnerHouse, partnerHouse } from '../support/partner-house.ts';
import type { Visitor } from '../support/web.ts';
import { connectTests } from './partners/connect.ts';
import { hospitalTests } from './partners/hospital.ts';
import { providerTests } from './partners/provider.ts';

/** Partners with systems of their own, all in one house that is started once. */
let house: PartnerHouse;
let coach: Visitor;
before(async () => {
  house = await partnerHouse({ 'ander-epd': { organisation: 'voorbeeld-beweegpunt-enschede' } });
  coach = await house.web.signIn(COACH);
});
after(() => house.stop());

hospitalTests(() => ({ house, coach }));
providerTests(() => ({ house, coach }));
connectTests(() => ({ house, coach }));
