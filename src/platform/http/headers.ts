import type { MiddlewareHandler } from 'hono';

export type HeaderRules = { readonly contentSecurityPolicy: string; readonly https: boolean };

/** The policy of a file that somebody sent: nothing in it runs, loads or is framed. Tighter than that of our pages. */
export const SANDBOXED = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** Sets the headers that every answer carries. An answer that set one itself keeps it; the policy cannot be widened. */
export function securityHeaders(rules: HeaderRules): MiddlewareHandler {
  const fixed: readonly (readonly [string, string])[] = [
    ['content-security-policy', rules.contentSecurityPolicy],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['x-frame-options', 'DENY'],
    ...(rules.https ? ([['strict-transport-security', 'max-age=63072000; includeSubDomains']] as const) : []),
  ];
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    const sandboxed = headers.get('content-security-policy') === SANDBOXED;
    for (const [name, value] of fixed) if (!(sandboxed && name === 'content-security-policy')) headers.set(name, value);
    // What is not said to be kept is not kept: pages hold what is nobody else's business.
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  };
}
