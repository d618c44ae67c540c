export {
  type CalendarDefinition,
  checkCalendarDefinition,
  checkSpans,
  checkWeekday,
} from "./calendar-definition.js";
export {
  type CivilDate,
  FIRST_DAY,
  isCivilDate,
  LAST_DAY,
  readEpochDay,
  toCivilDate,
  toEpochDay,
} from "./civil-date.js";
export { checkCivilDate, checkSpan, type DateSpan } from "./date-span.js";
export { daysBetween, monthsBetween, yearsBetween } from "./difference.js";
export {
  addDays,
  addDuration,
  addMonths,
  addYears,
  checkDuration,
  type Duration,
  shiftDay,
  shiftDayWithin,
  shiftMonths,
  subtractDuration,
} from "./duration.js";
export {
  type ClockChangePolicy,
  type ClockTime,
  civilTimeAt,
  instantAt,
  isClockTime,
  isWithinDeadline,
  isZone,
  type LocalTime,
} from "./instant.js";
export {
  type IsoWeek,
  type IsoWeekText,
  isoWeekOf,
  isoWeekOfDay,
  isoWeekStart,
  isoWeekStartDay,
  isoWeeksTouched,
  readIsoWeek,
  toIsoWeek,
  toIsoWeekText,
} from "./iso-week.js";
export { FIRST_EPOCH_DAY, isEpochDay, LAST_EPOCH_DAY } from "./month-table.js";
export { periodBeside, periodContaining } from "./period.js";
export { type PeriodDays, periodDays, periodDaysBeside } from "./period-days.js";
export {
  checkPeriodDefinition,
  type FiscalPeriods,
  type OwnPeriods,
  type Period,
  type PeriodDefinition,
  type PeriodKind,
} from "./period-definition.js";
export { readInstant, writeInstant } from "./read-instant.js";
export { requireCalendar } from "./require-calendar.js";
export {
  ROLL_CONVENTIONS,
  type RollConvention,
  rollDay,
  rollToWorkingDay,
} from "./roll-to-working-day.js";
export { rollingWindow } from "./rolling-window.js";
export { WEEKDAYS, type Weekday, weekdayIndex, weekdayNumber, weekdayOf } from "./weekday.js";
export {
  deadlineAfterWeek,
  type WeeklyDeadline,
  type WeeklyDeadlineRule,
  weeklyDeadlines,
} from "./weekly-deadlines.js";
export { compileCalendar, type WorkingCalendar, withAbsences } from "./working-calendar.js";
export {
  addWorkingDays,
  countWorkingDays,
  covers,
  coversDay,
  isWorked,
  isWorkingDay,
  shiftWorkingDays,
  workingDaysBetween,
} from "./working-days.js";
