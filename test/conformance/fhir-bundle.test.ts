import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { BSN_SYSTEM, validate } from '../../src/fhir/index.ts';
import { type Actor, ulid } from '../../src/platform/index.ts';
import { SYSTEM } from '../support/ground.ts';
import { PEOPLE } from '../support/pathways.ts';
import { type Door, idsOf, type Json, openDoor, placesOf, type Told } from './door.ts';
import { PATIENT } from './examples.ts';

let door: Door;
before(async () => {
  door = await openDoor();
});
after(() => door.stop());

const send = (type: 'transaction' | 'batch', entry: readonly Json[], as: Actor = SYSTEM): Promise<Told> =>
  door.ask('POST', '/', { resourceType: 'Bundle', type, entry }, { as });
type Response = {
  readonly status: string;
  readonly location?: string;
  readonly etag?: string;
  readonly outcome?: Json;
};
const responses = (told: Told): readonly Response[] =>
  (told.body.entry as unknown as readonly { response: Response }[]).map(({ response }) => response);
const statuses = (told: Told): readonly string[] => responses(told).map(({ status }) => status.slice(0, 3));
const idAt = (told: Told, index: number): string => responses(told)[index]!.location!.split('/').at(-3)!;
const own = (value: string) => [{ system: 'urn:partner', value }];
const by = (value: string) => `identifier=urn:partner|${value}`;
const goal = (patient: string, value: string): Json => ({
  resourceType: 'Goal',
  identifier: own(value),
  lifecycleStatus: 'active',
  description: { text: 'Meer lopen' },
  subject: { reference: patient },
});
const newPatient = async () => String((await door.ask('POST', '/Patient', PATIENT)).body.id);

describe('a transaction with conditions', () => {
  const bundle = (bsn: string, value: string): readonly Json[] => {
    const patient = `urn:uuid:${randomUUID()}`;
    return [
      { resource: goal(patient, value), request: { method: 'POST', url: 'Goal', ifNoneExist: by(value) } },
      {
        fullUrl: patient,
        resource: { ...PATIENT, identifier: [{ system: BSN_SYSTEM, value: bsn }] },
        request: { method: 'POST', url: 'Patient', ifNoneExist: `identifier=${BSN_SYSTEM}|${bsn}` },
      },
    ];
  };

  it('makes once what is sent twice, and what is new names what was there', async () => {
    const first = await send('transaction', bundle('999900006', 't-1'));
    assert.deepEqual([first.status, statuses(first)], [200, ['201', '201']], first.text);
    const again = await send('transaction', bundle('999900006', 't-1'));
    assert.deepEqual(statuses(again), ['200', '200']);
    assert.deepEqual([idAt(again, 0), idAt(again, 1)], [idAt(first, 0), idAt(first, 1)]);
    const more = await send('transaction', bundle('999900006', 't-2'));
    assert.deepEqual(statuses(more), ['201', '200']);
    const kept = await door.ask('GET', `/Goal/${idAt(more, 0)}`);
    assert.equal((kept.body.subject as Json).reference, `Patient/${idAt(first, 1)}`);
    assert.equal(validate(more.body as never), undefined);
  });

  it('sent by many at once is done once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => send('transaction', bundle('999900018', 't-many'))));
    assert.deepEqual(new Set(all.map((one) => one.status)), new Set([200]), all.map((one) => one.text).join('\n'));
    assert.equal(new Set(all.map((one) => idAt(one, 1))).size, 1);
    assert.equal(all.filter((one) => statuses(one).includes('201')).length, 1);
    assert.equal(idsOf(await door.ask('GET', `/Goal?${by('t-many')}`)).length, 1);
  });

  it('follows conditional references to one, and is refused whole where none or several fit', async () => {
    const [one] = [await newPatient()];
    await door.ask('POST', '/RelatedPerson', {
      resourceType: 'RelatedPerson',
      identifier: own('r-1'),
      patient: { reference: `Patient/${one}` },
    });
    const person = { ...PATIENT, identifier: own('p-ref') };
    const patient = String((await door.ask('POST', '/Patient', person)).body.id);
    const done = await send('transaction', [
      { resource: goal(`Patient?${by('p-ref')}`, 't-3'), request: { method: 'POST', url: 'Goal' } },
    ]);
    assert.equal(done.status, 200, done.text);
    const kept = (await door.ask('GET', `/Goal/${idAt(done, 0)}`)).body;
    assert.equal((kept.subject as Json).reference, `Patient/${patient}`);
    await door.ask('POST', '/Patient', person);
    for (const value of ['p-ref', 'p-none']) {
      const refused = await send('transaction', [
        { resource: goal(`Patient/${one}`, 't-4'), request: { method: 'POST', url: 'Goal' } },
        { resource: goal(`Patient?${by(value)}`, 't-4'), request: { method: 'POST', url: 'Goal' } },
      ]);
      assert.deepEqual([refused.status, placesOf(refused)], [412, ['Bundle.entry[1].resource']], value);
    }
    assert.deepEqual(idsOf(await door.ask('GET', `/Goal?${by('t-4')}`)), []);
  });

  it('changes and removes by condition, what goes first', async () => {
    const patient = `Patient/${await newPatient()}`;
    const made = await door.ask('POST', '/Goal', goal(patient, 'gone'));
    const done = await send('transaction', [
      { resource: goal(patient, 'put'), request: { method: 'PUT', url: `Goal?${by('put')}` } },
      { request: { method: 'DELETE', url: `Goal/${made.body.id}` } },
      { request: { method: 'DELETE', url: `Goal?${by('never')}` } },
    ]);
    assert.deepEqual([done.status, statuses(done)], [200, ['201', '204', '204']], done.text);
    assert.equal((await door.ask('GET', `/Goal/${made.body.id}`)).status, 410);
    const changed = await send('transaction', [
      { resource: goal(patient, 'put'), request: { method: 'PUT', url: `Goal?${by('put')}`, ifMatch: 'W/"1"' } },
    ]);
    assert.deepEqual([statuses(changed), idAt(changed, 0)], [['200'], idAt(done, 0)]);
    const half = await send('transaction', [
      { request: { method: 'DELETE', url: `Goal/${idAt(done, 0)}` } },
      { request: { method: 'DELETE', url: `Goal/${idAt(done, 0).replace(/.{26}$/, ulid(door.clock))}` } },
    ]);
    assert.deepEqual([half.status, placesOf(half)], [404, ['Bundle.entry[1]']]);
    assert.equal((await door.ask('GET', `/Goal/${idAt(done, 0)}`)).status, 200, 'nothing of it is done');
  });
});

