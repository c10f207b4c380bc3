import { type ResourceType, type SearchName, searchNames, TYPES, type TypeRow } from './types.ts';

const KIND: Record<SearchName | '_id' | '_lastUpdated' | 'identifier', string> = {
  _id: 'token',
  _lastUpdated: 'date',
  identifier: 'token',
  patient: 'reference',
  subject: 'reference',
  code: 'token',
  status: 'token',
  date: 'date',
  owner: 'reference',
  'based-on': 'reference',
  focus: 'reference',
  organization: 'reference',
  name: 'string',
  'service-category': 'token',
  practitioner: 'reference',
};

/** Files with an entry: read by who may read the entry that names them, under the scope of that entry. */
const BINARY = {
  type: 'Binary',
  documentation: 'What Communication.payload.contentAttachment leads to; read with the scope of Communication.',
  versioning: 'no-version',
  readHistory: false,
  updateCreate: false,
  interaction: [{ code: 'read' }],
};

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
            versioning: 'versioned-update',
            readHistory: row.home !== 'audit',
            updateCreate: false,
            interaction: interactions(row).map((code) => ({ code })),
            searchParam: [
              ...searchNames(type as ResourceType).map((name) => ({ name, type: KIND[name], ...readFrom(row, name) })),
              ...Object.entries(row.also ?? {}).map(([name, same]) => ({
                name,
                type: KIND[same],
                ...readFrom(row, same),
              })),
            ],
          })),
          BINARY,
        ],
        interaction: [
          {
            code: 'transaction',
            documentation:
              'POST and PUT of resources of residents, at most 200 entries; people write about one resident a transaction.',
          },
        ],
      },
    ],
  };
}

/** Which element a parameter reads, where its name does not say so in R4. */
function readFrom(row: TypeRow, name: string): { readonly documentation?: string } {
  const read =
    name === 'date' ? row.date : name === 'code' ? row.code : name === 'status' ? [row.status ?? 'active'] : [];
  return read && read.length > 0 ? { documentation: `Reads ${read.join(', ')}.` } : {};
}

function interactions(row: TypeRow): readonly string[] {
  if (row.home === 'audit') return ['read', 'search-type'];
  const write = row.create.length > 0 ? ['create', 'update'] : [];
  return ['read', 'vread', 'history-instance', 'search-type', ...write];
}
