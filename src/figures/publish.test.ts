import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Group, publishNested, publishSets } from './publish.ts';

describe('figures that are published', () => {
  it('show nothing of fewer than ten people', () => {
    assert.deepEqual(publishNested([9, 3, 0]), [null, null, null]);
  });

  it('are rounded to five', () => {
    assert.deepEqual(publishNested([63, 41, 22]), [65, 40, 20]);
  });

  it('hide what would tell of a small group by taking one from the other', () => {
    assert.deepEqual(publishNested([25, 22, 12]), [25, null, 10]);
  });

  it('never let anyone learn that a group of one to nine people is there', () => {
    const nested = fc
      .array(fc.nat(500), { minLength: 1, maxLength: 6 })
      .map((counts) => counts.toSorted((a, b) => b - a));
    fc.assert(
      fc.property(nested, (counts) => {
        const shown = publishNested(counts);
        const kept = counts.filter((_, index) => shown[index] !== null);
        assert.ok(kept.every((count) => count >= 10));
        assert.ok(shown.every((value) => value === null || value % 5 === 0));
        for (const [index, count] of kept.entries()) {
          const gap = index === 0 ? 0 : kept[index - 1]! - count;
          assert.ok(gap === 0 || gap >= 10);
        }
      }),
    );
  });
});

describe('figures of several sets of the same people', () => {
  const groupsOf = (people: readonly number[]): readonly Group[] =>
    people.map((count, sets) => ({ sets, people: count }));

  it('are shown from ten on, rounded to five', () => {
    assert.deepEqual(
      publishSets(
        [
          { sets: 0b11, people: 12 },
          { sets: 0b01, people: 31 },
        ],
        2,
      ),
      [45, 10],
    );
  });

  it('hide a set that, taken from another, would leave a small group; and one of two sides that add up', () => {
    assert.deepEqual(
      publishSets(
        [
          { sets: 0b11, people: 22 },
          { sets: 0b01, people: 3 },
        ],
        2,
      ),
      [25, null],
    );
    // 40 referred: 28 said yes to, 12 said no to. Of 40, 28 and 4 the four that nobody answered would come out.
    assert.deepEqual(
      publishSets(
        [
          { sets: 0b011, people: 28 },
          { sets: 0b101, people: 12 },
        ],
        3,
      ),
      [40, 30, 10],
    );
    assert.deepEqual(
      publishSets(
        [
          { sets: 0b011, people: 24 },
          { sets: 0b101, people: 12 },
          { sets: 0b001, people: 4 },
        ],
        3,
      ),
      [40, 25, null],
    );
  });

  it('never let anyone work out a group of one to nine people, however they add and take away', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 16, maxLength: 16 }), (people) => {
        const groups = groupsOf(people);
        const shown = publishSets(groups, 4);
        assert.ok(shown.every((value) => value === null || (value >= 10 && value % 5 === 0)));
        const kept = [0, 1, 2, 3].filter((index) => shown[index] !== null);
        // Every group that the shown sets tell apart: in these of them, and in none of the others.
        for (let pattern = 1; pattern < 1 << kept.length; pattern++) {
          const inside = groups
            .filter(({ sets }) => kept.every((index, bit) => ((sets >> index) & 1) === ((pattern >> bit) & 1)))
            .reduce((sum, group) => sum + group.people, 0);
          assert.ok(inside === 0 || inside >= 10, `${inside} people would come out`);
        }
      }),
    );
  });
});
