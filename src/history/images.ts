import { createHash } from 'node:crypto';
import type { Schema } from '../../db/schema.ts';

/** Tables whose every change is recorded. The others are derived (segment, search) or the record itself. */
export type RecordedTable = Exclude<
  keyof Schema,
  | 'segment'
  | 'change'
  | 'change_head'
  | 'change_erasure'
  | 'change_undone'
  | 'kept_text'
  | 'request_key'
  | 'to_forget'
  | 'register_draft'
  | 'code_split'
  | 'code_split_choice'
>;

export type Row = Readonly<Record<string, unknown>>;

/**
 * What one change did to one row: `before` is null for a new row, `after` for a removed one; for an update both hold only
 * the columns that changed. Columns listed in `WORDS` hold `{ sha256 }` instead of what people wrote.
 */
export interface RowImage {
  table: RecordedTable;
  id: number;
  before: Row | null;
  after: Row | null;
  /** What stood here, or some of its columns, was erased for good: it cannot be brought back. */
  erased?: true;
}

/** Columns with interview text, notes, memos or identities: hashed in the record, their words in `kept_text`. */
export const WORDS: Partial<Record<RecordedTable, readonly string[]>> = {
  respondent_identity: ['name', 'contact', 'note'],
  interview: ['notes'],
  answer: ['notes'],
  source_text: ['text'],
  memo: ['body'],
  framework_summary: ['body'],
  saved_search: ['query'],
  saved_view: ['query'],
  saved_query: ['query'],
};

/** Bookkeeping that undo neither compares nor restores. */
export const UNCOMPARED: ReadonlySet<string> = new Set(['revision']);

export interface WordsHash {
  sha256: string;
}

/** SHA-256 of a text as UTF-8, hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

export function isWordsHash(value: unknown): value is WordsHash {
  return typeof value === 'object' && value !== null && 'sha256' in value;
}

/** The row as the record may hold it: words as hashes, bookkeeping left out. */
export function imageOf(table: RecordedTable, row: Row): Row {
  const words = WORDS[table] ?? [];
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !UNCOMPARED.has(column))
      .map(([column, value]) => [
        column,
        words.includes(column) && typeof value === 'string' && value !== ''
          ? { sha256: sha256(value) }
          : value,
      ]),
  );
}

/** The words in a row that leave the table with this change, by hash. */
export function wordsIn(table: RecordedTable, row: Row): { sha256: string; body: string }[] {
  return (WORDS[table] ?? []).flatMap((column) => {
    const value = row[column];
    return typeof value === 'string' && value !== ''
      ? [{ sha256: sha256(value), body: value }]
      : [];
  });
}

/** How an image of this row begins where a change is written down: what finds the changes that touched it. */
export const imageMark = (table: RecordedTable, id: number): string =>
  JSON.stringify({ table, id }).replace(/\}$/u, ',');

/** Two column values as the record compares them. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (isWordsHash(a) && isWordsHash(b)) return a.sha256 === b.sha256;
  return (a ?? null) === (b ?? null);
}
