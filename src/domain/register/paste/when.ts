import { parseDate, type DayOrder, type ParsedDate } from '../../dates/index.ts';
import type { DateReason, DoubtReason, SettledOrder } from './types.ts';

const NUMERIC = String.raw`\d{1,2} ?[.,/-] ?\d{1,2} ?[.,/-] ?(?:\d{4}|\d{2})`;
const ISO = String.raw`\d{4}([-./])\d{1,2}\1\d{1,2}`.replaceAll('\\1', '[-./]');
const NAMED = String.raw`\d{1,2}(?:st|nd|rd|th|er)?\.?[ -]?(?:of |de )?\p{L}{3,10}\.?,?[ -]?(?:de )?(?:\d{4}|'?\d{2})`;
const MONTH_FIRST = String.raw`\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?(?: ?[-–—] ?\d{1,2})?,? \d{4}`;
const DAY = `(?:${[ISO, NUMERIC, NAMED, MONTH_FIRST].join('|')})`;
const BETWEEN = String.raw`(?: ?[-–—] ?| (?:to|until|au|al) )`;
const PART = String.raw`(?:\d{1,2}(?:[./]\d{1,2})?\.?|\d{1,2} \p{L}{3,10})`;
const SPAN = new RegExp(
  String.raw`(?<![\p{L}\d.,/-])(?:(?:${DAY}|${PART})${BETWEEN})?${DAY}(?![\d/])`,
  'giu',
);
const ONE = new RegExp(String.raw`(?<![\p{L}\d])${DAY}(?![\d/])`, 'giu');

export interface FoundDate {
  /** Code units of the line, half open. */
  start: number;
  end: number;
  text: string;
  /** The dates and ranges that stand there; more than one are not all of them the interview's. */
  dates: string[];
}

const isDate = (text: string): boolean => {
  const parsed = parseDate(text, { order: 'day' });
  return parsed.kind !== 'unknown' || parsed.reason !== 'not-a-date';
};

interface Found {
  start: number;
  end: number;
}

function matches(line: string, pattern: RegExp): Found[] {
  return [...line.matchAll(pattern)].flatMap(({ index, 0: text }) => {
    if (isDate(text)) return [{ start: index, end: index + text.length }];
    if (pattern === ONE) return [];
    // What looked like a range was a number before a date.
    return matches(text, ONE).map((d) => ({ start: index + d.start, end: index + d.end }));
  });
}

function depthAt(line: string, end: number): number {
  let depth = 0;
  for (const c of line.slice(0, end)) depth += c === '(' ? 1 : c === ')' ? -1 : 0;
  return depth;
}

/** The date or range in a line. Where there are several, all of what lies between the first and the last. */
export function findDate(line: string): FoundDate | null {
  if (!/\d/.test(line)) return null;
  const all = matches(line, SPAN);
  const outside = all.filter((d) => depthAt(line, d.start) <= 0);
  const dates = outside.length > 0 ? outside : all;
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return null;
  const { start } = first;
  return {
    start,
    end: last.end,
    text: line.slice(start, last.end),
    dates: dates.map((d) => line.slice(d.start, d.end)),
  };
}

/** A line that holds the second part of a date the line above began: `25.4.13` below `22.4.13-`, `2013` below `3 May`. */
export function restOfDate(above: string, below: string): { text: string; after: string } | null {
  const head = /(?:^|\s)(\S*\d\S*(?: \p{L}{3,10}\.?)?(?: ?[-–—]| to)?)\s*$/iu.exec(above)?.[1];
  if (head === undefined) return null;
  const rest = /^\s*([-–—]? ?(?:\d{4}(?![-./]\d)|\S*\d\S*(?: \p{L}{3,10}\.? \d{4})?))(.*)$/u.exec(
    below,
  );
  const [, text = '', after = ''] = rest ?? [];
  if (
    text === '' ||
    !isDate(`${head}${/\d{4}$/.test(text) && /\p{L}/u.test(head) ? ' ' : ''}${text}`)
  )
    return null;
  const isBegun = /[-–—]$| to$/.test(head) || /^[-–—]/.test(text) || !isDate(head);
  return isBegun ? { text, after } : null;
}

export interface DateRead {
  date: string | null;
  endDate: string | null;
  reason: DateReason | null;
  doubt: {
    reason: DoubtReason;
    reading: string;
    alternatives: string[];
    isOpen: boolean;
  } | null;
}

const spanOf = (r: { date: string; end?: string }): string =>
  r.end === undefined ? r.date : `${r.date}/${r.end}`;

/** The two ways to take a date's numbers. */
export interface BothWays {
  text: string;
  day: ParsedDate;
  month: ParsedDate;
}

export const bothWays = (text: string): BothWays => ({
  text,
  day: parseDate(text, { order: 'day' }),
  month: parseDate(text, { order: 'month' }),
});

/** Which order a date can only be read in; null where it can be read in both or says nothing of the order. */
function showsOrder({ day, month }: BothWays): DayOrder | null {
  if (day.kind !== 'date' || month.kind !== 'date') return null;
  if (spanOf(day) !== spanOf(month) || day.reading !== month.reading) return null;
  if (day.reading === 'day-first') return 'day';
  return day.reading === 'month-first' ? 'month' : null;
}

/** `both`: some dates of the list can only be read day first, others only month first. */
export type Shown = SettledOrder | 'both' | null;

/** The order the dates of a list show; the first date that shows it is the witness. */
export function settleOrder(dates: readonly { line: number; both: BothWays }[]): Shown {
  const shown = dates.flatMap(({ line, both }) => {
    const order = showsOrder(both);
    return order === null ? [] : [{ order, line, text: both.text }];
  });
  const [first] = shown;
  if (!first) return null;
  return shown.every((s) => s.order === first.order) ? first : 'both';
}

const none = (reason: DoubtReason, alternatives: string[] = []): DateRead => ({
  date: null,
  endDate: null,
  reason: null,
  doubt: { reason, reading: '', alternatives, isOpen: true },
});

/** Reads one date: by the order given, by the order the list shows, or as a doubt with both readings. */
export function readWhen(both: BothWays, order: DayOrder | null, shown: Shown): DateRead {
  const { text, day, month } = both;
  const settled = order ?? (shown === 'both' ? null : shown?.order) ?? null;
  const parsed = settled === 'month' ? month : day;
  if (parsed.kind !== 'date') return whyNot(text, parsed);
  const read = { date: parsed.date, endDate: parsed.end ?? null, doubt: null };
  if (month.kind !== 'date' || day.kind !== 'date' || spanOf(day) === spanOf(month))
    return { ...read, reason: 'only-way' };
  if (settled !== null) return { ...read, reason: order === null ? 'list-settles' : 'order-given' };
  const readings = [spanOf(day), spanOf(month)];
  if (shown === 'both' || parseDate(text, { order: null }).kind !== 'date')
    return none('day-or-month', readings);
  return {
    ...read,
    reason: 'points',
    doubt: {
      reason: 'points-day-first',
      reading: spanOf(day),
      alternatives: [spanOf(month)],
      isOpen: false,
    },
  };
}

function whyNot(text: string, parsed: ParsedDate): DateRead {
  if (text === '') return none('no-date');
  const dates = findDate(text)?.dates ?? [];
  if (dates.length > 1) return none('two-dates', dates);
  return none(parsed.kind === 'unknown' ? parsed.reason : 'not-a-date');
}
