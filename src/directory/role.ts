import { OMZIEN, type Resource, spanOf } from '../fhir/index.ts';
import { type Ground, localDate, type Problem, Refusal, type RoleCode, type Trx } from '../platform/index.ts';

/** The code system of the roles that people hold at an organisation. */
export const ROLE_SYSTEM = `${OMZIEN}/CodeSystem/role`;

/** Roles that a PractitionerRole gives. Residents, carers and systems are here on other grounds. */
export const HELD_ROLES: readonly RoleCode[] = [
  'practice-nurse',
  'gp',
  'welfare-coach',
  'provider',
  'coordinator',
  'debt-officer',
  'organisation-admin',
  'privacy-officer',
  'policy-adviser',
];

type Reference = { readonly reference?: string; readonly display?: string };
type Coding = { readonly system?: string; readonly code?: string };

/** What a PractitionerRole gives its holder here; undefined where it gives nothing (no role of ours, or nobody holds it). */
export type GivenRole = {
  readonly person: string;
  readonly code: RoleCode;
  readonly organisation: string;
  readonly services: readonly string[];
  readonly active: boolean;
  /** The last day on which it counts, local. */
  readonly until: string | undefined;
};

/** Reads the role out of a PractitionerRole; pure. Throws a Refusal where it names a role that cannot be given so, or several. */
export function givenRole(resource: Resource, now: Date): GivenRole | undefined {
  const codings = ((resource.code ?? []) as readonly { readonly coding?: readonly Coding[] }[])
    .flatMap((concept) => concept.coding ?? [])
    .filter((coding) => coding.system === ROLE_SYSTEM);
  const codes = [...new Set(codings.map((coding) => coding.code ?? ''))];
  if (codes.length === 0) return undefined;
  if (codes.length > 1) throw new Refusal(refused('A PractitionerRole holds one role of Omzien; write one for each.'));
  const code = codes[0] as RoleCode;
  if (!HELD_ROLES.includes(code))
    throw new Refusal(refused(`Not a role that someone holds at an organisation: ${HELD_ROLES.join(', ')}.`));
  const person = referenceTo('Practitioner', resource.practitioner);
  const organisation = referenceTo('Organization', resource.organization);
  if (!person || !organisation) return undefined;
  const period = (resource.period ?? {}) as { readonly start?: string; readonly end?: string };
  return {
    person,
    code,
    organisation,
    services: ((resource.healthcareService ?? []) as readonly Reference[])
      .map((service) => referenceTo('HealthcareService', service))
      .filter((service) => service !== undefined),
    active: resource.active !== false && hasBegun(period.start, now),
    until: lastDay(period.end),
  };
}

/**
 * Keeps platform.role, which sign-in and access read, in step with a PractitionerRole that is written in this
 * transaction. A role that begins later gives nothing yet: write it again on that day. Throws a Refusal.
 */
export async function putRole(ground: Ground, trx: Trx, id: string, resource: Resource): Promise<void> {
  const role = givenRole(resource, ground.clock.now());
  if (!role) {
    await trx.query('update platform.role set active = false where id = $1', [id]);
    return;
  }
  const person = await named(trx, role.person);
  const organisation = await named(trx, role.organisation);
  const display = (value: unknown) => (value as Reference | undefined)?.display;
  await trx.query(
    `insert into platform.role (id, person, person_name, code, organisation, organisation_name, services, active, until, since)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (id) do update set person = excluded.person, person_name = excluded.person_name, code = excluded.code,
       organisation = excluded.organisation, organisation_name = excluded.organisation_name, services = excluded.services,
       active = excluded.active, until = excluded.until`,
    [
      id,
      role.person,
      person?.name ?? display(resource.practitioner) ?? '',
      role.code,
      role.organisation,
      organisation?.name ?? display(resource.organization) ?? '',
      role.services,
      role.active && person?.active !== false,
      role.until ?? null,
      localDate(ground.clock.now()),
    ],
  );
}

/** What hangs on a person or organisation that is written in this transaction: names, and roles of who left. */
export async function followNames(ground: Ground, trx: Trx, id: string, resource: Resource): Promise<void> {
  if (resource.resourceType === 'Organization')
    await trx.query(
      'update platform.role set organisation_name = $2 where organisation = $1 and organisation_name <> $2',
      [`Organization/${id}`, typeof resource.name === 'string' ? resource.name : ''],
    );
  if (resource.resourceType !== 'Practitioner') return;
  const { rows } = await trx.query<{ id: string; content: string }>(
    `select id, content from directory.resource where type = 'PractitionerRole' and refs @> array[$1] and not deleted order by id`,
    [`practitioner=Practitioner/${id}`],
  );
  for (const row of rows) await putRole(ground, trx, row.id, JSON.parse(row.content) as Resource);
}

async function named(trx: Trx, reference: string): Promise<{ name: string; active: boolean } | undefined> {
  const [type, id] = reference.split('/');
  const { rows } = await trx.query<{ content: string }>(
    'select content from directory.resource where type = $1 and id = $2 and not deleted',
    [type, id],
  );
  if (!rows[0]) return undefined;
  const resource = JSON.parse(rows[0].content) as Resource;
  const name = typeof resource.name === 'string' ? resource.name : humanName(resource);
  return { name, active: resource.active !== false };
}

function humanName(resource: Resource): string {
  const names = (resource.name ?? []) as readonly {
    readonly use?: string;
    readonly text?: string;
    readonly prefix?: readonly string[];
    readonly given?: readonly string[];
    readonly family?: string;
  }[];
  const name = names.find(({ use }) => use === 'official') ?? names[0];
  return name?.text ?? [...(name?.prefix ?? []), ...(name?.given ?? []), name?.family ?? ''].join(' ').trim();
}

/** `Type/id` where the value is a reference to that type on this server. */
function referenceTo(type: string, value: unknown): string | undefined {
  const reference = (value as Reference | undefined)?.reference;
  return reference && new RegExp(`^${type}/[A-Za-z0-9.-]{1,64}$`).test(reference) ? reference : undefined;
}

/** Whether a period began: of a day, month or year when that begins here and not in Greenwich, where it is still yesterday. */
function hasBegun(start: string | undefined, now: Date): boolean {
  if (start === undefined) return true;
  if (start.includes('T')) return new Date(start) <= now;
  return start <= localDate(now).slice(0, start.length);
}

function lastDay(end: string | undefined): string | undefined {
  if (end === undefined) return undefined;
  if (end.includes('T')) return localDate(new Date(end));
  return spanOf(end)?.to.toISOString().slice(0, 10);
}

const refused = (text: string): Problem => ({
  kind: 'unprocessable',
  text,
  at: [{ place: 'PractitionerRole.code', text, code: 'business-rule' }],
});
