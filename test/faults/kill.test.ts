import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { type Running, startOmzien } from '../support/running.ts';

const PRACTICE = 'Organization/voorbeeldpraktijk-de-brink-enschede';
const TEAM = 'HealthcareService/voorbeeld-welzijn-enschede-noord';
const OMZIEN = 'https://omzien.example/fhir';
let running: Running | undefined;
after(() => running?.stop());

async function token(url: string): Promise<string> {
  const answer = await fetch(`${url}/demo/oidc/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${btoa('demo-system:demo')}`,
    },
    body: 'grant_type=client_credentials',
  });
  assert.equal(answer.status, 200, await answer.clone().text());
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** A new resident with a referral: four resources in one transaction. */
function referral(number: number): string {
  const entry = (fullUrl: string, resource: Record<string, unknown>) => ({
    fullUrl,
    resource,
    request: { method: 'POST', url: resource.resourceType },
  });
  const subject = { reference: 'urn:uuid:patient' };
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      entry('urn:uuid:patient', {
        resourceType: 'Patient',
        identifier: [{ system: 'urn:kill', value: `p${number}` }],
        name: [{ family: `Stroomval${number}`, given: ['Ans'] }],
        birthDate: '1950-01-01',
        gender: 'female',
      }),
      entry('urn:uuid:consent', {
        resourceType: 'Consent',
        status: 'active',
        scope: { text: 'delen' },
        category: [{ coding: [{ system: `${OMZIEN}/CodeSystem/consent-kind`, code: 'bw-7-457' }] }],
        patient: subject,
        policyRule: { text: 'lifting-secrecy|1' },
        provision: { type: 'permit' },
      }),
      entry('urn:uuid:request', {
        resourceType: 'ServiceRequest',
        status: 'active',
        intent: 'order',
        instantiatesCanonical: [`${OMZIEN}/PlanDefinition/welzijn-op-recept|1`],
        subject,
        requester: { reference: PRACTICE },
        supportingInfo: [{ reference: 'urn:uuid:consent' }],
        reasonCode: [{ coding: [{ system: `${OMZIEN}/CodeSystem/reason`, code: 'psychosocial' }] }],
      }),
      entry('urn:uuid:task', {
        resourceType: 'Task',
        status: 'requested',
        intent: 'order',
        focus: { reference: 'urn:uuid:request' },
        for: subject,
        requester: { reference: PRACTICE },
        owner: { reference: TEAM },
      }),
    ],
  });
}

type Bundle = {
  readonly entry?: readonly { readonly resource: { readonly id: string; readonly resourceType: string } }[];
  readonly link?: readonly { readonly relation: string; readonly url: string }[];
};

it('keeps whole referrals or none when the power goes in the middle of many', { timeout: 180_000 }, async () => {
  running = await startOmzien();
  const { url, home } = running;
  const bearer = { authorization: `Bearer ${await token(url)}`, 'content-type': 'application/fhir+json' };
  let number = 0;
  let answered = 0;
  let on = true;
  const writers = Array.from({ length: 8 }, async () => {
    while (on) {
      const answer = await fetch(`${url}/fhir/r4`, { method: 'POST', headers: bearer, body: referral(number++) }).catch(
        () => undefined,
      );
      if (!answer) return;
      assert.equal(
        answer.status,
        200,
        await answer
          .clone()
          .text()
          .catch(() => ''),
      );
      answered += 1;
    }
  });
  while (answered < 40) await new Promise((done) => setTimeout(done, 20));
  await running.kill();
  on = false;
  await Promise.allSettled(writers);

  running = await startOmzien(home);
  const again = {
    authorization: `Bearer ${await token(running.url)}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const search = async (type: string, query: string): Promise<Bundle> => {
    const answer = await fetch(`${running!.url}/fhir/r4/${type}/_search`, {
      method: 'POST',
      headers: again,
      body: query,
    });
    assert.equal(answer.status, 200);
    return (await answer.json()) as Bundle;
  };
  let kept = 0;
  for (let one = 0; one < number; one++) {
    const [patient] = (await search('Patient', `identifier=${encodeURIComponent(`urn:kill|p${one}`)}`)).entry ?? [];
    if (!patient) continue;
    kept += 1;
    for (const type of ['Consent', 'ServiceRequest', 'Task'])
      assert.equal((await search(type, `patient=${patient.resource.id}`)).entry?.length, 1, `${type} of p${one}`);
    assert.ok(((await search('AuditEvent', `patient=${patient.resource.id}`)).entry?.length ?? 0) >= 4);
  }
  assert.ok(kept >= answered, `${answered} were answered as done and ${kept} are there`);
});
