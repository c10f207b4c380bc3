import type { Resource } from '../../fhir/index.ts';
import { OMZIEN } from '../../fhir/index.ts';
import type { RoleCode, Trx } from '../../platform/index.ts';
import { bare } from './act.ts';

const KIND_SYSTEM = `${OMZIEN}/CodeSystem/organisation-kind`;

/** Which roles an administrator may give, by the kind of the organisation. Oversight and systems are given by nobody here. */
const FITTING: Readonly<Record<string, readonly RoleCode[]>> = {
  'gp-practice': ['practice-nurse', 'gp', 'organisation-admin'],
  welfare: ['welfare-coach', 'coordinator', 'organisation-admin'],
  provider: ['provider', 'organisation-admin'],
  'municipality-debt-help': ['debt-officer', 'organisation-admin'],
};

/** Roles that are held for teams or services; the others are held for the organisation as a whole. */
export const ROLES_WITH_SERVICES: readonly RoleCode[] = ['welfare-coach', 'coordinator', 'provider'];

/** What an organisation is: its name, its kind, the roles that fit it, and its teams or services. */
export type OwnOrganisation = {
  readonly name: string;
  readonly kind: string;
  readonly roles: readonly RoleCode[];
  /** `HealthcareService/…` with its name, by name. */
  readonly services: readonly { readonly reference: string; readonly name: string }[];
};

/** The organisation `Organization/…` as the directory has it; undefined where there is none. */
export async function organisationOf(trx: Trx, organisation: string): Promise<OwnOrganisation | undefined> {
  const { rows } = await trx.query<{ content: string }>(
    `select content from directory.resource where type = 'Organization' and id = $1 and not deleted`,
    [bare(organisation)],
  );
  if (!rows[0]) return undefined;
  const resource = JSON.parse(rows[0].content) as Resource & {
    readonly name?: string;
    readonly type?: readonly { readonly coding?: readonly { readonly system?: string; readonly code?: string }[] }[];
  };
  const kind =
    (resource.type ?? []).flatMap((one) => one.coding ?? []).find((one) => one.system === KIND_SYSTEM)?.code ?? '';
  const services = await trx.query<{ id: string; content: string }>(
    `select id, content from directory.resource where type = 'HealthcareService' and refs @> array[$1] and not deleted`,
    [`organization=${organisation}`],
  );
  return {
    name: resource.name ?? '',
    kind,
    roles: FITTING[kind] ?? ['organisation-admin'],
    services: services.rows
      .map(({ id, content }) => ({
        reference: `HealthcareService/${id}`,
        name: (JSON.parse(content) as { readonly name?: string }).name ?? id,
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'nl')),
  };
}
