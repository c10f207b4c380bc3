import type { Resource } from '../../fhir/index.ts';
import {
  type Actor,
  auditInside,
  type Door,
  fail,
  type Ground,
  type LocalDate,
  localDate,
  ok,
  Refusal,
  type Result,
  type RoleCode,
  sessionHash,
  systemActor,
  type Trx,
  withActor,
} from '../../platform/index.ts';
import { putRegional } from '../shelf.ts';
import { refuse } from './act.ts';
import { organisationOf } from './kinds.ts';
import { type RoleWish, writeRole } from './roles.ts';
import { SAID } from './said.ts';

/** An identity that an identity provider vouched for. */
export type Identity = { readonly issuer: string; readonly subject: string };

/** What a link leads to, for who holds it. */
export type Invitation = {
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly RoleCode[];
  readonly until: LocalDate;
  /** The name by which this identity is known here already; absent where it is new. */
  readonly knownAs?: string;
};

type Row = {
  readonly id: string;
  readonly organisation: string;
  readonly given: string;
  readonly family: string;
  readonly roles: readonly RoleWish[];
  readonly until: LocalDate;
  readonly accepted_at: Date | null;
  readonly withdrawn_at: Date | null;
};

const INVITER = systemActor('invitation');

/** Reads what a link leads to, or says why it does not work (any more). */
export async function readInvitation(
  ground: Ground,
  secret: string,
  who: Identity | undefined,
): Promise<Result<Invitation>> {
  try {
    return ok(
      await withActor(ground, INVITER, { kind: 'none' }, async (trx) => {
        const row = await byLink(ground, trx, secret);
        const known = who && (await accountOf(trx, who));
        if (known) checkAccount(known);
        return {
          name: `${row.given} ${row.family}`,
          organisation: (await organisationOf(trx, row.organisation))?.name ?? '',
          roles: row.roles.map(({ code }) => code),
          until: row.until,
          ...(known ? { knownAs: known.name } : {}),
        };
      }),
    );
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

/**
 * Ties an identity to the roles of an invitation, once: a new person gets a Practitioner and an account; who works
 * elsewhere keeps theirs and gets one more employer. Two who use a link at once: the second is told.
 */
export async function acceptInvitation(
  ground: Ground,
  secret: string,
  who: Identity,
  door: Door,
): Promise<Result<{ readonly person: string }>> {
  try {
    return await withActor(ground, INVITER, { kind: 'none' }, async (trx) => {
      const row = await byLink(ground, trx, secret, true);
      await trx.query('select pg_advisory_xact_lock(hashtextextended($1, 110))', [row.organisation]);
      const organisation = await organisationOf(trx, row.organisation);
      if (!organisation) return fail('gone', SAID.linkUnknown);
      const person = await personFor(ground, trx, row, who);
      const here = await trx.query(
        'select 1 from platform.role where person = $1 and organisation = $2 and active and (until is null or until >= $3)',
        [person.reference, row.organisation, localDate(ground.clock.now())],
      );
      if (here.rowCount) refuse('conflict', SAID.isColleague);
      for (const wish of row.roles)
        await writeRole(ground, trx, {
          person,
          organisation: { reference: row.organisation, name: organisation.name },
          wish,
        });
      await trx.query('update directory.invite set accepted_at = $2, accepted_by = $3 where id = $1', [
        row.id,
        ground.clock.now(),
        person.reference,
      ]);
      const actor: Actor = {
        ...INVITER,
        person: person.reference,
        name: person.name,
        role: row.roles[0]?.code ?? 'organisation-admin',
        organisation: row.organisation,
        organisationName: organisation.name,
      };
      await auditInside(trx, ground.clock, {
        actor,
        action: 'acted',
        allowed: true,
        subjectType: 'Invite',
        subjectId: row.id,
        purpose: 'organisation',
        ground: 'invitation of the organisation',
        detail: 'accepted',
        ...door,
      });
      return ok({ person: person.reference });
    });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

async function byLink(ground: Ground, trx: Trx, secret: string, lock = false): Promise<Row> {
  if (!/^[\w-]{43}$/.test(secret)) return refuse('gone', SAID.linkUnknown);
  const { rows } = await trx.query<Row>(
    `select id, organisation, given, family, roles, until::text as until, accepted_at, withdrawn_at
     from directory.invite where secret_hash = $1 ${lock ? 'for update' : ''}`,
    [sessionHash(ground.keys, secret)],
  );
  const row = rows[0];
  if (!row) return refuse('gone', SAID.linkUnknown);
  if (row.withdrawn_at) return refuse('gone', SAID.linkWithdrawn);
  if (row.accepted_at) return refuse('gone', SAID.linkUsed);
  if (row.until < localDate(ground.clock.now())) return refuse('gone', SAID.linkExpired);
  return row;
}

type Known = { readonly person: string; readonly name: string };

async function accountOf(trx: Trx, who: Identity): Promise<Known | undefined> {
  const { rows } = await trx.query<Known>(
    'select person, name from platform.account where issuer = $1 and subject = $2',
    [who.issuer, who.subject],
  );
  return rows[0];
}

function checkAccount({ person }: Known): void {
  if (person.startsWith('Patient/')) refuse('conflict', SAID.isResident);
  if (!person.startsWith('Practitioner/')) refuse('conflict', SAID.isSystem);
}

/** The person behind an identity: the one it has been here, or a new one. A closed account opens again. */
async function personFor(
  ground: Ground,
  trx: Trx,
  row: Row,
  who: Identity,
): Promise<{ readonly reference: string; readonly name: string }> {
  // One identity that accepts two invitations at once becomes one person.
  await trx.query('select pg_advisory_xact_lock(hashtextextended($1, 111))', [`${who.issuer} ${who.subject}`]);
  const known = await accountOf(trx, who);
  if (known) {
    checkAccount(known);
    await trx.query(
      'update platform.account set closed_at = null where issuer = $1 and subject = $2 and closed_at is not null',
      [who.issuer, who.subject],
    );
    return { reference: known.person, name: known.name };
  }
  const name = `${row.given} ${row.family}`;
  const practitioner: Resource = {
    resourceType: 'Practitioner',
    active: true,
    name: [{ use: 'official', text: name, family: row.family, given: [row.given] }],
  };
  const written = await putRegional(ground, trx, practitioner, JSON.stringify(practitioner), undefined);
  const reference = `Practitioner/${written.id}`;
  await trx.query('insert into platform.account (issuer, subject, person, name) values ($1, $2, $3, $4)', [
    who.issuer,
    who.subject,
    reference,
    name,
  ]);
  return { reference, name };
}
