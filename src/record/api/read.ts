import {
  cursorOf,
  onShelf,
  type ReadVersion,
  type ResourceType,
  readHistoryPage,
  readShape,
  shaped,
  typeRow,
} from '../../fhir/index.ts';
import { ABSENT, type Result } from '../../platform/index.ts';
import { readAudit } from '../audit-event.ts';
import { typeHistory } from '../history.ts';
import { readResource, readVersions } from '../read.ts';
import { addressOf, answer, bundle, type C, type FhirDoor, isStrict, resource } from './door.ts';

/** One version as it was asked: whole, or a part of it; what is the same still is not sent again (R4 3.1.0.4, 3.1.0.1.9). */
function told(context: C, type: ResourceType, version: ReadVersion): Response {
  const shape = readShape(type, addressOf(context));
  if (!shape.ok) return answer(context, shape.problem);
  if (shape.value.summary === 'count')
    return answer(context, { kind: 'invalid', text: '_summary=count is for a search.' });
  const known = context.req.header('if-none-match')?.split(',') ?? [];
  return known.some((one) => one.trim() === `W/"${version.version}"`)
    ? context.body(null, 304, { etag: `W/"${version.version}"`, 'cache-control': 'no-store' })
    : resource(context, { ...version, text: shaped(version.text, shape.value) }, 200);
}

/** GET [type]/[id] */
export async function readOne(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  const [actor, door, id] = [context.get('actor'), context.get('door'), context.req.param('id') ?? ''];
  const home = typeRow(type).home;
  const found = onShelf(type)
    ? await fhir.shelf.read(actor, type, id, door)
    : home === 'audit'
      ? await readAudit(fhir.ground, actor, id, door)
      : await readResource(fhir.ground, actor, type, id, door);
  return found.ok ? told(context, type, found.value) : answer(context, found.problem);
}

/** GET [type]/[id]/_history/[version] */
export async function readVersion(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  const version = Number(context.req.param('version'));
  const found = await versionsOf(fhir, context, type, Number.isInteger(version) ? version : -1);
  return found.ok ? told(context, type, found.value[0]!) : answer(context, found.problem);
}

/** GET [type]/[id]/_history */
export async function readHistory(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  const page = readHistoryPage(addressOf(context), isStrict(context));
  if (!page.ok) return answer(context, page.problem);
  const found = await versionsOf(fhir, context, type, undefined);
  if (!found.ok) return answer(context, found.problem);
  const { since, count, after } = page.value;
  const asked = found.value.filter((one) => !since || one.lastUpdated >= since);
  const left = asked.filter((one) => !after || one.version < after.version);
  const shown = left.slice(0, count);
  const last = left.length > count ? shown.at(-1) : undefined;
  const next = last && cursorOf([last.lastUpdated.getTime(), last.id, last.version]);
  const entries = shown.map((version) => historyEntry(fhir, version));
  return bundle(context, 'history', entries, { link: historyLinks(fhir, context, next), total: asked.length });
}

/** GET [type]/_history */
export async function readTypeHistory(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  const page = readHistoryPage(addressOf(context), isStrict(context));
  if (!page.ok) return answer(context, page.problem);
  const [actor, door] = [context.get('actor'), context.get('door')];
  const home = typeRow(type).home;
  if (home === 'audit') return answer(context, { ...ABSENT, text: 'An AuditEvent has one version; search them.' });
  const found = onShelf(type)
    ? await fhir.shelf.history(actor, type, page.value, door)
    : await typeHistory(fhir.ground, actor, type, page.value, door);
  if (!found.ok) return answer(context, found.problem);
  const entries = found.value.entries.map((version) => historyEntry(fhir, version));
  return bundle(context, 'history', entries, { link: historyLinks(fhir, context, found.value.next) });
}

function historyLinks(fhir: FhirDoor, context: C, next: string | undefined): readonly unknown[] {
  const { type, id } = context.req.param();
  const asked = addressOf(context);
  asked.delete('_after');
  const self = `${fhir.baseUrl}/${id === undefined ? type : `${type}/${id}`}/_history`;
  const link = [{ relation: 'self', url: asked.size > 0 ? `${self}?${asked}` : self }];
  if (next === undefined) return link;
  asked.set('_after', next);
  return [...link, { relation: 'next', url: `${self}?${asked}` }];
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
  return onShelf(type)
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
