import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadRegion, type Region } from './index.ts';

const ROOT = join(import.meta.dirname, '../..');
const DATA = join(ROOT, '../shared/data');
const skip = existsSync(DATA) ? false : 'the reference data (../shared/data) are not on this machine';

describe('the figures of the region', () => {
  it('are those of Statistics Netherlands for every municipality, age group and sex', { skip }, () => {
    const { municipalities, population } = twente();
    const rows = csv('population-municipality-2021.csv').map(([name, group, men, women]) => {
      const id = municipalities.find((one) => one.name === name)?.id;
      const ours = population.municipalities.find(({ municipality }) => municipality === id);
      const index = population.ageGroups.indexOf(group ?? '');
      assert.deepEqual([ours?.men[index], ours?.women[index]], [Number(men), Number(women)], `${name} ${group}`);
      return name;
    });
    assert.equal(rows.length, population.municipalities.length * population.ageGroups.length);
  });

  it('are those of Statistics Netherlands for every postcode, age group and sex', { skip }, () => {
    const { population, populationByPostcode } = twente();
    const rows = csv('population-pc4-2021.csv');
    const ours = new Map(populationByPostcode?.map((one) => [one.code, one]));
    for (const [code = '', , , group = '', men, women] of rows) {
      const index = population.ageGroups.indexOf(group);
      const found = ours.get(code);
      assert.deepEqual([found?.men[index], found?.women[index]], [Number(men), Number(women)], `${code} ${group}`);
    }
    assert.equal(rows.length, ours.size * population.ageGroups.length);
  });

  it('are those of Statistics Netherlands for every postcode', { skip }, () => {
    const { municipalities, postcodes } = twente();
    const rows = csv('pc4-centroid.csv');
    assert.equal(rows.length, postcodes.length);
    for (const [code, name, place, lon, lat, km2, residents] of rows) {
      assert.deepEqual(
        postcodes.find((one) => one.code === code),
        {
          code,
          municipality: municipalities.find((one) => one.name === name)?.id,
          place,
          lat: Number(lat),
          lon: Number(lon),
          km2: Number(km2),
          residents: Number(residents),
        },
      );
    }
  });
});

function twente(): Region {
  const loaded = loadRegion(join(ROOT, 'region/twente'));
  assert.ok(loaded.ok);
  return loaded.region;
}

function csv(file: string): readonly (readonly string[])[] {
  const [, ...lines] = readFileSync(join(DATA, file), 'utf8').trim().split('\n');
  return lines.map((line) => line.trim().split(','));
}
