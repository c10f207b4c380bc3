type Handle = (request: Request) => Promise<Response>;

/**
 * Keeps these cookies away from an identity provider, so that it remembers nobody between two sign-ins. The demo needs
 * it: oidc-provider, asked to sign in somebody else than it remembers, first shows a page of its own to sign out.
 */
export function forgetful(handle: Handle, names: readonly string[]): Handle {
  const dropped = new Set(names.flatMap((name) => [name, `${name}.sig`]));
  return (request) => {
    const cookies = request.headers.get('cookie');
    if (cookies === null) return handle(request);
    const left = cookies.split(/;\s*/).filter((pair) => !dropped.has(pair.split('=')[0] ?? ''));
    const headers = new Headers(request.headers);
    if (left.length > 0) headers.set('cookie', left.join('; '));
    else headers.delete('cookie');
    return handle(new Request(request, { headers }));
  };
}
