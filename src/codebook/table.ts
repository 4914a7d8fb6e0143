import { COLUMNS, formatPath, readHeading, readLines } from '../domain/codetree/index.ts';
import type { CellRules, CodeLine, StandingCode, TableError } from '../domain/codetree/index.ts';
import { readCsv } from '../domain/csv/read.ts';
import { toCsv } from '../domain/csv/write.ts';
import { DomainError } from '../domain/errors.ts';
import type { CodeRow } from './queries.ts';
import { keptKey, NAME_LIMIT, TEXT_LIMIT } from './rules.ts';

/** Most codes in one table. */
export const ROW_LIMIT = 20_000;

/** A table as read, before it is compared with the codebook. */
export interface ReadTable {
  lines: CodeLine[];
  errors: TableError[];
  /** Headings that say nothing to us; their cells are left out. */
  unknownColumns: string[];
}

const RULES: CellRules = {
  nameLimit: NAME_LIMIT,
  textLimit: TEXT_LIMIT,
  keyError: (key) => {
    try {
      keptKey(key);
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error.code.replace('codebook.', '');
      throw error;
    }
  },
};

/** Reads a codebook from CSV text; what is wrong with it is in `errors`, with line and column. */
export function readTable(text: string): ReadTable {
  const refused = (line: number, column: string, code: string, params = {}): ReadTable => ({
    lines: [],
    errors: [{ line, column, code, params }],
    unknownColumns: [],
  });
  const csv = readCsv(text);
  if (!csv.ok) {
    const code = csv.reason === 'quote-open' ? 'quoteOpen' : 'quoteStray';
    return refused(csv.line, String(csv.column), code);
  }
  const [first, ...rows] = csv.rows;
  if (!first) return refused(1, '', 'tableEmpty');
  const heading = readHeading(first.cells);
  const [twice] = heading.twice;
  if (twice !== undefined) return refused(first.line, twice, 'columnTwice');
  if (!heading.at.has('path') && !heading.at.has('name'))
    return refused(first.line, '', 'noHeading');
  if (rows.length > ROW_LIMIT) return refused(first.line, '', 'tooManyRows', { limit: ROW_LIMIT });
  const { lines, errors } = readLines(rows, heading, RULES);
  const long = rows
    .filter((row) => row.cells.slice(first.cells.length).some((cell) => cell.trim() !== ''))
    .map(({ line }) => ({ line, column: '', code: 'tooManyCells', params: {} }));
  return { lines, errors: [...long, ...errors], unknownColumns: heading.unknown };
}

/** One code as a row of the table. */
function exportRow(code: CodeRow): string[] {
  return [
    code.guid,
    code.path,
    code.name,
    formatPath(code.names.slice(0, -1)),
    code.definition,
    code.useWhen,
    code.notWhen,
    code.example,
    code.colour,
    code.key ?? '',
    code.isCodable ? 'yes' : 'no',
  ];
}

/** The codebook as CSV, codes in their order, that `readTable` reads back. */
export function codebookCsv(codes: readonly CodeRow[]): string {
  return toCsv(COLUMNS, codes.map(exportRow));
}

/** The codebook as objects with the same columns. */
export function codebookJson(codes: readonly CodeRow[]): Record<string, string>[] {
  return codes.map((code) => {
    const row = exportRow(code);
    return Object.fromEntries(COLUMNS.map((column, at) => [column, row[at] ?? '']));
  });
}

/** A code as merging compares it. */
export function standing(code: CodeRow): StandingCode {
  const { useWhen, notWhen, ...rest } = code;
  return { ...rest, use_when: useWhen, not_when: notWhen };
}
