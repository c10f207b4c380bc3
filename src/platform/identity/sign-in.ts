import type { Actor } from '../access/actor.ts';
import { systemActor } from '../access/actor.ts';
import { type Ground, type Trx, withActor } from '../access/with-actor.ts';
import { type AuditAction, auditInside, type Door } from '../audit/index.ts';
import type { Language } from '../language.ts';
import { fail, ok, type Result } from '../problem.ts';
import { findHash } from '../seal.ts';
import { type Clock, localDate } from '../time/index.ts';
import {
  AS_RESIDENT,
  actorAsResident,
  actorInRole,
  findAccount,
  type HeldRole,
  isResident,
  rolesOf,
} from './account.ts';
import { endSession, type Session, type SessionRules, startSession } from './session.ts';

/** What signing in stands on: the ground floor and the clock of the machine. */
export type IdentityGround = Ground & { readonly wall: Clock };

/** A new session: its secret goes into the cookie. `actor` is absent while a role must still be chosen. */
export type Started = { readonly secret: string; readonly actor: Actor | undefined };

/**
 * Begins the session of someone whom the identity provider vouched for. Who holds one role is in; who holds several
 * chooses first. `remembered`: the language that their browser remembers, kept with who never chose one. Refused, and audited, when nobody here goes by this identity or when they have no role (any more).
 */
export async function signInAs(
  ground: IdentityGround,
  who: { readonly issuer: string; readonly subject: string },
  door: Door,
  remembered?: Language,
): Promise<Result<Started>> {
  const account = await findAccount(ground.pool, who.issuer, who.subject);
  if (!account || account.person.startsWith('Device/'))
    return refused(ground, who, door, account ? 'a system does not sign in' : 'unknown identity');
  const roles = await rolesOf(ground.pool, account.person, localDate(ground.clock.now()));
  const resident = isResident(account);
  if (roles.length === 0 && !resident) return refused(ground, who, door, 'no role');
  const only = roles.length + (resident ? 1 : 0) === 1;
  const actor = !only
    ? undefined
    : roles[0]
      ? actorInRole(roles[0], account.residentId)
      : actorAsResident(account.name, account.residentId ?? '');
  const language = account.language ?? remembered;
  const start = {
    person: account.person,
    name: account.name,
    roleId: only ? roles[0]?.id : undefined,
    // A resident who also has roles is nobody's resident until that is what they choose.
    residentId: only || !resident ? account.residentId : undefined,
    data: kept(resident ? account.residentId : undefined, !only, language),
  };
  const secret = await withActor(ground, actor ?? systemActor('sign-in'), { kind: 'none' }, async (trx) => {
    if (language && !account.language)
      await trx.query('update platform.account set language = $2 where person = $1', [account.person, language]);
    if (actor) await auditInside(trx, ground.clock, line(actor, 'signed-in', door));
    if (actor) await noteDay(ground, trx, actor);
    return startSession(rulesOf(ground), trx, start);
  });
  return ok({ secret, actor });
}

/** What a signed-in person may choose from. */
export async function choicesOf(
  ground: IdentityGround,
  session: Session,
): Promise<{ readonly roles: readonly HeldRole[]; readonly resident: string | undefined }> {
  const { rows } = await ground.pool.query<{ resident: string | null }>(
    `select data ->> 'resident' as resident from platform.session where id_hash = $1`,
    [session.hash],
  );
  return {
    roles: await rolesOf(ground.pool, session.person, localDate(ground.clock.now())),
    resident: rows[0]?.resident ?? undefined,
  };
}

