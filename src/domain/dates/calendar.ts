/** A day of the Gregorian calendar as ISO 8601 text, `2013-03-15`. Such texts sort as the days do. */
export type IsoDate = string;

/** Interviews of other centuries than these are slips of the keyboard. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

/** Two digits from here on are 19xx, below it 20xx. */
const FIRST_SHORT_YEAR = 70;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `13` is 2013, `87` is 1987, four digits are themselves. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < FIRST_SHORT_YEAR ? 2000 + year : 1900 + year;
}

/** The days of a month (1 to 12), or 0 where there is no such month. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

/** null where the calendar (or the range of years this program takes) has no such day. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether the text is a day in the one form the database holds. */
export function isIsoDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && isoDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}
