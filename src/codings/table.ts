import type { CsvRow } from '../domain/csv/read.ts';

/** One line of a table of codings, as written. */
export interface TableLine {
  /** Of the file, from 1. */
  line: number;
  source: string;
  start: string;
  end: string;
  code: string;
  coder: string;
  memo: string;
  /** null when the table has no such column, or nothing in it. */
  quote: string | null;
}

/** What is wrong in a line; `code` names a sentence of the messages' `rows` or `errors`. */
export interface LineProblem {
  line: number;
  column: string;
  code: string;
  params: Readonly<Record<string, string | number>>;
}

const NEEDED = ['source', 'start', 'end', 'code'] as const;
const KNOWN = [...NEEDED, 'coder', 'memo', 'quote'] as const;
/** Most codings in one table. */
export const LINE_LIMIT = 200_000;

export interface ReadTable {
  lines: TableLine[];
  problems: LineProblem[];
  /** Headings that say nothing to an import, such as those of an export. */
  left: string[];
}

/** Reads the heading, in any order and case, and the lines below it; cells are not understood yet. */
export function readTable([heading, ...rows]: readonly CsvRow[]): ReadTable {
  const refused = (code: string, params = {}): ReadTable => ({
    lines: [],
    problems: [{ line: heading?.line ?? 1, column: '', code, params }],
    left: [],
  });
  if (!heading) return refused('tableEmpty');
  const names = heading.cells.map((cell) => cell.trim().toLowerCase());
  const missing = NEEDED.filter((column) => !names.includes(column));
  if (missing.length > 0) return refused('columnMissing', { columns: missing.join(', ') });
  if (rows.length > LINE_LIMIT) return refused('tooManyLines', { limit: LINE_LIMIT });
  const cell = ({ cells }: CsvRow, column: (typeof KNOWN)[number]): string =>
    cells[names.indexOf(column)] ?? '';
  return {
    lines: rows.map((row) => ({
      line: row.line,
      source: cell(row, 'source').trim(),
      start: cell(row, 'start').trim(),
      end: cell(row, 'end').trim(),
      code: cell(row, 'code').trim(),
      coder: cell(row, 'coder').trim(),
      memo: cell(row, 'memo').trim(),
      quote: cell(row, 'quote') === '' ? null : cell(row, 'quote'),
    })),
    problems: [],
    left: heading.cells.filter((_, at) => !KNOWN.some((column) => column === names[at])),
  };
}
