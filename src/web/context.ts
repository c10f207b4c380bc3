import { lastsUntil, type Visitor } from '../platform/identity/index.ts';
import type { Actor, Language } from '../platform/index.ts';
import type { NavItem, PageContext } from '../ui/index.ts';
import { languageOf } from './language.ts';
import { type House, homeOf } from './parts.ts';
import type { Glance, WebContext } from './types.ts';
import { csrfOf, takeFlash, visitorOf } from './visit.ts';
import { roleLabel, webWords } from './words.ts';

/** What a page needs to know about its request. */
export async function pageContextOf(house: House, c: WebContext): Promise<PageContext> {
  const visitor = await visitorOf(house, c);
  return contextFor(house, c, visitor, visitor.kind === 'signed-in' ? await glanceOf(house, visitor.actor) : undefined);
}

/** What the rooms know of this person; a page is not kept waiting, or away, by what is only beside it. */
async function glanceOf(house: House, actor: Actor): Promise<Glance> {
  const looked = await Promise.all(
    house.rooms.map((room) => room.glance?.(actor).catch((): Glance => ({})) ?? ({} as Glance)),
  );
  return {
    unread: Object.assign({}, ...looked.map((one) => one.unread)) as Readonly<Record<string, number>>,
    large: looked.some((one) => one.large),
  };
}

/** The same for a visitor who was read already; also where the database cannot be asked. */
export function contextFor(house: House, c: WebContext, visitor: Visitor, glance: Glance = {}): PageContext {
  const actor = visitor.kind === 'signed-in' ? visitor.actor : undefined;
  const flash = takeFlash(house, c, visitor);
  const home = actor && homeOf(house, actor);
  const lang = languageOf(house, c, visitor);
  let csrf: string | undefined;
  return {
    lang,
    path: c.req.path,
    address: addressOf(c),
    // Asked for by forms only: a page without a form sets no cookie.
    get csrf() {
      csrf ??= csrfOf(house, c, visitor);
      return csrf;
    },
    ...(visitor.kind === 'signed-in' ? { signedIn: signedIn(house, visitor, lang) } : {}),
    ...(glance.large ? { large: true } : {}),
    ...(visitor.kind === 'choosing'
      ? { signedIn: { name: visitor.session.name, roleLabel: '', organisation: '' } }
      : {}),
    nav: navigationFor(house, visitor, c.req.path, lang, glance),
    demo: house.config.mode === 'demo',
    ...(flash ? { flash } : {}),
    ...(home ? { homeHref: home } : {}),
    footerNav: house.rooms.flatMap((room) => room.footer?.(lang) ?? []),
  };
}

/** Where the page of this request is found: of a form that was sent, the page it stands on. */
function addressOf(c: WebContext): string {
  return c.get('formPath') ?? c.req.url.slice(new URL(c.req.url).origin.length);
}

function signedIn(
  house: House,
  { actor, session }: Extract<Visitor, { kind: 'signed-in' }>,
  lang: Language,
): NonNullable<PageContext['signedIn']> {
  return {
    name: actor.name,
    roleLabel: roleLabel(actor.role, lang),
    organisation: actor.organisationName,
    // A resident may sit at a borrowed device: they read until when this lasts.
    ...(actor.role === 'resident' ? { until: lastsUntil(session, house.ground.wall.now()).toISOString() } : {}),
  };
}

/** The links of all rooms for this person, or for anyone; the one that leads nearest to this page is the current one. */
function navigationFor(
  house: House,
  visitor: Visitor,
  path: string,
  lang: Language,
  glance: Glance,
): readonly NavItem[] {
  const items = itemsFor(house, visitor, lang);
  const nearest = items
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
  return items.map((item) => {
    const count = glance.unread?.[item.href];
    return { ...item, ...(item.href === nearest ? { current: true } : {}), ...(count ? { count } : {}) };
  });
}

function itemsFor(house: House, visitor: Visitor, lang: Language): readonly NavItem[] {
  if (visitor.kind === 'choosing') return [];
  if (visitor.kind !== 'signed-in') return house.rooms.flatMap((room) => room.publicNavigation?.(lang) ?? []);
  return [
    ...house.rooms.flatMap((room) => room.navigation?.(visitor.actor, lang) ?? []),
    ...(visitor.session.several ? [{ href: '/rol', label: webWords(lang).choose.link }] : []),
  ];
}
