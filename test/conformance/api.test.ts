import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { seedDirectory } from '../../src/directory/index.ts';
import { signature } from '../../src/exchange/cloud-events.ts';
import { seedFigures } from '../../src/region/index.ts';
import { type Partners, SYSTEMS, testPartners } from '../support/partners.ts';
import { shippedRegion } from '../support/pathways.ts';
import { spokenCase } from '../support/people.ts';
import type { TestReceiver } from '../support/receiver.ts';
import { type Answered, type Looked, RULES, violations } from './design-rules.ts';

const { regional, other, municipal } = SYSTEMS;
const API = '/api/v1';
const CHANGES = join(import.meta.dirname, '../../docs/api.md');
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at as they come
type Any = any;

let house: Partners;
let receiver: TestReceiver;
let mine: { readonly resident: string; readonly caseId: string; readonly number: string; readonly task: string };
let looked: Looked;

before(async () => {
  house = await testPartners();
  receiver = await house.receiver();
  await seedDirectory(house.ground, shippedRegion(), []);
  await seedFigures(house.ground, shippedRegion());
  mine = await spokenCase(house);
  for (let n = 0; n < 2; n++) await spokenCase(house);
});
after(async () => {
  await receiver.down();
  await house.stop();
});

/** The open figures: kept by who asks, and read by pages elsewhere. */
const FIGURES: readonly string[] = [
  '/gebieden',
  '/indicatoren?aantal=2',
  '/indicatoren/grijze-druk',
  '/indicatoren/grijze-druk/waarden?gebied=twente&aantal=2',
  '/ketenaanpakken/welzijn-op-recept/stappen',
  '/vooruitzichten?gebied=borne&variant=hoog',
];

const get = async (who: string | undefined, path: string): Promise<{ status: number; body: Any; text: string }> =>
  house.ask(who, 'GET', path.startsWith('http') ? path : `${API}${path}`) as Promise<Any>;

