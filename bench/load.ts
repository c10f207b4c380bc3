import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** One request of a load. */
export type Call = { readonly path: string; readonly method?: 'POST'; readonly body?: string };

/** How a load is sent: by how many clients at the same time, and with which headers. */
export type Sending = { readonly clients?: number; readonly headers?: Readonly<Record<string, string>> };

/** Clients that ask at the same time unless said otherwise, in a process of their own beside the server. */
const CLIENTS = 32;

/** Requests per second over `seconds`, by clients that go round through the calls. Fails on any answer that is not 2xx. */
export function load(base: string, calls: readonly Call[], seconds: number, sending: Sending = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./load-process.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });
    child.once('message', (answer: { readonly average: number; readonly wrong: number }) => {
      if (answer.wrong > 0) reject(new Error(`${answer.wrong} answers were wrong`));
      else resolve(answer.average);
    });
    child.once('error', reject);
    child.send({
      base,
      calls,
      seconds,
      clients: sending.clients ?? CLIENTS,
      headers: sending.headers ?? { 'content-type': 'application/fhir+json' },
    });
  });
}

/** One figure a line, as the contract says. */
export function print(figure: {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reference?: number;
  readonly ratio?: number;
}): void {
  console.log(JSON.stringify(figure));
}
