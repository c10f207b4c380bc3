import type { Context } from 'hono';
import type { Visitor } from '../platform/identity/index.ts';
import type { Actor } from '../platform/index.ts';
import type { NavItem, PageContext } from '../ui/index.ts';
import { type House, homeOf } from './parts.ts';
import type { WebContext } from './types.ts';
import { csrfOf, takeFlash, visitorOf } from './visit.ts';
import { roleLabel, webWords } from './words.ts';

/** What a page needs to know about its request. */
export async function pageContextOf(house: House, c: WebContext): Promise<PageContext> {
  return contextFor(house, c, await visitorOf(house, c));
}

/** The same for a visitor who was read already; also where the database cannot be asked. */
export function contextFor(house: House, c: Context, visitor: Visitor): PageContext {
  const actor = visitor.kind === 'signed-in' ? visitor.actor : undefined;
  const flash = takeFlash(house, c, visitor);
  const home = actor && homeOf(house, actor);
  let csrf: string | undefined;
  return {
    lang: 'nl',
    path: c.req.path,
    // Asked for by forms only: a page without a form sets no cookie.
    get csrf() {
      csrf ??= csrfOf(house, c, visitor);
      return csrf;
    },
    ...(actor ? { signedIn: signedIn(actor) } : {}),
    ...(visitor.kind === 'choosing'
      ? { signedIn: { name: visitor.session.name, roleLabel: '', organisation: '' } }
      : {}),
    nav: visitor.kind === 'signed-in' ? navigation(house, visitor, c.req.path) : [],
    demo: house.config.mode === 'demo',
    ...(flash ? { flash } : {}),
    ...(home ? { homeHref: home } : {}),
    footerNav: house.rooms.flatMap((room) => room.footer ?? []),
  };
}

function signedIn(actor: Actor): NonNullable<PageContext['signedIn']> {
  return { name: actor.name, roleLabel: roleLabel(actor.role), organisation: actor.organisationName };
}

/** The links of all rooms for this person; the one that leads nearest to this page is the current one. */
function navigation(
  house: House,
  { actor, session }: Extract<Visitor, { kind: 'signed-in' }>,
  path: string,
): readonly NavItem[] {
  const items = [
    ...house.rooms.flatMap((room) => room.navigation?.(actor) ?? []),
    ...(session.several ? [{ href: '/rol', label: webWords('nl').choose.link }] : []),
  ];
  const nearest = items
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
  return items.map((item) => (item.href === nearest ? { ...item, current: true } : item));
}
