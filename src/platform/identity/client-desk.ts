import { type Ground, withActor } from '../access/with-actor.ts';
import { auditInside, type Door } from '../audit/index.ts';
import { newSecret } from '../http/csrf.ts';
import { sessionHash } from '../seal.ts';
import type { Clock } from '../time/index.ts';
import { ASSERTION_TYPE, type AssertionRules, claimedClient, createAssertionCheck } from './assertion.ts';
import { actorOfClient, type Client, clientOfToken, findClient } from './client.ts';
import { commonScopes } from './scopes.ts';
import { auditRefusal } from './sign-in.ts';

/** How long a token of a client holds, in seconds: short, as it cannot be taken back but with the client. */
export const TOKEN_SECONDS = 300;
const OWN_TOKEN = /^omz_[\w-]{43}$/;
/** Who a refused client is in the log. */
const ISSUER = 'client';

/** An answer of the token endpoint (RFC 6749, sections 5.1 and 5.2). */
export type TokenAnswer =
  | { readonly status: 200; readonly token: string; readonly seconds: number; readonly scopes: readonly string[] }
  | { readonly status: 400 | 401; readonly error: TokenError; readonly description: string };

export type TokenError = 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';

export type ClientDesk = {
  /** Gives a client a token for its assertion. Used once; each answer is in the log. */
  readonly issue: (form: URLSearchParams, door: Door) => Promise<TokenAnswer>;
  /** The client behind a token of ours: undefined where it does not hold (any more); null where it is not one of ours. */
  readonly read: (
    token: string,
  ) => Promise<{ readonly client: Client; readonly scopes: readonly string[] } | undefined | null>;
};

/** Where systems of partners get their tokens, and are known by them (SMART App Launch 2.2, Backend Services). */
export function createClientDesk(ground: Ground & { readonly wall: Clock }, rules: AssertionRules): ClientDesk {
  const check = createAssertionCheck(rules);

  const refuse = async (client: string, door: Door, error: TokenError, description: string): Promise<TokenAnswer> => {
    await auditRefusal(ground, { issuer: ISSUER, subject: client }, door, `client: ${description}`);
    return { status: error === 'invalid_client' ? 401 : 400, error, description };
  };

  return {
    async issue(form, door) {
      const assertion = form.get('client_assertion') ?? '';
      const id = claimedClient(assertion) ?? '';
      if (form.get('grant_type') !== 'client_credentials')
        return refuse(id, door, 'unsupported_grant_type', 'grant_type must be client_credentials');
      if (form.get('client_assertion_type') !== ASSERTION_TYPE)
        return refuse(id, door, 'invalid_request', `client_assertion_type must be ${ASSERTION_TYPE}`);
      const client = await findClient(ground.pool, id);
      // Who is not known, or not any more, learns no more than that.
      if (!client || client.revokedAt || (form.get('client_id') ?? id) !== id)
        return refuse(id, door, 'invalid_client', 'no such client');
      const held = await check(client, assertion);
      if ('why' in held) return refuse(id, door, 'invalid_client', held.why);
      const asked = (form.get('scope') ?? '').split(' ').filter(Boolean);
      const scopes = commonScopes(asked, client.scopes);
      const actor = actorOfClient(client, scopes);
      const secret = `omz_${newSecret()}`;
      const now = ground.wall.now();
      const issued = await withActor(ground, actor, { kind: 'none' }, async (trx) => {
        const first = await trx.query(
          'insert into platform.client_assertion (client, jti, expires_at) values ($1, $2, $3) on conflict do nothing',
          [client.id, held.jti, held.until],
        );
        if (first.rowCount !== 1 || scopes.length === 0) return first.rowCount === 1 ? 'no-scope' : 'again';
        await trx.query(
          'insert into platform.client_token (hash, client, scopes, issued_at, expires_at) values ($1, $2, $3, $4, $5)',
          [sessionHash(ground.keys, secret), client.id, scopes, now, new Date(now.getTime() + TOKEN_SECONDS * 1000)],
        );
        await auditInside(trx, ground.clock, {
          actor,
          action: 'signed-in',
          allowed: true,
          subjectType: 'Session',
          purpose: 'sign-in',
          ground: 'GDPR 32; NEN 7513',
          detail: `client: ${scopes.join(' ')}`,
          ...door,
        });
        return 'issued';
      });
      if (issued === 'again')
        return refuse(id, door, 'invalid_client', 'the assertion was used before: give it a new jti');
      if (issued === 'no-scope') return refuse(id, door, 'invalid_scope', 'none of these scopes is registered');
      return { status: 200, token: secret, seconds: TOKEN_SECONDS, scopes };
    },
    async read(token) {
      if (!OWN_TOKEN.test(token)) return null;
      return clientOfToken(ground.pool, sessionHash(ground.keys, token), ground.wall.now());
    },
  };
}
