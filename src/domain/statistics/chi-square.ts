import { upperGamma } from './gamma.ts';

/** Counts of separate people: a line for each group, a column for each answer. All lines have the same length. */
export type Counts = readonly (readonly number[])[];

export interface ChiSquare {
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
}

interface Sums {
  readonly lines: readonly number[];
  readonly columns: readonly number[];
  readonly all: number;
}

function sumsOf(counts: Counts): Sums {
  const lines = counts.map((line) => line.reduce((sum, count) => sum + count, 0));
  const columns = (counts[0] ?? []).map((_, at) =>
    counts.reduce((sum, line) => sum + (line[at] ?? 0), 0),
  );
  return { lines, columns, all: lines.reduce((sum, line) => sum + line, 0) };
}

/** What each cell would hold if lines and columns had nothing to do with each other. */
export function expectedCounts(counts: Counts): number[][] {
  const { lines, columns, all } = sumsOf(counts);
  return lines.map((line) => columns.map((column) => (all === 0 ? 0 : (line * column) / all)));
}

/**
 * Pearson's chi-square test of independence, without continuity correction; `null` when a line or a column is empty, for
 * then there is nothing to compare.
 *
 * Source: K. Pearson, *Philosophical Magazine* 50 (1900), 157–175. The p-value is Q(degrees / 2, statistic / 2).
 */
export function chiSquare(counts: Counts): ChiSquare | null {
  const { lines, columns } = sumsOf(counts);
  if (lines.length < 2 || columns.length < 2) return null;
  if ([...lines, ...columns].includes(0)) return null;
  const statistic = expectedCounts(counts).reduce(
    (sum, line, row) =>
      sum +
      line.reduce((part, expected, at) => {
        const off = (counts[row]?.[at] ?? 0) - expected;
        return part + (off * off) / expected;
      }, 0),
    0,
  );
  const degrees = (lines.length - 1) * (columns.length - 1);
  return { statistic, degrees, p: upperGamma(degrees / 2, statistic / 2) };
}

/**
 * Whether the chi-square distribution may stand for the true one: no expected count under 1, and at most a fifth of them
 * under 5; in a table of two by two none under 5.
 *
 * Source: W. G. Cochran, "Some methods for strengthening the common χ² tests", *Biometrics* 10 (1954), 417–451.
 */
export function chiSquareIsValid(counts: Counts): boolean {
  const expected = expectedCounts(counts).flat();
  const small = expected.filter((count) => count < 5).length;
  if (expected.length <= 4) return small === 0;
  return expected.every((count) => count >= 1) && small <= expected.length / 5;
}

/**
 * Cramér's V, the strength of a connection from 0 to 1; for two by two it is the absolute phi. `null` where chi-square is.
 *
 * Source: H. Cramér, *Mathematical Methods of Statistics* (1946), section 21.9.
 */
export function cramersV(counts: Counts): number | null {
  const test = chiSquare(counts);
  if (!test) return null;
  const { lines, columns, all } = sumsOf(counts);
  return Math.sqrt(test.statistic / (all * (Math.min(lines.length, columns.length) - 1)));
}
