import { join } from 'node:path';
import { type App, type AppParts, composeApp } from './compose.ts';
import type { Region } from './content/index.ts';
import { directoryRoom } from './directory/index.ts';
import { apiRoom } from './exchange/index.ts';
import { type Opened, openHouse } from './open.ts';
import { oversightRoom } from './oversight/index.ts';
import { letterRoom, peopleRoom, practiceCoachRoom, sweepClocks, sweepPauses } from './pathways/index.ts';
import { describeError, jsonLog, type Log } from './platform/http/index.ts';
import { forgetful } from './platform/identity/index.ts';
import { type Config, readConfig } from './platform/index.ts';
import { smtpPost } from './platform/mail/index.ts';
import { openData, openFigures, regionRoom, withMadeUp } from './region/index.ts';
import { inWords, listen, type StopAsked, stopAsked } from './serve.ts';
import type { WebRoom } from './web/index.ts';

/** Starts Omzien and stays until it is asked to stop. What was opened is closed in reverse, whatever happens. */
async function main(config: Config, asked: Promise<StopAsked>): Promise<number> {
  await using open = new AsyncDisposableStack();
  const house = await openHouse(config, open);
  const outside = config.mode === 'demo' ? await demo(config, house, () => whole) : production(config);
  const whole: App = composeApp({
    config,
    ground: house.ground,
    ...outside.parts,
    rooms: [
      engineRoom(house),
      practiceCoachRoom(house.ground),
      peopleRoom(house.ground),
      letterRoom(house.ground, outside.parts.systems),
      directoryRoom(house.ground, house.region),
      apiRoom(house.ground, house.region, openFigures(house.ground, figuresOf(config, house.region))),
      oversightRoom(house.ground),
      regionRoom(house.ground, house.region, {
        openData: config.openDataUrl === undefined ? undefined : openData({ base: config.openDataUrl }),
      }),
      ...outside.rooms,
    ],
    readiness: house.readiness,
    workerUrl: house.workerUrl,
    // Who tries a demo in a terminal reads what goes wrong; an operator gets a line for each request.
    log: config.mode === 'demo' ? problemsOnly : jsonLog,
    post: config.smtpUrl ? smtpPost(config.smtpUrl, sender(config)) : undefined,
  });
  open.defer(() => whole.notifier.stop());
  open.defer(() => whole.events.stop());
  open.defer(() => whole.jobs.stop());
  await whole.jobs.start();
  const server = await listen(whole.app, config);
  open.defer(() => server.stop());
  console.log([...house.warnings, ...outside.says, `Omzien is ready: ${config.publicUrl}`].join('\n'));
  // What fell due while Omzien was not there is done now.
  whole.jobs.sweepNow().catch((error) => jsonLog('error', { event: 'sweep failed', ...describeError(error) }));
  const { why, code } = await asked;
  console.log(`Omzien stops (${why}).`);
  return code;
}

/** In a demo, what Omzien counts itself is made up, and open data say so. */
const figuresOf = ({ mode }: Config, region: Region): Region => (mode === 'demo' ? withMadeUp(region, 'nl') : region);

/** The pathway engine by itself: what passed its last day is found by the clock. First, so that others tell of it. */
const engineRoom = ({ ground }: Opened): WebRoom => ({
  name: 'engine',
  sweeps: [
    // First what runs on, then what is late.
    { name: 'pauses', run: async () => void (await sweepPauses(ground)) },
    { name: 'clocks', run: async () => void (await sweepClocks(ground)) },
  ],
});

/** What the mode brings along: who vouches for people, rooms of its own, and what an operator reads at the start. */
type Outside = {
  readonly parts: Pick<AppParts, 'identity' | 'keySet' | 'mounts' | 'systems'>;
  readonly rooms: readonly WebRoom[];
  readonly says: readonly string[];
};

