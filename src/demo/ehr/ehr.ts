import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Somebody who works with the practice system of the demo. */
export type EhrUser = { readonly id: string; readonly name: string };

/** A patient as this practice has them: FHIR, plainly fictional. */
export type EhrPatient = { readonly id: string; readonly [element: string]: unknown };

/** A letter that was written back, oldest first. */
export type EhrLetter = {
  readonly id: string;
  readonly at: Date;
  readonly document: Readonly<Record<string, unknown>>;
};

export type EhrOptions = {
  /** Where it lives: `http://localhost:8080/demo/ehr`. */
  readonly base: string;
  readonly users: readonly EhrUser[];
  readonly patients: readonly EhrPatient[];
  /** How it signs ID tokens: RS256 unless said otherwise; what it signs with otherwise, it lists. */
  readonly signing?: 'RS256' | 'ES256' | 'ES384';
  /** Omzien as its client. */
  readonly client: { readonly id: string; readonly secret: string; readonly redirectUri: string };
};

export type Ehr = {
  /** The base address of its FHIR API. */
  readonly issuer: string;
  readonly users: readonly EhrUser[];
  readonly patients: readonly EhrPatient[];
  /** Answers every request to its FHIR API and its sign-in; undefined for what is not its. */
  readonly handle: (request: Request) => Promise<Response>;
  /** Opens a launch for a patient on the screen of a user; the word goes into the address of Omzien. */
  readonly launchFor: (user: string, patient: string) => string;
  readonly lettersOf: (patient: string) => readonly EhrLetter[];
  /** Asks what is its own in process, and everything else over the network. */
  readonly fetch: typeof fetch;
};

type Context = { readonly user: string; readonly patient: string; readonly until: number };
type Code = Context & { readonly challenge: string; readonly nonce: string | undefined; readonly redirectUri: string };

const LAUNCH = 300_000;
const CODE = 60_000;
const TOKEN = 3600;

/**
 * The practice system of the demo and of tests: a FHIR server of a few patients that lets an app be opened for the one
 * on screen (SMART App Launch 2.2, EHR launch), and takes letters (DocumentReference). All of it is in memory, its
 * people are made up and nobody proves anything.
 */
