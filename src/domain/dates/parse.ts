import type { IsoDate } from './calendar.ts';
import { plainDate, readDay, type Day, type DayOrder, type Reading } from './day.ts';

/** One way to understand a text; `end` is there only for a range of several days. */
export type DateReading = { date: IsoDate; end?: IsoDate; reading: Reading };

export type ParsedDate =
  | ({ kind: 'date' } & DateReading)
  | { kind: 'doubt'; readings: DateReading[]; reason: 'day-or-month' }
  /** `not-a-day`: written as a date, but no calendar has it. `backwards`: a range that ends before it starts. */
  | { kind: 'unknown'; reason: 'not-a-date' | 'not-a-day' | 'backwards' };

type Attempt = DateReading | 'not-a-date' | 'not-a-day' | 'backwards';

/** Between the days of a range; a lone dash may also be part of a date, so every place is tried. */
const BETWEEN = / ?- ?| (?:to|until|till|au|al|a|à) |\/(?=\d{4}-)/g;
/** `May 3-5, 2013`: the one range whose year is behind both days and whose month is before them. */
const MONTH_DAYS = /^(\p{L}+)\.? (\d{1,2}) ?- ?(\d{1,2}),? (\d{4})$/u;

/** The first day of a range may leave out what the last one says: `22.-25.4.13`, `3-5 May 2013`, `30 April - 2 May 2013`. */
function firstDay(first: string, last: string, order: DayOrder): Day | null {
  const whole = readDay(first, order);
  if (whole) return whole;
  const year = /(?:\d{4}|'?\d{2})$/.exec(last)?.[0];
  if (year === undefined || /^\d{4}-/.test(last)) return null;
  const start = first.replace(/[.,]$/, '');
  if (!/^\d{1,2}$/.test(start)) return withYear(start, year, order);
  if (order === 'month' && !/\p{L}/u.test(last)) return null;
  const rest = /^\d{1,2}(.+)$/.exec(last)?.[1];
  return rest === undefined ? null : readDay(start + rest, order);
}

function withYear(start: string, year: string, order: DayOrder): Day | null {
  const separator = /\p{L}/u.test(start) ? ' ' : (/[.,/-]/.exec(start)?.[0] ?? ' ');
  return readDay(start + separator + year, order);
}

function range(first: Day | null, last: Day | null): Attempt {
  if (!first || !last) return 'not-a-date';
  if (first.date === null || last.date === null) return 'not-a-day';
  if (last.date < first.date) return 'backwards';
  const { date, reading } = first;
  return date === last.date ? { date, reading } : { date, end: last.date, reading };
}

/** The text with its numbers taken in one order. */
function attempt(text: string, order: DayOrder): Attempt {
  const one = readDay(text, order);
  if (one) return range(one, one);
  const [, month = '', from = '', to = '', year = ''] = MONTH_DAYS.exec(text) ?? [];
  if (month)
    return range(
      readDay(`${month} ${from}, ${year}`, order),
      readDay(`${month} ${to}, ${year}`, order),
    );
  const attempts = [...text.matchAll(BETWEEN)].map((between) => {
    const last = text.slice(between.index + between[0].length);
    return range(firstDay(text.slice(0, between.index), last, order), readDay(last, order));
  });
  return (
    attempts.find((a) => typeof a === 'object') ??
    attempts.find((a) => a !== 'not-a-date') ??
    'not-a-date'
  );
}

/** Whoever writes points between the numbers writes the day first; slashes and dashes say nothing. */
const isPointed = (text: string): boolean => /\d[.,]\d/.test(text) && !text.includes('/');

const result = (a: Attempt): ParsedDate =>
  typeof a === 'string' ? { kind: 'unknown', reason: a } : { kind: 'date', ...a };

/** `01/02/2013-02/01/2013` in the order given runs backwards: that is a slip, and no reason to turn the order round. */
const settles = (a: Attempt): boolean => typeof a === 'object' || a === 'backwards';

/** The one attempt that gives days; of two failures, the one that says more. */
function onlyReading(day: Attempt, month: Attempt): ParsedDate {
  if (typeof day === 'object') return result(day);
  if (typeof month === 'object') return result(month);
  return result(day === 'not-a-date' ? month : day);
}

/**
 * Reads a date or a range of dates as people write them in registers of interviews.
 *
 * Where the numbers can be taken both ways (`03/04/2013`) `order` decides; without one the answer is a doubt with both
 * readings and nothing is guessed. `15/03/2013` can only be taken one way and is taken so, whatever the order.
 * Two-digit years below 70 are 20xx. A time of day behind a date is left out.
 */
export function parseDate(text: string, { order }: { order: DayOrder | null }): ParsedDate {
  const plain = plainDate(text);
  const [day, month] = [attempt(plain, 'day'), attempt(plain, 'month')];
  const known = order ?? (isPointed(plain) ? 'day' : null);
  if (known !== null) {
    const ordered = known === 'day' ? day : month;
    return settles(ordered) ? result(ordered) : onlyReading(day, month);
  }
  if (typeof day === 'string' || typeof month === 'string') return onlyReading(day, month);
  if (day.date === month.date && day.end === month.end) return result(day);
  return { kind: 'doubt', readings: [day, month], reason: 'day-or-month' };
}
