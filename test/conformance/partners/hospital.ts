import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { MedplumClient } from '@medplum/core';
import { Client as FhirKit } from 'fhir-kit-client';
import smart from 'fhirclient';
import { testBsns } from '../../../src/demo/synthetic/test-bsn.ts';
import { OMZIEN } from '../../../src/fhir/index.ts';
import { HOSPITAL, type PartnerHouse } from '../../support/partner-house.ts';
import { subscriptionOf } from '../../support/partners.ts';
import { told } from '../../support/receiver.ts';
import type { Visitor } from '../../support/web.ts';

export type Json = { readonly resourceType: string; readonly id?: string; readonly [element: string]: unknown };
export type Bundle = Json & {
  readonly entry?: readonly { readonly resource?: Json; readonly response?: { readonly location?: string } }[];
};

/** What a hospital's integration does with a client of its own choice. */
export type Hospital = {
  readonly search: (type: string, asked: Readonly<Record<string, string>>) => Promise<Bundle>;
  readonly read: (type: string, id: string) => Promise<Json>;
  readonly create: (resource: Json) => Promise<Json>;
  readonly transaction: (bundle: Bundle) => Promise<Bundle>;
  readonly update: (resource: Json) => Promise<Json>;
};

/** Who takes part: the house that is running, and the coach who works on its pages. */
export type Parties = { readonly house: PartnerHouse; readonly coach: Visitor };

let house: PartnerHouse;
let coach: Visitor;

/** Each client with a token that its own key fetched. */
export const CLIENTS: Readonly<Record<string, (client?: string) => Promise<Hospital>>> = {
  'fhir-kit-client': async (client) => {
    const kit = new FhirKit({ baseUrl: house.fhir, bearerToken: await house.token(client) });
    return {
      search: async (resourceType, searchParams) =>
        (await kit.search({ resourceType, searchParams })) as unknown as Bundle,
      read: async (resourceType, id) => (await kit.read({ resourceType, id })) as unknown as Json,
      create: async (body) =>
        (await kit.create({ resourceType: body.resourceType, body: body as never })) as unknown as Json,
      transaction: async (body) => (await kit.transaction({ body: body as never })) as unknown as Bundle,
      update: async (body) =>
        (await kit.update({
          resourceType: body.resourceType,
          id: body.id ?? '',
          body: body as never,
        })) as unknown as Json,
    };
  },
  fhirclient: async (client) => {
    const { FhirClient } = smart as unknown as { readonly FhirClient: new (url: string) => FhirJs };
    const js = new FhirClient(house.fhir);
    const token = await house.token(client);
    const asked = { headers: { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json' } };
    const ask = (path: string, given: object = {}) => js.fhirRequest(`${house.fhir}/${path}`, { ...asked, ...given });
    return {
      search: async (type, params) => (await ask(`${type}?${new URLSearchParams(params)}`)) as Bundle,
      read: async (type, id) => (await ask(`${type}/${id}`)) as Json,
      create: async (body) => (await ask(body.resourceType, { method: 'POST', body: JSON.stringify(body) })) as Json,
      transaction: async (body) => (await ask('', { method: 'POST', body: JSON.stringify(body) })) as Bundle,
      update: async (body) =>
        (await ask(`${body.resourceType}/${body.id}`, { method: 'PUT', body: JSON.stringify(body) })) as Json,
    };
  },
  '@medplum/core': async (client) => {
    const medplum = new MedplumClient({
      baseUrl: `${house.url}/`,
      fhirUrlPath: 'fhir/r4',
      accessToken: await house.token(client),
      cacheTime: 0,
    });
    return {
      search: async (type, asked) =>
        (await medplum.search(type as never, new URLSearchParams(asked))) as unknown as Bundle,
      read: async (type, id) => (await medplum.readResource(type as never, id)) as unknown as Json,
      create: async (body) => (await medplum.createResource(body as never)) as unknown as Json,
      transaction: async (body) => (await medplum.executeBatch(body as never)) as unknown as Bundle,
      update: async (body) => (await medplum.updateResource(body as never)) as unknown as Json,
    };
  },
};

type FhirJs = { readonly fhirRequest: (uri: string, options: object) => Promise<unknown> };

export const resources = (bundle: Bundle): readonly Json[] =>
  (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
export const idIn = (reference: string | undefined): string => reference?.split('/')[1] ?? '';

/** A new patient of the hospital, who said yes, referred to a team of coaches, as one bundle. */
export function referral(team: string, bsn: string): Bundle {
  const [patient, consent, request] = [1, 2, 3].map(() => `urn:uuid:${crypto.randomUUID()}`) as [
    string,
    string,
    string,
  ];
  const entry = (resource: Json, fullUrl?: string) => ({
    ...(fullUrl ? { fullUrl } : {}),
    resource,
    request: { method: 'POST', url: resource.resourceType },
  });
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      entry(
        {
          resourceType: 'Patient',
          identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: bsn }],
          name: [{ use: 'official', family: 'Voorbeeldopname', given: ['Jan'] }],
          gender: 'male',
          birthDate: '1949-05-06',
          address: [{ use: 'home', postalCode: '7521 AB', city: 'Enschede', district: 'Enschede' }],
          telecom: [{ system: 'phone', value: '085 000 0909' }],
        },
        patient,
      ),
      entry(
        {
          resourceType: 'Consent',
          status: 'active',
          scope: {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }],
          },
          category: [{ coding: [{ system: `${OMZIEN}/CodeSystem/consent-kind`, code: 'bw-7-457' }] }],
          patient: { reference: patient },
          policyRule: { text: 'lifting-secrecy|1' },
        },
        consent,
      ),
      entry(
        {
          resourceType: 'ServiceRequest',
          status: 'active',
          intent: 'order',
          instantiatesCanonical: [`${OMZIEN}/PlanDefinition/welzijn-op-recept|1`],
          subject: { reference: patient },
          requester: { display: 'Transferpunt, Voorbeeldziekenhuis' },
          performer: [{ reference: team }],
          reasonCode: [{ coding: [{ system: `${OMZIEN}/CodeSystem/reason`, code: 'psychosocial' }] }],
          supportingInfo: [{ reference: consent }],
        },
        request,
      ),
      entry({
        resourceType: 'Task',
        status: 'requested',
        intent: 'order',
        focus: { reference: request },
        for: { reference: patient },
        owner: { reference: team },
      }),
    ],
  };
}

