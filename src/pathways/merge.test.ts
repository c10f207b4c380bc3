import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { asOwner } from '../../test/security/world.ts';
import { PEOPLE, residentActor, testPathways } from '../../test/support/pathways.ts';
import { type Resource, type ResourceType, readSearch } from '../fhir/index.ts';
import { type Actor, type FixedClock, type Result, systemActor } from '../platform/index.ts';
import { lookUp, readResource, replacedBy, searchResources, updateResource, withLink } from '../record/index.ts';
import * as engine from './index.ts';

const DOOR = { door: 'page' } as const;
const searchOf = (type: ResourceType, query: Record<string, string>) =>
  value(readSearch(type, new URLSearchParams(query), { posted: false, strict: true }));
const FHIR = { door: 'fhir' } as const;
const PARTNER: Actor = { ...systemActor('x'), person: 'Device/partner', name: 'Partner' };
const { nurse, otherNurse, coach, coordinator } = PEOPLE;
let ground: engine.PathwayGround;
let clock: FixedClock;
let ownerUrl: string;
let stop: () => Promise<void>;
before(async () => {
  ({ ground, clock, ownerUrl, stop } = await testPathways());
});
after(() => stop());

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problem));
  return result.value;
}

/** Nine digits that pass the eleven test, other ones each time. */
let people = 0;
function bsn(): string {
  for (let n = 900_000_000 + people * 137; ; n += 1) {
    const digits = String(n);
    const sum = [...digits].reduce((all, digit, i) => all + Number(digit) * (i === 8 ? -1 : 9 - i), 0);
    if (sum % 11 === 0) return digits;
  }
}
type One = { readonly resident: string; readonly caseId: string; readonly family: string; readonly bsn: string };

async function accepted(more: Partial<engine.NewResident> = {}): Promise<One> {
  people += 1;
  const family = `Dubbel${String.fromCharCode(97 + (people % 26))}${String.fromCharCode(97 + Math.floor(people / 26))}`;
  const number = bsn();
  const { resident } = value(
    await engine.registerResident(
      ground,
      nurse,
      {
        given: 'Anna',
        family,
        birthDate: '1948-03-02',
        gender: 'female',
        postcode: '7511 AB',
        city: 'Enschede',
        municipality: 'Enschede',
        bsn: number,
        ...more,
      },
      DOOR,
    ),
  );
  const made = value(
    await engine.refer(
      ground,
      nurse,
      { resident, pathway: 'welzijn-op-recept', reasons: ['psychosocial'], urgency: 'routine', agreed: true },
      DOOR,
    ),
  );
  const list = value(await engine.worklist(ground, coach, { view: 'open', count: 100 }, DOOR));
  value(
    await engine.takeStep(
      ground,
      coach,
      { task: list.lines.find((line) => line.case_id === made.caseId)!.id, to: 'accepted' },
      DOOR,
    ),
  );
  return { ...made, family, bsn: number };
}
const twice = async (): Promise<readonly [One, One]> => [await accepted(), await accepted({ bsn: undefined as never })];

