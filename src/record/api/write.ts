import {
  type Condition,
  examine,
  onShelf,
  type ReadVersion,
  type Resource,
  type ResourceType,
  readCondition,
  readSent,
  type Sent,
  typeRow,
} from '../../fhir/index.ts';
import { fail, ok, type Result } from '../../platform/index.ts';
import { createUnless, findOne, idsAreOurs, type Outcome, updateFitting } from '../conditional/index.ts';
import { createResource, updateResource } from '../doors.ts';
import { type Interaction, withinScopes } from '../scopes.ts';
import { addressOf, answer, type C, type FhirDoor, NOT_JSON, resource, sendsJson } from './door.ts';
import { outcomeOf } from './validate.ts';

/** POST [type], with If-None-Exist only where nothing fits it (R4 3.1.0.8.1). */
export async function create(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  const sent = await sentIn(context, type);
  if (sent instanceof Response) return sent;
  const asked = context.req.header('if-none-exist');
  if (asked === undefined) return answered(fhir, context, await createPlain(fhir, context, type, sent));
  const condition = await conditionOf(fhir, context, type, asked, 'body', 'c');
  return condition.ok
    ? answered(fhir, context, await createWith(fhir, context, type, sent, condition.value))
    : answer(context, condition.problem);
}

/** PUT [type]/[id] */
export async function update(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  const sent = await sentIn(context, type);
  if (sent instanceof Response) return sent;
  const match = ifMatchOf(context);
  if (!match.ok) return answer(context, match.problem);
  return answered(
    fhir,
    context,
    await updateOne(fhir, context, type, context.req.param('id') ?? '', sent, match.value),
  );
}

/** PUT [type]?condition (R4 3.1.0.4.3) */
export async function updateBy(fhir: FhirDoor, context: C, type: ResourceType): Promise<Response> {
  const sent = await sentIn(context, type);
  if (sent instanceof Response) return sent;
  const match = ifMatchOf(context);
  if (!match.ok) return answer(context, match.problem);
  const condition = await conditionOf(fhir, context, type, String(addressOf(context)), 'address', 'u');
  if (!condition.ok) return answer(context, condition.problem);
  const [actor, door, elsewhere] = [context.get('actor'), context.get('door'), fhir.shelf.search];
  if (typeRow(type).home === 'resident')
    return answered(
      fhir,
      context,
      await updateFitting(fhir.ground, actor, type, sent, condition.value, match.value, door, elsewhere),
    );
  const found = await findOne(fhir.ground, actor, condition.value, door, elsewhere);
  if (!found.ok) return answer(context, found.problem);
  if (found.value !== undefined)
    return answered(fhir, context, await updateOne(fhir, context, type, found.value.id, sent, match.value));
  const refused = idsAreOurs(type, sent, match.value);
  if (refused) return answer(context, refused.problem);
  const made = await createWith(fhir, context, type, sent, condition.value);
  return made.ok && made.value.did === 'found'
    ? answered(fhir, context, await updateOne(fhir, context, type, made.value.version.id, sent, match.value))
    : answered(fhir, context, made);
}

/** The body as a resource of this type, or the answer that says why not. */
async function sentIn(context: C, type: ResourceType): Promise<Sent | Response> {
  const readOnly = readOnlyAnswer(context, type);
  if (readOnly) return readOnly;
  if (!sendsJson(context)) return answer(context, NOT_JSON);
  const sent = readSent(type, await context.req.text());
  return sent.ok ? sent.value : answer(context, sent.problem);
}

/** The answer to who would write what only the server writes. */
export function readOnlyAnswer(context: C, type: ResourceType): Response | undefined {
  return typeRow(type).create.length === 0
    ? answer(context, { kind: 'unsupported', text: `${type} is read-only.` }, 405)
    : undefined;
}

/** The version that If-Match names, where it is sent. */
export function ifMatchOf(context: C): Result<number | undefined> {
  const header = context.req.header('if-match');
  if (header === undefined) return ok(undefined);
  const match = /^W\/"(\d+)"$/.exec(header);
  return match ? ok(Number(match[1])) : fail('invalid', 'If-Match takes the ETag you read, such as W/"3".');
}

/** A condition, which is a search: the token has to cover that too. */
export async function conditionOf(
  fhir: FhirDoor,
  context: C,
  type: ResourceType,
  query: string,
  place: 'address' | 'body',
  interaction: Interaction,
): Promise<Result<Condition>> {
  const asked = [{ interaction, type } as const, { interaction: 's', type } as const];
  const within = await withinScopes(fhir.ground, context.get('actor'), asked, context.get('door'));
  return within.ok ? readCondition(type, query, place) : within;
}

async function createPlain(fhir: FhirDoor, context: C, type: ResourceType, sent: Sent): Promise<Result<Outcome>> {
  const [actor, door] = [context.get('actor'), context.get('door')];
  const made = onShelf(type)
    ? await fhir.shelf.create(actor, type, sent, door)
    : await createResource(fhir.ground, actor, type, sent, door);
  return made.ok ? ok({ did: 'created', version: { ...made.value, type } }) : made;
}

async function createWith(
  fhir: FhirDoor,
  context: C,
  type: ResourceType,
  sent: Sent,
  condition: Condition,
): Promise<Result<Outcome>> {
  const [actor, door] = [context.get('actor'), context.get('door')];
  if (typeRow(type).home === 'resident')
    return createUnless(fhir.ground, actor, type, sent, condition, door, fhir.shelf.search);
  const made = await fhir.shelf.create(actor, type, sent, door, condition);
  return made.ok ? ok({ did: made.value.found ? 'found' : 'created', version: made.value }) : made;
}

async function updateOne(
  fhir: FhirDoor,
  context: C,
  type: ResourceType,
  id: string,
  sent: Sent,
  ifMatch: number | undefined,
): Promise<Result<Outcome>> {
  const [actor, door] = [context.get('actor'), context.get('door')];
  const made = onShelf(type)
    ? await fhir.shelf.update(actor, type, id, sent, ifMatch, door)
    : await updateResource(fhir.ground, actor, type, id, sent, ifMatch, door);
  return made.ok ? ok({ did: 'updated', version: { ...made.value, type } }) : made;
}

/** What was done as an answer; where it is, is said of what was made or found. */
export function answered(fhir: FhirDoor, context: C, done: Result<Outcome>): Response {
  if (!done.ok) return answer(context, done.problem);
  const { did, version } = done.value;
  const status = did === 'created' ? 201 : 200;
  return preferred(context, version, status, did === 'updated' ? undefined : placeOf(fhir, version));
}

/**
 * What comes back of a write as it is preferred (R4 3.1.0.1.2.1): the resource unless nothing, or what is doubtful in it,
 * is asked for.
 */
function preferred(context: C, version: ReadVersion, status: 200 | 201, location: string | undefined): Response {
  const whole = resource(context, version, status, location);
  const [, asked] = /(?:^|[,;\s])return=(minimal|OperationOutcome)\b/.exec(context.req.header('prefer') ?? '') ?? [];
  if (!asked) return whole;
  if (asked === 'minimal') return new Response(null, whole);
  const { warnings } = examine(JSON.parse(version.text) as Resource);
  return new Response(JSON.stringify(outcomeOf(undefined, [], warnings)), whole);
}

const placeOf = (fhir: FhirDoor, { type, id, version }: ReadVersion) =>
  `${fhir.baseUrl}/${type}/${id}/_history/${version}`;
