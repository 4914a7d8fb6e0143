import { queryParts, type PassageQuery } from '../../../src/domain/query/index.ts';

/** What the page shows: a query, or none yet, and the minimum that a person set for it. */
export interface FindChoices {
  query: PassageQuery | null;
  /** `null` takes the project's minimum. */
  minCell: number | null;
}

/** A query as what stands behind the question mark; empty for none. */
export const queryString = (query: PassageQuery): string =>
  new URLSearchParams(queryParts(query)).toString();

function withQuery(path: string, { query, minCell }: FindChoices, page = 1): string {
  const params = new URLSearchParams(query === null ? [] : queryParts(query));
  if (minCell !== null) params.set('minCell', String(minCell));
  if (page > 1) params.set('page', String(page));
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}

const NONE: FindChoices = { query: null, minCell: null };

/** The page that finds passages. */
export const findHref = (projectId: number, choices: FindChoices = NONE, page = 1): string =>
  withQuery(`/projects/${projectId}/passages/find`, choices, page);

export const findCsvHref = (projectId: number, choices: FindChoices): string =>
  withQuery(`/projects/${projectId}/passages/find.csv`, choices);

export const queriesHref = (projectId: number): string => `/projects/${projectId}/passages/queries`;
