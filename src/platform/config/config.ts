import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { isLoopbackHost } from './loopback.ts';

export type Mode = 'demo' | 'production';

/** `embedded`: the PostgreSQL that comes along, under `home`. `own`: what the operator runs. */
export type DatabaseConfig =
  | { readonly kind: 'embedded' }
  | {
      readonly kind: 'own';
      readonly appUrl: string;
      readonly ownerUrl: string;
      /** The role of the job worker; without DATABASE_WORKER_URL it is the application role. */
      readonly workerUrl: string;
    };

/** `embedded`: the provider of the demo. `external`: any OpenID provider; the issuer is spelled as it was given. */
export type IdentityConfig =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'external'; readonly issuer: string; readonly clientId: string; readonly clientSecret: string };

/** Requests per minute; 0 means no limit. */
export type RateLimits = {
  /** Sign-in attempts from one address. */
  readonly signIn: number;
  /** Look-ups of a person (LAW 5) by one signed-in person. */
  readonly lookUp: number;
  /** Requests to the doors that need no sign-in, from one address. */
  readonly publicDoor: number;
  /** Requests of one system client, unless `systemClients` names it. */
  readonly system: number;
  readonly systemClients: Readonly<Record<string, number>>;
};

export type Config = {
  readonly mode: Mode;
  /** The address to listen on. */
  readonly host: string;
  readonly port: number;
  /** Where people reach Omzien, without a slash at the end. */
  readonly publicUrl: string;
  /** What CloudEvents say they come from: a URN, with the OIN of who runs this. */
  readonly eventSource: string;
  /** Believe X-Forwarded-For and -Proto, because a proxy of our own stands in front. */
  readonly trustProxy: boolean;
  /** Absolute path of the folder that holds everything this installation keeps on disk. */
  readonly home: string;
  /** Absolute path of the region's content. */
  readonly region: string;
  /** Base of the sealing and session keys: at least 32 bytes. */
  readonly secret: Uint8Array;
  readonly database: DatabaseConfig;
  readonly identity: IdentityConfig;
  /** Absent: mail goes to the outbox page of the demo; in production none is sent. */
  readonly smtpUrl?: string;
  readonly rateLimits: RateLimits;
  /** Where open data of Statistics Netherlands are fetched (OData 4). Absent: nothing is; so it is in a demo that is not told otherwise. */
  readonly openDataUrl?: string;
  /** To whom events are sent: origins that the operator lists. `loopback`: this machine too, which is for a demo. */
  readonly receivers: { readonly origins: readonly string[]; readonly loopback: boolean };
};

export type ConfigProblem = { readonly title: string; readonly mistakes: readonly string[] };

type Read = { readonly ok: true; readonly value: Config } | { readonly ok: false; readonly problem: ConfigProblem };

/** The secret of a demo (base64). It is public, so production refuses it. */
export const DEMO_SECRET = Buffer.from('omzien-demo-secret-known-to-everyone').toString('base64');

const repository = fileURLToPath(new URL('../../../', import.meta.url));

const perMinute = (name: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `${name} must be a whole number of requests per minute, 0 for no limit.`)
    .transform(Number)
    .optional();

const link = (name: string, schemes: readonly string[], example: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
      message: `${name} must be a URL such as ${example}.`,
    })
    .optional();

const originsIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const databaseUrl = (name: string) =>
  link(name, ['postgres:', 'postgresql:'], 'postgres://role:password@host:5432/omzien');

