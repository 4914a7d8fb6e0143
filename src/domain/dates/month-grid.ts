import { daysInMonth, isoDate, type IsoDate } from './calendar.ts';

/** A month of the Gregorian calendar, `2026-11`. Such texts sort as the months do. */
export type IsoMonth = string;

const DAY_MS = 86_400_000;
const WEEK = 7;

/** Whether the text is a month within the years this program takes. */
export function isIsoMonth(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})$/.exec(text);
  return parts !== null && isoDate(Number(parts[1]), Number(parts[2]), 1) !== null;
}

export const monthOf = (day: IsoDate): IsoMonth => day.slice(0, 7);

/** The month some months later, or earlier for a negative number; null beyond the years this program takes. */
export function monthAfter(month: IsoMonth, n: number): IsoMonth | null {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + n;
  const first = isoDate(Math.floor(months / 12), (months % 12) + 1, 1);
  return first === null ? null : monthOf(first);
}

/** Every day of the month, in order. */
export function daysOf(month: IsoMonth): IsoDate[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const two = (n: number): string => String(n).padStart(2, '0');
  return Array.from({ length: daysInMonth(year, number) }, (_, n) => `${month}-${two(n + 1)}`);
}

/** 0 for Monday to 6 for Sunday: the week as ISO 8601 has it. */
export const weekdayOf = (day: IsoDate): number =>
  (new Date(`${day}T00:00:00Z`).getUTCDay() + WEEK - 1) % WEEK;

/** The weeks of the month from Monday to Sunday; null for days of the months before and after. */
export function weeksOf(month: IsoMonth): (IsoDate | null)[][] {
  const days = daysOf(month);
  const cells: (IsoDate | null)[] = [...Array<null>(weekdayOf(days[0] ?? '')).fill(null), ...days];
  const weeks = Math.ceil(cells.length / WEEK);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: WEEK }, (_none, day) => cells[week * WEEK + day] ?? null),
  );
}

/** Days from the first to the last, both counted. */
export const daysBetween = (first: IsoDate, last: IsoDate): number =>
  (Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS + 1;

/** What has a first day and perhaps a last one. */
interface Lasting {
  date: IsoDate;
  end_date: IsoDate | null;
}

/** Each thing under every day of the month that it lasts, in the order given; a day without any is not in it. */
export function byDay<T extends Lasting>(month: IsoMonth, things: readonly T[]): Map<IsoDate, T[]> {
  const days = daysOf(month);
  const found = new Map<IsoDate, T[]>();
  for (const thing of things) {
    const last = thing.end_date ?? thing.date;
    for (const day of days)
      if (day >= thing.date && day <= last) found.set(day, [...(found.get(day) ?? []), thing]);
  }
  return found;
}
