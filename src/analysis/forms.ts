import { z } from 'zod';
import { columnKey, DEFAULTS } from '../../views/analysis/address.ts';
import {
  PLAIN_FACETS,
  type By,
  type CellName,
  type Choices,
  type Facet,
} from '../../views/analysis/types.ts';
import type { Order } from '../domain/crosstab/arrange.ts';
import { isIsoDate } from '../domain/dates/index.ts';

const id = z.coerce.number().int().positive();

/** A classification, or a variable, by which things are sorted. */
export const FACET = new RegExp(
  `^(?:${PLAIN_FACETS.join('|')}|(?:variable|document|query)-[1-9]\\d{0,9})$`,
  'u',
);

const by = z
  .string()
  .regex(FACET)
  .transform((value) => value as By);

const flag = (value: string) =>
  z
    .literal(value)
    .transform(() => true)
    .catch(false);

const day = z.string().refine(isIsoDate).catch('');

/** `name`, `total`, `column-KEY`. */
const order = z
  .string()
  .regex(/^(?:name|total|column-.*)$/su)
  .transform((text): Order => {
    if (text === 'name' || text === 'total') return { by: text };
    return { by: 'column', key: columnKey(text.slice('column-'.length)) };
  });

/** An address is typed and shared by people: what it says wrongly is read as the usual, not refused. */
const choices = z.object({
  by: by.catch('group'),
  and: by.nullable().catch(null).default(null),
  count: z
    .enum(['respondents', 'people', 'interviews', 'passages', 'documents'])
    .catch('respondents'),
  over: z.enum(['everyone', 'all', 'asked', 'tied']).catch('all'),
  words: z.enum(['all', 'respondents', 'interviewers']).catch('all'),
  own: flag('1'),
  minCell: z.coerce.number().int().min(0).max(100).nullable().catch(null),
  from: day,
  to: day,
  show: z.enum(['both', 'count', 'percent', 'coded']).catch('both'),
  interval: flag('1'),
  order: order.catch({ by: 'tree' }),
  empty: flag('hide'),
  turn: flag('1'),
  picture: z.enum(['none', 'heat', 'bars', 'stacked']).catch('none'),
  down: id.max(10_000).catch(1),
  across: id.max(10_000).catch(1),
});

/** A code, or a saved query: its id, negative. */
const rowId = z.coerce
  .number()
  .int()
  .refine((value) => value !== 0);

const cell = z.object({ code: rowId, column: z.string().max(4000).optional() });

/** Most choices of one kind that an address is read for. */
const MOST = 500;

type Counting = Pick<Choices, 'by' | 'and' | 'count' | 'over'>;

/** What documents can be counted by: nobody said them, so that they have no group and no interview. */
const isOfDocuments = (by: By | null): boolean => by?.startsWith('document-') === true;
const suitsDocuments = (by: By): boolean => isOfDocuments(by) || by === 'source' || by === 'kind';

/**
 * Choices that go together. Documents have no group, and what is said of documents tells nothing of respondents: by what
 * documents are, documents are counted, or their passages; and documents are counted by that, by their kind or one by one.
 * The register is everyone of respondents only, and by question those asked are those asked that question.
 */
export function fitting<C extends Counting>(chosen: C): C {
  const and = chosen.and === chosen.by ? null : chosen.and;
  const hasDocuments = isOfDocuments(chosen.by) || isOfDocuments(and);
  if (chosen.count === 'documents' || hasDocuments) {
    const count = chosen.count === 'passages' ? ('passages' as const) : ('documents' as const);
    const [first = 'source', second = null] = [chosen.by, and].filter(
      (one): one is By => one !== null && suitsDocuments(one),
    );
    return { ...chosen, count, over: 'all', by: first, and: second };
  }
  const countsPeople = chosen.count === 'respondents' || chosen.count === 'people';
  if (chosen.over === 'everyone' && !countsPeople) return { ...chosen, and, over: 'all' };
  const isByQuestion = chosen.by === 'question' || and === 'question';
  if (chosen.over === 'tied' && isByQuestion) return { ...chosen, and, over: 'asked' };
  return { ...chosen, and };
}

/** The choices of an address. */
export function readChoices(query: URLSearchParams): Choices {
  const minCell = query.get('minCell');
  const { from, to, empty, down, across, ...read } = choices.parse({
    ...Object.fromEntries(query),
    minCell: minCell === '' ? null : minCell,
  });
  return {
    ...DEFAULTS,
    ...fitting(read),
    questions: ids(query, 'question'),
    pins: ids(query, 'pin'),
    queryRows: ids(query, 'row'),
    hideEmpty: empty,
    filter: { only: readOnly(query), from, to },
    page: { down, across },
  };
}

function ids(query: URLSearchParams, name: string): number[] {
  const read = query.getAll(name).map((value) => id.safeParse(value));
  return [...new Set(read.flatMap((one) => (one.success ? [one.data] : [])))].slice(0, MOST);
}

/** `only=group.3`, `only=variable-2.=woman`: what stands after the first point is the key of a column. */
function readOnly(query: URLSearchParams): Choices['filter']['only'] {
  const texts = [...new Set(query.getAll('only'))].slice(0, MOST);
  return texts.flatMap((text) => {
    const point = text.indexOf('.');
    const facet = text.slice(0, point);
    const key = text.slice(point + 1);
    if (point < 0 || !(FACET.test(facet) || facet === 'coder' || facet === 'found')) return [];
    if (facet === 'found' && key === '') return [];
    return [{ facet: facet as Facet, key }];
  });
}

/** Whether the address is of a file to be shared. */
export const readToShare = (query: URLSearchParams): boolean => query.get('share') === '1';

/** The number whose passages an address asks for, or null when it names none. */
export function readCell(query: URLSearchParams): CellName | null {
  const read = cell.safeParse(Object.fromEntries(query));
  if (!read.success) return null;
  const { code, column } = read.data;
  return { codeId: code, column: column === undefined ? null : columnKey(column) };
}

/** Whether only what is marked for the report is asked for. */
export const readReport = (query: URLSearchParams): boolean => query.get('report') === '1';

/** The page of a long list, from 1. */
export const readPage = (query: URLSearchParams): number =>
  id
    .max(1_000_000)
    .catch(1)
    .parse(query.get('page') ?? 1);
