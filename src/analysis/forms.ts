import { z } from 'zod';
import { NONE } from '../../views/analysis/address.ts';
import type { By, CellName, Choices } from '../../views/analysis/types.ts';
import { NOT_GIVEN } from '../domain/crosstab/study.ts';

const id = z.coerce.number().int().positive();

const by = z
  .string()
  .regex(/^(?:group|region|source|(?:variable|document)-[1-9]\d{0,9})$/u)
  .transform((value) => value as By);

/** An address is typed and shared by people: what it says wrongly is read as the usual, not refused. */
const choices = z.object({
  by: by.catch('group'),
  count: z.enum(['respondents', 'interviews', 'passages', 'documents']).catch('respondents'),
  over: z.enum(['all', 'asked']).catch('all'),
  words: z.enum(['all', 'respondents']).catch('all'),
  own: z
    .literal('1')
    .transform(() => true)
    .catch(false),
  minCell: z.coerce.number().int().min(0).max(100).nullable().catch(null),
  show: z.enum(['both', 'count', 'percent']).catch('both'),
});

const cell = z.object({ code: id, column: z.string().max(2000).optional() });

/**
 * Documents have no group, and what is said of documents tells nothing of respondents: by what documents are, documents
 * are counted, or their passages; and documents are counted by that, or one by one.
 */
export function fitting<C extends Pick<Choices, 'by' | 'count' | 'over'>>(chosen: C): C {
  const isOfDocuments = chosen.by.startsWith('document-');
  if (isOfDocuments && chosen.count !== 'passages')
    return { ...chosen, count: 'documents', over: 'all' };
  if (isOfDocuments) return { ...chosen, over: 'all' };
  if (chosen.count !== 'documents') return chosen;
  return { ...chosen, by: 'source', over: 'all' };
}

/** The choices of an address. */
export function readChoices(query: URLSearchParams): Choices {
  const minCell = query.get('minCell');
  const questions = query.getAll('question').map((value) => id.safeParse(value));
  return {
    ...fitting(
      choices.parse({ ...Object.fromEntries(query), minCell: minCell === '' ? null : minCell }),
    ),
    questions: [...new Set(questions.flatMap((one) => (one.success ? [one.data] : [])))],
  };
}

/** The number whose passages an address asks for, or null when it names none. */
export function readCell(query: URLSearchParams): CellName | null {
  const read = cell.safeParse(Object.fromEntries(query));
  if (!read.success) return null;
  const { code, column } = read.data;
  return {
    codeId: code,
    column: column === undefined ? null : column === NONE ? NOT_GIVEN : column,
  };
}

/** The page of a long list, from 1. */
export const readPage = (query: URLSearchParams): number =>
  id
    .max(1_000_000)
    .catch(1)
    .parse(query.get('page') ?? 1);
