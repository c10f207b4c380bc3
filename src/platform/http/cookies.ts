import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** The cookies of the house. With https each carries the prefix that ties it to this host (RFC 6265bis, `__Host-`). */
export type CookieName =
  | 'omzien'
  | 'omzien-visit'
  | 'omzien-login'
  | 'omzien-flash'
  | 'omzien-taal'
  | 'omzien-arrived'
  | 'omzien-start'
  | 'omzien-launch';

export type Jar = {
  readonly read: (c: Context, name: CookieName) => string | undefined;
  /** `seconds` absent: until the browser closes. */
  readonly write: (c: Context, name: CookieName, value: string, seconds?: number) => void;
  readonly remove: (c: Context, name: CookieName) => void;
};

/** Reads and writes cookies: never for scripts, never sent along by another site's form. */
export function createJar(https: boolean): Jar {
  const full = (name: CookieName) => (https ? `__Host-${name}` : name);
  const attributes = { path: '/', httpOnly: true, sameSite: 'Lax', secure: https } as const;
  return {
    read: (c, name) => getCookie(c, full(name)),
    write: (c, name, value, seconds) =>
      setCookie(c, full(name), value, { ...attributes, ...(seconds === undefined ? {} : { maxAge: seconds }) }),
    remove: (c, name) => setCookie(c, full(name), '', { ...attributes, maxAge: 0 }),
  };
}
