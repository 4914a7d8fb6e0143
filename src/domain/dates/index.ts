export { daysInMonth, fullYear, isIsoDate, isoDate, type IsoDate } from './calendar.ts';
export type { DayOrder, Reading } from './day.ts';
export { formatDate, type FormatOptions } from './format.ts';
export { parseDate, type DateReading, type ParsedDate } from './parse.ts';
