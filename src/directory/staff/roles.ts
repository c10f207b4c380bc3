import { createHash } from 'node:crypto';
import type { Resource } from '../../fhir/index.ts';
import {
  type Actor,
  type Door,
  type Ground,
  localDate,
  type Result,
  type RoleCode,
  type Trx,
} from '../../platform/index.ts';
import { ROLE_SYSTEM } from '../role.ts';
import { putRegional } from '../shelf.ts';
import { administer, bare, lockedResource, overtaken, refuse, type Tell } from './act.ts';
import { type OwnOrganisation, organisationOf, ROLES_WITH_SERVICES } from './kinds.ts';
import { type Colleague, colleagueIn, countAdmins } from './people.ts';
import { SAID } from './said.ts';

/** A role as an administrator gives it. */
export type RoleWish = { readonly code: RoleCode; readonly services: readonly string[] };

/**
 * What an administrator saw of a colleague, in one word: sent back with each change, so that who acts on what is no
 * longer so is told.
 */
export function stateOf(colleague: Colleague): string {
  const shown = colleague.roles.map(({ id, services, open, until, checkedOn }) => [
    id,
    services,
    open,
    until,
    checkedOn,
  ]);
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16);
}

/** Checks a wish against the organisation, or refuses with words on the field it is about. */
export function checkWish(organisation: OwnOrganisation, wish: RoleWish, place = ''): RoleWish {
  if (!organisation.roles.includes(wish.code)) refuse('unprocessable', SAID.roleDoesNotFit, `${place}role`);
  if (!ROLES_WITH_SERVICES.includes(wish.code)) return { code: wish.code, services: [] };
  const known = organisation.services.map(({ reference }) => reference);
  if (wish.services.length === 0 || wish.services.some((one) => !known.includes(one)))
    refuse('unprocessable', SAID.chooseServices, `${place}services`);
  return { code: wish.code, services: known.filter((one) => wish.services.includes(one)) };
}

type Change = {
  readonly trx: Trx;
  readonly tell: Tell;
  readonly colleague: Colleague;
  readonly organisation: OwnOrganisation;
};

/** An act on one colleague of whom the administrator saw this state. */
export function changeColleague<T>(
  ground: Ground,
  actor: Actor,
  on: { readonly person: string; readonly seen?: string },
  door: Door,
  work: (change: Change) => Promise<T>,
): Promise<Result<T>> {
  return administer(ground, actor, door, async (trx, tell) => {
    const colleague = await colleagueIn(ground, trx, actor, on.person);
    const organisation = await organisationOf(trx, actor.organisation);
    if (!colleague || !organisation) return refuse('absent', SAID.noColleague);
    if (on.seen !== undefined && on.seen !== stateOf(colleague)) overtaken();
    return work({ trx, tell, colleague, organisation });
  });
}

/** Gives a colleague one more role. Nobody gives themselves one: that takes a second administrator. */
export async function giveRole(
  ground: Ground,
  actor: Actor,
  what: { readonly person: string; readonly seen: string; readonly wish: RoleWish },
  door: Door,
): Promise<Result<{ readonly role: string }>> {
  return changeColleague(ground, actor, what, door, async ({ trx, tell, colleague, organisation }) => {
    if (what.person === actor.person) refuse('unprocessable', SAID.noRoleForYourself, 'role');
    if (!colleague.active) refuse('conflict', SAID.hasLeft, 'role');
    const wish = checkWish(organisation, what.wish);
    if (colleague.roles.some((role) => role.open && role.code === wish.code)) refuse('conflict', SAID.hasRole, 'role');
    const role = await writeRole(ground, trx, {
      person: { reference: colleague.person, name: colleague.name },
      organisation: { reference: actor.organisation, name: organisation.name },
      wish,
    });
    await tell({ type: 'PractitionerRole', id: role, detail: `role given: ${wish.code}` });
    return { role };
  });
}

