import { readCsv, type CsvRow } from '../domain/csv/read.ts';
import { Invalid } from '../domain/errors.ts';

/**
 * The rows of a table as CSV, with the lines they start on.
 * @throws Invalid `terminal.csvQuote` where a quote is wrong
 */
export function tableOf(text: string, file: string): CsvRow[] {
  const reading = readCsv(text);
  if (!reading.ok)
    throw new Invalid('terminal.csvQuote', { file, line: reading.line, column: reading.column });
  return reading.rows;
}
