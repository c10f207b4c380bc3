import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Provider } from 'oidc-provider';
import { errors } from './engine.ts';
import { answerWith } from './node-bridge.ts';
import type { IdentityPersona, IdentityProviderOptions } from './provider.ts';

/** Where, under the path of the provider, a visitor picks who to be. */
export const SIGN_IN = '/sign-in/';

export type SignInPage<P extends IdentityPersona> = {
  readonly provider: Provider;
  readonly options: IdentityProviderOptions<P>;
  /** The key that ties a form to its sign-in. */
  readonly key: string;
  /** The path of the provider. */
  readonly mount: string;
};

/** The page with personas, and the choice that was made on it. */
export async function signIn<P extends IdentityPersona>(
  { provider, options, key, mount }: SignInPage<P>,
  request: Request,
): Promise<Response> {
  const form = request.method === 'POST' ? new URLSearchParams(await request.clone().text()) : undefined;
  return answerWith(
    async (incoming, outgoing) => {
      try {
        const { uid } = await provider.interactionDetails(incoming, outgoing);
        const csrf = createHmac('sha256', key).update(uid).digest('base64url');
        const chosen = options.personas.find(({ id }) => id === form?.get('persona'));
        if (chosen && sameText(form?.get('csrf') ?? '', csrf)) {
          await provider.interactionFinished(incoming, outgoing, { login: { accountId: chosen.id } });
          return;
        }
        const page = await options.renderLogin(options.personas, { action: `${mount}${SIGN_IN}${uid}`, uid, csrf });
        outgoing.statusCode = form ? 400 : 200;
        outgoing.setHeader('content-type', 'text/html; charset=utf-8');
        outgoing.setHeader('cache-control', 'no-store');
        outgoing.end(page);
      } catch (error) {
        if (!(error instanceof errors.SessionNotFound)) throw error;
        outgoing.statusCode = 303;
        outgoing.setHeader('location', options.startOver);
        outgoing.end();
      }
    },
    request,
    mount,
  );
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
