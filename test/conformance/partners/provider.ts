import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { testBsns } from '../../../src/demo/synthetic/test-bsn.ts';
import { OMZIEN } from '../../../src/fhir/index.ts';
import { type Bundle, CLIENTS, idIn, type Json, type Parties, referral, resources } from './hospital.ts';

const SCOPES = [
  'system/Patient.rs',
  'system/ServiceRequest.rs',
  'system/Task.rus',
  'system/DocumentReference.crs',
  'system/HealthcareService.rs',
];

/** What came of a request: its status, and what was said. */
type Told = { readonly status: number; readonly body: Json };

/** A provider's own system, request by request, as its makers would write it. */
type System = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Told>;

/** The tests of a provider; `parties` is asked when they run. */
export function providerTests(parties: () => Parties): void {
  describe('a provider answers from a system of its own, through FHIR alone', () => {
    let people = 920;
    let candidates: readonly string[] = [];
    const system = new Map<string, System>();
    const pathway = () => parties().house.ground.definitions.pathway('welzijn-op-recept', 1);

    before(async () => {
      // Which services fit is the same for each of them; each has a system of its own.
      const { caseId } = await talked();
      candidates = await found(caseId);
      for (const [at, service] of candidates.slice(0, 2).entries()) {
        const { rows } = await parties().house.web.ground.pool.query<{ content: string }>(
          "select content from directory.resource where type = 'HealthcareService' and id = $1",
          [service],
        );
        const { providedBy } = JSON.parse(rows[0]!.content) as { readonly providedBy: { readonly reference: string } };
        const client = `aanbieder-${at + 1}`;
        const services = [`HealthcareService/${service}`];
        await parties().house.register(client, { organisation: idIn(providedBy.reference), services, scopes: SCOPES });
        system.set(client, await systemOf(client));
      }
    });

    async function systemOf(client: string): Promise<System> {
      const { house } = parties();
      const token = await house.token(client);
      return async (method, path, body, headers = {}) => {
        const answer = await fetch(`${house.fhir}/${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json', ...headers },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return { status: answer.status, body: (await answer.json()) as Json };
      };
    }

    /** Somebody whom the hospital referred, with whom the coach has talked. */
    async function talked(): Promise<{ readonly patient: string; readonly caseId: string }> {
      const { coach } = parties();
      const hospital = await CLIENTS.fhirclient!();
      const teams = resources(await hospital.search('HealthcareService', { name: 'Welzijnscoaches Enschede Noord' }));
      const bundle = referral(`HealthcareService/${teams[0]!.id}`, testBsns()[people++]!);
      const done = await hospital.transaction(bundle);
      const [patient, , caseId, task] = (done.entry ?? []).map(({ response }) => idIn(response?.location)) as string[];
      const post = async (path: string, fields: Record<string, string>) =>
        assert.equal((await coach.post(path, fields)).status, 303, path);
      await post(`/werk/aanmelding/${task}`, { answer: 'accept' });
      await post(`/werk/zaak/${caseId}/contact`, { kind: 'phone', outcome: 'spoken' });
      const conversation = { body: '6', mind: '4', matters: 'Weer onder de mensen', goal: 'Elke week samen eten' };
      await post(`/werk/zaak/${caseId}/gesprek`, conversation);
      return { patient: patient!, caseId: caseId! };
    }

    const wish = { 'needs-taking-part': ['loneliness'], travel: 'bike', maxCost: '20', languages: ['nl'] };

    async function found(caseId: string): Promise<readonly string[]> {
      const list = await parties().coach.post(`/werk/zaak/${caseId}/plek`, { ...wish, step: 'search' });
      return [...(await list.text()).matchAll(/name="rank-([^"]+)"/g)].map(([, service]) => service!);
    }

    /** The coach refers on, on the page, to the first and then the second. */
    async function referredOn(caseId: string): Promise<void> {
      const [first, second] = candidates;
      const fields = { ...wish, step: 'send', agreed: 'yes', note: 'Liefst met de bus.' };
      const sent = await parties().coach.post(`/werk/zaak/${caseId}/plek`, {
        ...{ ...fields, [`rank-${first}`]: '1', [`rank-${second}`]: '2' },
      });
      assert.equal(sent.status, 303, await sent.clone().text());
    }

    const offers = async (client: string, patient: string, status = 'requested'): Promise<readonly Json[]> =>
      resources((await system.get(client)!('GET', `Task?patient=${patient}&status=${status}`)).body as Bundle);

    const versionOf = (task: Json): string => `W/"${(task.meta as { readonly versionId: string }).versionId}"`;

    const outcome = (other?: string) => {
      const [first] = pathway().outcomes as unknown as [{ readonly code: string; readonly label: string }];
      const { code, label } = other ? { code: other, label: other } : first;
      const coding = [{ system: `${OMZIEN}/CodeSystem/outcome`, code, display: label }];
      return [
        { type: { text: 'uitkomst' }, valueCodeableConcept: { coding, text: label } },
        { type: { text: 'samenvatting' }, valueString: 'Jan eet elke donderdag mee.' },
      ];
    };

    const letterAbout = (request: string, patient: string, contentType = 'text/plain') => ({
      resourceType: 'DocumentReference',
      ...{ status: 'current', docStatus: 'final', date: '2026-11-26T10:00:00+01:00' },
      subject: { reference: `Patient/${patient}` },
      author: [{ display: 'Voorbeeld van een aanbieder' }],
      content: [
        { attachment: { contentType, data: Buffer.from('Beste coach,\n\nJan <b>bloeit</b> op.').toString('base64') } },
      ],
      context: { related: [{ reference: `ServiceRequest/${request}` }] },
    });

    it('sees what is asked and not of whom, says yes once although two workers do so, helps, and tells what came of it', async () => {
      const { coach } = parties();
      const { patient, caseId } = await talked();
      await referredOn(caseId);
      const ask = system.get('aanbieder-1')!;
      const [offer, ...others] = await offers('aanbieder-1', patient);
      assert.ok(offer);
      assert.equal(others.length, 0);
      assert.equal((await offers('aanbieder-2', patient)).length, 0, 'the second is not asked yet');
      const request = idIn((offer.focus as { readonly reference: string }).reference);
      const asked = await ask('GET', `ServiceRequest/${request}`);
      assert.match(JSON.stringify(asked.body), /loneliness/);
      assert.doesNotMatch(JSON.stringify(asked.body), /Liefst met de bus|Voorbeeldopname/);
      assert.equal((await ask('GET', `Patient/${patient}`)).status, 404);
      assert.equal((await ask('POST', 'DocumentReference', letterAbout(request, patient))).status, 404);

      // Two workers of the same system take it up at the same moment.
      const yes = { ...offer, status: 'accepted' };
      const worker = () => ask('PUT', `Task/${offer.id}`, yes, { 'if-match': versionOf(offer) });
      const answers = await Promise.all([worker(), worker()]);
      assert.deepEqual(
        answers
          .map(({ status }) => (status === 200 ? 'yes' : [409, 412].includes(status) ? 'too late' : status))
          .sort(),
        ['too late', 'yes'],
      );
      // The same yes sent again changes nothing (HTTP: PUT is idempotent); another answer comes too late.
      assert.equal((await ask('PUT', `Task/${offer.id}`, yes)).status, 200);
      const reasoned = { ...offer, status: 'rejected', statusReason: { text: 'vol' } };
      assert.equal((await ask('PUT', `Task/${offer.id}`, reasoned)).status, 409);

      // Now it is told who it is, without a BSN, and the note that is for who helps.
      const person = await ask('GET', `Patient/${patient}`);
      assert.equal(person.status, 200);
      assert.match(JSON.stringify(person.body), /Voorbeeldopname/);
      assert.doesNotMatch(JSON.stringify(person.body), /NamingSystem\/bsn/);
      assert.match(JSON.stringify((await ask('GET', `ServiceRequest/${request}`)).body), /Liefst met de bus/);

      const step = async (change: object) => {
        const { body } = await ask('GET', `Task/${offer.id}`);
        return ask('PUT', `Task/${offer.id}`, { ...body, ...change }, { 'if-match': versionOf(body) });
      };
      assert.equal((await step({ status: 'in-progress' })).status, 200);
      assert.match(await (await coach.get(`/werk/zaak/${caseId}`)).text(), /bezig|loopt/i);
      assert.equal((await step({ status: 'completed' })).status, 422, 'without what came of it it is not finished');
      const unknown = outcome('opgelost');
      const refused = await step({ status: 'completed', output: unknown });
      assert.equal(refused.status, 422, 'an outcome that the pathway does not know is not counted as anything');
      assert.match(JSON.stringify(refused.body), /no outcome opgelost\. It has: .*goal-reached/);
      assert.equal((await ask('POST', 'DocumentReference', letterAbout(request, patient, 'text/html'))).status, 422);
      assert.equal((await ask('POST', 'DocumentReference', letterAbout(caseId, patient))).status, 404);
      assert.equal((await ask('POST', 'DocumentReference', letterAbout(request, patient))).status, 201);
      assert.equal((await step({ status: 'completed', output: outcome() })).status, 200);

      // The coach reads it on the page, as text, and closes.
      const page = await (await coach.get(`/werk/zaak/${caseId}`)).text();
      assert.match(page, /Jan eet elke donderdag mee/);
      assert.match(page, /Brief van de aanbieder, 26 november 2026/);
      assert.match(page, /Jan &lt;b&gt;bloeit&lt;\/b&gt; op\./);
      const closed = await coach.post(
        `/werk/zaak/${caseId}/aanmelding/${request}/sluiten`,
        {},
        {
          page: `/werk/zaak/${caseId}`,
        },
      );
      assert.equal(closed.status, 303);

      // It is between the coach and the provider: not for the hospital, which has its own answer to wait for.
      const hospital = await CLIENTS.fhirclient!();
      assert.equal(resources(await hospital.search('DocumentReference', { patient })).length, 0);
      assert.equal(resources(await hospital.search('Task', { patient })).length, 1);
    });

    it('says no with a reason, after which the next is asked at once, and a yes that comes too late is told so', async () => {
      const { patient, caseId } = await talked();
      await referredOn(caseId);
      const ask = system.get('aanbieder-1')!;
      const [offer] = await offers('aanbieder-1', patient);
      assert.ok(offer);
      const no = { ...offer, status: 'rejected' };
      assert.equal((await ask('PUT', `Task/${offer.id}`, no)).status, 422, 'a no needs a reason');
      const [{ code, label }] = pathway().rejectReasons as unknown as [
        { readonly code: string; readonly label: string },
      ];
      const statusReason = { coding: [{ system: `${OMZIEN}/CodeSystem/stop-reason`, code, display: label }] };
      assert.equal((await ask('PUT', `Task/${offer.id}`, { ...no, statusReason })).status, 200);
      const [next] = await offers('aanbieder-2', patient);
      assert.equal(next?.status, 'requested');
      const late = await ask('PUT', `Task/${offer.id}`, { ...offer, status: 'accepted' });
      assert.equal(late.status, 409);
      const page = await (await parties().coach.get(`/werk/zaak/${caseId}`)).text();
      assert.ok(page.includes(label), 'the coach reads why');
    });
  });
}
