import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { loadRegion } from '../src/content/index.ts';
import { directoryShelf } from '../src/directory/index.ts';
import { loadDefinitions } from '../src/fhir/index.ts';
import { definitionsOf, type PathwayGround, withPathways } from '../src/pathways/index.ts';
import { createPool, migrate, startEmbedded } from '../src/platform/database/index.ts';
import {
  ACCESS,
  createAuditWriter,
  deriveKeys,
  newResourceId,
  ok,
  systemClock,
  textIn,
  ulid,
} from '../src/platform/index.ts';
import { createResource, fhirApi } from '../src/record/index.ts';
import { SYSTEM } from '../test/support/ground.ts';
import { type Call, load, print } from './load.ts';

/**
 * Read, search by resident and create through the FHIR door, each beside a bare Hono route that does the same SQL in
 * one transaction through the same pool: context, the select or inserts, one audit row; for create one index row and
 * one outbox row as well. One process serves both; 32 clients in another; both measured in the same run.
 */
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);

export async function run(): Promise<void> {
  await measure();
}

async function measure(): Promise<void> {
  const { ground, residents, observations, stop } = await prepare();
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
  app.route('/bare', bare(ground, observations[0]!));
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { port } = server.address() as { port: number };
  const base = `http://127.0.0.1:${port}`;
  print({ name: 'fhir.memory.rest', value: Math.round(process.memoryUsage().rss / 1e6), unit: 'MB' });
  const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;
  const body = (resident: string) => observation(resident);
  const cases = [
    {
      name: 'read',
      ours: () => ({ path: `/fhir/r4/Observation/${pick(observations)}` }),
      bare: () => ({ path: `/bare/read/${pick(observations)}` }),
    },
    {
      name: 'search',
      ours: () => ({ path: `/fhir/r4/Observation?patient=${pick(residents)}&_count=20` }),
      bare: () => ({ path: `/bare/search/${pick(residents)}` }),
    },
    {
      name: 'create',
      ours: () => ({ path: '/fhir/r4/Observation', method: 'POST' as const, body: body(pick(residents)) }),
      bare: () => ({ path: '/bare/create', method: 'POST' as const, body: body(pick(residents)) }),
    },
  ];
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 200);
  for (const one of cases) {
    // Warm both, then in turns, so that neither has the better half of the run.
    const many = (make: () => Call) => Array.from({ length: 400 }, make);
    await load(base, many(one.ours), 2);
    await load(base, many(one.bare), 2);
    const ours = [await load(base, many(one.ours), SECONDS / 2)];
    const reference = [await load(base, many(one.bare), SECONDS / 2)];
    ours.push(await load(base, many(one.ours), SECONDS / 2));
    reference.push(await load(base, many(one.bare), SECONDS / 2));
    const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
    print({
      name: `fhir.${one.name}`,
      value: Math.round(mean(ours)),
      unit: 'requests/s',
      reference: Math.round(mean(reference)),
      ratio: Number((mean(ours) / mean(reference)).toFixed(2)),
    });
  }
  clearInterval(watch);
  print({ name: 'fhir.memory.load', value: Math.round(peak / 1e6), unit: 'MB' });
  server.close();
  await stop();
}