function production({ identity, smtpUrl }: Config): Outside {
  if (identity.kind !== 'external') throw new Error('Production has an OpenID provider of its own.');
  const says = smtpUrl ? [] : ['SMTP_URL is not set: no mail is sent.'];
  return { parts: { identity }, rooms: [], says };
}

/** How many synthetic residents a demo begins with; `omzien demo --residents N` adds to them. */
const RESIDENTS = 2000;

/** The demo is loaded here only, so that production never has it in the house. */
async function demo(config: Config, house: Opened, whole: () => App): Promise<Outside> {
  const { NEWCOMERS, publicPersona, seedCases, seedDemo, seedHomes, seedLife, seedPastMonths, seedScenarios } =
    await import('./demo/index.ts');
  const { createIdentityProvider } = await import('./demo/identity/index.ts');
  const { demoRoom, personaPage } = await import('./demo/pages/index.ts');
  const { createTestEhr, EHR_CLIENT, EHR_USERS, ehrPatients, ehrRoom, seedEhr } = await import('./demo/ehr/index.ts');
  const issuer = `${config.publicUrl}/demo/oidc`;
  const { personas } = await seedDemo(house.ground, house.region, { issuer, residents: RESIDENTS });
  await seedCases(house.ground, house.region, { residents: RESIDENTS });
  await seedLife(house.ground, house.region, config.publicUrl);
  await seedPastMonths(house.ground, house.region);
  await seedHomes(house.ground, house.region);
  await seedScenarios(house.ground, house.region);
  const provider = await createIdentityProvider({
    issuer,
    personas: [...personas, ...NEWCOMERS],
    keysDir: join(config.home, 'identity'),
    audience: `${config.publicUrl}/fhir/r4`,
    redirectUris: [`${config.publicUrl}/inloggen/terug`],
    startOver: '/inloggen',
    renderLogin: personaPage,
  });
  const ehr = await createTestEhr({
    base: `${config.publicUrl}/demo/ehr`,
    users: EHR_USERS,
    patients: await ehrPatients(house.ground, house.region, RESIDENTS),
    client: { ...EHR_CLIENT, redirectUri: `${config.publicUrl}/launch/terug` },
  });
  await seedEhr(house.ground, ehr);
  const moveClock = async (milliseconds: number): Promise<void> => {
    await house.moveClock?.(milliseconds);
    await whole().jobs.sweepNow();
  };
  const own = { ...provider.webClient, issuer, idTokenAlgorithm: 'ES256', handle: provider.handle };
  const identity = config.identity.kind === 'external' ? config.identity : own;
  return {
    parts: {
      identity,
      ...(identity === own ? { keySet: provider.keySet } : {}),
      mounts: [
        { path: '/demo/oidc', handle: forgetful(provider.handle, ['_session']) },
        ...['/demo/ehr/fhir', '/demo/ehr/auth'].map((path) => ({ path, handle: ehr.handle })),
      ],
      systems: { fetch: ehr.fetch },
    },
    rooms: [demoRoom({ personas: personas.map(publicPersona), moveClock }), ehrRoom(ehr)],
    says: [
      'Everyone in this demo is made up. Whom you can be (sign in, or use the id as an OAuth2 client with secret "demo"):',
      ...personas.map(
        ({ id, name, role, organisation }) =>
          `  ${id.padEnd(24)} ${[name, role, organisation].filter((text) => text !== '').join(', ')}`,
      ),
    ],
  };
}

const problemsOnly: Log = (level, line) => {
  if (level !== 'info') jsonLog(level, line);
};

const sender = ({ publicUrl }: Config) => `Omzien <omzien@${new URL(publicUrl).hostname}>`;

const read = readConfig(process.env);
if (!read.ok) {
  console.error([read.problem.title, ...read.problem.mistakes.map((mistake) => `- ${mistake}`)].join('\n'));
  process.exit(1);
}
try {
  process.exit(await main(read.value, stopAsked(jsonLog)));
} catch (error) {
  console.error(inWords(error));
  process.exit(1);
}
