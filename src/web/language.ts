import type { Visitor } from '../platform/identity/index.ts';
import { firstLanguage, type Language } from '../platform/index.ts';
import type { House } from './parts.ts';
import type { WebContext } from './types.ts';

/** A language that pages are in; undefined for anything else. */
export const known = (value: string | undefined): Language | undefined =>
  value === 'nl' || value === 'en' ? value : undefined;

/** What this browser remembers; undefined while nobody chose here. */
export function rememberedLanguage(house: House, c: WebContext): Language | undefined {
  return known(house.jar.read(c, 'omzien-taal'));
}

/** The language of this request: what the person chose, else what the browser remembers, else what it asks for. */
export function languageOf(house: House, c: WebContext, visitor: Visitor): Language {
  const own = visitor.kind === 'signed-in' || visitor.kind === 'choosing' ? visitor.session.language : undefined;
  return own ?? rememberedLanguage(house, c) ?? firstLanguage(c.req.header('accept-language'));
}
