import type { CellAt } from '../../src/domain/framework/grid.ts';
import type { Choices } from './types.ts';

export const DEFAULTS: Choices = {
  codes: [],
  own: false,
  group: null,
  region: null,
  state: null,
  from: 0,
  page: 1,
};

/** The choices as an address carries them; what is usual is left out, so that links stay short. */
export function queryOf(choices: Choices): URLSearchParams {
  const query = new URLSearchParams();
  for (const id of choices.codes) query.append('code', String(id));
  if (choices.own) query.set('own', '1');
  if (choices.group !== null) query.set('group', String(choices.group));
  if (choices.region !== null) query.set('region', String(choices.region));
  if (choices.state !== null) query.set('state', choices.state);
  if (choices.from > 0) query.set('from', String(choices.from));
  if (choices.page > 1) query.set('page', String(choices.page));
  return query;
}

const address = (path: string, query: URLSearchParams): string =>
  query.size === 0 ? path : `${path}?${query.toString()}`;

export const gridHref = (projectId: number, choices: Choices = DEFAULTS): string =>
  address(`/projects/${projectId}/framework`, queryOf(choices));

/** One cell; its passages are paged on their own. */
export function cellHref(
  projectId: number,
  choices: Choices,
  { respondentId, codeId }: CellAt,
  passages = 1,
): string {
  const query = queryOf(choices);
  if (passages > 1) query.set('passages', String(passages));
  return address(`/projects/${projectId}/framework/${respondentId}/${codeId}`, query);
}

/**
 * Where a cell is saved.
 * @param read when its passages were read, ISO 8601, and whether there were any
 */
export function saveHref(
  projectId: number,
  choices: Choices,
  cell: CellAt,
  read: { at: string; hasPassages: boolean },
): string {
  const query = queryOf(choices);
  query.set('seen', read.at);
  if (read.hasPassages) query.set('has', '1');
  return address(`/projects/${projectId}/framework/${cell.respondentId}/${cell.codeId}`, query);
}

export type Leaving = 'document' | 'export';

/** The grid to be read through and printed, or as a file; it has every page and, unless codes were chosen, every theme. */
export function leavingHref(
  projectId: number,
  choices: Choices,
  as: Leaving,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = queryOf({ ...choices, from: 0, page: 1 });
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return address(`/projects/${projectId}/framework/${as}`, query);
}
