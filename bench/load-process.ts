import autocannon from 'autocannon';
import type { Call } from './load.ts';

process.once(
  'message',
  async (work: {
    readonly base: string;
    readonly calls: readonly Call[];
    readonly seconds: number;
    readonly clients: number;
    readonly headers: Record<string, string>;
  }) => {
    const result = await autocannon({
      url: work.base,
      connections: work.clients,
      duration: work.seconds,
      headers: work.headers,
      requests: work.calls.map((call) => ({
        path: call.path,
        method: call.method ?? 'GET',
        ...(call.body ? { body: call.body } : {}),
      })),
    });
    process.send?.({ average: result.requests.average, wrong: result.non2xx + result.errors }, () => process.exit(0));
  },
);