describe('the plain API', () => {
  it('keeps to the Dutch API design rules, in what it says of itself and in what it answers', async () => {
    const made = await house.ask(municipal, 'POST', `${API}/abonnementen`, { adres: receiver.url, soorten: ['Task'] });
    assert.equal(made.status, 201, made.text);
    const id = String(made.body.id);
    const asked: readonly (readonly [who: string | undefined, method: string, path: string, body?: object])[] = [
      [undefined, 'GET', '/openapi.json'],
      [undefined, 'GET', ''],
      [undefined, 'GET', '/'],
      [undefined, 'GET', '/diensten?aantal=2'],
      [undefined, 'GET', '/diensten/'],
      [undefined, 'GET', '/diensten/eettafel-enschede'],
      [undefined, 'GET', '/diensten/bestaat-niet'],
      [undefined, 'GET', '/diensten?aantal=duizend'],
      [undefined, 'GET', '/gemeenten'],
      [undefined, 'GET', '/ketenaanpakken'],
      ...FIGURES.map((path) => [undefined, 'GET', path] as const),
      [undefined, 'GET', '/indicatoren/bestaat-niet'],
      [undefined, 'GET', '/indicatoren/grijze-druk/waarden?gebied=atlantis'],
      [undefined, 'GET', '/indicatoren/grijze-druk/waarden?na=zomaar'],
      [undefined, 'GET', '/ketenaanpakken/bestaat-niet/stappen'],
      [undefined, 'GET', '/vooruitzichten?gebied=nederland'],
      [undefined, 'POST', '/indicatoren', {}],
      [undefined, 'GET', '/iets-anders'],
      [undefined, 'GET', '/zaken'],
      ['coach', 'GET', '/zaken'],
      [municipal, 'GET', '/zaken'],
      [municipal, 'GET', '/zaken/'],
      [municipal, 'GET', `/zaken/${mine.task}`],
      [municipal, 'GET', '/zaken/bestaat-niet'],
      [municipal, 'PUT', '/zaken', {}],
      [municipal, 'PATCH', `/zaken/${mine.task}`, {}],
      [municipal, 'GET', '/abonnementen'],
      [municipal, 'GET', `/abonnementen/${id}`],
      [municipal, 'GET', `/abonnementen/${id}/gebeurtenissen`],
      [municipal, 'POST', '/abonnementen', { adres: 'https://elders.example.org', soorten: ['Task'] }],
      [municipal, 'POST', '/abonnementen', { adres: receiver.url, soorten: ['Patient'], bsn: '1' }],
      [municipal, 'DELETE', `/abonnementen/${id}`],
    ];
    const answers: Answered[] = [];
    for (const [who, method, path, body] of asked) {
      const { status, headers, text } = await house.ask(who, method, `${API}${path}`, body);
      answers.push({
        what: `${method} ${path}`,
        status,
        headers,
        text,
        open: path === '/openapi.json' || FIGURES.includes(path),
      });
    }
    assert.deepEqual(
      answers.map(({ status }) => status),
      [
        ...[200, 200, 404, 200, 404, 200, 404, 400, 200, 200],
        ...[200, 200, 200, 200, 200, 200, 404, 404, 400, 404, 404, 405],
        404,
        401,
        404,
        200,
        404,
        200,
        404,
        405,
        405,
        200,
        200,
        200,
        422,
        400,
        204,
      ],
      answers.map(({ what, status, text }) => `${what} ${status} ${text.slice(0, 100)}`).join('\n'),
    );
    const document = JSON.parse(answers[0]!.text) as Any;
    looked = { document, answers, changes: readFileSync(CHANGES, 'utf8') };
    assert.deepEqual(violations(looked), []);
    assert.equal((await house.ask(undefined, 'GET', '/openapi.json')).text, answers[0]!.text);
    for (const [path, item] of Object.entries<Any>(document.paths))
      for (const operation of Object.values<Any>(item)) assert.ok(operation.operationId && operation.tags, path);
  });

  it('has a rule set that sees a violation of each rule when one is planted', () => {
    const plant = (id: string, change: (copy: Any) => void) => {
      const copy = {
        document: structuredClone(looked.document),
        answers: looked.answers.map((one) => ({ ...one, headers: new Headers(one.headers) })),
        changes: looked.changes,
      };
      change(copy);
      assert.ok(
        violations(copy).some((one) => one.startsWith(`${id} `)),
        `${id} is not seen`,
      );
      seen.add(id);
    };
    const seen = new Set<string>();
    const get = { responses: {}, summary: 'Iets', operationId: 'x' };
    const path =
      (name: string, item: object = { get }) =>
      (copy: Any) =>
        void Object.assign(copy.document.paths, { [name]: item });
    const header = (name: string, value?: string) => (copy: Any) =>
      value === undefined ? copy.answers[3].headers.delete(name) : copy.answers[3].headers.set(name, value);
    plant('/core/naming-resources', path('/maakZaak'));
    plant('/core/naming-collections', path('/zaak/{id}'));
    plant('/core/nested-child', path('/zaken/gebeurtenissen'));
    plant('/core/interface-language', path('/cases'));
    plant('/core/no-trailing-slash', path('/zaken/'));
    plant('/core/no-trailing-slash', (copy) => {
      copy.answers[4].status = 301;
    });
    plant('/core/hide-implementation', header('x-powered-by', 'Iets'));
    plant('/core/date-time', (copy) => {
      copy.document.components.schemas.Gebeurtenis.properties.tijdstip.format = 'x';
    });
    plant('/core/date-time', (copy) => {
      copy.answers[3].text = '{"x":"2026-11-23T10:00:00+01:00"}';
    });
    plant('/core/http-methods', path('/zaken', { copy: get }));
    plant('/core/http-safety', path('/zaken', { get: { ...get, requestBody: {} } }));
    plant('/core/stateless', header('set-cookie', 'a=b'));
    plant('/core/doc-openapi', (copy) => {
      copy.document.paths['/zaken'].get.responses['200'] = { $ref: '#/nergens' };
    });
    plant('/core/doc-openapi-contact', (copy) => void delete copy.document.info.contact);
    plant('/core/doc-language', path('/zaken', { get: { ...get, summary: 'The list of cases' } }));
    plant('/core/publish-openapi', (copy) => copy.answers[0].headers.delete('access-control-allow-origin'));
    plant('/core/uri-version', (copy) => {
      copy.document.servers = [{ url: 'https://x.example/api' }];
    });
    plant('/core/semver', (copy) => {
      copy.document.info.version = '1.0';
    });
    plant('/core/changelog', (copy) => {
      copy.document.info.version = '1.7.0';
    });
    plant('/core/version-header', header('api-version'));
    plant('/core/transport/tls', (copy) => {
      copy.document.servers = [{ url: 'http://x.example/api/v1' }];
    });
    plant(
      '/core/transport/no-sensitive-uris',
      path('/zaken', { get: { ...get, parameters: [{ in: 'query', name: 'bsn' }] } }),
    );
    plant('/core/transport/security-headers', header('x-content-type-options'));
    plant('/core/transport/cors', header('access-control-allow-origin', '*'));
    plant('/core/error-handling/problem-details', (copy) =>
      copy.answers.find(({ what }: Answered) => what === 'GET /iets-anders').headers.set('content-type', 'text/html'),
    );
    assert.deepEqual([...seen].sort(), Object.keys(RULES).sort());
  });

  it('lists the cases that concern an organisation, page by page, and tells of one how far it is, not who it is', async () => {
    const first = await get(municipal, '/zaken?aantal=2');
    assert.equal(first.status, 200, first.text);
    assert.equal(first.body.resultaten.length, 2);
    const second = await get(municipal, first.body.volgende);
    assert.equal(second.body.volgende, undefined);
    const ids = [...first.body.resultaten, ...second.body.resultaten].map((one: Any) => one.id);
    assert.equal(new Set(ids).size, 3);
    const { body } = await get(municipal, `/zaken/${mine.task}`);
    assert.deepEqual([body.zaaknummer, body.ketenaanpak, body.soort], [mine.number, 'welzijn-op-recept', 'zaak']);
    assert.ok(
      body.stappen.length > 0 && body.normen.length > 0 && body.verwijzingen[0].aanmeldingen[0].id === mine.task,
    );
    for (const { text } of [first, second, await get(municipal, `/zaken/${mine.task}`)])
      assert.ok(!/Anna|Voorbeeld[a-z]{2}\b|1948|Voorbeeldstraat/.test(text), text);
    assert.ok((await get(regional, '/zaken')).body.resultaten.length >= 3);
  });

  it('shows nothing to who has no part in it, and says no more of it than of what never was', async () => {
    const elsewhere = await house.ground.pool.query(
      "update platform.client set services = '{HealthcareService/ergens-anders}' where id = $1 returning services",
      [municipal],
    );
    assert.equal(elsewhere.rowCount, 1);
    try {
      assert.deepEqual((await get(municipal, '/zaken')).body.resultaten, []);
      const denied = await get(municipal, `/zaken/${mine.task}`);
      const absent = await get(municipal, `/zaken/${mine.task.replace(/.$/, 'z')}`);
      assert.deepEqual([denied.status, denied.text], [404, absent.text]);
    } finally {
      await house.ground.pool.query('update platform.client set services = $2 where id = $1', [
        municipal,
        ['HealthcareService/voorbeeld-welzijn-enschede-noord'],
      ]);
    }
    const narrow = await house.ask(municipal, 'GET', `${API}/zaken`, undefined, { scope: 'system/Subscription.rs' });
    assert.equal(narrow.status, 403);
    const log = await house.ask(regional, 'GET', `/fhir/r4/AuditEvent?patient=${mine.resident}&_count=200`);
    assert.ok(log.text.includes(`Device/${municipal}`));
  });

  it('reads the social map and the lists of the region without a token, page by page', async () => {
    const ids: string[] = [];
    for (let path: string | undefined = '/diensten?aantal=50&gemeente=enschede'; path; ) {
      const page: Any = (await get(undefined, path)).body;
      ids.push(...page.resultaten.map((one: Any) => one.id));
      path = page.volgende;
    }
    assert.equal(new Set(ids).size, ids.length);
    assert.equal((await get(undefined, '/gemeenten')).body.resultaten.length, 14);
    assert.deepEqual(
      (await get(undefined, '/ketenaanpakken')).body.resultaten.map((one: Any) => one.id),
      ['welzijn-op-recept'],
    );
  });
});

