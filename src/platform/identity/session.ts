import type { Pool } from 'pg';
import type { Actor } from '../access/actor.ts';
import type { Trx } from '../access/with-actor.ts';
import { newSecret } from '../http/csrf.ts';
import type { Language } from '../language.ts';
import { type Keys, sessionHash } from '../seal.ts';
import { type Clock, localDate } from '../time/index.ts';
import { actorAsResident, actorInRole, heldRole, ROLE_COLUMNS, type RoleRow } from './account.ts';

// Sessions live by the clock of the machine (`wall`), not by business time: who moves the clock of a demo by a month
// must not be signed out by it.
const LONGEST = 8 * 3_600_000;
const IDLE = 30 * 60_000;
/** How far behind `seen_at` may run, so that not every page writes. */
const SEEN_STEP = 60_000;

/** One signed-in browser. */
export type Session = {
  readonly hash: Buffer;
  readonly person: string;
  readonly name: string;
  readonly roleId: string | undefined;
  readonly residentId: string | undefined;
  readonly csrf: string;
  readonly expiresAt: Date;
  /** There is more than one role to go on in. */
  readonly several: boolean;
  /** The language this person chose, here or on another device. */
  readonly language: Language | undefined;
};

/** Until when a session lasts when nothing is done from now on. */
export function lastsUntil(session: Session, now: Date): Date {
  return new Date(Math.min(session.expiresAt.getTime(), now.getTime() + IDLE));
}

/** Who a request comes from. `over`: the sign-in ran out or ended. `choosing`: signed in, and no role (any more). */
export type Visitor =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'over'; readonly session: Session }
  | { readonly kind: 'choosing'; readonly session: Session }
  | { readonly kind: 'signed-in'; readonly session: Session; readonly actor: Actor };

export type SessionRules = {
  readonly pool: Pool;
  readonly keys: Keys;
  /** Business time: on which day a role is still held. */
  readonly clock: Clock;
  readonly wall: Clock;
};

type Row = {
  readonly s_person: string;
  readonly role_id: string | null;
  readonly resident_id: string | null;
  readonly csrf: string;
  readonly seen_at: Date;
  readonly expires_at: Date;
  readonly ended_at: Date | null;
  readonly name: string | null;
  readonly several: string | null;
  readonly language: Language | null;
  readonly open: boolean | null;
} & RoleRow;

/** Reads the visitor from the secret in the cookie. What a role may is read anew at every request. */
export async function readVisitor(rules: SessionRules, secret: string | undefined): Promise<Visitor> {
  if (!secret || !/^[\w-]{43}$/.test(secret)) return { kind: 'nobody' };
  const hash = sessionHash(rules.keys, secret);
  const { rows } = await rules.pool.query<Row>({
    name: 'session',
    text: `select s.person as s_person, s.role_id, s.resident_id, s.csrf, s.seen_at, s.expires_at, s.ended_at, s.data ->> 'name' as name,
             s.data ->> 'several' as several, s.data ->> 'language' as language,
             ${ROLE_COLUMNS}, (r.active and (r.until is null or r.until >= $2)) as open
           from platform.session s left join platform.role r on r.id = s.role_id and r.person = s.person
           where s.id_hash = $1`,
    values: [hash, localDate(rules.clock.now())],
  });
  const row = rows[0];
  if (!row) return { kind: 'nobody' };
  const session: Session = {
    hash,
    person: row.s_person,
    name: row.name ?? '',
    roleId: row.role_id ?? undefined,
    residentId: row.resident_id ?? undefined,
    csrf: row.csrf,
    expiresAt: row.expires_at,
    several: row.several === 'yes',
    language: row.language ?? undefined,
  };
  const now = rules.wall.now().getTime();
  if (row.ended_at || row.expires_at.getTime() <= now || row.seen_at.getTime() + IDLE <= now)
    return { kind: 'over', session };
  if (row.seen_at.getTime() + SEEN_STEP <= now)
    await rules.pool.query('update platform.session set seen_at = $2 where id_hash = $1', [hash, new Date(now)]);
  const actor = actorOfSession(session, row);
  return actor ? { kind: 'signed-in', session, actor } : { kind: 'choosing', session };
}

function actorOfSession(session: Session, row: Row): Actor | undefined {
  if (session.roleId) return row.open ? actorInRole(heldRole(row), session.residentId) : undefined;
  const itself = session.residentId && session.person === `Patient/${session.residentId}`;
  return itself && session.residentId ? actorAsResident(session.name, session.residentId) : undefined;
}

/** What a new session begins with. */
export type SessionStart = {
  readonly person: string;
  readonly name: string;
  readonly roleId?: string | undefined;
  readonly residentId?: string | undefined;
  /** When a role is switched the eight hours run on from the first sign-in. */
  readonly until?: Date | undefined;
  /** What must be remembered while the session lasts: the resident that this person may also be, and that there is a choice. */
  readonly data?: Readonly<Record<string, string>>;
};

/** Starts a session with a new secret, for the cookie; only its hash is kept. */
export async function startSession(rules: SessionRules, trx: Trx, start: SessionStart): Promise<string> {
  const secret = newSecret();
  const now = rules.wall.now();
  await trx.query(
    `insert into platform.session (id_hash, person, role_id, resident_id, csrf, created_at, seen_at, expires_at, data)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
    [
      sessionHash(rules.keys, secret),
      start.person,
      start.roleId ?? null,
      start.residentId ?? null,
      newSecret(),
      now,
      start.until ?? new Date(now.getTime() + LONGEST),
      JSON.stringify({ ...start.data, name: start.name }),
    ],
  );
  return secret;
}

/** Ends a session; false when it had ended already. The row stays a day, so that a form half-way can be kept. */
export async function endSession(rules: SessionRules, trx: Trx, hash: Buffer): Promise<boolean> {
  const ended = await trx.query('update platform.session set ended_at = $2 where id_hash = $1 and ended_at is null', [
    hash,
    rules.wall.now(),
  ]);
  return ended.rowCount === 1;
}

/** Removes what is over by more than a day: sessions, tokens, keys of sent forms, and what was kept of forms half-way. */
export async function sweepVisits(pool: Pool, wall: Clock): Promise<void> {
  const before = new Date(wall.now().getTime() - 86_400_000);
  await pool.query('delete from platform.session where expires_at < $1 or ended_at < $1', [before]);
  await pool.query('delete from platform.once where at < $1', [before]);
  await pool.query('delete from platform.draft where at < $1', [before]);
  await pool.query('delete from platform.launch where expires_at < $1', [wall.now()]);
  await pool.query('delete from platform.client_token where expires_at < $1', [before]);
  await pool.query('delete from platform.client_assertion where expires_at < $1', [before]);
}
