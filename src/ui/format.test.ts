import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  daysBetween,
  formatDate,
  formatDateTime,
  formatDistance,
  formatMoney,
  formatNumber,
  formatTime,
  ordinal,
  plural,
} from './format.ts';

// Intl writes figures apart with a no-break space; people read it as a space.
const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

describe('dates, numbers and money read as people here say them', () => {
  it('a day is written in full, short or with its weekday', () => {
    assert.equal(formatDate('2026-03-09', 'long', 'nl'), '9 maart 2026');
    assert.equal(formatDate('2026-03-09', 'day', 'nl'), '9 maart');
    assert.equal(formatDate('2026-03-12', 'weekday', 'nl'), 'donderdag 12 maart');
    assert.equal(formatDate('2026-03-09', 'short', 'nl'), 'ma 9 mrt');
    assert.equal(formatDate('2026-03-09', 'numeric', 'nl'), '09-03-2026');
    assert.equal(formatDate('2026-03-09', 'month', 'nl'), 'maart 2026');
    assert.equal(formatDate('2026-03-09', 'long', 'en'), '9 March 2026');
    assert.equal(formatDate('2026-03-12', 'weekday', 'en'), 'Thursday 12 March');
    assert.equal(formatDate('2026-03-09', 'short', 'en'), 'Mon 9 Mar');
    assert.equal(formatDate('2026-03-09', 'numeric', 'en'), '09/03/2026');
  });

  it('a moment just before midnight in London is the next day here, in English too', () => {
    assert.equal(formatDate('2026-07-01T22:30:00Z', 'day', 'nl'), '2 juli');
    assert.equal(formatDateTime('2026-07-01T22:30:00Z', 'long', 'nl'), '2 juli 2026 om 00:30');
    assert.equal(formatDateTime('2026-07-01T22:30:00Z', 'long', 'en'), '2 July 2026 at 00:30');
  });

  it('the clock follows summer and winter time', () => {
    assert.equal(formatTime('2026-01-15T09:05:00Z', 'nl'), '10:05');
    assert.equal(formatTime('2026-07-15T09:05:00Z', 'en'), '11:05');
    assert.equal(formatDateTime(new Date('2026-03-09T09:05:00Z'), 'short', 'nl'), 'ma 9 mrt, 10:05');
  });

  it('what is no date is refused rather than written as "Invalid Date"', () => {
    assert.throws(() => formatDate('morgen', 'long', 'nl'), RangeError);
  });

  it('a local date does not shift, whatever the time zone of the machine', () => {
    assert.equal(formatDate('2026-10-25', 'day', 'nl'), '25 oktober');
    assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2);
    assert.equal(daysBetween('2026-03-30', '2026-03-28'), -2);
  });

  it('distances are rounded as one walks them', () => {
    assert.equal(formatDistance(12, 'nl'), '50 m');
    assert.equal(formatDistance(612, 'nl'), '600 m');
    assert.equal(formatDistance(980, 'nl'), '1 km');
    assert.equal(formatDistance(1240, 'nl'), '1,2 km');
    assert.equal(formatDistance(1240, 'en'), '1.2 km');
    assert.equal(formatDistance(13_600, 'nl'), '14 km');
  });

  it('money is in euros, and what costs nothing is free', () => {
    assert.equal(plain(formatMoney(2.5, 'nl')), '€ 2,50');
    assert.equal(plain(formatMoney(1234, 'nl')), '€ 1.234');
    assert.equal(plain(formatMoney(2.5, 'en')), '€2.50');
    assert.equal(plain(formatMoney(1234, 'en')), '€1,234');
    assert.equal(formatMoney(0, 'nl'), 'gratis');
    assert.equal(formatMoney(0, 'en'), 'free');
  });

  it('one day, two days, many thousands', () => {
    assert.equal(plural(1, 'dag', 'dagen'), '1 dag');
    assert.equal(plural(0, 'dag', 'dagen'), '0 dagen');
    assert.equal(plural(1200, 'inwoner', 'inwoners'), '1.200 inwoners');
    assert.equal(plural(1, 'day', 'days', 'en'), '1 day');
    assert.equal(plural(1200, 'resident', 'residents', 'en'), '1,200 residents');
    assert.equal(formatNumber(7.25, 1, 'nl'), '7,3');
    assert.equal(formatNumber(7.25, 1, 'en'), '7.3');
  });

  it('first, second, third', () => {
    assert.deepEqual(
      [1, 2, 3].map((place) => ordinal(place)),
      ['1e', '2e', '3e'],
    );
    assert.deepEqual(
      [1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map((place) => ordinal(place, 'en')),
      ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '103rd', '111th'],
    );
  });
});

describe('whatever is written, both languages say the same', () => {
  const languages = ['nl', 'en'] as const;
  const moments = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
  const figures = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

  it('a date has the same day and year', () => {
    fc.assert(
      fc.property(moments, (at) => {
        const [dutch = '', english = ''] = languages.map((language) => formatDate(at, 'long', language));
        assert.deepEqual(figures(dutch), figures(english));
        assert.equal(figures(dutch).length, 2);
      }),
    );
  });

  it('a moment has the same clock, of 24 hours', () => {
    fc.assert(
      fc.property(moments, (at) => {
        assert.equal(formatTime(at, 'nl'), formatTime(at, 'en'));
        assert.match(formatTime(at, 'en'), /^([01]\d|2[0-3]):[0-5]\d$/);
      }),
    );
  });

  it('a number reads back as what it was, with the mark of its language', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
        const value = cents / 100;
        const dutch = formatNumber(value, 2, 'nl').replaceAll('.', '').replace(',', '.');
        const english = formatNumber(value, 2, 'en').replaceAll(',', '');
        assert.equal(Number(dutch.replace('−', '-')), value);
        assert.equal(Number(english.replace('−', '-')), value);
      }),
    );
  });

  it('only one is one', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...languages), (count, language) => {
        assert.equal(plural(count, 'one', 'many', language).endsWith(' one'), count === 1);
      }),
    );
  });

  it('an amount or a distance is never empty, and has its unit', () => {
    fc.assert(
      fc.property(fc.nat(500_000), fc.constantFrom(...languages), (much, language) => {
        assert.match(formatDistance(much, language), /^[\d.,]+ k?m$/);
        assert.match(formatMoney(much / 4, language), much === 0 ? /^(gratis|free)$/ : /^€/);
      }),
    );
  });
});
