/** What of a list is shown; `doubts`: rows with something to decide or to look at. */
export const SHOWS = ['doubts', 'interviews', 'ungrouped', 'others', 'all'] as const;
export type Show = (typeof SHOWS)[number];

export interface PreviewQuery {
  show: Show;
  /** Only interviews at this place; '' for all. */
  place: string;
  page: number;
  /** The row that is open for correction. */
  edit: number | null;
}

export const importHref = (projectId: number): string => `/projects/${projectId}/register/import`;

export function draftHref(
  projectId: number,
  draftId: number,
  query: Partial<PreviewQuery> = {},
  row?: number,
): string {
  const { show, place, page, edit } = query;
  const fields = new URLSearchParams();
  if (show !== undefined) fields.set('show', show);
  if (place !== undefined && place !== '') fields.set('place', place);
  if (page !== undefined && page > 1) fields.set('page', String(page));
  if (edit != null) fields.set('edit', String(edit));
  const search = fields.size > 0 ? `?${fields.toString()}` : '';
  return `${importHref(projectId)}/${draftId}${search}${row === undefined ? '' : `#row-${row}`}`;
}
