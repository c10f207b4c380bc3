/** The part of oidc-provider that the demo uses; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type OidcContext = {
    type: string;
    status: number;
    body: unknown;
    readonly oidc: {
      readonly provider: Provider;
      readonly client: { readonly clientId: string };
      readonly account?: { readonly accountId: string };
      readonly params: Record<string, string | undefined>;
      readonly result?: { readonly login?: { readonly accountId: string } };
    };
  };

  export class Provider {
    readonly issuer: string;
    proxy: boolean;
    readonly Grant: new (of: {
      clientId: string;
      accountId: string;
    }) => {
      addOIDCScope(scope: string): void;
      save(): Promise<string>;
    };
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ readonly uid: string }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { readonly login: { readonly accountId: string } } | { readonly error: string },
    ): Promise<void>;
    on(event: string, listener: (...given: unknown[]) => void): this;
  }

  export const errors: Readonly<
    Record<'InvalidScope' | 'InvalidTarget' | 'SessionNotFound', new (message: string, more?: string) => Error>
  >;

  export const interactionPolicy: {
    readonly Check: {
      new (reason: string, description: string, error: string, check: (context: OidcContext) => boolean): object;
      readonly REQUEST_PROMPT: boolean;
      readonly NO_NEED_TO_PROMPT: boolean;
    };
    readonly base: () => { get(name: string): { readonly checks: { add(check: object): void } } };
  };
}