const variables = z.object({
  OMZIEN_MODE: z
    .enum(['demo', 'production'], { error: 'OMZIEN_MODE must be "demo" (the default) or "production".' })
    .default('demo'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .catch(Number.NaN)
    .refine((port) => !Number.isNaN(port), 'PORT must be a number from 0 to 65535 (default 8080).')
    .default(8080),
  LISTEN: z.string().optional(),
  OMZIEN_HOME: z.string().default('.omzien'),
  REGION: z.string().default('region/twente'),
  OMZIEN_SECRET: z
    .base64({ error: 'OMZIEN_SECRET must be base64 (make one with: openssl rand -base64 48).' })
    .refine((text) => Buffer.from(text, 'base64').length >= 32, {
      error: 'OMZIEN_SECRET is too short: at least 32 bytes are needed (make one with: openssl rand -base64 48).',
    })
    .optional(),
  DATABASE_URL: databaseUrl('DATABASE_URL'),
  DATABASE_OWNER_URL: databaseUrl('DATABASE_OWNER_URL'),
  DATABASE_WORKER_URL: databaseUrl('DATABASE_WORKER_URL'),
  PUBLIC_URL: link('PUBLIC_URL', ['http:', 'https:'], 'https://omzien.example.nl'),
  TRUST_PROXY: z.enum(['0', '1'], { error: 'TRUST_PROXY must be 1 (behind a proxy) or 0.' }).default('0'),
  OIDC_ISSUER: link('OIDC_ISSUER', ['http:', 'https:'], 'https://login.example.nl'),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  SMTP_URL: link('SMTP_URL', ['smtp:', 'smtps:'], 'smtp://user:password@mail.example.nl:587'),
  CBS_URL: z
    .union([z.literal('off'), z.url({ protocol: /^https?$/ })], {
      error: 'CBS_URL must be a URL such as https://datasets.cbs.nl/odata/v1, or "off".',
    })
    .optional(),
  NOTIFY_ORIGINS: z
    .string()
    .refine((text) => originsIn(text).every((one) => URL.canParse(one) && new URL(one).origin === one), {
      error:
        'NOTIFY_ORIGINS must look like "https://his.example.nl,https://zaken.example.nl:8443" (no path, no slash behind it).',
    })
    .optional(),
  EVENT_SOURCE: z
    .string()
    .regex(/^urn:[a-z0-9][a-z0-9-]{1,31}:[A-Za-z0-9()+,.:=@;$_!*'%/?#-]+$/, {
      error: 'EVENT_SOURCE must be a URN such as "urn:nld:oin:00000001234567890000:systeem:omzien".',
    })
    .refine((urn) => !urn.startsWith('urn:nld:oin:') || /^urn:nld:oin:\d{20}:systeem:[^:]+$/.test(urn), {
      error: 'EVENT_SOURCE with an OIN must look like "urn:nld:oin:<20 digits>:systeem:omzien".',
    })
    .optional(),
  RATE_SIGN_IN: perMinute('RATE_SIGN_IN'),
  RATE_LOOK_UP: perMinute('RATE_LOOK_UP'),
  RATE_PUBLIC: perMinute('RATE_PUBLIC'),
  RATE_SYSTEM: perMinute('RATE_SYSTEM'),
  RATE_SYSTEM_CLIENTS: z
    .string()
    .regex(/^\s*[^=,\s]+=\d{1,9}(\s*,\s*[^=,\s]+=\d{1,9})*\s*$/, {
      error: 'RATE_SYSTEM_CLIENTS must look like "client=600,other-client=1200" (requests per minute).',
    })
    .optional(),
});

type Variables = z.infer<typeof variables>;

/**
 * Reads the settings from environment variables (an empty one counts as absent). Gives every mistake at once, each a
 * sentence that says what to set. Relative paths start in the folder of the repository. What only the database can
 * tell is checked after connecting: `checkProductionDatabase`.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Read {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  const mistakes = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  const loose = parsed.success ? parsed.data : undefined;
  // The rules between settings are told together with the malformed ones, so nobody mends them one start at a time.
  mistakes.push(...rulesBroken(loose ?? (given as Partial<Variables>), mistakes));
  if (!loose || mistakes.length > 0) return { ok: false, problem: { title: 'Omzien cannot start.', mistakes } };
  return { ok: true, value: assemble(loose) };
}

function rulesBroken(v: Partial<Variables>, already: readonly string[]): readonly string[] {
  const rules = [...databaseRules(v), ...(v.OMZIEN_MODE === 'production' ? productionRules(v) : demoRules(v))];
  const told = (rule: string) => already.some((mistake) => mistake.split(' ')[0] === rule.split(' ')[0]);
  return rules.filter((rule) => !told(rule));
}

function databaseRules(v: Partial<Variables>): string[] {
  const mistakes: string[] = [];
  if (v.DATABASE_URL && !v.DATABASE_OWNER_URL)
    mistakes.push('DATABASE_OWNER_URL is missing: set it to the role that owns the tables and runs the migrations.');
  if (!v.DATABASE_URL && (v.DATABASE_OWNER_URL || v.DATABASE_WORKER_URL))
    mistakes.push('DATABASE_URL is missing: set it to the application role, one that owns nothing.');
  if (v.DATABASE_URL && v.DATABASE_URL === v.DATABASE_OWNER_URL)
    mistakes.push('DATABASE_OWNER_URL is the same as DATABASE_URL: the application must not run as the owner.');
  return mistakes;
}

function demoRules(v: Partial<Variables>): string[] {
  const mistakes: string[] = [];
  if (v.LISTEN && (!isLoopbackHost(v.LISTEN) || /^(0\.0\.0\.0|\[?::\]?)$/.test(v.LISTEN)))
    mistakes.push('LISTEN must stay 127.0.0.1 in demo mode: everyone can sign in as anyone there.');
  const provider = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  if (provider.some((name) => v[name]))
    for (const name of provider.filter((one) => !v[one]))
      mistakes.push(`${name} is missing: set all three of ${provider.join(', ')}, or none.`);
  return mistakes;
}

function productionRules(v: Partial<Variables>): string[] {
  const mistakes: string[] = [];
  const missing = (name: keyof Variables, what: string) => {
    if (!v[name]) mistakes.push(`${name} is missing: production needs ${what}.`);
  };
  if (!v.DATABASE_OWNER_URL && !v.DATABASE_WORKER_URL)
    missing('DATABASE_URL', 'a PostgreSQL of your own (application role)');
  missing('PUBLIC_URL', 'the address where people reach Omzien');
  missing('OMZIEN_SECRET', 'a secret of its own (make one with: openssl rand -base64 48)');
  missing('OIDC_ISSUER', 'an OpenID provider');
  missing('OIDC_CLIENT_ID', 'the client id that the OpenID provider gave');
  missing('OIDC_CLIENT_SECRET', 'the client secret that the OpenID provider gave');
  if (v.OMZIEN_SECRET === DEMO_SECRET) mistakes.push('OMZIEN_SECRET is the secret of the demo: everyone knows it.');
  if (v.OIDC_ISSUER && URL.canParse(v.OIDC_ISSUER)) {
    const issuer = new URL(v.OIDC_ISSUER);
    const embedded = v.PUBLIC_URL && URL.canParse(v.PUBLIC_URL) && issuer.origin === new URL(v.PUBLIC_URL).origin;
    if (embedded || isLoopbackHost(issuer.hostname))
      mistakes.push('OIDC_ISSUER is this machine: production refuses the identity provider of the demo.');
    else if (issuer.protocol !== 'https:') mistakes.push('OIDC_ISSUER must start with https:// in production.');
  }
  if (originsIn(v.NOTIFY_ORIGINS ?? '').some((one) => !one.startsWith('https://')))
    mistakes.push('NOTIFY_ORIGINS must be https:// addresses in production.');
  if (v.PUBLIC_URL && URL.canParse(v.PUBLIC_URL)) {
    const url = new URL(v.PUBLIC_URL);
    if (url.protocol !== 'https:' && !isLoopbackHost(url.hostname))
      mistakes.push('PUBLIC_URL must start with https:// in production.');
  }
  return mistakes;
}

function assemble(v: Variables): Config {
  const demo = v.OMZIEN_MODE === 'demo';
  const publicUrl = (v.PUBLIC_URL ?? `http://localhost:${v.PORT}`).replace(/\/+$/, '');
  const listed = originsIn(v.NOTIFY_ORIGINS ?? '');
  const clients = v.RATE_SYSTEM_CLIENTS?.split(',').map((pair) => pair.trim().split('=') as [string, string]) ?? [];
  return {
    mode: v.OMZIEN_MODE,
    host: v.LISTEN ?? '127.0.0.1',
    port: v.PORT,
    publicUrl,
    eventSource: v.EVENT_SOURCE ?? 'urn:nl:omzien',
    trustProxy: v.TRUST_PROXY === '1',
    home: resolve(repository, v.OMZIEN_HOME),
    region: resolve(repository, v.REGION),
    secret: Buffer.from(v.OMZIEN_SECRET ?? DEMO_SECRET, 'base64'),
    database:
      v.DATABASE_URL && v.DATABASE_OWNER_URL
        ? {
            kind: 'own',
            appUrl: v.DATABASE_URL,
            ownerUrl: v.DATABASE_OWNER_URL,
            workerUrl: v.DATABASE_WORKER_URL ?? v.DATABASE_URL,
          }
        : { kind: 'embedded' },
    identity: identityOf(v),
    ...(v.SMTP_URL ? { smtpUrl: v.SMTP_URL } : {}),
    // A demo works without internet; a production asks CBS unless it is told not to.
    ...(v.CBS_URL === 'off' || (demo && !v.CBS_URL)
      ? {}
      : { openDataUrl: v.CBS_URL ?? 'https://datasets.cbs.nl/odata/v1' }),
    // A demo may tell itself: its inbox shows what a partner would get.
    receivers: { origins: demo ? [...listed, new URL(publicUrl).origin] : listed, loopback: demo },
    rateLimits: {
      signIn: v.RATE_SIGN_IN ?? (demo ? 300 : 20),
      lookUp: v.RATE_LOOK_UP ?? (demo ? 300 : 30),
      publicDoor: v.RATE_PUBLIC ?? (demo ? 3000 : 300),
      system: v.RATE_SYSTEM ?? (demo ? 0 : 6000),
      systemClients: Object.fromEntries(clients.map(([id, limit]) => [id, Number(limit)])),
    },
  };
}

function identityOf(v: Variables): IdentityConfig {
  if (!v.OIDC_ISSUER || !v.OIDC_CLIENT_ID || !v.OIDC_CLIENT_SECRET) return { kind: 'embedded' };
  return {
    kind: 'external',
    issuer: v.OIDC_ISSUER,
    clientId: v.OIDC_CLIENT_ID,
    clientSecret: v.OIDC_CLIENT_SECRET,
  };
}
