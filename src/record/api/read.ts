import { type ReadVersion, type ResourceType, typeRow } from '../../fhir/index.ts';
import { ABSENT, type Result } from '../../platform/index.ts';
import { readAudit } from '../audit-event.ts';
import { readResource, readVersions } from '../read.ts';
import { answer, bundle, type C, type FhirDoor, resource } from './door.ts';

/** GET [type]/[id] */
export async function readOne(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  const [actor, door, id] = [context.get('actor'), context.get('door'), context.req.param('id') ?? ''];
  const home = typeRow(type).home;
  const found =
    home === 'region'
      ? await fhir.shelf.read(actor, type, id, door)
      : home === 'audit'
        ? await readAudit(fhir.ground, actor, id, door)
        : await readResource(fhir.ground, actor, type, id, door);
  return found.ok ? resource(context, found.value, 200) : answer(context, found.problem);
}

/** GET [type]/[id]/_history/[version] */
export async function readVersion(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  const version = Number(context.req.param('version'));
  const found = await versionsOf(fhir, context, type, Number.isInteger(version) ? version : -1);
  return found.ok ? resource(context, found.value[0]!, 200) : answer(context, found.problem);
}

/** GET [type]/[id]/_history */
export async function readHistory(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  const found = await versionsOf(fhir, context, type, undefined);
  if (!found.ok) return answer(context, found.problem);
  const entries = found.value.map((version) => historyEntry(fhir, version));
  return bundle(context, 'history', entries, { total: entries.length });
}

async function versionsOf(
  fhir: FhirDoor,
  context: C,
  type: ResourceType,
  version: number | undefined,
): Promise<Result<readonly ReadVersion[]>> {
  const id = context.req.param('id') ?? '';
  const home = typeRow(type).home;
  if (home === 'audit') return { ok: false, problem: { ...ABSENT, text: 'An AuditEvent has one version; read it.' } };
  return home === 'region'
    ? fhir.shelf.versions(context.get('actor'), type, id, context.get('door'), version)
    : readVersions(fhir.ground, context.get('actor'), type, id, context.get('door'), version);
}

/** One version with the request that made it; of what was removed the request alone (R4 3.1.0.9). */
function historyEntry(fhir: FhirDoor, { type, id, version, lastUpdated, text, deleted }: ReadVersion): string {
  const method = deleted ? 'DELETE' : version === 1 ? 'POST' : 'PUT';
  const request = { method, url: method === 'POST' ? type : `${type}/${id}` };
  const response = {
    status: deleted ? '204' : version === 1 ? '201' : '200',
    etag: `W/"${version}"`,
    lastModified: lastUpdated.toISOString(),
  };
  const fullUrl = JSON.stringify(`${fhir.baseUrl}/${type}/${id}`);
  const resource = deleted ? '' : `"resource":${text},`;
  return `{"fullUrl":${fullUrl},${resource}"request":${JSON.stringify(request)},"response":${JSON.stringify(response)}}`;
}
