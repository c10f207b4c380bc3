import { apiRoom } from '../../src/exchange/index.ts';
import { definitionsOf, type PathwayGround, withPathways } from '../../src/pathways/index.ts';
import { registerClient } from '../../src/platform/identity/index.ts';
import { type FixedClock, fixedClock } from '../../src/platform/index.ts';
import { createResource } from '../../src/record/index.ts';
import { openFigures } from '../../src/region/index.ts';
import { assertion, partnerKey, tokenForm } from './clients.ts';
import { SYSTEM } from './ground.ts';
import { PEOPLE, shippedRegion } from './pathways.ts';
import { startReceiver, type TestReceiver } from './receiver.ts';
import { type TestWeb, testWeb } from './web.ts';

type Json = Record<string, unknown>;

/** The house with a regional system, a second one, and the case system of the team of `PEOPLE.coach`. */
export type Partners = TestWeb & {
  readonly pathways: PathwayGround;
  /** The clock of the pauses between tries. */
  readonly pauses: FixedClock;
  /** Asks as a system, with a token of its own (or of these scopes). */
  readonly ask: (
    who: string | undefined,
    method: string,
    path: string,
    body?: unknown,
    given?: { readonly headers?: Record<string, string>; readonly scope?: string },
  ) => Promise<{ readonly status: number; readonly headers: Headers; readonly text: string; readonly body: Json }>;
  readonly receiver: () => Promise<TestReceiver>;
  /** Delivers what happened: the outbox first, then everybody who listens. */
  readonly deliver: () => Promise<void>;
  /** Something happens to somebody: gives the id of what was written. */
  readonly happens: (resident: string, type?: 'Observation' | 'Goal') => Promise<string>;
  readonly resident: () => Promise<string>;
};

export const SYSTEMS = { regional: 'demo-system', other: 'ander-systeem', municipal: 'zaaksysteem' } as const;

