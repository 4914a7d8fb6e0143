import type { TreeRow } from '../../src/domain/crosstab/tree.ts';
import type { Over } from '../../src/domain/crosstab/study.ts';
import type { StopWordLanguage } from '../../src/domain/patterns/index.ts';
import type { By, Words } from '../analysis/types.ts';

/** What two codes must share to come together. */
export type Within = 'passage' | 'segment' | 'interview';

export interface TogetherChoices {
  within: Within;
  /** Every code by itself, or each for its theme. */
  level: 'codes' | 'themes';
  words: Words;
}

export interface TogetherPair {
  a: TreeRow;
  b: TreeRow;
  count: number;
  jaccard: number;
}

export interface SaturationChoices {
  order: 'date' | 'reference';
  words: Words;
}

/** A classification of respondents. */
export type RespondentsBy = Extract<By, 'group' | 'region' | `variable-${number}`>;

export interface WordChoices {
  by: RespondentsBy;
  words: Words;
  /** Whose stop words are left out; none leaves none out. */
  languages: readonly StopWordLanguage[];
  /** Rows shown. */
  most: number;
}

export interface CompareChoices {
  by: RespondentsBy;
  over: Over;
  /** For those asked: asked any one of these, by id; none named means any question. */
  questions: readonly number[];
  words: Words;
  /** The code whose shares are shown with their intervals. */
  code: number | null;
  /** Key of the group the others are compared with. */
  beside: string;
}
