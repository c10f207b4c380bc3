import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  asLocalDate as d,
  dutchHolidays,
  easter,
  HOLIDAY_RULES,
  holidayCalendar,
  isHolidayRule,
  weekday,
} from './index.ts';

describe('Dutch holidays', () => {
  it('are those of the calendar on the wall in 2027', () => {
    assert.deepEqual(dutchHolidays(2027, HOLIDAY_RULES), [
      '2027-01-01',
      '2027-03-26',
      '2027-03-29',
      '2027-04-27',
      '2027-05-06',
      '2027-05-17',
      '2027-12-25',
      '2027-12-26',
    ]);
  });

  it('put Easter on the Sunday the church does', () => {
    // Published dates; 2008 and 2038 are the earliest and latest of living memory, 1954 and 1981 the exceptions of Gauss.
    const published =
      '1954-04-18 1981-04-19 2000-04-23 2008-03-23 2019-04-21 2024-03-31 2026-04-05 2027-03-28 2028-04-16';
    for (const date of [...published.split(' '), '2038-04-25', '2049-04-18']) {
      assert.equal(easter(Number(date.slice(0, 4))), date);
    }
    for (let year = 1950; year < 2150; year++) assert.equal(weekday(easter(year)), 0);
  });

  it("hold King's Day a day early when the 27th is a Sunday", () => {
    assert.deepEqual(dutchHolidays(2025, ['kings-day']), ['2025-04-26']);
    assert.deepEqual(dutchHolidays(2031, ['kings-day']), ['2031-04-26']);
    assert.deepEqual(dutchHolidays(2026, ['kings-day']), ['2026-04-27']);
  });

  it('give Liberation Day off once in five years, or every year where the region says so', () => {
    assert.deepEqual(dutchHolidays(2029, ['liberation-day']), []);
    assert.deepEqual(dutchHolidays(2030, ['liberation-day']), ['2030-05-05']);
    assert.deepEqual(dutchHolidays(2029, [{ rule: 'liberation-day', everyYears: 5 }]), []);
    assert.deepEqual(dutchHolidays(2029, [{ rule: 'liberation-day' }]), ['2029-05-05']);
  });

  it('list a day once when two holidays fall together', () => {
    // Ascension Day of 2005 was 5 May.
    assert.deepEqual(dutchHolidays(2005, ['ascension', { rule: 'liberation-day' }]), ['2005-05-05']);
  });

  it('are known for every year, with the free days a region adds', () => {
    const calendar = holidayCalendar(['christmas'], [d('2026-11-23')]);
    assert.ok(calendar.has(d('2026-12-25')) && calendar.has(d('2040-12-25')) && calendar.has(d('2026-11-23')));
    assert.ok(!calendar.has(d('2026-12-26')) && !calendar.has(d('2027-11-23')));
  });

  it('have names that content can be checked against', () => {
    assert.ok(isHolidayRule('whit-monday'));
    assert.ok(!isHolidayRule('toString') && !isHolidayRule('carnival'));
  });
});
