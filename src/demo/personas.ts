import type { Region } from '../content/index.ts';
import { putManyRegional, ROLE_SYSTEM } from '../directory/index.ts';
import { OMZIEN, type Resource } from '../fhir/index.ts';
import { auditInside, type Ground, type RoleCode, systemActor, type Trx, withActor } from '../platform/index.ts';
import { PEOPLE_AT_WORK, type PersonAtWork } from './people.ts';
import { PERSONA_RESIDENTS } from './persona-residents.ts';
import { patientOf } from './synthetic/patient.ts';

/** What `GET /demo/personas` shows of a persona; `role` and `organisation` are those of the first role. */
export type PublicPersona = {
  readonly id: string;
  readonly name: string;
  readonly role: RoleCode;
  readonly organisation: string;
  readonly municipality: string;
  /** The Patient id of a resident. */
  readonly patient?: string;
};

/** A role as the database has it: FHIR ids without their type. */
export type HeldByPersona = {
  readonly id: string;
  readonly code: RoleCode;
  readonly organisation: string;
  readonly organisationName: string;
  readonly services: readonly string[];
};

/** Somebody whom a visitor of the demo may be. */
export type Persona = PublicPersona & {
  /** `Practitioner/…`, `Patient/…` or `Device/…`. */
  readonly person: string;
  readonly given: string;
  readonly family: string;
  readonly roles: readonly HeldByPersona[];
  readonly residentId?: string;
};

/** Everyone a visitor may be: people at work, the three residents, and the system client. Throws where the region lacks an organisation. */
export function personasOf(region: Region): readonly Persona[] {
  return [
    ...PEOPLE_AT_WORK.map((person) => atWork(region, person)),
    ...PERSONA_RESIDENTS.map(({ persona, id, given, family, municipality }) => ({
      id: persona,
      name: `${given} ${family}`,
      role: 'resident' as const,
      organisation: '',
      municipality: municipalityName(region, municipality),
      patient: id,
      person: `Patient/${id}`,
      given,
      family,
      roles: [],
      residentId: id,
    })),
    {
      id: 'demo-system',
      name: 'Proefsysteem',
      role: 'system',
      organisation: region.name,
      municipality: '',
      person: 'Device/demo-system',
      given: '',
      family: '',
      roles: [],
    },
  ];
}

/** A persona as everybody may read it. */
export function publicPersona({ id, name, role, organisation, municipality, patient }: Persona): PublicPersona {
  return { id, name, role, organisation, municipality, ...(patient ? { patient } : {}) };
}

function atWork(region: Region, { id, given, family, roles: held }: PersonAtWork): Persona {
  const roles = held.map((role) => ({
    id: role.id,
    code: role.code,
    organisation: role.organisation,
    organisationName: organisationOf(region, role.organisation).name,
    services:
      role.services === 'all'
        ? region.services.filter((service) => service.organisation === role.organisation).map((service) => service.id)
        : role.services,
  }));
  const [first] = held;
  const { name, municipality } = organisationOf(region, first.organisation);
  return {
    id,
    name: `${given} ${family}`,
    role: first.code,
    organisation: name,
    municipality: municipality ? municipalityName(region, municipality) : '',
    person: `Practitioner/${id}`,
    given,
    family,
    roles,
  };
}

function organisationOf(
  region: Region,
  id: string,
): { readonly name: string; readonly municipality?: string | undefined } {
  const found = [...region.organisations, ...region.owners].find((organisation) => organisation.id === id);
  if (!found) throw new Error(`The demo needs the organisation ${id}, which region ${region.id} does not have`);
  return found;
}

function municipalityName(region: Region, id: string): string {
  return region.municipalities.find((municipality) => municipality.id === id)?.name ?? id;
}

/** The three residents among the personas as FHIR Patients, with their fixed ids. */
export function personaPatients(region: Region): readonly (Resource & { readonly id: string })[] {
  return PERSONA_RESIDENTS.map((resident) =>
    patientOf({
      ...resident,
      municipalityName: municipalityName(region, resident.municipality),
      place: region.postcodes.find(({ code }) => code === resident.postcode.slice(0, 4))?.place ?? '',
    }),
  );
}

/**
 * Lets the personas in: Practitioner and PractitionerRole (from which sign-in has the roles) and the accounts at the
 * embedded provider `issuer`. Idempotent; gives how many resources and accounts differed. The directory comes first, or
 * the roles miss the names of organisations.
 */
export async function seedPersonas(
  ground: Ground,
  region: Region,
  issuer: string,
): Promise<{ readonly personas: readonly Persona[]; readonly changed: number }> {
  const personas = personasOf(region);
  const resources = personas.filter(({ roles }) => roles.length > 0).flatMap(resourcesOf);
  const actor = systemActor('demo');
  const changed = await withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const written = (await putManyRegional(ground, trx, resources)).length + (await putAccounts(trx, personas, issuer));
    if (written > 0)
      await auditInside(trx, ground.clock, {
        actor,
        action: 'updated',
        allowed: true,
        subjectType: 'PractitionerRole',
        purpose: 'directory',
        ground: 'demo',
        door: 'bulk',
        detail: `${written} of the personas`,
      });
    return written;
  });
  return { personas, changed };
}

function resourcesOf({ id, given, family, name, roles }: Persona): readonly Resource[] {
  const practitioner: Resource = {
    resourceType: 'Practitioner',
    id,
    extension: [{ url: `${OMZIEN}/StructureDefinition/fictional`, valueBoolean: true }],
    active: true,
    name: [{ use: 'official', text: name, family, given: [given] }],
  };
  return [
    practitioner,
    ...roles.map((role) => ({
      resourceType: 'PractitionerRole',
      id: role.id,
      active: true,
      practitioner: { reference: `Practitioner/${id}`, display: name },
      organization: { reference: `Organization/${role.organisation}`, display: role.organisationName },
      code: [{ coding: [{ system: ROLE_SYSTEM, code: role.code }] }],
      ...(role.services.length > 0
        ? { healthcareService: role.services.map((service) => ({ reference: `HealthcareService/${service}` })) }
        : {}),
    })),
  ];
}

async function putAccounts(trx: Trx, personas: readonly Persona[], issuer: string): Promise<number> {
  const rows = personas.map(({ id, person, name, residentId }) => ({
    subject: id,
    person,
    name,
    resident_id: residentId ?? null,
  }));
  const { rowCount } = await trx.query(
    `insert into platform.account as a (issuer, subject, person, name, resident_id)
     select $1, subject, person, name, resident_id
     from json_to_recordset($2::json) as k (subject text, person text, name text, resident_id uuid)
     on conflict (issuer, subject) do update set person = excluded.person, name = excluded.name, resident_id = excluded.resident_id
     where (a.person, a.name, a.resident_id) is distinct from (excluded.person, excluded.name, excluded.resident_id)`,
    [issuer, JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}
