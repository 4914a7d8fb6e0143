import { narrowBlocks } from './blocks.ts';
import { lower, raise, type Bounds, type Ties } from './bounds.ts';

/** Bounds settle quickly; a table that does not within this many rounds keeps the (wider, still true) ones it has. */
const ROUNDS = 50;

/** Narrows the bounds in place until nothing more follows. */
export function narrow(bounds: Bounds, ties: Ties): void {
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (let row = 0; row < ties.rows; row++) {
      changed = narrowRow(bounds, ties, row) || changed;
      changed = narrowFamily(bounds, ties, row) || changed;
      changed = narrowByRest(bounds, ties, row) || changed;
      changed = narrowBlocks(bounds, ties, row) || changed;
    }
    if (!changed) return;
  }
}

/** total <= sum of cells <= total + overlap, and no cell exceeds the total. */
function narrowRow(bounds: Bounds, ties: Ties, row: number): boolean {
  const { low, high } = bounds;
  const { width } = ties;
  const overlap = ties.overlap[row] ?? 0;
  const first = row * width;
  const total = first + width - 1;
  let sumLow = 0;
  let sumHigh = 0;
  let changed = false;
  for (let cell = first; cell < total; cell++) {
    sumLow += low[cell] ?? 0;
    sumHigh += high[cell] ?? 0;
    changed = raise(bounds, total, low[cell] ?? 0) || changed;
  }
  changed = raise(bounds, total, sumLow - overlap) || changed;
  changed = lower(bounds, total, sumHigh) || changed;
  const totalLow = low[total] ?? 0;
  const totalHigh = high[total] ?? 0;
  for (let cell = first; cell < total; cell++) {
    const othersHigh = sumHigh - (high[cell] ?? 0);
    const othersLow = sumLow - (low[cell] ?? 0);
    const atLeast = totalLow - othersHigh;
    const atMost = Math.min(totalHigh, totalHigh + overlap - othersLow);
    // The sums above stay those of wider bounds, which is weaker but never wrong; the next round uses the new ones.
    changed = raise(bounds, cell, atLeast) || changed;
    changed = lower(bounds, cell, atMost) || changed;
  }
  return changed;
}

/** every sub-code <= code <= sum of its sub-codes + what it has by itself. */
function narrowFamily(bounds: Bounds, ties: Ties, row: number): boolean {
  const children = ties.children[row] ?? [];
  if (children.length === 0) return false;
  const { low, high } = bounds;
  let changed = false;
  for (let column = 0; column < ties.width; column++) {
    const parent = row * ties.width + column;
    const own = ties.ownHigh[parent] ?? 0;
    let sumHigh = 0;
    for (const child of children) {
      const cell = child * ties.width + column;
      sumHigh += high[cell] ?? 0;
      changed = raise(bounds, parent, low[cell] ?? 0) || changed;
    }
    changed = lower(bounds, parent, sumHigh + own) || changed;
    for (const child of children) {
      const cell = child * ties.width + column;
      const othersHigh = sumHigh - (high[cell] ?? 0);
      changed = lower(bounds, cell, high[parent] ?? 0) || changed;
      changed = raise(bounds, cell, (low[parent] ?? 0) - own - othersHigh) || changed;
    }
  }
  return changed;
}

/**
 * What a code has over its sub-codes in a whole row must be its own somewhere: what cannot be its own in the other
 * columns is so in this one, and sets the code's cell apart from those of its sub-codes by at least that much.
 */
function narrowByRest(bounds: Bounds, ties: Ties, row: number): boolean {
  const children = ties.children[row] ?? [];
  if (children.length === 0) return false;
  const { low, high } = bounds;
  const { width, ownHigh } = ties;
  const overlapIn = (at: number) => ties.overlap[at] ?? 0;
  const cellOf = (at: number, column: number) => at * width + column;
  const total = width - 1;
  const sum = (of: (child: number) => number) =>
    children.reduce((all, child) => all + of(child), 0);
  const over =
    (low[cellOf(row, total)] ?? 0) -
    sum((child) => (high[cellOf(child, total)] ?? 0) + overlapIn(child));
  let ownInAll = 0;
  for (let column = 0; column < total; column++) ownInAll += ownHigh[cellOf(row, column)] ?? 0;
  let changed = false;
  for (let column = 0; column < total; column++) {
    const parent = cellOf(row, column);
    const apart = over - (ownInAll - (ownHigh[parent] ?? 0));
    if (apart <= 0) continue;
    const sumLow = sum((child) => low[cellOf(child, column)] ?? 0);
    changed = raise(bounds, parent, sumLow + apart) || changed;
    for (const child of children) {
      const cell = cellOf(child, column);
      const others = sumLow - (low[cell] ?? 0);
      changed = lower(bounds, cell, (high[parent] ?? 0) - apart - others) || changed;
    }
  }
  return changed;
}
