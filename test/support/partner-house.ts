import { createServer } from 'node:net';
import { putManyRegional, seedDirectory } from '../../src/directory/index.ts';
import { apiRoom } from '../../src/exchange/index.ts';
import { OMZIEN, type Resource } from '../../src/fhir/index.ts';
import {
  definitionResources,
  definitionsOf,
  type PathwayGround,
  practiceCoachRoom,
  withPathways,
} from '../../src/pathways/index.ts';
import { registerClient } from '../../src/platform/identity/index.ts';
import { withActor } from '../../src/platform/index.ts';
import { openFigures, seedFigures } from '../../src/region/index.ts';
import { listen } from '../../src/serve.ts';
import { assertion, type PartnerKey, partnerKey, tokenForm } from './clients.ts';
import { SYSTEM } from './ground.ts';
import { shippedRegion } from './pathways.ts';
import { startReceiver, type TestReceiver } from './receiver.ts';
import { type TestWeb, testWeb } from './web.ts';

/** What the agreement of the example hospital names: what J1 asks, and no more. */
export const HOSPITAL_SCOPES = [
  'system/Patient.crs',
  'system/Consent.crs',
  'system/ServiceRequest.crus',
  'system/Task.crus',
  'system/DocumentReference.rs',
  'system/Organization.rs',
  'system/HealthcareService.rs',
  'system/Location.rs',
  'system/PractitionerRole.rs',
  'system/Practitioner.rs',
  'system/PlanDefinition.rs',
  'system/Subscription.cruds',
] as const;

export const HOSPITAL = 'voorbeeldziekenhuis';
export const COACH = 'coach-noord';

/** Omzien on a port of this machine, with the region's directory, a coach who can sign in, and a hospital without our screens. */
export type PartnerHouse = {
  readonly url: string;
  readonly fhir: string;
  readonly web: TestWeb;
  readonly ground: PathwayGround;
  readonly key: PartnerKey;
  /** A token of the hospital's system, by its own key. */
  readonly token: (client?: string) => Promise<string>;
  /** Registers one more system. */
  readonly register: (id: string, actsFor: ActsFor) => Promise<void>;
  /** Where the hospital listens for notifications; on the operator's list. */
  readonly receiver: TestReceiver;
  /** Tells everybody who listens what happened until now. */
  readonly deliver: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** For whom a client acts: an organisation, and the services that it answers for. */
export type ActsFor = {
  readonly organisation: string;
  readonly services?: readonly string[];
  readonly scopes?: readonly string[];
};

/** Starts it. `others`: clients beside `ziekenhuis-epd`. */
export async function partnerHouse(others: Readonly<Record<string, ActsFor>> = {}): Promise<PartnerHouse> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const region = shippedRegion();
  let ground: PathwayGround | undefined;
  const welfare = 'voorbeeld-welzijn-enschede';
  const receiver = await startReceiver();
  const web = await testWeb({
    publicUrl: url,
    settings: { RATE_SIGN_IN: '0', RATE_SYSTEM: '0', PORT: String(port), NOTIFY_ORIGINS: receiver.origin },
    personas: [{ id: COACH, name: 'Wilma Voorbeeldsma', role: 'welfare-coach' }],
    roles: [
      {
        ...{ id: COACH, persona: COACH, code: 'welfare-coach' },
        ...{ organisation: `Organization/${welfare}`, organisationName: 'Voorbeeld Welzijn Enschede' },
        services: [`HealthcareService/${welfare}-noord`],
      },
    ],
    change: (parts) => {
      ground = withPathways({ ...parts.ground, definitions: definitionsOf(region) });
      return {
        ...parts,
        ground,
        rooms: [practiceCoachRoom(ground), apiRoom(ground, region, openFigures(ground, region))],
      };
    },
  });
  if (!ground) throw new Error('There is no ground');
  const own = ground;
  await seedDirectory(own, region, definitionResources(region, OMZIEN) as unknown as readonly Resource[]);
  await seedFigures(own, region);
  await withActor(own, SYSTEM, { kind: 'none' }, (trx) =>
    putManyRegional(own, trx, [
      { resourceType: 'Organization', id: HOSPITAL, active: true, name: 'Voorbeeldziekenhuis' },
      {
        resourceType: 'PractitionerRole',
        id: COACH,
        active: true,
        practitioner: { reference: `Practitioner/${COACH}`, display: 'Wilma Voorbeeldsma' },
        organization: { reference: `Organization/${welfare}` },
        healthcareService: [{ reference: `HealthcareService/${welfare}-noord` }],
        code: [{ coding: [{ system: `${OMZIEN}/CodeSystem/role`, code: 'welfare-coach' }] }],
      },
    ]),
  );
  const key = await partnerKey('een');
  const register = async (id: string, { organisation, services = [], scopes = HOSPITAL_SCOPES }: ActsFor) => {
    const done = await registerClient(
      web.ground.pool,
      {
        ...{ id, name: `Systeem van ${organisation}`, organisation: `Organization/${organisation}` },
        ...{ organisationName: organisation, services, scopes },
        ...{
          purpose: 'verwijzen naar welzijn',
          readsBsn: services.length === 0,
          keys: { jwks: { keys: [key.shown] } },
        },
      },
      web.wall.now(),
      true,
    );
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
  };
  for (const [id, actsFor] of Object.entries({ 'ziekenhuis-epd': { organisation: HOSPITAL }, ...others }))
    await register(id, actsFor);
  const server = await listen(web.app, { host: '127.0.0.1', port });
  return {
    url,
    fhir: `${url}/fhir/r4`,
    web,
    ground: own,
    key,
    token: async (client = 'ziekenhuis-epd') => {
      const form = tokenForm(await assertion(key, client, `${url}/auth/token`, web.wall.now()));
      const answer = await fetch(`${url}/auth/token`, { method: 'POST', body: form });
      const body = (await answer.json()) as { readonly access_token?: string };
      if (!body.access_token) throw new Error(JSON.stringify(body));
      return body.access_token;
    },
    register,
    receiver,
    deliver: async () => {
      await web.whole.events.drain();
      await web.whole.notifier.drain();
    },
    stop: async () => {
      await server.stop();
      await web.whole.notifier.stop();
      await receiver.down();
      await web.stop();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}
