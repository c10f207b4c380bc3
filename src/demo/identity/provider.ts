import type { OidcContext } from 'oidc-provider';
import { errors, interactionPolicy, Provider } from './engine.ts';
import { type IdentityKeys, identityKeys, publicKeySet } from './keys.ts';
import { memoryStore } from './memory.ts';
import { answerWith, asNodeHandler, type NodeHandler } from './node-bridge.ts';
import { grantedScopes } from './scopes.ts';
import { SIGN_IN, signIn } from './sign-in.ts';

/** What the provider needs to know of someone that a visitor may sign in as. */
export type IdentityPersona = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** SMART scopes of the persona as a client; `system/*.cruds` for role `system`, otherwise `user/*.cruds`. */
  readonly scopes?: readonly string[];
};

export type SignInForm = {
  /** Where the form posts to. It sends `persona` (an id) and `csrf`. */
  readonly action: string;
  readonly uid: string;
  readonly csrf: string;
};

export type IdentityProviderOptions<P extends IdentityPersona> = {
  /** Address of the provider, path included: `http://localhost:8080/demo/oidc`. */
  readonly issuer: string;
  readonly personas: readonly P[];
  readonly keysDir: string;
  /** The audience of access tokens: the base address of the FHIR API. */
  readonly audience: string;
  /** Where Omzien itself takes people back after sign-in. */
  readonly redirectUris: readonly string[];
  /** The page on which a visitor picks a persona. */
  readonly renderLogin: (personas: readonly P[], form: SignInForm) => string | Promise<string>;
  /** Where to send someone whose sign-in ran out. */
  readonly startOver: string;
};

export type IdentityProvider = {
  readonly issuer: string;
  /** Answers every request under the path of the issuer. */
  readonly handle: (request: Request) => Promise<Response>;
  /** The same for Node's own server; the URL still holds the path of the issuer. */
  readonly callback: NodeHandler;
  /** Omzien itself as a client (authorization code with PKCE, client_secret_basic). */
  readonly webClient: { readonly clientId: string; readonly clientSecret: string };
  /** The public keys, so that the house needs no request to itself to check a token. */
  readonly keySet: ReturnType<typeof publicKeySet>;
};

const WEB_CLIENT = 'omzien';
/** Everyone knows it: DESIGN, contracts, demo personas. */
const PERSONA_SECRET = 'demo';
const HOUR = 3600;

/**
 * The identity provider of the demo and of tests (OpenID Connect). Nobody proves anything here: a visitor picks who to
 * be, each time anew. Each persona is also a client that gets a token of its own with `client_credentials`.
 */
export async function createIdentityProvider<P extends IdentityPersona>(
  options: IdentityProviderOptions<P>,
): Promise<IdentityProvider> {
  const keys = await identityKeys(options.keysDir);
  const mount = new URL(options.issuer).pathname.replace(/\/$/, '');
  const provider = new Provider(options.issuer, configuration(options, keys, mount));
  const engine = provider.callback();
  const page = { provider, options, key: keys.cookie, mount };

  const handle = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname;
    if (path.startsWith(`${mount}${SIGN_IN}`)) return signIn(page, request);
    const asked = path === `${mount}/token` ? await withBasicSecret(request) : request;
    return answerWith(engine, asked, mount);
  };
  return {
    issuer: options.issuer,
    handle,
    callback: asNodeHandler(handle, options.issuer),
    webClient: { clientId: WEB_CLIENT, clientSecret: keys.webSecret },
    keySet: publicKeySet(keys),
  };
}

function configuration<P extends IdentityPersona>(
  options: IdentityProviderOptions<P>,
  keys: IdentityKeys,
  mount: string,
): Readonly<Record<string, unknown>> {
  const persona = (id: string) => options.personas.find((one) => one.id === id);
  const policy = interactionPolicy.base();
  // A demo is for trying several people: who comes back to sign in is asked again who to be.
  policy
    .get('login')
    .checks.add(
      new interactionPolicy.Check(
        'pick_a_persona',
        'a persona is picked at every sign-in',
        'login_required',
        ({ oidc }) =>
          oidc.result?.login ? interactionPolicy.Check.NO_NEED_TO_PROMPT : interactionPolicy.Check.REQUEST_PROMPT,
      ),
    );
  return {
    adapter: memoryStore(),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookie] },
    clients: [
      {
        client_id: WEB_CLIENT,
        client_secret: keys.webSecret,
        redirect_uris: [...options.redirectUris],
        id_token_signed_response_alg: 'ES256',
      },
      ...options.personas.map(({ id, name }) => ({
        client_id: id,
        client_name: name,
        client_secret: PERSONA_SECRET,
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
        id_token_signed_response_alg: 'ES256',
      })),
    ],
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: (_: OidcContext, client: { clientId: string }) =>
          client.clientId === WEB_CLIENT ? undefined : options.audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (context: OidcContext, resource: string, client: { clientId: string }) =>
          resourceServer(context, resource, options.audience, persona(client.clientId)),
      },
    },
    interactions: { policy, url: (_: OidcContext, { uid }: { uid: string }) => `${mount}${SIGN_IN}${uid}` },
    findAccount: (_: OidcContext, id: string) => {
      const found = persona(id);
      return found ? { accountId: id, claims: () => ({ sub: id, name: found.name }) } : undefined;
    },
    loadExistingGrant: grantToOmzien,
    renderError: (context: OidcContext, { error, error_description: why }: Record<string, string>) => {
      context.type = 'text/plain; charset=utf-8';
      context.body = `Inloggen lukt niet. Ga terug naar Omzien en begin opnieuw.\n\n${error}: ${why ?? ''}\n`;
    },
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      ClientCredentials: HOUR,
      Grant: HOUR,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: HOUR,
    },
  };
}

/** Omzien itself needs nobody's leave to know who signed in. */
async function grantToOmzien({ oidc }: OidcContext) {
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.account?.accountId ?? '' });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}

/** Tokens for the FHIR API: a JWT for an hour, with of the scopes asked those that the persona has. */
function resourceServer(
  { oidc }: OidcContext,
  resource: string,
  audience: string,
  persona: IdentityPersona | undefined,
) {
  if (!persona || resource.replace(/\/$/, '') !== audience.replace(/\/$/, ''))
    throw new errors.InvalidTarget('there is no such resource here');
  const granted = grantedScopes(oidc.params.scope, scopesOf(persona)).join(' ');
  if (granted === '') throw new errors.InvalidScope('none of these scopes is yours', oidc.params.scope);
  oidc.params.scope ??= granted;
  return {
    scope: granted,
    audience,
    accessTokenFormat: 'jwt',
    accessTokenTTL: HOUR,
    jwt: { sign: { alg: 'ES256' } },
  };
}

function scopesOf(persona: IdentityPersona): readonly string[] {
  return persona.scopes ?? [persona.role === 'system' ? 'system/*.cruds' : 'user/*.cruds'];
}

/** Clients may send their secret in the form as well as in the header; the provider knows one way for each client. */
async function withBasicSecret(request: Request): Promise<Request> {
  if (request.method !== 'POST' || request.headers.has('authorization')) return request;
  const form = new URLSearchParams(await request.clone().text());
  const [id, secret] = [form.get('client_id'), form.get('client_secret')];
  if (id === null || secret === null) return request;
  form.delete('client_secret');
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  const pair = `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`;
  headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`);
  return new Request(request.url, { method: 'POST', headers, body: form.toString() });
}
