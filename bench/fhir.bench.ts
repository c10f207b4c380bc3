import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { directoryShelf } from '../src/directory/index.ts';
import { ok } from '../src/platform/index.ts';
import { fhirApi } from '../src/record/index.ts';
import { SYSTEM } from '../test/support/ground.ts';
import { bare } from './fhir-bare.ts';
import { type House, observation, prepare, tenObservations } from './fhir-house.ts';
import { type Call, load, print } from './load.ts';

/**
 * What a system asks through the FHIR door, each beside a bare Hono route that does the same SQL in one transaction
 * through the same pool (`fhir-bare.ts`). One process serves both; the clients are another process; both sides take turns
 * in the same run. `BENCH_ONLY=read,search` asks for some of them.
 *
 * - read, search by resident, create: context, the select or inserts, one audit row; for create one index row and one
 *   outbox row as well. 32 clients.
 * - transaction: ten Observations of one resident, one of which names the nine others by `urn:uuid`; the reference gives
 *   ids, puts them in the text and writes the rows of a create ten times. 8 clients, as it is a batch of writes.
 * - chained: the Observations of the person with a family name; the reference asks the person, then theirs, over the same
 *   indexes (the first three signs, then the name), with one audit row. 32 clients.
 * - everything: a record of 501 resources in one answer; the reference selects the same rows in the same order and puts
 *   them in a Bundle, with one audit row. 8 clients, as an answer is 350 kB.
 */
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const ONLY = process.env.BENCH_ONLY?.split(',');

type Case = {
  readonly name: string;
  readonly ours: () => Call;
  readonly bare: () => Call;
  readonly clients?: number;
};

export async function run(): Promise<void> {
  const house = await prepare();
  const { ground, stop } = house;
  const app = new Hono();
  app.route(
    '/fhir/r4',
    fhirApi({
      ground,
      shelf: directoryShelf(ground),
      actorOf: async () => ok(SYSTEM),
      baseUrl: 'http://localhost/fhir/r4',
      version: 'bench',
      authorization: async () => ({}),
    }),
  );
  app.route('/bare', bare(ground));
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { port } = server.address() as { port: number };
  const base = `http://127.0.0.1:${port}`;
  print({ name: 'fhir.memory.rest', value: Math.round(process.memoryUsage().rss / 1e6), unit: 'MB' });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 200);
  for (const one of casesOf(house)) if (!ONLY || ONLY.includes(one.name)) await measure(base, one);
  clearInterval(watch);
  print({ name: 'fhir.memory.load', value: Math.round(peak / 1e6), unit: 'MB' });
  server.close();
  await stop();
}

function casesOf({ residents, observations, whole }: House): readonly Case[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;
  const post = (path: string, body: string): Call => ({ path, method: 'POST', body });
  return [
    {
      name: 'read',
      ours: () => ({ path: `/fhir/r4/Observation/${pick(observations)}` }),
      bare: () => ({ path: `/bare/read/${pick(observations)}` }),
    },
    {
      name: 'search',
      ours: () => ({ path: `/fhir/r4/Observation?patient=${pick(residents).id}&_count=20` }),
      bare: () => ({ path: `/bare/search/${pick(residents).id}` }),
    },
    {
      name: 'chained',
      ours: () => ({ path: `/fhir/r4/Observation?patient.family=${pick(residents).family}&_count=20` }),
      bare: () => ({ path: `/bare/chained/${pick(residents).family}` }),
    },
    {
      name: 'everything',
      ours: () => ({ path: `/fhir/r4/Patient/${pick(whole)}/$everything` }),
      bare: () => ({ path: `/bare/everything/${pick(whole)}` }),
      clients: 8,
    },
    {
      name: 'create',
      ours: () => post('/fhir/r4/Observation', observation(pick(residents).id)),
      bare: () => post('/bare/create', observation(pick(residents).id)),
    },
    {
      name: 'transaction',
      ours: () => post('/fhir/r4', tenObservations(pick(residents).id)),
      bare: () => post('/bare/transaction', tenObservations(pick(residents).id)),
      clients: 8,
    },
  ];
}

/** Warms both, then measures them in turns, so that neither has the better half of the run. */
async function measure(base: string, { name, ours, bare, clients }: Case): Promise<void> {
  const many = (make: () => Call) => Array.from({ length: 400 }, make);
  const sending = clients ? { clients } : {};
  const side = { ours: 0, bare: 0 };
  await load(base, many(ours), 2, sending);
  await load(base, many(bare), 2, sending);
  for (let turn = 0; turn < TURNS; turn++) {
    side.ours += (await load(base, many(ours), SECONDS / TURNS, sending)) / TURNS;
    side.bare += (await load(base, many(bare), SECONDS / TURNS, sending)) / TURNS;
  }
  print({
    name: `fhir.${name}`,
    value: Math.round(side.ours),
    unit: 'requests/s',
    reference: Math.round(side.bare),
    ratio: Number((side.ours / side.bare).toFixed(2)),
  });
}

const TURNS = 2;
