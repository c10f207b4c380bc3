import * as client from 'openid-client';
import { fail, ok, type Result } from '../problem.ts';
import type { LaunchSite } from './launch-site.ts';

/** The BSN as FHIR names it in the Netherlands. */
const BSN_SYSTEM = 'http://fhir.nl/fhir/NamingSystem/bsn';

/** The patient on screen, as far as is needed to find who it is here. */
export type LaunchPatient = {
  /** The id at the system that opened Omzien. */
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly birthDate: string;
  readonly postcode: string | undefined;
  readonly bsn: string | undefined;
};

/** What the browser keeps, sealed, between leaving for the system and coming back. */
export type LaunchKept = {
  readonly issuer: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Seconds since 1970. */
  readonly at: number;
};

/** Who opened Omzien, for whom. */
export type Launched = {
  readonly issuer: string;
  readonly subject: string;
  /** What the system calls this person; '' where it does not say. */
  readonly userName: string;
  readonly patient: LaunchPatient;
};

const AWAY = {
  nl: 'Uw systeem gaf geen antwoord. Probeer het over een paar minuten opnieuw.',
  en: 'Your system gave no answer. Try again in a few minutes.',
};
const NOT_HELD = {
  nl: 'Uw systeem liet niet goed weten wie u bent, of de start is al gebruikt of verlopen.',
  en: 'Your system did not say properly who you are, or the start was used already or has expired.',
};
const NO_PATIENT = {
  nl: 'Uw systeem gaf geen patiënt mee, of een andere dan die op het scherm stond.',
  en: 'Your system sent no patient along, or another than the one on the screen.',
};

type Smart = Readonly<Record<'issuer' | 'jwks_uri' | 'authorization_endpoint' | 'token_endpoint', string>> & {
  readonly id_token_signing_alg_values_supported?: unknown;
};

/** With what a system may sign who somebody is: keys of its own only, never a shared secret or nothing. */
const SIGNED_BY = ['RS256', 'RS384', 'PS256', 'PS384', 'ES256', 'ES384'];

export type LaunchRules = {
  /** Where the system sends the browser back. */
  readonly redirectUri: string;
  /** Asks the system; in a demo its own answers in process. */
  readonly fetch?: typeof fetch;
};

/** Asked of the system: who this is, and the patient on screen; reading nothing else (SMART App Launch 2.2, section 3). */
const SCOPES = 'launch openid fhirUser patient/Patient.r';
const MOST_OF_PATIENT = 200_000;
const NO_WAIT = 10_000;

