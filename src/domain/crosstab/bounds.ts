/**
 * What a reader of a published table can work out about its hidden cells: for each cell the least and the greatest
 * value that agrees with everything that is printed.
 */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** How the cells of a table hang together. Cells are numbered `row * width + column`; the last column is the total. */
export interface Ties {
  readonly rows: number;
  readonly width: number;
  /** Per row, how many things fall in two columns at most: its cells exceed its total by no more than this. */
  readonly overlap: readonly number[];
  /** Sub-codes of each row, when a code counts its sub-codes; empty lists otherwise. */
  readonly children: readonly (readonly number[])[];
  /** Per cell, the most that a reader must reckon the code has by itself, beside its sub-codes. */
  readonly ownHigh: Float64Array;
}

/** True when that says more than was known; so is `lower`. */
export function raise(bounds: Bounds, cell: number, low: number): boolean {
  if (low <= (bounds.low[cell] ?? 0)) return false;
  bounds.low[cell] = low;
  return true;
}

export function lower(bounds: Bounds, cell: number, high: number): boolean {
  if (high >= (bounds.high[cell] ?? 0)) return false;
  bounds.high[cell] = high;
  return true;
}
