import type { Share } from './shares.ts';

/**
 * Counts distinct things per cell of a table. The last column holds the row's total, in which a thing that falls in
 * two columns counts once.
 *
 * Cells are numbered `row * width + column`; what was seen is kept as `thing * cells + cell`, exact up to 2^53.
 */
export class Tally {
  readonly #seen = new Set<number>();
  readonly #counts: Float64Array;
  readonly #width: number;

  constructor(rows: number, columns: number) {
    this.#width = columns + 1;
    this.#counts = new Float64Array(rows * this.#width);
  }

  /** Adds one thing to a cell, once. */
  #see(row: number, column: number, thing: number): void {
    const cell = row * this.#width + column;
    const size = this.#seen.size;
    this.#seen.add(thing * this.#counts.length + cell);
    if (this.#seen.size > size) this.#counts[cell] = (this.#counts[cell] ?? 0) + 1;
  }

  add(row: number, columns: readonly number[], thing: number): void {
    for (const column of columns) this.#see(row, column, thing);
    this.#see(row, this.#width - 1, thing);
  }

  addUnit(row: number, share: Share): void {
    this.add(row, share.columns, share.unit);
  }

  addPeople(row: number, share: Share): void {
    for (const person of share.people) this.add(row, share.columns, person);
  }

  /** The row's cells and, last, its total. */
  row(row: number): number[] {
    return [...this.#counts.subarray(row * this.#width, (row + 1) * this.#width)];
  }
}
