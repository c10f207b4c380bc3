import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { endpointProblem, type ReceiverRules, resolvePublic } from './address.ts';

export type Outgoing = {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
};

/** What came of one attempt. A word, and never what the receiver wrote: it is not ours to keep. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** More than this of an answer is not read. */
const MOST_ANSWER = 65_536;

/**
 * Posts once, to the address that was checked, within a time. Follows no redirect, reads no answer, keeps no connection:
 * any 2xx is a yes.
 */
export async function send(outgoing: Outgoing, rules: ReceiverRules, stopped?: AbortSignal): Promise<Outcome> {
  if (endpointProblem(outgoing.endpoint, rules)) return { ok: false, why: 'not on the list' };
  const url = new URL(outgoing.endpoint);
  const late = AbortSignal.timeout(outgoing.timeoutMs);
  const ends = stopped ? AbortSignal.any([late, stopped]) : late;
  try {
    const addresses = await Promise.race([resolvePublic(url.hostname, rules), rejectedBy(ends)]);
    const known: LookupFunction = (_host, options, done) =>
      options.all
        ? done(
            null,
            addresses.map((one) => ({ ...one })),
          )
        : done(null, addresses[0]!.address, addresses[0]!.family);
    const status = await post(url, outgoing, known, ends);
    if (status >= 200 && status < 300) return { ok: true };
    return { ok: false, why: `answered ${status}` };
  } catch (error) {
    return { ok: false, why: late.aborted ? 'no answer in time' : wordOf(error) };
  }
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(new Error('no answer in time')), { once: true }),
  );
}

function post(url: URL, outgoing: Outgoing, lookup: LookupFunction, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const body = Buffer.from(outgoing.body);
    const request = ask(url, {
      method: 'POST',
      headers: {
        ...outgoing.headers,
        'content-length': body.length,
        'user-agent': 'Omzien',
        connection: 'close',
      },
      agent: false,
      lookup,
      signal,
    });
    request.on('error', reject);
    request.on('response', (answer) => {
      let read = 0;
      answer.on('data', (part: Buffer) => {
        read += part.length;
        if (read > MOST_ANSWER) answer.destroy();
      });
      answer.on('error', () => undefined);
      // The status decides; what follows only has to end.
      answer.on('close', () => resolve(answer.statusCode ?? 0));
    });
    request.end(body);
  });
}

/** A code such as ECONNREFUSED, or the kind of error: nothing that anybody wrote. */
function wordOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' && /^[A-Z_0-9]{2,40}$/.test(code) ? code : String(name ?? 'failed');
}
