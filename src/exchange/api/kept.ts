import { createHash } from 'node:crypto';
import type { WebContext } from '../../web/index.ts';

const HOUR = 3600;

/**
 * Open data that may be kept an hour and asked again on condition (RFC 9110, 13.1; RFC 9111): with `If-None-Match`, or
 * else `If-Modified-Since`, what the asker has already is not sent twice. Readable by pages elsewhere too.
 */
export function keptAnswer(c: WebContext, value: object, changedAt: Date): Response {
  const body = JSON.stringify(value);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'cache-control': `public, max-age=${HOUR}`,
    'access-control-allow-origin': '*',
    etag: tag,
    'last-modified': changedAt.toUTCString(),
  };
  if (has(c, tag, changedAt)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } });
}

function has(c: WebContext, tag: string, changedAt: Date): boolean {
  const tags = c.req.header('if-none-match');
  if (tags !== undefined)
    return tags.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
  const since = Date.parse(c.req.header('if-modified-since') ?? '');
  // A moment in a header has no parts of a second.
  return !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}