describe('a municipal case system that is told by CloudEvents', () => {
  it('gets each event once it happened: signed, by id only, of its own cases; and catches up by number', async () => {
    receiver.got.length = 0;
    const asked = { adres: receiver.url, soorten: ['Task', 'ServiceRequest'] };
    const made = await house.ask(municipal, 'POST', `${API}/abonnementen`, asked);
    const key = String(made.body.geheim).replace(/^whsec_/, '');
    assert.equal(Buffer.from(key, 'base64').length, 32);
    const path = `/abonnementen/${made.body.id}`;
    for (const text of [(await get(municipal, path)).text, (await get(municipal, '/abonnementen')).text])
      assert.ok(!text.includes(key) && !text.includes('geheim'));
    const { task } = await spokenCase(house);
    await house.happens(await house.resident());
    await house.deliver();
    assert.ok(receiver.got.length >= 2);
    for (const { headers, text, body } of receiver.got) {
      assert.equal(headers['content-type'], 'application/cloudevents+json; charset=utf-8');
      assert.equal(headers['webhook-id'], body.id);
      const signed = signature(key, String(headers['webhook-id']), String(headers['webhook-timestamp']), text);
      assert.equal(headers['webhook-signature'], `v1,${signed}`);
      assert.deepEqual(Object.keys(body).sort(), [
        'dataref',
        'id',
        'sequence',
        'source',
        'specversion',
        'subject',
        'time',
        'type',
      ]);
      assert.match(body.type, /^nl\.omzien\.(Task|ServiceRequest)\.(created|updated)$/);
      assert.ok(!/Anna|Voorbeeld[a-z]{2}\b|bsn/i.test(text), text);
    }
    assert.ok(receiver.got.some(({ body }) => body.subject === `Task/${task}`));
    const all = (await get(municipal, `${path}/gebeurtenissen`)).body.resultaten as Any[];
    assert.deepEqual(
      all.map((one) => one.id),
      receiver.got.map(({ body }) => body.id),
    );
    assert.deepEqual(
      ((await get(municipal, `${path}/gebeurtenissen?vanaf=2`)).body.resultaten as Any[]).map((one) => one.nummer),
      all.slice(1).map((one) => one.nummer),
    );
    for (const who of [regional, other]) assert.equal((await get(who, path)).status, 404, who);
    assert.equal((await house.ask(municipal, 'DELETE', `${API}${path}`)).status, 204);
    assert.equal((await get(municipal, path)).status, 404);
    receiver.got.length = 0;
    await spokenCase(house);
    await house.deliver();
    assert.deepEqual(receiver.got, []);
  });
});
