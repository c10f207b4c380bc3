import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { BOUNDARY_USAGE, boundaryCommand } from './boundary-commands.ts';
import { CLIENT_USAGE, clientCommand } from './client-commands.ts';
import { loadRegion, regionCheckReport } from './content/index.ts';
import { INVITE_DAYS, inviteFirst, keptTies } from './directory/index.ts';
import { EHR_USAGE, ehrCommand } from './ehr-commands.ts';
import { openHouse, seed } from './open.ts';
import { connectDatabase, createPool, migrate } from './platform/database/index.ts';
import {
  ACCESS,
  type Config,
  createAuditWriter,
  deriveKeys,
  readConfig,
  systemClock,
  textIn,
} from './platform/index.ts';
import { installJobs } from './platform/jobs/index.ts';
import { appliedRegion, applyRegion, ContentProblem, regionChanges } from './region-content.ts';
import { exportServices, keptDifferences } from './region-export.ts';
import { inWords } from './serve.ts';

/** One command: `omzien <name> …`. It gives the exit code. */
type Command = {
  readonly name: string;
  readonly usage: string;
  readonly about: string;
  readonly run: (given: readonly string[], config: () => Config) => Promise<number>;
};

const regionCheck: Command = {
  name: 'region check',
  usage: 'region check [folder]',
  about: 'Reads the content of a region and tells every mistake: file, line, and what to write instead.',
  run: async ([folder], config) => {
    const { ok, text } = regionCheckReport(folder ? resolve(folder) : config().region);
    (ok ? console.log : console.error)(text);
    return ok ? 0 : 1;
  },
};

const regionApply: Command = {
  name: 'region apply',
  usage: 'region apply [--yes]',
  about: 'Shows what the content would change in Omzien; with --yes it is taken over. Restart Omzien afterwards.',
  run: async (given, config) => {
    const settings = config();
    await using open = new AsyncDisposableStack();
    const database = await connectDatabase(settings, { whenRunning: 'join' });
    open.defer(() => database.stop());
    await migrate({ ownerUrl: database.ownerUrl, mode: settings.mode });
    const pool = createPool(database.appUrl, 4);
    open.defer(() => pool.end());
    const loaded = loadRegion(settings.region);
    if (!loaded.ok) throw new ContentProblem(regionCheckReport(settings.region).text);
    const before = await appliedRegion(pool);
    const changes = before ? regionChanges(before, loaded.region) : ['everything: this database has no content yet'];
    const kept = before
      ? [...(await keptDifferences(pool, loaded.region)), ...(await keptTies(pool, loaded.region.ties))]
      : [];
    console.log(changes.length + kept.length === 0 ? 'Nothing differs.' : [...changes, ...kept].join('\n'));
    if (kept.length > 0)
      console.log('\n= was changed in Omzien and stays; to write it into the content: npm run omzien -- region export');
    if (changes.length === 0) return 0;
    if (!given.includes('--yes')) {
      console.log('\n+ is new, ~ is changed, - is gone (what is gone stays in the database).');
      console.log('Nothing was taken over. To do so: npm run omzien -- region apply --yes');
      return 0;
    }
    const audit = createAuditWriter(pool, systemClock);
    open.defer(() => audit.stop());
    const ground = { pool, clock: systemClock, keys: deriveKeys(settings.secret), access: ACCESS, audit };
    await applyRegion(pool, settings.region, (region) => seed(ground, region));
    console.log('\nTaken over. Restart Omzien to work with it.');
    return 0;
  },
};

const regionExport: Command = {
  name: 'region export',
  usage: 'region export [folder]',
  about: 'Writes what people changed in Omzien (services) into the content of the region, or into a copy of it.',
  run: async ([folder], config) => {
    const settings = config();
    await using open = new AsyncDisposableStack();
    const database = await connectDatabase(settings, { whenRunning: 'join' });
    open.defer(() => database.stop());
    await migrate({ ownerUrl: database.ownerUrl, mode: settings.mode });
    const pool = createPool(database.appUrl, 2);
    open.defer(() => pool.end());
    const to = folder ? resolve(folder) : settings.region;
    if (folder) cpSync(settings.region, to, { recursive: true });
    const { files, missing } = await exportServices(pool, to);
    console.log(files.length === 0 ? 'The content says the same as Omzien.' : `Written in ${to}:\n${files.join('\n')}`);
    if (missing.length > 0) console.log(`Not in the content any more: ${missing.join(', ')}`);
    const { ok, text } = regionCheckReport(to);
    (ok ? console.log : console.error)(text);
    return ok ? 0 : 1;
  },
};

const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate',
  about: 'Brings the database up to date, as its owner. Starting Omzien does this as well.',
  run: async (_, config) => {
    const settings = config();
    await using open = new AsyncDisposableStack();
    const database = await connectDatabase(settings, { whenRunning: 'join' });
    open.defer(() => database.stop());
    const { applied } = await migrate({ ownerUrl: database.ownerUrl, mode: settings.mode });
    await installJobs(database);
    console.log(applied.length === 0 ? 'The database was up to date.' : `Applied: ${applied.join(', ')}`);
    return 0;
  },
};

