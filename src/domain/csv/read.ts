/** One record and the line of the file it starts on, from 1. A record may span lines: a quoted cell keeps its line ends. */
export interface CsvRow {
  line: number;
  cells: string[];
}

export type CsvReading =
  | { ok: true; rows: CsvRow[] }
  /** `quote-open`: a quote opened here is never closed. `quote-stray`: something stands between a quote and the next separator. */
  | { ok: false; line: number; column: number; reason: 'quote-open' | 'quote-stray' };

/** What spreadsheets put between cells, by the language of the country. */
const SEPARATORS = [',', ';', '\t'];

/** The separator is the one that stands most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  const firstLine =
    /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const count = (separator: string): number => firstLine.split(separator).length;
  return SEPARATORS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** `csvField` puts an apostrophe before what a spreadsheet would run; reading takes it away again. */
const uncovered = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r])/, '');

/**
 * Reads RFC 4180 text and what spreadsheets make of it: separated by commas, semicolons or tabs, any line ends, with or
 * without a byte order mark. Blank lines are left out. Cells are not trimmed.
 */
export function readCsv(text: string): CsvReading {
  const input = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(input);
  const cell = new RegExp(`"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)?`, 'y');
  const after = new RegExp(`${separator}|\\r\\n|\\r|\\n|$`, 'y');
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 1, cells: [] };
  let [at, line] = [0, 1];
  while (at < input.length) {
    cell.lastIndex = at;
    const [whole = '', quoted, plain] = cell.exec(input) ?? [];
    after.lastIndex = at + whole.length;
    const end = after.exec(input);
    const column = row.cells.length + 1;
    if (!end)
      return { ok: false, line, column, reason: whole === '' ? 'quote-open' : 'quote-stray' };
    row.cells.push(uncovered(quoted?.replaceAll('""', '"') ?? plain ?? ''));
    line += whole.split(/\r\n|\r|\n/).length - 1;
    at = after.lastIndex;
    if (end[0] === separator && at < input.length) continue;
    if (end[0] === separator) row.cells.push('');
    else if (end[0] !== '') line += 1;
    if (row.cells.some((text) => text !== '')) rows.push(row);
    row = { line, cells: [] };
  }
  return { ok: true, rows };
}
