import type { TreeRow } from '../../src/domain/crosstab/tree.ts';
import type { StopWordLanguage } from '../../src/domain/patterns/index.ts';
import type { Comparison, Difference, Interval } from '../../src/domain/statistics/index.ts';
import type { By, Filter, Person } from '../analysis/types.ts';

/** Whose words count on these pages. */
export type SaidBy = 'all' | 'respondents';
/** Out of what they count. */
export type OutOf = 'all' | 'asked';

/** Which part of the study is looked at, and how small groups are protected there. */
export interface Part {
  filter: Filter;
  /** `null` takes the project's minimum. */
  minCell: number | null;
}

/** What two codes must share to come together. */
export type Within = 'passage' | 'segment' | 'interview';

export interface TogetherChoices extends Part {
  within: Within;
  /** Every code by itself, or each for its theme. */
  level: 'codes' | 'themes';
  words: SaidBy;
}

export interface TogetherPair {
  a: TreeRow;
  b: TreeRow;
  count: number;
  jaccard: number;
}

export interface SaturationChoices extends Part {
  order: 'date' | 'reference';
  words: SaidBy;
}

/** A classification of respondents. */
export type RespondentsBy = Extract<By, 'group' | 'region' | `variable-${number}`>;

export interface WordChoices extends Part {
  by: RespondentsBy;
  words: SaidBy;
  /** Whose stop words are left out; none leaves none out. */
  languages: readonly StopWordLanguage[];
  /** Rows shown. */
  most: number;
}

export interface CompareChoices extends Part {
  by: RespondentsBy;
  over: OutOf;
  /** For those asked: asked any one of these, by id; none named means any question. */
  questions: readonly number[];
  words: SaidBy;
  /** The code whose shares are shown with their intervals. */
  code: number | null;
  /** Key of the group the others are compared with. */
  beside: string;
}

export interface CompareLine {
  codeId: number;
  name: string;
  path: string;
  depth: number;
  counts: readonly (number | null)[];
  comparison: Comparison | null;
}

export interface CompareGroup {
  key: string;
  label: string;
  n: number;
}

export interface CodeShare extends CompareGroup {
  count: number | null;
  interval: Interval | null;
  difference: Difference | null;
}

export type AnswerState = 'asked' | 'not asked' | 'not reached' | 'declined';

/** What stands under a question in one place of a text; offsets are code units of its source. */
export interface SaidAt {
  sourceId: number;
  source: string;
  start: number;
  end: number;
  timeMs: number | null;
  paragraphs: readonly string[];
}

/** One interview's answer to a question. */
export interface AnswerRow {
  interviewId: number;
  interview: string;
  /** ISO 8601; null when no date is known. */
  date: string | null;
  people: readonly Person[];
  state: AnswerState | null;
  said: readonly SaidAt[];
  /** Notes that no source was made of. */
  notes: { questionId: number; notes: string; html: string } | null;
  /** On any part of it, each with the place of its first passage. */
  codes: readonly { path: string; colour: number; sourceId: number; start: number; end: number }[];
}

export interface QuestionChoices {
  questionId: number | null;
  filter: Filter;
}
