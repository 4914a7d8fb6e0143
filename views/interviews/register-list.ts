import { address } from '../../src/domain/address.ts';
import type { ShellProps } from '../layout/types.ts';
import type { Errors, Typed } from '../typed.ts';
import type { InterviewShown } from './InterviewHead.tsx';

export type Row = Pick<
  InterviewShown,
  | 'id'
  | 'reference'
  | 'date'
  | 'end_date'
  | 'kind'
  | 'mode'
  | 'location'
  | 'language'
  | 'status'
  | 'consent'
  | 'respondents'
  | 'interviewers'
>;
export type Named = readonly { id: number; name: string }[];
export type Status = InterviewShown['status'];
/** Every column of the list; each has its words under `columns`. */
export type ColumnKey = keyof ShellProps['t']['interviews']['columns'];

export interface InterviewsQuery {
  q: string;
  status: string | undefined;
  kind: string | undefined;
  consent: string | undefined;
  group: number | undefined;
  region: number | undefined;
  interviewer: number | undefined;
  location: string | undefined;
  from: string | undefined;
  to: string | undefined;
  /** `no`: only those that have no day yet. */
  dated: 'no' | undefined;
  sort: { key: ColumnKey; isDescending: boolean };
  columns: readonly ColumnKey[];
  page: number;
}

/** What the search and the filters are shown with, above the list and above the calendar. */
export interface FilterProps {
  shell: ShellProps;
  base: string;
  query: InterviewsQuery;
  groups: Named;
  regions: Named;
  interviewers: Named;
  locations: readonly string[];
}

export interface RegisterProps extends FilterProps {
  rows: readonly Row[];
  total: number;
  pageSize: number;
  allColumns: readonly ColumnKey[];
  /** How many of all interviews are how far. */
  progress: Record<Status, number>;
  guides: readonly { id: number; version: number; name: string }[];
  /** What was typed where several were to be changed, and what is wrong with it. */
  typed: Typed;
  errors: Errors;
}

export const sortText = ({ key, isDescending }: InterviewsQuery['sort']): string =>
  isDescending ? `-${key}` : key;
/** The newest first, as a register in use is read. */
export const USUAL = '-date';
/** The columns of a list whose address names none. */
export const USUAL_COLUMNS: readonly ColumnKey[] = [
  'reference',
  'date',
  'respondents',
  'group',
  'region',
  'location',
  'interviewers',
  'kind',
  'status',
];

/** What narrows the list, without its order, its page and its look. */
export const narrowing = ({ sort: _s, page: _p, columns: _c, ...filter }: InterviewsQuery) =>
  filter;

export const isFiltered = (query: InterviewsQuery): boolean =>
  Object.values(narrowing(query)).some((value) => value !== undefined && value !== '');

/** The address of the list as it is shown, with something changed. */
export const interviewsAddress = (
  { base, query }: Pick<FilterProps, 'base' | 'query'>,
  change: Record<string, string | number | undefined> = {},
) => {
  const { sort, page, columns } = query;
  const order = sortText(sort) === USUAL ? undefined : sortText(sort);
  const cols = columns.join();
  return address(`${base}/interviews`, {
    ...narrowing(query),
    sort: order,
    cols: cols === USUAL_COLUMNS.join() ? undefined : cols,
    page: page > 1 ? page : undefined,
    ...change,
  });
};

/** The calendar of a month, narrowed as the list is; days are what it shows, so that it takes none from the filters. */
export const calendarAddress = (
  { base, query }: Pick<FilterProps, 'base' | 'query'>,
  month: string | undefined,
) =>
  address(`${base}/interviews/calendar`, {
    month,
    ...narrowing(query),
    ...{ from: undefined, to: undefined, dated: undefined },
  });
