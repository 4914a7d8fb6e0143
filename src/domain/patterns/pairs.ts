/**
 * What two codes have in common, for every two of `size` codes. Symmetric; the diagonal holds what a code has by itself.
 * Codes are numbered from 0 as the rows of the tree are.
 */
export interface Together {
  readonly size: number;
  /** How often both were met, `size × size`; the diagonal: how often the code was. */
  readonly counts: Float64Array;
  /** What Jaccard's index is reckoned from, in the unit of the method: see there. */
  readonly shared: Float64Array;
  /** Distinct respondents in whose words both were met. */
  readonly people: Float64Array;
}

/**
 * Jaccard's index, 0 to 1: what two codes share out of what either has; `null` when neither has anything.
 *
 * Source: P. Jaccard, *Bulletin de la Société vaudoise des sciences naturelles* 37 (1901), 547–579.
 */
export function jaccard({ size, shared }: Together, a: number, b: number): number | null {
  const both = shared[a * size + b] ?? 0;
  const either = (shared[a * size + a] ?? 0) + (shared[b * size + b] ?? 0) - both;
  return either > 0 ? both / either : null;
}

/** A matrix of pairs while it is filled: each pair is kept once, and mirrored when all are in. */
export class PairSums {
  readonly #sums: Float64Array;

  constructor(readonly size: number) {
    this.#sums = new Float64Array(size * size);
  }

  add(a: number, b: number, by: number): void {
    const pair = a < b ? a * this.size + b : b * this.size + a;
    this.#sums[pair] = (this.#sums[pair] ?? 0) + by;
  }

  matrix(): Float64Array {
    const { size } = this;
    const sums = this.#sums;
    for (let a = 0; a < size; a += 1) {
      for (let b = 0; b < a; b += 1) sums[a * size + b] = sums[b * size + a] ?? 0;
    }
    return sums;
  }
}

/** Counts pairs by person, each person once for a pair. The pairs of one person come together: see `of`. */
export class PeopleOfPairs {
  readonly #counts: PairSums;
  readonly #seenLast: Uint32Array;
  #person = 0;

  constructor(readonly size: number) {
    this.#counts = new PairSums(size);
    this.#seenLast = new Uint32Array(size * size);
  }

  /** What follows is the next person's. */
  next(): void {
    this.#person += 1;
  }

  add(a: number, b: number): void {
    const pair = a < b ? a * this.size + b : b * this.size + a;
    if (this.#seenLast[pair] === this.#person) return;
    this.#seenLast[pair] = this.#person;
    this.#counts.add(a, b, 1);
  }

  matrix(): Float64Array {
    return this.#counts.matrix();
  }
}
