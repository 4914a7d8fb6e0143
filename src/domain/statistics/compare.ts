import { chiSquare, chiSquareIsValid, cramersV } from './chi-square.ts';
import { fisherExact } from './fisher.ts';
import type { ShareOf } from './difference.ts';

/** Why no test is made: what a page says instead of a number. */
export type Refusal =
  /** Fewer than two groups with anybody in them. */
  | 'oneGroup'
  /** Everybody mentioned it, or nobody did. */
  | 'noDifference'
  /** More than two groups, and too few people expected in some cells for chi-square. */
  | 'tooFew'
  /** Somebody is in two of the groups; the tests want separate people. */
  | 'overlap';

export type Comparison =
  | { readonly test: 'none'; readonly because: Refusal }
  | { readonly test: 'fisher'; readonly p: number; readonly effect: number }
  | {
      readonly test: 'chi-square';
      readonly statistic: number;
      readonly degrees: number;
      readonly p: number;
      /** Cramér's V, 0 to 1. */
      readonly effect: number;
    };

/**
 * Compares how large a share of each group has something, where that can be tested: chi-square where Cochran's conditions
 * hold, Fisher's exact test for two groups where they do not, otherwise a refusal with its reason. Groups with nobody in
 * them are left out. The effect is Cramér's V.
 */
export function compareShares(groups: readonly ShareOf[], overlap: number): Comparison {
  if (overlap > 0) return { test: 'none', because: 'overlap' };
  const filled = groups.filter(({ n }) => n > 0);
  if (filled.length < 2) return { test: 'none', because: 'oneGroup' };
  const counts = filled.map(({ count, n }) => [count, n - count] as const);
  const test = chiSquare(counts);
  const effect = cramersV(counts);
  if (!test || effect === null) return { test: 'none', because: 'noDifference' };
  if (chiSquareIsValid(counts)) return { test: 'chi-square', ...test, effect };
  const [first, second, ...more] = counts;
  if (!first || !second || more.length > 0) return { test: 'none', because: 'tooFew' };
  return { test: 'fisher', p: fisherExact([first, second]), effect };
}
