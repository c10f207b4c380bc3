import { parametersOf } from './definitions.ts';
import { profilesOf } from './profiles/index.ts';
import { topicOf, typesWithTopic } from './topics.ts';
import { type ResourceType, TYPES, type TypeRow } from './types.ts';

/** Files with an entry: read by who may read the entry that names them, under the scope of that entry. */
const BINARY = {
  type: 'Binary',
  documentation: 'What Communication.payload.contentAttachment leads to; read with the scope of Communication.',
  versioning: 'no-version',
  readHistory: false,
  updateCreate: false,
  interaction: [{ code: 'read' }],
};

/** What of a type is kept in a narrower way than R4 allows, and why. */
const NOTES = {
  Group:
    'Of the region: practitioners, devices and the like. A list of residents is not kept as a Group: it would be in the record of each of them; a Task or CareTeam of each says the same.',
  Device: 'Of one resident: patient is required. What a service owns is said in its HealthcareService.',
  Practitioner:
    'Everybody who is signed in reads it. Omzien itself writes the name only; write no more than name, qualification and contact at work.',
} as const;

/** What this server does, from the same table that it does it by (R4 CapabilityStatement). */
export function capabilityStatement(base: string, version: string, at: Date): Record<string, unknown> {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: at.toISOString(),
    kind: 'instance',
    software: { name: 'Omzien', version },
    implementation: { description: 'Omzien', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    patchFormat: ['application/json-patch+json'],
    rest: [
      {
        mode: 'server',
        security: {
          cors: false,
          service: [
            {
              coding: [
                { system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' },
              ],
            },
          ],
          description:
            'OAuth 2.0 bearer tokens; see .well-known/smart-configuration. What may not be seen looks absent. A BSN is searched by POST only.',
        },
        resource: [
          ...Object.entries(TYPES as Record<string, TypeRow>).map(([type, row]) => ({
            type,
            profile: `http://hl7.org/fhir/StructureDefinition/${type}`,
            ...(type in NOTES ? { documentation: NOTES[type as keyof typeof NOTES] } : {}),
            ...some('supportedProfile', profilesOf(type)),
            versioning: 'versioned-update',
            conditionalRead: 'not-match',
            readHistory: row.home !== 'audit',
            updateCreate: false,
            ...(row.create.length > 0
              ? { conditionalCreate: true, conditionalUpdate: true, conditionalDelete: 'single' }
              : {}),
            interaction: interactions(row).map((code) => ({ code })),
            ...some('operation', operations(type, row)),
            searchParam: [...parametersOf(type as ResourceType).values()].map(({ name, url, type }) => ({
              name,
              definition: url,
              type,
            })),
            ...some('searchInclude', row.home === 'audit' ? [] : includesOf(type as ResourceType)),
            ...(type === 'Subscription' ? TOPIC_BASED : {}),
            ...some('searchRevInclude', row.home === 'audit' ? [] : includedBy(type as ResourceType)),
          })),
          BINARY,
        ],
        compartment: ['http://hl7.org/fhir/CompartmentDefinition/patient'],
        interaction: [
          {
            code: 'transaction',
            documentation:
              'POST, PUT and DELETE of resources of residents, with conditions and conditional references, at most 200 entries; people write about one resident a transaction.',
          },
          { code: 'batch', documentation: 'GET, POST, PUT, PATCH and DELETE, at most 200 entries, each for itself.' },
        ],
      },
    ],
  };
}

/** Topic-based subscriptions (Subscriptions R5 Backport 1.1, R4): which topics there are, and the operations on them. */
const GUIDE = 'http://hl7.org/fhir/uv/subscriptions-backport';
const TOPIC_BASED = {
  extension: typesWithTopic().map((type) => ({
    url: `${GUIDE}/StructureDefinition/capabilitystatement-subscriptiontopic-canonical`,
    valueCanonical: topicOf(type),
  })),
  supportedProfile: [`${GUIDE}/StructureDefinition/backport-subscription`],
};
const TOPIC_OPERATIONS = [
  { name: 'status', definition: `${GUIDE}/OperationDefinition/backport-subscription-status` },
  { name: 'events', definition: `${GUIDE}/OperationDefinition/backport-subscription-events` },
];

const some = (name: string, list: readonly unknown[]) => (list.length > 0 ? { [name]: list } : {});

/** What may come along with a type: each of its references that leads to a type kept here. */
function includesOf(type: ResourceType): readonly string[] {
  return [...parametersOf(type).values()]
    .filter((one) => one.type === 'reference')
    .map(({ name }) => `${type}:${name}`);
}

/** What leads to a type and may come along with it. */
function includedBy(type: ResourceType): readonly string[] {
  return (Object.keys(TYPES) as ResourceType[])
    .filter((from) => (TYPES[from] as TypeRow).home !== 'audit')
    .flatMap((from) =>
      [...parametersOf(from).values()]
        .filter((one) => one.type === 'reference' && one.target.includes(type))
        .map(({ name }) => `${from}:${name}`),
    );
}

/** What is asked of a type beside reading and writing; each as R4 defines it. */
function operations(type: string, row: TypeRow): readonly Readonly<Record<string, string>>[] {
  const validate = { name: 'validate', definition: 'http://hl7.org/fhir/OperationDefinition/Resource-validate' };
  const everything = { name: 'everything', definition: 'http://hl7.org/fhir/OperationDefinition/Patient-everything' };
  return [
    ...(row.create.length > 0 ? [validate] : []),
    ...(type === 'Patient' ? [everything] : []),
    ...(type === 'Subscription' ? TOPIC_OPERATIONS : []),
  ];
}

function interactions(row: TypeRow): readonly string[] {
  if (row.home === 'audit') return ['read', 'search-type'];
  const write = row.create.length > 0 ? ['create', 'update', 'patch', 'delete'] : [];
  return ['read', 'vread', 'history-instance', 'history-type', 'search-type', ...write];
}
