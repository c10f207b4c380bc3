import type { Hono } from 'hono';
import { isResourceType, toOutcome } from '../../fhir/index.ts';
import { fail, type Problem, type Result } from '../../platform/index.ts';
import { type Entry, readBundle, runTransaction } from '../bundle/index.ts';
import { answer, type C, type Env, type FhirDoor, INSIDE, JSON_TYPE, NOT_JSON, sendsJson } from './door.ts';

/** POST [base]: a transaction, or a batch whose entries are requests of their own (R4 3.1.0.11). */
export async function bundled(fhir: FhirDoor, context: C, app: Hono<Env>): Promise<Response> {
  if (!sendsJson(context)) return answer(context, NOT_JSON);
  const asked = readBundle(await context.req.text());
  if (!asked.ok) return answer(context, asked.problem);
  const { type, entries } = asked.value;
  if (type === 'batch') return batch(context, app, entries);
  const [actor, door] = [context.get('actor'), context.get('door')];
  const done = await runTransaction(fhir.ground, actor, entries, door, fhir.shelf.search);
  return done.ok
    ? context.body(JSON.stringify(done.value), 200, { 'content-type': JSON_TYPE, 'cache-control': 'no-store' })
    : answer(context, done.problem);
}

/** In the order in which a transaction works: what goes, what is new, what changes, what is read. */
const ORDER = ['DELETE', 'POST', 'PUT', 'PATCH', 'GET'];

/** Each entry through the same doors as if it had come alone, for the same actor; one that fails stops no other. */
async function batch(context: C, app: Hono<Env>, entries: readonly Entry[]): Promise<Response> {
  const answers: string[] = [];
  const order = entries.map((entry, index) => ({ entry, index, at: ORDER.indexOf(entry.request.method) }));
  for (const { entry, index } of order.sort((a, b) => a.at - b.at || a.index - b.index)) {
    const request = requestOf(entry);
    answers[index] = request.ok
      ? await told(entry, await app.fetch(request.value, { [INSIDE]: context.var } as never))
      : refused(request.problem);
  }
  const list = answers.length > 0 ? `,"entry":[${answers.join(',')}]` : '';
  return context.body(`{"resourceType":"Bundle","type":"batch-response"${list}}`, 200, {
    'content-type': JSON_TYPE,
    'cache-control': 'no-store',
  });
}

function requestOf({ request, resource }: Entry): Result<Request> {
  const { method, url, ifMatch, ifNoneExist } = request;
  const type = url.split(/[/?]/)[0] ?? '';
  if (!ORDER.includes(method)) return fail('invalid', `A batch takes ${ORDER.join(', ')}.`);
  if (!isResourceType(type) && type !== 'Binary')
    return fail('invalid', `The url of an entry begins with a type of this server, such as Task/<id>; not ${url}.`);
  const headers = new Headers({ accept: 'application/fhir+json' });
  if (ifMatch !== undefined) headers.set('if-match', ifMatch);
  if (ifNoneExist !== undefined) headers.set('if-none-exist', ifNoneExist);
  const init: { method: string; headers: Headers; body?: string } = { method, headers };
  if (method === 'POST' || method === 'PUT' || method === 'PATCH') {
    const patch = method === 'PATCH' && resource?.resourceType === 'Binary';
    headers.set('content-type', patch ? String(resource.contentType) : 'application/fhir+json');
    init.body = patch
      ? Buffer.from(String(resource.data ?? ''), 'base64').toString()
      : JSON.stringify(resource ?? null);
  }
  try {
    return { ok: true, value: new Request(`http://batch.invalid/${url}`, init) };
  } catch {
    return fail('invalid', 'This entry is no request.');
  }
}

/** What came of one entry (R4 Bundle.entry.response); a resource as the text it is. */
async function told({ request }: Entry, answered: Response): Promise<string> {
  const [status, body] = [answered.status, await answered.text()];
  const header = (name: string) => answered.headers.get(name) ?? undefined;
  const modified = header('last-modified');
  const response = JSON.stringify({
    status: `${status} ${STATUS[status] ?? ''}`.trim(),
    location: header('location'),
    etag: header('etag'),
    lastModified: modified && new Date(modified).toISOString(),
  });
  if (status >= 400) return `{"response":${response.slice(0, -1)},"outcome":${body}}}`;
  return request.method === 'GET' && body !== ''
    ? `{"resource":${body},"response":${response}}`
    : `{"response":${response}}`;
}

function refused(problem: Problem): string {
  const { status, body } = toOutcome(problem);
  return JSON.stringify({ response: { status: `${status} ${STATUS[status] ?? ''}`.trim(), outcome: body } });
}

const STATUS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};
