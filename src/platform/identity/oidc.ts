import * as client from 'openid-client';
import { fail, ok, type Result } from '../problem.ts';

/** The identity provider, and what Omzien is to it. */
export type IdentitySource = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How ID tokens are signed, where the provider must be told apart from the default (RS256). */
  readonly idTokenAlgorithm?: string;
  /** Answers in process what would be a request to ourselves (the provider of the demo). */
  readonly handle?: (request: Request) => Promise<Response>;
};

/** What the browser keeps, sealed, between leaving for the provider and coming back. */
export type LoginKept = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** A path of ours. */
  readonly returnTo: string;
  /** Seconds since 1970. */
  readonly at: number;
};

export type SignIn = {
  readonly start: (returnTo: string, now: Date) => Promise<Result<{ readonly url: URL; readonly kept: LoginKept }>>;
  /** `search`: the query that the provider sent the browser back with. */
  readonly finish: (
    search: string,
    kept: LoginKept,
  ) => Promise<Result<{ readonly issuer: string; readonly subject: string }>>;
};

const AWAY = {
  nl: 'De inlogdienst is nu niet bereikbaar. Probeer het over een paar minuten opnieuw.',
  en: 'The sign-in service cannot be reached now. Try again in a few minutes.',
};
const NOT_HELD = {
  nl: 'Het inloggen is niet gelukt. Begin opnieuw met inloggen.',
  en: 'Signing in did not work. Begin again with signing in.',
};

/** Signing in with OpenID Connect: authorization code with PKCE, state and nonce. The provider is asked at first use. */
export function createSignIn(source: IdentitySource, redirectUri: string): SignIn {
  let found: Promise<client.Configuration> | undefined;
  const configuration = () => {
    found ??= discover(source);
    // A provider that is away now may be there at the next sign-in.
    found.catch(() => {
      found = undefined;
    });
    return found;
  };
  return {
    async start(returnTo, now) {
      let config: client.Configuration;
      try {
        config = await configuration();
      } catch {
        return fail('failed', AWAY);
      }
      const verifier = client.randomPKCECodeVerifier();
      const kept: LoginKept = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier,
        returnTo,
        at: Math.floor(now.getTime() / 1000),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return ok({ url, kept });
    },
    async finish(search, kept) {
      try {
        const config = await configuration();
        const back = new URL(redirectUri);
        back.search = search;
        const tokens = await client.authorizationCodeGrant(config, back, {
          pkceCodeVerifier: kept.verifier,
          expectedState: kept.state,
          expectedNonce: kept.nonce,
          idTokenExpected: true,
        });
        const subject = tokens.claims()?.sub;
        return subject ? ok({ issuer: source.issuer, subject }) : fail('sign-in', NOT_HELD);
      } catch (error) {
        // Network trouble is told apart from an answer that does not hold.
        return error instanceof TypeError ? fail('failed', AWAY) : fail('sign-in', NOT_HELD);
      }
    },
  };
}

async function discover(source: IdentitySource): Promise<client.Configuration> {
  const { handle } = source;
  const ask: client.CustomFetch | undefined =
    handle && ((url, given) => handle(new Request(url, given as RequestInit)));
  const loopback = new URL(source.issuer).protocol === 'http:';
  const config = await client.discovery(
    new URL(source.issuer),
    source.clientId,
    source.idTokenAlgorithm ? { id_token_signed_response_alg: source.idTokenAlgorithm } : undefined,
    client.ClientSecretBasic(source.clientSecret),
    {
      timeout: 10,
      // Only the demo has an issuer without https: the settings of production refuse one.
      ...(loopback ? { execute: [client.allowInsecureRequests] } : {}),
      ...(ask ? { [client.customFetch]: ask } : {}),
    },
  );
  if (ask) config[client.customFetch] = ask;
  return config;
}
