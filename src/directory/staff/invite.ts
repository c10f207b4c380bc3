import { newSecret } from '../../platform/http/index.ts';
import {
  type Actor,
  addDays,
  auditInside,
  type Door,
  type Ground,
  type LocalDate,
  localDate,
  NOBODY,
  ok,
  Refusal,
  type Result,
  sessionHash,
  systemActor,
  type Trx,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { administer, oversee, overtaken, refuse } from './act.ts';
import { invitationMail } from './invite-mail.ts';
import { organisationOf } from './kinds.ts';
import { checkWish, type RoleWish } from './roles.ts';
import { SAID } from './said.ts';

/** How many days a link works. */
export const INVITE_DAYS = 7;
/** How many invitations one organisation sends in a day. */
const MOST_A_DAY = 100;

/** An invitation that waits, as the administrator sees it. */
export type OpenInvite = {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly roles: readonly RoleWish[];
  readonly until: LocalDate;
  readonly invitedBy: string;
  /** The link no longer works; sending again makes a new one. */
  readonly expired: boolean;
};

export type NewInvite = {
  readonly given: string;
  readonly family: string;
  readonly mail: string;
  readonly roles: readonly RoleWish[];
};

type InviteRow = {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly mail: string;
  readonly roles: readonly RoleWish[];
  readonly until: LocalDate;
  readonly invited_by_name: string;
};

/**
 * Invites somebody to work here: a mail with a link that works once. Nobody learns whether they are known elsewhere:
 * the answer is the same for every address.
 */
export function invite(
  ground: Ground,
  actor: Actor,
  wish: NewInvite,
  publicUrl: string,
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  return administer(ground, actor, door, async (trx, tell) => {
    const made = await inviteInside(ground, trx, actor, wish, publicUrl);
    await tell({ type: 'Invite', id: made.id, detail: `invited: ${wish.roles.map(({ code }) => code).join(', ')}` });
    return { id: made.id };
  });
}

/** As `invite`, inside an open transaction; the operator's command uses it. Gives the link too. */
export async function inviteInside(
  ground: Ground,
  trx: Trx,
  actor: Actor,
  wish: NewInvite,
  publicUrl: string,
): Promise<{ readonly id: string; readonly link: string }> {
  const organisation = await organisationOf(trx, actor.organisation);
  if (!organisation) return refuse('absent', SAID.noOrganisation);
  const roles = wish.roles.map((role) => checkWish(organisation, role));
  if (roles.length === 0) refuse('unprocessable', SAID.chooseRole, 'role');
  const today = localDate(ground.clock.now());
  const open = await trx.query(
    'select 1 from directory.invite where organisation = $1 and lower(mail) = lower($2) and accepted_at is null and withdrawn_at is null',
    [actor.organisation, wish.mail],
  );
  if (open.rowCount) refuse('conflict', SAID.openInvite, 'mail');
  const { rows } = await trx.query<{ n: number }>(
    'select count(*)::int as n from directory.invite where organisation = $1 and sent_at > $2',
    [actor.organisation, new Date(ground.clock.now().getTime() - 86_400_000)],
  );
  if ((rows[0]?.n ?? 0) >= MOST_A_DAY) refuse('too-many', SAID.manyInvites);
  const id = ulid(ground.clock);
  const secret = newSecret();
  const until = addDays(today, INVITE_DAYS);
  await trx.query(
    `insert into directory.invite (id, organisation, given, family, mail, roles, secret_hash, invited_by, invited_by_name, sent_at, until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      actor.organisation,
      wish.given,
      wish.family,
      wish.mail,
      JSON.stringify(roles),
      sessionHash(ground.keys, secret),
      actor.person,
      actor.name,
      ground.clock.now(),
      until,
    ],
  );
  const link = linkOf(publicUrl, secret);
  await post(ground, trx, id, { ...wish, until, organisation: organisation.name, by: actor.name, link });
  return { id, link };
}

const linkOf = (publicUrl: string, secret: string) => `${publicUrl}/uitnodiging/${secret}`;

/** Puts the mail where mail waits. Each sending is a message of its own. */
async function post(
  ground: Ground,
  trx: Trx,
  id: string,
  about: Parameters<typeof invitationMail>[0] & { readonly mail: string },
): Promise<void> {
  const { subject, body } = invitationMail(about);
  const message = ulid(ground.clock);
  await trx.query(
    `insert into platform.message (resident_id, id, at, kind, recipient, recipient_kind, subject, body, event_id, secret)
     values ($1, $2, $3, 'mail', $4, 'invited', $5, $6, $7, true)`,
    [NOBODY, message, ground.clock.now(), about.mail, subject, body, `invite-${id}-${message}`],
  );
}

/** The invitations of the actor's organisation that wait, newest first. */
export function openInvites(
  ground: Ground,
  actor: Actor,
  door: Door,
): Promise<Result<{ readonly invites: readonly OpenInvite[] }>> {
  return oversee(ground, actor, door, { type: 'Invite' }, async (trx) => {
    const today = localDate(ground.clock.now());
    const { rows } = await trx.query<InviteRow>(
      `select id, given, family, mail, roles, until::text as until, invited_by_name from directory.invite
       where organisation = $1 and accepted_at is null and withdrawn_at is null order by sent_at desc, id desc limit 200`,
      [actor.organisation],
    );
    return {
      invites: rows.map((row) => ({
        id: row.id,
        name: `${row.given} ${row.family}`,
        mail: row.mail,
        roles: row.roles,
        until: row.until,
        invitedBy: row.invited_by_name,
        expired: row.until < today,
      })),
    };
  });
}

/** Sends an invitation again, with a new link; the one before no longer works. */
export function resendInvite(
  ground: Ground,
  actor: Actor,
  id: string,
  publicUrl: string,
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  return administer(ground, actor, door, async (trx, tell) => {
    const row = await openInvite(trx, actor, id);
    const organisation = await organisationOf(trx, actor.organisation);
    const secret = newSecret();
    const until = addDays(localDate(ground.clock.now()), INVITE_DAYS);
    await trx.query('update directory.invite set secret_hash = $2, until = $3, sent_at = $4 where id = $1', [
      id,
      sessionHash(ground.keys, secret),
      until,
      ground.clock.now(),
    ]);
    await post(ground, trx, id, {
      ...row,
      until,
      organisation: organisation?.name ?? actor.organisationName,
      by: actor.name,
      link: linkOf(publicUrl, secret),
    });
    await tell({ type: 'Invite', id, detail: 'sent again' });
    return { id };
  });
}

/** Withdraws an invitation: its link no longer works, and a mail that has not left yet stays here. */
export async function withdrawInvite(
  ground: Ground,
  actor: Actor,
  id: string,
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  const done = await administer(ground, actor, door, async (trx, tell) => {
    await openInvite(trx, actor, id);
    await trx.query('update directory.invite set withdrawn_at = $2 where id = $1', [id, ground.clock.now()]);
    await tell({ type: 'Invite', id, detail: 'withdrawn' });
    return { id };
  });
  if (done.ok)
    await withActor(ground, systemActor('mail'), { kind: 'region' }, (trx) =>
      trx.query(
        `update platform.message set cancelled_at = $3, body = '' where resident_id = $1 and event_id like $2 and sent_at is null`,
        [NOBODY, `invite-${id}-%`, ground.clock.now()],
      ),
    );
  return done;
}

/** An open invitation of the actor's own organisation, locked; a refusal where it is not open any more. */
async function openInvite(trx: Trx, actor: Actor, id: string): Promise<InviteRow> {
  const { rows } = await trx.query<InviteRow & { readonly open: boolean }>(
    `select id, given, family, mail, roles, until::text as until, invited_by_name,
       accepted_at is null and withdrawn_at is null as open
     from directory.invite where id = $1 and organisation = $2 for update`,
    [id, actor.organisation],
  );
  if (!rows[0]) return refuse('absent', SAID.noInvite);
  return rows[0].open ? rows[0] : overtaken();
}

/**
 * Invites the first administrator of an organisation, by the operator: `organisation` is its bare id. Where one is at
 * work already, they invite; the operator does not come in between.
 */
export async function inviteFirst(
  ground: Ground,
  whom: { readonly organisation: string; readonly mail: string; readonly given: string; readonly family: string },
  publicUrl: string,
): Promise<Result<{ readonly link: string }>> {
  const organisation = `Organization/${whom.organisation}`;
  const actor: Actor = { ...systemActor('operator'), name: 'Omzien', organisation };
  try {
    return ok(
      await withActor(ground, actor, { kind: 'none' }, async (trx) => {
        const present = await trx.query(
          `select 1 from platform.role where organisation = $1 and code = 'organisation-admin' and active
             and (until is null or until >= $2) limit 1`,
          [organisation, localDate(ground.clock.now())],
        );
        if (present.rowCount) refuse('conflict', SAID.hasAdministrator);
        // The operator sends again: what was sent before no longer works.
        await trx.query(
          'update directory.invite set withdrawn_at = $3 where organisation = $1 and lower(mail) = lower($2) and accepted_at is null and withdrawn_at is null',
          [organisation, whom.mail, ground.clock.now()],
        );
        const wish = { ...whom, roles: [{ code: 'organisation-admin' as const, services: [] }] };
        const made = await inviteInside(ground, trx, actor, wish, publicUrl);
        await auditInside(trx, ground.clock, {
          actor,
          action: 'acted',
          allowed: true,
          subjectType: 'Invite',
          subjectId: made.id,
          purpose: 'organisation',
          ground: 'operator',
          door: 'job',
          detail: 'first administrator invited',
        });
        return { link: made.link };
      }),
    );
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}
