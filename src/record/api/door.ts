import type { Context } from 'hono';
import { isResourceType, type ReadVersion, type ResourceType, type Shelf, toOutcome } from '../../fhir/index.ts';
import { ABSENT, type Actor, type Door, type Problem, type Result } from '../../platform/index.ts';
import type { RecordGround } from '../ground.ts';
import { type Interaction, withinScopes } from '../scopes.ts';

/** What the FHIR door needs from whoever composes it. */
export type FhirDoor = {
  readonly ground: RecordGround;
  readonly shelf: Shelf;
  /** Who sends this request: from a bearer token or a session; a problem is answered as it is. */
  readonly actorOf: (context: Context) => Promise<Result<Actor>>;
  readonly baseUrl: string;
  readonly version: string;
  /** The OAuth2 endpoints for the SMART configuration. */
  readonly authorization: () => Promise<Readonly<Record<string, unknown>>>;
  readonly bodyLimit?: number;
};

/** Under this the entries of a batch carry who sends them: they come from the door itself, not from outside. */
export const INSIDE = Symbol('inside');

export type Env = {
  Bindings: { [INSIDE]?: { readonly actor: Actor; readonly door: Door } };
  Variables: { actor: Actor; door: Door };
};
export type C = Context<Env>;

export const JSON_TYPE = 'application/fhir+json; charset=utf-8';

export const NOT_JSON: Problem = { kind: 'unsupported', text: 'Send application/fhir+json.' };

/** The query of the address as it was sent. */
export const addressOf = (context: Context): URLSearchParams =>
  new URLSearchParams(context.req.url.split('?')[1] ?? '');

/** Whether what is not supported is refused, as it is unless it is asked otherwise (R4 3.1.1.1). */
export const isStrict = (context: Context): boolean => !/handling=lenient/.test(context.req.header('prefer') ?? '');

/** Whether the body says it is JSON. */
export function sendsJson(context: Context): boolean {
  return /^application\/(fhir\+)?json *(;|$)/.test(context.req.header('content-type') ?? '');
}

/** Does the work for a type that is kept here. */
export async function ofType(context: C, work: (type: ResourceType) => Promise<Response>): Promise<Response> {
  const type = context.req.param('type') ?? '';
  return isResourceType(type)
    ? work(type)
    : answer(context, {
        ...ABSENT,
        text: `${type} is not a resource type of this server. See /fhir/r4/metadata.`,
      });
}

/** As `ofType`, where the token covers the interaction. */
export function withType(
  fhir: FhirDoor,
  context: C,
  interaction: Interaction,
  work: (type: ResourceType) => Promise<Response>,
): Promise<Response> {
  return ofType(context, async (type) => {
    const within = await withinScopes(fhir.ground, context.get('actor'), [{ interaction, type }], context.get('door'));
    return within.ok ? work(type) : answer(context, within.problem);
  });
}

/** One version as an answer, with its ETag. */
export function resource(context: C, version: ReadVersion, status: 200 | 201, location?: string): Response {
  return context.body(version.text, status, {
    'content-type': JSON_TYPE,
    etag: `W/"${version.version}"`,
    'last-modified': version.lastUpdated.toUTCString(),
    'cache-control': 'no-store',
    ...(location ? { location } : {}),
  });
}

/** A bundle of entries that are text already, so that no number is spelled anew. */
export function bundle(
  context: C,
  type: 'searchset' | 'history',
  entries: readonly string[],
  more: { readonly link?: readonly unknown[]; readonly total?: number | undefined } = {},
): Response {
  const head = JSON.stringify({
    resourceType: 'Bundle',
    type,
    ...(more.total === undefined ? {} : { total: more.total }),
    ...(more.link && more.link.length > 0 ? { link: more.link } : {}),
  }).slice(0, -1);
  return context.body(`${head}${entries.length > 0 ? `,"entry":[${entries.join(',')}]` : ''}}`, 200, {
    'content-type': JSON_TYPE,
    'cache-control': 'no-store',
  });
}

/** A problem as an OperationOutcome. */
export function answer(context: Context, problem: Problem, as?: 405 | 406): Response {
  const { status: usual, body } = toOutcome(problem);
  const status = as ?? usual;
  return context.body(JSON.stringify(body), status as 400, {
    'content-type': JSON_TYPE,
    'cache-control': 'no-store',
    ...(problem.retryAfter ? { 'retry-after': String(problem.retryAfter) } : {}),
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  });
}
