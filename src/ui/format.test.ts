import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  daysBetween,
  formatDate,
  formatDateTime,
  formatDistance,
  formatMoney,
  formatNumber,
  formatTime,
  plural,
} from './format.ts';

// Intl writes figures apart with a no-break space; people read it as a space.
const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

describe('dates, numbers and money read as people here say them', () => {
  it('a day is written in full, short or with its weekday', () => {
    assert.equal(formatDate('2026-03-09'), '9 maart 2026');
    assert.equal(formatDate('2026-03-09', 'day'), '9 maart');
    assert.equal(formatDate('2026-03-12', 'weekday'), 'donderdag 12 maart');
    assert.equal(formatDate('2026-03-09', 'short'), 'ma 9 mrt');
    assert.equal(formatDate('2026-03-09', 'numeric'), '09-03-2026');
    assert.equal(formatDate('2026-03-09', 'month'), 'maart 2026');
  });

  it('a moment just before midnight in London is the next day here', () => {
    assert.equal(formatDate('2026-07-01T22:30:00Z', 'day'), '2 juli');
    assert.equal(formatDateTime('2026-07-01T22:30:00Z'), '2 juli 2026 om 00:30');
  });

  it('the clock follows summer and winter time', () => {
    assert.equal(formatTime('2026-01-15T09:05:00Z'), '10:05');
    assert.equal(formatTime('2026-07-15T09:05:00Z'), '11:05');
    assert.equal(formatDateTime(new Date('2026-03-09T09:05:00Z'), 'short'), 'ma 9 mrt, 10:05');
  });

  it('what is no date is refused rather than written as "Invalid Date"', () => {
    assert.throws(() => formatDate('morgen'), RangeError);
  });

  it('a local date does not shift, whatever the time zone of the machine', () => {
    assert.equal(formatDate('2026-10-25', 'day'), '25 oktober');
    assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2);
    assert.equal(daysBetween('2026-03-30', '2026-03-28'), -2);
  });

  it('distances are rounded as one walks them', () => {
    assert.equal(formatDistance(12), '50 m');
    assert.equal(formatDistance(612), '600 m');
    assert.equal(formatDistance(980), '1 km');
    assert.equal(formatDistance(1240), '1,2 km');
    assert.equal(formatDistance(13_600), '14 km');
  });

  it('money is in euros, and what costs nothing is free', () => {
    assert.equal(plain(formatMoney(2.5)), '€ 2,50');
    assert.equal(plain(formatMoney(1234)), '€ 1.234');
    assert.equal(formatMoney(0), 'gratis');
    assert.equal(formatMoney(0, 'en'), 'free');
  });

  it('one day, two days, many thousands', () => {
    assert.equal(plural(1, 'dag', 'dagen'), '1 dag');
    assert.equal(plural(0, 'dag', 'dagen'), '0 dagen');
    assert.equal(plural(1200, 'inwoner', 'inwoners'), '1.200 inwoners');
    assert.equal(formatNumber(7.25, 1), '7,3');
  });
});
