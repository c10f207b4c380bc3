import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isResourceType, type ResourceType, validate } from '../../src/fhir/index.ts';
import { actor } from '../support/ground.ts';
import { asSent, type Door, idsOf, type Json, openDoor, placesOf } from './door.ts';
import { ABOUT, PATIENT, REGIONAL } from './examples.ts';
import { askedBy, publishedNames, publishedParameter, valuesOf } from './search-oracle.ts';

type Promised = {
  readonly type: ResourceType;
  readonly interaction: readonly { readonly code: string }[];
  readonly operation?: readonly { readonly name: string; readonly definition: string }[];
  readonly conditionalCreate?: boolean;
  readonly conditionalUpdate?: boolean;
  readonly conditionalDelete?: string;
  readonly searchParam: readonly { readonly name: string; readonly type: string; readonly definition: string }[];
};

let door: Door;
let statement: Json;
let promised: readonly Promised[];
/** One stored resource of each type, as it came back. */
const stored = new Map<ResourceType, Json>();
/** What was sent for it. */
const sent = new Map<ResourceType, Json>();
let patient = '';

before(async () => {
  door = await openDoor();
  statement = (await door.ask('GET', '/metadata')).body;
  const { resource } = (statement.rest as readonly { readonly resource: readonly Promised[] }[])[0]!;
  // Files are read and nothing else; test/security/walk-files.ts walks them.
  promised = resource.filter((one) => String(one.type) !== 'Binary');
  assert.deepEqual(resource.find((one) => !promised.includes(one))?.interaction, [{ code: 'read' }]);
  await store(PATIENT);
  patient = String(stored.get('Patient')!.id);
  await store(ABOUT.ServiceRequest!(patient, ''));
  const request = String(stored.get('ServiceRequest')!.id);
  for (const [type, example] of Object.entries(ABOUT))
    if (type !== 'ServiceRequest') await store(example(patient, request));
  for (const example of Object.values(REGIONAL)) await store(example);
  const events = await door.ask('GET', `/AuditEvent?patient=${patient}&_count=1`);
  stored.set('AuditEvent', events.body.entry![0]!.resource);
});
after(() => door.stop());

async function store(resource: Json): Promise<void> {
  const type = String(resource.resourceType) as ResourceType;
  const made = await door.ask('POST', `/${type}`, resource);
  assert.equal(made.status, 201, `${type}: ${made.text}`);
  stored.set(type, made.body);
  sent.set(type, resource);
}

const operationsOf = (type: ResourceType): readonly string[] =>
  (promised.find((one) => one.type === type)?.operation ?? []).map((one) => `$${one.name}`);
const idOf = (type: ResourceType): string => String(stored.get(type)!.id);

