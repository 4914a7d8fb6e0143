/** Where one thing was met: rows, given in lists that may share some, and columns in each of them. */
export interface Place {
  readonly rows: readonly (readonly number[])[];
  readonly columns: readonly number[];
}

/**
 * Counts distinct things per cell of a table. The last column holds the row's total, in which a thing that falls in
 * two columns counts once.
 *
 * A thing comes with all its places at once, so that a cell need only remember the last thing it has seen.
 */
export class Tally {
  readonly #counts: Uint32Array;
  readonly #seenLast: Uint32Array;
  readonly #width: number;
  #number = 0;

  constructor(rows: number, columns: number) {
    this.#width = columns + 1;
    this.#counts = new Uint32Array(rows * this.#width);
    this.#seenLast = new Uint32Array(rows * this.#width);
  }

  /** @param weight how many the thing counts for */
  add(places: readonly Place[], weight: number): void {
    this.#number += 1;
    for (const { rows, columns } of places) {
      for (const list of rows) {
        for (const row of list) {
          const first = row * this.#width;
          for (const column of columns) this.#see(first + column, weight);
          this.#see(first + this.#width - 1, weight);
        }
      }
    }
  }

  #see(cell: number, weight: number): void {
    if (this.#seenLast[cell] === this.#number) return;
    this.#seenLast[cell] = this.#number;
    this.#counts[cell] = (this.#counts[cell] ?? 0) + weight;
  }

  /** For each row its cells and, last, its total. */
  table(): number[][] {
    const rows = this.#counts.length / this.#width;
    return Array.from({ length: rows }, (_, row) => [
      ...this.#counts.subarray(row * this.#width, (row + 1) * this.#width),
    ]);
  }
}

/** Things met here and there, by id, until all places of each are known. */
export class Things {
  readonly #things = new Map<number, { weight: number; places: Place[] }>();

  meet(id: number, place: Place, weight = 1): void {
    const thing = this.#things.get(id);
    if (thing) thing.places.push(place);
    else this.#things.set(id, { weight, places: [place] });
  }

  countIn(tally: Tally): void {
    for (const { weight, places } of this.#things.values()) tally.add(places, weight);
  }

  /** How often one thing falls in a second, third … column, each as often as it counts. */
  overlap(): number {
    let overlap = 0;
    for (const { weight, places } of this.#things.values())
      overlap += Math.max(0, columnsIn(places) - 1) * weight;
    return overlap;
  }
}

/** How many different columns there are in some places. */
export const columnsIn = (places: readonly Place[]): number =>
  places.length === 1
    ? (places[0]?.columns.length ?? 0)
    : new Set(places.flatMap(({ columns }) => columns)).size;