function bare(ground: PathwayGround, sample: string): Hono {
  void sample;
  const app = new Hono();
  const inTrx = async <T>(work: (client: import('pg').PoolClient) => Promise<T>): Promise<T> => {
    const client = await ground.pool.connect();
    try {
      await client.query('begin');
      await client.query({
        name: 'b-enter',
        text: 'select platform.enter($1, $2, $3, $4)',
        values: ['region', ['Device/bench'], [], new Date()],
      });
      const value = await work(client);
      await client.query('commit');
      return value;
    } finally {
      client.release();
    }
  };
  const audit = (client: import('pg').PoolClient, resident: string, id: string) =>
    client.query({
      name: 'b-audit',
      text: `insert into platform.audit (resident_id, id, at, person, person_name, role, organisation, action, allowed, subject_type, subject_id, purpose, ground, door)
             values ($1, $2, now(), 'Device/bench', 'Bench', 'system', '', 'opened', true, 'Observation', $3, 'agreement', 'bench', 'api')`,
      values: [resident, ulid(ground.clock), id],
    });
  const residentOf = (id: string) =>
    `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20, 32)}`;
  app.get('/read/:id', async (context) => {
    const id = context.req.param('id');
    const text = await inTrx(async (client) => {
      const { rows } = await client.query({
        name: 'b-read',
        text: "select content from record.resource where resident_id = $1 and type = 'Observation' and id = $2",
        values: [residentOf(id), id],
      });
      await audit(client, residentOf(id), id);
      return rows[0].content as string;
    });
    return context.body(text, 200, { 'content-type': 'application/fhir+json' });
  });
  app.get('/search/:resident', async (context) => {
    const resident = context.req.param('resident');
    const rows = await inTrx(async (client) => {
      const found = await client.query({
        name: 'b-search',
        text: "select content from record.resource where resident_id = $1 and type = 'Observation' and not deleted order by id limit 20",
        values: [resident],
      });
      await audit(client, resident, resident);
      return found.rows as { content: string }[];
    });
    return context.body(
      `{"resourceType":"Bundle","entry":[${rows.map((row) => `{"resource":${row.content}}`).join(',')}]}`,
      200,
      { 'content-type': 'application/fhir+json' },
    );
  });
  app.post('/create', async (context) => {
    const resource = (await context.req.json()) as { subject: { reference: string } };
    const resident = resource.subject.reference.slice('Patient/'.length);
    const id = newResourceId(resident, ground.clock);
    const text = JSON.stringify({ ...resource, id });
    await inTrx(async (client) => {
      const at = new Date();
      await client.query({
        name: 'b-insert',
        text: "insert into record.resource (resident_id, type, id, version, last_updated, content, facet, categories, parties, author, status, tokens) values ($1, 'Observation', $2, 1, $3, $4, 'conversation', '{health}', '{}', 'Device/bench', 'final', $5)",
        values: [resident, id, at, text, ['code||x']],
      });
      await client.query({
        name: 'b-index',
        text: "insert into record.timeline (resident_id, id, type, resource_id, at, kind, facet, categories, parties) values ($1, $2, 'Observation', $3, $4, 'Observation.final', 'conversation', '{health}', '{}')",
        values: [resident, ulid(ground.clock), id, at],
      });
      await client.query({
        name: 'b-outbox',
        text: "insert into platform.outbox (resident_id, id, at, type, subject, data) values ($1, $2, $3, 'nl.omzien.Observation.created', $4, '{}')",
        values: [resident, ulid(ground.clock), at, `Observation/${id}`],
      });
      await audit(client, resident, id);
    });
    return context.body(text, 201, { 'content-type': 'application/fhir+json' });
  });
  return app;
}

function observation(resident: string): string {
  return JSON.stringify({
    resourceType: 'Observation',
    status: 'final',
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }] }],
    code: { coding: [{ system: 'http://loinc.org', code: '8867-4', display: 'Heart rate' }], text: 'Hartslag' },
    subject: { reference: `Patient/${resident}` },
    effectiveDateTime: '2026-11-23T09:00:00+01:00',
    valueQuantity: { value: 72.5, unit: '/min', system: 'http://unitsofmeasure.org', code: '/min' },
    note: [{ text: 'Gemeten in rust, zittend.' }],
  });
}

async function prepare(): Promise<{
  readonly ground: PathwayGround;
  readonly residents: readonly string[];
  readonly observations: readonly string[];
  readonly stop: () => Promise<void>;
}> {
  loadDefinitions();
  const home = mkdtempSync(join(tmpdir(), 'omzien-bench-'));
  chmodSync(home, 0o711);
  // As in earnest: durable commits, the application's own role.
  const database = await startEmbedded({ home });
  await migrate({ ownerUrl: database.ownerUrl, mode: 'demo' });
  const pool = createPool(database.appUrl, 20);
  const region = loadRegion('region/twente');
  if (!region.ok) throw new Error('The region content has mistakes; run: npm run omzien -- region check');
  const audit = createAuditWriter(pool, systemClock);
  const ground = withPathways({
    pool,
    clock: systemClock,
    keys: deriveKeys(new Uint8Array(32).fill(3)),
    access: ACCESS,
    audit,
    definitions: definitionsOf(region.region),
  });
  const residents: string[] = [];
  const observations: string[] = [];
  for (let i = 0; i < 200; i++) {
    const patient = { resourceType: 'Patient', name: [{ family: `Bench${i}` }], birthDate: '1950-01-01' };
    const made = await createResource(
      ground,
      SYSTEM,
      'Patient',
      { resource: patient, text: JSON.stringify(patient) },
      { door: 'fhir' },
    );
    if (!made.ok) throw new Error(textIn(made.problem.text, 'en'));
    residents.push(made.value.id);
    for (let n = 0; n < 20; n++) {
      const text = observation(made.value.id);
      const one = await createResource(
        ground,
        SYSTEM,
        'Observation',
        { resource: JSON.parse(text), text },
        { door: 'fhir' },
      );
      if (!one.ok) throw new Error(textIn(one.problem.text, 'en'));
      observations.push(one.value.id);
    }
  }
  return {
    ground,
    residents,
    observations,
    stop: async () => {
      await audit.stop();
      await pool.end();
      await database.stop();
    },
  };
}