/** Goes on in another role: this session ends and a new one begins, with what is left of its eight hours. */
export async function chooseRole(
  ground: IdentityGround,
  session: Session,
  choice: string,
  door: Door,
  before: Actor | undefined,
): Promise<Result<Started>> {
  const { roles, resident } = await choicesOf(ground, session);
  const role = roles.find(({ id }) => id === choice);
  const carer = session.residentId !== undefined && session.residentId !== resident ? session.residentId : undefined;
  const actor = role
    ? actorInRole(role, carer)
    : choice === AS_RESIDENT && resident
      ? actorAsResident(session.name, resident)
      : undefined;
  if (!actor)
    return fail('unprocessable', { nl: 'Kies een van uw rollen.', en: 'Choose one of your roles.' }, [
      { place: 'role', text: { nl: 'Kies een rol.', en: 'Choose a role.' } },
    ]);
  const rules = rulesOf(ground);
  return withActor(ground, actor, { kind: 'none' }, async (trx) => {
    // Two tabs that choose at once: the first ends the session, the second finds it ended.
    if (!(await endSession(rules, trx, session.hash)))
      return fail('sign-in', { nl: 'U bent niet meer ingelogd.', en: 'You are no longer signed in.' });
    if (before) await auditInside(trx, ground.clock, line(before, 'signed-out', door, 'another role'));
    await auditInside(trx, ground.clock, line(actor, 'signed-in', door, 'role chosen'));
    await noteDay(ground, trx, actor);
    const secret = await startSession(rules, trx, {
      person: session.person,
      name: session.name,
      roleId: role?.id,
      residentId: role ? carer : resident,
      until: session.expiresAt,
      data: kept(resident, true, session.language),
    });
    return ok({ secret, actor });
  });
}

/** The day on which somebody began to work in a role: for the organisation of that role, and no finer than a day. */
async function noteDay(ground: Ground, trx: Trx, actor: Actor): Promise<void> {
  if (actor.roleRef === '') return;
  await trx.query('update platform.role set last_sign_in = $2 where id = $1 and last_sign_in is distinct from $2', [
    actor.roleRef.slice('PractitionerRole/'.length),
    localDate(ground.clock.now()),
  ]);
}

/** Ends a session and says so in the audit. */
export async function signOut(
  ground: IdentityGround,
  session: Session,
  actor: Actor | undefined,
  door: Door,
): Promise<void> {
  await withActor(ground, actor ?? systemActor('sign-in'), { kind: 'none' }, async (trx) => {
    const ended = await endSession(rulesOf(ground), trx, session.hash);
    if (ended && actor) await auditInside(trx, ground.clock, line(actor, 'signed-out', door));
  });
}

/** A sign-in that was refused, in the audit. The identity is there as a keyed hash: it may hold a BSN. */
export async function auditRefusal(
  ground: Ground,
  who: { readonly issuer: string; readonly subject: string } | undefined,
  door: Door,
  reason: string,
): Promise<void> {
  const mark = who ? `, identity ${findHash(ground.keys, who.issuer, who.subject).toString('hex').slice(0, 16)}` : '';
  await ground.audit.write({
    ...line(systemActor('sign-in'), 'sign-in-refused', door, `${reason}${mark}`),
    allowed: false,
  });
}

async function refused(
  ground: Ground,
  who: { readonly issuer: string; readonly subject: string },
  door: Door,
  reason: string,
): Promise<Result<never>> {
  await auditRefusal(ground, who, door, reason);
  return fail('forbidden', {
    nl: 'U bent bekend bij de inlogdienst, maar u heeft (nog) geen rol in Omzien.',
    en: 'The sign-in service knows you, but you have no role in Omzien (yet).',
  });
}

const kept = (
  resident: string | undefined,
  several: boolean,
  language: Language | undefined,
): Readonly<Record<string, string>> => ({
  ...(resident ? { resident } : {}),
  ...(several ? { several: 'yes' } : {}),
  ...(language ? { language } : {}),
});

const rulesOf = ({ pool, keys, clock, wall }: IdentityGround): SessionRules => ({ pool, keys, clock, wall });

function line(actor: Actor, action: AuditAction, door: Door, detail?: string) {
  return {
    actor,
    action,
    allowed: true,
    resident: actor.role === 'resident' ? actor.residentId : undefined,
    subjectType: 'Session',
    purpose: 'sign-in',
    ground: 'GDPR 32; NEN 7513',
    ...door,
    ...(detail ? { detail } : {}),
  };
}
