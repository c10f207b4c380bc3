import { type ResourceType, readSent, typeRow } from '../../fhir/index.ts';
import { createResource, updateResource } from '../doors.ts';
import { answer, type C, type FhirDoor, NOT_JSON, resource, sendsJson } from './door.ts';

/** POST [type], PUT [type]/[id] */
export async function write(fhir: FhirDoor, context: C, type: ResourceType, id: string | undefined): Promise<Response> {
  if (typeRow(type).create.length === 0)
    return answer(context, { kind: 'unsupported', text: `${type} is read-only.` }, 405);
  if (!sendsJson(context)) return answer(context, NOT_JSON);
  // Silently creating what the sender asked not to repeat would do harm.
  if (context.req.header('if-none-exist') !== undefined)
    return answer(context, { kind: 'invalid', text: 'If-None-Exist is not supported. Search first, then create.' });
  const sent = readSent(type, await context.req.text());
  if (!sent.ok) return answer(context, sent.problem);
  const [actor, door] = [context.get('actor'), context.get('door')];
  const regional = typeRow(type).home === 'region';
  if (id === undefined) {
    const made = regional
      ? await fhir.shelf.create(actor, type, sent.value, door)
      : await createResource(fhir.ground, actor, type, sent.value, door);
    return made.ok
      ? resource(
          context,
          { ...made.value, type },
          201,
          `${fhir.baseUrl}/${type}/${made.value.id}/_history/${made.value.version}`,
        )
      : answer(context, made.problem);
  }
  const header = context.req.header('if-match');
  const match = header === undefined ? undefined : /^W\/"(\d+)"$/.exec(header);
  if (match === null)
    return answer(context, { kind: 'invalid', text: 'If-Match takes the ETag you read, such as W/"3".' });
  const version = match ? Number(match[1]) : undefined;
  const made = regional
    ? await fhir.shelf.update(actor, type, id, sent.value, version, door)
    : await updateResource(fhir.ground, actor, type, id, sent.value, version, door);
  return made.ok ? resource(context, { ...made.value, type }, 200) : answer(context, made.problem);
}
