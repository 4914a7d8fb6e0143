import { readHeader } from './columns.ts';
import { Reading, type ReadOptions } from './reading.ts';
import type { Known, Plan, TableRow } from './types.ts';

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const refused = (problems: Plan['problems']): Plan => ({
  interviews: [],
  respondents: [],
  additions: [],
  interviewers: [],
  groups: [],
  regions: [],
  variables: [],
  unchanged: 0,
  doubts: [],
  problems,
});

/**
 * What a register of interviews (a header and one row per interview) would add to a project. Nothing is imported here.
 *
 * - Respondents are joined by reference or by exactly the same name; interviewers, groups and regions without regard to case.
 * - A row whose interview the project has is left alone: the same reference, or without one the same days and respondents.
 * - Facts fill what is empty; what contradicts stays as it stands, and is a doubt.
 */
export function readRegister(rows: readonly TableRow[], known: Known, options: ReadOptions): Plan {
  const [header, ...body] = rows.filter((row) => !isBlank(row.cells));
  if (!header) return refused([{ line: 1, column: 1, field: '', text: '', reason: 'no-header' }]);
  const isUsed = (index: number): boolean =>
    body.some((row) => (row.cells[index] ?? '').trim() !== '');
  const { columns, problems } = readHeader(header.cells, isUsed);
  if (problems.length > 0)
    return refused(problems.map((p) => ({ line: header.line, field: p.text, ...p })));
  const reading = new Reading(known, columns, header.cells.length, options);
  for (const row of body) reading.read(row);
  return reading.plan();
}