/** Changes for which teams or services a role is held. */
export async function changeServices(
  ground: Ground,
  actor: Actor,
  what: { readonly person: string; readonly seen: string; readonly role: string; readonly services: readonly string[] },
  door: Door,
): Promise<Result<{ readonly role: string }>> {
  return changeColleague(ground, actor, what, door, async ({ trx, tell, colleague, organisation }) => {
    const held = colleague.roles.find((role) => role.id === what.role && role.open);
    if (!held) return overtaken();
    const wish = checkWish(organisation, { code: held.code, services: what.services });
    if (what.person === actor.person && wish.services.some((one) => !held.services.includes(one)))
      refuse('unprocessable', SAID.noTeamForYourself, 'services');
    await rewriteRole(ground, trx, held.id, (role) => ({
      ...role,
      healthcareService: wish.services.map((reference) => ({ reference })),
    }));
    await tell({ type: 'PractitionerRole', id: held.id, detail: 'teams or services changed' });
    return { role: held.id };
  });
}

/** Takes a role: from the very next request on it opens nothing. An organisation keeps an administrator. */
export async function takeRole(
  ground: Ground,
  actor: Actor,
  what: { readonly person: string; readonly seen: string; readonly role: string },
  door: Door,
): Promise<Result<{ readonly role: string }>> {
  return changeColleague(ground, actor, what, door, async ({ trx, tell, colleague }) => {
    const held = colleague.roles.find((role) => role.id === what.role && role.open);
    if (!held) return overtaken();
    if (held.code === 'organisation-admin') await keepAnAdministrator(trx, actor, what.person);
    await endRole(ground, trx, held.id);
    await tell({ type: 'PractitionerRole', id: held.id, detail: `role taken: ${held.code}` });
    return { role: held.id };
  });
}

/** Refuses where nobody else could administer the organisation any more. */
export async function keepAnAdministrator(trx: Trx, actor: Actor, person: string): Promise<void> {
  if ((await countAdmins(trx, actor, person)) === 0) refuse('conflict', SAID.lastAdministrator, 'role');
}

/** Writes a new PractitionerRole, from which sign-in and access read. Gives its id. */
export async function writeRole(
  ground: Ground,
  trx: Trx,
  of: {
    readonly person: { readonly reference: string; readonly name: string };
    readonly organisation: { readonly reference: string; readonly name: string };
    readonly wish: RoleWish;
  },
): Promise<string> {
  const resource: Resource = {
    resourceType: 'PractitionerRole',
    active: true,
    period: { start: localDate(ground.clock.now()) },
    practitioner: { reference: of.person.reference, display: of.person.name },
    organization: { reference: of.organisation.reference, display: of.organisation.name },
    code: [{ coding: [{ system: ROLE_SYSTEM, code: of.wish.code }] }],
    ...(of.wish.services.length > 0 ? { healthcareService: of.wish.services.map((reference) => ({ reference })) } : {}),
  };
  return (await putRegional(ground, trx, resource, JSON.stringify(resource), undefined)).id;
}

/** Ends a role today, at once; or after a later last day. */
export async function endRole(ground: Ground, trx: Trx, id: string, lastDay?: string): Promise<void> {
  const today = localDate(ground.clock.now());
  const later = lastDay !== undefined && lastDay > today;
  await rewriteRole(ground, trx, id, (role) => ({
    ...role,
    active: later,
    period: { ...(role.period as object | undefined), end: later ? lastDay : today },
  }));
  // A session in this role is over; readVisitor would find the role closed all the same.
  if (!later)
    await trx.query('update platform.session set ended_at = now() where role_id = $1 and ended_at is null', [id]);
}

async function rewriteRole(ground: Ground, trx: Trx, id: string, change: (role: Resource) => Resource): Promise<void> {
  const present = await lockedResource(trx, 'PractitionerRole', id);
  if (!present) return overtaken();
  const next = change(present.resource);
  await putRegional(ground, trx, next, JSON.stringify(next), id, present.version);
}

/** Says that the roles of a colleague are still right: recorded with the day and by whom. */
export async function confirmRoles(
  ground: Ground,
  actor: Actor,
  what: { readonly person: string; readonly seen: string },
  door: Door,
): Promise<Result<{ readonly roles: number }>> {
  return changeColleague(ground, actor, what, door, async ({ trx, tell, colleague }) => {
    const open = colleague.roles.filter((role) => role.open).map(({ id }) => id);
    await trx.query('update platform.role set checked_on = $2, checked_by = $3 where id = any ($1)', [
      open,
      localDate(ground.clock.now()),
      actor.name,
    ]);
    await tell({ type: 'Practitioner', id: bare(what.person), detail: 'roles checked: still right' });
    return { roles: open.length };
  });
}
