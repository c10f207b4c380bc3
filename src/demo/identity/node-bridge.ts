import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => unknown;

/**
 * Lets a handler written for Node's own server answer a web Request, without a network in between. `mount` is the part
 * of the path that the handler does not see.
 */
export async function answerWith(handler: NodeHandler, request: Request, mount: string): Promise<Response> {
  const url = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer());
  const incoming = new IncomingMessage(new Socket());
  incoming.method = request.method;
  const original = `${url.pathname}${url.search}`;
  Object.assign(incoming, { originalUrl: original, url: original.slice(mount.length) || '/' });
  for (const [name, value] of request.headers) incoming.headers[name] = value;
  incoming.headers.host = url.host;
  delete incoming.headers['transfer-encoding'];
  if (body.length > 0 || request.body) incoming.headers['content-length'] = String(body.length);
  incoming.push(body);
  incoming.push(null);

  const outgoing = new ServerResponse(incoming);
  const parts: Buffer[] = [];
  const take = (part: unknown) => {
    if (typeof part === 'string') parts.push(Buffer.from(part));
    else if (part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  outgoing.write = (part: unknown) => {
    take(part);
    return true;
  };
  const ended = new Promise<void>((done) => {
    outgoing.end = ((part?: unknown) => {
      take(part);
      outgoing.emit('finish');
      done();
      return outgoing;
    }) as typeof outgoing.end;
  });
  await Promise.all([handler(incoming, outgoing), ended]);
  return asResponse(outgoing, Buffer.concat(parts));
}

function asResponse(outgoing: ServerResponse, body: Buffer): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(outgoing.getHeaders()))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, String(one));
  const empty = outgoing.statusCode === 204 || outgoing.statusCode === 304;
  return new Response(empty ? null : new Uint8Array(body), { status: outgoing.statusCode, headers });
}

/** The other way round: answers a request of Node's server with a handler for web Requests. */
export function asNodeHandler(handle: (request: Request) => Promise<Response>, origin: string): NodeHandler {
  return async (incoming, outgoing) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers))
      for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
    const method = incoming.method ?? 'GET';
    const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks);
    const base = incoming.headers.host ? `http://${incoming.headers.host}` : origin;
    const answer = await handle(new Request(new URL(incoming.url ?? '/', base), { method, headers, body }));
    outgoing.statusCode = answer.status;
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
    if (answer.headers.getSetCookie().length > 0) outgoing.setHeader('set-cookie', answer.headers.getSetCookie());
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  };
}
