import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import {
  bsnInAddress,
  capabilityStatement,
  type Found,
  isResourceType,
  type ReadVersion,
  type ResourceType,
  readSearch,
  readSent,
  type Shelf,
  toOutcome,
  typeRow,
} from '../fhir/index.ts';
import { ABSENT, type Actor, type Door, fail, isResidentId, type Problem, type Result } from '../platform/index.ts';
import { openAttachment } from './attachment.ts';
import { readAudit, searchAudit } from './audit-event.ts';
import { createResource, updateResource } from './doors.ts';
import type { RecordGround } from './ground.ts';
import { readResource, readVersions } from './read.ts';
import { type Interaction, withinScopes } from './scopes.ts';
import { searchResources } from './search.ts';
import { runTransaction } from './transaction.ts';

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

const JSON_TYPE = 'application/fhir+json; charset=utf-8';
type Env = { Variables: { actor: Actor; door: Door } };

/** The FHIR R4 API: read, vread, history, search, create, update with If-Match, transaction. */
export function fhirApi(fhir: FhirDoor): Hono<Env> {
  const { ground } = fhir;
  const app = new Hono<Env>();
  const limit = fhir.bodyLimit ?? 2_000_000;
  app.use(
    bodyLimit({
      maxSize: limit,
      onError: (context) => answer(context, { kind: 'too-large', text: `At most ${limit} bytes.` }),
    }),
  );
  app.get('/metadata', (context) =>
    context.body(JSON.stringify(capabilityStatement(fhir.baseUrl, fhir.version, ground.clock.now())), 200, {
      'content-type': JSON_TYPE,
    }),
  );
  app.get('/.well-known/smart-configuration', async (context) => context.json(await fhir.authorization()));
  app.use('*', async (context, next) => {
    const actor = await fhir.actorOf(context);
    if (!actor.ok) return answer(context, actor.problem);
    context.set('actor', actor.value);
    const requestId = context.req.header('x-request-id')?.slice(0, 80);
    context.set('door', { door: 'fhir', ...(requestId ? { requestId } : {}) });
    await next();
  });
  const transaction = async (context: C): Promise<Response> => {
    if (!sendsJson(context)) return answer(context, NOT_JSON);
    const done = await runTransaction(ground, context.get('actor'), await context.req.text(), context.get('door'));
    return done.ok
      ? context.body(JSON.stringify(done.value), 200, { 'content-type': JSON_TYPE })
      : answer(context, done.problem);
  };
  app.post('/', transaction);
  app.get('/:type/:id/_history/:version', (context) =>
    withType(fhir, context, async (type) => {
      const version = Number(context.req.param('version'));
      const found = await versionsOf(fhir, context, type, Number.isInteger(version) ? version : -1);
      return found.ok ? resource(context, found.value[0]!, 200) : answer(context, found.problem);
    }),
  );
  app.get('/:type/:id/_history', (context) =>
    withType(fhir, context, async (type) => {
      const found = await versionsOf(fhir, context, type, undefined);
      return found.ok
        ? bundle(
            context,
            'history',
            found.value.map((version) => entryOf(fhir, version, 'history')),
          )
        : answer(context, found.problem);
    }),
  );
  app.post('/:type/_search', (context) =>
    withType(fhir, context, async (type) => {
      const body = await context.req.text();
      if (body !== '' && !/^application\/x-www-form-urlencoded/.test(context.req.header('content-type') ?? ''))
        return answer(context, { kind: 'unsupported', text: 'Send application/x-www-form-urlencoded.' });
      const address = new URLSearchParams(context.req.url.split('?')[1] ?? '');
      const problem = bsnInAddress(address);
      return problem
        ? answer(context, problem)
        : searchType(fhir, context, type, new URLSearchParams([...new URLSearchParams(body), ...address]), true);
    }),
  );
  app.get('/Binary/:id', (context) => binary(fhir, context));
  app.get('/:type/:id', (context) =>
    withType(fhir, context, async (type) => {
      const [actor, door, id] = [context.get('actor'), context.get('door'), context.req.param('id') ?? ''];
      const home = typeRow(type).home;
      const found =
        home === 'region'
          ? await fhir.shelf.read(actor, type, id, door)
          : home === 'audit'
            ? await readAudit(ground, actor, id, door)
            : await readResource(ground, actor, type, id, door);
      return found.ok ? resource(context, found.value, 200) : answer(context, found.problem);
    }),
  );
  app.get('/:type', (context) =>
    withType(fhir, context, async (type) =>
      searchType(fhir, context, type, new URLSearchParams(context.req.url.split('?')[1] ?? ''), false),
    ),
  );
  app.post('/:type', (context) => withType(fhir, context, (type) => write(fhir, context, type, undefined)));
  app.put('/:type/:id', (context) =>
    withType(fhir, context, (type) => write(fhir, context, type, context.req.param('id') ?? '')),
  );
  const root = `${new URL(fhir.baseUrl).pathname}/`;
  app.onError((error, context) => {
    console.error(
      JSON.stringify({ level: 'error', event: 'fhir failed', code: (error as { code?: string }).code ?? error.name }),
    );
    return answer(context, { kind: 'failed', text: 'Something went wrong here; nothing was kept. Try again later.' });
  });
  app.all('*', (context) =>
    // The base with a slash behind it is the base.
    context.req.method === 'POST' && context.req.path === root
      ? transaction(context)
      : answer(
          context,
          {
            kind: 'unsupported',
            text: `${context.req.method} ${context.req.path} is not supported. See /fhir/r4/metadata.`,
          },
          405,
        ),
  );
  return app;
}

