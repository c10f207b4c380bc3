import { parseArgs } from 'node:util';
import type { Said } from './client-commands.ts';
import { organisationOf } from './directory/index.ts';
import { openHouse } from './open.ts';
import { closeSite, listSites, registerSite } from './platform/identity/index.ts';
import { type Config, type Ground, systemActor, textIn, withActor } from './platform/index.ts';

const OPTIONS = {
  name: { type: 'string' },
  organisation: { type: 'string' },
  'client-id': { type: 'string' },
  'secret-from': { type: 'string' },
  letters: { type: 'boolean' },
} as const;

const OPERATOR = systemActor('operator');

/** How the command is called. */
export const EHR_USAGE = `ehr add <FHIR base address> --name <name> --organisation <id> --client-id <id> [--secret-from <VARIABLE>] [--letters]
ehr close <FHIR base address>
ehr list`;

/** The command `omzien ehr add | close | list`: systems of practices from which Omzien may be opened. */
export async function ehrCommand(given: readonly string[], config: Config): Promise<Said> {
  await using open = new AsyncDisposableStack();
  const { ground } = await openHouse(config, open, { whenRunning: 'join' });
  const signIn = config.identity.kind === 'external' ? config.identity.issuer : `${config.publicUrl}/demo/oidc`;
  return keepSites(ground, given, { signIn, loopback: config.mode === 'demo', environment: process.env });
}

type Rules = {
  readonly signIn: string;
  readonly loopback: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** The same on an open house. A secret is read from the environment, so that it stands in no history of commands. */
export async function keepSites(ground: Ground, given: readonly string[], rules: Rules): Promise<Said> {
  const [what, ...rest] = given;
  const read = readOptions(rest);
  const [issuer] = read?.positionals ?? [];
  if (what === 'list') {
    const sites = await listSites(ground.pool, ground.keys);
    const lines = sites.map(
      (site) =>
        `${site.issuer}  ${site.name}${site.closedAt ? '  (closed)' : ''}\n  for      ${site.organisation}\n  client   ${site.clientId}${site.clientSecret ? ' (with a secret)' : ''}\n  letters  ${site.takesLetters ? 'written back' : 'no'}`,
    );
    return { code: 0, text: lines.length === 0 ? 'No system is registered.' : lines.join('\n\n') };
  }
  if (!read || !issuer || (what !== 'add' && what !== 'close')) return wrong(EHR_USAGE);
  if (what === 'close') {
    if (!(await closeSite(ground.pool, issuer, ground.clock.now()))) return wrong(`There is no open system ${issuer}.`);
    await note(ground, issuer, 'closed');
    return { code: 0, text: `Nobody opens Omzien from ${issuer} any more.` };
  }
  const { values } = read;
  const organisation = `Organization/${values.organisation ?? ''}`;
  const known = await withActor(ground, OPERATOR, { kind: 'none' }, (trx) => organisationOf(trx, organisation));
  if (!known) return wrong(`There is no organisation ${values.organisation ?? '(say which)'} in the directory.`);
  const from = values['secret-from'];
  if (from !== undefined && !rules.environment[from]) return wrong(`The environment has no variable ${from}.`);
  const done = await registerSite(
    ground.pool,
    ground.keys,
    {
      ...{ issuer, organisation, organisationName: known.name },
      name: values.name ?? '',
      clientId: values['client-id'] ?? '',
      clientSecret: from === undefined ? undefined : rules.environment[from],
      takesLetters: values.letters ?? false,
    },
    { at: ground.clock.now(), signIn: rules.signIn, loopback: rules.loopback },
  );
  if (!done.ok) return wrong(textIn(done.problem.text, 'en'));
  await note(ground, issuer, 'registered');
  return { code: 0, text: `The people of ${known.name} may open Omzien from ${issuer}.` };
}

function readOptions(given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], options: OPTIONS, allowPositionals: true });
  } catch {
    return undefined;
  }
}

/** What an operator did with a system, in the log. */
async function note(ground: Ground, issuer: string, detail: string): Promise<void> {
  await ground.audit.write({
    actor: OPERATOR,
    action: 'acted',
    allowed: true,
    subjectType: 'LaunchSite',
    subjectId: issuer,
    purpose: 'agreement',
    ground: 'GDPR 28 agreement',
    door: 'job',
    detail,
  });
}

const wrong = (text: string): Said => ({ code: 1, text });
