import type { Order } from '../../src/domain/crosstab/arrange.ts';
import { NOT_GIVEN } from '../../src/domain/crosstab/study.ts';
import type { CellName, Choices, Filter } from './types.ts';

/** How "not given" is written in an address, where an empty value is easily lost. */
const NONE = 'none';

/** A column's key as an address writes it. A value that is called “none” itself has a `~` before it. */
export const columnText = (key: string): string =>
  key === NOT_GIVEN ? NONE : /^~*none$/u.test(key) ? `~${key}` : key;

/** The key of the column that an address names: see `columnText`. */
export const columnKey = (text: string): string =>
  text === NONE ? NOT_GIVEN : /^~+none$/u.test(text) ? text.slice(1) : text;

/** Nothing left out. */
export const WHOLE: Filter = { only: [], from: '', to: '' };

export const DEFAULTS: Choices = {
  by: 'group',
  and: null,
  count: 'respondents',
  over: 'all',
  questions: [],
  words: 'all',
  own: false,
  minCell: null,
  filter: WHOLE,
  show: 'both',
  interval: false,
  order: { by: 'tree' },
  hideEmpty: false,
  pins: [],
  queryRows: [],
  turn: false,
  picture: 'none',
  page: { down: 1, across: 1 },
};

/** An order as an address writes it: `name`, `total`, `column-3`. */
export const orderText = (order: Order): string =>
  order.by === 'column' ? `column-${columnText(order.key)}` : order.by;

/** The choices as an address carries them; what is usual is left out, so that links stay short. */
export function queryOf(choices: Choices): URLSearchParams {
  const query = new URLSearchParams();
  const { filter } = choices;
  if (choices.by !== DEFAULTS.by) query.set('by', choices.by);
  if (choices.and !== null) query.set('and', choices.and);
  if (choices.count !== DEFAULTS.count) query.set('count', choices.count);
  if (choices.over !== DEFAULTS.over) query.set('over', choices.over);
  for (const id of choices.questions) query.append('question', String(id));
  if (choices.words !== DEFAULTS.words) query.set('words', choices.words);
  if (choices.own) query.set('own', '1');
  if (choices.minCell !== null) query.set('minCell', String(choices.minCell));
  for (const [name, value] of filterQuery(filter)) query.append(name, value);
  if (choices.show !== DEFAULTS.show) query.set('show', choices.show);
  if (choices.interval) query.set('interval', '1');
  if (choices.order.by !== 'tree') query.set('order', orderText(choices.order));
  if (choices.hideEmpty) query.set('empty', 'hide');
  for (const id of choices.pins) query.append('pin', String(id));
  for (const id of choices.queryRows) query.append('row', String(id));
  if (choices.turn) query.set('turn', '1');
  if (choices.picture !== DEFAULTS.picture) query.set('picture', choices.picture);
  if (choices.page.down > 1) query.set('down', String(choices.page.down));
  if (choices.page.across > 1) query.set('across', String(choices.page.across));
  return query;
}

/** The part of the study, as an address carries it. */
export const filterQuery = ({ only, from, to }: Filter): [string, string][] => [
  ...only.map(({ facet, key }): [string, string] => ['only', `${facet}.${key}`]),
  ...(from === '' ? [] : [['from', from] satisfies [string, string]]),
  ...(to === '' ? [] : [['to', to] satisfies [string, string]]),
];

function withCell(query: URLSearchParams, cell: CellName | null): URLSearchParams {
  if (cell === null) return query;
  query.set('code', String(cell.codeId));
  if (cell.column !== null) query.set('column', columnText(cell.column));
  return query;
}

export const address = (path: string, query: URLSearchParams): string =>
  query.size === 0 ? path : `${path}?${query.toString()}`;

/** The table; with a cell, its passages stand open beside it. */
export const themesHref = (
  projectId: number,
  choices: Choices = DEFAULTS,
  cell: CellName | null = null,
) => address(`/projects/${projectId}/themes`, withCell(queryOf(choices), cell));

/** What of the passages behind a number is listed. */
export interface Listed {
  /** Only those marked for the report. */
  report?: boolean;
  /** From 1. */
  page?: number;
}

/** The passages behind one number, as a page of their own. */
export function passagesHref(
  projectId: number,
  choices: Choices,
  cell: CellName,
  { report = false, page = 1 }: Listed = {},
): string {
  const query = withCell(queryOf(choices), cell);
  if (report) query.set('report', '1');
  if (page > 1) query.set('page', String(page));
  return address(`/projects/${projectId}/themes/passages`, query);
}

/** The same for every number of a table, which may be thousands: what they share is written once. */
export function passagesHrefs(projectId: number, choices: Choices): (cell: CellName) => string {
  const shared = queryOf(choices).toString();
  const start = `/projects/${projectId}/themes/passages?${shared}${shared === '' ? '' : '&'}`;
  const columns = new Map<string | null, string>();
  const columnPart = (column: string | null): string => {
    const query = withCell(new URLSearchParams(), { codeId: 0, column });
    query.delete('code');
    return query.size === 0 ? '' : `&${query.toString()}`;
  };
  return ({ codeId, column }) => {
    const part = columns.get(column) ?? columnPart(column);
    columns.set(column, part);
    return `${start}code=${codeId}${part}`;
  };
}

/**
 * The table as a file.
 * @param toShare marked to be shared: protected whatever the choices say
 */
export function themesFileHref(
  projectId: number,
  choices: Choices,
  format: 'csv' | 'xlsx' | 'svg',
  toShare = false,
): string {
  const query = queryOf(choices);
  if (toShare) query.set('share', '1');
  return address(`/projects/${projectId}/themes.${format}`, query);
}

export function passagesCsvHref(
  projectId: number,
  choices: Choices,
  cell: CellName,
  { report = false }: Listed = {},
): string {
  const query = withCell(queryOf(choices), cell);
  if (report) query.set('report', '1');
  return address(`/projects/${projectId}/themes/passages.csv`, query);
}

export const viewsHref = (projectId: number) => `/projects/${projectId}/themes/views`;
