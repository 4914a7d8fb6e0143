import { foldName, tidyName } from '../names.ts';

/** The columns of answers as CSV, in the order they are written. */
export const ANSWER_COLUMNS = ['interview', 'question', 'state', 'notes'] as const;
export const ANSWER_STATES = ['asked', 'not asked', 'not reached', 'declined'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];
type AnswerColumn = (typeof ANSWER_COLUMNS)[number];

export interface AnswerRow {
  line: number;
  /** The interview's reference and the question's number, as written. */
  interview: string;
  question: string;
  state: AnswerState | null;
  notes: string;
}

export interface AnswerProblem {
  line: number;
  column: number;
  reason:
    'no-column' | 'no-interview' | 'no-question' | 'unknown-state' | 'twice' | 'too-many-cells';
  text: string;
}

/** Reads answers from the rows of a table with a header; columns in any order, names without regard to case. */
export function readAnswerTable(rows: readonly { line: number; cells: readonly string[] }[]): {
  answers: AnswerRow[];
  problems: AnswerProblem[];
} {
  const [header, ...body] = rows;
  const names = (header?.cells ?? []).map(foldName);
  const at = (column: AnswerColumn): number => names.indexOf(column);
  const missing = (['interview', 'question'] as const).find((column) => at(column) < 0);
  if (missing !== undefined)
    return {
      answers: [],
      problems: [{ line: header?.line ?? 1, column: 1, reason: 'no-column', text: missing }],
    };
  const problems: AnswerProblem[] = [];
  const seen = new Set<string>();
  const answers = body.map((row) => {
    const cell = (column: AnswerColumn): string => row.cells[at(column)] ?? '';
    const problem = (column: AnswerColumn, reason: AnswerProblem['reason'], text: string): void => {
      problems.push({ line: row.line, column: at(column) + 1, reason, text });
    };
    const [interview, question, state] = [
      tidyName(cell('interview')),
      tidyName(cell('question')),
      cell('state').trim(),
    ];
    const known =
      ANSWER_STATES.find((one) => one === foldName(state).replaceAll(/[-_]/g, ' ')) ?? null;
    if (interview === '') problem('interview', 'no-interview', '');
    if (question === '') problem('question', 'no-question', '');
    if (known === null && state !== '') problem('state', 'unknown-state', state);
    const key = foldName(`${interview}\n${question}`);
    if (seen.has(key)) problem('question', 'twice', question);
    seen.add(key);
    const extra = row.cells.findIndex((text, i) => i >= names.length && text.trim() !== '');
    if (extra >= 0)
      problems.push({
        line: row.line,
        column: extra + 1,
        reason: 'too-many-cells',
        text: row.cells[extra] ?? '',
      });
    return { line: row.line, interview, question, state: known, notes: cell('notes') };
  });
  return { answers, problems };
}
