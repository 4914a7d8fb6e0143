import {
  COLUMNS,
  formatPath,
  readHeading,
  readLines,
  separatorsIn,
  type Separator,
} from '../domain/codetree/index.ts';
import type { CellRules, CodeLine, StandingCode, TableError } from '../domain/codetree/index.ts';
import { readCsv, type CsvRow } from '../domain/csv/read.ts';
import { toCsv } from '../domain/csv/write.ts';
import { writeMarkdown } from '../domain/codetree/markdown.ts';
import { writeQdc } from '../domain/codetree/qdc.ts';
import { Conflict, DomainError } from '../domain/errors.ts';
import { writeXlsx } from '../files/index.ts';
import type { CodeRow } from './queries.ts';
import { keptKey, NAME_LIMIT, ROW_LIMIT, TEXT_LIMIT } from './rules.ts';
import { outwardSets, type CodeSet } from './sets.ts';

/** A table as read, before it is compared with the codebook. */
export interface ReadTable {
  lines: CodeLine[];
  errors: TableError[];
  /** Headings that say nothing to us; their cells are left out. */
  unknownColumns: string[];
  /** What divides the names of its paths, and what else could. */
  separator: Separator;
  separators: ReadonlyMap<Separator, number>;
}

/** Heads the lines of the file that a table was made from, where it was no text. */
export const LINE_COLUMN = '#line';

/** The rules for cells, as pages and command line have them. */
export const RULES: Omit<CellRules, 'separator'> = {
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

/**
 * Reads a codebook from CSV text; what is wrong with it is in `errors`, with line and column.
 * @param wanted what divides the names of a path; null goes by what the paths of a table that is not ours have
 */
export function readTable(text: string, wanted: Separator | null = null): ReadTable {
  const refused = (line: number, column: string, code: string, params = {}): ReadTable => ({
    lines: [],
    errors: [{ line, column, code, params }],
    unknownColumns: [],
    separator: '>',
    separators: new Map(),
  });
  const csv = readCsv(text);
  if (!csv.ok) {
    const code = csv.reason === 'quote-open' ? 'quoteOpen' : 'quoteStray';
    return refused(csv.line, String(csv.column), code);
  }
  const [first, ...rows] = numbered(csv.rows);
  if (!first) return refused(1, '', 'tableEmpty');
  const heading = readHeading(first.cells);
  const [twice] = heading.twice;
  if (twice !== undefined) return refused(first.line, twice, 'columnTwice');
  if (!heading.at.has('path') && !heading.at.has('name'))
    return refused(first.line, '', 'noHeading');
  if (rows.length > ROW_LIMIT) return refused(first.line, '', 'tooManyRows', { limit: ROW_LIMIT });
  const at = heading.at.get('path') ?? -1;
  const separators = separatorsIn(rows.map(({ cells }) => cells[at] ?? ''));
  // With guids or names of its own the table is one of ours, where a / is part of a name.
  const isOurs = heading.at.has('guid') || heading.at.has('name');
  const separator = wanted ?? (isOurs ? undefined : [...separators.keys()][0]) ?? '>';
  const { lines, errors } = readLines(rows, heading, { ...RULES, separator });
  const long = rows
    .filter((row) => row.cells.slice(first.cells.length).some((cell) => cell.trim() !== ''))
    .map(({ line }) => ({ line, column: '', code: 'tooManyCells', params: {} }));
  const unknownColumns = heading.unknown;
  return { lines, errors: [...long, ...errors], unknownColumns, separator, separators };
}

/** The rows with the lines they had in the file, where a first column tells them. */
function numbered(rows: readonly CsvRow[]): CsvRow[] {
  if (rows[0]?.cells[0] !== LINE_COLUMN) return [...rows];
  return rows.map(({ line, cells: [told, ...cells] }, at) => ({
    line: at === 0 ? line : Number(told),
    cells,
  }));
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

/** The codebook as a workbook of one sheet, every cell text, that `bringIn` reads back. */
export function codebookXlsx(codes: readonly CodeRow[]): Promise<Uint8Array> {
  const widths = [38, 40, 24, 32, 50, 40, 40, 40, 10, 6, 8];
  return writeXlsx([{ name: 'Codebook', header: COLUMNS, rows: codes.map(exportRow), widths }]);
}

/** A code as Markdown and REFI-QDA write it. */
const outward = ({ useWhen, notWhen, ...code }: CodeRow) => ({
  ...code,
  use_when: useWhen,
  not_when: notWhen,
});

/** The codebook as Markdown, that `bringIn` reads back. */
export const codebookMarkdown = (codes: readonly CodeRow[]): string =>
  writeMarkdown(codes.map(outward));

/**
 * The codebook as a REFI-QDA `.qdc`, with its sets: the one format that has a place for them.
 * @throws Conflict `codebook.nothingToExport`, since the schema allows no codebook without a code
 */
export function codebookQdc(codes: readonly CodeRow[], sets: readonly CodeSet[] = []): string {
  if (codes.length === 0) throw new Conflict('codebook.nothingToExport');
  return writeQdc(codes.map(outward), 'Earmark', outwardSets(sets, codes));
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
