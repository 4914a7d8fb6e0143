import type { TreeRow } from './tree.ts';

/** What could be counted: the same for all rows, but for codes that are counted over those asked about them. */
export interface CountedFrame {
  /** The last entry is that of the row's total. */
  readonly denominators: readonly number[];
  readonly denominatorPeople: readonly number[];
  /** How often one thing falls in more than one column, over all that could be counted. */
  readonly overlap: number;
}

/** A table before anything is hidden. The last entry of each line is the row's total. */
export interface Counted {
  readonly rows: readonly TreeRow[];
  readonly withSubcodes: boolean;
  readonly counts: readonly (readonly number[])[];
  /** Respondents behind each count; 0 where only documents are. */
  readonly people: readonly (readonly number[])[];
  /** The part of each count that the code has by itself, without its sub-codes. */
  readonly own: readonly (readonly number[])[];
  readonly frames: readonly CountedFrame[];
  /** For each row its place in `frames`. */
  readonly frameOf: readonly number[];
  /**
   * Rows that are a part of the row above them which nobody else has, as those of saved queries: what the row above has
   * besides is a number that a reader can reckon. By row, true where it is so.
   */
  readonly isPart?: readonly boolean[];
}

const NO_FRAME: CountedFrame = { denominators: [], denominatorPeople: [], overlap: 0 };

/** What could be counted in a row. */
export const frameOfRow = ({ frames, frameOf }: Counted, row: number): CountedFrame =>
  frames[frameOf[row] ?? 0] ?? NO_FRAME;
