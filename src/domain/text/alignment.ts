/** Aligning two lists of words or lines: what both have in the same order stays, the rest are the differences. */
import type { Span } from './span.ts';

/** A range of items of the one list that stands where a range of the other stood; half-open, either may be empty. */
export interface Range {
  before: Span;
  after: Span;
}

/** Up to this many pairs the longest common subsequence is reckoned exactly: two bytes each. */
const EXACT = 4_000_000;

/**
 * The ranges that differ, in order. Long lists are divided at items that both have once, as patience diff does (Bram
 * Cohen), which keeps paragraphs together; between those the longest common subsequence decides. Where a long stretch has
 * no such item, it differs as a whole.
 */
export function alignment(before: readonly string[], after: readonly string[]): Range[] {
  const ranges: Range[] = [];
  align(before, after, { before: all(before), after: all(after) }, ranges);
  return ranges;
}

const all = (items: readonly string[]): Span => ({ start: 0, end: items.length });

function align(
  before: readonly string[],
  after: readonly string[],
  whole: Range,
  ranges: Range[],
): void {
  const range = withoutCommonEnds(before, after, whole);
  const [rows, columns] = [lengthOf(range.before), lengthOf(range.after)];
  if (rows === 0 && columns === 0) return;
  const anchors =
    rows === 0 || columns === 0
      ? []
      : rows * columns <= EXACT
        ? longestCommon(before, after, range)
        : commonOnce(before, after, range);
  if (anchors.length === 0) {
    ranges.push(range);
    return;
  }
  let { start: row } = range.before;
  let { start: column } = range.after;
  for (const [nextRow, nextColumn] of [...anchors, [range.before.end, range.after.end] as const]) {
    const between = {
      before: { start: row, end: nextRow },
      after: { start: column, end: nextColumn },
    };
    // Between exact anchors nothing is in common; between unique items there may be.
    if (rows * columns > EXACT) align(before, after, between, ranges);
    else if (lengthOf(between.before) + lengthOf(between.after) > 0) ranges.push(between);
    [row, column] = [nextRow + 1, nextColumn + 1];
  }
}

const lengthOf = ({ start, end }: Span): number => end - start;

function withoutCommonEnds(
  before: readonly string[],
  after: readonly string[],
  whole: Range,
): Range {
  const [old, now] = [{ ...whole.before }, { ...whole.after }];
  while (old.start < old.end && now.start < now.end && before[old.start] === after[now.start]) {
    old.start += 1;
    now.start += 1;
  }
  while (old.end > old.start && now.end > now.start && before[old.end - 1] === after[now.end - 1]) {
    old.end -= 1;
    now.end -= 1;
  }
  return { before: old, after: now };
}

type Pair = readonly [row: number, column: number];

/** Items of the longest common subsequence as pairs of indexes. */
function longestCommon(
  before: readonly string[],
  after: readonly string[],
  { before: old, after: now }: Range,
): Pair[] {
  const [rows, columns] = [lengthOf(old), lengthOf(now)];
  const width = columns + 1;
  // length[row, column]: how many items the rest of both lists from there on have in common.
  const length = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number): number => length[row * width + column] ?? 0;
  const same = (row: number, column: number): boolean =>
    before[old.start + row] === after[now.start + column];
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      length[row * width + column] = same(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (same(row, column)) {
      pairs.push([old.start + row, now.start + column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** Items that stand once in each range, as many of them as keep their order in both. */
function commonOnce(
  before: readonly string[],
  after: readonly string[],
  { before: old, after: now }: Range,
): Pair[] {
  const columns = placesOfUnique(after, now);
  const pairs: Pair[] = [];
  for (const [item, row] of placesOfUnique(before, old)) {
    const column = columns.get(item);
    if (column !== undefined) pairs.push([row, column]);
  }
  return longestRising(pairs);
}

function placesOfUnique(items: readonly string[], { start, end }: Span): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let at = start; at < end; at += 1) {
    const item = items[at] ?? '';
    if (places.has(item)) repeated.add(item);
    places.set(item, at);
  }
  for (const item of repeated) places.delete(item);
  return places;
}

/** Of pairs in order of their rows, the most whose columns rise too (patience sorting, n log n). */
function longestRising(pairs: readonly Pair[]): Pair[] {
  /** Index of the pair that ends the best chain of each length. */
  const ends: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, column], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < column) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const chain: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}