/** J1: the hospital finds, refers, is told and follows, reads and closes; the coach answers on the pages of Omzien. */
async function walk(hospital: Hospital, other: Hospital, bsn: string): Promise<void> {
  // The directory: by name, by organisation, by who works there, and within a distance of Enschede.
  const teams = resources(await hospital.search('HealthcareService', { name: 'Welzijnscoaches Enschede Noord' }));
  assert.equal(teams.length, 1);
  const team = `HealthcareService/${teams[0]!.id}`;
  const near = resources(await hospital.search('Location', { near: '52.2215|6.8937|10|km', _count: '5' }));
  assert.ok(near.length > 0);
  const services = resources(
    await hospital.search('HealthcareService', { 'location.near': '52.2215|6.8937|10|km', _count: '5' }),
  );
  assert.ok(services.length > 0);
  const organisations = resources(await hospital.search('Organization', { name: 'Voorbeeld Welzijn Enschede' }));
  assert.equal(organisations.length, 1);
  const roles = resources(
    await hospital.search('PractitionerRole', { organization: `Organization/${organisations[0]!.id}`, service: team }),
  );
  assert.equal(roles.length, 1);

  // It asks to be told of its Tasks, rather than to keep asking.
  const subscription = await hospital.create(subscriptionOf('Task', house.receiver.url) as Json);
  await house.deliver();
  assert.equal((await hospital.read('Subscription', subscription.id ?? '')).status, 'active');
  house.receiver.got.length = 0;

  // One transaction: the patient, their yes, the request and the Task.
  const done = await hospital.transaction(referral(team, bsn));
  const places = (done.entry ?? []).map(({ response }) => response?.location ?? '');
  const [patient, , request, task] = places.map((place) => idIn(place)) as [string, string, string, string];
  assert.deepEqual(
    places.map((place) => place.split('/')[0]),
    ['Patient', 'Consent', 'ServiceRequest', 'Task'],
  );
  assert.equal((await hospital.read('Task', task)).status, 'requested');

  // The coach notices no difference: the referral is on the list, and is answered there.
  const list = await (await coach.get('/werk')).text();
  assert.match(list, new RegExp(`/werk/aanmelding/${task}`));
  const yes = await coach.post(`/werk/aanmelding/${task}`, { answer: 'accept' });
  assert.equal(yes.status, 303);
  await house.deliver();
  const notified = house.receiver.got.flatMap((got) => told(got).events.map(([, focus]) => focus));
  assert.ok(notified.length > 0 && notified.every((focus) => focus === `Task/${task}`), JSON.stringify(notified));
  for (const { text } of house.receiver.got) assert.doesNotMatch(text, /Voorbeeldopname|Jan/);
  const accepted = resources(await hospital.search('Task', { patient, status: 'accepted' }));
  assert.deepEqual(
    accepted.map(({ id }) => id),
    [task],
  );

  const contact = { kind: 'phone', outcome: 'spoken', note: 'Belde over van alles.' };
  assert.equal((await coach.post(`/werk/zaak/${request}/contact`, contact)).status, 303);
  const summary = 'Jan eet nu elke week mee.';
  const end = { ending: 'goes-on-alone', summary, step: 'send' };
  const finished = await coach.post(`/werk/zaak/${request}/afronden`, end);
  assert.equal(finished.status, 303, await finished.clone().text());

  // The outcome it may read: on the Task, and as a letter. Not the contact, not the conversation, not what others hold.
  const ended = await hospital.read('Task', task);
  assert.equal(ended.status, 'completed');
  assert.match(JSON.stringify(ended.output), /goes-on-alone/);
  const letters = resources(await hospital.search('DocumentReference', { patient }));
  assert.equal(letters.length, 1);
  const [content] = letters[0]!.content as readonly { readonly attachment: { readonly data: string } }[];
  assert.match(Buffer.from(content!.attachment.data, 'base64').toString(), /Jan eet nu elke week mee/);
  await assert.rejects(hospital.search('Communication', { patient }), 'not a scope of its agreement');
  assert.equal(resources(await other.search('Task', { patient })).length, 0);
  await assert.rejects(other.read('Patient', patient));

  // It closes; what it had received stays readable.
  const before = await hospital.read('ServiceRequest', request);
  const closed = await hospital.update({ ...before, status: 'completed' });
  assert.equal(closed.status, 'completed');
  assert.equal((await hospital.read('Task', task)).status, 'completed');
  await hospital.update({ ...(await hospital.read('Subscription', subscription.id ?? '')), status: 'off' });
}

/** The tests of a hospital; `parties` is asked when they run. */
export function hospitalTests(parties: () => Parties): void {
  describe('a hospital takes part through FHIR alone (J1)', () => {
    before(() => {
      ({ house, coach } = parties());
    });
    for (const [index, [name, open]] of Object.entries(CLIENTS).entries())
      it(`with ${name}`, async () => {
        await walk(await open(), await open('ander-epd'), testBsns()[index + 900]!);
      });

    it('and reads of its own patients only, whatever it asks', async () => {
      const hospital = await CLIENTS['fhir-kit-client']!();
      const { rows } = await house.web.ground.pool.query<{ id: string }>(
        "select id from directory.resource where id = $1 and type = 'Organization'",
        [HOSPITAL],
      );
      assert.equal(rows.length, 1);
      const found = resources(await hospital.search('Patient', { family: 'Voorbeeldopname' }));
      assert.equal(found.length, 3);
      const other = await CLIENTS['fhir-kit-client']!('ander-epd');
      assert.equal(resources(await other.search('Patient', { family: 'Voorbeeldopname' })).length, 0);
      assert.equal(resources(await other.search('ServiceRequest', {})).length, 0);
    });
  });
}
