import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { testGround } from '../../../test/support/ground.ts';
import { shippedRegion } from '../../../test/support/pathways.ts';
import type { Ground } from '../../platform/index.ts';
import { seedDirectory } from '../index.ts';
import { createSearch, NO_FILTERS, type Search, type SearchAsk } from './search.ts';
import { SEARCH_QUESTIONS } from './search-questions.fixture.ts';

let ground: Ground;
let stop: () => Promise<void>;
let search: Search;
const region = shippedRegion();

before(async () => {
  ({ ground, stop } = await testGround({ at: '2026-11-26T09:00:00Z' }));
  await seedDirectory(ground, region);
  search = createSearch(ground, region);
});
after(() => stop());

const find = (words: string, more: Partial<SearchAsk> = {}) =>
  search.find({ words, place: '', filters: NO_FILTERS, count: 20, ...more });

describe('the sixty questions of people who look for help', () => {
  it('are answered in the first three for at least 57', async (test) => {
    const missed: string[] = [];
    for (const { words, place = '', services, need } of SEARCH_QUESTIONS) {
      const { found } = await find(words, { place, count: 3 });
      const hit = found.some(
        ({ service }) => services?.includes(service.id) || (need && service.needs.slice(0, 2).includes(need)),
      );
      if (!hit)
        missed.push(`"${words}" (${place}) gave ${found.map(({ service }) => service.id).join(', ') || 'nothing'}`);
    }
    test.diagnostic(
      `${SEARCH_QUESTIONS.length - missed.length} of ${SEARCH_QUESTIONS.length} answered in the first three`,
    );
    for (const one of missed) test.diagnostic(`missed: ${one}`);
    assert.equal(SEARCH_QUESTIONS.length, 60);
    assert.ok(SEARCH_QUESTIONS.length - missed.length >= 57, missed.join('\n'));
  });
});
