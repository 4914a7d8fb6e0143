/** A 95 % interval of a share; both ends from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The standard normal quantile for 95 %, two-sided. */
const Z = 1.959963984540054;

/**
 * The Wilson score interval, without continuity correction, of `count` out of `n`; `null` when there is nobody to count.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", *Journal of the American
 * Statistical Association* 22 (1927), 209–212; method 3 of R. G. Newcombe, *Statistics in Medicine* 17 (1998), 857–872.
 */
export function wilsonInterval(count: number, n: number): Interval | null {
  if (n <= 0) return null;
  const share = count / n;
  const squared = Z * Z;
  const centre = share + squared / (2 * n);
  const reach = Z * Math.sqrt((share * (1 - share)) / n + squared / (4 * n * n));
  const scale = 1 + squared / n;
  return {
    // At the ends rounding would leave a hair's breadth beyond, or short of, what is exact.
    low: count === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    high: count === n ? 1 : Math.min(1, (centre + reach) / scale),
  };
}
