import { Hono } from 'hono';
import type { PathwayGround } from '../src/pathways/index.ts';
import { newResourceId, ulid } from '../src/platform/index.ts';

type Client = import('pg').PoolClient;

/** The same SQL as the FHIR door needs, by hand, without anything else: what a ratio of 1 would be. */
export function bare(ground: PathwayGround): Hono {
  const app = new Hono();
  const inTrx = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
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
  const audit = (client: Client, resident: string, id: string) =>
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
    return context.body(bundleOf(rows), 200, { 'content-type': 'application/fhir+json' });
  });
  const insert = async (client: Client, resident: string, id: string, text: string) => {
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
  };
  app.get('/chained/:family', async (context) => {
    const family = context.req.param('family').toLowerCase();
    const rows = await inTrx(async (client) => {
      // Two statements: in one, PostgreSQL walks all Observations (row security hides what the condition would find).
      const people = await client.query({
        name: 'b-family',
        text: `select resident_id from record.resource where type = 'Patient' and not deleted and tokens && $1
               and exists (select 1 from jsonb_array_elements(terms -> 'family') t where starts_with(t ->> 0, $2)) limit 1000`,
        values: [[`family^${family.slice(0, 3)}`], family],
      });
      const found = await client.query({
        name: 'b-chained',
        text: `select resident_id, content from record.resource where type = 'Observation' and not deleted
               and resident_id = any ($1) order by resident_id, id limit 20`,
        values: [people.rows.map((row) => row.resident_id)],
      });
      await audit(client, found.rows[0].resident_id, found.rows[0].resident_id);
      return found.rows as { content: string }[];
    });
    return context.body(bundleOf(rows), 200, { 'content-type': 'application/fhir+json' });
  });
  app.get('/everything/:resident', async (context) => {
    const resident = context.req.param('resident');
    const rows = await inTrx(async (client) => {
      const found = await client.query({
        name: 'b-everything',
        text: 'select content from record.resource where resident_id = $1 and not deleted order by type, id limit 1001',
        values: [resident],
      });
      await audit(client, resident, resident);
      return found.rows as { content: string }[];
    });
    return context.body(bundleOf(rows), 200, { 'content-type': 'application/fhir+json' });
  });
  app.post('/create', async (context) => {
    const resource = (await context.req.json()) as Sent;
    const resident = residentIn(resource);
    const id = newResourceId(resident, ground.clock);
    const text = JSON.stringify({ ...resource, id });
    await inTrx((client) => insert(client, resident, id, text));
    return context.body(text, 201, { 'content-type': 'application/fhir+json' });
  });
  app.post('/transaction', async (context) => {
    const { entry } = (await context.req.json()) as { entry: { fullUrl: string; resource: Sent }[] };
    const made = entry.map(({ fullUrl, resource }) => {
      const resident = residentIn(resource);
      return { fullUrl, resource, resident, id: newResourceId(resident, ground.clock) };
    });
    const names = new Map(made.map(({ fullUrl, id }) => [fullUrl, `Observation/${id}`]));
    await inTrx(async (client) => {
      for (const { resource, resident, id } of made) {
        const text = JSON.stringify({ ...resource, id });
        await insert(
          client,
          resident,
          id,
          text.replace(/urn:uuid:[0-9a-f-]+/g, (name) => names.get(name) ?? name),
        );
      }
    });
    const answers = made.map(({ id }) => ({ response: { status: '201 Created', location: `Observation/${id}` } }));
    return context.json({ resourceType: 'Bundle', type: 'transaction-response', entry: answers });
  });
  return app;
}

type Sent = { readonly subject: { readonly reference: string } };
const residentIn = (resource: Sent) => resource.subject.reference.slice('Patient/'.length);
const bundleOf = (rows: readonly { readonly content: string }[]) =>
  `{"resourceType":"Bundle","entry":[${rows.map((row) => `{"resource":${row.content}}`).join(',')}]}`;
