export { daysInMonth, fullYear, isIsoDate, isoDate, type IsoDate } from './calendar.ts';
export type { DayOrder, Reading } from './day.ts';
export { formatDate, formatDay, formatMonth, weekdayNames, type FormatOptions } from './format.ts';
export {
  byDay,
  daysBetween,
  daysOf,
  isIsoMonth,
  monthAfter,
  monthOf,
  weekdayOf,
  weeksOf,
  type IsoMonth,
} from './month-grid.ts';
export { parseDate, type DateReading, type ParsedDate } from './parse.ts';
