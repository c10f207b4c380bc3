import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Indicator } from '../../../content/index.ts';
import type { Figure } from '../../model/figure.ts';
import { placeOf, standsOut } from './notable.ts';
import { courseOf } from './targets.tsx';

const indicator = (id: string, more: Partial<Indicator> = {}): Indicator => ({
  id,
  title: id,
  definition: id,
  why: id,
  unit: 'percent',
  decimals: 0,
  polarity: 'less-is-better',
  series: [{ id: 'counts', name: 'Counts', definition: 'x', kind: 'count', source: 'x', date: '2021-01-01' }],
  ...more,
});
const figure = (id: string, value: number, interval?: readonly [number, number]): Figure => ({
  ...{ indicator: id, area: 'here', series: 'counts', year: 2021, sex: 'all', age: 'all', value },
  lower: interval?.[0] ?? null,
  upper: interval?.[1] ?? null,
});
const row = (about: Indicator, own: Figure, whole?: Figure) => ({ indicator: about, own, whole, trend: undefined });

describe('what stands out on the sheet of a municipality', () => {
  const among = (above: number, below: number, of = 14) => ({ indicator: 'old', above, below, of });
  const old = row(indicator('old'), figure('old', 44), figure('old', 36));

  it('of what was counted whole, is among the two highest or lowest of all', () => {
    assert.deepEqual(standsOut([old], [among(0, 13)], 'Twente', 'nl'), [
      'old: 44%. Dat is het hoogst van de 14 gemeenten (Twente: 36%).',
    ]);
    assert.deepEqual([among(1, 12), among(2, 11), among(11, 2), among(12, 1), among(13, 0)].map(placeOf), [
      'high',
      undefined,
      undefined,
      'low',
      'lowest',
    ]);
    assert.deepEqual(standsOut([old], [among(0, 3, 4)], 'Twente', 'nl'), [], 'of four, the highest says nothing');
  });

  it('never is a number of people: there are most where most live', () => {
    const people = row(indicator('old', { unit: 'people' }), figure('old', 5000), figure('old', 130_000));
    assert.deepEqual(standsOut([people], [among(0, 13)], 'Twente', 'nl'), []);
  });

  it('of a sample, is only what differs more than chance can give, though it be the highest', () => {
    const survey = indicator('old', {
      series: [{ id: 'counts', name: 'Asked', definition: 'x', kind: 'survey', source: 'x', date: '2021-01-01' }],
    });
    const far = row(survey, figure('old', 44, [40, 48]), figure('old', 36));
    assert.deepEqual(standsOut([far], [among(0, 13)], 'Twente', 'nl'), [
      'old: 44%. Dat is minder goed dan in Twente (36%).',
    ]);
    const near = row(survey, figure('old', 44, [30, 58]), figure('old', 36));
    assert.deepEqual(standsOut([near], [among(0, 13)], 'Twente', 'nl'), []);
    const without = row(survey, figure('old', 44), figure('old', 36));
    assert.deepEqual(standsOut([without], [among(0, 13)], 'Twente', 'nl'), [], 'without an interval nobody can tell');
  });
});

describe('a target', () => {
  const target = { value: 17, text: 'Lower than 17%', source: 'x' };
  const less = indicator('poor', { target });

  it('is reached, or not yet, or cannot be told from chance', () => {
    assert.equal(courseOf(less, figure('poor', 17)), 'on');
    assert.equal(courseOf(less, figure('poor', 19)), 'off');
    assert.equal(courseOf(less, figure('poor', 18, [16.5, 19.5])), 'unsure');
    assert.equal(courseOf(less, figure('poor', 19, [17.5, 20.5])), 'off');
    assert.equal(courseOf(indicator('poor'), figure('poor', 19)), 'unsure', 'without a target');
  });

  it('that is not reached is on its way or not, as the last five years go', () => {
    assert.equal(courseOf(less, figure('poor', 19), 'falling'), 'towards');
    assert.equal(courseOf(less, figure('poor', 19), 'rising'), 'away');
    assert.equal(courseOf(less, figure('poor', 19), 'none'), 'off');
    const more = indicator('sport', { target: { ...target, value: 60 }, polarity: 'more-is-better' });
    assert.equal(courseOf(more, figure('sport', 52), 'rising'), 'towards');
    assert.equal(courseOf(more, figure('sport', 61), 'falling'), 'on');
  });
});
