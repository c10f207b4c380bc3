import {
  type Actor,
  addDays,
  type Door,
  type Ground,
  type LocalDate,
  localDate,
  type Result,
  type RoleCode,
  type Trx,
} from '../../platform/index.ts';
import { oversee } from './act.ts';

/** One role of a colleague at this organisation. */
export type ColleagueRole = {
  readonly id: string;
  readonly code: RoleCode;
  readonly services: readonly string[];
  /** Opens something today. */
  readonly open: boolean;
  readonly until: LocalDate | null;
  readonly since: LocalDate | null;
  readonly lastSignIn: LocalDate | null;
  readonly checkedOn: LocalDate | null;
  readonly checkedBy: string | null;
};

/** Somebody who works, or worked, at this organisation. */
export type Colleague = {
  /** `Practitioner/…`. */
  readonly person: string;
  readonly name: string;
  readonly roles: readonly ColleagueRole[];
  /** Holds a role that opens something today. */
  readonly active: boolean;
  /** The last day on which they signed in to work here. */
  readonly lastSignIn: LocalDate | null;
  /** Away today: until when (null: not known). */
  readonly away: { readonly until: LocalDate | null } | null;
};

/** Which colleagues a list shows: at work, away today, who did not sign in for long, whose roles wait for a check, who left. */
export const STAFF_VIEWS = ['active', 'away', 'quiet', 'check', 'left'] as const;
export type StaffView = (typeof STAFF_VIEWS)[number];

/** Days without signing in after which somebody is shown as such. */
export const QUIET_DAYS = 90;
/** Days after which a role waits for a check ("is this still right?"). */
export const CHECK_DAYS = 365;
const PAGE = 25;

type Row = {
  readonly person: string;
  readonly name: string;
  readonly sort: string;
  readonly roles: readonly ColleagueRole[];
  readonly active: boolean;
  readonly last_sign_in: LocalDate | null;
  readonly away: { readonly until: LocalDate | null } | null;
};

/** Every colleague with what the views look at; $1 organisation, $2 today, $3 quiet since, $4 checked before. */
const COLLEAGUES = `
  select r.person, max(r.person_name) as name, lower(max(r.person_name)) as sort,
    jsonb_agg(jsonb_build_object('id', r.id, 'code', r.code, 'services', to_jsonb(r.services),
      'open', r.active and (r.until is null or r.until >= $2), 'until', r.until, 'since', r.since,
      'lastSignIn', r.last_sign_in, 'checkedOn', r.checked_on, 'checkedBy', r.checked_by)
      order by (r.active and (r.until is null or r.until >= $2)) desc, r.code, r.id) as roles,
    bool_or(r.active and (r.until is null or r.until >= $2)) as active,
    max(r.last_sign_in)::text as last_sign_in,
    bool_or(r.active and (r.until is null or r.until >= $2) and coalesce(r.checked_on, r.since, '-infinity'::date) < $4) as unchecked,
    coalesce(max(r.last_sign_in), min(r.since) filter (where r.active), '-infinity'::date) < $3 as quiet,
    (select jsonb_build_object('until', l.until_day) from directory.leave l
      where l.person = r.person and l.organisation = r.organisation and l.ended_at is null
        and l.from_day <= $2 and (l.until_day is null or l.until_day >= $2) order by l.from_day limit 1) as away
  from platform.role r where r.organisation = $1 group by r.person, r.organisation`;

const CONDITION: Readonly<Record<StaffView, string>> = {
  active: 'active',
  away: 'active and away is not null',
  quiet: 'active and quiet',
  check: 'active and unchecked',
  left: 'not active',
};

function valuesOf(ground: Ground, actor: Actor): readonly unknown[] {
  const today = localDate(ground.clock.now());
  return [actor.organisation, today, addDays(today, -QUIET_DAYS), addDays(today, -CHECK_DAYS)];
}

const colleagueOf = ({ sort: _sort, last_sign_in, ...row }: Row): Colleague => ({ ...row, lastSignIn: last_sign_in });

