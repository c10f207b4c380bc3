import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as a receiver got it. */
export type Got = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was sent
  readonly body: any;
};

/** What it answers to one request: a status, or nothing at all. */
export type Answer = number | 'silence' | { readonly status: number; readonly headers: Record<string, string> };

/** A system of a partner that listens on this machine, over real HTTP. */
export type TestReceiver = {
  readonly url: string;
  readonly origin: string;
  readonly got: Got[];
  /** How it answers from now on. */
  answers: (got: Got) => Answer;
  /** As if it was switched off: nobody listens at its address. */
  readonly down: () => Promise<void>;
  readonly up: () => Promise<void>;
};

/** Starts one. Give `port` to listen where one listened before. */
export async function startReceiver(): Promise<TestReceiver> {
  const got: Got[] = [];
  let server: Server | undefined;
  let port = 0;
  const receiver: TestReceiver = {
    get url() {
      return `http://localhost:${port}/meldingen`;
    },
    get origin() {
      return `http://localhost:${port}`;
    },
    got,
    answers: () => 200,
    down: () =>
      new Promise<void>((done) => {
        if (!server) return done();
        server.close(() => done());
        server.closeAllConnections();
        server = undefined;
      }),
    up: () =>
      new Promise<void>((done) => {
        server = createServer((request, response) => {
          const parts: Buffer[] = [];
          request.on('data', (part: Buffer) => parts.push(part));
          request.on('end', () => {
            const text = Buffer.concat(parts).toString();
            const one: Got = {
              path: request.url ?? '',
              headers: request.headers,
              text,
              body: text === '' ? undefined : JSON.parse(text),
            };
            got.push(one);
            const answer = receiver.answers(one);
            if (answer === 'silence') return;
            if (typeof answer === 'number') response.writeHead(answer).end('{}');
            else response.writeHead(answer.status, answer.headers).end();
          });
        });
        server.listen(port, '127.0.0.1', () => {
          ({ port } = server!.address() as AddressInfo);
          done();
        });
      }),
  };
  await receiver.up();
  return receiver;
}

/** What a FHIR notification says: its kind, and of each event the number and what it is about. */
export function told(got: Got): {
  readonly kind: string;
  readonly status: string;
  readonly count: number;
  readonly events: readonly (readonly [number: number, focus: string | undefined])[];
} {
  type Part = { readonly name: string; readonly part?: readonly Part[] } & Readonly<Record<string, unknown>>;
  const parameters = got.body.entry[0].resource.parameter as readonly Part[];
  const of = (parts: readonly Part[], name: string, key: string) => parts.find((one) => one.name === name)?.[key];
  return {
    kind: String(of(parameters, 'type', 'valueCode')),
    status: String(of(parameters, 'status', 'valueCode')),
    count: Number(of(parameters, 'events-since-subscription-start', 'valueString')),
    events: parameters
      .filter((one) => one.name === 'notification-event')
      .map((one) => [
        Number(of(one.part!, 'event-number', 'valueString')),
        (of(one.part!, 'focus', 'valueReference') as { reference: string } | undefined)?.reference.replace(
          /^.*\/fhir\/r4\//,
          '',
        ),
      ]),
  };
}
