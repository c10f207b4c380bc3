import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as engine from '../../src/pathways/index.ts';
import { addDays, localDate, type Result } from '../../src/platform/index.ts';
import { EXPECTED } from './expected.ts';
import { buildHouse, type House } from './house.ts';
import { actorInRole, asOwner } from './world.ts';

/**
 * From the outside, over HTTP, as everybody of the demo: an address that is secret, an entry that is withheld, a merged
 * pair, and somebody who died. Who sees what is typed by hand here.
 */
const DOOR = { door: 'bulk' } as const;
const WHOLE_ADDRESS = ['nurse-enschede', 'gp-enschede', 'systeem-brink', 'resident-supported', 'demo-system'];
const PERSON_WITHOUT_ADDRESS = [
  'coach-noord',
  'coach-noord-colleague',
  'coordinator-noord',
  'provider-beweegpunt',
  'systeem-beweegpunt',
];
const WITHHELD_SEEN_BY = ['coach-noord', 'coach-noord-colleague', 'coordinator-noord', 'demo-system'];

let house: House;
let r2 = '';
let contact = '';
let address: { line?: string[]; postalCode?: string; city?: string };
let phone = '';
before(async () => {
  house = await buildHouse();
  r2 = house.world.ids.R2;
  const coach = await actorInRole(house.ground, 'coach-noord');
  const caseId = house.world.entries.find((one) => one.resident === 'R2' && one.label === 'ServiceRequest:first')!.id;
  contact = house.world.entries.find((one) => one.resident === 'R2' && one.label === 'Communication')!.id;
  const patient = await (await house.ask('demo-system', `/fhir/r4/Patient/${r2}`)).json();
  [address] = patient.address;
  phone = patient.telecom?.find((one: { system: string }) => one.system === 'phone')?.value ?? '';
  const review = addDays(localDate(house.clock.now()), 30);
  value(await engine.keepAddress(house.ground, coach, { resident: r2, caseId, secret: true, reason: 'threat' }, DOOR));
  value(
    await engine.withhold(
      house.ground,
      coach,
      { resident: r2, caseId, entry: contact, reason: 'violence', review },
      DOOR,
    ),
  );
});
after(() => house.stop());

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problem));
  return result.value;
}
const text = async (persona: string, path: string): Promise<{ readonly status: number; readonly body: string }> => {
  const answer = await house.ask(persona, `/fhir/r4/${path}`);
  return { status: answer.status, body: await answer.text() };
};
const people = Object.keys(EXPECTED);

describe('from the outside', () => {
  it('a secret address is read by who is named here, and by nobody else: now, in old versions, or by searching', async () => {
    const traces = [address.line?.[0], address.postalCode, `"${address.city}"`, phone].filter(Boolean) as string[];
    for (const persona of people) {
      for (const path of [
        `Patient/${r2}`,
        `Patient/${r2}/_history`,
        `Patient/${r2}/_history/1`,
        `Patient?_id=${r2}`,
        `RelatedPerson?patient=${r2}`,
      ]) {
        const { status, body } = await text(persona, path);
        const holds = traces.filter((trace) => body.includes(trace));
        if (!WHOLE_ADDRESS.includes(persona)) assert.deepEqual(holds, [], `${persona}: ${path}`);
        const named = WHOLE_ADDRESS.includes(persona) || PERSON_WITHOUT_ADDRESS.includes(persona);
        if (path === `Patient/${r2}`) {
          assert.equal(status, named ? 200 : 404, `${persona}: ${path}`);
          if (WHOLE_ADDRESS.includes(persona)) assert.ok(holds.length > 0, persona);
        }
      }
    }
  });

  it('a withheld entry reaches the team and no resident: by reading, its history, searching, or the log', async () => {
    for (const persona of people) {
      const seen = WITHHELD_SEEN_BY.includes(persona);
      for (const path of [`Communication/${contact}`, `Communication/${contact}/_history`])
        assert.equal((await text(persona, path)).status, seen ? 200 : 404, `${persona}: ${path}`);
      for (const path of [`Communication?patient=${r2}`, `Communication?_id=${contact}`, `AuditEvent?patient=${r2}`]) {
        const { body } = await text(persona, path);
        const log = path.startsWith('AuditEvent');
        const may = log ? ['privacy-officer', 'demo-system'].includes(persona) : seen;
        // As a resource or a reference; the address that was asked stands in the answer of itself.
        const holds = body.includes(`Communication/${contact}"`);
        if (!may) assert.ok(!holds, `${persona}: ${path}`);
        if (may && !log) assert.ok(holds, `${persona}: ${path}`);
      }
    }
    const marked = await text('coordinator-noord', `Communication/${contact}`);
    assert.match(marked.body, /NOPAT/);
  });

  it('two records merged by a system are searched as one by who had a right to each, and by nobody else', async () => {
    const { R1, R6 } = house.world.ids;
    const read = await text('demo-system', `Patient/${R6}`);
    const patient = JSON.parse(read.body);
    delete patient.identifier;
    const put = (body: object) =>
      house.ask('demo-system', `/fhir/r4/Patient/${R6}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/fhir+json' },
        body: JSON.stringify(body),
      });
    assert.equal((await put(patient)).status, 200, 'without a BSN of its own');
    const link = [{ other: { reference: `Patient/${R1}` }, type: 'replaced-by' }];
    assert.equal((await put({ ...patient, link })).status, 200);
    for (const persona of people) {
      const ids = async (resident: string) =>
        [...(await text(persona, `ServiceRequest?patient=${resident}`)).body.matchAll(/"fullUrl":"[^"]*\/([^"]+)"/g)]
          .map(([, id]) => id)
          .toSorted();
      const [one, two] = [await ids(R1), await ids(R6)];
      assert.deepEqual(one, two, `${persona}: the same by either id`);
      const expects = persona === 'nurse-enschede' || persona === 'gp-enschede' ? 2 : undefined;
      if (expects) assert.equal(one.length, expects, persona);
      if (['nurse-hengelo', 'coach-zuid', 'debt-officer', 'policy-adviser', 'privacy-officer'].includes(persona))
        assert.equal(one.length, 0, persona);
    }
    assert.equal((await text('nurse-enschede', `Patient/${R6}`)).status, 200, 'the one that ended answers');
    assert.equal((await put(patient)).status, 200, 'and they are taken apart');
  });

  it('who died is written to by nobody, and their token no longer works', async () => {
    const { R1 } = house.world.ids;
    assert.equal((await text('resident-waiting', `Patient/${R1}`)).status, 200);
    const patient = JSON.parse((await text('demo-system', `Patient/${R1}`)).body);
    const done = await house.ask('demo-system', `/fhir/r4/Patient/${R1}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify({ ...patient, deceasedBoolean: true }),
    });
    assert.equal(done.status, 200);
    const open = await asOwner(
      house.ownerUrl,
      `select type, status from record.resource where resident_id = '${R1}' and ((type = 'Task' and status in ('requested', 'accepted', 'in-progress', 'on-hold'))
         or (type = 'ServiceRequest' and status in ('active', 'on-hold', 'draft')))`,
    );
    assert.deepEqual(open, []);
    assert.notEqual((await text('resident-waiting', `Patient/${R1}`)).status, 200);
    assert.equal((await text('coach-noord', `Patient/${R1}`)).status, 200, 'the team still reads whom to tell');
  });
});
