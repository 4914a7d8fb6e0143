import { address } from '../../src/domain/address.ts';
import type { ShellProps } from '../layout/types.ts';
import type { InterviewShown } from './InterviewHead.tsx';

type Row = Pick<
  InterviewShown,
  | 'id'
  | 'reference'
  | 'date'
  | 'end_date'
  | 'kind'
  | 'location'
  | 'status'
  | 'consent'
  | 'respondents'
  | 'interviewers'
>;
export type Named = readonly { id: number; name: string }[];

export interface InterviewsQuery {
  q: string;
  status: string | undefined;
  kind: string | undefined;
  consent: string | undefined;
  group: number | undefined;
  region: number | undefined;
  interviewer: number | undefined;
  sort: { key: string; isDescending: boolean };
  page: number;
}

export interface RegisterProps {
  shell: ShellProps;
  base: string;
  query: InterviewsQuery;
  rows: readonly Row[];
  total: number;
  pageSize: number;
  groups: Named;
  regions: Named;
  interviewers: Named;
}

export const sortText = ({ key, isDescending }: InterviewsQuery['sort']): string =>
  isDescending ? `-${key}` : key;
/** The newest first, as a register in use is read. */
export const USUAL = '-date';

export const isFiltered = ({
  q,
  status,
  kind,
  consent,
  group,
  region,
  interviewer,
}: InterviewsQuery): boolean =>
  q !== '' ||
  [status, kind, consent, group, region, interviewer].some((value) => value !== undefined);

/** The address of the list as it is shown, with something changed. */
export const interviewsAddress = (
  { base, query }: Pick<RegisterProps, 'base' | 'query'>,
  change: Record<string, string | number | undefined> = {},
) => {
  const { sort, page, ...filter } = query;
  const order = sortText(sort) === USUAL ? undefined : sortText(sort);
  return address(`${base}/interviews`, {
    ...filter,
    sort: order,
    page: page > 1 ? page : undefined,
    ...change,
  });
};
