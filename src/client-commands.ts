import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { JSONWebKeySet } from 'jose';
import { organisationOf } from './directory/index.ts';
import { openHouse } from './open.ts';
import {
  type Client,
  type ClientKeys,
  listClients,
  mistakeInKeys,
  registerClient,
  replaceKeys,
  revokeClient,
} from './platform/identity/index.ts';
import { type Config, type Ground, systemActor, textIn, withActor } from './platform/index.ts';

const OPTIONS = {
  name: { type: 'string' },
  organisation: { type: 'string' },
  service: { type: 'string', multiple: true },
  scope: { type: 'string' },
  purpose: { type: 'string' },
  jwks: { type: 'string' },
  'jwks-uri': { type: 'string' },
  bsn: { type: 'boolean' },
} as const;

const OPERATOR = systemActor('operator');

/** What `omzien client …` answers, and with which exit code. */
export type Said = { readonly code: 0 | 1; readonly text: string };

/** The command `omzien client add | keys | revoke | list`: systems of partners, kept by the operator. */
export async function clientCommand(given: readonly string[], config: Config): Promise<Said> {
  await using open = new AsyncDisposableStack();
  const { ground } = await openHouse(config, open, { whenRunning: 'join' });
  return keepClients(ground, given, config.mode === 'demo');
}

/** The same on an open house. `demo`: keys may be read at an address on this machine. */
export async function keepClients(ground: Ground, given: readonly string[], demo: boolean): Promise<Said> {
  const [what, ...rest] = given;
  const read = readOptions(rest);
  if (what === 'list') {
    const clients = await listClients(ground.pool);
    return said(clients.length === 0 ? 'No client is registered.' : clients.map(lineOf).join('\n\n'));
  }
  const id = read?.positionals[0];
  if (!read || !id) return wrong(CLIENT_USAGE);
  if (what === 'revoke') return close(ground, id);
  if (what !== 'add' && what !== 'keys') return wrong(CLIENT_USAGE);
  const keys = keysIn(read.values);
  if (typeof keys === 'string') return wrong(keys);
  return what === 'add' ? add(ground, id, keys, read.values, demo) : turnKeys(ground, id, keys, demo);
}

type Values = NonNullable<ReturnType<typeof readOptions>>['values'];

function readOptions(given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], options: OPTIONS, allowPositionals: true });
  } catch {
    return undefined;
  }
}

async function close(ground: Ground, id: string): Promise<Said> {
  if (!(await revokeClient(ground.pool, id, ground.clock.now()))) return wrong(`There is no open client ${id}.`);
  await note(ground, id, 'revoked');
  return said(`${id} is closed. Its tokens open nothing from its next request on.`);
}

async function turnKeys(ground: Ground, id: string, keys: ClientKeys, demo: boolean): Promise<Said> {
  const mistake = mistakeInKeys(keys, demo);
  if (mistake) return wrong(mistake);
  if (!(await replaceKeys(ground.pool, id, keys))) return wrong(`There is no client ${id}.`);
  await note(ground, id, 'keys replaced');
  return said(`${id} signs with the new keys from now on. Tokens that it holds go on to their end.`);
}

async function add(ground: Ground, id: string, keys: ClientKeys, values: Values, demo: boolean): Promise<Said> {
  const organisation = values.organisation && `Organization/${values.organisation}`;
  const services = (values.service ?? []).map((service) => `HealthcareService/${service}`);
  const known = organisation
    ? await withActor(ground, OPERATOR, { kind: 'none' }, (trx) => organisationOf(trx, organisation))
    : undefined;
  if (organisation && !known) return wrong(`There is no organisation ${values.organisation} in the directory.`);
  // A team of coaches has people behind it, and a case is opened on its yes: it answers on its pages.
  const strange = services.find(
    (service) => known?.kind === 'welfare' || !known?.services.some(({ reference }) => reference === service),
  );
  if (strange) return wrong(`${strange} is not a service that ${values.organisation ?? 'nobody'} can answer for.`);
  const scopes = (values.scope ?? '').split(/[\s,]+/).filter(Boolean);
  const client = {
    ...{ id, scopes, services, keys, organisation: organisation || undefined },
    name: values.name ?? '',
    organisationName: known?.name ?? '',
    purpose: values.purpose ?? '',
    readsBsn: values.bsn ?? false,
  };
  const added = await registerClient(ground.pool, client, ground.clock.now(), demo);
  if (!added.ok) return wrong(textIn(added.problem.text, 'en'));
  await note(ground, id, `registered: ${scopes.join(' ')}`);
  return said(`${id} is registered. It signs in at the token endpoint with its own key; see docs/connect.md.`);
}

function keysIn(values: Values): ClientKeys | string {
  const { jwks, 'jwks-uri': jwksUri } = values;
  if ((jwks === undefined) === (jwksUri === undefined))
    return 'Say where the public keys are: --jwks <file> or --jwks-uri <address>, one of the two.';
  if (jwksUri !== undefined) return { jwksUri };
  try {
    return { jwks: JSON.parse(readFileSync(jwks ?? '', 'utf8')) as JSONWebKeySet };
  } catch {
    return `${jwks} cannot be read as JSON.`;
  }
}

/** What an operator did with a client, in the log. */
async function note(ground: Ground, id: string, detail: string): Promise<void> {
  await ground.audit.write({
    actor: OPERATOR,
    action: 'acted',
    allowed: true,
    subjectType: 'Client',
    subjectId: id,
    purpose: 'agreement',
    ground: 'GDPR 28 agreement',
    door: 'job',
    detail,
  });
}

function lineOf(client: Client): string {
  const keys = 'jwksUri' in client.keys ? client.keys.jwksUri : client.keys.jwks.keys.map(({ kid }) => kid).join(', ');
  return [
    `${client.id}  ${client.name}${client.revokedAt ? `  (closed ${client.revokedAt.toISOString().slice(0, 10)})` : ''}`,
    `  for      ${client.organisation ?? 'the whole region'}${client.services.length > 0 ? `: ${client.services.join(', ')}` : ''}`,
    `  purpose  ${client.purpose}`,
    `  scopes   ${client.scopes.join(' ')}${client.readsBsn ? '  (reads BSN)' : ''}`,
    `  keys     ${keys}`,
  ].join('\n');
}

/** How the command is called. */
export const CLIENT_USAGE = `client add <id> --name <name> --purpose <text> --scope "system/Task.rs …" (--jwks <file> | --jwks-uri <address>) [--organisation <id> [--service <id> …]] [--bsn]
client keys <id> (--jwks <file> | --jwks-uri <address>)
client revoke <id>
client list`;

const said = (text: string): Said => ({ code: 0, text });
const wrong = (text: string): Said => ({ code: 1, text });
