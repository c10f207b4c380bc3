/** The little of autocannon that the load uses; it brings no types. */
declare module 'autocannon' {
  type Options = {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly headers: Record<string, string>;
    readonly requests: readonly { readonly path: string; readonly method: string; readonly body?: string }[];
  };
  const autocannon: (
    options: Options,
  ) => Promise<{ readonly requests: { readonly average: number }; readonly non2xx: number; readonly errors: number }>;
  export = autocannon;
}
