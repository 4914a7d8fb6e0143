import { readCsv } from '../domain/csv/read.ts';
import { Invalid } from '../domain/errors.ts';
import { readPlan, type PlanLine } from '../domain/register/sample.ts';
import { decodeText } from '../files/index.ts';

/**
 * A table in whatever encoding a spreadsheet wrote it.
 * @throws Invalid `sample.notText` beside `file`
 */
export function textOfTable(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  if (decoded === null) throw new Invalid('sample.notText', {}, 'file');
  return decoded.text;
}

/**
 * The lines of a plan's table; nothing of it is taken while one of them is wrong.
 * @throws Invalid `sample.quote`, `sample.planLine`, `sample.noColumns`, `sample.noLines` beside `table`
 */
export function planLines(text: string): PlanLine[] {
  const csv = readCsv(text);
  if (!csv.ok) throw new Invalid('sample.quote', { line: csv.line, column: csv.column }, 'table');
  const { lines, problems } = readPlan(csv.rows);
  const [first] = problems;
  if (first?.reason === 'noColumns') throw new Invalid('sample.noColumns', {}, 'table');
  if (first) throw new Invalid('sample.planLine', { ...first, n: problems.length }, 'table');
  if (lines.length === 0) throw new Invalid('sample.noLines', {}, 'table');
  return lines;
}
