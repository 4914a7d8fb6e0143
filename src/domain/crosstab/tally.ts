import type { Share } from './shares.ts';

/** Where one thing was met: rows, and columns in each of them. */
interface Place {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

interface Thing {
  /** How many it counts for. */
  readonly weight: number;
  readonly places: Place[];
}

/**
 * Counts distinct things per cell of a table. The last column holds the row's total, in which a thing that falls in
 * two columns counts once.
 *
 * Places are kept by thing and counted at the end, so that a cell need only remember the last thing it has seen.
 */
export class Tally {
  readonly #things = new Map<number, Thing>();
  readonly #rows: number;
  readonly #width: number;

  constructor(rows: number, columns: number) {
    this.#rows = rows;
    this.#width = columns + 1;
  }

  addUnit(rows: readonly number[], share: Share): void {
    this.#add(share.unit, share.weight, { rows, columns: share.columns });
  }

  addPeople(rows: readonly number[], share: Share): void {
    const place = { rows, columns: share.columns };
    for (const person of share.people) this.#add(person, 1, place);
  }

  #add(id: number, weight: number, place: Place): void {
    const thing = this.#things.get(id);
    if (thing) thing.places.push(place);
    else this.#things.set(id, { weight, places: [place] });
  }

  /** For each row its cells and, last, its total. */
  table(): number[][] {
    const counts = new Uint32Array(this.#rows * this.#width);
    const seenLast = new Uint32Array(counts.length);
    let number = 0;
    for (const { weight, places } of this.#things.values()) {
      number += 1;
      for (const { rows, columns } of places) {
        for (const row of rows) {
          const first = row * this.#width;
          for (const column of columns) see(first + column, weight);
          see(first + this.#width - 1, weight);
        }
      }
    }
    function see(cell: number, weight: number): void {
      if (seenLast[cell] === number) return;
      seenLast[cell] = number;
      counts[cell] = (counts[cell] ?? 0) + weight;
    }
    return Array.from({ length: this.#rows }, (_, row) => [
      ...counts.subarray(row * this.#width, (row + 1) * this.#width),
    ]);
  }
}