const demoCommand: Command = {
  name: 'demo',
  usage: 'demo --residents N',
  about:
    'Fills the demo up to N synthetic residents, with cases; also beside an Omzien that runs. Never in production.',
  run: async (given, config) => {
    const settings = config();
    const residents = Number(given[given.indexOf('--residents') + 1]);
    if (!given.includes('--residents') || !Number.isInteger(residents) || residents < 0)
      return wrong('Say how many: demo --residents 2000');
    if (settings.mode !== 'demo') return wrong('Production has no synthetic residents.');
    await using open = new AsyncDisposableStack();
    const { ground, region } = await openHouse(settings, open, { whenRunning: 'join' });
    const { seedCases, seedDemo } = await import('./demo/index.ts');
    const began = performance.now();
    const filled = await seedDemo(ground, region, { issuer: `${settings.publicUrl}/demo/oidc`, residents });
    const cases = await seedCases(ground, region, { residents });
    const { created, present, refused } = filled.residents;
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`${created} residents made, ${present} were there, ${cases} cases made, in ${seconds} s.`);
    if (refused.length > 0) return wrong(`${refused.length} residents were refused.`);
    return 0;
  },
};

const inviteAdmin: Command = {
  name: 'invite-admin',
  usage: 'invite-admin <organisation> <mail> <first name> <family name>',
  about: 'Invites the first administrator of an organisation; prints the link, and mails it where mail is sent.',
  run: async (given, config) => {
    const [organisation, mail, first, ...family] = given.filter((word) => !word.startsWith('-'));
    if (!organisation || !mail?.includes('@') || !first || family.length === 0)
      return wrong(
        'Say whom: invite-admin voorbeeld-welzijn-enschede naam@organisatie.nl Voornaam Achternaam\nThe organisation goes by the id that it has in the content of the region.',
      );
    const settings = config();
    await using open = new AsyncDisposableStack();
    const { ground } = await openHouse(settings, open, { whenRunning: 'join' });
    const made = await inviteFirst(
      ground,
      { organisation, mail, given: first, family: family.join(' ') },
      settings.publicUrl,
    );
    if (!made.ok) return wrong(textIn(made.problem.text, 'en'));
    console.log(`${made.value.link}\nThe link works once, for ${INVITE_DAYS} days. Give it to nobody else.`);
    return 0;
  },
};

const clients: Command = {
  name: 'client',
  usage: 'client add | keys | revoke | list',
  about: 'Registers systems of partners with their public keys, gives them other keys, closes them, lists them.',
  run: async (given, config) => {
    const { code, text } = given.length === 0 ? { code: 1, text: CLIENT_USAGE } : await clientCommand(given, config());
    (code === 0 ? console.log : console.error)(text);
    return code;
  },
};

const systems: Command = {
  name: 'ehr',
  usage: 'ehr add | close | list',
  about: 'Keeps the systems of practices from which Omzien may be opened for a patient.',
  run: async (given, config) => {
    const { code, text } = given.length === 0 ? { code: 1, text: EHR_USAGE } : await ehrCommand(given, config());
    (code === 0 ? console.log : console.error)(text);
    return code;
  },
};

const boundaries: Command = {
  name: 'import boundaries',
  usage: 'import boundaries <file or address> | --remove',
  about: 'Takes the boundaries of the municipalities over from GeoJSON, for a map beside the tiles; or away.',
  run: async (given, config) => {
    const { code, text } =
      given.length === 0 ? { code: 1, text: BOUNDARY_USAGE } : await boundaryCommand(given, config());
    (code === 0 ? console.log : console.error)(text);
    return code;
  },
};

const commands: readonly Command[] = [
  regionCheck,
  regionApply,
  regionExport,
  migrateCommand,
  demoCommand,
  inviteAdmin,
  clients,
  systems,
  boundaries,
];

function wrong(sentence: string): number {
  console.error(sentence);
  return 1;
}

function help(): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  const lines = commands.map(({ usage, about }) => `  ${usage.padEnd(width)}  ${about}`);
  return ['Usage: npm run omzien -- <command>', '', ...lines, '', 'Settings are read as `npm start` reads them.'].join(
    '\n',
  );
}

function config(): Config {
  const read = readConfig(process.env);
  if (read.ok) return read.value;
  console.error([read.problem.title, ...read.problem.mistakes.map((mistake) => `- ${mistake}`)].join('\n'));
  process.exit(1);
}

const given = process.argv.slice(2);
const words = given.filter((word) => !word.startsWith('-'));
const command = commands.find(({ name }) => words.join(' ').startsWith(name));
if (!command) {
  const asked = words.length === 0 || words[0] === 'help' || given.includes('--help');
  (asked ? console.log : console.error)(asked ? help() : `There is no command "${words.join(' ')}".\n\n${help()}`);
  process.exit(asked ? 0 : 1);
}
try {
  process.exit(await command.run(given.slice(command.name.split(' ').length), config));
} catch (error) {
  console.error(inWords(error));
  process.exit(1);
}
