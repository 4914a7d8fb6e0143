import { USUAL_COLUMNS, type InterviewsQuery } from '../../views/interviews/register-list.ts';
import { readPage, readSort } from '../domain/address.ts';
import { isIsoDate } from '../domain/dates/index.ts';
import { CONSENTS, KINDS, STATUSES } from '../domain/register/index.ts';
import type { InterviewFilter } from './filter.ts';
import { INTERVIEW_COLUMNS, type InterviewColumn } from './list.ts';

/** The list's address as read: what is shown. */
export interface ListQuery extends InterviewsQuery {
  status: (typeof STATUSES)[number] | undefined;
  kind: (typeof KINDS)[number] | undefined;
  consent: (typeof CONSENTS)[number] | 'kept' | undefined;
  sort: { key: InterviewColumn; isDescending: boolean };
  columns: readonly InterviewColumn[];
}

/** Reads an address of the list; what it says wrongly is left out, since addresses are typed and shared. */
export function readListQuery(params: URLSearchParams): ListQuery {
  const text = (name: string): string => params.get(name)?.trim() ?? '';
  const id = (name: string) => (/^\d+$/.test(text(name)) ? Number(text(name)) : undefined);
  const day = (name: string) => (isIsoDate(text(name)) ? text(name) : undefined);
  return {
    q: text('q'),
    status: STATUSES.find((status) => status === text('status')),
    kind: KINDS.find((kind) => kind === text('kind')),
    consent: [...CONSENTS, 'kept' as const].find((consent) => consent === text('consent')),
    group: id('group'),
    region: id('region'),
    interviewer: id('interviewer'),
    location: text('location') === '' ? undefined : text('location'),
    from: day('from'),
    to: day('to'),
    dated: text('dated') === 'no' ? 'no' : undefined,
    sort: readSort(INTERVIEW_COLUMNS, text('sort') || '-date'),
    page: readPage(params.get('page') ?? undefined),
    columns: readColumns(params.getAll('cols').join(',')) ?? USUAL_COLUMNS,
  };
}

/** `date,status` in the list's order, the reference always first; null where the text names no column. */
export function readColumns(text: string): readonly InterviewColumn[] | null {
  const named = new Set(text.split(','));
  const columns = INTERVIEW_COLUMNS.filter((column) => named.has(column));
  if (columns.length === 0) return null;
  return columns.includes('reference') ? columns : ['reference', ...columns];
}

export const areUsual = (columns: readonly InterviewColumn[]): boolean =>
  columns.join() === USUAL_COLUMNS.join();

export function filterOf(query: ListQuery): InterviewFilter {
  const { q, status, kind, consent, group, region, interviewer, location, from, to, dated } = query;
  return {
    ...{ search: q, status, kind, consent, location, from, to, dated },
    groupId: group,
    regionId: region,
    interviewerId: interviewer,
  };
}
