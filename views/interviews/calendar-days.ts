import { formatDay } from '../../src/domain/dates/index.ts';
import { interviewsAddress, type FilterProps, type Status } from './register-list.ts';

/** An interview on one of its days. */
export interface CalendarRow {
  id: number;
  reference: string;
  status: Status;
  location: string;
  respondents: readonly { reference: string; group_name: string | null }[];
  /** Which of its days this is, from 1, and how many it has. */
  nth: number;
  of: number;
}

export interface CalendarDay {
  /** ISO 8601 */
  day: string;
  /** All interviews of the day, and how many of them are not among the rows. */
  count: number;
  more: number;
  rows: readonly CalendarRow[];
}

export interface CalendarProps extends FilterProps {
  /** `2026-11` */
  month: string;
  /** Today, ISO 8601. */
  now: string;
  /** Days with any, in order. */
  days: readonly CalendarDay[];
  counts: { planned: number; held: number; cancelled: number };
  undated: number;
  /** Months with any, nearest before and after. */
  before: string | null;
  after: string | null;
  withdrawn: number;
}

/** Where a day leads: to its interviews in the list, or to the form for the first one. */
export const dayLink = (props: CalendarProps, day: string, count: number) => {
  const t = props.shell.t.interviews.calendar;
  const name = formatDay(day);
  return count === 0
    ? { href: newOn(props, day), label: t.dayWithout(name) }
    : { href: dayList(props, day), label: t.dayWith(name, count) };
};

export const newOn = ({ base }: CalendarProps, day: string): string =>
  `${base}/interviews/new?date=${day}`;

export const dayList = (props: CalendarProps, day: string): string =>
  interviewsAddress(props, { from: day, to: day, dated: undefined, page: undefined });
