import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadRegion, type Region } from '../../content/index.ts';
import { isBsn, loadDefinitions, validate } from '../../fhir/index.ts';
import { ageOn, asLocalDate, isResidentId } from '../../platform/index.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './names.ts';
import { patientOf } from './patient.ts';
import { adultCells, type SyntheticResident, syntheticResidents } from './residents.ts';
import { KEPT_FOR_PERSONAS, testBsns } from './test-bsn.ts';

const TODAY = asLocalDate('2026-11-23');
let region: Region;
let few: readonly SyntheticResident[];
let many: readonly SyntheticResident[];

before(() => {
  const loaded = loadRegion(fileURLToPath(new URL('../../../region/twente', import.meta.url)));
  assert.ok(loaded.ok);
  region = loaded.region;
  few = [...syntheticResidents({ count: 2000, seed: 'omzien', region, today: TODAY })];
  many = [...syntheticResidents({ count: 63_000, seed: 'omzien', region, today: TODAY })];
});

/** Pearson's chi-square of what was drawn against shares; and the value it passes once in a thousand (Wilson–Hilferty). */
function chiSquare(drawn: ReadonlyMap<string, number>, shares: ReadonlyMap<string, number>, count: number) {
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  let statistic = 0;
  for (const [key, share] of shares) {
    const expected = (share / total) * count;
    statistic += ((drawn.get(key) ?? 0) - expected) ** 2 / expected;
  }
  const degrees = shares.size - 1;
  const bound = degrees * (1 - 2 / (9 * degrees) + 3.09 * Math.sqrt(2 / (9 * degrees))) ** 3;
  return { statistic, bound };
}

function tally(keys: Iterable<readonly [string, number]>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [key, count] of keys) counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}

const ageGroup = (age: number): string => String(Math.max(18, Math.min(95, Math.floor(age / 5) * 5)));

