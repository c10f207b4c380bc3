import type { WebContext } from '../../web/index.ts';

/** What the description of a route let through. */
export function valid<T>(c: WebContext, where: 'query' | 'param' | 'json'): T {
  return (c.req as unknown as { readonly valid: (from: string) => T }).valid(where);
}
