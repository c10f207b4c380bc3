import { sweepDepartures } from '../../directory/index.ts';
import type { Actor, Language, RoleCode } from '../../platform/index.ts';
import type { NavItem } from '../../ui/index.ts';
import type { Glance, WebRoom } from '../../web/index.ts';
import { computeFigures } from '../figures/compute.ts';
import { publishFunnel } from '../figures/funnel.ts';
import { computeOwnFigures } from '../figures/own.ts';
import type { PathwayGround } from '../ground.ts';
import { remindAppointments } from '../messages/appointment-reminders.ts';
import { followUps } from '../messages/follow-up.ts';
import { remindBefore, takeBackStale } from '../messages/reminders.ts';
import { makeMessages, wantsMessage } from '../messages/subscriber.ts';
import { atAGlance } from '../read/glance.ts';
import { isInvitation } from './organisation/accept/handler.ts';
import { organisationRoutes } from './organisation/routes.ts';
import { adminWords } from './organisation/words.ts';
import { letterWords } from './other/letters/words.ts';
import { otherRoutes } from './other/routes.ts';
import { otherWords } from './other/words.ts';
import { providerRoutes } from './provider/routes.ts';
import { providerWords } from './provider/words.ts';
import { askLabel } from './public/ask/view.tsx';
import { publicRoutes } from './public/routes.ts';
import { messagesWords } from './resident/messages/words.ts';
import { residentRoutes } from './resident/routes.ts';
import { residentWords } from './resident/words.ts';
import { attachmentPath, fetchAttachment, paths } from './shared/index.ts';

/** Where the work of a role begins. */
const HOMES: Readonly<Partial<Record<RoleCode, string>>> = {
  resident: '/mijn',
  provider: '/aanbod',
  'organisation-admin': '/organisatie',
  'policy-adviser': '/cijfers',
  'debt-officer': '/schuldhulp',
};

/**
 * The pages of residents, providers, anyone, and who oversees; and the mails and letters. The room of coaches and
 * practices comes before it in the list of rooms, so that letters stand behind the worklist in their navigation.
 */
export function peopleRoom(parts: PathwayGround): WebRoom {
  // The address of this installation; known when the routes are made, before anything is delivered or swept.
  let publicUrl = '';
  return {
    name: 'people',
    routes: (kit) => {
      publicUrl = kit.config.publicUrl;
      const app = kit.routes();
      publicRoutes(app, kit, parts);
      providerRoutes(app, kit, parts);
      residentRoutes(app, kit, parts);
      organisationRoutes(app, kit, parts);
      otherRoutes(app, kit, parts);
      app.get(
        attachmentPath(':id'),
        kit.page({ roles: 'any' }, (ask) => fetchAttachment(parts, ask)),
      );
      return app;
    },
    arrivals: isInvitation,
    navigation,
    footer: (lang) => [{ href: '/hulp-vragen', label: askLabel(lang) }],
    glance: (actor) => glanceOf(parts, actor),
    home: (actor) => HOMES[actor.role],
    subscribers: [{ name: 'messages', wants: wantsMessage, deliver: (event) => makeMessages(parts, publicUrl, event) }],
    sweeps: [
      { name: 'reminders', run: async () => void (await remindBefore(parts, publicUrl)) },
      { name: 'appointments', run: async () => void (await remindAppointments(parts, publicUrl)) },
      { name: 'look-back', run: async () => void (await followUps(parts, publicUrl)) },
      // Last, so that nothing leaves that no longer holds.
      { name: 'stale messages', run: async () => void (await takeBackStale(parts)) },
      { name: 'departures', run: async () => void (await sweepDepartures(parts)) },
      { name: 'figures', run: async () => void (await computeFigures(parts)) },
      { name: 'own figures', run: async () => void (await computeOwnFigures(parts)) },
      { name: 'funnel', run: async () => void (await publishFunnel(parts)) },
    ],
  };
}

/** How much is new for this person, and whether they read large letters. */
async function glanceOf(parts: PathwayGround, actor: Actor): Promise<Glance> {
  const href = UNREAD_AT[actor.role];
  if (!href) return {};
  const { unread, large } = await atAGlance(parts, actor);
  return { unread: { [href]: unread }, large };
}

/** Behind which link new messages of a role are counted. */
const UNREAD_AT: Readonly<Partial<Record<RoleCode, string>>> = {
  resident: '/mijn/berichten',
  'welfare-coach': paths.messages,
  coordinator: paths.messages,
};

function navigation(actor: Actor, lang: Language): readonly NavItem[] {
  const resident = residentWords(lang).nav;
  switch (actor.role) {
    case 'resident':
      // Six at most, with what the directory adds: more is four lines on a telephone. The others stand on /mijn.
      return [
        { href: '/mijn', label: resident.home },
        { href: '/mijn/berichten', label: messagesWords(lang).nav },
        { href: '/mijn/doelen', label: resident.goals },
        { href: '/mijn/toestemming', label: resident.consents },
        { href: '/mijn/inzage', label: resident.looks },
      ];
    case 'provider':
      return [{ href: '/aanbod', label: providerWords(lang).list.nav }];
    case 'welfare-coach':
    case 'coordinator':
      return [{ href: '/werk/brieven', label: letterWords(lang).nav }];
    case 'organisation-admin':
      return adminNavigation(lang);
    case 'policy-adviser':
      return [{ href: '/cijfers', label: otherWords(lang).figures.nav }];
    case 'debt-officer':
      return [{ href: '/schuldhulp', label: otherWords(lang).debt.nav }];
    default:
      return [];
  }
}

function adminNavigation(lang: Language): readonly NavItem[] {
  const words = adminWords(lang).nav;
  return [
    { href: '/organisatie', label: words.overview },
    { href: '/organisatie/mensen', label: words.people },
    { href: '/organisatie/teams', label: words.teams },
    { href: '/organisatie/rechten', label: words.rights },
    { href: '/organisatie/cijfers', label: words.figures },
  ];
}