describe('the synthetic residents of a region', () => {
  it('are spread over municipality, sex and age as the open data says, 2,000 of them and 63,000', () => {
    const cells = adultCells(region);
    for (const residents of [few, many]) {
      const views: readonly [string, ReadonlyMap<string, number>, ReadonlyMap<string, number>][] = [
        [
          'municipality',
          tally(cells.map(([cell, weight]) => [cell.municipality, weight])),
          tally(residents.map((one) => [one.municipality, 1])),
        ],
        ['sex', tally(cells.map(([cell, weight]) => [cell.sex, weight])), tally(residents.map((one) => [one.sex, 1]))],
        [
          'age',
          tally(cells.map(([cell, weight]) => [ageGroup(cell.youngest), weight])),
          tally(residents.map((one) => [ageGroup(ageOn(one.birthDate, TODAY)), 1])),
        ],
        [
          'municipality, sex and age at once',
          tally(cells.map(([cell, weight]) => [`${cell.municipality} ${cell.sex} ${ageGroup(cell.youngest)}`, weight])),
          tally(residents.map((one) => [`${one.municipality} ${one.sex} ${ageGroup(ageOn(one.birthDate, TODAY))}`, 1])),
        ],
      ];
      for (const [what, shares, drawn] of views) {
        const weights = new Map([...shares].filter(([, weight]) => weight > 0));
        const { statistic, bound } = chiSquare(drawn, weights, residents.length);
        assert.ok(
          statistic < bound,
          `${residents.length} by ${what}: ${statistic.toFixed(1)} against ${bound.toFixed(1)}`,
        );
        for (const key of drawn.keys()) assert.ok(weights.has(key), `nobody is ${key} in the open data`);
      }
    }
  });

  it('live in the postcodes of their municipality, as many as live there', () => {
    for (const residents of [few, many]) {
      for (const { id } of region.municipalities) {
        const here = residents.filter((one) => one.municipality === id);
        const shares = tally(
          region.postcodes
            .filter((one) => one.municipality === id && one.residents > 0)
            .map((one) => [one.code, one.residents]),
        );
        const drawn = tally(here.map((one) => [one.postcode.slice(0, 4), 1]));
        for (const code of drawn.keys()) assert.ok(shares.has(code));
        if (shares.size < 2) continue;
        const { statistic, bound } = chiSquare(drawn, shares, here.length);
        assert.ok(statistic < bound, `${id}, ${here.length}: ${statistic.toFixed(1)} against ${bound.toFixed(1)}`);
      }
    }
  });

  it('would be caught if they were all alike: the check itself can fail', () => {
    const shares = tally(region.municipalities.map(({ id }) => [id, 1]));
    const drawn = tally(few.map((one) => [one.municipality, 1]));
    const { statistic, bound } = chiSquare(drawn, shares, few.length);
    assert.ok(statistic > bound);
  });

  it('are 18 or over, also on their birthday', () => {
    for (const today of ['2026-11-23', '2024-02-29', '2026-03-01']) {
      const on = asLocalDate(today);
      const ages = [...syntheticResidents({ count: 5000, seed: 'leap', region, today: on })].map((one) =>
        ageOn(one.birthDate, on),
      );
      assert.ok(Math.min(...ages) >= 18 && Math.max(...ages) <= 104, `${Math.min(...ages)}–${Math.max(...ages)}`);
    }
  });

  it('are always the same: by number, whatever the count or where one begins', () => {
    const part = [...syntheticResidents({ count: 50, from: 1900, seed: 'omzien', region, today: TODAY })];
    assert.deepEqual(part, few.slice(1900, 1950));
    assert.deepEqual(many.slice(0, 2000), few);
    const others = [...syntheticResidents({ count: 50, seed: 'anders', region, today: TODAY })];
    assert.ok(others.every((one, index) => one.id !== few[index]?.id));
    assert.equal(few[0]?.id, '85e91507-6084-4b4f-bd3f-61cae25b189d');
  });

  it('each have an id of their own', () => {
    assert.ok(many.every((one) => isResidentId(one.id) && one.id[14] === '4'));
    assert.equal(new Set(many.map((one) => one.id)).size, many.length);
  });

  it('have a BSN of the test range as far as it goes, each another, and then none', () => {
    const all = testBsns();
    assert.ok(all.every((bsn) => isBsn(bsn) && bsn >= '999900000' && bsn <= '999999999'));
    assert.deepEqual(
      many.map((one) => one.bsn).filter((bsn) => bsn !== undefined),
      all.slice(KEPT_FOR_PERSONAS),
    );
    assert.ok(many.slice(all.length - KEPT_FOR_PERSONAS).every((one) => one.bsn === undefined));
  });

  it('bear names that nobody bears, and addresses, phones and mail that lead to nobody', () => {
    assert.ok(FAMILY_NAMES.length >= 140 && new Set(FAMILY_NAMES).size === FAMILY_NAMES.length);
    assert.ok(
      FAMILY_NAMES.every((name) => /Voorbeeld|Proef|Test|Demo|Fictie|Verzin|Denkbeeld|Oefen|Schijn|Model/.test(name)),
    );
    assert.ok(new Set(GIVEN_NAMES.female).size === GIVEN_NAMES.female.length);
    for (const one of few) {
      assert.match(one.phone, /^085 000 \d{4}$/);
      assert.match(one.street, /^Voorbeeldstraat \d+$/);
      assert.match(one.postcode, /^7\d{3} [A-Z]{2}$/);
      if (one.mail) assert.match(one.mail, /^[a-z.0-9-]+@example\.org$/);
    }
  });

  it('have mail less often when they are old, and mostly but not only speak Dutch', () => {
    const share = (residents: readonly SyntheticResident[]) =>
      residents.filter((one) => one.mail).length / residents.length;
    const old = many.filter((one) => ageOn(one.birthDate, TODAY) >= 85);
    const young = many.filter((one) => ageOn(one.birthDate, TODAY) < 65);
    assert.ok(share(old) < 0.5 && share(young) > 0.85);
    const dutch = many.filter((one) => one.language === 'nl').length / many.length;
    assert.ok(dutch > 0.88 && dutch < 0.94);
    assert.ok(new Set(many.map((one) => one.language)).size >= 5);
  });

  it('fit FHIR as Patients', () => {
    loadDefinitions();
    for (const one of [...few.slice(0, 200), ...many.slice(-50)]) assert.equal(validate(patientOf(one)), undefined);
  });
});