/** All that a merging touches, as the owner of the tables sees it; without the moments. */
const standing = async (residents: readonly string[]) => {
  const ids = residents.map((one) => `'${one}'`).join(',');
  return JSON.stringify([
    await asOwner(
      ownerUrl,
      `select content from record.resource where type = 'Patient' and resident_id in (${ids}) order by id`,
    ),
    await asOwner(
      ownerUrl,
      `select resident_id, grantee, relation, categories, whole_facets, own_facets, source from platform."grant" where closed_at is null and resident_id in (${ids}) order by 1, 2, 3, 7`,
    ),
    await asOwner(
      ownerUrl,
      `select system, encode(value_hash, 'hex'), resident_id from record.identity where resident_id in (${ids}) order by 3`,
    ),
    await asOwner(ownerUrl, `select * from record.person where resident_id in (${ids}) order by resident_id`),
  ])
    .replace(/"lastUpdated[^,}]*/g, '')
    .replace(/\\"(versionId|lastUpdated)\\":\\"[^"]*\\"/g, '');
};

/** The same merging by the practice, by the coordinator, and by Patient.link through FHIR. */
const doors: Readonly<Record<string, (ends: One, goesOn: One) => Promise<Result<unknown>>>> = {
  'the practice': (ends, goesOn) => engine.mergeRecords(ground, nurse, { ends, goesOn, checked: true }, DOOR),
  'the coordinator': (ends, goesOn) => engine.mergeRecords(ground, coordinator, { ends, goesOn, checked: true }, DOOR),
  'Patient.link through FHIR': async (ends, goesOn) => linked(ends, goesOn, true),
};
async function linked(ends: One, goesOn: One, is: boolean) {
  const read = value(await readResource(ground, PARTNER, 'Patient', ends.resident, FHIR));
  const resource = withLink(JSON.parse(read.text) as Resource, 'replaced-by', goesOn.resident, is);
  const sent = { resource, text: JSON.stringify(resource) };
  return updateResource(ground, PARTNER, 'Patient', ends.resident, sent, undefined, FHIR);
}

for (const [by, merge] of Object.entries(doors))
  describe(`two records of one person, merged by ${by}`, () => {
    it('are found as one, by BSN and by name, and read together, each under its own rights', async () => {
      const [ends, goesOn] = await twice();
      value(await merge(ends, goesOn));
      clock.advance(1000);
      const found = value(await lookUp(ground, otherNurse, { by: 'bsn', bsn: ends.bsn }, DOOR));
      assert.equal(found?.resident, goesOn.resident, 'the BSN of the one leads to the other');
      const named = value(
        await lookUp(ground, otherNurse, { by: 'name', family: ends.family, birthDate: '1948-03-02' }, DOOR),
      );
      assert.equal(named?.resident, goesOn.resident);
      for (const [one, other] of [
        [ends, goesOn],
        [goesOn, ends],
      ] as const) {
        const own = value(await engine.ownCases(ground, residentActor(one.resident), DOOR));
        assert.deepEqual(new Set(own.map((row) => row.id)), new Set([ends.caseId, goesOn.caseId]));
        value(await engine.openCase(ground, residentActor(one.resident), other, DOOR));
        const search = (actor: Actor) =>
          searchResources(ground, actor, searchOf('ServiceRequest', { patient: one.resident }), FHIR);
        for (const actor of [PARTNER, coach])
          assert.deepEqual(
            new Set(value(await search(actor)).entries.map((entry) => entry.id)),
            new Set([ends.caseId, goesOn.caseId]),
            actor.name,
          );
        assert.equal(value(await search(otherNurse)).entries.length, 0);
      }
      const read = value(await readResource(ground, nurse, 'Patient', ends.resident, FHIR));
      assert.equal(replacedBy(JSON.parse(read.text)), goesOn.resident, 'the one that ended answers with its link');
      const events = await asOwner(
        ownerUrl,
        `select resident_id from platform.outbox where type = 'nl.omzien.record.merged' and resident_id in ('${ends.resident}', '${goesOn.resident}')`,
      );
      assert.equal(events.length, 2);
      const lines = await asOwner(
        ownerUrl,
        `select distinct resident_id from platform.audit where action = 'updated' and subject_type = 'Patient' and resident_id in ('${ends.resident}', '${goesOn.resident}')`,
      );
      assert.equal(lines.length, 2, 'both have it in their log');
    });

    it('keep both cases running, and nobody opens a new one on the record that ended', async () => {
      const [ends, goesOn] = await twice();
      value(await merge(ends, goesOn));
      for (const one of [ends, goesOn]) {
        const contact = { ...one, kind: 'phone', outcome: 'spoken' };
        value(await engine.recordContact(ground, coach, contact, DOOR));
      }
      const again = await engine.refer(
        ground,
        otherNurse,
        {
          resident: ends.resident,
          pathway: 'welzijn-op-recept',
          reasons: ['psychosocial'],
          urgency: 'routine',
          agreed: true,
        },
        DOOR,
      );
      assert.ok(!again.ok);
    });

    it('are exactly what they were when they are taken apart', async () => {
      const [ends, goesOn] = await twice();
      const before = await standing([ends.resident, goesOn.resident]);
      value(await merge(ends, goesOn));
      assert.notEqual(await standing([ends.resident, goesOn.resident]), before);
      const apart: Result<unknown> = by.startsWith('Patient')
        ? await linked(ends, goesOn, false)
        : await engine.unmergeRecords(ground, nurse, { one: goesOn, other: ends }, DOOR);
      value(apart);
      assert.equal(await standing([ends.resident, goesOn.resident]), before);
      const found = value(await lookUp(ground, otherNurse, { by: 'bsn', bsn: ends.bsn }, DOOR));
      assert.equal(found?.resident, ends.resident);
      const own = value(await engine.ownCases(ground, residentActor(ends.resident), DOOR));
      assert.deepEqual(
        own.map((row) => row.id),
        [ends.caseId],
      );
    });
  });

describe('merging', () => {
  it('in opposite directions at once: one wins, the other hears it in clear words', async () => {
    for (const merge of [doors['the practice']!, doors['Patient.link through FHIR']!]) {
      const [one, two] = await twice();
      const both = await Promise.all([merge(one, two), merge(two, one)]);
      assert.deepEqual(both.map((done) => done.ok).toSorted(), [false, true]);
      const lost = both.find((done) => !done.ok);
      assert.ok(lost && !lost.ok && lost.problem.kind === 'conflict', JSON.stringify(lost));
    }
  });

  it('is refused for two who each have a BSN, without the document, of one record with itself, and in a chain', async () => {
    const [one, two] = [await accepted(), await accepted()];
    const first = await engine.mergeRecords(ground, nurse, { ends: one, goesOn: two, checked: true }, DOOR);
    assert.ok(!first.ok && first.problem.kind === 'conflict');
    const [three, four] = await twice();
    const unchecked = await engine.mergeRecords(ground, nurse, { ends: three, goesOn: four, checked: false }, DOOR);
    assert.ok(!unchecked.ok && unchecked.problem.kind === 'unprocessable');
    assert.ok(!(await engine.mergeRecords(ground, nurse, { ends: three, goesOn: three, checked: true }, DOOR)).ok);
    value(await engine.mergeRecords(ground, nurse, { ends: four, goesOn: three, checked: true }, DOOR));
    const five = await accepted({ bsn: undefined as never });
    const chain = await engine.mergeRecords(ground, nurse, { ends: three, goesOn: five, checked: true }, DOOR);
    assert.ok(!chain.ok && chain.problem.kind === 'conflict');
  });

  it('is for who belongs to both, and looks absent to others', async () => {
    const [one, two] = await twice();
    for (const actor of [otherNurse, coach, residentActor(one.resident)]) {
      const done = await engine.mergeRecords(ground, actor, { ends: one, goesOn: two, checked: true }, DOOR);
      assert.ok(!done.ok && done.problem.kind === 'absent', actor.name);
    }
  });
});
