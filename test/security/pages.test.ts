import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { directoryRoom } from '../../src/directory/index.ts';
import { oversightRoom } from '../../src/oversight/index.ts';
import { peopleRoom, practiceCoachRoom } from '../../src/pathways/index.ts';
import { regionRoom } from '../../src/region/index.ts';
import { buildHouse, type House } from './house.ts';
import { walkForms } from './walk-forms.ts';
import { walkPages } from './walk-pages.ts';

let house: House;
before(async () => {
  house = await buildHouse((parts) => [
    practiceCoachRoom(parts),
    peopleRoom(parts),
    oversightRoom(parts),
    directoryRoom(parts, parts.definitions.region),
    regionRoom(parts, parts.definitions.region),
  ]);
});
after(() => house.stop());

describe('everybody of the demo, at every page', () => {
  it('opens what is theirs, and sees of the rest the page of what never was', async () => {
    assert.deepEqual(await walkPages(house), []);
  });
  it('writes nothing by a form that is not theirs, filled in or not', async () => {
    assert.deepEqual(await walkForms(house), []);
  });
});
