import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Look } from '../../../read/own.ts';
import { togetherOf } from './presenter.ts';

const look = (fields: Partial<Look>): Look => ({
  id: 'x',
  at: new Date('2026-11-23T10:00:00Z'),
  person_name: 'K. Coach',
  role: 'welfare-coach',
  organisation: 'Organization/a',
  subject_type: 'Task',
  purpose: 'support-referral',
  ...fields,
});

describe('who looked', () => {
  it('is one line for one person on one day, with how often', () => {
    const rows = togetherOf([look({ id: '3' }), look({ id: '2' }), look({ id: '1' })]);
    assert.deepEqual(
      rows.map((row) => [row.id, row.more]),
      [['3', 2]],
    );
  });

  it('keeps apart another person, another thing, and the next day in Amsterdam', () => {
    const rows = togetherOf([
      look({ at: new Date('2026-11-23T23:30:00Z') }),
      look({ at: new Date('2026-11-23T22:30:00Z') }),
      look({ person_name: 'A. Ander' }),
      look({ subject_type: 'Patient' }),
    ]);
    assert.equal(rows.length, 4);
  });
});
