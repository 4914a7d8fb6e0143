import { lower, raise, type Bounds, type Ties } from './bounds.ts';

/**
 * The sum of some of a row's cells, as far as it is known. Where cells are hidden together their sum often is known
 * (the total less what is printed), and what holds of codes and sub-codes cell by cell holds of such sums too.
 */
interface Block {
  low: number;
  high: number;
}

/** A set of columns as booleans, the total not among them. */
type ColumnSet = readonly boolean[];

/** Sums of a row's bounds within the set and outside it. */
function sums({ low, high }: Bounds, { width }: Ties, row: number, set: ColumnSet) {
  const found = { lowIn: 0, highIn: 0, lowOut: 0, highOut: 0 };
  for (let column = 0; column < width - 1; column++) {
    const cell = row * width + column;
    if (set[column] === true) {
      found.lowIn += low[cell] ?? 0;
      found.highIn += high[cell] ?? 0;
    } else {
      found.lowOut += low[cell] ?? 0;
      found.highOut += high[cell] ?? 0;
    }
  }
  return found;
}

function blockOf(bounds: Bounds, ties: Ties, row: number, set: ColumnSet): Block {
  const { lowIn, highIn, lowOut, highOut } = sums(bounds, ties, row, set);
  const total = row * ties.width + ties.width - 1;
  return {
    low: Math.max(lowIn, (bounds.low[total] ?? 0) - highOut),
    high: Math.min(highIn, (bounds.high[total] ?? 0) + (ties.overlap[row] ?? 0) - lowOut),
  };
}

/** Carries what is known of a block over to the cells in it, the cells beside it and the total. */
function spread(bounds: Bounds, ties: Ties, row: number, set: ColumnSet, block: Block): boolean {
  const { low, high } = bounds;
  const { lowIn, highIn, lowOut, highOut } = sums(bounds, ties, row, set);
  const total = row * ties.width + ties.width - 1;
  let changed = raise(bounds, total, block.low + lowOut - (ties.overlap[row] ?? 0));
  changed = lower(bounds, total, block.high + highOut) || changed;
  const restLow = (low[total] ?? 0) - block.high;
  const restHigh = (high[total] ?? 0) + (ties.overlap[row] ?? 0) - block.low;
  for (let column = 0; column < ties.width - 1; column++) {
    const cell = row * ties.width + column;
    const isIn = set[column] === true;
    const othersHigh = (isIn ? highIn : highOut) - (high[cell] ?? 0);
    const othersLow = (isIn ? lowIn : lowOut) - (low[cell] ?? 0);
    changed = raise(bounds, cell, (isIn ? block.low : restLow) - othersHigh) || changed;
    changed = lower(bounds, cell, (isIn ? block.high : restHigh) - othersLow) || changed;
  }
  return changed;
}

/** Narrows a code and its sub-codes by the sums of the cells that are open together in one of them. */
export function narrowBlocks(bounds: Bounds, ties: Ties, row: number): boolean {
  const children = ties.children[row] ?? [];
  if (children.length === 0) return false;
  let changed = false;
  for (const set of openSets(bounds, ties, [row, ...children])) {
    const parent = blockOf(bounds, ties, row, set);
    const blocks = children.map((child) => ({ child, ...blockOf(bounds, ties, child, set) }));
    let own = 0;
    for (let column = 0; column < ties.width - 1; column++) {
      if (set[column] === true) own += ties.ownHigh[row * ties.width + column] ?? 0;
    }
    const sumHigh = blocks.reduce((sum, block) => sum + block.high, 0);
    parent.low = Math.max(parent.low, ...blocks.map((block) => block.low));
    parent.high = Math.min(parent.high, sumHigh + own);
    changed = spread(bounds, ties, row, set, parent) || changed;
    for (const { child, low, high } of blocks) {
      const atLeast = Math.max(low, parent.low - own - (sumHigh - high));
      const block = { low: atLeast, high: Math.min(high, parent.high) };
      changed = spread(bounds, ties, child, set, block) || changed;
    }
  }
  return changed;
}

/** Among so many open columns, at most, all but each one are looked at together: more would take too long. */
const NARROW = 12;

/**
 * Sets of columns that are looked at together, each once: for each of the rows those still open in it, and of these those
 * in which the code may have something by itself, and those in which it cannot; what two rows have open in common, and
 * what one has open and the other not; all that are open but one.
 */
function openSets(bounds: Bounds, { width, ownHigh }: Ties, rows: readonly number[]): ColumnSet[] {
  const [parent = 0] = rows;
  const columns = Array.from({ length: width - 1 }, (_, column) => column);
  const hasOwn = columns.map((column) => (ownHigh[parent * width + column] ?? 0) > 0);
  const open = rows.map((row) =>
    columns.map((column) => {
      const cell = row * width + column;
      return bounds.low[cell] !== bounds.high[cell];
    }),
  );
  const sets = new Map<string, ColumnSet>();
  const add = (isIn: (column: number) => boolean): void => {
    const set = columns.map(isIn);
    if (set.filter(Boolean).length > 1) sets.set(set.map(Number).join(''), set);
  };
  const parts = (isOpen: (column: number) => boolean): void => {
    add(isOpen);
    add((column) => isOpen(column) && hasOwn[column] === true);
    add((column) => isOpen(column) && hasOwn[column] !== true);
  };
  const above = open[0] ?? [];
  for (const set of open) {
    parts((column) => set[column] === true);
    parts((column) => set[column] === true && above[column] === true);
    parts((column) => set[column] === true && above[column] !== true);
    parts((column) => set[column] !== true && above[column] === true);
    const places = columns.filter((column) => set[column] === true);
    if (places.length > NARROW) continue;
    for (const left of places) add((column) => set[column] === true && column !== left);
  }
  return [...sets.values()];
}