/** One page of the people of the actor's organisation, by name; `next` is the key of the page after it. */
export async function listStaff(
  ground: Ground,
  actor: Actor,
  asked: { readonly view: StaffView; readonly name?: string; readonly after?: string },
  door: Door,
): Promise<Result<{ readonly people: readonly Colleague[]; readonly next: string | undefined }>> {
  const cursor = readCursor(asked.after);
  return oversee(ground, actor, door, { type: 'PractitionerRole' }, async (trx) => {
    const { rows } = await trx.query<Row>(
      `select person, name, sort, roles, active, last_sign_in, away from (${COLLEAGUES}) c
       where ${CONDITION[asked.view]} and ($5::text is null or strpos(sort, lower($5)) > 0)
         and ($6::text is null or (sort, person) > ($6, $7))
       order by sort, person limit ${PAGE + 1}`,
      [...valuesOf(ground, actor), asked.name?.trim() || null, cursor?.[0] ?? null, cursor?.[1] ?? null],
    );
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    return {
      people: page.map(colleagueOf),
      next:
        rows.length > PAGE && last
          ? Buffer.from(JSON.stringify([last.sort, last.person])).toString('base64url')
          : undefined,
    };
  });
}

function readCursor(after: string | undefined): readonly [string, string] | undefined {
  if (!after) return undefined;
  try {
    const [sort, person] = JSON.parse(Buffer.from(after, 'base64url').toString()) as readonly unknown[];
    return typeof sort === 'string' && typeof person === 'string' ? [sort, person] : undefined;
  } catch {
    return undefined;
  }
}

/** One colleague, locked by nobody; undefined where this person never worked here. `trx`: of an act or a look. */
export async function colleagueIn(
  ground: Ground,
  trx: Trx,
  actor: Actor,
  person: string,
): Promise<Colleague | undefined> {
  const { rows } = await trx.query<Row>(
    `select person, name, sort, roles, active, last_sign_in, away from (${COLLEAGUES}) c
     where person = $5 and $3::date is not null and $4::date is not null`,
    [...valuesOf(ground, actor), person],
  );
  return rows[0] && colleagueOf(rows[0]);
}

/** Colleagues at work in one of these services, other than one person: who may take over. */
export async function othersIn(
  ground: Ground,
  trx: Trx,
  actor: Actor,
  services: readonly string[],
  except: string,
): Promise<readonly { readonly person: string; readonly name: string; readonly services: readonly string[] }[]> {
  const { rows } = await trx.query(
    `select r.person, max(r.person_name) as name, array_agg(distinct s) as services
     from platform.role r, unnest(r.services) s
     where r.organisation = $1 and r.active and (r.until is null or r.until >= $4) and s = any ($2) and r.person <> $3
       and r.code in ('welfare-coach', 'coordinator', 'provider')
     group by r.person order by 2, 1 limit 200`,
    [actor.organisation, services, except, localDate(ground.clock.now())],
  );
  return rows;
}

/** How many of each an administrator's first page tells of; of their own organisation only. */
export type StaffCounts = Readonly<Record<StaffView, number>>;

export async function countStaff(ground: Ground, trx: Trx, actor: Actor): Promise<StaffCounts> {
  const columns = STAFF_VIEWS.map((view) => `count(*) filter (where ${CONDITION[view]})::int as "${view}"`);
  const { rows } = await trx.query<StaffCounts>(`select ${columns.join(', ')} from (${COLLEAGUES}) c`, [
    ...valuesOf(ground, actor),
  ]);
  return rows[0]!;
}

/** How many others than this person administer the organisation, without an end in sight. */
export async function countAdmins(trx: Trx, actor: Actor, except: string): Promise<number> {
  const { rows } = await trx.query<{ n: number }>(
    `select count(distinct person)::int as n from platform.role
     where organisation = $1 and code = 'organisation-admin' and active and person <> $2
       and until is null`,
    [actor.organisation, except],
  );
  return rows[0]?.n ?? 0;
}

/** Who works for which team or service of the organisation today, by its reference. `coach`: as a welfare coach. */
export async function staffByService(
  ground: Ground,
  trx: Trx,
  actor: Actor,
): Promise<
  ReadonlyMap<string, readonly { readonly person: string; readonly name: string; readonly coach: boolean }[]>
> {
  const { rows } = await trx.query<{ service: string; person: string; name: string; coach: boolean }>(
    `select s as service, r.person, max(r.person_name) as name, bool_or(r.code = 'welfare-coach') as coach
     from platform.role r, unnest(r.services) s
     where r.organisation = $1 and r.active and (r.until is null or r.until >= $2)
     group by s, r.person order by s, 3, r.person limit 2000`,
    [actor.organisation, localDate(ground.clock.now())],
  );
  return Map.groupBy(rows, ({ service }) => service);
}
