import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { asSent, type Door, openDoor } from './door.ts';

let door: Door;
let patient = '';
before(async () => {
  door = await openDoor();
  patient = String((await door.ask('POST', '/Patient', { resourceType: 'Patient', birthDate: '1948' })).body.id);
});
after(() => door.stop());

/** The numbers in a text, as they are spelled. */
const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(/"(?:value|valueDecimal)":(-?[\d.]+(?:[eE][+-]?\d+)?)/g)].map((match) => match[1]!);

function observation(...decimals: readonly string[]): string {
  const extension = decimals.map((one) => `{"url":"https://example.org/n","valueDecimal":${one}}`).join(',');
  return `{"resourceType":"Observation","extension":[${extension}],"status":"final","code":{"text":"x"},"subject":{"reference":"Patient/${patient}"},"valueQuantity":{"value":${decimals[0]}}}`;
}

/** A decimal as FHIR spells it (R4 2.24.0.1): sign, digits, fraction, exponent. */
const decimal = fc
  .tuple(
    fc.boolean(),
    fc.oneof(fc.constant('0'), fc.stringMatching(/^[1-9]\d{0,24}$/)),
    fc.option(fc.stringMatching(/^\d{1,20}$/)),
    fc.option(fc.stringMatching(/^[eE][+-]?\d{1,2}$/), { freq: 8 }),
  )
  .map(([minus, whole, part, power]) => `${minus ? '-' : ''}${whole}${part ? `.${part}` : ''}${power ?? ''}`);

describe('a number', () => {
  it('comes back spelled as it was sent, however it is spelled', async () => {
    const odd = [
      '1.10',
      '12345678901234567890',
      '0.0000001',
      '-0.0',
      '-0',
      '1e2',
      '1E-7',
      '100.000',
      '12345678.123456789',
    ];
    await keeps(odd);
    await fc.assert(
      fc.asyncProperty(fc.array(decimal, { minLength: 1, maxLength: 12 }), async (decimals) => keeps(decimals)),
      { numRuns: 60 },
    );
  });

  it('keeps its spelling through an update, history, search and a transaction', async () => {
    const made = await door.ask('POST', '/Observation', observation('1.10'));
    const id = String(made.body.id);
    const sent = observation('2.50').replace('{', `{"id":"${id}",`);
    assert.deepEqual(numbersIn((await door.ask('PUT', `/Observation/${id}`, sent)).text), ['2.50', '2.50']);
    assert.deepEqual(numbersIn((await door.ask('GET', `/Observation/${id}/_history`)).text), [
      '2.50',
      '2.50',
      '1.10',
      '1.10',
    ]);
    assert.deepEqual(numbersIn((await door.ask('GET', `/Observation?_id=${id}`)).text), ['2.50', '2.50']);
    const bundle = `{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"POST","url":"Observation"},"resource":${observation('3.00')}}]}`;
    const done = await door.ask('POST', '/', bundle);
    const location = (done.body.entry as unknown as readonly { response: { location: string } }[])[0]!.response
      .location;
    assert.deepEqual(numbersIn((await door.ask('GET', `/${location}`)).text), ['3.00', '3.00']);
  });

  it('keeps its spelling where the rules of a pathway write on', async () => {
    const consent = await door.ask('POST', '/Consent', {
      resourceType: 'Consent',
      status: 'active',
      scope: { text: 'x' },
      category: [{ coding: [{ system: 'https://omzien.example/fhir/CodeSystem/consent-kind', code: 'bw-7-457' }] }],
      patient: { reference: `Patient/${patient}` },
      policyRule: { text: 'x' },
    });
    const number = '"extension":[{"url":"https://example.org/n","valueDecimal":1.10}]';
    const request = await door.ask(
      'POST',
      '/ServiceRequest',
      `{"resourceType":"ServiceRequest",${number},"status":"active","intent":"order","instantiatesCanonical":["https://omzien.example/fhir/PlanDefinition/welzijn-op-recept|1"],"subject":{"reference":"Patient/${patient}"},"reasonCode":[{"coding":[{"system":"https://omzien.example/fhir/CodeSystem/reason","code":"money"}]}],"supportingInfo":[{"reference":"Consent/${consent.body.id}"}]}`,
    );
    assert.equal(request.status, 201, request.text);
    assert.match(request.text, /omzien\.example\/fhir\/case-number/, 'the engine added the case number');
    assert.deepEqual(numbersIn(request.text), ['1.10']);
    const task = await door.ask(
      'POST',
      '/Task',
      `{"resourceType":"Task",${number},"status":"requested","intent":"order","focus":{"reference":"ServiceRequest/${request.body.id}"},"for":{"reference":"Patient/${patient}"},"owner":{"reference":"HealthcareService/voorbeeld-welzijn-enschede-noord"}}`,
    );
    assert.equal(task.status, 201, task.text);
    const withdrawn = { ...consent.body, status: 'inactive' };
    assert.equal((await door.ask('PUT', `/Consent/${consent.body.id}`, withdrawn)).status, 200);
    const after = await door.ask('GET', `/Task/${task.body.id}`);
    assert.equal(after.body.status, 'cancelled', 'the engine wrote on');
    assert.deepEqual(numbersIn(after.text), ['1.10']);
  });
});

async function keeps(decimals: readonly string[]): Promise<void> {
  const made = await door.ask('POST', '/Observation', observation(...decimals));
  assert.equal(made.status, 201, made.text);
  const read = await door.ask('GET', `/Observation/${made.body.id}`);
  const wanted = [...decimals, decimals[0]!];
  assert.deepEqual(numbersIn(read.text), wanted);
  assert.deepEqual(numbersIn(made.text), wanted);
}

describe('a resource', () => {
  it('keeps contained resources, modifier extensions and names that only look like ours', async () => {
    const resource = {
      resourceType: 'Patient',
      contained: [{ resourceType: 'Organization', id: 'o', name: 'Huis' }],
      modifierExtension: [{ url: 'https://example.org/m', valueBoolean: true }],
      extension: [{ url: 'https://example.org/raw', valueString: '{"__proto__":1,"rawJSON":"x"}' }],
      managingOrganization: { reference: '#o' },
    };
    const made = await door.ask('POST', '/Patient', resource);
    assert.equal(made.status, 201, made.text);
    assert.deepEqual(asSent((await door.ask('GET', `/Patient/${made.body.id}`)).body), resource);
  });
});
