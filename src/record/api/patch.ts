import { onShelf, type Patch, patched, type ResourceType, readPatch } from '../../fhir/index.ts';
import { ABSENT, type Problem, type Result } from '../../platform/index.ts';
import { findOne, type Outcome } from '../conditional/index.ts';
import { patchResource } from '../patch.ts';
import { addressOf, answer, type C, type FhirDoor } from './door.ts';
import { answered, conditionOf, ifMatchOf, readOnlyAnswer } from './write.ts';

/** PATCH [type]/[id] with a JSON Patch (R4 3.1.0.6). */
export async function patch(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  const sent = await patchIn(context, type);
  if (sent instanceof Response) return sent;
  return answered(fhir, context, await patchOne(fhir, context, type, context.req.param('id') ?? '', sent));
}

/** PATCH [type]?condition: of the one that fits. */
export async function patchBy(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  const sent = await patchIn(context, type);
  if (sent instanceof Response) return sent;
  const condition = await conditionOf(fhir, context, type, String(addressOf(context)), 'address', 'u');
  if (!condition.ok) return answer(context, condition.problem);
  const found = await findOne(
    fhir.ground,
    context.get('actor'),
    condition.value,
    context.get('door'),
    fhir.shelf.search,
  );
  if (!found.ok) return answer(context, found.problem);
  if (!found.value) return answer(context, ABSENT);
  return answered(fhir, context, await patchOne(fhir, context, type, found.value.id, sent));
}

const NOT_PATCH: Problem = {
  kind: 'unsupported',
  text: 'Send application/json-patch+json (RFC 6902). FHIRPath Patch and XML Patch are not supported.',
};

async function patchIn(context: C, type: ResourceType): Promise<Patch | Response> {
  const readOnly = readOnlyAnswer(context, type);
  if (readOnly) return readOnly;
  if (!/^application\/json-patch\+json *(;|$)/.test(context.req.header('content-type') ?? ''))
    return answer(context, NOT_PATCH);
  const read = readPatch(await context.req.text());
  return read.ok ? read.value : answer(context, read.problem);
}

async function patchOne(
  fhir: FhirDoor,
  context: C,
  type: ResourceType,
  id: string,
  sent: Patch,
): Promise<Result<Outcome>> {
  const match = ifMatchOf(context);
  if (!match.ok) return match;
  const [actor, door] = [context.get('actor'), context.get('door')];
  const made = onShelf(type)
    ? await patchRegional(fhir, context, type, id, sent, match.value)
    : await patchResource(fhir.ground, actor, type, id, sent, match.value, door);
  return made.ok ? { ok: true, value: { did: 'updated', version: { ...made.value, type } } } : made;
}

const MOST_TRIES = 5;

/** Of the region: on top of the version that was read, again where somebody wrote between. */
async function patchRegional(
  fhir: FhirDoor,
  context: C,
  type: ResourceType,
  id: string,
  sent: Patch,
  ifMatch: number | undefined,
) {
  const [actor, door] = [context.get('actor'), context.get('door')];
  for (let tries = 1; ; tries++) {
    const present = await fhir.shelf.read(actor, type, id, door);
    if (!present.ok) return present;
    const next = patched(type, present.value.text, sent);
    if (!next.ok) return next;
    const done = await fhir.shelf.update(actor, type, id, next.value, ifMatch ?? present.value.version, door);
    const again = !done.ok && ifMatch === undefined && ['stale', 'conflict'].includes(done.problem.kind);
    if (!again || tries === MOST_TRIES) return done;
  }
}
