import { foldName, tidyName } from '../names.ts';
import { checked } from './check.ts';
import type { GuideReading, QuestionDraft } from './types.ts';

/** The columns of a guide as CSV, in the order they are written. */
export const GUIDE_COLUMNS = ['number', 'section', 'text', 'prompts', 'serves', 'for'] as const;
type GuideColumn = (typeof GUIDE_COLUMNS)[number];

/** Reads a guide from the rows of a table with a header; columns in any order, names without regard to case. */
export function readGuideTable(
  rows: readonly { line: number; cells: readonly string[] }[],
): GuideReading {
  const [header, ...body] = rows;
  const names = (header?.cells ?? []).map(foldName);
  const line = header?.line ?? 1;
  const at = (column: GuideColumn): number => names.indexOf(column);
  if (at('text') < 0)
    return {
      questions: [],
      warnings: [],
      problems: [
        { line, column: 1, reason: 'no-text-column', text: (header?.cells ?? []).join(', ') },
      ],
    };
  const warnings = (header?.cells ?? []).flatMap((text) =>
    tidyName(text) === '' || (GUIDE_COLUMNS as readonly string[]).includes(foldName(text))
      ? []
      : [{ line, reason: 'column-left-out' as const, text: tidyName(text) }],
  );
  const questions = body.map((row) => {
    const cell = (column: GuideColumn): string => row.cells[at(column)] ?? '';
    return {
      line: row.line,
      number: cell('number'),
      section: cell('section'),
      text: cell('text'),
      prompts: cell('prompts'),
      serves: cell('serves'),
      forWhom: cell('for'),
    };
  });
  const problems = body.flatMap((row) =>
    row.cells.slice(names.length).some((text) => text.trim() !== '')
      ? [
          {
            line: row.line,
            column: names.length + 1,
            reason: 'too-many-cells' as const,
            text: row.cells[names.length] ?? '',
          },
        ]
      : [],
  );
  return checked({ questions, warnings, problems });
}

/** The guide's rows under `GUIDE_COLUMNS`. */
export function guideRows(questions: readonly QuestionDraft[]): string[][] {
  return questions.map((q) => [q.number, q.section, q.text, q.prompts, q.serves, q.forWhom]);
}
