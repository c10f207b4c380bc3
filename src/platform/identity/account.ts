import type { Pool } from 'pg';
import type { Actor, RoleCode } from '../access/actor.ts';
import type { Language } from '../language.ts';
import type { LocalDate } from '../time/index.ts';

/** Who an identity at an identity provider stands for here. */
export type Account = {
  /** `Practitioner/…`, `Patient/…`, `RelatedPerson/…`, or `Device/…` for a system. */
  readonly person: string;
  readonly name: string;
  /** The resident this is, or (a carer) is mandated for. */
  readonly residentId: string | undefined;
  /** The language they chose for the pages, if they ever did. */
  readonly language: Language | undefined;
};

/** One role of a person at one organisation, as it stands in platform.role. */
export type HeldRole = {
  readonly id: string;
  readonly person: string;
  readonly personName: string;
  readonly code: RoleCode;
  readonly organisation: string;
  readonly organisationName: string;
  readonly services: readonly string[];
};

/** The choice of someone who may be here as a resident too. */
export const AS_RESIDENT = 'resident';

/** Finds who this identity stands for; undefined when nobody here does, or does so any more. */
export async function findAccount(pool: Pool, issuer: string, subject: string): Promise<Account | undefined> {
  const { rows } = await pool.query<{
    person: string;
    name: string;
    resident_id: string | null;
    language: Language | null;
  }>({
    name: 'account',
    text: 'select person, name, resident_id, language from platform.account where issuer = $1 and subject = $2 and closed_at is null',
    values: [issuer, subject],
  });
  const row = rows[0];
  return (
    row && {
      person: row.person,
      name: row.name,
      residentId: row.resident_id ?? undefined,
      language: row.language ?? undefined,
    }
  );
}

/** The roles a person holds on a day, by organisation. */
export async function rolesOf(pool: Pool, person: string, today: LocalDate): Promise<readonly HeldRole[]> {
  const { rows } = await pool.query<RoleRow>({
    name: 'roles-of',
    text: `select ${ROLE_COLUMNS} from platform.role r
           where r.person = $1 and r.active and (r.until is null or r.until >= $2) order by r.organisation_name, r.organisation, r.id`,
    values: [person, today],
  });
  return rows.map(heldRole);
}

export const ROLE_COLUMNS = 'r.id, r.person, r.person_name, r.code, r.organisation, r.organisation_name, r.services';
export type RoleRow = {
  readonly id: string;
  readonly person: string;
  readonly person_name: string;
  readonly code: RoleCode;
  readonly organisation: string;
  readonly organisation_name: string;
  readonly services: readonly string[];
};

/** A row of platform.role as a role. Without a name the organisation goes by its id. */
export function heldRole(row: RoleRow): HeldRole {
  return {
    id: row.id,
    person: row.person,
    personName: row.person_name,
    code: row.code,
    organisation: row.organisation,
    organisationName: row.organisation_name || row.organisation.replace(/^Organization\//, ''),
    services: row.services,
  };
}

/** A person at work, in one role. `residentId`: for whom a carer is mandated. */
export function actorInRole(role: HeldRole, residentId?: string): Actor {
  return {
    person: role.person,
    name: role.personName,
    role: role.code,
    roleRef: `PractitionerRole/${role.id}`,
    organisation: role.organisation,
    organisationName: role.organisationName,
    services: role.services,
    ...(role.code === 'carer' && residentId ? { residentId } : {}),
  };
}

/** A resident on their own behalf. */
export function actorAsResident(name: string, residentId: string): Actor {
  return { ...nobodyAtWork, person: `Patient/${residentId}`, name, role: 'resident', residentId };
}

/** A system of a partner, under its agreement. */
export function actorAsSystem(account: Account): Actor {
  return { ...nobodyAtWork, person: account.person, name: account.name, role: 'system' };
}

const nobodyAtWork = { roleRef: '', organisation: '', organisationName: '', services: [] } as const;

/** Whether this account is a resident, and not someone who cares for one. */
export function isResident(account: Account): boolean {
  return account.residentId !== undefined && account.person === `Patient/${account.residentId}`;
}