describe('a batch', () => {
  it('answers each entry for itself, in the place of the entry, also where others fail', async () => {
    const patient = await newPatient();
    const made = await door.ask('POST', '/Goal', goal(`Patient/${patient}`, 'b-0'));
    const asked = [
      { request: { method: 'GET', url: `Goal?patient=${patient}` } },
      { request: { method: 'GET', url: `Patient/${patient}` } },
      { request: { method: 'GET', url: `Patient/${randomUUID()}` } },
      { resource: goal(`Patient/${patient}`, 'b-1'), request: { method: 'POST', url: 'Goal' } },
      {
        resource: { ...goal(`Patient/${patient}`, 'b-2'), lifecycleStatus: 'bijna' },
        request: { method: 'POST', url: 'Goal' },
      },
      {
        resource: { ...made.body, language: 'nl' },
        request: { method: 'PUT', url: `Goal/${made.body.id}`, ifMatch: 'W/"1"' },
      },
      { resource: goal(`Patient/${patient}`, 'b-1'), request: { method: 'POST', url: 'Goal', ifNoneExist: by('b-1') } },
      { request: { method: 'DELETE', url: `Goal?${by('never')}` } },
      { request: { method: 'GET', url: 'Patient?identifier=http://fhir.nl/fhir/NamingSystem/bsn|999900006' } },
      { request: { method: 'GET', url: 'metadata' } },
      { request: { method: 'HEAD', url: 'Patient' } },
      { request: { method: 'GET', url: 'https://elders.example/Patient/1' } },
      { resource: { resourceType: 'Bundle', type: 'batch' }, request: { method: 'POST', url: '' } },
    ];
    const done = await send('batch', asked);
    assert.equal(done.status, 200);
    assert.equal(validate(done.body as never), undefined, done.text);
    assert.equal(done.body.type, 'batch-response');
    assert.deepEqual(statuses(done), [
      ...['200', '200', '404', '201', '422', '200', '200', '204'],
      ...['400', '400', '400', '400', '400'],
    ]);
    const [list, one] = (done.body.entry as unknown as readonly { resource: Json & { entry: Json[] } }[]).map(
      ({ resource }) => resource,
    );
    // What is read, is read after what is written (R4 3.1.0.11.2).
    assert.deepEqual([list!.entry.length, one!.id], [2, patient]);
    assert.match(JSON.stringify(responses(done)[4]!.outcome), /lifecycleStatus/);
  });

  it('keeps each number as it was written, and is done as who sends it', async () => {
    const patient = await newPatient();
    const weight = `{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/${patient}"},"valueQuantity":{"value":1.10}}`;
    const body = `{"resourceType":"Bundle","type":"batch","entry":[{"resource":${weight},"request":{"method":"POST","url":"Observation"}},{"request":{"method":"GET","url":"Observation?patient=${patient}"}}]}`;
    const done = await door.ask('POST', '/', body);
    assert.match(done.text, /"value":1\.10\b/);
    const denied = await door.ask('POST', '/', body, { as: PEOPLE.otherCoach });
    assert.deepEqual(statuses(denied), ['404', '200']);
    assert.doesNotMatch(denied.text, /valueQuantity/);
  });

  it('is empty, or of at most two hundred', async () => {
    const empty = await send('batch', []);
    assert.deepEqual([empty.status, empty.body], [200, { resourceType: 'Bundle', type: 'batch-response' }]);
    const many = Array.from({ length: 201 }, () => ({ request: { method: 'GET', url: 'Goal' } }));
    assert.equal((await send('batch', many)).status, 413);
  });
});
