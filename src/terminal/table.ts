import { readCsv, type CsvRow } from '../domain/csv/read.ts';
import { Invalid } from '../domain/errors.ts';

/**
 * A file's bytes as text.
 * @throws Invalid `terminal.isWorkbook` for XLSX and the like, `terminal.notUtf8`
 */
export function textOf(bytes: Uint8Array, file: string): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new Invalid('terminal.isWorkbook', { file });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Invalid('terminal.notUtf8', { file });
  }
}

/**
 * The rows of a table as CSV, with the lines they start on.
 * @throws Invalid as `textOf`, and `terminal.csvQuote` where a quote is wrong
 */
export function tableOf(bytes: Uint8Array, file: string): CsvRow[] {
  const reading = readCsv(textOf(bytes, file));
  if (!reading.ok)
    throw new Invalid('terminal.csvQuote', { file, line: reading.line, column: reading.column });
  return reading.rows;
}
