export { type Clock, type FixedClock, fixedClock, offsetClock, systemClock } from './clock.ts';
export { type Clockwork, type ClockworkInput, dueWithPauses, type Pause } from './clockwork.ts';
export {
  dutchHolidays,
  easter,
  HOLIDAY_RULES,
  type HolidayChoice,
  type HolidayRule,
  type Holidays,
  holidayCalendar,
  isHolidayRule,
} from './holidays.ts';
export {
  addDays,
  addMonths,
  ageOn,
  asLocalDate,
  daysBetween,
  type LocalDate,
  parseLocalDate,
  weekday,
  yearOf,
} from './local-date.ts';
export { endOfLocalDay, localDate, localInstant, localTime, startOfLocalDay, TIME_ZONE } from './local-day.ts';
export { addTerm, dueDate, type NormUnit, type Term } from './norm.ts';
export { addWorkingDays, isWorkingDay, workingDayFrom, workingDaysIn } from './working-days.ts';
