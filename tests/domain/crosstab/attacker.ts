import type { Crosstab } from '../../../src/domain/crosstab/crosstab.ts';

/**
 * Somebody who has the printed table and patience: tries every whole number in every hidden cell and keeps those that
 * agree with all that is printed. Written apart from the audit it tests, and exact where that reckons with intervals.
 *
 * Knows that each respondent is in one column (so cells add up to the total), the denominators, that a code is at least
 * each sub-code and at most their sum and its own, and how large its own number can be.
 */
export interface Knowledge {
  readonly table: Crosstab;
  /** For each row the row of the code above, or -1. */
  readonly parents: readonly number[];
  /** Per row and column (the total last), the most the code can have by itself. */
  readonly ownHigh: readonly (readonly number[])[];
  /** What is known of a hidden cell from the start. */
  readonly range: (row: number, column: number) => readonly [number, number];
}

type Grid = number[][];

/** The values a hidden cell may have, at most `enough` of them. */
export function possibleValues(
  known: Knowledge,
  row: number,
  column: number,
  enough = 2,
): number[] {
  const [low, high] = known.range(row, column);
  const found: number[] = [];
  for (let value = low; value <= high && found.length < enough; value++) {
    if (isPossible(known, row, column, value)) found.push(value);
  }
  return found;
}

function isPossible(known: Knowledge, row: number, column: number, value: number): boolean {
  const grid: Grid = known.table.rows.map((line) =>
    [...line.cells, line.total].map((cell) => cell ?? -1),
  );
  const wanted = grid[row];
  if (wanted) wanted[column] = value;
  const open = grid.flatMap((line, r) =>
    line.flatMap((cell, c) => (cell < 0 ? [[r, c] as const] : [])),
  );
  return fill(known, grid, open, 0);
}

function fill(
  known: Knowledge,
  grid: Grid,
  open: readonly (readonly [number, number])[],
  at: number,
): boolean {
  if (!agrees(known, grid)) return false;
  const next = open[at];
  if (!next) return true;
  const [row, column] = next;
  const line = grid[row];
  if (!line) return false;
  const [low, high] = known.range(row, column);
  for (let value = low; value <= high; value++) {
    line[column] = value;
    if (fill(known, grid, open, at + 1)) return true;
  }
  line[column] = -1;
  return false;
}

/** Whether what is filled in so far can still be true. */
function agrees(known: Knowledge, grid: Grid): boolean {
  return grid.every((line, row) => rowAgrees(known, line, row) && familyAgrees(known, grid, row));
}

function rowAgrees(known: Knowledge, line: readonly number[], row: number): boolean {
  const total = line.length - 1;
  let low = 0;
  let high = 0;
  for (let column = 0; column < total; column++) {
    const cell = line[column] ?? -1;
    const [from, to] = cell < 0 ? known.range(row, column) : [cell, cell];
    low += from;
    high += to;
  }
  const printed = line[total] ?? -1;
  const [from, to] = printed < 0 ? known.range(row, total) : [printed, printed];
  return low <= to && high >= from;
}

function familyAgrees(known: Knowledge, grid: Grid, row: number): boolean {
  const children = grid.filter((_, other) => known.parents[other] === row);
  if (children.length === 0) return true;
  return (grid[row] ?? []).every((parent, column) => {
    if (parent < 0) return true;
    const cells = children.map((line) => line[column] ?? -1);
    if (cells.some((cell) => cell > parent)) return false;
    if (cells.some((cell) => cell < 0)) return true;
    const own = known.ownHigh[row]?.[column] ?? 0;
    return parent <= own + cells.reduce((sum, cell) => sum + cell, 0);
  });
}