/** Opening Omzien from the system of a practice: authorization code with PKCE, state and nonce, at a registered site only. */
export function createLaunch(rules: LaunchRules) {
  const ask = rules.fetch ?? fetch;
  return {
    /** Where the browser goes first, and what it keeps. */
    async start(
      site: LaunchSite,
      launch: string,
      now: Date,
    ): Promise<Result<{ readonly url: URL; readonly kept: LaunchKept }>> {
      let config: client.Configuration;
      try {
        config = await configurationOf(site, ask);
      } catch {
        return fail('failed', AWAY);
      }
      const verifier = client.randomPKCECodeVerifier();
      const kept: LaunchKept = {
        issuer: site.issuer,
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier,
        at: Math.floor(now.getTime() / 1000),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: rules.redirectUri,
        scope: SCOPES,
        aud: site.issuer,
        launch,
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return ok({ url, kept });
    },
    /** Takes what the system sent the browser back with: who it is, and who is on screen. */
    async finish(site: LaunchSite, search: string, kept: LaunchKept): Promise<Result<Launched>> {
      try {
        const config = await configurationOf(site, ask);
        const back = new URL(rules.redirectUri);
        back.search = search;
        const tokens = await client.authorizationCodeGrant(config, back, {
          pkceCodeVerifier: kept.verifier,
          expectedState: kept.state,
          expectedNonce: kept.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims?.sub) return fail('sign-in', NOT_HELD);
        const patient = await readPatient(site, ask, tokens.patient, tokens.access_token);
        if (!patient) return fail('unprocessable', NO_PATIENT);
        const userName = typeof claims.name === 'string' ? claims.name : '';
        return ok({ issuer: site.issuer, subject: claims.sub, userName, patient });
      } catch (error) {
        return error instanceof TypeError ? fail('failed', AWAY) : fail('sign-in', NOT_HELD);
      }
    },
    /** A token for what Omzien itself does at the system, such as writing a letter back. Throws where it gives none. */
    async ownToken(site: LaunchSite, scope: string): Promise<string> {
      const config = await configurationOf(site, ask);
      return (await client.clientCredentialsGrant(config, { scope })).access_token;
    },
    fetch: ask,
  };
}

export type Launch = ReturnType<typeof createLaunch>;

/** The endpoints as the system names them (SMART App Launch 2.2, section 7); that they are its own is its agreement's matter. */
async function configurationOf(site: LaunchSite, ask: typeof fetch): Promise<client.Configuration> {
  const answer = await ask(`${site.issuer}/.well-known/smart-configuration`, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(NO_WAIT),
    redirect: 'error',
  });
  if (!answer.ok) throw new Error(`The SMART configuration of ${site.issuer} answers ${answer.status}.`);
  const smart = (await answer.json()) as Smart;
  const { issuer, jwks_uri, authorization_endpoint, token_endpoint } = smart;
  const config = new client.Configuration(
    { issuer, jwks_uri, authorization_endpoint, token_endpoint, ...signing(smart) },
    site.clientId,
    undefined,
    site.clientSecret === undefined ? client.None() : client.ClientSecretBasic(site.clientSecret),
  );
  config[client.customFetch] = ask as client.CustomFetch;
  config.timeout = NO_WAIT / 1000;
  // Whoever stands between the system and Omzien must not be able to say who somebody is.
  client.enableNonRepudiationChecks(config);
  // Only a demo registers a system without https: production refuses one.
  if (new URL(site.issuer).protocol === 'http:') client.allowInsecureRequests(config);
  return config;
}

/** What the system says that it signs ID tokens with, as far as it is taken; RS256 where it does not say (OpenID Connect Core, 3.1.3.7). */
function signing({ id_token_signing_alg_values_supported: listed }: Smart) {
  const taken = Array.isArray(listed) ? SIGNED_BY.filter((one) => listed.includes(one)) : [];
  return taken.length > 0 ? { id_token_signing_alg_values_supported: taken } : {};
}

type Json = {
  readonly resourceType?: string;
  readonly id?: string;
  readonly name?: readonly { readonly use?: string; readonly family?: string; readonly given?: readonly string[] }[];
  readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
  readonly address?: readonly { readonly use?: string; readonly postalCode?: string }[];
  readonly birthDate?: string;
};

/** Reads the patient on screen, and keeps of it what a look-up asks (LAW 5). Undefined where it is none, or another. */
async function readPatient(
  site: LaunchSite,
  ask: typeof fetch,
  id: unknown,
  token: string,
): Promise<LaunchPatient | undefined> {
  if (typeof id !== 'string' || !/^[A-Za-z0-9.-]{1,64}$/.test(id)) return undefined;
  const answer = await ask(`${site.issuer}/Patient/${id}?_elements=identifier,name,birthDate,address`, {
    headers: { accept: 'application/fhir+json', authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(NO_WAIT),
    redirect: 'error',
  });
  if (!answer.ok) return undefined;
  const text = await answer.text();
  if (text.length > MOST_OF_PATIENT) return undefined;
  const patient = JSON.parse(text) as Json;
  if (patient.resourceType !== 'Patient' || patient.id !== id) return undefined;
  const name = patient.name?.find(({ use }) => use === 'official') ?? patient.name?.[0];
  if (!name?.family || !/^\d{4}-\d{2}-\d{2}$/.test(patient.birthDate ?? '')) return undefined;
  const address = patient.address?.find(({ use }) => use === 'home') ?? patient.address?.[0];
  return {
    id,
    family: name.family,
    given: name.given?.join(' ') ?? '',
    birthDate: patient.birthDate ?? '',
    postcode: address?.postalCode,
    bsn: patient.identifier?.find(({ system }) => system === BSN_SYSTEM)?.value,
  };
}