type C = Context<Env>;

const NOT_JSON: Problem = { kind: 'unsupported', text: 'Send application/fhir+json.' };

function sendsJson(context: Context): boolean {
  return /^application\/(fhir\+)?json *(;|$)/.test(context.req.header('content-type') ?? '');
}

async function withType(
  fhir: FhirDoor,
  context: C,
  work: (type: ResourceType) => Promise<Response>,
): Promise<Response> {
  const type = context.req.param('type') ?? '';
  if (!isResourceType(type))
    return answer(context, {
      ...ABSENT,
      text: `${type} is not a resource type of this server. See /fhir/r4/metadata.`,
    });
  const asked = [{ interaction: interactionOf(context), type }];
  const within = await withinScopes(fhir.ground, context.get('actor'), asked, context.get('door'));
  return within.ok ? work(type) : answer(context, within.problem);
}

function interactionOf(context: C): Interaction {
  const { method, path } = context.req;
  if (method === 'PUT') return 'u';
  if (method === 'POST') return path.endsWith('/_search') ? 's' : 'c';
  return context.req.param('id') === undefined ? 's' : 'r';
}

/**
 * An attachment (R4 Binary): its bytes as they are, or a resource where FHIR is asked for (2.41.3). Read under the scope
 * of what holds it.
 */
async function binary(fhir: FhirDoor, context: C): Promise<Response> {
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

async function searchType(
  fhir: FhirDoor,
  context: C,
  type: ResourceType,
  query: URLSearchParams,
  posted: boolean,
): Promise<Response> {
  const strict = !/handling=lenient/.test(context.req.header('prefer') ?? '');
  const search = readSearch(type, query, posted, strict);
  if (!search.ok) return answer(context, search.problem);
  const [actor, door] = [context.get('actor'), context.get('door')];
  const home = typeRow(type).home;
  let found: Result<Found>;
  if (home === 'region') found = await fhir.shelf.search(actor, search.value, door);
  else if (home === 'audit') {
    const asked = search.value.params.filter((param) => param.name === 'patient').flatMap((param) => param.values);
    const [patient] = asked.map((value) => value.replace(/^.*Patient\//, ''));
    found =
      asked.length > 1 || (patient !== undefined && !isResidentId(patient))
        ? fail('invalid', 'patient takes the id of one Patient.', [
            { place: 'patient', text: 'Not an id of a Patient' },
          ])
        : await searchAudit(fhir.ground, actor, patient, search.value, door);
  } else found = await searchResources(fhir.ground, actor, search.value, door);
  if (!found.ok) return answer(context, found.problem);
  const self = `${fhir.baseUrl}/${type}`;
  const asked = new URLSearchParams(posted ? [] : [...query].filter(([name]) => name !== '_after'));
  const link = [{ relation: 'self', url: `${self}${asked.size > 0 ? `?${asked}` : ''}` }];
  if (found.value.next) {
    asked.set('_after', found.value.next);
    link.push({ relation: 'next', url: posted ? `${self}/_search?_after=${found.value.next}` : `${self}?${asked}` });
  }
  return bundle(
    context,
    'searchset',
    found.value.entries.map((version) => entryOf(fhir, version, 'searchset')),
    link,
  );
}

async function write(fhir: FhirDoor, context: C, type: ResourceType, id: string | undefined): Promise<Response> {
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

function resource(context: C, version: ReadVersion, status: 200 | 201, location?: string): Response {
  return context.body(version.text, status, {
    'content-type': JSON_TYPE,
    etag: `W/"${version.version}"`,
    'last-modified': version.lastUpdated.toUTCString(),
    'cache-control': 'no-store',
    ...(location ? { location } : {}),
  });
}

function entryOf(fhir: FhirDoor, version: ReadVersion, kind: 'searchset' | 'history'): string {
  const fullUrl = JSON.stringify(`${fhir.baseUrl}/${version.type}/${version.id}`);
  const tail =
    kind === 'searchset'
      ? '"search":{"mode":"match"}'
      : `"request":{"method":"${version.version === 1 ? 'POST' : 'PUT'}","url":"${version.type}${version.version === 1 ? '' : `/${version.id}`}"},"response":{"status":"${version.version === 1 ? '201' : '200'}","etag":"W/\\"${version.version}\\"","lastModified":"${version.lastUpdated.toISOString()}"}`;
  return `{"fullUrl":${fullUrl},"resource":${version.text},${tail}}`;
}

function bundle(
  context: C,
  type: 'searchset' | 'history',
  entries: readonly string[],
  link: readonly unknown[] = [],
): Response {
  const head = JSON.stringify({
    resourceType: 'Bundle',
    type,
    ...(type === 'history' ? { total: entries.length } : {}),
    ...(link.length > 0 ? { link } : {}),
  }).slice(0, -1);
  return context.body(`${head}${entries.length > 0 ? `,"entry":[${entries.join(',')}]` : ''}}`, 200, {
    'content-type': JSON_TYPE,
    'cache-control': 'no-store',
  });
}

function answer(context: Context, problem: Problem, as?: 405): Response {
  const { status: usual, body } = toOutcome(problem);
  const status = as ?? usual;
  return context.body(JSON.stringify(body), status as 400, {
    'content-type': JSON_TYPE,
    'cache-control': 'no-store',
    ...(problem.retryAfter ? { 'retry-after': String(problem.retryAfter) } : {}),
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  });
}
