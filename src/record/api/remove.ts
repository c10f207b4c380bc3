import { onShelf, type ResourceType } from '../../fhir/index.ts';
import type { Result } from '../../platform/index.ts';
import { findOne } from '../conditional/index.ts';
import { type Removed, removeResource } from '../remove.ts';
import { addressOf, answer, type C, type FhirDoor } from './door.ts';
import { conditionOf, ifMatchOf, readOnlyAnswer } from './write.ts';

/** DELETE [type]/[id] */
export async function remove(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  return (
    readOnlyAnswer(context, type) ??
    answered(context, await removeOne(fhir, context, type, context.req.param('id') ?? ''))
  );
}

/** DELETE [type]?condition: of one (R4 3.1.0.7.1). */
export async function removeBy(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  const readOnly = readOnlyAnswer(context, type);
  if (readOnly) return readOnly;
  const condition = await conditionOf(fhir, context, type, String(addressOf(context)), 'address', 'd');
  if (!condition.ok) return answer(context, condition.problem);
  const found = await findOne(
    fhir.ground,
    context.get('actor'),
    condition.value,
    context.get('door'),
    fhir.shelf.search,
  );
  if (!found.ok) return answer(context, found.problem);
  // Nothing fits: nothing is there to remove, and it is gone as was asked.
  if (found.value === undefined) return context.body(null, 204);
  return answered(context, await removeOne(fhir, context, type, found.value.id));
}

async function removeOne(fhir: FhirDoor, context: C, type: ResourceType, id: string): Promise<Result<Removed>> {
  const match = ifMatchOf(context);
  if (!match.ok) return match;
  const [actor, door] = [context.get('actor'), context.get('door')];
  return onShelf(type)
    ? fhir.shelf.remove(actor, type, id, match.value, door)
    : removeResource(fhir.ground, actor, type, id, match.value, door);
}

function answered(context: C, done: Result<Removed>): Response {
  return done.ok
    ? context.body(null, 204, { etag: `W/"${done.value.version}"`, 'cache-control': 'no-store' })
    : answer(context, done.problem);
}
