import type { Over, Unit } from '../../src/domain/crosstab/study.ts';

/** What the columns are: a classification every project has, its sources, or one of its variables, of respondents or of sources. */
export type By = 'group' | 'region' | 'source' | `variable-${number}` | `document-${number}`;

/** Whose words count: whoever's are coded, or not those in turns of the interviewer. */
export type Words = 'all' | 'respondents';

/** Whether a cell shows its number, its share of the column, or both. */
export type Show = 'both' | 'count' | 'percent';

/** Everything that decides what a table of themes shows; all of it stands in the address. */
export interface Choices {
  by: By;
  count: Unit;
  over: Over;
  /** Questions chosen for `over: 'asked'`, by id; none means any question. */
  questions: readonly number[];
  words: Words;
  /** Only what a code was itself given to, without its sub-codes. */
  own: boolean;
  /** `null` takes the project's minimum. */
  minCell: number | null;
  show: Show;
}

/** One number of the table: a code and a column, or the row's total. */
export interface CellName {
  codeId: number;
  /** The column's key; `''` for "not given", `null` for the total. */
  column: string | null;
}

/** A respondent as analysis sees one: never by name. */
export interface Person {
  id: number;
  reference: string;
  group: string | null;
  region: string | null;
}

/** A passage with the words around it. Offsets are code units of its source. */
export interface Passage {
  sourceId: number;
  start: number;
  end: number;
  before: string;
  match: string;
  after: string;
  /** Whose words they are; nobody for a document. */
  people: readonly Person[];
  source: string;
  interview: string | null;
  /** Of the turn it begins in. */
  timeMs: number | null;
  /** Initials of those who coded it. */
  coders: readonly string[];
  codes: readonly { path: string; colour: number }[];
}

/** What the rows of the overview table are. */
export type RowsOf = 'group' | 'region' | 'location';

export interface Variable {
  id: number;
  name: string;
}

export interface Question {
  id: number;
  number: string;
  text: string;
}