export async function testPartners(): Promise<Partners> {
  const listening: TestReceiver[] = [];
  // Addresses are known before the house is built, as an operator would list them.
  for (let n = 0; n < 6; n++) listening.push(await startReceiver());
  let pathways: PathwayGround | undefined;
  const pauses = fixedClock(new Date().toISOString());
  const web = await testWeb({
    personas: [
      { id: SYSTEMS.regional, name: 'Proefsysteem', role: 'system' },
      { id: SYSTEMS.other, name: 'Ander systeem', role: 'system' },
      { id: 'coach', name: 'coach Voorbeeld', role: 'welfare-coach' },
    ],
    roles: Object.values(PEOPLE).map((person) => ({
      id: person.roleRef.slice('PractitionerRole/'.length),
      persona: person.person.slice('Practitioner/'.length),
      code: person.role,
      organisation: person.organisation,
      organisationName: person.organisationName,
      services: person.services,
    })),
    settings: { NOTIFY_ORIGINS: listening.map(({ origin }) => origin).join(','), RATE_SYSTEM: '0' },
    change: (parts) => {
      const region = shippedRegion();
      pathways = withPathways({ ...parts.ground, definitions: definitionsOf(region) });
      return { ...parts, ground: pathways, pauses, rooms: [apiRoom(pathways, region, openFigures(pathways, region))] };
    },
  });
  const key = await partnerKey('sleutel-1');
  const registered = await registerClient(
    web.ground.pool,
    {
      id: SYSTEMS.municipal,
      name: 'Zaaksysteem Voorbeeld',
      organisation: PEOPLE.coach.organisation,
      organisationName: PEOPLE.coach.organisationName,
      services: PEOPLE.coach.services,
      scopes: ['system/*.cruds'],
      purpose: 'volgen van verwijzingen',
      readsBsn: false,
      keys: { jwks: { keys: [key.shown] } },
    },
    web.wall.now(),
    false,
  );
  if (!registered.ok) throw new Error(JSON.stringify(registered.problem));
  const clientToken = async (scope?: string): Promise<Response> => {
    const at = `${web.config.publicUrl}/auth/token`;
    const jwt = await assertion(key, SYSTEMS.municipal, at, web.wall.now());
    return web.app.fetch(new Request(at, { method: 'POST', body: tokenForm(jwt, scope) }));
  };
  const tokens = new Map<string, string>();
  const tokenOf = async (who: string, scope?: string): Promise<string> => {
    const key = `${who} ${scope ?? ''}`;
    const known = tokens.get(key);
    if (known) return known;
    const answer = await (who === SYSTEMS.municipal
      ? clientToken(scope)
      : web.provider.handle(
          new Request(`${web.provider.issuer}/token`, {
            method: 'POST',
            body: new URLSearchParams({
              grant_type: 'client_credentials',
              client_id: who,
              client_secret: 'demo',
              ...(scope ? { scope } : {}),
            }),
          }),
        ));
    const { access_token: token = '' } = (await answer.json()) as { access_token?: string };
    tokens.set(key, token);
    return token;
  };
  const DOOR = { door: 'fhir' } as const;
  const made = async (type: 'Patient' | 'Observation' | 'Goal', resource: Json): Promise<string> => {
    const text = JSON.stringify({ resourceType: type, ...resource });
    const written = await createResource(pathways!, SYSTEM, type, { resource: JSON.parse(text), text }, DOOR);
    if (!written.ok) throw new Error(JSON.stringify(written.problem));
    return written.value.id;
  };
  let number = 0;
  return {
    ...web,
    pathways: pathways!,
    pauses,
    ask: async (who, method, path, body, { headers = {}, scope } = {}) => {
      const answer = await web.app.fetch(
        new Request(new URL(path, web.config.publicUrl), {
          method,
          headers: {
            ...(who === undefined ? {} : { authorization: `Bearer ${await tokenOf(who, scope)}` }),
            ...(body === undefined
              ? {}
              : { 'content-type': path.startsWith('/fhir') ? 'application/fhir+json' : 'application/json' }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
      );
      const text = await answer.text();
      return {
        status: answer.status,
        headers: answer.headers,
        text,
        body: text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as Json) : {},
      };
    },
    receiver: async () => {
      const one = listening.shift();
      if (!one) throw new Error('No receiver is left: list more of them.');
      return one;
    },
    deliver: async () => {
      await web.whole.events.drain();
      await web.whole.notifier.drain();
    },
    resident: () =>
      made('Patient', {
        name: [{ family: `Voorbeeld${++number}`, given: ['Inwoner'] }],
        birthDate: '1950-01-01',
        gender: 'female',
      }),
    happens: (resident, type = 'Observation') =>
      made(
        type,
        type === 'Observation'
          ? { status: 'final', code: { text: 'Bloeddruk' }, subject: { reference: `Patient/${resident}` } }
          : {
              lifecycleStatus: 'active',
              description: { text: 'Meer lopen' },
              subject: { reference: `Patient/${resident}` },
            },
      ),
    stop: async () => {
      await web.whole.notifier.stop();
      await Promise.all(listening.map((one) => one.down()));
      await web.stop();
    },
  };
}

const GUIDE = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition';

/** A Subscription as a partner sends it. */
export function subscriptionOf(
  type: string,
  endpoint: string,
  more: { readonly header?: readonly string[]; readonly filter?: string; readonly channel?: readonly Json[] } = {},
): Json {
  return {
    resourceType: 'Subscription',
    meta: { profile: [`${GUIDE}/backport-subscription`] },
    status: 'requested',
    reason: 'Volgen wat er gebeurt',
    criteria: `https://omzien.example/fhir/SubscriptionTopic/${type}`,
    ...(more.filter
      ? { _criteria: { extension: [{ url: `${GUIDE}/backport-filter-criteria`, valueString: more.filter }] } }
      : {}),
    channel: {
      ...(more.channel ? { extension: more.channel } : {}),
      type: 'rest-hook',
      endpoint,
      payload: 'application/fhir+json',
      _payload: { extension: [{ url: `${GUIDE}/backport-payload-content`, valueCode: 'id-only' }] },
      ...(more.header ? { header: more.header } : {}),
    },
  };
}

export const channelExtension = (name: 'heartbeat-period' | 'timeout' | 'max-count', value: number): Json => ({
  url: `${GUIDE}/backport-${name}`,
  [name === 'max-count' ? 'valuePositiveInt' : 'valueUnsignedInt']: value,
});
