import { createAdaptorServer } from '@hono/node-server';
import { DatabaseProblem } from './platform/database/index.ts';
import { describeError, type Log } from './platform/http/index.ts';
import { ContentProblem } from './region-content.ts';

export type Listening = { readonly port: number; readonly stop: () => Promise<void> };

/** How long a request that runs may take to end when Omzien stops, in milliseconds. */
const LAST_REQUESTS = 10_000;

/** Someone else has the port, or it may not be taken. The message is for the operator. */
export class PortProblem extends Error {
  override readonly name = 'PortProblem';
}

/** Listens. `stop` takes no new requests, lets those that run finish for at most ten seconds, and cuts off the rest. */
export async function listen(
  app: { readonly fetch: (request: Request) => Response | Promise<Response> },
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => done());
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new PortProblem(`Something else listens on port ${port} already. Stop it, or set PORT to another number.`);
    if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL')
      throw new PortProblem(`Omzien may not listen on ${host}:${port} (${error.code}). Set PORT or LISTEN otherwise.`);
    throw error;
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      const late = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections();
      }, LAST_REQUESTS);
      await closed;
      clearTimeout(late);
    },
  };
}

export type StopAsked = { readonly why: string; readonly code: 0 | 1 };

/**
 * Resolves when Omzien is asked to stop, from the call on, so that a start can be broken off as well; or when something
 * went wrong that nobody caught: then it is told in the log, and Omzien stops in good order rather than in the middle.
 */
export function stopAsked(log: Log): Promise<StopAsked> {
  return new Promise((done) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      process.on(signal, () => done({ why: signal, code: 0 }));
    const fault = (error: unknown): void => {
      log('error', { event: 'uncaught', ...describeError(error) });
      done({ why: 'a fault', code: 1 });
    };
    process.on('uncaughtException', fault);
    process.on('unhandledRejection', fault);
  });
}

/** What an operator reads when Omzien cannot go on: a sentence where we know what to do, otherwise everything. */
export function inWords(error: unknown): string {
  if (error instanceof DatabaseProblem || error instanceof ContentProblem || error instanceof PortProblem)
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
