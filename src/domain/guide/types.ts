/** A question of the interview guide; '' is nothing said. */
export interface QuestionDraft {
  /** `5`, `5a`; unique in its guide without regard to case. */
  number: string;
  section: string;
  text: string;
  /** One prompt a line. */
  prompts: string;
  /** The evaluation question it serves. */
  serves: string;
  /** Names of groups, regions or roles, `;` between them; '' is everyone. Anything else is a condition in words. */
  forWhom: string;
}

/** What was understood of a guide's text, and what was not. Lines and columns from 1. */
export interface GuideReading {
  questions: (QuestionDraft & { line: number })[];
  /** Left out: it belongs to no question. */
  warnings: { line: number; reason: 'line-left-out' | 'column-left-out'; text: string }[];
  problems: {
    line: number;
    column: number;
    reason:
      'number-twice' | 'no-text' | 'no-text-column' | 'too-many-cells' | 'no-questions' | 'quote';
    text: string;
  }[];
}
