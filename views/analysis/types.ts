import type { Order } from '../../src/domain/crosstab/arrange.ts';
import type { Over, Unit } from '../../src/domain/crosstab/study.ts';

/** Classifications that every project has. */
export const PLAIN_FACETS = [
  'group',
  'region',
  'location',
  'interviewer',
  'question',
  'month',
  'source',
  'kind',
] as const;

/**
 * What the columns are: a classification every project has, one of its variables, of respondents or of sources, or who said
 * a passage that a saved query finds.
 */
export type By =
  (typeof PLAIN_FACETS)[number] | `variable-${number}` | `document-${number}` | `query-${number}`;

/** What a table can be limited to: all that it can be cut by, who coded, and the passages that saved queries find. */
export type Facet = By | 'coder' | 'found';

/** Whose words count: whoever's are coded, not those in turns of the interviewer, or those alone. */
export type Words = 'all' | 'respondents' | 'interviewers';

/** Whether a cell shows its number, its share of the column, both, or only whether there is anything. */
export type Show = 'both' | 'count' | 'percent' | 'coded';

/** How a table is drawn beside its numbers. */
export type PictureKind = 'none' | 'heat' | 'bars' | 'stacked';

/** The part of the study that is counted. */
export interface Filter {
  /** Several of one facet mean any of them; those of two facets both. */
  only: readonly { facet: Facet; key: string }[];
  /** Of the interviews' first days, both included; ISO 8601, empty for no end. */
  from: string;
  to: string;
}

/** Everything that decides what a table of themes shows; all of it stands in the address. */
export interface Choices {
  by: By;
  /** A second classification: a column for each pair. */
  and: By | null;
  count: Unit;
  over: Over;
  /** Questions chosen for `over: 'asked'`, by id; none means any question. */
  questions: readonly number[];
  words: Words;
  /** Only what a code was itself given to, without its sub-codes. */
  own: boolean;
  /** `null` takes the project's minimum. */
  minCell: number | null;
  filter: Filter;
  show: Show;
  /** Whether shares have their 95 % interval beside them. */
  interval: boolean;
  order: Order;
  /** Rows of which every number is nought are left out. */
  hideEmpty: boolean;
  /** Codes that stand first, in this order. */
  pins: readonly number[];
  /** Saved queries that have a row of their own. */
  queryRows: readonly number[];
  /** Codes in columns. */
  turn: boolean;
  picture: PictureKind;
  /** Which part of a table too large for one page, from 1: of its rows, of its columns. */
  page: { down: number; across: number };
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
  /** Somebody marked a coding of it for the report. */
  isForReport: boolean;
}

/** What the rows of the overview table are. */
export type RowsOf = 'group' | 'region' | 'location';

/** A facet with what can be chosen of it, as the form offers it. */
export interface FacetChoice {
  facet: Facet;
  /** Its own name, where people gave it one. */
  label: string | null;
  columns: readonly { key: string; label: string }[];
}

export interface Variable {
  id: number;
  name: string;
}

export interface Question {
  id: number;
  number: string;
  text: string;
}
