import { openAttachment } from '../attachment.ts';
import { withinScopes } from '../scopes.ts';
import { answer, type C, type FhirDoor, JSON_TYPE } from './door.ts';

/**
 * GET Binary/[id]: an attachment; its bytes as they are, or a resource where FHIR is asked for (R4 2.41.3). Read under
 * the scope of what holds it.
 */
export async function readBinary(fhir: FhirDoor, context: C): Promise<Response> {
  const [actor, door, id] = [context.get('actor'), context.get('door'), context.req.param('id') ?? ''];
  const within = await withinScopes(fhir.ground, actor, [{ interaction: 'r', type: 'Communication' }], door);
  if (!within.ok) return answer(context, within.problem);
  const opened = await openAttachment(fhir.ground, actor, id, door);
  if (!opened.ok) return answer(context, opened.problem);
  const { type: contentType, bytes, holder } = opened.value;
  if (!/\bjson\b/.test(context.req.header('accept') ?? ''))
    return context.body(Buffer.from(bytes), 200, {
      'content-type': contentType,
      'content-disposition': 'attachment',
      'cache-control': 'no-store',
    });
  const resource = {
    resourceType: 'Binary',
    id,
    contentType,
    securityContext: { reference: holder },
    data: Buffer.from(bytes).toString('base64'),
  };
  return context.body(JSON.stringify(resource), 200, { 'content-type': JSON_TYPE, 'cache-control': 'no-store' });
}