describe('the CapabilityStatement', () => {
  it('is valid itself, is read without signing in, and names the server', async () => {
    assert.equal(validate(statement as never), undefined);
    const open = await door.ask('GET', '/metadata', undefined, { headers: { 'x-who': 'nobody' } });
    assert.equal(open.status, 200);
    assert.equal(open.headers.get('content-type'), 'application/fhir+json; charset=utf-8');
    assert.equal(statement.fhirVersion, '4.0.1');
  });

  it('promises every type that is kept and nothing that has no example here', () => {
    assert.deepEqual(
      promised.map((one) => one.type).sort(),
      [...Object.keys(ABOUT), ...Object.keys(REGIONAL), 'Patient', 'AuditEvent'].sort(),
    );
    assert.ok(promised.every((one) => isResourceType(one.type)));
    const named = promised.find((one) => one.type === 'AuditEvent')!;
    assert.deepEqual(
      named.interaction.map((one) => one.code),
      ['read', 'search-type'],
    );
  });

  it('keeps its word on read: the resource, with ETag, Last-Modified and no cache', async () => {
    for (const { type, interaction } of promised) {
      assert.ok(interaction.some((one) => one.code === 'read'));
      const read = await door.ask('GET', `/${type}/${idOf(type)}`);
      assert.equal(read.status, 200, type);
      assert.deepEqual(read.body, stored.get(type), type);
      assert.equal(read.headers.get('etag'), 'W/"1"', type);
      assert.equal(read.headers.get('last-modified'), 'Mon, 23 Nov 2026 09:00:00 GMT', type);
      assert.equal(read.headers.get('cache-control'), 'no-store', type);
    }
  });

  it('keeps its word on reading a part, and nothing anew where nothing changed', async () => {
    const path = `/Patient/${patient}`;
    const whole = await door.ask('GET', path);
    for (const at of [path, `${path}/_history/${whole.headers.get('etag')!.replace(/\D/g, '')}`]) {
      const some = await door.ask('GET', `${at}?_elements=gender`);
      assert.deepEqual(Object.keys(some.body).sort(), ['gender', 'id', 'meta', 'resourceType'], some.text);
      assert.match(some.text, /SUBSETTED/);
      assert.equal(some.headers.get('etag'), whole.headers.get('etag'));
      const summary = await door.ask('GET', `${at}?_summary=text`);
      assert.equal(summary.body.birthDate, undefined, summary.text);
      for (const query of ['_summary=count', '_summary=alles', '_summary=true&_elements=gender'])
        assert.equal((await door.ask('GET', `${at}?${query}`)).status, 400, query);
      const etag = whole.headers.get('etag')!;
      const same = await door.ask('GET', at, undefined, { headers: { 'if-none-match': `W/"999", ${etag}` } });
      assert.deepEqual([same.status, same.text], [304, '']);
      const other = await door.ask('GET', at, undefined, { headers: { 'if-none-match': 'W/"999"' } });
      assert.equal(other.status, 200);
    }
    const { status, body } = await door.ask('GET', `${path}?_format=xml`);
    assert.deepEqual([status, body.resourceType], [406, 'OperationOutcome']);
    for (const json of ['json', 'application/fhir%2Bjson', 'application/json'])
      assert.equal((await door.ask('GET', `${path}?_format=${json}`)).status, 200, json);
    const along = await door.ask('GET', `/Observation?patient=${patient}&_include=*&_count=1`);
    assert.ok(idsOf(along).includes(patient), along.text);
  });

  it('keeps its word on create: what went in comes out equal, at the place the answer names', async () => {
    for (const [type, resource] of sent) {
      assert.deepEqual(asSent(stored.get(type)!), resource, type);
      const again = await door.ask('POST', `/${type}`, { ...resource, id: 'own-choice' });
      assert.equal(again.status, 201, type);
      assert.notEqual(again.body.id, 'own-choice', 'the server gives the id');
      const location = again.headers.get('location')!;
      assert.match(location, new RegExp(`^http://localhost:8080/fhir/r4/${type}/[A-Za-z0-9.-]+/_history/1$`));
      assert.deepEqual((await door.ask('GET', location)).body, again.body, type);
    }
  });

  it('keeps its word on update, vread and history: every version stays as it was', async () => {
    for (const { type, interaction } of promised) {
      const may = interaction.map((one) => one.code);
      if (!may.includes('update')) continue;
      assert.ok(may.includes('vread') && may.includes('history-instance'));
      const made = await door.ask('POST', `/${type}`, sent.get(type));
      const id = String(made.body.id);
      const changed = { ...made.body, language: 'nl' };
      const updated = await door.ask('PUT', `/${type}/${id}`, changed, { headers: { 'if-match': 'W/"1"' } });
      assert.equal(updated.status, 200, `${type}: ${updated.text}`);
      assert.deepEqual(asSent(updated.body), { ...sent.get(type), language: 'nl' }, type);
      assert.equal(updated.headers.get('etag'), 'W/"2"');
      assert.deepEqual((await door.ask('GET', `/${type}/${id}/_history/1`)).body, made.body, type);
      assert.deepEqual((await door.ask('GET', `/${type}/${id}/_history/2`)).body, updated.body, type);
      const history = await door.ask('GET', `/${type}/${id}/_history`);
      assert.deepEqual(
        history.body.entry!.map((entry) => entry.resource),
        [updated.body, made.body],
        type,
      );
      assert.equal(validate(history.body as never), undefined, `history of ${type}`);
      assert.equal((await door.ask('GET', `/${type}/${id}/_history/3`)).status, 404);
      assert.equal((await door.ask('GET', `/${type}/${id}/_history/een`)).status, 404);
    }
  });

  it('keeps its word on conditional create and update: once and no more, by what is there', async () => {
    for (const { type, conditionalCreate, conditionalUpdate } of promised) {
      assert.deepEqual(
        [conditionalCreate, conditionalUpdate],
        type === 'AuditEvent' ? [undefined, undefined] : [true, true],
      );
      if (!conditionalCreate) continue;
      const condition = `_id=${idOf(type)}`;
      const there = await door.ask('POST', `/${type}`, sent.get(type), { headers: { 'if-none-exist': condition } });
      assert.deepEqual([there.status, there.body.id], [200, idOf(type)], type);
      const { id: _id, ...body } = there.body;
      const changed = await door.ask('PUT', `/${type}?${condition}`, body, { headers: { 'if-match': 'W/"999"' } });
      assert.equal(changed.status, 412, `${type}: ${changed.text}`);
    }
  });

  it('keeps its word on delete: what it promises to remove is gone afterwards (fhir-delete.test.ts has the rest)', async () => {
    for (const { type, interaction, conditionalDelete } of promised) {
      const may = interaction.some((one) => one.code === 'delete');
      assert.deepEqual([may, conditionalDelete], type === 'AuditEvent' ? [false, undefined] : [true, 'single']);
      if (!may) continue;
      const made = await door.ask('POST', `/${type}`, { ...sent.get(type), language: 'nl' });
      assert.equal((await door.ask('DELETE', `/${type}?_id=${made.body.id}`)).status, 204, type);
      assert.equal((await door.ask('GET', `/${type}/${made.body.id}`)).status, 410, type);
    }
  });

  it('keeps its word on operations, compartments, patches, bundles and the history of a type', async () => {
    const rest = (statement.rest as readonly Json[])[0]!;
    assert.deepEqual(statement.patchFormat, ['application/json-patch+json']);
    assert.deepEqual(rest.compartment, ['http://hl7.org/fhir/CompartmentDefinition/patient']);
    const whole = (rest.interaction as readonly { readonly code: string }[]).map((one) => one.code);
    assert.deepEqual(whole, ['transaction', 'batch']);
    for (const type of whole)
      assert.equal((await door.ask('POST', '/', { resourceType: 'Bundle', type, entry: [] })).status, 200, type);
    assert.equal((await door.ask('GET', `/Patient/${patient}/*?_count=1`)).status, 200);
    for (const { type, interaction } of promised) {
      const may = interaction.map((one) => one.code);
      const history = await door.ask('GET', `/${type}/_history?_count=2`);
      assert.equal(history.status, may.includes('history-type') ? 200 : 404, type);
      const patched = await door.ask('PATCH', `/${type}/${idOf(type)}`, '[{"op":"test","path":"/id","value":"x"}]', {
        headers: { 'content-type': 'application/json-patch+json' },
      });
      assert.equal(patched.status, may.includes('patch') ? 422 : 405, `${type}: ${patched.text}`);
      for (const operation of operationsOf(type)) {
        const answer = await door.ask('GET', `/${type}/${idOf(type)}/${operation}`);
        assert.equal(answer.status, 200, `${type} ${operation}: ${answer.text}`);
      }
    }
  });

  it('promises every search parameter that R4 has for a type, and defines each as R4 does', () => {
    for (const { type, searchParam } of promised) {
      const names = new Set(searchParam.map(({ name }) => name));
      // A sound of a name has no meaning here; the log is searched by what its lines say.
      const missing = publishedNames(type).filter((name) => !names.has(name) && name !== 'phonetic');
      if (type !== 'AuditEvent') assert.deepEqual(missing, [], type);
      for (const { name, type: kind, definition } of searchParam) {
        const parameter = publishedParameter(type, name);
        assert.ok(parameter, `${type}?${name} is none of R4`);
        assert.deepEqual([kind, definition], [parameter.type, parameter.url]);
      }
    }
  });

  it('keeps its word on search: each promised parameter finds what fits and leaves out what does not', async (t) => {
    let [tried, empty] = [0, 0];
    for (const { type, searchParam } of promised) {
      const resource = stored.get(type)!;
      const id = String(resource.id);
      for (const { name, type: kind } of searchParam) {
        // The log grows with every question about it: one line of it is asked for.
        const also: Record<string, string> = name === '_id' ? {} : { _id: id };
        const ask = (asked: Record<string, string>) =>
          door.ask('GET', `/${type}?${new URLSearchParams({ ...asked, ...also })}`);
        const [fits, differs] = valuesFor(name, kind, type, resource) ?? [];
        if (fits === undefined) {
          if (type === 'AuditEvent') continue;
          empty += 1;
          // Without such an element, or with one that says nothing: what is not there is missing.
          const absent = valuesOf(publishedParameter(type, name)!, resource).length === 0;
          if (absent)
            assert.deepEqual(idsOf(await ask({ [`${name}:missing`]: 'true' })), [id], `${type}?${name}:missing`);
          continue;
        }
        tried += 1;
        const found = await ask({ [name]: fits });
        assert.equal(found.status, 200, `${type}?${name}=${fits}: ${found.text}`);
        assert.deepEqual(idsOf(found), [id], `${type}?${name}=${fits} should find it`);
        const other = await ask({ [name]: differs! });
        assert.equal(other.status, 200, `${type}?${name}=${differs}: ${other.text}`);
        assert.deepEqual(idsOf(other), [], `${type}?${name}=${differs} should not find it`);
        if (type !== 'AuditEvent' && name !== '_id' && name !== '_lastUpdated') {
          assert.deepEqual(idsOf(await ask({ [`${name}:missing`]: 'false' })), [id], `${type}?${name}:missing=false`);
          assert.deepEqual(idsOf(await ask({ [`${name}:missing`]: 'true' })), [], `${type}?${name}:missing=true`);
        }
      }
      const byPost = await door.ask('POST', `/${type}/_search`, `_id=${id}`, {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      assert.deepEqual(idsOf(byPost), [id], `${type}: POST finds what GET finds`);
      assert.equal(validate(byPost.body as never), undefined, `the answer to ${type}/_search`);
    }
    t.diagnostic(`${tried} parameters tried with a value, ${empty} without`);
    assert.ok(tried > 150);
  });

  it('answers nothing that it does not promise: no other type', async () => {
    for (const { type } of promised) {
      const at = `/${type}/${idOf(type)}`;
      for (const method of type === 'AuditEvent' ? ['DELETE', 'PATCH', 'POST'] : ['POST']) {
        const answer = await door.ask(method, at, method === 'DELETE' ? undefined : {});
        assert.equal(answer.status, 405, `${method} ${type}`);
        assert.equal(answer.body.resourceType, 'OperationOutcome');
      }
      assert.equal((await door.ask('GET', at)).status, 200, `${type} is still there`);
      for (const operation of ['$everything', '$meta', '$graph'])
        if (!operationsOf(type).includes(operation))
          assert.equal((await door.ask('GET', `${at}/${operation}`)).status, 405, `${type} ${operation}`);
    }
    assert.equal((await door.ask('POST', '/AuditEvent', stored.get('AuditEvent'))).status, 405);
    assert.equal((await door.ask('PUT', `/AuditEvent/${idOf('AuditEvent')}`, stored.get('AuditEvent'))).status, 405);
    assert.equal((await door.ask('GET', `/AuditEvent/${idOf('AuditEvent')}/_history`)).status, 404);
    for (const path of ['/Medication', '/Medication/1', '/Patiënt', '/$export', '/Patient/$match'])
      assert.equal((await door.ask('GET', path)).status, 404, path);
    assert.equal((await door.ask('GET', '/')).status, 405);
    const log = `/AuditEvent?_id=${idOf('AuditEvent')}`;
    assert.equal((await door.ask('PUT', log, stored.get('AuditEvent'))).status, 405);
    assert.equal((await door.ask('PUT', '/Organization/nieuw', { ...REGIONAL.Organization, id: 'nieuw' })).status, 404);
    assert.equal((await door.ask('PUT', `/Patient/11111111-1111-4111-8111-111111111111`, PATIENT)).status, 404);
  });

  it('refuses a parameter it does not know, and ignores it only where that is asked', async () => {
    for (const { type } of promised) {
      const strict = await door.ask('GET', `/${type}?lievelingskleur=paars`);
      assert.equal(strict.status, 400, type);
      assert.deepEqual(placesOf(strict), ['lievelingskleur']);
      const lenient = await door.ask('GET', `/${type}?lievelingskleur=paars&_id=${idOf(type)}`, undefined, {
        headers: { prefer: 'handling=lenient' },
      });
      assert.deepEqual(idsOf(lenient).slice(0, 1), [idOf(type)], type);
      assert.match(lenient.text, /Left aside.*lievelingskleur/, type);
    }
    for (const asked of [
      'status:boven=x',
      'status:exact=x',
      '_sort=lievelingskleur',
      '_sort=focus',
      '_include=Task:status',
      '_include=Boom:tak',
      '_include:verder=Task:focus',
      '_has:Task:focus',
      '_has:Boom:tak:blad=y',
      '_total=ongeveer',
      '_summary=kort',
      '_summary=true&_elements=status',
      'owner.name.family=x',
      'status.name=x',
      '_count=-1',
      '_count=201',
    ])
      assert.equal((await door.ask('GET', `/Task?${asked}`)).status, 400, asked);
  });
});

/** A value by which a parameter finds the stored example, and one by which it does not; undefined without an element. */
function valuesFor(
  name: string,
  kind: string,
  type: ResourceType,
  resource: Json,
): readonly [fits: string, differs: string] | undefined {
  if (name === '_id') return [String(resource.id), 'iets-anders'];
  if (name === '_lastUpdated') return ['ge2026-11-23', 'lt2026-11-23'];
  if (name === 'patient') return [`Patient/${patient}`, 'Patient/11111111-1111-4111-8111-111111111111'];
  const isBsn = (value: unknown) => JSON.stringify(value).includes('NamingSystem/bsn');
  for (const value of valuesOf(publishedParameter(type, name)!, resource)) {
    const asked = isBsn(value.value) ? undefined : askedBy(kind, value);
    if (asked) return asked;
  }
  return undefined;
}

describe('who asks', () => {
  it('without a token is told how to get one, in an OperationOutcome', async () => {
    const answer = await door.ask('GET', `/Patient/${patient}`, undefined, { headers: { 'x-who': 'nobody' } });
    assert.equal(answer.status, 401);
    assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
    assert.equal(validate(answer.body as never), undefined);
  });

  it('and may not see it cannot tell it from what is not there', async () => {
    const nobody = actor({ role: 'policy-adviser', person: 'Practitioner/beleid' });
    for (const type of Object.keys(ABOUT) as ResourceType[]) {
      const denied = await door.ask('GET', `/${type}/${idOf(type)}`, undefined, { as: nobody });
      const absent = await door.ask('GET', `/${type}/${idOf(type).replace(/.$/, 'z')}`, undefined, { as: nobody });
      assert.deepEqual([denied.status, denied.text], [404, absent.text], type);
    }
  });
});
