import type { TreeRow } from './tree.ts';

/** A table before anything is hidden. The last entry of each line is the row's total. */
export interface Counted {
  readonly rows: readonly TreeRow[];
  readonly withSubcodes: boolean;
  readonly counts: readonly (readonly number[])[];
  /** Respondents behind each count; 0 where only documents are. */
  readonly people: readonly (readonly number[])[];
  /** The part of each count that the code has by itself, without its sub-codes. */
  readonly own: readonly (readonly number[])[];
  readonly denominators: readonly number[];
  readonly denominatorPeople: readonly number[];
  /** How often one thing falls in more than one column, over all that could be counted. */
  readonly overlap: number;
}
