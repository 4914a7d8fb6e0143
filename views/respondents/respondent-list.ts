import { address } from '../../src/domain/address.ts';
import type { ShellProps } from '../layout/types.ts';
import type { Errors, Typed } from '../typed.ts';

interface Row {
  id: number;
  reference: string;
  kind: string;
  head_count: number;
  role: string;
  organisation: string;
  group_name: string | null;
  region_name: string | null;
  interviews: number;
  erased_at: string | null;
}

interface RespondentsQuery {
  q: string;
  group: number | undefined;
  region: number | undefined;
  sort: { key: string; isDescending: boolean };
  page: number;
}

/** The list of respondents as a page shows it. */
export interface RespondentList {
  shell: ShellProps;
  base: string;
  query: RespondentsQuery;
  rows: readonly Row[];
  total: number;
  people: number;
  pageSize: number;
  /** Interviews that are in no count: their consent was withdrawn. */
  withdrawn: number;
  groups: readonly { id: number; name: string }[];
  regions: readonly { id: number; name: string }[];
  variables: readonly { id: number; name: string }[];
  mayWrite: boolean;
  /** What could not be set for the chosen, and why. */
  failed: { typed: Typed; errors: Errors } | null;
}

/** The order as an address names it. */
export const sortText = ({ key, isDescending }: RespondentsQuery['sort']): string =>
  isDescending ? `-${key}` : key;

/** The address of the list as it is shown, with something changed. */
export const respondentsAddress = (
  { base, query }: Pick<RespondentList, 'base' | 'query'>,
  change: Record<string, string | number | undefined> = {},
) =>
  address(`${base}/respondents`, {
    q: query.q,
    group: query.group,
    region: query.region,
    sort: sortText(query.sort) === 'reference' ? undefined : sortText(query.sort),
    page: query.page > 1 ? query.page : undefined,
    ...change,
  });
