import type { CellState } from '../../src/domain/framework/grid.ts';

/** What the address of the grid says; its cells carry the same, so that one walks from one to the next. */
export interface Choices {
  /** Ids of the codes over the columns; none stands for the themes. */
  codes: readonly number[];
  /** Passages of the code itself only, without those of its sub-codes. */
  own: boolean;
  group: number | null;
  region: number | null;
  /** Only respondents with a cell that stands so. */
  state: CellState | null;
  /** How many columns stand before the first that is shown. */
  from: number;
  page: number;
}