export async function createTestEhr(options: EhrOptions): Promise<Ehr> {
  const issuer = `${options.base}/fhir`;
  const signing = options.signing ?? 'RS256';
  const { privateKey, publicKey } = await generateKeyPair(signing, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'ehr', alg: signing, use: 'sig' };
  const launches = new Map<string, Context>();
  const codes = new Map<string, Code>();
  const tokens = new Map<
    string,
    { readonly scope: string; readonly patient: string | undefined; readonly until: number }
  >();
  const letters: (EhrLetter & { readonly patient: string })[] = [];

  const authorize = (url: URL): Response => {
    const asked = (name: string) => url.searchParams.get(name) ?? '';
    // Where it leads is looked at first: nobody is sent to an address that is not registered.
    if (asked('client_id') !== options.client.id || asked('redirect_uri') !== options.client.redirectUri)
      return oauthError('invalid_client', 400);
    const back = (fields: Record<string, string>) => {
      const location = `${options.client.redirectUri}?${new URLSearchParams({ ...fields, state: asked('state') })}`;
      return new Response(null, { status: 302, headers: { location } });
    };
    if (asked('aud') !== issuer) return back({ error: 'invalid_request', error_description: 'aud is another server' });
    if (asked('code_challenge_method') !== 'S256' || asked('response_type') !== 'code')
      return back({ error: 'invalid_request' });
    const launch = launches.get(asked('launch'));
    launches.delete(asked('launch'));
    if (!launch || launch.until < Date.now())
      return back({ error: 'access_denied', error_description: 'launch is over' });
    const code = secret();
    codes.set(code, {
      ...launch,
      until: Date.now() + CODE,
      challenge: asked('code_challenge'),
      nonce: url.searchParams.get('nonce') ?? undefined,
      redirectUri: asked('redirect_uri'),
    });
    return back({ code });
  };

  const token = async (request: Request): Promise<Response> => {
    const form = new URLSearchParams(await request.text());
    const pair = Buffer.from(`${options.client.id}:${options.client.secret}`).toString('base64');
    if (!same(request.headers.get('authorization') ?? '', `Basic ${pair}`)) return oauthError('invalid_client', 401);
    if (form.get('grant_type') === 'client_credentials') {
      const scope = (form.get('scope') ?? '')
        .split(' ')
        .filter((one) => one === 'system/DocumentReference.c')
        .join(' ');
      return scope ? json(give(scope, undefined)) : oauthError('invalid_scope', 400);
    }
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!code || code.until < Date.now() || code.challenge !== proof || code.redirectUri !== form.get('redirect_uri'))
      return oauthError('invalid_grant', 400);
    const user = options.users.find(({ id }) => id === code.user);
    const idToken = await new SignJWT({
      name: user?.name,
      fhirUser: `${issuer}/Practitioner/${code.user}`,
      nonce: code.nonce,
    })
      .setProtectedHeader({ alg: signing, kid: 'ehr' })
      .setIssuer(options.base)
      .setAudience(options.client.id)
      .setSubject(code.user)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
    return json({
      ...give('launch openid fhirUser patient/Patient.r', code.patient),
      patient: code.patient,
      id_token: idToken,
    });
  };

  const give = (scope: string, patient: string | undefined) => {
    const word = secret();
    tokens.set(word, { scope, patient, until: Date.now() + TOKEN * 1000 });
    return { access_token: word, token_type: 'Bearer', expires_in: TOKEN, scope };
  };

  const read = (request: Request, id: string): Response => {
    const held = heldBy(request);
    const patient = held?.patient === id ? options.patients.find((one) => one.id === id) : undefined;
    if (!held) return json({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'login' }] }, 401);
    return patient
      ? json({ resourceType: 'Patient', ...patient })
      : json({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-found' }] }, 404);
  };

  const take = async (request: Request): Promise<Response> => {
    if (heldBy(request)?.scope !== 'system/DocumentReference.c')
      return json({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'forbidden' }] }, 403);
    const document = (await request.json()) as { subject?: { reference?: string }; identifier?: unknown };
    const patient = document.subject?.reference?.replace('Patient/', '') ?? '';
    if (!options.patients.some(({ id }) => id === patient))
      return json({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'invalid' }] }, 422);
    // The same letter a second time (If-None-Exist) is the letter that is here.
    const twice = letters.find(
      (one) => JSON.stringify(one.document.identifier) === JSON.stringify(document.identifier),
    );
    const letter = twice ?? {
      id: secret().slice(0, 12),
      at: new Date(),
      patient,
      document: document as EhrLetter['document'],
    };
    if (!twice) letters.push(letter);
    return json({ ...letter.document, id: letter.id }, twice ? 200 : 201);
  };

  const heldBy = (request: Request) => {
    const word = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
    const held = tokens.get(word);
    return held && held.until > Date.now() ? held : undefined;
  };

  const handle = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const path = url.pathname.slice(new URL(options.base).pathname.length);
    const [, patient] = /^\/fhir\/Patient\/([^/]+)$/.exec(path) ?? [];
    if (request.method === 'GET' && path === '/fhir/.well-known/smart-configuration')
      return json(smartOf(options.base, signing));
    if (request.method === 'GET' && path === '/auth/jwks') return json({ keys: [jwk] });
    if (request.method === 'GET' && path === '/auth/authorize') return authorize(url);
    if (request.method === 'POST' && path === '/auth/token') return token(request);
    if (request.method === 'GET' && patient) return read(request, patient);
    if (request.method === 'POST' && path === '/fhir/DocumentReference') return take(request);
    return json({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-supported' }] }, 404);
  };

  return {
    issuer,
    users: options.users,
    patients: options.patients,
    handle,
    launchFor: (user, patient) => {
      const word = secret();
      launches.set(word, { user, patient, until: Date.now() + LAUNCH });
      return word;
    },
    lettersOf: (patient) => letters.filter((one) => one.patient === patient),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      return request.url.startsWith(`${options.base}/`) ? handle(request) : fetch(request);
    },
  };
}

const smartOf = (base: string, signing: string) => ({
  issuer: base,
  jwks_uri: `${base}/auth/jwks`,
  authorization_endpoint: `${base}/auth/authorize`,
  token_endpoint: `${base}/auth/token`,
  grant_types_supported: ['authorization_code', 'client_credentials'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['client_secret_basic'],
  ...(signing === 'RS256' ? {} : { id_token_signing_alg_values_supported: [signing] }),
  scopes_supported: ['launch', 'openid', 'fhirUser', 'patient/Patient.r', 'system/DocumentReference.c'],
  capabilities: [
    'launch-ehr',
    'client-confidential-symmetric',
    'sso-openid-connect',
    'context-ehr-patient',
    'permission-v2',
  ],
});

const secret = (): string => randomBytes(24).toString('base64url');
const json = (body: object, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
const oauthError = (error: string, status: number): Response => json({ error }, status);

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
