import { wilsonInterval } from './wilson.ts';

export interface ShareOf {
  readonly count: number;
  readonly n: number;
}

/** One share less another, with its 95 % interval; all from −1 to 1. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The difference of two shares of different people, with Newcombe's hybrid score interval; `null` when one of the groups
 * is empty.
 *
 * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", *Statistics in
 * Medicine* 17 (1998), 873–890, method 10.
 */
export function shareDifference(first: ShareOf, second: ShareOf): Difference | null {
  const a = wilsonInterval(first.count, first.n);
  const b = wilsonInterval(second.count, second.n);
  if (!a || !b) return null;
  const p = first.count / first.n;
  const q = second.count / second.n;
  return {
    difference: p - q,
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  };
}
